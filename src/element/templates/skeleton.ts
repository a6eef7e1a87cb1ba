import { html, nothing, type TemplateResult } from 'lit';
import type { ListOptions } from './list.js';

/** Blank text as wide as so many letters, which breaks into lines about where a text of them does. */
function blank(letters: number): string {
  return `${'\u00a0'.repeat(5)} `.repeat(letters / 3);
}

const HEADING = blank(30);
const TITLE = blank(54);
const LONG_TITLE = blank(90);
const EXCERPT = blank(168);
const PHRASE = blank(12);

/**
 * The skeleton, which holds the place of a block until its cards are there: cards of blank text with the parts of real
 * cards, so that a site's own styles make them as tall.
 *
 * @param count how many cards are expected
 */
export function skeletonTemplate(count: number, options: ListOptions): TemplateResult {
  const { layout } = options;
  // A row is as high as its highest card, which may have a long title; in a list one of three titles is long.
  const isEven = layout === 'grid' || layout === 'carousel';
  const card = (at: number): TemplateResult =>
    html`<li part="card" class=${options.images ? '' : 'plain'}>
      <div part="text">
        <div class="title">${line('title', isEven || at % 3 === 0 ? LONG_TITLE : TITLE)}</div>
        <div class="byline">${options.dates ? line('date', PHRASE) : nothing}</div>
        ${options.excerpts ? line('excerpt', EXCERPT) : nothing}
        <div class="extras">
          ${options.reasons ? line('reasons', PHRASE) : nothing}${options.tags ? line('tags', PHRASE) : nothing}
        </div>
        <div class="links">
          ${options.readMore || options.discussion ? line('read-more', PHRASE) : nothing}
        </div>
      </div>
      ${options.images ? html`<div part="image"></div>` : nothing}
    </li>`;
  return html`<div class="skeleton ${layout}" part="skeleton" aria-hidden="true">
    <div class="head">
      ${line('heading', HEADING)} ${layout === 'carousel' ? html`<div part="controls"></div>` : nothing}
    </div>
    <ul part="list">
      ${Array.from({ length: count }, (_, at) => card(at))}
    </ul>
  </div>`;
}

function line(part: string, text: string): TemplateResult {
  return html`<p part=${part}><span>${text}</span></p>`;
}
