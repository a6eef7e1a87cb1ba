/**
 * Markdown without what takes a parser the square of its length, or a call for each level: paragraphs are broken after
 * 5,000 characters, and nesting is taken away where it is deeper than 100 levels.
 */
export function boundedMarkdown(source: string): string {
  return withShortParagraphs(source.replace(DEEP_NESTING, ''));
}

/** Marks of quotes and lists, and the white space before them, at the start of a line. */
const DEEP_NESTING = /^(?:[ \t>]|[-+*][ \t]|\d{1,9}[.)][ \t]){100,}/gm;

/** The most characters of a paragraph, and of a line. No writer's paragraph is as long. */
const LONGEST_PARAGRAPH = 5000;

function withShortParagraphs(source: string): string {
  if (source.length <= LONGEST_PARAGRAPH) return source;
  const lines: string[] = [];
  let length = 0;
  for (const line of source.split('\n').flatMap(pieces)) {
    length = line.trim() === '' ? 0 : length + line.length + 1;
    if (length > LONGEST_PARAGRAPH) {
      // Behind an empty line, white space at the start would make code of the line.
      lines.push('', line.trimStart());
      length = line.length;
    } else lines.push(line);
  }
  return lines.join('\n');
}

/** A line in pieces that are short enough, cut at a space where there is one. */
function pieces(line: string): string[] {
  const found: string[] = [];
  let from = 0;
  while (line.length - from > LONGEST_PARAGRAPH) {
    const space = line.lastIndexOf(' ', from + LONGEST_PARAGRAPH);
    const to = space > from + LONGEST_PARAGRAPH / 2 ? space : from + LONGEST_PARAGRAPH;
    found.push(line.slice(from, to));
    from = to;
  }
  return [...found, line.slice(from)];
}
