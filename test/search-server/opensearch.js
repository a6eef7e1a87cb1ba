import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
/** The libraries of OpenSearch, which Maven downloads once. */
const cache = fileURLToPath(new URL('../../node_modules/.cache/search-server', import.meta.url));

/** Says what is missing to run OpenSearch; undefined if all is there. */
export function missing() {
  if (!works('javac', '-version') || !works('mvn', '-version')) return 'needs a JDK (17 or later) and Maven';
  const problem = prepared();
  return problem && `needs OpenSearch from Maven Central: ${problem}`;
}

/** A real OpenSearch on this machine, with its data in a temporary folder. */
export class OpenSearch {
  #folder = mkdtempSync(join(tmpdir(), 'related-articles-opensearch-'));
  #port = 0;
  #node;

  /** @param heap the size of its heap, as Java takes it */
  static async start(heap = '512m') {
    const server = new OpenSearch();
    server.heap = heap;
    await server.restart();
    return server;
  }

  get address() {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The id of its process. */
  get processId() {
    return this.#node.pid;
  }

  /** Starts it with the data and the port that it had. */
  async restart() {
    const classes = [join(cache, 'classes'), join(cache, 'lib', '*')].join(
      process.platform === 'win32' ? ';' : ':',
    );
    const heap = [`-Xms${this.heap}`, `-Xmx${this.heap}`];
    const node = spawn('java', [...heap, '-cp', classes, 'SearchNode', this.#folder, String(this.#port)], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#node = node;
    let printed = '';
    this.#port = await new Promise((resolve, reject) => {
      const read = (chunk) => {
        printed += chunk;
        const port = /^port (\d+)$/m.exec(printed)?.[1];
        if (port) resolve(Number(port));
      };
      node.stdout.on('data', read);
      node.stderr.on('data', read);
      node.on('exit', () => reject(new Error(`OpenSearch ended:\n${printed.slice(-2000)}`)));
    });
  }

  /** Ends it at once, as a power cut does. */
  async kill() {
    await this.#end('SIGKILL');
  }

  /** Ends it and removes its data. */
  async stop() {
    await this.#end('SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #end(signal) {
    const node = this.#node;
    if (node.exitCode !== null || node.signalCode !== null) return;
    const ended = new Promise((resolve) => node.once('exit', resolve));
    node.kill(signal);
    await ended;
  }
}

/** Downloads and compiles what is not there yet. Gives the reason if that fails. */
function prepared() {
  if (existsSync(cache)) return undefined;
  mkdirSync(dirname(cache), { recursive: true });
  const fresh = mkdtempSync(`${cache}-`);
  try {
    const [lib, classes] = [join(fresh, 'lib'), join(fresh, 'classes')];
    const copy = ['dependency:copy-dependencies', `-DoutputDirectory=${lib}`];
    run('mvn', '-q', '-B', '-f', join(here, 'pom.xml'), ...copy);
    run('javac', '--release', '17', '-cp', join(lib, '*'), '-d', classes, join(here, 'SearchNode.java'));
    renameSync(fresh, cache);
    return undefined;
  } catch (error) {
    rmSync(fresh, { recursive: true });
    // Another program may have been faster.
    if (existsSync(cache)) return undefined;
    return String(error.stderr ?? error)
      .trim()
      .split('\n')[0];
  }
}

function works(...command) {
  return spawnSync(command[0], command.slice(1)).status === 0;
}

function run(...command) {
  execFileSync(command[0], command.slice(1), { stdio: ['ignore', 'ignore', 'pipe'] });
}
