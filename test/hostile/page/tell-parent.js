/** In a frame: tells the page around it what the block has come to. */
const { parent, seen } = globalThis;
for (const type of ['related-articles-load', 'related-articles-error', 'related-articles-discussions']) {
  addEventListener(type, async ({ target }) => {
    await target.updateComplete;
    const { errors, rejections, violations, lines } = seen;
    const texts = (part) =>
      Array.from(target.shadowRoot.querySelectorAll(`[part="${part}"]`), ({ innerText }) => innerText);
    const cards = texts('card').map((text) => text.replace(/\s+/g, ' ').trim());
    const links = Array.from(target.shadowRoot.querySelectorAll('a'), ({ href }) => href);
    const told = { cards, links, seen: { errors, rejections, violations, lines } };
    parent.postMessage({ type, told }, '*');
  });
}
