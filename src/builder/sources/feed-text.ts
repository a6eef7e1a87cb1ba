import { isTag } from 'domhandler';
import { htmlToText } from '../../shared/text.js';
import { attribute, type Element, textOf, walk } from '../html/html-document.js';
import { escapeHtml } from '../html/markup.js';

/**
 * The content of an element of a feed as HTML; undefined if it has none. Its attribute `type` says what it is (RFC 4287,
 * section 3.1.1): plain text, whose `<` and `&` are escaped here; HTML; or XHTML, which is written as HTML. Without a type
 * it stays as it is: RSS does not tell HTML and text apart.
 */
export function contentAsHtml(element: Element): string | undefined {
  const type = attribute(element, 'type')?.toLowerCase() ?? '';
  if (type === 'xhtml' || /[+/]xml$/.test(type) || (type === '' && element.children.some(isTag))) {
    return innerHtml(element);
  }
  const content = textOf(element);
  if (!content || (type.includes('/') && !type.startsWith('text/'))) return undefined;
  return type === 'text' || type === 'text/plain' || (type === '' && isPlain(element, content))
    ? escapeHtml(content)
    : content;
}

/**
 * The same for an element that holds a title or a teaser. Whoever reads these removes what looks like markup; so what is
 * text for certain is escaped, such as the `<b>` of `When to use <b>`.
 */
export function lineAsHtml(element: Element): string | undefined {
  const html = contentAsHtml(element);
  const isHtml = /html|xml/i.test(attribute(element, 'type') ?? '');
  return html !== undefined && isHtml ? escapeHtml(htmlToText(html)) : html;
}

/** The elements and texts inside an element as HTML, with the addresses of links and no other attributes. */
function innerHtml(element: Element): string | undefined {
  let html = '';
  walk(element, {
    text: (part) => (html += escapeHtml(part)),
    enter: (inner) => {
      const address = attribute(inner, 'href');
      html += address === undefined ? `<${inner.name}>` : `<${inner.name} href="${escapeHtml(address)}">`;
      return true;
    },
    leave: ({ name }) => (html += `</${name}>`),
  });
  return html.trim() || undefined;
}

/** Whether an element of Atom, whose default type is text, holds a text for certain: it has no sign of HTML. */
function isPlain({ name, parent }: Element, content: string): boolean {
  const isAtom = parent !== null && isTag(parent) && parent.name === 'entry' && name !== 'description';
  return isAtom && !/<\/[a-z]|&#?\w+;|^\s*<(?:p|div)\b/i.test(content);
}
