/** A visitor's own doing, other than scrolling, after which nobody wonders that the page moves. */
const DEEDS = ['pointerup', 'keydown'] as const;

/**
 * Calls back, once, when an element may change its height without a visitor seeing anything move: it is outside the
 * window, or the visitor did something.
 */
export function whenUnseen(element: Element, change: () => void): void {
  const end = (): void => {
    observer.disconnect();
    for (const deed of DEEDS) removeEventListener(deed, end);
    change();
  };
  const observer = new IntersectionObserver((entries) => {
    // What is above the window waits where the browser would not keep the rest of the page in its place.
    const isBelow = element.getBoundingClientRect().top >= innerHeight;
    const isUnseen = isBelow || CSS.supports('overflow-anchor', 'auto') || !element.isConnected;
    if (isUnseen && !entries.at(-1)?.isIntersecting) end();
  });
  observer.observe(element);
  for (const deed of DEEDS) addEventListener(deed, end);
}
