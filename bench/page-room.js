// Runs inside each page of bench:pages: compares what the page room finds with what a person does.
import { currentArticle, currentPage } from '../src/page/current-article.ts';
import { pageIdentity } from '../src/page/page-address.ts';

const plain = (text) => text.replace(/\s+/g, ' ').trim();

/** The texts that a selector finds on the page. */
function stated(selector) {
  const nodes = selector ? [...document.querySelectorAll(selector)] : [];
  return nodes.map((node) => plain(node.content ?? node.textContent));
}

const entry = (url) => ({ id: url, url, title: url, text: 'Known.', tags: [] });

/** Whether an index that knows the page under one of its addresses, among many nearly alike, gives just that entry. */
function isFound(known) {
  const stem = known.replace(/(?:\.html|\/)$/, '');
  const others = Array.from({ length: 50 }, (_, at) => entry(`${stem}-${at}`));
  return currentArticle(currentPage(document), [...others, entry(known)]).id === known;
}

export function judge({ address, paragraphs, title, tags }) {
  const start = performance.now();
  const article = currentPage(document).article();
  const milliseconds = performance.now() - start;

  const lines = article.text.split('\n');
  const text = stated(paragraphs).filter((paragraph) => paragraph.length > 40);
  const holds = (paragraph) => lines.some((line) => line.includes(paragraph.slice(0, 40)));
  const wanted = stated(tags).flatMap((list) => list.split(/\s*,\s*/));
  // A kicker may well stand in the menu too, and the title in a breadcrumb.
  const menu = stated('nav li, [role="navigation"] li, footer li, [class*="agination"] li');
  const items = menu.filter((item) => item && item !== article.title && lines.includes(item));

  const checks = {
    'entry in an index': pageIdentity(document).addresses.every((url) => isFound(url.replace(/\?utm.*/, ''))),
    address: new URL(article.url).pathname === new URL(address).pathname,
    title: article.title === stated(title)[0],
    language: article.language === document.documentElement.lang,
    tags: article.tags.join() === wanted.join(),
    'first paragraph': holds(text[0]),
    'last paragraph': holds(text.at(-1)),
    [`menu: ${items.join(', ')}`]: new Set(items).size < 2,
  };
  return {
    article: { ...article, text: undefined },
    faults: Object.keys(checks).filter((name) => !checks[name]),
    paragraphs: `${text.filter(holds).length}/${text.length}`,
    own: `${Math.round((100 * text.join(' ').length) / article.text.length)} %`,
    milliseconds,
  };
}
