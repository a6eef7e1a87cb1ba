/** The pages in the order of the menu. Pages of the two folders that are not named come after those that are. */
export const navigation = [
  {
    title: 'Start',
    pages: ['getting-started', 'playground', 'which-article', 'choosing', 'troubleshooting'],
  },
  {
    title: 'Articles',
    pages: ['sources', 'formats', 'command-line', 'search-server', 'inject', 'links-report'],
  },
  { title: 'Look', pages: ['styling', 'cards', 'discussions', 'comment-systems', 'reference'] },
  {
    title: 'Guides',
    pages: ['guides/README', 'guides/hugo', 'guides/jekyll', 'guides/eleventy'],
    folder: 'guides/',
  },
  { title: 'Frameworks', pages: ['frameworks/README'], folder: 'frameworks/' },
  { title: 'Code', pages: ['api', 'server-rendering', 'unit-tests', 'measuring'] },
  {
    title: 'How it works',
    pages: ['ranking', 'relevance', 'performance', 'security', 'architecture', 'contributing', 'changelog'],
  },
];

/** The sections of the menu with the pages that exist, by their names. */
export function menu(byName) {
  const named = new Set(navigation.flatMap((section) => section.pages));
  const rest = [...byName.keys()].filter((name) => !named.has(name) && name !== 'README');
  return navigation.map(({ title, pages: own, folder }) => {
    const others = rest.filter((name) => folder && name.startsWith(folder)).sort((a, b) => (a < b ? -1 : 1));
    return { title, pages: [...own, ...others].flatMap((name) => byName.get(name) ?? []) };
  });
}
