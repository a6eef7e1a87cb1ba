import { parseAst, type Plugin } from 'vite';

/** The members of MiniSearch's classes that it takes to add titles and to search them for whole terms. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  SearchableMap: names('constructor get fetch'),
  MiniSearch: names(
    'constructor add addAll addTerm addDocumentId addFields addFieldLength ' +
      'search executeQuery executeQuerySpec combineResults termResults',
  ),
};

function names(list: string): string[] {
  return list.split(' ');
}

/** What else that never reaches, by how each statement or property begins. */
const UNREACHED: readonly string[] = [
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
  // Defaults that are overridden.
  'stringifyField: (fieldValue',
  'tokenize: (text)',
  'processTerm: (term)',
  'logger: (level',
];

/** What `searchTitles` must not ask for, since it is not there. */
const MISSING = /\b(?:prefix|fuzzy|combineWith|boostDocument|storeFields|searchOptions|idField)\b/;

/**
 * Leaves out of the bundle what the block does not need of MiniSearch, which keeps an index of a few titles for a single
 * question there. Fails where MiniSearch is not written as is expected here.
 */
export const smallMiniSearch: Plugin = {
  name: 'small-minisearch',
  apply: 'build',
  transform(source, id) {
    if (id.endsWith('/title-search.ts') && MISSING.test(source))
      this.error(`${id} asks for what the bundle leaves out of MiniSearch: see UNREACHED`);
    if (!id.endsWith('/minisearch/dist/es/index.js')) return undefined;
    let code = source;
    for (const [name, kept] of Object.entries(MEMBERS)) code = withMembers(code, name, kept);
    for (const beginning of UNREACHED) code = without(code, beginning);
    const kept = Object.values(MEMBERS).flat();
    for (const [call, method = ''] of code.matchAll(/\bthis(?:\._index)?\.(?!_)(\w+)\(/g)) {
      if (!kept.includes(method)) this.error(`${id} still calls ${call})`);
    }
    return { code, map: null };
  },
};

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
