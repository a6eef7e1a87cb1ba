import { isTag } from 'domhandler';
import { all, type Document, type Element, first, walk } from './html-document.js';

/** The article's own text on a page, and how much of it is links: from 0 to 1. */
export interface MainText {
  /** A line per block. */
  readonly text: string;
  readonly linkShare: number;
}

/**
 * Reads what stands in the page's article body, without navigation, asides, forms, comments, scripts, hidden parts
 * and related-articles blocks.
 */
export function mainText(page: Document): MainText {
  const lines = [''];
  let linked = 0;
  let openLinks = 0;
  const startLine = ({ name }: Element): void => {
    if (BLOCKS.has(name)) lines.push('');
  };
  walk(articleBody(page), {
    text(part) {
      lines.push(`${lines.pop() ?? ''}${part}`);
      if (openLinks > 0) linked += part.trim().length;
    },
    enter(element) {
      if (!isOfTheArticle(element)) return false;
      if (element.name === 'a') openLinks++;
      startLine(element);
      return true;
    },
    leave(element) {
      if (element.name === 'a') openLinks--;
      startLine(element);
    },
  });
  const text = lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
  return { text, linkShare: text ? Math.min(1, linked / text.length) : 0 };
}

/** The most telling container that the page has; of several of a kind the one with the most text. */
function articleBody(page: Document): Document | Element {
  for (const selector of CONTAINERS) {
    const candidates = all(selector, page);
    if (candidates.length > 0) return longest(candidates);
  }
  const form = wholePage(page);
  return densest(page, form) ?? form ?? first('body', page) ?? page;
}

const CONTAINERS = [
  '[itemprop~="articleBody"]',
  '.e-content, .entry-content, .post-content, .article-body, .article-content',
  'main article, article',
  'main, [role="main"]',
];

function longest(candidates: readonly Element[]): Element {
  const lengths = candidates.map((candidate) => textLength(candidate));
  return candidates[lengths.indexOf(Math.max(...lengths))] as Element;
}

/**
 * The form that is no part of a page but wrapped around it, as ASP.NET Web Forms has it: whatever is marked as heading
 * is in it, and nearly all the text.
 */
function wholePage(page: Document): Element | undefined {
  const headings = all('h1', page);
  const outside = textLength(page);
  return all('form', page).find(
    (form) =>
      headings.every((heading) => formOf(heading) === form) && textLength(form) > outside * MANY_TIMES,
  );
}

/** How much longer the text in such a form is than what is not. */
const MANY_TIMES = 4;

/** The nearest form around an element. */
function formOf(element: Element): Element | undefined {
  let around = element.parent;
  while (around && !(isTag(around) && around.name === 'form')) around = around.parent;
  return around ?? undefined;
}

/** The element whose own paragraphs hold the most text, for pages that mark nothing. */
function densest(page: Document, form: Element | undefined): Element | undefined {
  const weights = new Map<Element, number>();
  for (const paragraph of all('p', page)) {
    const length = textLength(paragraph);
    if (length < TELLING_PARAGRAPH || !paragraph.parent || !isTag(paragraph.parent)) continue;
    if (formOf(paragraph) !== form) continue;
    const { parent } = paragraph;
    weights.set(parent, (weights.get(parent) ?? 0) + length);
    const grandparent = parent.parent;
    if (grandparent && isTag(grandparent)) {
      weights.set(grandparent, (weights.get(grandparent) ?? 0) + length * GRANDPARENT_SHARE);
    }
  }
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Characters; shorter ones are captions and teasers. */
const TELLING_PARAGRAPH = 60;
/** Text split over several boxes belongs to what holds them, if the boxes are many. */
const GRANDPARENT_SHARE = 0.6;

function textLength(element: Document | Element): number {
  let length = 0;
  walk(element, { text: (text) => (length += text.trim().length), enter: isOfTheArticle });
  return length;
}

function isOfTheArticle({ name, attribs }: Element): boolean {
  if (LEFT_OUT.has(name) || 'hidden' in attribs || attribs['aria-hidden'] === 'true') return false;
  if (OTHER_ROLES.has(attribs['role'] ?? '')) return false;
  return !OTHER_NAMES.test(`${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`);
}

const LEFT_OUT = new Set(
  'nav aside footer form label button select textarea script style noscript template iframe svg math object related-articles'.split(
    ' ',
  ),
);
const OTHER_ROLES = new Set(['navigation', 'complementary', 'contentinfo', 'search', 'form']);
/** Classes and ids that themes give to what stands around an article. */
const OTHER_NAMES =
  /(?:^|\s)(?:comments?|comment-list|disqus_thread|sharedaddy|share|sharing|social|related(?:-posts)?|breadcrumbs?|post-navigation|pagination|toc|table-of-contents|cookie[\w-]*|newsletter)(?=\s|$)/i;
const BLOCKS = new Set(
  (
    'p div section article header main h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure figcaption table ' +
    'tr td th address details summary br hr'
  ).split(' '),
);
