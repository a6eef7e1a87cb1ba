import { html, nothing, type TemplateResult } from 'lit';
import type { RelatedArticle } from '../article.js';
import { card, type CardOptions } from './card.js';
import { heading } from './heading.js';
import type { Layout } from './layout.js';

/** How a block is shown; its titles are headings one level below its own. */
export interface BlockOptions extends CardOptions {
  readonly heading: string;
  readonly layout: Layout;
  /** Whether another block of the page goes by the same heading already. */
  readonly isNamesake: boolean;
}

/**
 * The landmark with its heading, which the author may replace, and a card per article. Landmarks of one page must differ
 * in name (WAI-ARIA APG, "landmark regions"), so that a namesake is none.
 */
export function block(related: readonly RelatedArticle[], options: BlockOptions): TemplateResult {
  const { headingLevel: level, layout, language, isNamesake } = options;
  const cardOptions = { ...options, headingLevel: level && Math.min(level + 1, 6) };
  const ownLanguage = language === options.pageLanguage ? nothing : language;
  return html`<nav
    part="base"
    class=${layout}
    role=${isNamesake ? 'none' : nothing}
    aria-labelledby=${isNamesake ? nothing : 'heading'}
    lang=${ownLanguage}
  >
    <div class="head">
      <div id="heading">
        <slot name="heading">${heading(level, 'heading', options.heading)}</slot>
      </div>
      ${layout === 'carousel' ? controls(options) : nothing}
    </div>
    <ul part="list" role="list">
      ${related.map((article, at) => card(article, at + 1, cardOptions))}
    </ul>
  </nav>`;
}

/** The carousel's buttons, whose glyphs come with the styles. */
function controls({ strings }: BlockOptions): TemplateResult {
  return html`<div part="controls">
    <button part="previous" type="button" aria-label=${strings.previous} aria-disabled="true"></button>
    <button part="next" type="button" aria-label=${strings.next}></button>
  </div>`;
}
