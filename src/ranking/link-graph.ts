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

/** A link as one of its two articles sees it. */
export interface Link {
  /** The position of the other article. */
  readonly position: number;
  /** Whether this article links to the other one; if both link to each other, it does. */
  readonly isOwn: boolean;
}

/**
 * The links among the articles of an index.
 *
 * Editors link what belongs together, also where the words differ. So an article is likely to be related if those are
 * that it is linked with.
 */
export class LinkGraph {
  /** By position: the links of an article, in the order of its text, followed by the links to it. */
  readonly #links: readonly (readonly Link[])[];

  /**
   * Reads the links of all articles. It leaves out links to what the index does not hold, to the article itself, and
   * those that most articles have: a template has set them.
   *
   * @param positions of the articles by the keys of their ids and URLs
   */
  static *read(articles: readonly Article[], positions: ReadonlyMap<string, number>): Steps<LinkGraph> {
    const targets: ReadonlySet<number>[] = [];
    const linking = articles.map(() => 0);
    yield* forEach(articles.length, ARTICLES_IN_STEP, (position) => {
      const found = new Set(
        (articles[position]!.links ?? []).flatMap((link) => positions.get(identityKey(link)) ?? []),
      );
      found.delete(position);
      for (const target of found) linking[target]!++;
      targets.push(found);
    });
    const most = Math.max(FEW, articles.length * WEIGHTS.sharedLink);
    const links = targets.map((own) =>
      [...own]
        .filter((target) => linking[target]! <= most)
        .map((position): Link => ({ position, isOwn: true })),
    );
    yield* forEach(articles.length, ARTICLES_IN_STEP, (position) => {
      for (const target of targets[position]!) {
        if (linking[target]! <= most && !targets[target]!.has(position))
          links[target]!.push({ position, isOwn: false });
      }
    });
    return new LinkGraph(links);
  }

  private constructor(links: readonly (readonly Link[])[]) {
    this.#links = links;
  }

  /** The links of the article at a position, in the order of its text, followed by the links to it. */
  of(position: number): readonly Link[] {
    return this.#links[position]!;
  }

  /**
   * The support that articles get from those they are linked with: one step of a random walk that starts at the
   * supporters.
   *
   * @param supporters the best first
   * @param current the positions of the current article. Neither its own links count nor those to it
   */
  *support(supporters: readonly Supporter[], current: readonly number[]): Steps<Map<number, Support>> {
    /** How many links each article has with the current one. */
    const near = new Map<number, number>();
    for (const { position } of current.flatMap((own) => this.of(own)))
      near.set(position, (near.get(position) ?? 0) + 1);
    const count = (position: number): number => this.of(position).length - (near.get(position) ?? 0);
    const found = new Map<number, { amount: number; readonly from: number }>();
    yield* forEach(supporters.length, SUPPORTERS_IN_STEP, (at) => {
      const { position: from, score } = supporters[at]!;
      const lent = score / count(from) ** WEIGHTS.supporterLinksPower;
      for (const { position, isOwn } of this.of(from)) {
        if (current.includes(position)) continue;
        const link = isOwn ? 1 : WEIGHTS.linkBack;
        const amount = (link * lent) / count(position) ** WEIGHTS.supportedLinksPower;
        const known = found.get(position);
        if (known) known.amount += amount;
        else found.set(position, { amount, from });
      }
    });
    return found;
  }
}

const ARTICLES_IN_STEP = 64;
const SUPPORTERS_IN_STEP = 4;
/** A link that at most so many articles have may be an editor's in an index of any size. */
const FEW = 10;
