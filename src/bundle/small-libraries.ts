import { parseAst, type Plugin } from 'vite';
import { LIT } from './lit-parts.js';

/** What the block does not need of a library's module. */
export interface Unneeded {
  /** Members that are kept of classes, the others being left out, by the class's name. */
  readonly members?: Readonly<Record<string, string>>;
  /** How each statement, member or property begins that is left out; there must be one that does. */
  readonly parts?: readonly string[];
  /** What is written in another way; it must stand there once. */
  readonly changes?: readonly (readonly [from: string, to: string])[];
}

const MINISEARCH: Unneeded = {
  // What it takes to add titles, and to search them for whole terms.
  members: {
    SearchableMap: 'constructor get fetch',
    MiniSearch:
      'constructor add addAll addTerm addDocumentId addFields ' +
      'search executeQuery executeQuerySpec combineResults termResults',
  },
  parts: [
    'class TreeIterator ',
    // Wrong calls, and documents that are taken away again or stored.
    'if ((options === null',
    'if (id == null)',
    "if (typeof key !== 'string')",
    'if (!combinator)',
    'if (this._idToShortId.has(id))',
    'if (!this._documentIds.has(docId))',
    'const autoVacuum = ',
    'autoVacuum,',
    'autoVacuum: true',
    'const defaultVacuumOptions = ',
    'const defaultVacuumConditions = ',
    'const defaultAutoVacuumOptions = ',
    'autoSuggestOptions: ',
    'this._storedFields = ',
    'this._dirtCount = ',
    'this._currentVacuum = ',
    'this._enqueuedVacuum = ',
    'this._enqueuedVacuumConditions = ',
    'this._prefix = ',
    'this._idToShortId = ',
    'this._idToShortId.set(',
    'this.saveStoredFields(',
    'Object.assign(result, this._storedFields',
    // Questions other than for any of some whole terms.
    'MiniSearch.wildcard = ',
    'if (query === MiniSearch.wildcard && ',
    'if (query === MiniSearch.wildcard) ',
    "if (typeof query !== 'string')",
    'const { fuzzy: fuzzyWeight',
    'let prefixMatches',
    'let fuzzyMatches',
    'if (query.prefix)',
    'if (query.fuzzy)',
    'if (prefixMatches)',
    'if (fuzzyMatches)',
    'const fuzzy = ',
    'const prefix = ',
    'fuzzy, prefix,',
    'prefix, termBoost',
    'prefix: false',
    'fuzzy: false',
    'maxFuzzy: 6',
    'maxFuzzy, bm25',
    'weights, ',
    'weights: { fuzzy',
    '[AND]: ',
    '[AND_NOT]: ',
    // Lengths of titles, which do not count, and in which field of which word a term was found.
    'const uniqueTerms = ',
    'this.addFieldLength(',
    'this._fieldLength = ',
    'this._avgFieldLength = ',
    'const avgFieldLength = ',
    'const fieldLength = ',
    'existing.match = ',
    'const match = ',
    'if (match) {',
    'terms: Object.keys(match)',
    'match: { [derivedTerm]',
    // Defaults that are overridden.
    'stringifyField: (fieldValue',
    'tokenize: (text)',
    'processTerm: (term)',
    'logger: (level',
  ],
  changes: [
    ['if (fieldValue == null)', 'if (false)'],
    ['Array.isArray(processedTerm)', 'false'],
    ['searchOptionsWithDefaults.filter == null || searchOptionsWithDefaults.filter(result)', 'true'],
    ['boostDocumentFn ? ', 'false ? '],
    ['combineWith.toLowerCase()', 'combineWith'],
    ['(1 - b + b * fieldLength / avgFieldLength)', '1'],
    ['fieldLength, avgFieldLength, bm25params) =>', 'bm25params) =>'],
    ['fieldLength, avgFieldLength, bm25params);', 'bm25params);'],
    ['queryTerms: terms,\n                match', 'queryTerms: terms'],
  ],
};

const LIBRARIES: ReadonlyMap<string, Unneeded> = new Map([
  ['minisearch/dist/es/index.js', MINISEARCH],
  ...Object.entries(LIT),
]);

/** What modules must not ask of their library, since it is not there. */
const MISSING: readonly (readonly [modules: RegExp, asks: RegExp])[] = [
  [/\/title-search\.ts$/, /\b(?:prefix|fuzzy|combineWith|boostDocument|storeFields|searchOptions|idField)\b/],
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
    const {
      members = {},
      parts = [],
      changes = [],
    } = LIBRARIES.get(id.replace(/^.*\/node_modules\//, '')) ?? {};
    let code = source;
    for (const [name, kept] of Object.entries(members)) code = withMembers(code, name, kept.split(' '));
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
  /\b(?:_\$ET|_\$Ej|_\$Eq|_\$Em|_\$AL|litPropertyMetadata|finalizeStyles|getPropertyOptions|scheduleUpdate|willUpdate|autoRun|saveStoredFields|removeTerm|_fieldLength|_avgFieldLength|_storedFields|_idToShortId|atPrefix|fuzzyGet|taskComplete)\b/;

/** Leaves a class some of its members, each of which it must have. */
function withMembers(source: string, name: string, kept: readonly string[]): string {
  const whole = partsOf(source).find((part) => beginsWith(part, source, `class ${name} `));
  const members = whole ? partsOf(source, whole).filter(({ type }) => type === 'MethodDefinition') : [];
  const isKept = (part: Part): boolean => kept.some((member) => beginsWith(part, source, `${member}(`));
  if (members.filter(isKept).length !== kept.length)
    throw new Error(`not all of ${kept.join(', ')} is in ${name}`);
  return members.filter((part) => !isKept(part)).reduceRight(cut, source);
}

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

/** All parts of a source, or of a part of it, in the order in which they begin. */
function partsOf(
  source: string,
  { start, end }: Omit<Part, 'type'> = { start: 0, end: source.length },
): Part[] {
  const parts: Part[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (isPart(node) && node.start >= start && node.end <= end) parts.push(node);
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
