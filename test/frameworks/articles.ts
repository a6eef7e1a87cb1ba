import type { Guide } from './workshop.js';
import { POSTS, type Post } from '../sites/generators.js';

/** The path of an article's page, unless an app has other paths. */
export const newsPath = ({ slug }: Post): string => `/news/${slug}`;

/** The path of an article's page that is a folder. */
export const newsFolder = (post: Post): string => `${newsPath(post)}/`;

/** The articles as an index, which apps also render their pages from. */
export function articlesJson(path: (post: Post) => string): string {
  return JSON.stringify(
    POSTS.map((post) => ({ ...post, url: path(post) })),
    undefined,
    2,
  );
}

/**
 * The articles as pages of Markdown in a folder.
 *
 * @param frontMatter more of it, for an article and the one after it
 */
export function articlesMarkdown(
  folder: string,
  frontMatter?: (post: Post, next: Post | undefined) => string,
): Record<string, string> {
  return Object.fromEntries(
    POSTS.map((post, at) => {
      const { slug, title, date, tags, text } = post;
      const more = frontMatter?.(post, POSTS[at + 1]) ?? '';
      const lines = [`title: ${title}`, `date: ${date}`, `tags: [${tags.join(', ')}]`, more];
      return [`${folder}/${slug}.md`, `---\n${lines.join('\n')}\n---\n\n# ${title}\n\n${text}`];
    }),
  );
}

/** The pages of a site whose server makes whole pages, in the folder `public`, with the HTML of a guide. */
export function articlesHtml({ html, body }: Guide): Record<string, string> {
  const [head = '', block = ''] = html;
  const links = POSTS.map((post) => `<a href="${newsFolder(post)}">${post.title}</a>`).join(' ');
  const page = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<link rel="icon" href="data:,">
<title>${title}</title>
${head}</head>
${body}<div id="page">
<nav><a href="/">Home</a> ${links}</nav>
<main>${content}</main>
</div></body>
</html>
`;
  const pages = POSTS.map((post) => [
    `public${newsFolder(post)}index.html`,
    page(post.title, `<article><h1>${post.title}</h1><p>${post.text}</p></article>\n${block}`),
  ]);
  return { ...Object.fromEntries(pages), 'public/index.html': page('Sample', '<h1>Sample</h1>') };
}

export { POSTS, type Post };
