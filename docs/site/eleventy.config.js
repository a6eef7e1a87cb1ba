import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HtmlBasePlugin } from '@11ty/eleventy';
import anchor from 'markdown-it-anchor';
import { highlighted } from './highlighted.js';
import { addressOf, siteAddress } from './links.js';
import { liveExamples } from './live.js';
import { menu } from './navigation.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const repository = manifest.repository.url.replace(/^git\+|\.git$/g, '');

/** Where the site will be: `DOCS_URL`, or this computer. */
const site = new URL(process.env['DOCS_URL'] ?? 'http://localhost:8080/');

/** @param {import('@11ty/eleventy/UserConfig').default} config */
export default function eleventy(config) {
  config.setInputDirectory('.');
  config.setIncludesDirectory('site');
  config.setOutputDirectory('_site');
  config.setUseGitIgnore(false);
  config.ignores.add('node_modules/**');
  config.ignores.add('_site/**');
  config.addPlugin(HtmlBasePlugin);

  for (const [name, file] of [
    ['security', 'SECURITY.md'],
    ['changelog', 'CHANGELOG.md'],
  ]) {
    config.addTemplate(`${name}.md`, readFileSync(`${root}${file}`, 'utf8'), { source: `../${file}` });
    config.addWatchTarget(`${root}${file}`);
  }
  config.addPassthroughCopy({
    images: 'images',
    [`${root}cdn`]: 'cdn',
  });

  config.addGlobalData('site', { url: site.href, repository, version: manifest.version });
  config.addGlobalData('layout', 'page.njk');
  config.addGlobalData('templateEngineOverride', 'md');
  config.addGlobalData(
    'permalink',
    () =>
      ({ page }) =>
        `${addressOf(nameOf(page)).slice(1)}index.html`,
  );
  config.addGlobalData('eleventyComputed', {
    title: ({ page }) => plain(/^# (.+)$/m.exec(page.rawInput)?.[1] ?? ''),
    description: ({ page }) => firstParagraph(page.rawInput),
  });
  config.addCollection('menu', (api) => menu(new Map(api.getAll().map((page) => [nameOf(page.page), page]))));

  config.amendLibrary('md', (markdown) => {
    markdown.set({ html: true, highlight: highlighted });
    markdown.use(anchor, { slugify, permalink: anchor.permalink.headerLink() });
    markdown.core.ruler.push('site-links', ({ tokens, env }) => {
      const from = env.source ?? env.page.inputPath.replace(/^\.\//, '');
      for (const token of tokens.flatMap(({ children }) => children ?? [])) {
        const name = { link_open: 'href', image: 'src' }[token.type];
        const link = name && token.attrGet(name);
        if (link) token.attrSet(name, siteAddress(decodeURI(link), from, repository));
      }
    });
    liveExamples(markdown, site.pathname);
    Object.assign(markdown.renderer.rules, {
      table_open: () => '<div class="table" role="group" aria-label="Table" tabindex="0"><table>',
      table_close: () => '</table></div>',
    });
  });

  config.addFilter('absolute', (path) => new URL(path.slice(1), site).href);

  config.on('eleventy.after', () => {
    // Tools write these into the site as they would into any other.
    execFileSync(
      'npx',
      ['vite', 'build', '--config', 'docs/site/demo.config.js', '--logLevel', 'warn'],
      options,
    );
    const written = [
      '--neighbours',
      'docs/_site/related',
      '--base',
      site.href,
      '--exclude',
      '{index.html,demo/**}',
    ];
    execFileSync(
      process.execPath,
      ['dist/command.js', '--quiet', 'build', 'docs/_site', ...written],
      options,
    );
  });

  return { pathPrefix: site.pathname };
}

const options = { cwd: root, stdio: 'inherit' };

/** A page's path without its ending: `guides/hugo`. */
const nameOf = ({ filePathStem }) => filePathStem.slice(1);

/** What GitHub makes of a heading for addresses. */
const slugify = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

/** Markdown on one line without its signs. */
const plain = (text) =>
  text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/\s+/g, ' ');

function firstParagraph(text) {
  const paragraphs = text.split(/\n{2,}/).filter((part) => /^[\p{L}`[]/u.test(part));
  const first = plain(paragraphs[0] ?? '').replace(/:$/, '.');
  return first.length > 155 ? `${first.slice(0, first.lastIndexOf(' ', 155))} …` : first;
}
