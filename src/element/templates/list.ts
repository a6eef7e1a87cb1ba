import { html, nothing, type TemplateResult } from 'lit';
import type { RelatedArticle } from '../../article.js';
import { type CardOptions, cardTemplate } from './card.js';
import { headingTemplate } from './heading.js';

/** How the cards of a block are laid out. */
export type Layout = 'list' | 'grid' | 'compact' | 'carousel';

/** How a block is shown. Its titles are headings one level below its own. */
export interface ListOptions extends CardOptions {
  readonly heading: string;
  readonly layout: Layout;
  /** Whether the block is a landmark; another block of the page may have the same heading already. */
  readonly isLandmark: boolean;
}

/** The block: a landmark with its heading, which the author may replace, and a list of cards. */
export function listTemplate(related: readonly RelatedArticle[], options: ListOptions): TemplateResult {
  const { headingLevel: level, layout, language, isLandmark } = options;
  const cardOptions = { ...options, headingLevel: level && Math.min(level + 1, 6) };
  const ownLanguage = language === options.pageLanguage ? nothing : language;
  return html`<nav
    part="base"
    class=${layout}
    role=${isLandmark ? nothing : 'none'}
    aria-labelledby=${isLandmark ? 'heading' : nothing}
    lang=${ownLanguage}
  >
    <div class="head">
      <div id="heading">
        <slot name="heading">${headingTemplate(level, 'heading', options.heading)}</slot>
      </div>
      ${layout === 'carousel' ? controls(options) : nothing}
    </div>
    <ul part="list" role="list">
      ${related.map((article, at) => cardTemplate(article, at + 1, cardOptions))}
    </ul>
  </nav>`;
}

/** The carousel's buttons; their glyphs come with the styles. */
function controls({ strings }: ListOptions): TemplateResult {
  return html`<div part="controls">
    <button part="previous" type="button" aria-label=${strings.previous} aria-disabled="true"></button>
    <button part="next" type="button" aria-label=${strings.next}></button>
  </div>`;
}
