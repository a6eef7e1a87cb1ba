import { own, toText } from '../../shared/json.js';
import { isBusy, PAUSES_MS, type SearchClient } from './client.js';
import type { LeftOut } from '../sources/found.js';
import type { ArticleDocument } from './document.js';

/** A change of one document: its new state, or undefined if it is removed. */
export interface Change {
  readonly key: string;
  readonly document: ArticleDocument | undefined;
}

/** A change that the server refused, and why. */
export interface Refused {
  readonly change: Change;
  readonly reason: string;
}

/**
 * Sends changes, in as many requests as it takes, and makes searches see them.
 *
 * @returns the articles that the server refused for a reason of their own
 * @throws BuildError if the index takes no changes at all
 */
export async function sendAllChanges(
  client: SearchClient,
  index: string,
  changes: readonly Change[],
): Promise<LeftOut[]> {
  const leftOut: LeftOut[] = [];
  for await (const refused of sendChanges(client, index, changes)) leftOut.push(...refused.map(refusal));
  await client.ask('POST', `/${index}/_refresh`);
  return leftOut;
}

/** A refused change, as an article that is left out. */
export function refusal({ change, reason: detail }: Refused): LeftOut {
  return {
    where: change.document?.url ?? change.key,
    reason: 'was refused by the search server',
    detail,
  };
}

/**
 * Sends changes one after the other, as many in a request as a server takes at once.
 *
 * @yields for each request, the changes that the server refused for a reason of their own
 * @throws BuildError if the index takes no changes at all
 */
export async function* sendChanges(
  client: SearchClient,
  index: string,
  changes: Iterable<Change> | AsyncIterable<Change>,
): AsyncGenerator<readonly Refused[]> {
  let [batch, size]: [Change[], number] = [[], 0];
  for await (const change of changes) {
    batch.push(change);
    size += sizeOf(change);
    if (batch.length < BATCH && size < BATCH_SIZE) continue;
    yield await sendBatch(client, index, batch);
    [batch, size] = [[], 0];
  }
  if (batch.length > 0) yield await sendBatch(client, index, batch);
}

/** Sends changes in one request. What the server is too busy for is sent again after a pause. */
async function sendBatch(
  client: SearchClient,
  index: string,
  changes: readonly Change[],
): Promise<Refused[]> {
  const refused: Refused[] = [];
  let left = changes;
  for (let attempt = 0; left.length > 0; attempt++) {
    const answer = await client.ask('POST', `/${index}/_bulk`, left.flatMap(actions));
    if (answer['errors'] !== true) return refused;
    const items = own(answer, 'items') as readonly unknown[];
    const again: Change[] = [];
    for (const [at, change] of left.entries()) {
      const [result] = Object.values(items[at] as object);
      const fault = own(result, 'error');
      if (fault === undefined) continue;
      const error = client.answered(Number(own(result, 'status')), result);
      if (isBusy(error) && attempt < PAUSES_MS.length) again.push(change);
      else if (error.status === 400) refused.push({ change, reason: toText(own(fault, 'reason')) });
      else throw error;
    }
    left = again;
    if (left.length > 0) await client.pause(PAUSES_MS[attempt]!);
  }
  return refused;
}

function actions({ key, document }: Change): object[] {
  return document ? [{ index: { _id: key } }, document] : [{ delete: { _id: key } }];
}

/** About how many characters a change takes in a request: those of its text. */
function sizeOf({ document }: Change): number {
  return document?.text[document.field]?.length ?? 0;
}

/** How many articles go into one request. */
const BATCH = 500;
/** About how many characters go into one request. */
const BATCH_SIZE = 4_000_000;
