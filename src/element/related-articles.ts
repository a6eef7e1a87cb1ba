import { Task, TaskStatus, initialState } from '@lit/task';
import { isServer, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Article, RelatedArticle } from '../article.js';
import { thisPage } from '../page/unshadowed.js';
import { isPublished } from '../ranking/eligibility.js';
import type { Fields } from '../reader/read-index.js';
import { toNumber } from './attributes.js';
import { Choice } from './choice.js';
import { setState } from './custom-states.js';
import { discovered, NO_INDEX_NAMED } from './discovery.js';
import { RelatedArticlesErrorEvent, RelatedArticlesLoadEvent } from './events.js';
import { inlineScript } from './inline-index.js';
import { languageOf } from './language.js';
import { Navigation } from './navigation.js';
import { Nearness } from './nearness.js';
import { Source } from './source.js';
import { styles } from './styles/styles.js';

// Written out at the property again: the manifest shows what stands there.
const DEFAULT_MAX_BYTES = 5_000_000;
/** How long a block waits for an index to be named before it tells the author that none is. */
const PATIENCE_MS = 1000;

/**
 * Shows the articles of a JSON index that are related to the one on this page, as a list of teaser cards. Its own
 * content stands until there are cards to show, and stays where there are none.
 *
 * @summary Related articles from a JSON index.
 * @element related-articles
 *
 * @slot - The author's own content: shown until there are cards, and where none can be shown.
 * @slot heading - In place of the heading; a heading element of the author's.
 * @slot card - A `<template>` for cards: its elements with `data-field="title"` and so on are filled in.
 *
 * @fires {RelatedArticlesLoadEvent} related-articles-load - The block has been rendered from its index.
 * @fires {RelatedArticlesErrorEvent} related-articles-error - The index could not be used.
 * @fires {RelatedArticlesDiscussionsEvent} related-articles-discussions - Live counts are shown, or can't be had.
 * @fires {RelatedArticlesSelectEvent} related-articles-select - A visitor activates a card's link; cancelable.
 *
 * @csspart base - The `<nav>` around everything.
 * @csspart heading - The block's heading.
 * @csspart controls - The carousel's buttons together.
 * @csspart previous - The carousel's button back.
 * @csspart next - The carousel's button on.
 * @csspart list - The `<ul>` of cards.
 * @csspart card - One card, an `<li>`.
 * @csspart text - A card's texts; in grid and carousel with a rule above where it has no picture and others have.
 * @csspart title - A card's title.
 * @csspart title-link - The link in the title, with `no-read-more` and in the layout `compact`.
 * @csspart date - The publication date, a `<time>`.
 * @csspart author - Who wrote the article, with `show-author`.
 * @csspart reading-time - How long it takes to read, with `show-reading-time`.
 * @csspart excerpt - The teaser's text.
 * @csspart reasons - What the article has in common with the current one, with `show-reasons`.
 * @csspart tags - The `<ul>` of an article's tags, with `show-tags`.
 * @csspart tag - One tag, an `<li>`.
 * @csspart read-more - The card's link.
 * @csspart discussion - The number of posts, a link where the discussion's address is known; hidden while awaited.
 * @csspart image - The card's picture.
 * @csspart skeleton - What holds the place of the cards until they are there, made of the same parts.
 *
 * @cssprop [--related-articles-accent=currentcolor] - Colour of links and focus rings.
 * @cssprop [--related-articles-muted=currentcolor at 85 %] - Colour of dates, discussions and other small print.
 * @cssprop [--related-articles-rule=currentcolor at 18 %] - Colour of hairlines, and of bars while loading.
 * @cssprop [--related-articles-gap=1.25em] - Space above and below a card.
 * @cssprop [--related-articles-measure=68ch] - The longest line of text in a list.
 * @cssprop [--related-articles-column=16em] - The least width of a card in a grid, and its width in a carousel.
 * @cssprop [--related-articles-image-width=11em] - Width of pictures beside the text.
 * @cssprop [--related-articles-image-ratio=16 / 9] - Aspect ratio of pictures.
 * @cssprop [--related-articles-excerpt-lines=4] - After how many lines an excerpt is cut; `none` for never. A card
 *   without a picture among others that have one has 8.
 *
 * @cssstate loading - The index is on its way or being ranked.
 * @cssstate empty - Nothing in the index is related.
 * @cssstate error - The index could not be used.
 * @cssstate blank - There is nothing to be seen: no cards, and no content of the author's.
 */
