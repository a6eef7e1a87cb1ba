/** Styles of the carousel's buttons and movement. They come with the script that moves it. */
export const carouselStyles = `
  [part='controls'] {
    visibility: visible;
  }

  [part='controls'].idle {
    visibility: hidden;
  }

  .carousel [part='list'] {
    overscroll-behavior-inline: contain;
    scroll-snap-type: inline mandatory;
  }

  .carousel [part~='card'] {
    scroll-snap-align: start;
  }

  [part='controls'] > button {
    inline-size: 2.75rem;
    block-size: 2.75rem;
    padding: 0;
    border: 1px solid var(--_muted);
    border-radius: 50%;
    background: none;
    color: inherit;
    font: inherit;
    font-size: 1.5em;
    line-height: 1;
    cursor: pointer;
  }

  /* Mirrored by themselves where the text runs from right to left. */
  [part='previous']::before {
    content: '‹';
  }

  [part='next']::before {
    content: '›';
  }

  button[aria-disabled='true'] {
    opacity: 0.4;
    cursor: default;
  }

  @media (prefers-reduced-motion: no-preference) {
    .carousel [part='list'] {
      scroll-behavior: smooth;
    }
  }
`;
