import './lit-globals.js';
import { Task, TaskStatus, initialState } from '@lit/task';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { GivenArticle, RelatedArticle } from '../article.js';
import type { Discussions } from '../discussion/providers.js';
import { thisPage } from '../page/dom-tree.js';
import type { Belonging } from '../ranking/belonging.js';
import { DEFAULTS, isPublished } from '../ranking/eligibility.js';
import { DEFAULT_MAX_BYTES } from '../reader/fetch-document.js';
import type { LoadError } from '../reader/index-error.js';
import type { Fields } from '../reader/read-index.js';
import { timeOf } from '../shared/date.js';
import { toError } from '../shared/error.js';
import { primaryLanguage } from '../shared/language.js';
import { webAddress } from '../shared/url.js';
import { beginClick, completeClick } from './clicks.js';
import { CountsController } from './controllers/counts.js';
import { LanguageController, languageOf, orEnglish } from './controllers/language.js';
import { NavigationController } from './controllers/navigation.js';
import { OtherBlocksController } from './controllers/other-blocks.js';
import { ReservedSpaceController } from './controllers/reserved-space.js';
import { VisibilityController } from './controllers/visibility.js';
import { discoveredIndex } from './discovered-index.js';
import { RelatedArticlesErrorEvent, RelatedArticlesLoadEvent, RelatedArticlesSelectEvent } from './events.js';
import type * as Extras from './extras.js';
import type { DateStyle } from './format.js';
import { inlineScript, pageParsed } from './inline-index.js';
import { isServer } from './is-server.js';
import { loadRelated } from './load-related.js';
import type { RelatedRequest } from './request.js';
import { ServerRendered } from './server-rendered.js';
import { type GivenStrings, withGiven } from './strings.js';
import { styles } from './styles/styles.js';
import type { CardRenderer } from './templates/card.js';
import { type Layout, type ListOptions, listTemplate } from './templates/list.js';
import { skeletonTemplate } from './templates/skeleton.js';
import { withArticle } from './with-article.js';

const WAYS: readonly (Belonging | 'relatedness')[] = [
  'relatedness',
  'author',
  'series',
  'section',
  'backlinks',
];
const LAYOUTS: readonly Layout[] = ['list', 'grid', 'compact', 'carousel'];
const DATE_STYLES: readonly DateStyle[] = ['long', 'full', 'medium', 'short'];
const DEFAULT_HEADING_LEVEL = 2;

/** How long a block waits for an index before it warns that there is none, in milliseconds. */
const PATIENCE_MS = 1000;
const PREFIX = 'related-articles: ';
const REASONS_FIELD = '[data-field~="reasons"]';

const isWhole = (value: number): boolean => Number.isInteger(value) && value >= 1;
const isShare = (value: number): boolean => value >= 0 && value <= 1;
const isHeadingLevel = (level: number): boolean => Number.isInteger(level) && level >= 0 && level <= 6;

/** Reads a number that may be a text; null where it is missing or blank. */
const toNumber = (given: string | number | null | undefined): number | null =>
  String(given ?? '').trim() ? Number(given) : null;

/** Reads a switch from an attribute: off where it is missing, or `false` as Vue and Svelte write it. */
const toSwitch = (attribute: string | null): boolean => (attribute ?? 'false') !== 'false';

