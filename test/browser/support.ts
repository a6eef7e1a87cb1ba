import type { Article } from '../../src/core.js';
import { RelatedArticles } from '../../src/index.js';

/** A hand-made article: what a test does not say of it is plain. */
export function article(id: string, more: Partial<Article> = {}): Article {
  return { id, url: `https://site.example/${id}`, title: `Title of ${id}`, tags: ['Open RAN'], ...more };
}

/** A JSON Feed of articles that all share a tag; the first is the current one, `article="now"`. */
export function feed(...others: readonly Article[]): object {
  const items = [article('now'), ...others].map(({ excerpt, text, date, discussion, expires, ...item }) => ({
    ...item,
    summary: excerpt,
    content_text: text,
    date_published: date,
    _related_articles: { discussion, expires },
  }));
  return { version: 'https://jsonfeed.org/version/1.1', title: 'Site', items };
}

/** Makes a block with these attributes and this content, not yet on the page. */
export function block(attributes: Record<string, string>, ...content: (Node | string)[]): RelatedArticles {
  const element = new RelatedArticles();
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

/** Puts a block on the page and waits until it has shown its cards or said why not. */
export async function settled(element: RelatedArticles): Promise<RelatedArticles> {
  const done = new Promise((resolve) => {
    element.addEventListener('related-articles-load', resolve, { once: true });
    element.addEventListener('related-articles-error', resolve, { once: true });
  });
  document.body.append(element);
  await done;
  return element;
}

/** A block over articles that are related to the current one. */
export async function blockOf(
  others: readonly Article[],
  attributes: Record<string, string> = {},
  ...content: (Node | string)[]
): Promise<RelatedArticles> {
  const element = block({ article: 'now', ...attributes }, ...content);
  element.articles = [article('now'), ...others];
  return settled(element);
}

/** All of a block's pieces that carry a part name. */
export function parts(element: RelatedArticles, name: string): HTMLElement[] {
  return [...element.renderRoot.querySelectorAll<HTMLElement>(`[part~="${name}"]`)];
}

/** The block's first piece with a part name. */
export function part(element: RelatedArticles, name: string): HTMLElement {
  const [first] = parts(element, name);
  if (!first) throw new Error(`The block has no part "${name}".`);
  return first;
}

/** The titles on show, in order. */
export function titles(element: RelatedArticles): string[] {
  return parts(element, 'title').map(({ textContent }) => textContent?.trim() ?? '');
}

/** Whether the author's own content is what visitors see. */
export function showsOwnContent(element: RelatedArticles): boolean {
  const slot = element.renderRoot.querySelector<HTMLSlotElement>('slot:not([name])');
  return slot?.hidden === false && parts(element, 'base').length === 0;
}

/** Answers to requests, by path: JSON, a text, a status, or what a function makes of the request. */
export type Answers = Record<string, object | string | number | ((signal: AbortSignal) => Promise<Response>)>;

const realFetch = window.fetch;
const realWarn = console.warn;
let requests: string[] = [];
let lines: string[] = [];

/** Serves these answers in place of the network. */
export function serve(answers: Answers): void {
  window.fetch = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, location.href);
    requests.push(pathname);
    const answer = answers[pathname] ?? 404;
    if (typeof answer === 'function') return answer(init?.signal ?? new AbortController().signal);
    if (typeof answer === 'number') return new Response('', { status: answer });
    return new Response(typeof answer === 'string' ? answer : JSON.stringify(answer));
  };
}

/** The paths requested in this test. */
export function requested(): readonly string[] {
  return requests;
}

/** How many lines the console was told in this test. */
export function warningCount(): number {
  return lines.length;
}

/** What the console was told in this test; a test that does not ask for it fails over every line. */
export function warnings(): string[] {
  const told = lines;
  lines = [];
  return told;
}

beforeEach(() => {
  requests = [];
  lines = [];
  console.warn = (...words: unknown[]) => lines.push(String(words[0]));
});

afterEach(() => {
  document.body.replaceChildren();
  window.fetch = realFetch;
  console.warn = realWarn;
  if (lines.length > 0) throw new Error(`Unexpected line in the console: ${lines.join('; ')}`);
});
