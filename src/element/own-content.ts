/** Whether the author has put anything into the element that is shown in the place of cards. */
export function hasContent(element: Element): boolean {
  return [...element.childNodes].some((node) =>
    node instanceof Element
      ? !node.slot && node.localName !== 'script'
      : node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
  );
}
