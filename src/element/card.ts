import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Discussion, RelatedArticle } from '../article.js';
import { heading } from './heading.js';
import type { Strings } from './strings.js';

/** How the cards of a block are shown. */
export interface CardOptions {
  /** The page's language (BCP 47), which articles have that name none. */
  readonly pageLanguage: string;
  /** The block's own language: the page's, or that of its words where they are of another. */
  readonly language: string;
  readonly strings: Strings;
  /** 1 to 6, or 0 for no heading. */
  readonly headingLevel: number;
  readonly dates: boolean;
  readonly excerpts: boolean;
  readonly images: boolean;
  readonly discussion: boolean;
  /** The link's text; empty makes the title the link. */
  readonly readMore: string;
  /** Stands before the number of posts in place of the language's own words: `Diskussion`. */
  readonly discussionLabel: string;
  readonly select: (article: RelatedArticle, position: number, event: MouseEvent) => void;
}

/**
 * A teaser: one link, whose target is the whole card and whose name is what it says and the title. A link to the
 * discussion comes beside it where the index knows one.
 *
 * @param position the card's place, from 1
 */
export function card(related: RelatedArticle, position: number, options: CardOptions): TemplateResult {
  const { url, title, excerpt, date, image, discussion, language } = related.article;
  const select = (event: MouseEvent): void => options.select(related, position, event);
  const titleId = `title-${position}`;
  const linkId = `link-${position}`;
  const textLanguage = language ?? options.pageLanguage;
  const ownLanguage = textLanguage === options.language ? nothing : textLanguage;
  const titleLink = html`<a part="title-link" href=${url} @click=${select}>${title}</a>`;
  const readMoreLink = html`<a
    part="read-more"
    id=${linkId}
    href=${url}
    aria-labelledby="${linkId} ${titleId}"
    @click=${select}
    >${options.readMore}</a
  >`;
  return html`<li part="card">
    <div class="text">
      <div lang=${ownLanguage}>
        ${heading(options.headingLevel, 'title', options.readMore ? title : titleLink, titleId)}
      </div>
      ${options.dates && date ? publication(date, options.language) : nothing}
      ${options.excerpts && excerpt ? html`<p part="excerpt" lang=${ownLanguage} dir="auto">${excerpt}</p>` : nothing}
      <div class="links">
        ${options.readMore ? readMoreLink : nothing}
        ${options.discussion && discussion ? posts(discussion, options) : nothing}
      </div>
    </div>
    ${options.images && image ? picture(image) : nothing}
  </li>`;
}

/** The day as the index writes it, whatever the visitor's time zone. */
function publication(date: string, language: string): TemplateResult {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  const text = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
  return html`<time part="date" datetime=${date}>${text}</time>`;
}

function posts({ count, url }: Discussion, options: CardOptions): TemplateResult | typeof nothing {
  if (count === undefined) return nothing;
  const { language, strings, discussionLabel } = options;
  const number = new Intl.NumberFormat(language).format(count);
  const words = strings.discussion[new Intl.PluralRules(language).select(count)] ?? strings.discussion.other;
  const text = discussionLabel ? `${discussionLabel} ${number}` : words.replace('{count}', number);
  return url
    ? html`<a part="discussion" href=${url}>${text}</a>`
    : html`<span part="discussion">${text}</span>`;
}

function picture(image: string): TemplateResult {
  return html`${keyed(
    image,
    html`<img part="image" src=${image} alt="" loading="lazy" decoding="async" @error=${hide} />`,
  )}`;
}

/** A picture that can't be loaded leaves no hole. */
function hide(event: Event): void {
  (event.currentTarget as HTMLElement).hidden = true;
}
