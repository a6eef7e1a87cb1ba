import { html, nothing, type TemplateResult } from 'lit';
import type { RelatedArticle } from '../../article.js';
import { headingTemplate } from './heading.js';
import { postCount, type Teaser, type TeaserOptions, teaserOf } from '../teaser.js';

/**
 * Renders the content of a card in the author's way: returns a Lit template, a DOM node or a text, of which nothing is
 * parsed as HTML, or undefined for the usual card.
 *
 * @param teaser the article in the block's words
 * @example element.renderCard = (related, { title, url }) => html`<a href=${url}>${title}</a>`;
 */
export type CardRenderer = (related: RelatedArticle, teaser: Teaser) => unknown;

/** How the cards of a block are shown. */
export interface CardOptions extends TeaserOptions {
  /** The level of the titles' headings, 1 to 6, or 0 for no headings. */
  readonly headingLevel: number;
  readonly dates: boolean;
  readonly excerpts: boolean;
  readonly images: boolean;
  /** How wide pictures are, as the attribute `sizes` has it. */
  readonly imageSizes: string;
  readonly discussion: boolean;
  /** Whether counts of posts come later, so that space is reserved for them. */
  readonly liveCounts: boolean;
  readonly authors: boolean;
  readonly readingTimes: boolean;
  readonly reasons: boolean;
  readonly tags: boolean;
  /** Whether an article's first tag stands above its title. */
  readonly kickers: boolean;
  /** Whether the first card has the part `first` too. */
  readonly marksFirst: boolean;
  /** Renders the content of cards in the author's way. */
  readonly renderCard: CardRenderer | undefined;
  readonly select: (article: RelatedArticle, position: number, event: MouseEvent) => void;
}

/**
 * A card: a teaser with one link, whose target is the whole card and whose accessible name is its text and the title.
 * A link to the discussion stands beside it where the index knows its address.
 *
 * @param position the card's place, from 1
 */
export function cardTemplate(
  related: RelatedArticle,
  position: number,
  options: CardOptions,
): TemplateResult {
  const teaser = teaserOf(related, position, options);
  const select = (event: MouseEvent): void => options.select(related, position, event);
  const own = options.renderCard?.(related, teaser);
  const part = position === 1 && options.marksFirst ? 'card first' : 'card';
  if (own !== undefined) return ownCard(own, part, teaser.url, select);
  const { url, title, image, excerpt } = teaser;
  const lang = teaser.language ?? nothing;
  const titleId = `title-${position}`;
  const linkId = `link-${position}`;
  const titleLink = html`<a part="title-link" href=${url} @click=${select}>${title}</a>`;
  const readMoreLink = html`<a
    part="read-more"
    id=${linkId}
    href=${url}
    aria-labelledby="${linkId} ${titleId}"
    @click=${select}
    >${options.readMore}</a
  >`;
  const hasPicture = options.images && image;
  return html`<li part=${part} class=${hasPicture ? '' : 'plain'}>
    <div part="text">
      <div class="title" lang=${lang}>
        ${options.kickers && teaser.tags[0] ? html`<p part="kicker" dir="auto">${teaser.tags[0]}</p>` : nothing}
        ${headingTemplate(options.headingLevel, 'title', options.readMore ? title : titleLink, titleId)}
      </div>
      <div class="byline">
        ${
          options.dates && teaser.date
            ? html`<time part="date" dir="auto" datetime=${related.article.date ?? nothing}
                >${teaser.date}</time
              >`
            : nothing
        }
        ${options.authors ? piece('author', teaser.author) : nothing}
        ${options.readingTimes ? piece('reading-time', teaser.readingTime) : nothing}
      </div>
      ${
        options.excerpts && excerpt ? html`<p part="excerpt" lang=${lang} dir="auto">${excerpt}</p>` : nothing
      }
      <div class="extras">
        ${options.reasons ? piece('reasons', teaser.reasons) : nothing}
        ${options.tags && teaser.tags.length > 0 ? tagList(teaser) : nothing}
      </div>
      <div class="links">
        ${options.readMore ? readMoreLink : nothing}
        ${options.discussion ? discussionCount(teaser, options) : nothing}
      </div>
    </div>
    ${hasPicture ? picture(image, teaser.imageSet, options.imageSizes) : nothing}
  </li>`;
}

/** A card with content of the author's, in which every link to the article counts as the card's link. */
function ownCard(
  content: unknown,
  part: string,
  url: string,
  select: (event: MouseEvent) => void,
): TemplateResult {
  const onClick = (event: MouseEvent): void => {
    if (event.composedPath().some((node) => node instanceof HTMLAnchorElement && node.href === url))
      select(event);
  };
  return html`<li part=${part} class="plain" @click=${onClick}><div class="own-card">${content}</div></li>`;
}

function piece(part: string, text: string | undefined): TemplateResult | typeof nothing {
  return text ? html`<span part=${part} dir="auto">${text}</span>` : nothing;
}

function tagList({ tags, language }: Teaser): TemplateResult {
  return html`<ul part="tags" role="list" lang=${language ?? nothing}>
    ${tags.map((tag) => html`<li part="tag" dir="auto">${tag}</li>`)}
  </ul>`;
}

/** The number of posts. Where it comes later, its place is as wide as the widest number. */
function discussionCount(teaser: Teaser, options: CardOptions): TemplateResult | typeof nothing {
  const { discussion, discussionUrl, position } = teaser;
  const widest = options.liveCounts ? postCount(WIDEST_COUNT, options) : nothing;
  if (!discussion && !options.liveCounts) return nothing;
  const id = `discussion-${position}`;
  return discussion && discussionUrl
    ? html`<a
        part="discussion"
        id=${id}
        dir="auto"
        href=${discussionUrl}
        aria-labelledby="${id} title-${position}"
        data-widest=${widest}
        >${discussion}</a
      >`
    : html`<span part="discussion" class=${discussion ? nothing : 'awaited'} dir="auto" data-widest=${widest}
        >${discussion ?? NO_BREAK_SPACE}</span
      >`;
}

const WIDEST_COUNT = 888;
const NO_BREAK_SPACE = '\u00a0';

function picture(image: string, set: string | undefined, sizes: string): TemplateResult {
  // WebKit asks for an address as soon as it is set: what chooses among the addresses comes first.
  return html`<img
    part="image"
    sizes=${set ? sizes : nothing}
    srcset=${set ?? nothing}
    src=${image}
    alt=""
    loading="lazy"
    decoding="async"
    referrerpolicy="strict-origin-when-cross-origin"
    @error=${setBroken}
    @load=${setBroken}
  />`;
}

/** Hides a picture that can't be loaded, so that it leaves no gap. */
function setBroken({ type, currentTarget }: Event): void {
  (currentTarget as Element).parentElement?.classList.toggle('plain', type === 'error');
}