/**
 * Shows the articles of a JSON index that are related to the one on this page, as a list of teaser cards. The author's
 * own content stays until there are cards to show, and where there are none.
 *
 * @summary Related articles from a JSON index.
 * @element related-articles
 *
 * @slot - The author's own content: shown until there are cards, and where none can be shown.
 * @slot heading - A heading element of the author, which replaces the heading.
 * @slot card - A `<template>` for cards: its elements with `data-field="title"` and so on are filled in.
 *
 * @fires {RelatedArticlesLoadEvent} related-articles-load - The block has been rendered from its index.
 * @fires {RelatedArticlesErrorEvent} related-articles-error - The index could not be used.
 * @fires {RelatedArticlesDiscussionsEvent} related-articles-discussions - Live counts are shown, or can't be had.
 * @fires {RelatedArticlesSelectEvent} related-articles-select - A visitor activates a card's link; cancelable.
 * @fires {RelatedArticlesViewEvent} related-articles-view - A card has been in view for a second; with the script `related-articles-views.js`.
 *
 * @csspart base - The `<nav>` around everything.
 * @csspart heading - The block's heading.
 * @csspart controls - The carousel's buttons together.
 * @csspart previous - The carousel's button back.
 * @csspart next - The carousel's button that goes forward.
 * @csspart list - The `<ul>` of cards.
 * @csspart card - One card, an `<li>`.
 * @csspart first - The first card, with `mark-first`: `::part(card first)`.
 * @csspart text - A card's texts; in grid and carousel with a rule above where it has no picture and others have.
 * @csspart kicker - The article's first tag, above the title, with `show-kicker`.
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
export class RelatedArticles extends LitElement {
  static override properties: PropertyDeclarations = {
    // Which index, and which article the page is.
    src: {},
    article: {},
    loading: {},
    credentials: {},
    maxBytes: { attribute: 'max-bytes', converter: toNumber },
    articles: { attribute: false },
    fields: { attribute: false },
    related: { attribute: false, noAccessor: true },
    // Which articles are shown.
    limit: { converter: toNumber },
    anyLanguage: { converter: toSwitch, attribute: 'any-language' },
    noNewer: { converter: toSwitch, attribute: 'no-newer' },
    maxAge: { converter: toNumber, attribute: 'max-age' },
    minScore: { converter: toNumber, attribute: 'min-score' },
    diversity: { converter: toNumber },
    only: {},
    by: {},
    exclude: {},
    excludeTags: { attribute: 'exclude-tags' },
    excludeLinked: { converter: toSwitch, attribute: 'exclude-linked' },
    pinned: {},
    fallback: {},
    noDedupe: { type: Boolean, attribute: 'no-dedupe' },
    // How they are shown.
    layout: {},
    heading: {},
    headingLevel: { converter: toNumber, attribute: 'heading-level' },
    readMore: { attribute: 'read-more' },
    discussions: {},
    discussionLabel: { attribute: 'discussion-label' },
    noDates: { converter: toSwitch, attribute: 'no-dates' },
    noExcerpts: { converter: toSwitch, attribute: 'no-excerpts' },
    noImages: { converter: toSwitch, attribute: 'no-images' },
    noReadMore: { converter: toSwitch, attribute: 'no-read-more' },
    noDiscussion: { converter: toSwitch, attribute: 'no-discussion' },
    showAuthor: { converter: toSwitch, attribute: 'show-author' },
    showReadingTime: { converter: toSwitch, attribute: 'show-reading-time' },
    showReasons: { converter: toSwitch, attribute: 'show-reasons' },
    showTags: { converter: toSwitch, attribute: 'show-tags' },
    showKicker: { converter: toSwitch, attribute: 'show-kicker' },
    markFirst: { converter: toSwitch, attribute: 'mark-first' },
    dateStyle: { attribute: 'date-style' },
    defaultImage: { attribute: 'default-image' },
    strings: { attribute: false },
    renderCard: { attribute: false },
  };

  static override styles = styles;

  /**
   * Registers the element. It does nothing where the name is taken already, by a second copy of the script for
   * instance.
   *
   * @param registry where to register, the page's own by default
   */
  static define(tagName = 'related-articles', registry: CustomElementRegistry = customElements): void {
    if (registry.get(tagName)) return;
    // A class can be registered once, so that every other name needs a class of its own.
    registry.define(tagName, tagName === 'related-articles' ? this : class extends this {});
  }

  /**
   * URL of the JSON index, relative to the page; several are separated by spaces. `{path}`, `{slug}`, `{id}` and
   * `{url}` stand for the current article's. Without it, the page's head names the index: its JSON Feed or WordPress.
   */
  src = '';

  /** Id or URL of the current article. Without it, the page's canonical link, og:url, JSON-LD or address is used. */
  article = '';

  /** `lazy` loads nothing until the block comes near the visible part of the page. */
  loading: 'eager' | 'lazy' = 'eager';

  /** `same-origin` sends cookies if the index is on the page's own origin. */
  credentials: 'omit' | 'same-origin' = 'omit';

  /** How long the index may be, all its pages together, in bytes after decompression: a whole number above 0. */
  maxBytes = 5_000_000;

  /** The articles to choose from, in place of `src`; anything that `readIndex` reads. */
  articles: readonly GivenArticle[] | undefined;

  /** The names of members, for an index that does not use the usual ones: `{ title: 'headline_txt' }`. */
  fields: Fields | undefined;

  /** How many articles to show at most: a whole number above 0; anything else means 6. */
  limit = 6;

  /** Shows articles in other languages than the current one's too. */
  anyLanguage = false;

  /** Leaves out articles published after the current one. */
  noNewer = false;

  /** The oldest that an article may be, in days above 0; undated ones always count. Without it, any age will do. */
  maxAge: number | null = null;

  /** The lowest score that counts, 0 to 1; what is lower is not shown. Without it, 0.02. */
  minScore: number | null = null;

  /** 0 orders by score alone; 1 makes each article as different as possible from those before it. Without it, 0. */
  diversity: number | null = null;

  /**
   * Chooses from these articles alone: `section:Netze`, `tag:'Open RAN'`, `author:…`, `type:…`, with spaces between them. An
   * article must have a value of each field that is named.
   */
  only = '';

  /**
   * Chooses articles of the same `author`, `series` or `section`, or those that link to this page (`backlinks`), in place of
   * related ones.
   */
  by: 'relatedness' | 'author' | 'series' | 'section' | 'backlinks' = 'relatedness';

  /**
   * Articles that are not to appear, with spaces between them: ids, URLs relative to the page, and fields with a value, as
   * in `only`.
   */
  exclude = '';

  /** Tags whose articles are not to appear, with commas between them. */
  excludeTags = '';

  /** Leaves out articles that the current one links to in its text. */
  excludeLinked = false;

  /** Ids or URLs, relative to the page, of articles that come first whatever their score, with spaces between them. */
  pinned = '';

  /**
   * What is shown where too little is related: the author's own `content` where nothing is, the most `recent` articles of
   * the index behind the related ones up to `limit`, or nothing, with `hide`, which hides the author's content from the start. Anything else means `content`.
   */
  fallback: 'content' | 'recent' | 'hide' = 'content';

  /** Shows articles too that another block of the page shows. */
  noDedupe = false;

  /** How the cards are laid out: `list`, `grid`, `compact` (titles with dates) or `carousel`. Anything else means `list`. */
  layout: Layout = 'list';

  /** The heading's text, in place of the language's own. */
  heading = '';

  /** The heading's level, 1 to 6, titles being one below; 0 makes no headings. Anything else means 2. */
  headingLevel = 2;

  /** The link's text, in place of the language's own. */
  readMore = '';

  /**
   * The source of discussion counts, which are loaded after the cards: the address of a counts file, or a comment system, its address
   * and what it needs, such as `isso https://comments.example`; as a property also settings or a provider. Without it
   * they are the index's.
   */
  discussions: Discussions = '';

  /** Stands before the number of posts, as in `Diskussion 1`, in place of the language's own words. */
  discussionLabel = '';

  /** Leaves out publication dates. */
  noDates = false;

  /** Leaves out teaser texts. */
  noExcerpts = false;

  /** Leaves out pictures. */
  noImages = false;

  /** Makes the title the card's link in place of a link below the text. */
  noReadMore = false;

  /** Leaves out the number of posts. */
  noDiscussion = false;

  /** Shows who wrote an article. */
  showAuthor = false;

  /** Shows how long an article takes to read, where the index carries its full text. */
  showReadingTime = false;

  /** Shows what an article has in common with the current one. */
  showReasons = false;

  /** Shows an article's tags, at most five. */
  showTags = false;

  /** Shows an article's first tag above its title. */
  showKicker = false;

  /** Gives the first card the part `first` as well, for a style of its own. */
  markFirst = false;

  /** How much of a date is written, in the page's language: `17 November 2026` is `long`. Anything else means `long`. */
  dateStyle: 'long' | 'full' | 'medium' | 'short' = 'long';

  /** URL of the picture of articles that have none, relative to the page. */
  defaultImage = '';

  /** Texts in place of the language's own, each by its name. */
  strings: GivenStrings | undefined;

  /** Renders the content of cards in place of the usual: returns a Lit template, a DOM node or a text. */
  renderCard: CardRenderer | undefined;

  /** Missing in DOM libraries for unit tests. */
  readonly #internals = (this as Partial<LitElement>).attachInternals?.();
  readonly #warnings = new Set<string>();
  readonly #visibility = new VisibilityController(this);
  readonly #navigation = new NavigationController(this, () => this.#lacksIndex);
  readonly #reservedSpace = new ReservedSpaceController(this);
  readonly #otherBlocks = new OtherBlocksController(this);
  readonly #language = new LanguageController(this, (tag, error) =>
    this.#warn(`could not load its texts for lang="${tag}"; copy all of its scripts to your site`, error),
  );
  readonly #counts = new CountsController(this, (message, cause) => this.#warn(message, cause));
  readonly #serverRendered = new ServerRendered();
  #extras: typeof Extras | undefined;

  /** What the author asks for, as of the last update. */
  #request: RelatedRequest | undefined;
  /** What to show, where the page or its server has chosen it. */
  #given: readonly RelatedArticle[] | undefined;
  /** What is related in the first part of an index of which more is on its way; empty otherwise. */
  #early: readonly RelatedArticle[] = [];
  /** What is on show. */
  #related: readonly RelatedArticle[] = [];
  /** Whether neither author nor page has named an index so far. */
  #lacksIndex = false;
  /** Whether the next index is to come from the server itself. */
  #isReloading = false;
  /** Whether loading was broken off because the element left the page. */
  #isInterrupted = false;
  /** Why nothing can be rendered on this page. */
  #failure: Error | undefined;
  /** The event that `updated` has to dispatch. */
  #event: RelatedArticlesLoadEvent | RelatedArticlesErrorEvent | undefined;

  readonly #task = new Task(this, {
    args: () => {
      this.#request = this.#makeRequest();
      const { isNear } = this.#visibility;
      return [isNear, this.#navigation.visit, this.#given, ...Object.values(this.#request)] as const;
    },
    task: async ([isNear], { signal }) => (isNear ? this.#load(signal) : initialState),
    onComplete: (related) => {
      this.#event = new RelatedArticlesLoadEvent(this.#distinctOf(related));
    },
    onError: (error) => {
      if (!this.#isInterrupted) this.#event = new RelatedArticlesErrorEvent(toError(error));
    },
  });

  /**
   * The articles on show, best first, with the counts that have come; empty until there are any. Set, it is what to
   * show, except for what has expired, lies in the future or has no http(s) address, and no index is loaded: a ranker's
   * choice on a server, for instance.
   */
  get related(): readonly RelatedArticle[] {
    return this.#related;
  }

  set related(given: readonly RelatedArticle[] | undefined) {
    this.#given = given && showable(given);
    this.requestUpdate();
  }

  /** Why the index could not be used; undefined where it could. */
  get error(): LoadError | undefined {
    if (this.#failure) return this.#failure;
    const hasFailed = this.#task.status === TaskStatus.ERROR && !this.#isInterrupted;
    return hasFailed ? toError(this.#task.error) : undefined;
  }

  /** Loads index and counts anew; resolves once the block has been rendered from the index, also where that failed. */
  async reload(): Promise<void> {
    this.#isReloading = true;
    this.#counts.forget();
    this.#visibility.endWait();
    await this.#task.run();
    await this.updateComplete;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return this.#serverRendered.createRootBeside(this) ?? super.createRenderRoot();
  }

  override connectedCallback(): void {
    this.#guard(() => super.connectedCallback());
    if (!this.#isInterrupted) return;
    this.#isInterrupted = false;
    void this.#task.run();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within the page disconnects and connects at once; only an element that stays away stops loading.
    queueMicrotask(() => {
      if (this.isConnected || this.#task.status !== TaskStatus.PENDING) return;
      this.#isInterrupted = true;
      this.#task.abort();
    });
  }

  /**
   * Lit asks by this which properties a page set before the element was defined, to set them again over attributes. One
   * that is undefined, as after `e.src = e.src`, was not set.
   *
   * @internal
   */
  override hasOwnProperty(name: PropertyKey): boolean {
    const { writable, value } = Object.getOwnPropertyDescriptor(this, name) ?? {};
    if (writable && value === undefined) Reflect.deleteProperty(this, name);
    return super.hasOwnProperty(name);
  }

  /** Off the page the block's language is not known, and nothing is to be loaded. */
  protected override shouldUpdate(): boolean {
    return this.isConnected && !this.#failure;
  }

  protected override performUpdate(): void {
    this.#guard(() => super.performUpdate());
  }

  protected override firstUpdated(): void {
    // Scripts may set `articles` later.
    setTimeout(() => {
      if (this.isConnected && !this.#hasIndex) void this.#advise();
    }, PATIENCE_MS);
  }

  protected override updated(): void {
    if (this.#related.length > 0) this.#serverRendered.replace();
    if (this.#layout === 'carousel') void this.#runCarousel();
    this.#announce();
    void this.#counts.ask(this.#chosen);
  }

  protected override render(): TemplateResult {
    const related = this.#counts.withCounts(this.#chosen);
    this.#related = related;
    const hasCards = related.length > 0;
    const options = this.#listOptions(related);
    const isAwaited = !isServer && !hasCards && this.#isAwaited && this.#reservedSpace.needsSkeleton();
    const standIn = isAwaited ? skeletonTemplate(this.#request?.limit ?? DEFAULTS.limit, options) : nothing;
    return html`<div
      class="stage"
      @pointerdown=${beginClick}
      @click=${(event: MouseEvent) => completeClick(this, event)}
    >
      ${hasCards ? listTemplate(related, options) : standIn}
      <div class="own">
        <slot
          ?hidden=${hasCards || this.fallback === 'hide'}
          class=${this.#hasOwnContent ? nothing : 'vacant'}
          @slotchange=${() => this.requestUpdate()}
        ></slot>
      </div>
    </div>`;
  }

  /** Makes the request of what the author asks for. A removed attribute leaves null in its property. */
  #makeRequest(): RelatedRequest {
    const limit = this.#checked('limit', this.limit, isWhole, DEFAULTS.limit);
    const by = this.#oneOf(WAYS, 'by', this.by);
    return {
      articles: this.articles,
      src: this.src ?? '',
      fields: this.fields,
      article: this.article ?? '',
      language: languageOf(this),
      limit,
      most: limit + this.#otherBlocks.taken,
      only: this.only ?? '',
      by: by === 'relatedness' ? undefined : by,
      anyLanguage: this.anyLanguage,
      noNewer: this.noNewer,
      maxAge: this.#checked('max-age', this.maxAge, (days) => days > 0),
      minScore: this.#checked('min-score', this.minScore, isShare),
      diversity: this.#checked('diversity', this.diversity, isShare),
      exclude: this.exclude ?? '',
      excludeTags: this.excludeTags ?? '',
      excludeLinked: this.excludeLinked,
      pinned: this.pinned ?? '',
      orRecent: this.fallback === 'recent',
      withReasons: this.showReasons || Boolean(this.#cardTemplate?.content.querySelector(REASONS_FIELD)),
      credentials: this.credentials === 'same-origin' ? 'same-origin' : 'omit',
      maxBytes: this.#checked('max-bytes', this.maxBytes, isWhole, DEFAULT_MAX_BYTES),
    };
  }

  async #load(signal: AbortSignal): Promise<readonly RelatedArticle[] | typeof initialState> {
    const request = this.#request!;
    this.#early = [];
    const language = this.#language.load(request.language, this.#dateStyle);
    const ready = Promise.all([language, this.#loadCardTemplate()]);
    const given = this.#given;
    if (given) return ready.then(() => given);
    // An `await` without need would delay the request until after the first rendering.
    const { settled } = this.#navigation;
    if (settled) await settled;
    signal.throwIfAborted();
    const fresh = this.#isReloading;
    this.#isReloading = false;
    const showEarly = async (early: readonly RelatedArticle[]): Promise<void> => {
      await ready;
      if (signal.aborted) return;
      this.#early = early;
      this.requestUpdate();
    };
    const related = loadRelated(request, {
      host: this,
      identity: () => this.#navigation.identity(),
      hasNavigated: this.#navigation.visit > 0,
      fresh,
      signal,
      stopWords: language.then(({ stopWords }) => stopWords),
      onEarly: (early) => void showEarly(early),
      advise: (message) => void (message ? this.#warn(message) : this.#advise()),
    });
    const [result] = await Promise.all([related, ready]);
    this.#lacksIndex = result === undefined;
    return result ?? initialState;
  }

  /** The articles to show: none, the early ones, or the result of the task's last run. */
  get #chosen(): readonly RelatedArticle[] {
    const { status, value = [] } = this.#task;
    if (this.#failure) return [];
    if (isServer) return this.#given ?? [];
    if (status === TaskStatus.PENDING && this.#early.length > 0) return this.#distinctOf(this.#early);
    // A task that has nothing to do keeps the value of its last run.
    return status === TaskStatus.INITIAL ? [] : this.#distinctOf(value);
  }

  /** What is to be shown of what was found: no article that a block before this one shows, unless the page has chosen it. */
  #distinctOf(found: readonly RelatedArticle[]): readonly RelatedArticle[] {
    return this.#given ?? this.#otherBlocks.choose(found, this.#request?.limit ?? DEFAULTS.limit);
  }

  /** Whether nothing has come of the index yet, neither articles nor an error. */
  get #isAwaited(): boolean {
    const { value, error } = this.#task;
    return value === undefined && error === undefined && this.#hasIndex;
  }

  /** Whether the author or the page names an index. */
  get #hasIndex(): boolean {
    const isGiven = this.#given ?? this.articles ?? inlineScript(this);
    return Boolean(isGiven || this.src || discoveredIndex(thisPage()));
  }

  /** Whether the author has put anything into the element that can be shown in place of cards; a server can't tell. */
  get #hasOwnContent(): boolean {
    if (isServer) return true;
    return [...this.childNodes].some((node) =>
      node instanceof Element
        ? !node.slot && node.localName !== 'script'
        : node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
  }

  #listOptions(related: readonly RelatedArticle[]): ListOptions {
    const pageLanguage = isServer ? orEnglish(this.getAttribute('lang') ?? '') : this.#language.tag;
    const strings = withGiven(this.#language.language.strings, this.strings);
    const isOfPage = primaryLanguage(strings.language) === primaryLanguage(pageLanguage);
    const layout = this.#layout;
    const isCompact = layout === 'compact';
    const by = this.#request?.by;
    const heading = this.heading?.trim() || (by ? strings.headings[by] : strings.heading);
    const ownHeading = isServer ? '' : this.querySelector(':scope > [slot="heading"]')?.textContent?.trim();
    const liveCounts = this.#counts.areAwaited(related);
    return {
      pageLanguage,
      language: isOfPage ? pageLanguage : orEnglish(strings.language),
      strings,
      heading,
      headingLevel: this.#checked('heading-level', this.headingLevel, isHeadingLevel, DEFAULT_HEADING_LEVEL),
      layout,
      isLandmark: isServer || this.#otherBlocks.isLandmark(related.length > 0 ? ownHeading || heading : ''),
      dates: !this.noDates,
      excerpts: !this.noExcerpts && !isCompact,
      images: !this.noImages && !isCompact,
      // Pictures of a list are narrower than others. With `auto` Chromium watches each by an observer of its own, whose
      // errors ("ResizeObserver loop") reach the page where pictures are missing.
      imageSizes: `(min-width: 40em) ${layout === 'list' ? 12 : 20}em, 100vw`,
      discussion: !this.noDiscussion,
      liveCounts,
      authors: this.showAuthor,
      readingTimes: this.showReadingTime,
      reasons: this.showReasons,
      tags: this.showTags,
      kickers: this.showKicker,
      marksFirst: this.markFirst,
      dateStyle: this.#dateStyle,
      defaultImage: webAddress(this.defaultImage, isServer ? undefined : thisPage().baseURI),
      readMore: this.noReadMore || isCompact ? '' : this.readMore?.trim() || strings.readMore,
      discussionLabel: this.discussionLabel?.trim() ?? '',
      renderCard: this.#cardRenderer(liveCounts),
      select: this.#select,
    };
  }

  get #layout(): Layout {
    return this.#oneOf(LAYOUTS, 'layout', this.layout);
  }

  get #dateStyle(): DateStyle {
    return this.#oneOf(DATE_STYLES, 'date-style', this.dateStyle);
  }

  /** The name that an attribute holds; the first of all names where it holds none of them, with a warning. */
  #oneOf<Name extends string>(names: readonly Name[], attribute: string, value: string | null): Name {
    const [standard = '' as Name] = names;
    const given = value?.trim() || standard;
    const name = names.find((known) => known === given);
    if (!name) this.#warn(`${attribute}="${given}" is none of ${names.join(', ')}; ${standard} is used`);
    return name ?? standard;
  }

  readonly #select = (related: RelatedArticle, position: number, click: MouseEvent): void => {
    const isAllowed = this.dispatchEvent(new RelatedArticlesSelectEvent(related, position, click));
    if (!isAllowed) click.preventDefault();
  };

  /** Loads the script for the author's card template, if there is one when the element has been parsed. */
  async #loadCardTemplate(): Promise<void> {
    await pageParsed(this);
    if (this.#cardTemplate) await this.#loadExtras();
  }

  get #cardTemplate(): HTMLTemplateElement | null {
    return isServer ? null : this.querySelector<HTMLTemplateElement>(':scope > template[slot="card"]');
  }

  /** The author's way to render a card. Where it fails, the author is told and the usual card is rendered. */
  #cardRenderer(liveCounts: boolean): CardRenderer | undefined {
    const [template, extras] = [this.#cardTemplate, this.#extras];
    const fromTemplate: CardRenderer | undefined =
      template && extras
        ? (related, teaser) => extras.cardFromTemplate(template, related, teaser, thisPage(), liveCounts)
        : undefined;
    const render = this.renderCard ?? fromTemplate;
    return (
      render &&
      ((related, teaser) => {
        try {
          return render(related, teaser);
        } catch (error) {
          return this.#warn(String(error), error);
        }
      })
    );
  }

  async #runCarousel(): Promise<void> {
    try {
      (await this.#loadExtras())?.runCarousel(this.renderRoot);
    } catch (error) {
      this.#warn(`could not move its carousel: ${String(error)}`, error);
    }
  }

  async #loadExtras(): Promise<typeof Extras | undefined> {
    this.#extras ??= await import('./extras.js').catch((error: unknown) =>
      this.#warn('could not load its script related-articles-extras.js; copy all of its scripts', error),
    );
    return this.#extras;
  }

  async #advise(): Promise<void> {
    const extras = await this.#loadExtras();
    for (const line of extras?.adviceFor(this, this.#hasIndex) ?? []) this.#warn(line);
  }

  /** Sets the custom states and dispatches the waiting event. */
  #announce(): void {
    const status = this.#failure ? TaskStatus.ERROR : this.#task.status;
    const hasEnded = status > TaskStatus.PENDING && !this.#failure;
    this.#setState('loading', status === TaskStatus.PENDING);
    this.#setState('empty', status === TaskStatus.COMPLETE && this.#related.length === 0);
    this.#setState('error', this.error !== undefined);
    this.#setState('blank', hasEnded && !this.#serverRendered.stands && this.#showsNothing);
    const event = this.#event;
    this.#event = undefined;
    if (event instanceof RelatedArticlesErrorEvent) this.#warn(event.error.message, event.error);
    if (event) this.dispatchEvent(event);
  }

  /** Whether there is nothing to be seen of the block, nor space held for it. */
  get #showsNothing(): boolean {
    const seen = this.renderRoot.querySelector('.stage > :not(.own), .own > :not([hidden], .vacant)');
    return !seen && !this.#reservedSpace.isHeld;
  }

  /** Sets a state that `:state()` selects. Browsers before 2024 have no custom states, or want other names. */
  #setState(name: string, isOn: boolean): void {
    try {
      this.#internals!.states[isOn ? 'add' : 'delete'](name);
    } catch {
      // The block works without.
    }
  }

  /** Runs a step that a page may forbid. If it throws, the author's own content stays. */
  #guard(render: () => void): void {
    try {
      render();
    } catch (cause) {
      const policy = 'a page with Trusted Types must allow the policy "related-articles"';
      const message = `could not be rendered, so its own content stays: ${String(cause)} (${policy})`;
      this.#failure = new Error(PREFIX + message, { cause });
      this.#showOwnContent(this.#failure);
    }
  }

  #showOwnContent(failure: Error): void {
    try {
      const slot = thisPage().createElement('slot');
      slot.hidden = this.fallback === 'hide';
      this.renderRoot.replaceChildren(slot);
      this.#related = [];
      this.#otherBlocks.isLandmark('');
      this.#otherBlocks.choose([], 0);
      this.#task.abort();
      this.#event = new RelatedArticlesErrorEvent(failure);
      this.#announce();
    } catch {
      // The page forbids this too.
    }
  }

  /**
   * A number of the author's if it is in range, else the default. A number out of range gives a warning. Frameworks that
   * set properties in place of attributes give numbers as the texts that stand in their templates.
   */
  #checked<Default extends number | undefined = undefined>(
    attribute: string,
    given: number | string | null | undefined,
    isInRange: (value: number) => boolean,
    defaultValue?: Default,
  ): number | Default {
    const value = toNumber(given);
    if (value !== null) {
      if (isInRange(value)) return value;
      const written = this.getAttribute(attribute) ?? given;
      this.#warn(`${attribute}="${written}" is out of range; ${defaultValue ?? 'none'} is used`);
    }
    return defaultValue as Default;
  }

  /** Tells the author something on the console, once. */
  #warn(message: string, ...details: unknown[]): undefined {
    if (this.#warnings.has(message)) return;
    this.#warnings.add(message);
    console.warn(message.startsWith(PREFIX) ? message : PREFIX + message, this, ...details);
  }
}

/**
 * The articles that may be shown: published ones with an http(s) address. Where another address or the date is not valid,
 * or an address is relative, the article is copied with what is valid. On a server relative addresses are not valid.
 */
function showable(given: readonly RelatedArticle[]): RelatedArticle[] {
  const base = isServer ? undefined : thisPage().baseURI;
  const now = new Date();
  return given.flatMap((related) => {
    const { article } = related;
    const { discussion } = article;
    const url = webAddress(article.url, base);
    if (!url || !isPublished(article, now)) return [];
    const image = webAddress(article.image, base);
    const date = timeOf(article.date) === undefined ? undefined : article.date;
    const discussionUrl = webAddress(discussion?.url, base);
    const isValid = url === article.url && image === article.image && date === article.date;
    if (isValid && discussionUrl === discussion?.url) return related;
    const checked = discussion && { ...discussion, url: discussionUrl };
    return withArticle(related, { url, image, date, discussion: checked });
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'related-articles': RelatedArticles;
  }
}
