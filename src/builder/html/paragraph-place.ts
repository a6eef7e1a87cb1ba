import { isTag } from 'domhandler';
import { idAndClass } from '../../page/apart.js';
import { mainText } from '../../page/main-text.js';
import { onOneLine, type TextTree } from '../../page/page-tree.js';
import { decodeText } from '../sources/text-encoding.js';
import { type Document, type Element, htmlTree } from './html-document.js';
import { isSentence } from './opening.js';

/** A place between two elements of a page. */
export interface PlaceBehind {
  /** Its offset in the source. */
  readonly at: number;
  /** Whether the paragraph before it has no end tag. */
  readonly isOpen: boolean;
}

/**
 * The place behind a paragraph of a page's main text. Only the running text of the article counts: no paragraph in a list,
 * a table, a quotation, a figure, an aside or a box, no label, and no line in bold letters that stands for a heading. A
 * paragraph that ends in a colon and the list or quotation that it announces stay together: the place is then behind a
 * later paragraph.
 *
 * @param page the page's bytes as Latin-1, as it was parsed
 * @param number the paragraph's place in the text, from 1
 * @returns undefined if the text has fewer paragraphs
 */
export function placeBehindParagraph(
  document: Document,
  page: string,
  number: number,
): PlaceBehind | undefined {
  const tree = htmlTree(document);
  const { body, text } = mainText(tree);
  const lines = new Set(text.split('\n'));
  const paragraphs = tree
    .inside(body, 'p')
    .filter((element) => isTag(element))
    .filter((element) => lines.has(firstLine(tree, element)) && isRunningText(tree, element, body));
  for (const element of paragraphs.slice(number - 1)) {
    const place = behind(element, page);
    if (place && !ANNOUNCES.test(decoded(tree.text(element)))) return place;
  }
  return undefined;
}

type Tree = TextTree<Document | Element>;

/** The text of a paragraph up to its first line break. */
function firstLine(tree: Tree, paragraph: Element): string {
  let line = '';
  let isOver = false;
  tree.walk(paragraph, {
    text: (text) => (line += isOver ? '' : text),
    enter: (element) => !(isOver ||= tree.name(element) === 'br'),
    leave: () => {},
  });
  return onOneLine(line);
}

function isRunningText(tree: Tree, paragraph: Element, body: Document | Element): boolean {
  const text = tree.text(paragraph);
  const bold = tree.inside(paragraph, 'b, strong').map((element) => tree.text(element));
  if (!isSentence(decoded(text)) || onOneLine(bold.join(' ')) === text) return false;
  if (tree.attribute(paragraph, 'role') === 'heading') return false;
  for (let around = paragraph.parent; around && around !== body; around = around.parent)
    if (!isTag(around) || !SECTIONS.has(around.name) || BOX.test(idAndClass(tree, around))) return false;
  return true;
}

function behind({ startIndex, endIndex, next }: Element, page: string): PlaceBehind | undefined {
  const end = (endIndex ?? 0) + 1;
  if (/<\/p\s*>$/i.test(page.slice(startIndex ?? 0, end))) return { at: end, isOpen: false };
  const at = next?.startIndex;
  return typeof at === 'number' ? { at, isOpen: true } : undefined;
}

/** A text of a page that was parsed as Latin-1. */
function decoded(text: string): string {
  return decodeText(Buffer.from(text, 'latin1'));
}

/** The elements that running text may be inside of. */
const SECTIONS = new Set(['div', 'section', 'article', 'main']);
/** Ids and classes of what is set apart from the running text. */
const BOX =
  /[\s_-](?:admonition|alert|aside|box|callout|caption|info|infobox|note|notice|pullquote|quote|sidebar|tip|warning)(?![a-z])/i;
const ANNOUNCES = /[:：]$/;
