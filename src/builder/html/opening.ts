import { onOneLine, type TextTree } from '../../page/page-tree.js';

/**
 * The first paragraphs of an article, for a teaser: neither headings nor code, lists, quotes, captions and labels. Where
 * a page marks no paragraphs, they are the lines that nothing marks as something else.
 *
 * @param body the element that holds the article
 * @param text its text, a line per block
 */
export function openingParagraphs<E>(tree: TextTree<E>, body: E, text: string): string[] {
  const lines = text.split('\n');
  const marked = textsOf(tree, body, PARAGRAPHS);
  const code = textsOf(tree, body, 'p > code');
  const paragraphs = lines.filter((line) => marked.has(line) && !code.has(line));
  const others = paragraphs.length > 0 ? new Set<string>() : textsOf(tree, body, OTHERS);
  const found = paragraphs.length > 0 ? paragraphs : lines.filter((line) => !others.has(line));
  const sentences = found.filter(isSentence);
  return beginning(sentences.length > 0 ? sentences : found);
}

/** Whether a line is rather a sentence than a label, such as a name, a date or `Photo: Eva Ohm`. */
export function isSentence(line: string): boolean {
  return line.length >= LONG_LINE || /[\p{P}\p{S}]$/u.test(line);
}

const PARAGRAPHS = 'p:not(:is(blockquote, figure, li, pre, td, th) *)';
const OTHERS = 'h1, h2, h3, h4, h5, h6, pre, figcaption, caption, th';
/** Characters. A shorter line that ends without a sign is a label: `Photo: Eva Ohm`. */
const LONG_LINE = 60;
/** Characters: more than a teaser holds, as some of the paragraphs may belong to the site. */
const ENOUGH = 600;

function textsOf<E>(tree: TextTree<E>, body: E, selector: string): Set<string> {
  return new Set(tree.inside(body, selector).map((element) => onOneLine(tree.text(element))));
}

function beginning(paragraphs: readonly string[]): string[] {
  const found: string[] = [];
  for (let at = 0, length = 0; at < paragraphs.length && length < ENOUGH; at++) {
    found.push(paragraphs[at]!);
    length += paragraphs[at]!.length;
  }
  return found;
}
