import { Task, TaskStatus, initialState } from '@lit/task';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Article, RelatedArticle } from '../article.js';
import type { Fields } from '../reader/read-index.js';
import { orElse, toNumber } from './attributes.js';
import { block, type BlockOptions } from './block.js';
import { setState } from './custom-states.js';
import { RelatedArticlesErrorEvent, RelatedArticlesLoadEvent, RelatedArticlesSelectEvent } from './events.js';
import { discovered, NO_INDEX_NAMED } from './discovery.js';
import { languageOf } from './language.js';
import { Navigation } from './navigation.js';
import { Nearness } from './nearness.js';
import { Source } from './source.js';
import { stringsFor } from './strings.js';
import { styles } from './styles.js';

// Written out at the properties again: the manifest shows what stands there.
const DEFAULT_LIMIT = 6;
const DEFAULT_HEADING_LEVEL = 2;
/** How long a block waits for an index to be named before it tells the author that none is. */
const PATIENCE_MS = 1000;
/** What every line of ours in the console starts with. */
const PREFIX = 'related-articles: ';

/**
 * Shows the articles of a JSON index that are related to the one on this page, as a list of teaser cards. Its own
 * content stands until there are cards to show, and stays where there are none.
 *
 * @summary Related articles from a JSON index.
 * @element related-articles
 *
 * @slot - The author's own content: shown until there are cards, and where none can be shown.
 * @slot heading - In place of the heading; a heading element of the author's.
 *
 * @fires {RelatedArticlesLoadEvent} related-articles-load - The block has been rendered from its index.
 * @fires {RelatedArticlesErrorEvent} related-articles-error - The index could not be used.
 * @fires {RelatedArticlesSelectEvent} related-articles-select - A visitor activates a card's link; cancelable.
 *
 * @csspart base - The `<nav>` around everything.
 * @csspart heading - The block's heading.
 * @csspart list - The `<ul>` of cards.
 * @csspart card - One card, an `<li>`.
 * @csspart title - A card's title.
 * @csspart title-link - The link in the title, with `no-read-more`.
 * @csspart date - The publication date, a `<time>`.
 * @csspart excerpt - The teaser's text.
 * @csspart read-more - The card's link.
 * @csspart discussion - The number of posts, a link where the index knows the discussion's address.
 * @csspart image - The card's picture.
 *
 * @cssprop [--related-articles-accent=currentcolor] - Colour of links and focus rings.
 * @cssprop [--related-articles-muted=currentcolor at 85 %] - Colour of dates and discussions.
 * @cssprop [--related-articles-rule=currentcolor at 18 %] - Colour of the hairlines between cards.
 * @cssprop [--related-articles-gap=1.25em] - Space above and below a card.
 * @cssprop [--related-articles-measure=68ch] - The longest line of text.
 * @cssprop [--related-articles-image-width=11em] - Width of pictures beside the text.
 * @cssprop [--related-articles-image-ratio=16 / 9] - Aspect ratio of pictures.
 *
 * @cssstate loading - The index is on its way or being ranked.
 * @cssstate empty - Nothing in the index is related.
 * @cssstate error - The index could not be used.
 */
export class RelatedArticles extends LitElement {
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
  @property() src = '';

  /** Id or URL of the current article; else the page's canonical link, og:url, JSON-LD or address tells it. */
  @property() article = '';

  /** How many articles to show at most: a whole number above 0; anything else means 6. */
  @property({ converter: toNumber }) limit = 6;

  /** The heading's text, in place of the language's own. */
  @property() heading = '';

  /** The heading's level, 1 to 6, titles being one below; 0 makes no headings. Anything else means 2. */
  @property({ converter: toNumber, attribute: 'heading-level' }) headingLevel = 2;

  /** `lazy` loads nothing until the block comes near the visible part of the page. */
  @property() loading: 'eager' | 'lazy' = 'eager';

  /** The link's text, in place of the language's own. */
  @property({ attribute: 'read-more' }) readMore = '';

  /** Stands before the number of posts, as in `Diskussion 1`, in place of the language's own words. */
  @property({ attribute: 'discussion-label' }) discussionLabel = '';

  /** Leaves out publication dates. */
  @property({ type: Boolean, attribute: 'no-dates' }) noDates = false;

  /** Leaves out teaser texts. */
  @property({ type: Boolean, attribute: 'no-excerpts' }) noExcerpts = false;

  /** Leaves out pictures. */
  @property({ type: Boolean, attribute: 'no-images' }) noImages = false;

  /** Makes the title the card's link in place of a link below the text. */
  @property({ type: Boolean, attribute: 'no-read-more' }) noReadMore = false;

  /** Leaves out the number of posts. */
  @property({ type: Boolean, attribute: 'no-discussion' }) noDiscussion = false;

  /** The articles to choose from, in place of `src`; anything that `readIndex` reads. */
  @property({ attribute: false }) articles: readonly Article[] | undefined;

  /** Where entries say what, in an index that names things in its own way: `{ title: 'headline_txt' }`. */
  @property({ attribute: false }) fields: Fields | undefined;

