import { isServer } from 'lit';

/** Whether the author has put anything into the element that is shown in the place of cards; a server can't tell. */
export function hasContent(element: Element): boolean {
  if (isServer) return true;
  return [...element.childNodes].some((node) =>
    node instanceof Element
      ? !node.slot && node.localName !== 'script'
      : node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
  );
}
