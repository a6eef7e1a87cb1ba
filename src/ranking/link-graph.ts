import type { Article } from '../article.js';
import { forEach, type Steps } from '../shared/time-slicing.js';
import { identityKey } from './identity.js';
import { WEIGHTS } from './weights.js';

/** An article that lends support: a good candidate by words. */
export interface Supporter {
  /** Its place in the index, from 0. */
  readonly position: number;
  /** Its score by words, above 0. */
  readonly score: number;
}

/** What the links of good candidates say for an article. */
export interface Support {
  /** Above 0, and seldom above the score of the best supporter. */
  readonly amount: number;
  /** The position of the best supporter that it is linked with. */
  readonly from: number;
}

/**
 * The links among the articles of an index.
 *
 * Editors link what belongs together, also where the words differ. So an article is likely to be related if those are
 * that it is linked with.
 */
export class LinkGraph {
  /** By position: the articles that an article is linked with, in either direction, and whether it links to them. */
  readonly #links: readonly ReadonlyMap<number, boolean>[];

  /**
   * Reads the links of all articles. It leaves out links to what the index does not hold, to the article itself, and
   * those that most articles have: a template has set them.
   *
   * @param positions of the articles by the keys of their ids and URLs
   */
  static *read(articles: readonly Article[], positions: ReadonlyMap<string, number>): Steps<LinkGraph> {
    const targets: number[][] = [];
    const linking = articles.map(() => 0);
    yield* forEach(articles.length, ARTICLES_IN_STEP, (position) => {
      const found = (articles[position]!.links ?? []).flatMap(
        (link) => positions.get(identityKey(link)) ?? [],
      );
      const own = [...new Set(found)].filter((target) => target !== position);
      for (const target of own) linking[target]!++;
      targets.push(own);
    });
    const most = Math.max(FEW, articles.length * WEIGHTS.sharedLink);
    const links = targets.map(
      (own) => new Map(own.filter((target) => linking[target]! <= most).map((target) => [target, true])),
    );
    yield* forEach(articles.length, ARTICLES_IN_STEP, (position) => {
      for (const target of targets[position]!) {
        if (links[position]!.has(target) && !links[target]!.has(position))
          links[target]!.set(position, false);
      }
    });
    return new LinkGraph(links);
  }

  private constructor(links: readonly ReadonlyMap<number, boolean>[]) {
    this.#links = links;
  }

  /** The positions of the articles that an article is linked with, each with whether it is the one that links. */
  of(position: number): ReadonlyMap<number, boolean> {
    return this.#links[position]!;
  }

  /**
   * The support that articles get from those they are linked with: one step of a random walk that starts at the
   * supporters. Links of articles that are not eligible do not count. So the current article's own links change nothing.
   *
   * @param supporters the best first
   * @param isEligible whether the article at a position may be related
   */
  *support(
    supporters: readonly Supporter[],
    isEligible: (position: number) => boolean,
  ): Steps<Map<number, Support>> {
    const counts = remembered(isEligible);
    const numberOf = remembered((position) => [...this.#links[position]!.keys()].filter(counts).length);
    const found = new Map<number, Support>();
    yield* forEach(supporters.length, SUPPORTERS_IN_STEP, (at) => {
      const { position: from, score } = supporters[at]!;
      const lent = score / numberOf(from) ** WEIGHTS.supporterLinksPower;
      for (const [position, isOwn] of this.#links[from]!) {
        if (!counts(position)) continue;
        const link = isOwn ? 1 : WEIGHTS.linkBack;
        const amount = (link * lent) / numberOf(position) ** WEIGHTS.supportedLinksPower;
        const { amount: before = 0, from: best = from } = found.get(position) ?? {};
        found.set(position, { amount: before + amount, from: best });
      }
    });
    return found;
  }
}

/** A function that works out its value for a position only once. */
function remembered<T>(valueOf: (position: number) => T): (position: number) => T {
  const known = new Map<number, T>();
  return (position) => {
    if (!known.has(position)) known.set(position, valueOf(position));
    return known.get(position)!;
  };
}

const ARTICLES_IN_STEP = 64;
const SUPPORTERS_IN_STEP = 4;
/** A link that at most so many articles have may be an editor's in an index of any size. */
const FEW = 10;
