import { html, nothing, type TemplateResult } from 'lit';

/**
 * A heading of the given level.
 *
 * @param level 1 to 6, or 0 for a text that is no heading
 */
export function headingTemplate(level: number, part: string, content: unknown, id?: string): TemplateResult {
  const anchor = id ?? nothing;
  switch (level) {
    case 1:
      return html`<h1 id=${anchor} part=${part} dir="auto">${content}</h1>`;
    case 2:
      return html`<h2 id=${anchor} part=${part} dir="auto">${content}</h2>`;
    case 3:
      return html`<h3 id=${anchor} part=${part} dir="auto">${content}</h3>`;
    case 4:
      return html`<h4 id=${anchor} part=${part} dir="auto">${content}</h4>`;
    case 5:
      return html`<h5 id=${anchor} part=${part} dir="auto">${content}</h5>`;
    case 6:
      return html`<h6 id=${anchor} part=${part} dir="auto">${content}</h6>`;
    default:
      return html`<p id=${anchor} part=${part} dir="auto">${content}</p>`;
  }
}
