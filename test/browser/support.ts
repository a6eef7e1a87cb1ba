import { waitUntil as waitFor } from '@open-wc/testing';
import type { Article } from '../../src/core.js';
import { RelatedArticles } from '../../src/index.js';

/** An article with a title, a URL and a tag that all articles of the tests share, unless a test gives others. */
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

/**
 * Makes a block with these attributes and this content. It is not on the page yet. It shows what other blocks of the test
 * show, too.
 */
export function block(attributes: Record<string, string>, ...content: (Node | string)[]): RelatedArticles {
  const element = new RelatedArticles();
  element.noDedupe = true;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

/** Adds a block to the page and waits until it has loaded its index or failed. */
export async function settled(element: RelatedArticles): Promise<RelatedArticles> {
  const done = new Promise((resolve) => {
    element.addEventListener('related-articles-load', resolve, { once: true });
    element.addEventListener('related-articles-error', resolve, { once: true });
  });
  document.body.append(element);
  await done;
  return element;
}

/** A block on the page whose index holds the current article, `now`, and these others. */
export async function blockOf(
  others: readonly Article[],
  attributes: Record<string, string> = {},
  ...content: (Node | string)[]
): Promise<RelatedArticles> {
  const element = block({ article: 'now', ...attributes }, ...content);
  element.articles = [article('now'), ...others];
  return settled(element);
}

/** All elements of a block with this part name. */
export function parts(element: RelatedArticles, name: string): HTMLElement[] {
  return [...element.renderRoot.querySelectorAll<HTMLElement>(`[part~="${name}"]`)];
}

/** The first element of a block with this part name. */
export function part(element: RelatedArticles, name: string): HTMLElement {
  const [first] = parts(element, name);
  if (!first) throw new Error(`The block has no part "${name}".`);
  return first;
}

/** The titles of the cards, in order. */
export function titles(element: RelatedArticles): string[] {
  return parts(element, 'title').map(({ textContent }) => textContent?.trim() ?? '');
}

/** Whether the block shows the author's own content and nothing else. */
export function showsOwnContent(element: RelatedArticles): boolean {
  const slot = element.renderRoot.querySelector<HTMLSlotElement>('slot:not([name])');
  return slot?.hidden === false && parts(element, 'base').length === 0;
}

/** Answers to requests, by path: JSON, a text, a status, or a function that answers. */
export type Answers = Record<string, object | string | number | ((signal: AbortSignal) => Promise<Response>)>;

const realFetch = window.fetch;
const realWarn = console.warn;
let requests: string[] = [];
let lines: string[] = [];

/** Replaces the network: requests get these answers, and status 404 for any other path. */
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

/** Waits until something holds, however busy the machine is. */
export async function waitUntil(isSo: () => unknown, what?: string): Promise<void> {
  await waitFor(isSo, what, { timeout: PATIENCE_MS });
}

/** Waits for an animation frame. A window in the background gets none: there it waits for a second. */
export async function nextFrame(): Promise<void> {
  await new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, 1000);
  });
}

const PATIENCE_MS = 25_000;

/** The paths requested in this test. */
export function requested(): readonly string[] {
  return requests;
}

/** How many warnings the console has got in this test. */
export function warningCount(): number {
  return lines.length;
}

/** The warnings that the console has got in this test. A test that does not ask for them fails if there are any. */
export function warnings(): string[] {
  const given = lines;
  lines = [];
  return given;
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
  if (lines.length > 0) throw new Error(`Unexpected warning: ${lines.join('; ')}`);
});
