import { marked, type Token, type Tokens } from 'marked';
import { htmlToText, shorten } from '../../shared/text.js';
import { all, attribute, parseHtml } from '../html/html-document.js';
import { boundedMarkdown } from './bounded-markdown.js';
import { withoutGeneratorSyntax } from './generator-syntax.js';

/** What a Markdown text says of its article. */
export interface MarkdownText {
  /** The first heading of the first level. */
  readonly title: string | undefined;
  /** What stands above the mark for the end of the teaser, else the beginning of the first paragraphs. */
  readonly excerpt: string | undefined;
  /** All of it as plain text, one line per block. */
  readonly text: string;
  /** The addresses that it links to, as written. */
  readonly links: readonly string[];
}

/** Reads a Markdown text, without what generators take away from it. */
export function readMarkdownText(markdown: string): MarkdownText {
  const teaser = TEASER_END.exec(markdown);
  const blocks = blocksOf(markdown);
  const headings = blocks.filter(
    (block): block is Tokens.Heading => block.type === 'heading' && block['depth'] === 1,
  );
  const [heading] = headings;
  const above = teaser && paragraphs(blocksOf(markdown.slice(0, teaser.index)));
  return {
    title: heading && textOf([heading]),
    excerpt: above || shorten(paragraphs(blocks), EXCERPT_LENGTH) || undefined,
    text: textOf(blocks.filter((block) => block !== heading)),
    links: linksIn(marked.parser(blocks)),
  };
}

/** The addresses that HTML links to, as written. */
export function linksIn(html: string): string[] {
  return all('a[href]', parseHtml(html)).flatMap((link) => attribute(link, 'href') ?? []);
}

/** A line of Markdown, such as a description, as plain text. */
export function inlineText(line: string): string {
  return /\]\(\S|\*\*\S/.test(line)
    ? htmlToText(marked.parseInline(boundedMarkdown(line), { async: false }))
    : line;
}

/** How generators mark where a teaser ends: Hexo, Hugo, Jekyll, Docusaurus, Zola, Nikola. */
const TEASER_END =
  /<!--\s*(?:more|truncate|excerpt|excerpt[-_ ]?end|end[-_ ]?excerpt|read[-_ ]?more|teaser[-_ ]?end)\s*-->|\{\/\*\s*(?:truncate|more)\s*\*\/\}/i;

/** In characters. */
const EXCERPT_LENGTH = 200;
/** Paragraphs that are read for a teaser at most. */
const MOST_PARAGRAPHS = 20;

/** The text of the paragraphs. Headings, code and tables are left out of a teaser, lists too if there is a paragraph. */
function paragraphs(blocks: readonly Token[]): string {
  const ofType = (...types: readonly string[]): string =>
    shorten(textOf(blocks.filter(({ type }) => types.includes(type)).slice(0, MOST_PARAGRAPHS)), Infinity);
  return ofType('paragraph') || ofType('blockquote', 'list') || ofType('html');
}

function blocksOf(markdown: string): Token[] {
  return marked.lexer(boundedMarkdown(withoutGeneratorSyntax(markdown)));
}

function textOf(blocks: readonly Token[]): string {
  return htmlToText(marked.parser([...blocks]));
}
