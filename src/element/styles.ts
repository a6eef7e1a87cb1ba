import { css } from 'lit';

export const styles = css`
  :host {
    --_accent: var(--related-articles-accent, currentcolor);
    --_muted: var(--related-articles-muted, color-mix(in srgb, currentcolor 85%, transparent));
    --_rule: var(--related-articles-rule, color-mix(in srgb, currentcolor 18%, transparent));
    --_gap: var(--related-articles-gap, 1.25em);
    --_measure: var(--related-articles-measure, 68ch);
    --_image-width: var(--related-articles-image-width, 11em);
    display: block;
    line-height: 1.5;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  nav {
    container-type: inline-size;
    /* Where the page lets the block's content set its width, this stands in for it. */
    contain-intrinsic-inline-size: min(40em, 80vw);
    max-inline-size: calc(var(--_measure) + 1.5em + var(--_image-width));
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

  [part='heading'] {
    margin-block-end: 0.6em;
    font-size: 1.4em;
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
  }

  [part='card'] {
    position: relative;
    display: flex;
    flex-direction: column-reverse;
    gap: 0.75em;
    padding-block: var(--_gap);
    border-block-start: 1px solid var(--_rule);
    overflow-wrap: anywhere;
  }

  .text {
    flex: 1;
    max-inline-size: var(--_measure);
    display: grid;
    gap: 0.35em;
    align-content: start;
    justify-items: start;
    min-inline-size: 0;
  }

  [part='title'] {
    max-inline-size: 45ch;
    font-size: 1.1em;
    font-weight: 700;
    line-height: 1.3;
    hyphens: auto;
    text-wrap: pretty;
  }

  [part='date'] {
    color: var(--_muted);
    font-size: 0.85em;
  }

  .links {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25em 1.25em;
  }

  .links:not(:has(*)) {
    display: none;
  }

  a {
    color: var(--_accent);
  }

  [part='read-more'] {
    font-weight: 600;
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }

  [part='title-link'] {
    color: inherit;
    text-decoration: none;
  }

  /* The link's target is the whole card. */
  [part='read-more']::after,
  [part='title-link']::after {
    content: '';
    position: absolute;
    inset: 0;
  }

  [part='card']:hover :is([part='read-more'], [part='title-link']) {
    text-decoration: underline;
    text-decoration-thickness: 2px;
  }

  a:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 3px;
    border-radius: 2px;
  }

  [part='discussion'] {
    position: relative;
    color: var(--_muted);
    font-size: 0.85em;
    line-height: 1.9;
    min-block-size: 24px;
  }

  [part='image'] {
    inline-size: 100%;
    aspect-ratio: var(--related-articles-image-ratio, 16 / 9);
    object-fit: cover;
    border-radius: 3px;
    background: var(--_rule);
  }

  @container (min-width: 32em) {
    [part='card'] {
      flex-direction: row;
      gap: 1.5em;
    }

    [part='image'] {
      flex: none;
      align-self: start;
      inline-size: var(--_image-width);
    }
  }
`;
