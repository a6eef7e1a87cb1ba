import type { LitElement } from 'lit';
import type { Discussion, RelatedArticle } from '../article.js';
import type { Counter } from '../discussion/counter.js';
import { counterOf, type Discussions } from '../discussion/providers.js';
import { thisPage } from '../page/dom-tree.js';
import { toError } from '../shared/error.js';
import { parseWebUrl } from '../shared/url.js';
import { beginAdvice } from './counts-advice.js';
import { whenUnseen } from './controllers/reserved-space.js';
import { whenNear } from './controllers/visibility.js';
import { RelatedArticlesDiscussionsEvent } from './events.js';
import { withArticle } from './with-article.js';

/**
 * Asks for the counts of a block's discussions once a visitor comes near it, and puts them into its articles. Browsers
 * load this as a script of its own.
 */
export class DiscussionCounts {
  readonly #host: LitElement;
  readonly #warn: (message: string, cause?: unknown) => void;
  #isNear: Promise<void> | undefined;
  #counter: Counter | undefined;
  #related: readonly RelatedArticle[] = [];
  #asked = new WeakSet<RelatedArticle>();
  /** The discussions that have come, by the article's URL; they also hold for the next ranking. */
  #discussions = new Map<string, Discussion>();
  /** URLs of articles whose counts are no longer awaited; the space for those that did not come is given back. */
  #settled = new Set<string>();
  readonly #counted = new WeakMap<RelatedArticle, { discussion: Discussion; counted: RelatedArticle }>();

  /** @param warn tells the author what is wrong */
  constructor(host: LitElement, warn: (message: string, cause?: unknown) => void) {
    this.#host = host;
    this.#warn = warn;
  }

  /** The articles, each with the count that has come for it; the same objects until another count comes. */
  withCounts(related: readonly RelatedArticle[]): readonly RelatedArticle[] {
    return related.map((one) => {
      const discussion = this.#discussions.get(one.article.url);
      if (!discussion) return one;
      const known = this.#counted.get(one);
      if (known?.discussion === discussion) return known.counted;
      const counted = withArticle(one, { discussion: { ...one.article.discussion, ...discussion } });
      this.#counted.set(one, { discussion, counted });
      return counted;
    });
  }

  /** Whether counts of these articles may still come. */
  areAwaited(related: readonly RelatedArticle[]): boolean {
    return related.some(({ article }) => !this.#settled.has(article.url));
  }

  /** Lets the answers that came before no longer hold. */
  forget(): void {
    this.#counter?.forget();
    this.#asked = new WeakSet();
  }

  /** Asks a comment system for the counts of the articles on show, each article once. */
  async ask(related: readonly RelatedArticle[], discussions: Discussions): Promise<void> {
    this.#related = related;
    const counter = this.#counterOf(discussions);
    if (!counter) return this.#settle(related);
    if (counter !== this.#counter) {
      this.#counter = counter;
      this.#asked = new WeakSet();
      this.#discussions = new Map();
      this.#settled = new Set();
    }
    this.#isNear ??= new Promise((resolve) => {
      whenNear(this.#host, resolve);
    });
    await this.#isNear;
    if (counter === this.#counter) await this.#askNow(counter, discussions);
  }

  /** The counter of a comment system; undefined where the author names none that is known. */
  #counterOf(discussions: Discussions): Counter | undefined {
    try {
      return counterOf(discussions, { address: this.#host.baseURI, wordPressApi: wordPressApi() });
    } catch (error) {
      this.#warn(toError(error).message);
      return undefined;
    }
  }

  async #askNow(counter: Counter, setting: Discussions): Promise<void> {
    const related = this.#related.filter((one) => !this.#asked.has(one));
    if (related.length === 0) return;
    for (const one of related) this.#asked.add(one);
    const answered = beginAdvice(counter, related, setting);
    const { discussions, error } = await counter.count(related.map(({ article }) => article));
    answered([...discussions.values()]);
    if (counter !== this.#counter) return;
    for (const [{ url }, discussion] of discussions) this.#discussions.set(url, discussion);
    if (error) this.#warn(`some discussion counts are missing: ${error.message}`, error);
    if (discussions.size < related.length) this.#settle(related);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.dispatchEvent(new RelatedArticlesDiscussionsEvent(this.withCounts(this.#related), error));
  }

  /** Gives back the space of counts that did not come. */
  #settle(related: readonly RelatedArticle[]): void {
    if (!this.areAwaited(related)) return;
    whenUnseen(this.#host, () => {
      for (const { article } of related) this.#settled.add(article.url);
      this.#host.requestUpdate();
    });
  }
}

/** The address of the WordPress API that the page's head names. */
function wordPressApi(): string | undefined {
  const link = thisPage().querySelector<HTMLLinkElement>('link[rel~="https://api.w.org/"][href]');
  return parseWebUrl(link?.href ?? '')?.href;
}
