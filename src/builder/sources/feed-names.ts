import { isTag, type ParentNode } from 'domhandler';
import { type Document, parseXml } from '../html/html-document.js';

/**
 * Parses a feed, and gives its elements and attributes the names that most feeds write, whatever prefixes this one has
 * for its namespaces (Namespaces in XML 1.0): `updated` for `a10:updated` of Atom, `dc:date` for `d:date`. Names of
 * other namespaces, and of prefixes that are not declared, stay.
 */
export function parseFeedXml(xml: string): Document {
  const document = parseXml(xml);
  const waiting: ParentNode[] = [document];
  const usual = new Map(UNDECLARED);
  for (let parent = waiting.pop(); parent; parent = waiting.pop()) {
    for (const node of parent.children.toReversed()) {
      if ('children' in node) waiting.push(node);
    }
    if (!isTag(parent)) continue;
    const attributes = Object.entries(parent.attribs);
    for (const [name, address] of attributes) {
      if (!name.startsWith('xmlns:')) continue;
      const prefix = prefixOf(address);
      if (prefix !== undefined) usual.set(name.slice('xmlns:'.length), prefix);
    }
    parent.name = usualName(parent.name, usual);
    parent.attribs = Object.fromEntries(
      attributes.map(([name, value]) => [name.startsWith('xmlns') ? name : usualName(name, usual), value]),
    );
  }
  return document;
}

function usualName(name: string, prefixes: ReadonlyMap<string, string>): string {
  const [, prefix, local] = /^([^:]*):(.*)$/s.exec(name) ?? [];
  const usual = prefix === undefined ? undefined : prefixes.get(prefix);
  if (local === undefined || usual === undefined) return name;
  return usual === '' ? local : `${usual}:${local}`;
}

/** The usual prefix of a namespace, which is empty for those of RSS and Atom; undefined for an unknown namespace. */
function prefixOf(address: string): string | undefined {
  const bare = address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]+$/, '');
  return NAMESPACES.find(([namespace]) => namespace.test(bare))?.[1];
}

const NAMESPACES: readonly [namespace: RegExp, prefix: string][] = [
  [/^www\.w3\.org\/2005\/atom$|^purl\.org\/atom\/ns$/, ''],
  [/^purl\.org\/rss\/1\.0$|^backend\.userland\.com\/|^blogs\.law\.harvard\.edu\/tech\/rss$/, ''],
  [/^(?:my|channel)\.netscape\.com\/rdf\/simple\//, ''],
  [/^www\.w3\.org\/1999\/02\/22-rdf-syntax-ns$/, 'rdf'],
  [/^purl\.org\/dc\/elements\/1\.\d$/, 'dc'],
  [/^purl\.org\/dc\/terms$/, 'dcterms'],
  [/^purl\.org\/rss\/1\.0\/modules\/content$/, 'content'],
  [/^purl\.org\/rss\/1\.0\/modules\/slash$/, 'slash'],
  [/^wellformedweb\.org\/commentapi$/, 'wfw'],
  [/^purl\.org\/syndication\/thread\/1\.0$/, 'thr'],
  [/^www\.w3\.org\/2007\/app$|^purl\.org\/atom\/app$/, 'app'],
  [/^search\.yahoo\.com\/mrss$/, 'media'],
  [/^www\.itunes\.com\/dtds\/podcast-1\.0\.dtd$/, 'itunes'],
  [/^www\.w3\.org\/1999\/xhtml$/, ''],
  [/^wordpress\.org\/export\/[\d.]+$/, 'wp'],
  [/^wordpress\.org\/export\/[\d.]+\/excerpt$/, 'excerpt'],
  [/^schemas\.google\.com\/blogger\/\d+$/, 'blogger'],
];

/** Prefixes that feeds write without declaring them. */
const UNDECLARED: readonly [prefix: string, usual: string][] = [
  ['atom', ''],
  ['a10', ''],
  ['rss', ''],
];
