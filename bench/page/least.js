// The least that an element on Lit and its task can do: neighbours fetched, and shown without a word of language, a
// setting, a check or a picture. What it takes beyond plain HTML is what any such element takes.
import { Task } from '@lit/task';
import { LitElement, css, html } from 'lit';

class Least extends LitElement {
  static properties = { src: {} };
  static styles = css`
    :host {
      display: block;
    }
  `;
  related = new Task(this, {
    args: () => [this.src],
    task: async ([src], { signal }) => (await (await fetch(src, { signal })).json()).items,
  });
  render() {
    return html`<ul>
      ${this.related.value?.map(
        ({ title, url, summary, date_published: date }, at) =>
          html`<li part="card">
            <h3 id="title-${at}">${title}</h3>
            <time datetime=${date}>${date}</time>
            <p>${summary}</p>
            <a id="link-${at}" href=${url} aria-labelledby="link-${at} title-${at}">Read article</a>
          </li>`,
      )}
    </ul>`;
  }
}
customElements.define('related-articles', Least);
