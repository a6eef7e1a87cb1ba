import { html, nothing, type TemplateResult } from 'lit';
import type { RelatedArticle } from '../article.js';
import { card, type CardOptions } from './card.js';
import { heading } from './heading.js';

/** How a block is shown; its titles are headings one level below its own. */
export interface BlockOptions extends CardOptions {
  readonly heading: string;
}

/** The landmark with its heading, which the author may replace, and a card per article. */
export function block(related: readonly RelatedArticle[], options: BlockOptions): TemplateResult {
  const level = options.headingLevel;
  const cardOptions = { ...options, headingLevel: level && Math.min(level + 1, 6) };
  const ownLanguage = options.language === options.pageLanguage ? nothing : options.language;
  return html`<nav part="base" aria-labelledby="heading" lang=${ownLanguage}>
    <div id="heading">
      <slot name="heading">${heading(level, 'heading', options.heading)}</slot>
    </div>
    <ul part="list" role="list">
      ${related.map((article, at) => card(article, at + 1, cardOptions))}
    </ul>
  </nav>`;
}
