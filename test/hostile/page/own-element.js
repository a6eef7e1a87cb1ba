/** A page that has registered the block's tag name for its own element. */
customElements.define('related-articles', class extends HTMLElement {});
