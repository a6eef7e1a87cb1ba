import { onOneLine, type TextTree } from './page-tree.js';
import { idAndClass, isApart, isPermalink } from './apart.js';

/** The text of the article on a page. */
export interface MainText<E> {
  /** The element that holds the article. */
  readonly body: E;
  /** A line per block. */
  readonly text: string;
  /** How much of the text is links, from 0 to 1. */
  readonly linkShare: number;
  /** The addresses that the text links to, as written, without those of its tags, authors and neighbours. */
  readonly links: readonly string[];
}

/** Finds the element that holds a page's article, and reads its text. */
export function mainText<E>(tree: TextTree<E>): MainText<E> {
  const sizes = measured(tree);
  const body = articleBody(tree, sizes);
  return { body: body.element, ...textOf(body, tree, sizes) };
}

/** How much text is inside an element, without what is never part of an article. */
interface Size<E> {
  readonly element: E;
  readonly name: string;
  /** The element around it. */
  readonly parent: Size<E> | undefined;
  /** The child with the most running text. */
  main?: Size<E>;
  /** Characters of all text. */
  length: number;
  /** Characters of the text in links and times. */
  linked: number;
  /** Characters of running text: short texts hardly count, links and times not at all. */
  prose: number;
  /** How many elements mark an article, itself included. */
  marks: number;
  /** 1 for a link or a time, else 0. */
  readonly links: number;
}

/** The elements that may be part of an article. */
type Sizes<E> = ReadonlyMap<E, Size<E>>;

/** Measures all elements. Forms are no part of an article, except one that is wrapped around the whole page. */
function measured<E>(tree: TextTree<E>): Sizes<E> {
  const sizes = new Map<E, Size<E>>();
  const forms: Size<E>[] = [];
  let [allMarks, allLength, openLinks] = [0, 0, 0];
  let size: Size<E>;
  const open = (element: E, parent?: Size<E>): void => {
    const name = tree.name(element);
    const marks = Number(MARKS.has(name));
    const links = Number(name === 'time' || (name === 'a' && tree.attribute(element, 'href') !== undefined));
    size = { element, name, parent, length: 0, linked: 0, prose: 0, marks, links };
    sizes.set(element, size);
    allMarks += marks;
    openLinks += links;
  };
  open(tree.body);
  tree.walk(tree.body, {
    text(text) {
      const { length } = text.trim();
      allLength += length;
      size.length += length;
      if (openLinks > 0) size.linked += length;
      else size.prose += length < SHORT_TEXT ? length / 10 : length;
    },
    enter(element) {
      if (isApart(tree, element)) return false;
      open(element, size);
      return true;
    },
    leave() {
      openLinks -= size.links;
      if (size.name === 'form') forms.push(size);
      else add(size, size);
      size = size.parent!;
    },
  });
  for (const form of forms) {
    // ASP.NET Web Forms wraps a page like this: the form holds whatever marks the article, and nearly all the text.
    const isWrapper = form.marks === allMarks && form.length > allLength * MOST_OF_A_PAGE;
    if (!isWrapper) sizes.delete(form.element);
    else for (let at: Size<E> | undefined = form; at; at = at.parent) add(form, at);
  }
  return sizes;
}

/** Adds a size to the element around another. */
function add<E>({ length, linked, prose, marks }: Size<E>, inner: Size<E>): void {
  const { parent } = inner;
  if (!parent) return;
  parent.length += length;
  parent.linked += linked;
  parent.prose += prose;
  parent.marks += marks;
  if (inner.prose > (parent.main?.prose ?? 0)) parent.main = inner;
}

/**
 * Chooses the element that is marked as the article's body, else the longest `<article>`, unless more running text is outside of all
 * articles. Without either it is the innermost element that holds nearly all running text of `<main>`, or of the page.
 * An element with a usual class name is preferred if it has at least half as much running text.
 */
