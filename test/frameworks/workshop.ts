import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const execute = promisify(execFile);

/** Where the apps are installed and built. Inside the repository they would find its packages. */
const WORKSHOP = join(tmpdir(), 'related-articles-frameworks');

/** The Node that the newest versions of all frameworks run on: the one that runs the tests, or one from npm. */
const NEEDED_NODE = '22.22.3';
const NODE_FROM_NPM = `node-${process.platform}-${process.arch}@24.22.3`;

/** An app in its folder of the workshop. */
export interface Installed {
  readonly folder: string;
  /** The environment in which its commands run. */
  readonly env: NodeJS.ProcessEnv;
  /** Its packages with their versions. */
  readonly versions: readonly string[];
}

/** Why an app can't be tried here. */
export class NotHere extends Error {}

/**
 * Lays out an app in the workshop and installs what it needs, with this package as it would be published.
 *
 * @param name the app's folder
 * @param page its page in `docs/`, whose code becomes files of the app
 * @throws NotHere if the packages can't be had
 */
export async function install(name: string, page = `frameworks/${name}`): Promise<Installed> {
  const folder = join(WORKSHOP, name);
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(folder))
    if (!KEPT.has(entry)) rmSync(join(folder, entry), { recursive: true, force: true });
  // Bundlers take a package for unchanged while its version is the same.
  rmSync(join(folder, 'node_modules/.cache'), { recursive: true, force: true });
  cpSync(join(root, 'test/frameworks', name), folder, { recursive: true });
  writeFiles(folder, guide(page).files);
  const programs = [join(folder, 'node_modules/.bin')];
  if (!isAtLeast(process.versions.node, NEEDED_NODE)) programs.push(await nodeFromNpm());
  const requirements = join(folder, 'requirements.txt');
  const python = existsSync(requirements) ? await pip(folder, requirements) : undefined;
  if (python) programs.push(python.programs);
  const env = environment(programs);
  await npm(folder, env, ['install', await packed()]);
  return { folder, env, versions: python?.versions ?? versionsIn(folder) };
}

/** What earlier runs have installed. */
const KEPT = new Set(['node_modules', 'package-lock.json', 'venv']);

/** What a page of `docs/frameworks` tells its readers to write. */
export interface Guide {
  /** Files, by their paths. */
  readonly files: Readonly<Record<string, string>>;
  /** Pieces of HTML that belong to no file: the first to the head, the second below the article. */
  readonly html: readonly string[];
  /** The tag that begins a page's body. */
  readonly body: string;
  readonly commands: readonly string[];
}

/** Reads a page of `docs/`. */
export function guide(page: string): Guide {
  const text = readFileSync(join(root, 'docs', `${page}.md`), 'utf8');
  const files = [...text.matchAll(/`([^`\n]+)`[^`\n]*:\n\n```\w+\n(.*?)^```/gms)];
  const commands = [...text.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, lines = '']) =>
    lines.trim().split('\n'),
  );
  return {
    files: Object.fromEntries(files.map(([, file = '', content = '']) => [file, content])),
    html: [...text.matchAll(/[^`]+:\n\n```html\n(.*?)^```/gms)].map(([, html = '']) => html),
    body: /`(<body[^`]*>)`/.exec(text)?.[1] ?? '<body>',
    commands: commands.filter((line) => !/^(?:npm|pip) install /.test(line)),
  };
}

/** Writes files into a folder, by their paths in it. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
}

/** Runs the commands of a guide one after another, and gives what they print. */
export async function runAll(
  folder: string,
  env: NodeJS.ProcessEnv,
  commands: readonly string[],
): Promise<string> {
  const { stdout } = await execute('sh', ['-e', '-c', commands.join('\n')], {
    cwd: folder,
    env,
    maxBuffer: 64 * 1024 * 1024,
  }).catch(({ message, stdout: out, stderr }: Error & { stdout: string; stderr: string }) => {
    throw new Error([message, out, stderr].join('\n'));
  });
  return stdout;
}

/** This package as npm would publish it. */
async function packed(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'related-articles-packed-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const args = ['pack', '--ignore-scripts', '--pack-destination', folder];
  const { stdout } = await execute('npm', args, { cwd: root, encoding: 'utf8' });
  return join(folder, stdout.trim().split('\n').at(-1) ?? '');
}

/** The folder of the programs of a newer Node. */
async function nodeFromNpm(): Promise<string> {
  const folder = join(WORKSHOP, 'node');
  writeFiles(folder, { 'package.json': '{"private":true}' });
  await npm(folder, process.env, ['install', NODE_FROM_NPM]);
  return join(folder, 'node_modules', NODE_FROM_NPM.replace(/@.*/, ''), 'bin');
}

/** Installs Python packages into a folder of their own. */
async function pip(folder: string, requirements: string): Promise<{ programs: string; versions: string[] }> {
  const venv = join(folder, 'venv');
  const programs = join(venv, process.platform === 'win32' ? 'Scripts' : 'bin');
  try {
    if (!existsSync(programs)) await execute('python3', ['-m', 'venv', venv]);
    await execute(join(programs, 'pip'), ['install', '--quiet', '--requirement', requirements]);
  } catch (cause) {
    throw new NotHere('Python with pip can’t install its packages here', { cause });
  }
  const versions = readFileSync(requirements, 'utf8').trim().split('\n');
  return { programs, versions: versions.map((line) => line.replace('==', ' ')) };
}

/** Runs npm in a folder. Scripts of packages are not run. */
async function npm(folder: string, env: NodeJS.ProcessEnv, args: readonly string[]): Promise<void> {
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
  await execute('npm', [...args, ...options], { cwd: folder, env }).catch((cause: Error) => {
    if (/ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|ENOTCACHED|E40[34]/.test(cause.message))
      throw new NotHere('npm can’t install its packages here', { cause });
    throw cause;
  });
}

function environment(programs: readonly string[]): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PATH: [...programs, process.env['PATH']].join(delimiter),
    ASTRO_TELEMETRY_DISABLED: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    NUXT_TELEMETRY_DISABLED: '1',
    NG_CLI_ANALYTICS: 'false',
    NO_UPDATE_NOTIFIER: '1',
  };
}

/** The packages that an app names itself. */
function versionsIn(folder: string): string[] {
  const dependencies = manifest(folder).dependencies ?? {};
  const names = Object.keys(dependencies).filter((name) => name !== 'related-articles');
  return names.map((name) => `${name} ${manifest(join(folder, 'node_modules', name)).version}`);
}

interface Manifest {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function manifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

function isAtLeast(version: string, needed: string): boolean {
  return version.localeCompare(needed, 'en', { numeric: true }) >= 0;
}
