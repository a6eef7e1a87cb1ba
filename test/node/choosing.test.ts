import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Parser } from 'htmlparser2';
import { readHtmlPage } from '../../src/builder/html/html-page.js';
import { readMarkdown } from '../../src/builder/sources/markdown.js';
import { BELONGINGS } from '../../src/ranking/belonging.js';
import { filterTerms } from '../../src/ranking/filter.js';
import { toArticle } from '../../src/reader/draft.js';
import { readIndex } from '../../src/reader/read-index.js';
import { root } from './imports.js';

const page = readFileSync(join(root, 'docs/choosing.md'), 'utf8');
const URL_OF = 'https://site.example/news/masts/';

/** The code blocks of the page in one language. */
function snippets(language: string): string[] {
  return Array.from(
    page.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g')),
    ([, code = '']) => code,
  );
}

/** The attributes of all blocks in the page's HTML. */
function blocks(): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'related-articles') found.push(attributes);
    },
  });
  for (const snippet of snippets('html')) parser.write(snippet);
  parser.end();
  return found;
}

describe('the page about choosing', () => {
  const related = 'https://site.example/news/woods/';
  const excluded = 'https://site.example/news/sailing/';
  const series = { name: 'Masts', position: 2 };

  it('has front matter that is read', () => {
    const [frontMatter] = snippets('yaml');
    const article = readMarkdown(`---\n${frontMatter}---\nText.`, 'news/masts.md', 'https://site.example/');
    assert.ok(typeof article === 'object');
    assert.deepEqual(article.related?.[0], related);
    assert.deepEqual(article.exclude, [excluded]);
    assert.deepEqual([article.series, article.section, article.type], [series, 'Networks', 'interview']);
  });

  it('has elements for the head of a page that are read', () => {
    const [head] = snippets('html');
    const { draft } = readHtmlPage(`<!doctype html><title>Masts</title>${head}<h1>Masts</h1><p>Text.</p>`);
    const article = toArticle({ ...draft, url: URL_OF }, new URL(URL_OF));
    assert.ok(typeof article === 'object');
    assert.deepEqual(article.related, [related, 'https://site.example/news/hills/']);
    assert.deepEqual(article.exclude, [excluded]);
    assert.deepEqual([article.series, article.section], [series, 'Networks']);
  });

  it('has an item of a JSON Feed that is read', () => {
    const items = snippets('json').map((json): unknown => JSON.parse(json));
    const [article] = readIndex({ version: 'https://jsonfeed.org/version/1.1', items }, URL_OF).articles;
    assert.deepEqual(article?.related, [related, '8']);
    assert.deepEqual(article.exclude, [excluded]);
    assert.deepEqual([article.series, article.section, article.type], [series, 'Networks', 'interview']);
  });

  it('has blocks whose filters and ways of choosing are known', () => {
    const filters = blocks().flatMap(({ only, exclude }) =>
      [only, exclude].filter((text) => text !== undefined),
    );
    assert.deepEqual(filters.map(filterTerms), [['section:Networks', 'tag:Open RAN'], ['type:press']]);
    assert.deepEqual(
      blocks().flatMap(({ by }) => by ?? []),
      BELONGINGS,
    );
  });
});
