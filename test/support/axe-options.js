/** What axe is asked everywhere: WCAG 2.2 AA, its best practice, and the size of targets, which it leaves out by itself. */
export const axeOptions = {
  runOnly: {
    type: /** @type {const} */ ('tag'),
    values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  },
  rules: { 'target-size': { enabled: true } },
};
