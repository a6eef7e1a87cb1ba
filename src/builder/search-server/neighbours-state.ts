import { appendFileSync } from 'node:fs';
import { parseJson } from '../../shared/json.js';
import { textOf, writeAtomically } from '../output/atomic-file.js';

/** What is known of an article's neighbours. Articles are named by their ids in the index. */
export interface KnownNeighbours {
  /** The fingerprint of the article when it was last met. */
  readonly print: string;
  /** The neighbours that its file has and some just behind them, the best first; undefined if they are to be ranked. */
  readonly related: readonly string[] | undefined;
}

/**
 * A file that keeps which neighbours are ranked, so that the next run goes on where one was stopped, and ranks only what
 * changes concern. Each article has a line, which is added when its neighbours are written. It never fails: without the
 * file the next run takes longer, but gives the same.
 */
export class NeighboursState {
  readonly #path: string | undefined;
  readonly #version: string;
  /** The first line: what the neighbours are ranked with. */
  #header = '';
  #added: string[] = [];

  /**
   * Names the file.
   *
   * @param path of the file; undefined if nothing is kept
   * @param version changes with the program that ranks
   */
  constructor(path?: string, version = '') {
    this.#path = path;
    this.#version = version;
  }

  /**
   * What the runs before have left. A file of another version or of other options counts as empty.
   *
   * @param options that the neighbours are ranked with
   */
  read(options: readonly unknown[]): Map<string, KnownNeighbours> {
    this.#header = JSON.stringify({ version: this.#version, options });
    const all = new Map<string, KnownNeighbours>();
    const [first = '', ...lines] = (this.#path === undefined ? '' : (textOf(this.#path) ?? '')).split('\n');
    if (first !== this.#header) return all;
    // Ids come many times; each is kept once.
    const ids = new Map<string, string>();
    const known = (id: string): string => ids.get(id) ?? (ids.set(id, id), id);
    for (const line of lines) {
      const [key, print, related] = asList(parseJson(line));
      // The last line may have been cut off.
      if (typeof key !== 'string' || typeof print !== 'string') continue;
      const ranked = Array.isArray(related) ? related.map((id) => known(String(id))) : undefined;
      all.set(known(key), { print, related: ranked });
    }
    return all;
  }

  /** Keeps these and no others. */
  replace(all: ReadonlyMap<string, KnownNeighbours>): void {
    const lines = [this.#header];
    for (const [key, { print, related }] of all) lines.push(JSON.stringify([key, print, related]));
    this.#attempt((path) => writeAtomically(path, `${lines.join('\n')}\n`));
  }

  /** Keeps the neighbours of one more article, whose file is written. */
  add(key: string, { print, related }: KnownNeighbours): void {
    this.#added.push(`${JSON.stringify([key, print, related])}\n`);
    if (this.#added.length >= LINES_AT_A_TIME) this.flush();
  }

  /** Writes what was added. */
  flush(): void {
    const added = this.#added.join('');
    this.#added = [];
    if (added) this.#attempt((path) => appendFileSync(path, added));
  }

  #attempt(write: (path: string) => void): void {
    if (this.#path === undefined) return;
    try {
      write(this.#path);
    } catch {
      // The next run ranks again.
    }
  }
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

const LINES_AT_A_TIME = 20;
