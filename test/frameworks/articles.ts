import { POSTS, type Post } from '../sites/generators.js';

/** The path of an article's page, unless an app has other paths. */
export const newsPath = ({ slug }: Post): string => `/news/${slug}`;

/** The articles as an index, which apps also render their pages from. */
export function articlesJson(path: (post: Post) => string): string {
  return JSON.stringify(
    POSTS.map((post) => ({ ...post, url: path(post) })),
    undefined,
    2,
  );
}

/** An article as a page of Markdown. */
export function articleMarkdown({ title, date, tags, text }: Post): string {
  return `---\ntitle: ${title}\ndate: ${date}\ntags: [${tags.join(', ')}]\n---\n\n# ${title}\n\n${text}`;
}

export { POSTS, type Post };
