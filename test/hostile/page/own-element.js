/** A page that has an element of our name already. */
customElements.define('related-articles', class extends HTMLElement {});