export class RelatedArticles extends Choice {
  static override properties: PropertyDeclarations = {
    src: {},
    article: {},
    loading: {},
    credentials: {},
    maxBytes: { attribute: 'max-bytes', converter: toNumber },
    articles: { attribute: false },
    fields: { attribute: false },
    related: { attribute: false, noAccessor: true },
  };

  static override styles = styles;

  /**
   * Registers the element; does nothing where the name is taken already, by a second copy of the script, say.
   *
   * @param registry where to register, the page's own by default
   */
  static define(tagName = 'related-articles', registry: CustomElementRegistry = customElements): void {
    if (registry.get(tagName)) return;
    // A class can be registered once, so other names get a class of their own.
    registry.define(tagName, tagName === 'related-articles' ? this : class extends this {});
  }

  /**
   * URL of the JSON index, relative to the page; several are separated by spaces. `{path}`, `{slug}`, `{id}` and
   * `{url}` stand for the current article's. Without it, the page's head names the index: its JSON Feed or WordPress.
   */
  src = '';

  /** Id or URL of the current article; else the page's canonical link, og:url, JSON-LD or address tells it. */
  article = '';

  /** `lazy` loads nothing until the block comes near the visible part of the page. */
  loading: 'eager' | 'lazy' = 'eager';

  /** `same-origin` sends the index's server, where it is the page's own, what the visitor is logged in with. */
  credentials: 'omit' | 'same-origin' = 'omit';

  /** How long the index may be, all its pages together, in bytes as they are unpacked: a whole number above 0. */
  maxBytes = 5_000_000;

  /** The articles to choose from, in place of `src`; anything that `readIndex` reads. */
  articles: readonly Article[] | undefined;

  /** Where entries say what, in an index that names things in its own way: `{ title: 'headline_txt' }`. */
  fields: Fields | undefined;

  readonly #internals = this.attachInternals();
  readonly #nearness = new Nearness(this);
  readonly #navigation = new Navigation(this);
  readonly #source = new Source(this, this.#navigation);
  /** What `updated` has to announce. */
  #news: RelatedArticlesLoadEvent | RelatedArticlesErrorEvent | undefined;
  /** Whether loading was broken off because the element left the page. */
  #interrupted = false;
  /** What is to be shown, where a page or its server has chosen it. */
  #given: readonly RelatedArticle[] | undefined;

