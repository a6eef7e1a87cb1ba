import { parseAst, type Plugin } from 'vite';
import { LIT } from './lit-parts.js';

/** What the block does not need of a library's module. */
export interface Unneeded {
  /** How each statement, member or property begins that is left out; there must be one that does. */
  readonly parts?: readonly string[];
  /** What is written in another way; it must stand there once. */
  readonly changes?: readonly (readonly [from: string, to: string])[];
}

const LIBRARIES: ReadonlyMap<string, Unneeded> = new Map(Object.entries(LIT));

/** What modules must not ask of their library, since it is not there. */
const MISSING: readonly (readonly [modules: RegExp, asks: RegExp])[] = [
  [/\/src\/element\//, /\b(?:type: (?:Number|Object|Array)|(?:reflect|state|useDefault): true|hasChanged)\b/],
];

/**
 * Leaves out of the bundle what the block does not need of its libraries. Fails where they are not written as is
 * expected here.
 */
export const smallLibraries: Plugin = {
  name: 'small-libraries',
  apply: 'build',
  transform(source, id) {
    if (MISSING.some(([modules, asks]) => modules.test(id) && asks.test(source)))
      this.error(`${id} asks for what the bundle leaves out of its library`);
    const { parts = [], changes = [] } = LIBRARIES.get(id.replace(/^.*\/node_modules\//, '')) ?? {};
    let code = source;
    for (const beginning of parts) code = without(code, beginning);
    for (const [from, to] of changes) {
      if (code.split(from).length !== 2) this.error(`${id} does not hold ${from} once`);
      code = code.replace(from, () => to);
    }
    return code === source ? undefined : { code, map: null };
  },
  renderChunk(script, { fileName }) {
    const [lost] = LOST.exec(script) ?? [];
    if (lost) this.error(`${fileName} still uses ${lost}, which is left out of its library`);
  },
};

/** What the bundle must not use any more. */
const LOST =
  /\b(?:_\$ET|_\$Ej|_\$Eq|_\$Em|_\$AL|litPropertyMetadata|finalizeStyles|getPropertyOptions|scheduleUpdate|willUpdate|autoRun|taskComplete)\b/;

/** Leaves out the one statement or property that begins so. */
function without(source: string, beginning: string): string {
  const found = partsOf(source).filter((part) => beginsWith(part, source, beginning));
  if (found.length !== 1) throw new Error(`${found.length} statements begin with ${beginning}`);
  return found.reduceRight(cut, source);
}

/** A statement, a member of a class or a property, by its place in the source. */
interface Part {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** All parts of a source, in the order in which they begin. */
function partsOf(source: string): Part[] {
  const parts: Part[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (isPart(node)) parts.push(node);
    for (const child of Object.values(node)) look(child);
  };
  look(parseAst(source));
  return parts;
}

function isPart(node: object): node is Part {
  return 'type' in node && /Statement$|Declaration$|^(?:Property|MethodDefinition)$/.test(String(node.type));
}

function beginsWith({ start }: Part, source: string, beginning: string): boolean {
  return source.startsWith(beginning, start);
}

function cut(source: string, { type, start, end }: Part): string {
  const rest = source.slice(end);
  return source.slice(0, start) + (type === 'Property' ? rest.replace(/^\s*,/, '') : rest);
}
