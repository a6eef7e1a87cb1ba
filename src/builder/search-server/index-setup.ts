import { own, type JsonRecord } from '../../shared/json.js';
import { BuildError } from '../build-error.js';
import { AnsweredError, type SearchClient } from './client.js';
import { mapping, MAPPING_VERSION, PLUGIN_ANALYZERS } from './mapping.js';

/**
 * Makes the index if it is missing.
 *
 * @throws BuildError if an index of that name has another mapping
 */
export async function setUpIndex(client: SearchClient, index: string): Promise<void> {
  const known = await mappingOf(client, index);
  if (known) return checkMapping(known, index);
  const available = new Set<string>();
  for (const name of new Set(Object.values(PLUGIN_ANALYZERS))) {
    if (await hasAnalyzer(client, name)) available.add(name);
  }
  try {
    await client.ask('PUT', `/${index}`, { mappings: mapping((name) => available.has(name)) });
  } catch (cause) {
    // A request that was repeated finds what it made before.
    if (!(cause instanceof AnsweredError) || cause.type !== 'resource_already_exists_exception') throw cause;
    checkMapping((await mappingOf(client, index)) ?? {}, index);
  }
}

/** The mapping of an index; undefined if there is no such index. */
async function mappingOf(client: SearchClient, index: string): Promise<unknown> {
  try {
    const [first] = Object.values(await client.ask('GET', `/${index}/_mapping`));
    return own(first, 'mappings') ?? {};
  } catch (cause) {
    if (cause instanceof AnsweredError && cause.type === 'index_not_found_exception') return undefined;
    throw cause;
  }
}

function checkMapping(known: unknown, index: string): void {
  if (own(known, '_meta.related_articles.version') === MAPPING_VERSION) return;
  throw new BuildError(
    `the index ${index} was made by another program, or by another version of this one; name another index, or delete it on the server`,
  );
}

async function hasAnalyzer(client: SearchClient, name: string): Promise<boolean> {
  try {
    const answer: JsonRecord = await client.ask('POST', '/_analyze', { analyzer: name, text: 'a' });
    return Array.isArray(answer['tokens']);
  } catch (cause) {
    // Who may not ask gets the standard analyzer.
    if (cause instanceof AnsweredError) return false;
    throw cause;
  }
}
