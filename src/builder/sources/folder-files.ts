import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { BuildError, codeOf, systemReason } from '../build-error.js';
import { type SourceOptions, turns } from '../options.js';
import type { LeftOut } from './found.js';
import { pathFilter } from './path-filter.js';

/** The files of a folder. */
export interface FolderFiles {
  /** Their paths in the folder, with slashes, sorted. */
  readonly files: readonly string[];
  /** The files and folders that can't be read. */
  readonly leftOut: readonly LeftOut[];
}

/** Names of HTML files. */
export const HTML = /\.html?$/i;
/** Names of Markdown files. */
export const MARKDOWN = /\.(?:md|mdx|markdown)$/i;

/** A folder that is to be looked into. */
interface Folder {
  /** Its path in the source, with a slash at the end; empty for the source itself. */
  readonly path: string;
  /** Its path without symbolic links. */
  readonly real: string;
}

/**
 * Finds the HTML and Markdown files in a folder and the folders below it. It skips hidden files, unless `include` names
 * them, and `node_modules`. It follows symbolic links, and gives a file that several of them lead to once, by its
 * shortest path.
 *
 * @throws BuildError that names the folder, if it can't be read
 */
export async function filesIn(folder: string, options: SourceOptions): Promise<FolderFiles> {
  const { isWanted, isExcluded } = pathFilter(options);
  const skipsHidden = !options.include?.length;
  const takeTurn = turns(options.signal);
  const paths = new Map<string, string>();
  const leftOut: LeftOut[] = [];
  const seen = new Set<string>();

  const look = (entry: Dirent<Buffer>, inside: Folder, below: Folder[]): void => {
    const name = entry.name.toString();
    const path = inside.path + name;
    if (name === 'node_modules' || (skipsHidden && name.startsWith('.')) || isExcluded(path)) return;
    const isText = (HTML.test(name) || MARKDOWN.test(name)) && isWanted(path);
    const leaveOut = (reason: string): void => void leftOut.push({ where: join(folder, path), reason });
    if (!Buffer.from(name).equals(entry.name)) {
      if (isText || entry.isDirectory()) leaveOut('has a name that is not UTF-8');
      return;
    }
    const target = entry.isSymbolicLink() ? linkTarget(join(folder, path)) : undefined;
    const kind = target?.stats ?? entry;
    const real = target?.real ?? join(inside.real, name);
    if (kind.isDirectory()) below.push({ path: `${path}/`, real });
    else if (!isText) return;
    else if (target?.problem !== undefined) leaveOut(target.problem);
    else if (!kind.isFile()) leaveOut('is not a file but a pipe or a device');
    else if ((paths.get(real)?.length ?? Infinity) > path.length) paths.set(real, path);
  };

  let level: Folder[] = [{ path: '', real: realFolder(folder) }];
  while (level.length > 0) {
    const below: Folder[] = [];
    // Links may lead to one folder by many paths, also in circles: it is looked into once, by its shortest path.
    for (const inside of level.sort((a, b) => a.path.length - b.path.length)) {
      if (seen.has(inside.real)) continue;
      seen.add(inside.real);
      try {
        const entries = readdirSync(join(folder, inside.path), { withFileTypes: true, encoding: 'buffer' });
        for (const entry of entries) look(entry, inside, below);
      } catch (cause) {
        leftOut.push({ where: join(folder, inside.path), reason: `can't be read: ${systemReason(cause)}` });
      }
      await takeTurn();
    }
    level = below;
  }
  return { files: [...paths.values()].sort(), leftOut };
}

/** @throws BuildError if the folder can't be read */
function realFolder(folder: string): string {
  try {
    readdirSync(folder);
    return realpathSync(folder);
  } catch (cause) {
    throw new BuildError(`can't read ${folder}: ${systemReason(cause)}; check the path`, { cause });
  }
}

/** What a symbolic link leads to, or why it leads nowhere. */
interface Target {
  readonly stats?: Stats;
  readonly real?: string;
  readonly problem?: string;
}

function linkTarget(path: string): Target {
  try {
    return { stats: statSync(path), real: realpathSync(path) };
  } catch (cause) {
    const isGone = codeOf(cause) === 'ENOENT';
    return { problem: isGone ? 'is a link that leads nowhere' : `can't be read: ${systemReason(cause)}` };
  }
}
