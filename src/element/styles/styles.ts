import { css } from 'lit';
import { layoutStyles } from './layouts.js';
import { listStyles } from './list.js';

const blockStyles = css`
  :host {
    --_accent: var(--related-articles-accent, currentcolor);
    --_muted: var(--related-articles-muted, color-mix(in srgb, currentcolor 85%, transparent));
    --_rule: var(--related-articles-rule, color-mix(in srgb, currentcolor 18%, transparent));
    --_gap: var(--related-articles-gap, 1.25em);
    --_measure: var(--related-articles-measure, 68ch);
    --_image-width: var(--related-articles-image-width, 11em);
    --_title: 1.1em;
    --_lines: var(--related-articles-excerpt-lines, 4);
    --_column: var(--related-articles-column, 16em);
    display: block;
    margin-block-start: 2.5em;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  :host(:state(blank)) {
    display: none;
  }

  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }

  .stage > * {
    grid-area: 1 / 1;
  }

  nav,
  .skeleton {
    container-type: inline-size;
    /* Where the page lets the block's content set its width, this stands in for it. */
    contain-intrinsic-inline-size: min(40em, 80vw);
    max-inline-size: calc(var(--_measure) + 1.5em + var(--_image-width));
    /* Old grids set 0, which their columns undo: the root's size stands in for it. */
    font-size: max(1em, min(1rem, (1px - 1em) * 999));
    line-height: 1.5;
    text-align: start;
    text-indent: 0;
    white-space: normal;
    hyphenate-limit-chars: 12 5 5;
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul {
    margin: 0;
    padding: 0;
    font: inherit;
  }

  ul {
    list-style: none;
  }

  [dir] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  [part='heading'] {
    margin-block-end: 0.6em;
    font-size: 1.4em;
    font-weight: 700;
    line-height: 1.25;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }

  [part~='card'] {
    position: relative;
    min-inline-size: 0;
    break-inside: avoid;
    overflow-wrap: anywhere;
    /* Marks piled upon a letter stay in its card; focus rings need a little more room. */
    clip-path: inset(-8px);
  }

  [part='title'] {
    font-size: var(--_title);
    font-weight: 700;
    line-height: 1.3;
    hyphens: auto;
    text-wrap: pretty;
  }

  .byline,
  .links,
  [part='tags'] {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25em 1.25em;
  }

  .byline,
  .extras,
  [part='kicker'],
  [part='discussion'] {
    color: var(--_muted);
    font-size: 0.85em;
  }

  /* An excerpt is cut between words, unlike with line-clamp. Its row is as high as its whole text, and overflows it. */
  [part='excerpt'] {
    display: grid;
    grid-template-columns: 1fr 1em;
    max-block-size: calc(var(--_lines) * 1lh);
    overflow: hidden;
  }

  /*
   * Dots have a column of their own. They stand on the last line if the row (100 %) is higher than the lines, else far
   * above. Without a number of lines the margin is not valid, and they stay outside.
   */
  [part='excerpt']::after {
    content: '…';
    position: relative;
    grid-column: 2;
    inset-block-start: min((var(--_lines) - 1) * 1lh, (100% - (var(--_lines) + 0.5) * 1lh) * 99);
    inset-inline-start: 2em;
    margin-inline-start: calc(0em * var(--_lines) - 2em);
  }

  :is(.byline, .extras, .links):not(:has(*)) {
    display: none !important;
  }

  [part='tags'] {
    gap: 0.4em;
  }

  [part='tag'] {
    padding-inline: 0.6em;
    border: 1px solid var(--_rule);
    border-radius: 1em;
  }

  [part='reasons'] {
    display: block;
  }

  [part='reasons'] + [part='tags'] {
    margin-block-start: 0.4em;
  }

  a {
    color: var(--_accent);
  }

  [part='read-more'] {
    font-size: 0.9em;
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }

  [part='title-link'] {
    padding-block: 0.25em;
    color: inherit;
    text-decoration: none;
  }

  /* The link's target is the whole card, but texts lie above it, so that they can be selected. */
  [part='read-more']::after,
  [part='title-link']::after {
    content: '';
    position: absolute;
    inset: 0;
  }

  .byline,
  .extras,
  [part='excerpt'],
  .title:not(:has(a)) {
    position: relative;
    z-index: 1;
  }

  [part~='card']:hover :is([part='read-more'], [part='title-link']) {
    text-decoration: underline;
    text-decoration-thickness: 2px;
  }

  :is(a, button):focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 3px;
    border-radius: 2px;
  }

  .links {
    padding-block-start: 0.25em;
  }

  /* Targets of 24 px that make their row no higher. */
  :is([part='read-more'], [part='discussion']) {
    margin-block: -0.3em;
    padding-block: 0.3em;
  }

  [part='discussion'] {
    position: relative;
  }

  /* As wide as a number that is still to come. */
  [data-widest]::after {
    content: attr(data-widest);
    display: block;
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
  }

  .awaited {
    visibility: hidden;
  }

  [part='image'] {
    inline-size: 100%;
    aspect-ratio: var(--related-articles-image-ratio, 16 / 9);
    object-fit: cover;
    border-radius: 3px;
    background: var(--_rule);
  }

  /* Out of the way, but not so far that another picture in its place would not be loaded. */
  .plain > [part='image'] {
    position: absolute;
    visibility: hidden;
  }

  .skeleton {
    opacity: 0.6;
    pointer-events: none;
    user-select: none;
  }

  .skeleton [part='excerpt'] {
    display: block;
  }

  .skeleton span {
    border-radius: 0.2em;
    background: var(--_rule);
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
  }

  /* The author's own content is a better stand-in than bars. */
  .skeleton:has(+ .own > slot:not([hidden], .vacant)) {
    visibility: hidden;
  }
`;

/** All styles of the element that its main script holds. */
export const styles = [blockStyles, listStyles, layoutStyles];