  readonly #internals = this.attachInternals();
  readonly #warnings = new Set<string>();
  readonly #nearness = new Nearness(this);
  readonly #navigation = new Navigation(this);
  readonly #source = new Source(this, this.#navigation);
  /** What `updated` has to announce. */
  #news: RelatedArticlesLoadEvent | RelatedArticlesErrorEvent | undefined;
  /** Whether loading was broken off because the element left the page. */
  #interrupted = false;

  readonly #task = new Task(this, {
    args: () =>
      [
        this.#nearness.near,
        this.#navigation.visit,
        this.articles,
        this.src,
        this.fields,
        this.article,
        this.#limit,
        languageOf(this),
      ] as const,
    task: async ([near, , articles, src, fields, named, limit, language], { signal }) => {
      const request = { articles, src, fields, named, limit, language, signal };
      return (near && (await this.#source.related(request))) || initialState;
    },
    onComplete: (related) => {
      this.#news = new RelatedArticlesLoadEvent(related);
    },
    onError: (error) => {
      if (!this.#interrupted) this.#news = new RelatedArticlesErrorEvent(asError(error));
    },
  });

  /** The articles on show, best first; empty until there are any. */
  get related(): readonly RelatedArticle[] {
    const { status, value = [] } = this.#task;
    if (status === TaskStatus.PENDING && this.#source.early.length > 0) return this.#source.early;
    // A task that is to do nothing keeps the value of before.
    return status === TaskStatus.INITIAL ? [] : value;
  }

  /** Why the index could not be used; undefined where it could. */
  get error(): Error | undefined {
    return this.#task.status === TaskStatus.ERROR && !this.#interrupted
      ? asError(this.#task.error)
      : undefined;
  }

  /** Loads the index anew; resolves once the block has been rendered from it, also where that failed. */
  async reload(): Promise<void> {
    this.#source.fresh = true;
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
    return this.isConnected;
  }

  protected override firstUpdated(): void {
    // Scripts may set `articles` once they have them.
    setTimeout(() => {
      const isNamed = this.src || this.articles || discovered(this.ownerDocument);
      if (this.isConnected && !isNamed) this.#warn(NO_INDEX_NAMED);
    }, PATIENCE_MS);
  }

  protected override updated(): void {
    const { status } = this.#task;
    setState(this.#internals, 'loading', status === TaskStatus.PENDING);
    setState(this.#internals, 'empty', status === TaskStatus.COMPLETE && this.related.length === 0);
    setState(this.#internals, 'error', this.error !== undefined);
    const news = this.#news;
    this.#news = undefined;
    if (news instanceof RelatedArticlesErrorEvent) this.#warn(news.error.message, news.error);
    if (news) this.dispatchEvent(news);
  }

  protected override render(): TemplateResult {
    const { related } = this;
    return html`${related.length > 0 ? block(related, this.#options) : nothing}<slot
        ?hidden=${related.length > 0}
      ></slot>`;
  }

  get #options(): BlockOptions {
    const pageLanguage = languageOf(this);
    const strings = stringsFor(pageLanguage);
    return {
      pageLanguage,
      language: pageLanguage.startsWith(strings.language) ? pageLanguage : strings.language,
      strings,
      heading: orElse(this.heading, strings.heading),
      headingLevel: this.#headingLevel,
      dates: !this.noDates,
      excerpts: !this.noExcerpts,
      images: !this.noImages,
      discussion: !this.noDiscussion,
      readMore: this.noReadMore ? '' : orElse(this.readMore, strings.readMore),
      discussionLabel: orElse(this.discussionLabel, ''),
      select: this.#select,
    };
  }

  readonly #select = (article: RelatedArticle, position: number, event: MouseEvent): void => {
    const goOn = this.dispatchEvent(new RelatedArticlesSelectEvent(article, position, event));
    if (!goOn) event.preventDefault();
  };

  get #limit(): number {
    return this.#checked('limit', this.limit, DEFAULT_LIMIT, (limit) => limit >= 1);
  }

  get #headingLevel(): number {
    return this.#checked(
      'heading-level',
      this.headingLevel,
      DEFAULT_HEADING_LEVEL,
      (level) => level >= 0 && level <= 6,
    );
  }

  /** A whole number that the author gave, else the standard: quietly where there is none, which is null. */
  #checked(
    attribute: string,
    value: number | null,
    standard: number,
    isInRange: (value: number) => boolean,
  ): number {
    if (value !== null && Number.isInteger(value) && isInRange(value)) return value;
    if (value !== null) {
      const given = this.getAttribute(attribute) ?? String(value);
      this.#warn(`${attribute}="${given}" is out of range; ${standard} is used`);
    }
    return standard;
  }

  #warn(message: string, ...details: unknown[]): void {
    if (this.#warnings.has(message)) return;
    this.#warnings.add(message);
    console.warn(message.startsWith(PREFIX) ? message : PREFIX + message, this, ...details);
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
