import { dirname, join, normalize } from 'node:path/posix';

const REPOSITORY_PAGES = {
  '../SECURITY.md': 'security',
  '../CHANGELOG.md': 'changelog',
  '../README.md': 'README',
};

/**
 * The address on the site of what a page of `docs/` links to; links to files elsewhere in the repository lead there.
 *
 * @param {string} link as it is written in the page
 * @param {string} page the page's path in `docs/`
 * @param {string} repository the address of the repository
 */
export function siteAddress(link, page, repository) {
  if (/^(?:[a-z]+:|#|\/)/.test(link)) return link;
  const [path = '', anchor] = link.split('#');
  const file = normalize(join(dirname(page), path));
  const hash = anchor === undefined ? '' : `#${anchor}`;
  const name = REPOSITORY_PAGES[file] ?? (file.startsWith('..') ? undefined : file);
  if (name === undefined) {
    const picture = /\.(?:png|svg)$/.test(file);
    return picture
      ? `/${file.replace(/^\.\.\//, '')}`
      : `${repository}/blob/HEAD/${file.replace(/^\.\.\//, '')}${hash}`;
  }
  if (/\.(?:png|svg)$/.test(name)) return `/${name}`;
  return `${addressOf(name.replace(/\.md$/, ''))}${hash}`;
}

/** The address of a page by its name: `guides/README` is `/guides/`. */
export function addressOf(name) {
  const path = name.replace(/(?:^|\/)README$/, '');
  return path ? `/${path}/` : '/';
}
