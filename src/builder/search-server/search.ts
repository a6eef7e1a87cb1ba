import { own, toText } from '../../shared/json.js';
import { isBusy, PAUSES_MS, type SearchClient } from './client.js';

/** An article that a search found. */
export interface Hit {
  /** Its id in the index. */
  readonly key: string;
  /** The fingerprint of the article. */
  readonly print: string;
}

/**
 * Sends several searches in one request. Those that the server is too busy for are sent again after a pause.
 *
 * @returns what each search found, the best first
 * @throws BuildError if a search fails
 */
export async function searchAll(
  client: SearchClient,
  index: string,
  searches: readonly object[],
): Promise<Hit[][]> {
  const found: Hit[][] = searches.map(() => []);
  let left = searches.map((_, at) => at);
  for (let attempt = 0; left.length > 0; attempt++) {
    // A part of the articles in place of all would be wrong and look right.
    const lines = left.flatMap((at) => [{ allow_partial_search_results: false }, searches[at]!]);
    const answer = await client.ask('POST', `/${index}/_msearch`, lines);
    const responses = own(answer, 'responses') as readonly unknown[];
    const again: number[] = [];
    for (const [position, at] of left.entries()) {
      const response = responses[position];
      const fault = own(response, 'error');
      if (fault === undefined) {
        const hits = own(response, 'hits.hits') as readonly unknown[];
        found[at] = hits.map((hit) => ({
          key: toText(own(hit, 'fields.key.0')),
          print: toText(own(hit, 'fields.print.0')),
        }));
        continue;
      }
      const status = Number(own(response, 'status'));
      const error = client.answered(status, response);
      if (!isBusy(error) || attempt === PAUSES_MS.length) throw error;
      again.push(at);
    }
    left = again;
    if (left.length > 0) await client.pause(PAUSES_MS[attempt]!);
  }
  return found;
}
