/** In a frame: tells the page around it what the block has come to. */
const { parent, seen } = globalThis;
for (const type of ['related-articles-load', 'related-articles-error', 'related-articles-discussions']) {
  addEventListener(type, async ({ target }) => {
    await target.updateComplete;
    const { errors, rejections, violations, lines } = seen;
    const texts = (part) =>
      [...target.shadowRoot.querySelectorAll(`[part="${part}"]`)].map(({ innerText }) => innerText);
    const cards = texts('card').map((text) => text.replace(/\s+/g, ' ').trim());
    const links = [...target.shadowRoot.querySelectorAll('a')].map(({ href }) => href);
    const told = { cards, links, seen: { errors, rejections, violations, lines } };
    parent.postMessage({ type, told }, '*');
  });
}
