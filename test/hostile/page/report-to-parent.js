/** In a frame: reports the block's cards, and what the page has noted, to the page around the frame. */
const { parent, problems } = globalThis;
for (const type of ['related-articles-load', 'related-articles-error', 'related-articles-discussions']) {
  addEventListener(type, async ({ target }) => {
    await target.updateComplete;
    const { errors, rejections, violations, lines } = problems;
    const texts = (part) =>
      [...target.shadowRoot.querySelectorAll(`[part="${part}"]`)].map(({ innerText }) => innerText);
    const cards = texts('card').map((text) => text.replace(/\s+/g, ' ').trim());
    const links = [...target.shadowRoot.querySelectorAll('a')].map(({ href }) => href);
    const report = { cards, links, problems: { errors, rejections, violations, lines } };
    parent.postMessage({ type, report }, '*');
  });
}
