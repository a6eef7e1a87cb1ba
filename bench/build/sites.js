// Sites of many pages, as generators build them, and for Hugo to build.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const escaped = (text = '') => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const menu = Array.from(
  { length: 120 },
  (_, at) => `<li><a href="/section/${at}/">Section ${at}</a></li>`,
).join('\n');

function write(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** The built page of an article, with the menus, styles and scripts of a usual one around its text. */
export function page({ url, title, excerpt = '', text = '', date = '', tags, language }) {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)} | Site</title>
<link rel="canonical" href="${url}"><meta property="og:type" content="article">
<meta property="article:published_time" content="${date}"><meta name="description" content="${escaped(excerpt)}">
${tags.map((tag) => `<meta property="article:tag" content="${escaped(tag)}">`).join('')}
<style>${'.menu-item > a { color: inherit }\n'.repeat(100)}</style><script>${'track("view");\n'.repeat(200)}</script></head>
<body><nav><ul>${menu}</ul></nav><main><article><h1>${escaped(title)}</h1>
${text
  .split('\n')
  .map((line) => `<p>${escaped(line)}</p>`)
  .join('\n')}</article></main><footer><ul>${menu}</ul></footer></body></html>`;
}

/** Writes the built pages of a site; gives the file of each. */
export function writePages(folder, articles) {
  return articles.map((article) => {
    const file = join(folder, new URL(article.url).pathname, 'index.html');
    write(file, page(article));
    return file;
  });
}

/** Writes a site for Hugo whose pages do nothing but relate the others by their tags. */
export function writeHugoSite(folder, articles, isRelating) {
  const related = isRelating
    ? '{{ range first 12 (.Site.RegularPages.Related .) }}{{ .RelPermalink }} {{ end }}'
    : '';
  write(
    join(folder, 'config.toml'),
    'baseURL = "https://site.example/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
  );
  write(join(folder, 'layouts/_default/single.html'), `{{ .Title }} ${related}`);
  write(join(folder, 'layouts/index.html'), 'Site');
  articles.forEach(({ title, date, tags }, at) => {
    const matter = { title, date: date?.slice(0, 10) ?? '2020-01-01', tags, keywords: tags };
    write(join(folder, `content/posts/${at}.md`), `${JSON.stringify(matter, undefined, 1)}\n\nText.`);
  });
}
