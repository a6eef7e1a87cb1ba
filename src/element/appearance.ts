import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { RelatedArticle } from '../article.js';
import { orElse, toNumber } from './attributes.js';
import type { BlockOptions } from './block.js';
import { RelatedArticlesSelectEvent } from './events.js';
import { LanguageChanges, languageOf, primaryLanguage } from './language.js';
import { type GivenStrings, loadStrings, type Strings, withGiven } from './strings.js';
import { en } from './strings/en.js';

// Written out at the property again: the manifest shows what stands there.
const DEFAULT_HEADING_LEVEL = 2;
/** What every line of ours in the console starts with. */
const PREFIX = 'related-articles: ';

/** How a block looks: the attributes that change what is shown of an article, not which articles are shown. */
export abstract class Appearance extends LitElement {
  /** The heading's text, in place of the language's own. */
  @property() heading = '';

  /** The heading's level, 1 to 6, titles being one below; 0 makes no headings. Anything else means 2. */
  @property({ converter: toNumber, attribute: 'heading-level' }) headingLevel = 2;

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

  /** Texts in place of the language's own, each by its name. */
  @property({ attribute: false }) strings: GivenStrings | undefined;

  readonly #warnings = new Set<string>();
  #pageLanguage = 'en';
  #ownStrings: Strings = en;

  constructor() {
    super();
    this.addController(new LanguageChanges(this));
  }

  /** Loads what the block needs besides its articles: its texts in the page's language (BCP 47). */
  protected async prepare(language: string): Promise<void> {
    const strings = await loadStrings(language).catch((error: unknown) => {
      this.warn(`the texts for lang="${language}" could not be loaded; the English ones are used`, error);
      return en;
    });
    // Another language may have come into force meanwhile.
    if (language !== languageOf(this)) return;
    this.#pageLanguage = language;
    this.#ownStrings = strings;
  }

  /** What the block is rendered with. */
  protected get blockOptions(): BlockOptions {
    const pageLanguage = this.#pageLanguage;
    const strings = withGiven(this.#ownStrings, this.strings);
    const isOfPage = primaryLanguage(strings.language) === primaryLanguage(pageLanguage);
    return {
      pageLanguage,
      language: isOfPage ? pageLanguage : strings.language,
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

  get #headingLevel(): number {
    return this.checked(
      'heading-level',
      this.headingLevel,
      DEFAULT_HEADING_LEVEL,
      (level) => level >= 0 && level <= 6,
    );
  }

  /** A whole number that the author gave, else the standard: quietly where there is none, which is null. */
  protected checked(
    attribute: string,
    value: number | null,
    standard: number,
    isInRange: (value: number) => boolean,
  ): number {
    if (value !== null && Number.isInteger(value) && isInRange(value)) return value;
    if (value !== null) {
      const given = this.getAttribute(attribute) ?? String(value);
      this.warn(`${attribute}="${given}" is out of range; ${standard} is used`);
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
