import { html, isServer, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { RelatedArticle } from '../article.js';
import type { Discussions } from '../discussion/providers.js';
import { thisPage } from '../page/unshadowed.js';
import { orElse, toNumber } from './attributes.js';
import { block, type BlockOptions } from './block.js';
import { RelatedArticlesSelectEvent } from './events.js';
import type { CardRenderer } from './card.js';
import type * as CardTemplate from './card-template.js';
import { Guest } from './guest.js';
import { HeldHeight } from './held-height.js';
import { primaryLanguage } from '../shared/language.js';
import { LanguageChanges, languageOf, orEnglish } from './language.js';
import { isLayout, type Layout, LAYOUTS } from './layout.js';
import { isNamesake } from './namesake.js';
import { hasContent } from './own-content.js';
import { skeleton } from './skeleton.js';
import { formatDay } from './format.js';
import { ENGLISH as en, type GivenStrings, type Strings, withGiven } from './strings.js';
import { loadStrings } from './languages.js';

// Written out at the property again: the manifest shows what stands there.
const DEFAULT_HEADING_LEVEL = 2;
/** What every line of ours in the console starts with. */
const PREFIX = 'related-articles: ';
const SOME_DATE = '2000-01-01';

/** How a block looks: the attributes that change what is shown of an article, not which articles are shown. */
export abstract class Appearance extends Guest {
  static override properties: PropertyDeclarations = {
    layout: {},
    heading: {},
    headingLevel: { converter: toNumber, attribute: 'heading-level' },
    readMore: { attribute: 'read-more' },
    discussions: {},
    discussionLabel: { attribute: 'discussion-label' },
    noDates: { type: Boolean, attribute: 'no-dates' },
    noExcerpts: { type: Boolean, attribute: 'no-excerpts' },
    noImages: { type: Boolean, attribute: 'no-images' },
    noReadMore: { type: Boolean, attribute: 'no-read-more' },
    noDiscussion: { type: Boolean, attribute: 'no-discussion' },
    showAuthor: { type: Boolean, attribute: 'show-author' },
    showReadingTime: { type: Boolean, attribute: 'show-reading-time' },
    showReasons: { type: Boolean, attribute: 'show-reasons' },
    showTags: { type: Boolean, attribute: 'show-tags' },
    fallback: {},
    strings: { attribute: false },
    renderCard: { attribute: false },
  };

  /** How the cards are laid out: `list`, `grid`, `compact` (titles with dates) or `carousel`. Anything else means `list`. */
  layout: Layout = 'list';

  /** The heading's text, in place of the language's own. */
  heading = '';

  /** The heading's level, 1 to 6, titles being one below; 0 makes no headings. Anything else means 2. */
  headingLevel = 2;

  /** The link's text, in place of the language's own. */
  readMore = '';

  /**
   * Where numbers of posts come from after the cards: the address of a counts file, or a comment system, its address
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

  /**
   * What stands where nothing is related: the author's own `content`, the most `recent` articles of the index, or
   * nothing, with `hide`, which hides the author's content from the start. Anything else means `content`.
   */
  fallback: 'content' | 'recent' | 'hide' = 'content';

  /** Texts in place of the language's own, each by its name. */
  strings: GivenStrings | undefined;

  /** Makes a card's content in place of the usual: a Lit template, a DOM node or a text. */
  renderCard: CardRenderer | undefined;

  readonly #warnings = new Set<string>();
  readonly #heldHeight = new HeldHeight(this);
  #pageLanguage = 'en';
  #ownStrings: Strings = en;
  #templates: typeof CardTemplate | undefined;

  constructor() {
    super();
    this.addController(new LanguageChanges(this));
  }

  /** Loads what the block needs besides its articles: its texts in the page's language (BCP 47), and templates. */
  protected async prepare(language: string): Promise<void> {
    const [strings = en, templates] = await Promise.all([
      this.loaded(loadStrings(language), `texts for lang="${language}"`),
      this.#template
        ? this.loaded(import('./card-template.js'), 'script for <template slot="card">')
        : undefined,
    ]);
    // Another language may have come into force meanwhile.
    if (language !== languageOf(this)) return;
    this.#pageLanguage = language;
    this.#ownStrings = strings;
    this.#templates = templates;
    // What writes dates may have to be made, which takes longer than all cards: now nobody waits for it yet.
    setTimeout(formatDay, 0, SOME_DATE, language);
  }

  /** A piece of the script, or undefined where it is not to be had. */
  protected async loaded<T>(piece: Promise<T>, what: string): Promise<T | undefined> {
    try {
      return await piece;
    } catch (error) {
      this.warn(`could not load its ${what}; copy all of its scripts to your site`, error);
      return undefined;
    }
  }

  protected override updated(): void {
    if (this.#layout !== 'carousel') return;
    const run = import('./carousel.js').then(({ runCarousel }) => runCarousel(this.renderRoot));
    void this.loaded(run, 'script for carousels');
  }

  /**
   * Renders the cards, or what stands in their place.
   *
   * @param awaited how many cards are still to come
   */
  protected stage(related: readonly RelatedArticle[], awaited: number): TemplateResult {
    const options = this.#blockOptions(this.awaitsCounts(related));
    const hasCards = related.length > 0;
    const standIn = awaited > 0 && this.#heldHeight.isDue ? skeleton(awaited, options) : nothing;
    return html`<div class="stage">
      ${hasCards ? block(related, options) : standIn}
      <div class="own">
        <slot
          ?hidden=${hasCards || this.fallback === 'hide'}
          class=${hasContent(this) ? nothing : 'vacant'}
          @slotchange=${() => this.requestUpdate()}
        ></slot>
      </div>
    </div>`;
  }

  /** Whether there is nothing to be seen of the block, nor its place held. */
  protected get showsNothing(): boolean {
    return (
      !this.#heldHeight.isHeld &&
      !this.renderRoot.querySelector('.stage > :not(.own), .own > :not([hidden], .vacant)')
    );
  }

  /** Whether numbers of posts may still come for articles, whose place is held until then. */
  protected awaitsCounts(_related: readonly RelatedArticle[]): boolean {
    return Boolean(this.discussions);
  }

  #blockOptions(liveCounts: boolean): BlockOptions {
    const pageLanguage = isServer ? orEnglish(this.getAttribute('lang') ?? '') : this.#pageLanguage;
    const strings = withGiven(this.#ownStrings, this.strings);
    const layout = this.#layout;
    const isCompact = layout === 'compact';
    const isOfPage = primaryLanguage(strings.language) === primaryLanguage(pageLanguage);
    return {
      pageLanguage,
      language: isOfPage ? pageLanguage : orEnglish(strings.language),
      strings,
      heading: orElse(this.heading, strings.heading),
      headingLevel: this.#headingLevel,
      layout,
      dates: !this.noDates,
      excerpts: !this.noExcerpts && !isCompact,
      images: !this.noImages && !isCompact,
      // Browsers that do not know `auto` go on to the next: pictures of a list are narrower than others.
      imageSizes: `auto, (min-width: 40em) ${layout === 'list' ? 12 : 20}em, 100vw`,
      discussion: !this.noDiscussion,
      liveCounts,
      authors: this.showAuthor,
      readingTimes: this.showReadingTime,
      reasons: this.showReasons,
      tags: this.showTags,
      readMore: this.noReadMore || isCompact ? '' : orElse(this.readMore, strings.readMore),
      discussionLabel: orElse(this.discussionLabel, ''),
      isNamesake: !isServer && isNamesake(this),
      renderCard: this.#cardRenderer(liveCounts),
      select: this.#select,
    };
  }

  readonly #select = (article: RelatedArticle, position: number, event: MouseEvent): void => {
    const goOn = this.dispatchEvent(new RelatedArticlesSelectEvent(article, position, event));
    if (!goOn) event.preventDefault();
  };

  get #template(): HTMLTemplateElement | null {
    return isServer ? null : this.querySelector<HTMLTemplateElement>(':scope > template[slot="card"]');
  }

  /** The author's way to make a card; one that fails is told of, and leaves the usual card. */
  #cardRenderer(liveCounts: boolean): CardRenderer | undefined {
    const [template, templates] = [this.#template, this.#templates];
    const fromTemplate: CardRenderer | undefined =
      template && templates
        ? (related, teaser) => templates.cardFromTemplate(template, related, teaser, thisPage(), liveCounts)
        : undefined;
    const render = this.renderCard ?? fromTemplate;
    return (
      render &&
      ((related, teaser) => {
        try {
          return render(related, teaser);
        } catch (error) {
          return this.warn(String(error), error);
        }
      })
    );
  }

  get #layout(): Layout {
    const name = orElse(this.layout, 'list');
    if (isLayout(name)) return name;
    this.warn(`layout="${name}" is none of ${LAYOUTS.join(', ')}; list is used`);
    return 'list';
  }

  get #headingLevel(): number {
    return this.checked(
      'heading-level',
      this.headingLevel,
      DEFAULT_HEADING_LEVEL,
      (level) => Number.isInteger(level) && level >= 0 && level <= 6,
    );
  }

  /** A number that the author gave, else the standard: quietly where there is none, which is null. */
  protected checked<T extends number | undefined>(
    attribute: string,
    value: number | null,
    standard: T,
    isInRange: (value: number) => boolean,
  ): number | T {
    if (value !== null && isInRange(value)) return value;
    if (value !== null) {
      this.warn(
        `${attribute}="${this.getAttribute(attribute) ?? value}" is out of range; ${standard ?? 'none'} is used`,
      );
    }
    return standard;
  }

  /** Tells the author something on the console, once. */
  protected warn(message: string, ...details: unknown[]): void {
    if (this.#warnings.has(message)) return;
    this.#warnings.add(message);
    console.warn(message.startsWith(PREFIX) ? message : PREFIX + message, this, ...details);
  }
}
