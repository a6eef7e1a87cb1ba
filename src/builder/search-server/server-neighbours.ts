import type { Article } from '../../article.js';
import type { ChosenArticle } from '../../ranking/ranker.js';
import { timeOf } from '../../shared/date.js';
import type { FoundNeighbours } from '../output/neighbours.js';
import { keyOf } from './document.js';
import type { KnownNeighbours, NeighboursState } from './neighbours-state.js';
import type { SearchServer } from './search-server.js';

/** If a larger share of the articles has changed, all are ranked anew. */
const SHARE_CHANGED = 0.01;
/** With fewer articles, ranking all of them anew takes no time to speak of. */
const FEW = 200;
/** How many articles wait before the others: of those that were preferred earlier, the candidates are forgotten. */
const MOST_PREFERRED = 1000;
/** How many articles are remembered behind the neighbours: a change of one of them may bring another one in. */
const SPARE = 4;

/**
 * The neighbours of articles that a search server holds. With a state of before, only the articles are ranked that a
 * change concerns: the changed ones, those that had one of them as a neighbour, and those that have one now. The
 * neighbours that are still true come first.
 *
 * @param prints the fingerprints of the articles that the server holds, by their ids in its index
 * @param isWritten whether the file of an article is there
 * @param limit how many neighbours an article has at most
 * @param options all that the neighbours depend on beside the articles
 */
export async function* serverNeighbours(
  server: SearchServer,
  articles: readonly Article[],
  prints: ReadonlyMap<string, string>,
  isWritten: (article: Article) => boolean,
  limit: number,
  state: NeighboursState,
  options: readonly unknown[],
): AsyncGenerator<FoundNeighbours> {
  const known = state.read(options);
  const current = new Map<string, Article>();
  const now = new Map<string, string>();
  for (const article of articles) {
    const key = keyOf(article.url);
    const print = prints.get(key);
    if (print === undefined || current.has(key)) continue;
    current.set(key, article);
    now.set(key, `${print}${timesOf(article)}`);
  }
  const changed = new Set([...now].flatMap(([key, print]) => (known.get(key)?.print === print ? [] : key)));
  const gone = [...known.keys()].filter((key) => !current.has(key));
  const changes = changed.size + gone.length;
  const areFew = current.size >= FEW && changes <= current.size * SHARE_CHANGED;
  const touched = areFew ? await reached(server, [...changed], limit) : new Set<string>();
  const holds = (key: string, article: Article): boolean => {
    const related = known.get(key)?.related;
    if (!related || changed.has(key) || touched.has(key) || (changes > 0 && !areFew)) return false;
    return related.every((each) => current.has(each) && !changed.has(each)) && isWritten(article);
  };
  const next = new Map<string, KnownNeighbours>();
  for (const [key, article] of current) {
    const related = holds(key, article) ? known.get(key)?.related : undefined;
    next.set(key, { print: now.get(key)!, related });
    if (related) yield { article, related: undefined };
  }
  // From here on the state knows what is left to do, if the work is stopped.
  state.replace(next);
  const left = new Worklist([...next].flatMap(([key, { related }]) => (related ? [] : key)));
  try {
    for await (const { key, article, pool } of server.retrieve(left)) {
      const ranker = server.ranker(pool);
      const first = ranker.first(article, {});
      const others = ranker
        .ranked(article, { limit: limit + SPARE })
        .filter((each) => !first.some((chosen) => chosen.article === each.article))
        .map((each): ChosenArticle => ({ article: each.article, reasons: {} }));
      const related = [...first, ...others];
      yield { article: current.get(key)!, related: related.slice(0, limit) };
      const keys = related.map((each) => keyOf(each.article.url));
      state.add(key, { print: now.get(key)!, related: keys });
      left.prefer(keys);
    }
  } finally {
    state.flush();
  }
}

/**
 * The articles that are left to rank, by their ids in the index. After an article come those that are related to it:
 * most of their candidates are the same, and were just fetched and analyzed.
 */
class Worklist {
  readonly #left: Set<string>;
  /** Goes through those that are left, without looking again at those that are done. */
  readonly #others: Iterator<string>;
  /** Those that come first, the next one last. */
  readonly #preferred: string[] = [];

  constructor(keys: readonly string[]) {
    this.#left = new Set(keys);
    this.#others = this.#left.values();
  }

  *[Symbol.iterator](): Generator<string> {
    for (let key = this.#next(); key !== undefined; key = this.#next()) {
      this.#left.delete(key);
      yield key;
    }
  }

  /** Puts articles before the others, the first one at the very front. */
  prefer(keys: readonly string[]): void {
    this.#preferred.push(...keys.filter((key) => this.#left.has(key)).toReversed());
    this.#preferred.splice(0, this.#preferred.length - MOST_PREFERRED);
  }

  #next(): string | undefined {
    for (let key = this.#preferred.pop(); key !== undefined; key = this.#preferred.pop())
      if (this.#left.has(key)) return key;
    const { done, value } = this.#others.next();
    return done ? undefined : value;
  }
}

/**
 * The articles, by their ids in the index, that may have one of the changed ones as a neighbour now. Each candidate of a
 * changed article is ranked beside the others: whoever does not have it as a neighbour among these few has it nowhere.
 */
async function reached(
  server: SearchServer,
  changed: readonly string[],
  limit: number,
): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const { article, candidates, pool } of server.retrieve(changed)) {
    for (const candidate of candidates) {
      const related = server.ranker(pool).ranked(candidate, { limit });
      if (related.some((each) => each.article === article)) found.add(keyOf(candidate.url));
    }
  }
  return found;
}

/** Whether an article's dates are still in the future: that changes without a change of the article. */
function timesOf({ date, expires }: Article): string {
  const now = Date.now();
  return [date, expires].map((moment) => Number((timeOf(moment) ?? 0) > now)).join('');
}
