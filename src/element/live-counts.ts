import type { LitElement } from 'lit';
import type { Article, Discussion, RelatedArticle } from '../article.js';
import type { Counter } from '../discussion/counter.js';
import { counterOf, type Discussions } from '../discussion/providers.js';
import { RelatedArticlesDiscussionsEvent } from './discussions-event.js';
import { whenUnseen } from './unseen.js';

/** How far below the visible part of the page a block is near enough to ask, in CSS pixels. */
const MARGIN_PX = 256;

/** Asks for the counts of a block's discussions once a visitor comes near, and puts them into its articles. */
export class LiveCounts {
  readonly #host: LitElement;
  readonly #warn: (message: string, cause?: unknown) => void;
  #isNear = false;
  #observer: IntersectionObserver | undefined;
  #counter: Counter | undefined;
  #related: readonly RelatedArticle[] = [];
  #asked = new WeakSet<RelatedArticle>();
  /** What has come, by the article's URL: it also holds for the next ranking. */
  #discussions = new Map<string, Discussion>();
  /** URLs of articles whose counts are awaited no more: the places of those that did not come are given back. */
  #settled = new Set<string>();
  readonly #counted = new WeakMap<RelatedArticle, { discussion: Discussion; counted: RelatedArticle }>();

  /** @param warn tells the author what is wrong */
  constructor(host: LitElement, warn: (message: string, cause?: unknown) => void) {
    this.#host = host;
    this.#warn = warn;
  }

  /** The articles, each with the count that has come for it; the same objects until another comes. */
  counted(related: readonly RelatedArticle[]): readonly RelatedArticle[] {
    return related.map((one) => {
      const discussion = this.#discussions.get(one.article.url);
      if (!discussion) return one;
      const known = this.#counted.get(one);
      if (known?.discussion === discussion) return known.counted;
      const counted = withDiscussion(one, discussion);
      this.#counted.set(one, { discussion, counted });
      return counted;
    });
  }

  /** Whether a place is to be held for counts. */
  awaits(related: readonly RelatedArticle[]): boolean {
    return related.some(({ article }) => !this.#settled.has(article.url));
  }

  /** Lets answers that came before no longer hold. */
  forget(): void {
    this.#counter?.forget();
    this.#asked = new WeakSet();
  }

  /** Sees to it that the articles on show are counted; `named` may have been taken away meanwhile. */
  async update(related: readonly RelatedArticle[], named: Discussions): Promise<void> {
    if (!named) return;
    this.#related = related;
    let counter: Counter;
    try {
      counter = counterOf(named, this.#host.baseURI);
    } catch (error) {
      this.#warn((error as Error).message);
      this.#settle(related);
      return;
    }
    if (counter !== this.#counter) {
      this.#counter = counter;
      this.#asked = new WeakSet();
      this.#discussions = new Map();
      this.#settled = new Set();
    }
    if (this.#isNear) await this.#ask(counter);
    else this.#watch();
  }

  #watch(): void {
    if (this.#observer) return;
    this.#observer = new IntersectionObserver(
      (entries, observer) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        this.#isNear = true;
        if (this.#counter) void this.#ask(this.#counter);
      },
      { rootMargin: `${MARGIN_PX}px` },
    );
    this.#observer.observe(this.#host);
  }

  async #ask(counter: Counter): Promise<void> {
    const related = this.#related.filter((one) => !this.#asked.has(one));
    if (related.length === 0) return;
    for (const one of related) this.#asked.add(one);
    const { discussions, error } = await counter.count(related.map(({ article }) => article));
    if (counter !== this.#counter) return;
    for (const [{ url }, discussion] of discussions) this.#discussions.set(url, discussion);
    if (discussions.size > 0 && [...discussions.values()].every(({ count }) => count === 0)) {
      hint(counter, related[0]?.article);
    }
    if (error) this.#warn(`some discussion counts are missing: ${error.message}`, error);
    if (discussions.size < related.length) this.#settle(related);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.dispatchEvent(new RelatedArticlesDiscussionsEvent(this.counted(this.#related), error));
  }

  /** Gives back the places of counts that did not come. */
  #settle(related: readonly RelatedArticle[]): void {
    whenUnseen(this.#host, () => {
      for (const { article } of related) this.#settled.add(article.url);
      this.#host.requestUpdate();
    });
  }
}

const hinted = new WeakSet<Counter>();

/** Tells the author, once, what may be wrong where nothing has posts: it can't be told from a site without any. */
function hint(counter: Counter, article: Article | undefined): void {
  const key = article && counter.key(article);
  if (key === undefined || hinted.has(counter)) return;
  hinted.add(counter);
  console.info(
    `related-articles: every discussion count is 0. Should there be posts, they are kept under other names than ` +
      `"${key}": add key=url, key=path, key=path-without-slash, key=id or key=/{path}/ to "discussions"`,
  );
}

function withDiscussion(related: RelatedArticle, discussion: Discussion): RelatedArticle {
  const { article } = related;
  const counted: Article = { ...article, discussion: { ...article.discussion, ...discussion } };
  return { ...related, article: counted };
}