  readonly #task = new Task(this, {
    args: () =>
      [
        this.#nearness.near,
        this.#navigation.visit,
        this.#given,
        this.articles,
        this.src,
        this.fields,
        this.article,
        languageOf(this),
        this.fallback === 'recent',
        this.credentials === 'same-origin' ? 'same-origin' : 'omit',
        this.checked(
          'max-bytes',
          this.maxBytes,
          DEFAULT_MAX_BYTES,
          (bytes) => Number.isInteger(bytes) && bytes >= 1,
        ),
        ...this.asked,
      ] as const,
    task: async ([near, , given, ...rest], { signal }) => {
      if (!near) return initialState;
      const [articles, src, fields, named, language, orRecent, credentials, maxBytes] = rest;
      const { shownLimit: limit } = this;
      const check = this.checked.bind(this);
      const ready = this.prepare(language);
      if (given) return ready.then(() => given);
      const load = { src, fields, credentials, maxBytes, signal, ready };
      const withReasons = this.showReasons;
      const request = {
        articles,
        named,
        wishes: this,
        limit,
        check,
        language,
        orRecent,
        withReasons,
        ...load,
      };
      const [related] = await Promise.all([this.#source.related(request), ready]);
      return related ?? initialState;
    },
    onComplete: (related) => {
      this.#news = new RelatedArticlesLoadEvent(related);
    },
    onError: (error) => {
      if (!this.#interrupted) this.#news = new RelatedArticlesErrorEvent(asError(error));
    },
  });

  /**
   * The articles on show, best first, with the counts that have come; empty until there are any. Set, it is what to
   * show, but for what has expired or lies in the future, and no index is loaded: a ranker's choice on a server, say.
   */
  get related(): readonly RelatedArticle[] {
    return this.counted(this.#ranked);
  }

  set related(given: readonly RelatedArticle[] | undefined) {
    const now = new Date();
    this.#given = given?.filter(({ article }) => isPublished(article, now));
    this.requestUpdate();
  }

  get #ranked(): readonly RelatedArticle[] {
    const { status, value = [] } = this.#task;
    if (this.failure) return [];
    if (isServer) return this.#given ?? [];
    if (status === TaskStatus.PENDING && this.#source.early.length > 0) return this.#source.early;
    // A task that is to do nothing keeps the value of before.
    return status === TaskStatus.INITIAL ? [] : value;
  }

  /** Why the index could not be used; undefined where it could. */
  get error(): Error | undefined {
    if (this.failure) return this.failure;
    return this.#task.status === TaskStatus.ERROR && !this.#interrupted
      ? asError(this.#task.error)
      : undefined;
  }

  /** Loads index and counts anew; resolves once the block has been rendered from the index, also where that failed. */
  async reload(): Promise<void> {
    this.#source.fresh = true;
    this.forgetCounts();
    this.#nearness.arrive();
    await this.#task.run();
    await this.updateComplete;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.#interrupted) return;
    this.#interrupted = false;
    void this.#task.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within the page disconnects and connects in one go; only an element that stays away stops loading.
    queueMicrotask(() => {
      if (this.isConnected || this.#task.status !== TaskStatus.PENDING) return;
      this.#interrupted = true;
      this.#task.abort();
    });
  }

  /** Off the page nothing is known of its language, and nothing is to be loaded. */
  protected override shouldUpdate(): boolean {
    return this.isConnected && !this.failure;
  }

  protected override standAside(failure: Error): void {
    this.#task.abort();
    this.#news = new RelatedArticlesErrorEvent(failure);
    this.#announce();
  }

  protected override firstUpdated(): void {
    // Scripts may set `articles` once they have them.
    setTimeout(() => {
      if (this.isConnected && !this.#isNamed) this.warn(NO_INDEX_NAMED);
    }, PATIENCE_MS);
  }

  protected override updated(): void {
    super.updated();
    if (this.related.length > 0) this.served.giveWay();
    this.#announce();
  }

  /** Tells of the block's state, and of what has come of its index. */
  #announce(): void {
    const status = this.failure ? TaskStatus.ERROR : this.#task.status;
    setState(this.#internals, 'loading', status === TaskStatus.PENDING);
    setState(this.#internals, 'empty', status === TaskStatus.COMPLETE && this.related.length === 0);
    setState(this.#internals, 'error', this.error !== undefined);
    // Where nothing can be rendered the author's content stands in the slot alone.
    const hasEnded = status > TaskStatus.PENDING && !this.failure;
    setState(this.#internals, 'blank', hasEnded && !this.served.stands && this.showsNothing);
    const news = this.#news;
    this.#news = undefined;
    if (news instanceof RelatedArticlesErrorEvent) this.warn(news.error.message, news.error);
    if (news) this.dispatchEvent(news);
    this.count(this.#ranked).catch((error: unknown) => this.warn(String(error), error));
  }

  protected override render(): TemplateResult {
    return this.stage(this.related, !isServer && this.#isAwaited ? this.shownLimit : 0);
  }

  /** Whether nothing has come of the index yet, neither articles nor an error. */
  get #isAwaited(): boolean {
    const { value, error } = this.#task;
    return value === undefined && error === undefined && this.#isNamed;
  }

  /** Whether the author or the page names an index. */
  get #isNamed(): boolean {
    return Boolean(this.#given || this.src || this.articles || inlineScript(this) || discovered(thisPage()));
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

declare global {
  interface HTMLElementTagNameMap {
    'related-articles': RelatedArticles;
  }
}
