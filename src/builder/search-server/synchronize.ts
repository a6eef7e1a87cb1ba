import type { Article } from '../../article.js';
import { own, toText } from '../../shared/json.js';
import type { OnProgress } from '../options.js';
import type { LeftOut } from '../sources/found.js';
import { type Change, refusal, sendAllChanges, sendChanges } from './bulk.js';
import { AnsweredError, type SearchClient } from './client.js';
import { toDocument } from './document.js';

/** What was done to the index of a search server. */
export interface Synchronized {
  /** How many articles are new or changed, and were sent. */
  readonly sent: number;
  readonly unchanged: number;
  /** How many were removed, since the sources no longer hold them. */
  readonly removed: number;
  /** The articles that the server refused. The index does not hold them. */
  readonly leftOut: readonly LeftOut[];
  /** The fingerprints of the articles that the index holds, by their ids in it. */
  readonly prints: ReadonlyMap<string, string>;
}

/** How articles are sent. */
export interface SynchronizeOptions {
  /** The language (BCP 47) of articles that name none. */
  readonly language?: string | undefined;
  /** How many articles there will be, if that is known. */
  readonly total?: number;
  readonly onProgress?: OnProgress;
}

/**
 * Makes the index hold these articles and no others. It sends only those that are new or changed. The articles are taken
 * one by one, so that their texts need not be in memory at once.
 */
export async function synchronize(
  client: SearchClient,
  index: string,
  articles: Iterable<Article> | AsyncIterable<Article>,
  { language, total, onProgress }: SynchronizeOptions = {},
): Promise<Synchronized> {
  const before = await storedPrints(client, index);
  const prints = new Map<string, string>();
  const leftOut: LeftOut[] = [];
  let [done, sent] = [0, 0];
  const changed = async function* (): AsyncGenerator<Change> {
    for await (const article of articles) {
      const document = toDocument(article, language);
      const { key, print } = document;
      done++;
      // Of two addresses of one page the first one counts.
      if (prints.has(key)) continue;
      prints.set(key, print);
      if (before.get(key) === print) continue;
      sent++;
      yield { key, document };
    }
  };
  const tellProgress = (): void =>
    onProgress?.({ step: 'Sending articles', done, ...(total !== undefined && { total }), isWriting: true });
  for await (const refused of sendChanges(client, index, changed())) {
    // What the index holds is an article of before; it goes with those that are gone.
    for (const { change } of refused) prints.delete(change.key);
    leftOut.push(...refused.map(refusal));
    tellProgress();
  }
  tellProgress();
  const gone = [...before.keys()].filter((key) => !prints.has(key));
  await sendAllChanges(
    client,
    index,
    gone.map((key) => ({ key, document: undefined })),
  );
  if (sent > prints.size * SHARE_SENT) await merge(client, index);
  return {
    sent: sent - leftOut.length,
    unchanged: prints.size - sent + leftOut.length,
    removed: gone.length,
    leftOut,
    prints,
  };
}

/** The fingerprints of all articles that the index holds, by their ids. */
async function storedPrints(client: SearchClient, index: string): Promise<Map<string, string>> {
  await client.ask('POST', `/${index}/_refresh`);
  const prints = new Map<string, string>();
  for (let after: unknown; ;) {
    const answer = await client.ask('POST', `/${index}/_search`, {
      size: PAGE,
      // As in `candidateSearch`: else the server unpacks each document for its id.
      stored_fields: '_none_',
      docvalue_fields: ['key', 'print'],
      sort: [{ key: 'asc' }],
      track_total_hits: false,
      ...(after !== undefined && { search_after: [after] }),
    });
    const hits = own(answer, 'hits.hits') as readonly unknown[];
    for (const hit of hits) prints.set(toText(own(hit, 'fields.key.0')), toText(own(hit, 'fields.print.0')));
    if (hits.length < PAGE) return prints;
    after = own(hits.at(-1), 'sort.0');
  }
}

/** Puts an index into one piece. A load leaves a dozen, each of which every search looks into. */
async function merge(client: SearchClient, index: string): Promise<void> {
  try {
    await client.ask('POST', `/${index}/_forcemerge?max_num_segments=1&wait_for_completion=false`);
  } catch (cause) {
    // Not every user may do that, and not every server offers it.
    if (!(cause instanceof AnsweredError)) throw cause;
  }
}

/** If a larger share of the articles was sent, the index is put into one piece. */
const SHARE_SENT = 0.5;
/** As many as both servers give at once. */
const PAGE = 10_000;
