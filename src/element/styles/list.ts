import { css } from 'lit';

/** The layout that every block has from the start, the list; widths are those of the block, not of the window. */
export const listStyles = css`
  .list [part~='card'] {
    display: flex;
    flex-direction: column-reverse;
    gap: 0.75em;
    padding-block: var(--_gap);
    border-block-start: 1px solid var(--_rule);
  }

  .own-card {
    flex: 1;
    grid-row: 1 / span 6;
    min-inline-size: 0;
  }

  .list [part='text'] {
    flex: 1;
    max-inline-size: var(--_measure);
    display: flex;
    flex-direction: column;
    align-items: start;
    gap: 0.4em;
    min-inline-size: 0;
  }

  @container (min-width: 32em) {
    .list [part~='card'] {
      flex-direction: row;
      gap: 1.5em;
    }

    .list [part='image'] {
      flex: none;
      align-self: start;
      inline-size: var(--_image-width);
    }
  }
`;
