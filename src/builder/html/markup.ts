/** A text as HTML shows it, in text and in quoted attributes, in ASCII alone: it fits a page of any encoding. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']|[^\p{ASCII}]/gu, (character) => `&#${character.codePointAt(0)};`);
}

/** JSON as it may stand in a `<script>` of any encoding: nothing in it ends the script. */
export function escapeScript(json: string): string {
  return json.replace(
    /[<\u0080-\uFFFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
