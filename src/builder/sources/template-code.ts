/** How template code of site generators begins and ends: Hugo's shortcodes, Liquid's and Jinja's tags, their values. */
const KINDS = [
  { opening: /\{\{[%<]/y, closing: /[%>]\}\}/g },
  { opening: /\{%/y, closing: /%\}/g },
  { opening: /\{\{/y, closing: /\}\}/g },
];

/** A text with a space in place of each piece of template code. It takes linear time, whatever the text. */
export function withoutTemplateCode(text: string): string {
  let kept = '';
  let from = 0;
  /** The kinds whose closing mark does not follow any more, so that nobody looks for it again and again. */
  const ended = new Set<(typeof KINDS)[number]>();
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', Math.max(at + 1, from))) {
    for (const kind of KINDS) {
      const { opening, closing } = kind;
      opening.lastIndex = at;
      if (ended.has(kind) || !opening.test(text)) continue;
      closing.lastIndex = opening.lastIndex;
      if (closing.test(text)) {
        kept += `${text.slice(from, at)} `;
        from = closing.lastIndex;
        break;
      }
      ended.add(kind);
    }
  }
  return kept + text.slice(from);
}