function articleBody<E>(tree: TextTree<E>, sizes: Sizes<E>): Size<E> {
  const longest = (selector: string): Size<E> | undefined =>
    tree
      .all(selector)
      .flatMap((element) => sizes.get(element) ?? [])
      .filter(({ prose }) => prose)
      .sort((a, b) => b.prose - a.prose)[0];
  const marked = longest('[itemprop~="articleBody"]:not(p)');
  if (marked) return marked;
  const page = sizes.get(tree.body)!;
  const main = longest('main, [role="main"]');
  const whole = main && main.prose > page.prose / MOST_TIMES_AS_MUCH ? main : page;
  const outside = tree
    .inside(whole.element, 'article:not(article article)')
    .reduce((rest, each) => rest - (sizes.get(each)?.prose ?? 0), whole.prose);
  const article = longest('article');
  const chosen = article && article.prose >= outside ? article : innermost(whole);
  const named = longest('.e-content, .entry-content, .post-content');
  return named && named.prose >= chosen.prose / 2 ? named : chosen;
}

/** Goes down from an element for as long as one child holds nearly all of its running text. */
function innermost<E>(outer: Size<E>): Size<E> {
  let size = outer;
  while (size.main && size.main.name !== 'p' && size.main.prose > size.prose * NEARLY_ALL) size = size.main;
  return size;
}

function textOf<E>(body: Size<E>, tree: TextTree<E>, sizes: Sizes<E>): Omit<MainText<E>, 'body'> {
  const lines = [''];
  const links: string[] = [];
  let { length, linked } = body;
  const breakLine = (element: E): void => {
    if (BLOCKS.has(tree.name(element))) lines.push('');
  };
  tree.walk(body.element, {
    text: (text) => (lines[lines.length - 1] += text),
    enter(element) {
      const size = sizes.get(element);
      if (!size || isPermalink(tree, element)) return false;
      // What holds half of the text is the article, whatever it is called.
      if (size.length < body.length / 2 && isBeside(tree, size)) {
        length -= size.length;
        linked -= size.linked;
        return false;
      }
      breakLine(element);
      const isLink =
        size.links > 0 && size.name === 'a' && !APART_LINKS.test(tree.attribute(element, 'rel') ?? '');
      if (isLink) links.push(tree.attribute(element, 'href')!);
      return true;
    },
    leave: breakLine,
  });
  const text = lines.map(onOneLine).filter(Boolean).join('\n');
  return { text, linkShare: linked / (length || 1), links };
}

/** Whether an element is beside the article: its name says so, or it holds little but links. */
function isBeside<E>(tree: TextTree<E>, { element, name, length, linked }: Size<E>): boolean {
  return (
    (LINK_BOXES.has(name) && linked > length * (length < SHORT_BOX ? 0.5 : MOSTLY)) ||
    BESIDE.test(idAndClass(tree, element))
  );
}

/** Characters; shorter texts are captions and items of menus. */
const SHORT_TEXT = 40;
/** Where the rest of the page has more running text by this, its main element holds something else. */
const MOST_TIMES_AS_MUCH = 20;
/** A share of running text. */
const NEARLY_ALL = 0.9;
/** A share of all text. */
const MOST_OF_A_PAGE = 0.8;
const MARKS = new Set(['main', 'article', 'h1']);
/** Links to what is about the article rather than told by it (HTML, link types; microformats, `rel-tag`). */
const APART_LINKS = /\b(?:tag|category|author|prev|next|bookmark)\b/;
/** Ids and classes of what is beside an article. */
const BESIDE =
  /[\s_-](?:comments?|shar(?:e|ing)|social|related|breadcrumbs?|pagination|newsletter|ads?|byline|authors?|bio|tags|(?:post|entry|article)[_-]+(?:meta|info|nav)[a-z]*|nextprev|prev-?next|pager)(?![a-z])/;
/** Characters; a line of author, date and section is shorter. */
const SHORT_BOX = 60;
/** A box whose text is links to a larger share than this is navigation. */
const MOSTLY = 0.7;
const LINK_BOXES = new Set(['ul', 'ol', 'div', 'section', 'p']);
const BLOCKS = new Set(
  (
    'p div form section article header main h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure figcaption table ' +
    'tr td th address details summary br hr'
  ).split(' '),
);
