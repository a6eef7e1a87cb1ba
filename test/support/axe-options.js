/**
 * The options of axe for all tests: WCAG 2.2 AA, its best practice, and two rules that are off by default: the size of
 * targets, and that links with one name lead to one place.
 */
export const axeOptions = {
  runOnly: {
    type: /** @type {const} */ ('tag'),
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  rules: { 'target-size': { enabled: true }, 'identical-links-same-purpose': { enabled: true } },
};
