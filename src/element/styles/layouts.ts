import { css } from 'lit';

/**
 * The styles of the other layouts. Widths are those of the block, not of the window. They are part of the main script,
 * because the skeleton needs them at once.
 */
export const layoutStyles = css`
  .compact [part='text'] {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.2em 1.25em;
    padding-block: 0.5em;
    border-block-start: 1px solid var(--_rule);
  }

  .compact .title {
    flex: 1 1 20em;
    min-inline-size: 0;
  }

  .compact .extras {
    flex-basis: 100%;
    order: 1;
  }

  .compact [part='title'] {
    font-size: 1em;
    font-weight: 600;
    text-wrap: balance;
  }

  .grid,
  .carousel {
    max-inline-size: none;
  }

  :is(.grid, .carousel) [part='list'] {
    display: grid;
    column-gap: 1.5em;
  }

  .grid [part='list'] {
    grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--_column)), 1fr));
  }

  /* Every card takes six rows of the grid: picture, title, byline, excerpt, extras, links. */
  :is(.grid, .carousel) [part~='card'] {
    display: grid;
    grid-row: span 6;
    grid-template-rows: subgrid;
    padding-block-end: calc(1.4 * var(--_gap));
  }

  :is(.grid, .carousel) [part='image'] {
    grid-row: 1;
    margin-block-end: 0.75em;
  }

  /* The texts are a box of their own, for padding, and take the last five rows; in other layouts rows mean nothing. */
  :is(.grid, .carousel) [part='text'] {
    display: grid;
    grid-row: 2 / span 5;
    grid-template-rows: subgrid;
    justify-items: start;
  }

  .title {
    grid-row: 1;
  }

  .byline {
    grid-row: 2;
  }

  [part='excerpt'] {
    grid-row: 3;
  }

  .extras {
    grid-row: 4;
  }

  .links {
    grid-row: 5;
  }

  :is(.grid, .carousel) .links {
    align-self: end;
  }

  :is(.grid, .carousel) [part='text'] > :not(.title) {
    margin-block-start: 0.35em;
  }

  /* A card without a picture among others that have one is all text: it begins and ends with them. */
  :is(.grid, .carousel) :has(> :not(.plain)) > .plain > [part='text'] {
    display: flex;
    flex-direction: column;
    align-items: start;
    grid-row: 1 / span 6;
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--_rule);
    --_lines: var(--related-articles-excerpt-lines, 8);
  }

  :is(.grid, .carousel) :has(> :not(.plain)) > .plain .links {
    align-self: start;
    margin-block-start: auto;
  }

  .carousel [part='list'] {
    /* Room for focus rings, which a scroll container cuts off. */
    --_ring: 8px;
    grid-auto-flow: column;
    grid-template-rows: repeat(6, auto);
    grid-auto-columns: min(var(--_column), 85%);
    margin-block: calc(-1 * var(--_ring));
    margin-inline-start: calc(-1 * var(--_ring));
    padding-block: var(--_ring);
    padding-inline-start: var(--_ring);
    overflow-x: auto;
    scroll-padding-inline-start: var(--_ring);
    scrollbar-width: none;
  }

  .carousel [part='list']::-webkit-scrollbar {
    display: none;
  }

  .carousel .head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    column-gap: 1em;
  }

  .carousel .head > :first-child {
    flex: 1 1 14em;
    min-inline-size: 0;
  }

  [part='controls'] {
    display: flex;
    gap: 0.5rem;
    min-inline-size: 6rem;
    min-block-size: 2.75rem;
    margin-inline-start: auto;
    margin-block-end: 0.8em;
    visibility: hidden;
  }

  @media print {
    :host {
      --_accent: currentcolor;
    }

    .skeleton,
    [part='controls'] {
      display: none;
    }

    .carousel [part='list'] {
      display: block;
      overflow: visible;
    }

    .carousel [part='image'] {
      inline-size: var(--_image-width);
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .skeleton {
      animation: wait 1.2s ease-in-out infinite alternate;
    }
  }

  @keyframes wait {
    to {
      opacity: 0.3;
    }
  }
`;
