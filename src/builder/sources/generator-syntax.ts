import { withPlainLinks } from './source-links.js';

/**
 * A Markdown text without what generators take away before they show it: template code and shortcodes (Liquid, Nunjucks,
 * Go, Tera), attributes and tables of contents (kramdown, Pandoc), containers and admonitions (Docusaurus, VuePress,
 * MkDocs, GitHub), footnotes, embeds of wikis (Obsidian), imports and components (MDX). Links become plain ones. Code stays
 * as it is.
 */
export function withoutGeneratorSyntax(markdown: string): string {
  return outsideCode(unwrapped(markdown), (text) => {
    let rest = withPlainLinks(withoutComponents(withoutStatements(text)));
    for (const [open, close] of BLOCKS) rest = withoutBlocks(rest, open, close);
    for (const [syntax, replacement] of SYNTAX) rest = rest.replace(syntax, replacement);
    return rest;
  });
}

/**
 * A text without the shortcodes of WordPress: those of its core, and those with attributes. Other words in brackets are the
 * author's.
 */
export function withoutShortcodes(text: string): string {
  return text.replace(SHORTCODE, ' ');
}

const SHORTCODE =
  /\[\/?(?:(?:caption|wp_caption|gallery|audio|video|playlist|embed)\b[^[\]]*|[a-z][\w-]*(?:\s+[\w-]+=(?:"[^"]*"|'[^']*'|[^\s[\]"']+))+\s*\/?)\]|\[\/[a-z][\w-]*\]/gi;

/** The marks of what a generator takes away with all that stands between them. */
const BLOCKS: readonly [open: RegExp, close: RegExp][] = [
  [/\{%-?\s*comment\s*-?%\}/g, /\{%-?\s*endcomment\s*-?%\}/g],
  [/\{::comment\}/g, /\{:\/comment\}/g],
  [/\{\{/g, /\}\}/g],
  [/\{%/g, /%\}/g],
  [/<%/g, /%>/g],
  [/\{#\s/g, /#\}/g],
  [/\{\/\*/g, /\*\/\}/g],
  [/%%/g, /%%/g],
];

/** Removes blocks with their marks. A mark without an end stays, and ends the search. */
function withoutBlocks(text: string, open: RegExp, close: RegExp): string {
  let rest = '';
  let from = 0;
  for (;;) {
    open.lastIndex = from;
    const start = open.exec(text)?.index;
    if (start === undefined) break;
    close.lastIndex = open.lastIndex;
    if (!close.test(text)) break;
    rest += `${text.slice(from, start)} `;
    from = close.lastIndex;
  }
  return rest + text.slice(from);
}

/** Other syntax, with what stays of it. */
const SYNTAX: readonly [syntax: RegExp, replacement: string][] = [
  // A table of contents: kramdown's list with its mark, and marks of others.
  [/^[^\S\n]*(?:[*+-]|\d+\.)[^\S\n].*\n[^\S\n]*\{:[^}\n]*\btoc\b[^}\n]*\}/gm, ''],
  [/^[^\S\n]*(?:\[\[_?toc_?\]\]|\[toc\]|\$\[toc\]|@\[\w+\].*)[^\S\n]*$/gim, ''],
  // Containers, the titles of callouts, and included files.
  [/^[^\S\n]*:{3,}.*$/gm, ''],
  [/^((?:[^\S\n]*>)+)[^\S\n]*\[![\w-]+\].*$/gm, '$1'],
  [/^[^\S\n]*(?:-{1,2}8<-{1,2}|<<<[^\S\n]).*$/gm, ''],
  [/^%[^\S\n].*$/gm, ''],
  [/^\\(?:newpage|pagebreak)\s*$/gm, ''],
  // Footnotes and abbreviations with their definitions, and citations.
  [/^[^\S\n]{0,3}\[\^[^\]\n]+\]:.*(?:\n(?: {2,}|\t).*)*/gm, ''],
  [/^\*\[[^\]\n]+\]:.*$/gm, ''],
  [/\[\^[^[\]\n]+\]|\^\[[^[\]\n]*\]|\[-?@[^[\]\n]+\]/g, ''],
  // Embeds of wikis.
  [/!\[\[[^[\]\n]*\]\]/g, ''],
  // Attributes: {: .lead }, [text]{.name}, {#id}, {width=50%}; and roles such as {doc}`text`.
  [/\{::?[^{}\n]*\}/g, ''],
  [/(?<!!)\[([^[\]\n]+)\]\{[^{}\n]*\}/g, '$1'],
  [/\{[^\S\n]*[#.][\w-][^{}\n]*\}/g, ''],
  [/(?<=[)\]])\{[^{}\n]*=[^{}\n]*\}|\{[\w-]+=[^{}\n]*\}[^\S\n]*$/gm, ''],
  [/\{[\w:-]+\}(?=\uE000)|\{[a-z]\w*(?:\.\w+)+\}/g, ''],
  [/^\([\w-]+\)=[^\S\n]*$/gm, ''],
  // Marks of a place, marked text, and pictures by name.
  [/(?<=\s)\^[\w-]+[^\S\n]*$/gm, ''],
  [/==(?=\S)([^=\n]+)==/g, '$1'],
  [/(?<![\w:/]):[a-z][a-z\d_+-]*:(?![\w:])/g, ''],
  [SHORTCODE, ' '],
];

/** Changes what stands outside of fenced code and code in a line. */
function outsideCode(markdown: string, change: (text: string) => string): string {
  const parts: string[] = [];
  let lines: string[] = [];
  let fence = '';
  const end = (isCode: boolean): void => {
    const text = lines.join('\n');
    if (lines.length > 0) parts.push(isCode ? text : changedBesideCode(text, change));
    lines = [];
  };
  for (const line of markdown.split('\n')) {
    const mark = /^[^\S\n]*(?:>[^\S\n]*)*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '' && mark !== '') {
      end(false);
      fence = mark;
      lines.push(line);
    } else if (fence !== '' && mark.startsWith(fence)) {
      lines.push(line);
      end(true);
      fence = '';
    } else lines.push(line);
  }
  end(fence !== '');
  return parts.join('\n');
}

/** Code in a line is kept by a sign that no text has. */
function changedBesideCode(text: string, change: (text: string) => string): string {
  const code: string[] = [];
  const hidden = text.replace(/`[^`\n]+`/g, (found) => `\uE000${code.push(found) - 1}\uE001`);
  return change(hidden).replace(/\uE000(\d+)\uE001/g, (_, at: string) => code[Number(at)] ?? '');
}

/** A text whose admonitions (`!!! note "Title"`) and tabs (`=== "Title"`) have their content without indentation. */
function unwrapped(markdown: string): string {
  if (!/^[^\S\n]*(?:!!!|\?\?\?|===)\+?[^\S\n]/m.test(markdown)) return markdown;
  const lines: string[] = [];
  /** How deep the content is indented that is being unwrapped. */
  let depth = 0;
  for (const line of markdown.split('\n')) {
    const indentation = /^ */.exec(line)?.[0].length ?? 0;
    if (line.trim() !== '' && indentation < depth) depth = 0;
    const opening = /^( *)(?:!!!|\?\?\?\+?|===\+?)[^\S\n]+\S/.exec(line);
    if (opening && (opening[1] ?? '').length === depth) {
      depth += 4;
      lines.push('');
    } else lines.push(line.slice(Math.min(depth, indentation)));
  }
  return lines.join('\n');
}

/** A text without the statements of MDX at the start of a line: imports, and exports with all that their braces hold. */
function withoutStatements(text: string): string {
  let rest = '';
  let from = 0;
  STATEMENT.lastIndex = 0;
  for (let start = STATEMENT.exec(text); start; start = STATEMENT.exec(text)) {
    const end = start[0].startsWith('export') ? endOfStatement(text, start.index) : STATEMENT.lastIndex;
    rest += text.slice(from, start.index);
    from = STATEMENT.lastIndex = end;
  }
  return rest + text.slice(from);
}

/** In characters. */
const LONGEST_STATEMENT = 20_000;
const STATEMENT =
  /^(?:import\s(?:[\w*{][^;'"]{0,2000}?\sfrom\s+)?["'][^"'\n]*["'];?[^\S\n]*$|export\s+(?=default\b|const\b|let\b|var\b|function\b|class\b|async\b|\{|\*))/gm;

/** The position of the line end at which a statement ends: where its braces are closed, or at an empty line without any. */
function endOfStatement(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length && at < start + LONGEST_STATEMENT; at++) {
    const sign = text.charAt(at);
    if (sign === '{' || sign === '(' || sign === '[') depth++;
    else if (sign === '}' || sign === ')' || sign === ']') depth--;
    else if (sign === '\n' && depth <= 0) return at;
  }
  const blank = text.indexOf('\n\n', start);
  return blank < 0 ? text.length : blank;
}

/** A text without the tags of components and those with expressions: `<Card size={3} />`, `<p style={x}>`. */
function withoutComponents(text: string): string {
  let rest = '';
  let from = 0;
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(text); tag; tag = TAG.exec(text)) {
    const end = endOfTag(text, TAG.lastIndex);
    if (end === undefined) continue;
    const source = text.slice(tag.index, end);
    if (!/^<\/?[A-Z>]/.test(source) && !source.includes('={')) continue;
    rest += text.slice(from, tag.index);
    from = TAG.lastIndex = end;
  }
  return rest + text.slice(from);
}

const TAG = /<\/?(?:[a-z][\w.:-]*|(?=>))/gi;
/** The most characters of a tag: what is longer is none. */
const LONGEST_TAG = 4000;

/** The position behind the `>` that ends a tag: neither in quotation marks nor in an expression. */
function endOfTag(text: string, start: number): number | undefined {
  let depth = 0;
  let quote = '';
  for (let at = start; at < text.length && at < start + LONGEST_TAG; at++) {
    const sign = text.charAt(at);
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || (sign === "'" && depth === 0) || sign === '`') quote = sign;
    else if (sign === '{') depth++;
    else if (sign === '}') depth--;
    else if (sign === '>' && depth <= 0) return at + 1;
    else if (sign === '<' && depth <= 0) return undefined;
  }
  return undefined;
}
