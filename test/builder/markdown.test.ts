import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Article } from '../../src/article.js';
import { splitFrontMatter } from '../../src/builder/sources/front-matter.js';
import { readMarkdown } from '../../src/builder/sources/markdown.js';

const BASE = 'https://site.example/';

/** The article of a text with YAML front matter. */
function text(matter: string, body = 'Text.', path = 'posts/masts.md'): Article | string {
  return readMarkdown(`---\n${matter}\n---\n${body}`, path, BASE);
}

/** Why a text gives no article. */
function reason(matter: string): string {
  const article = text(matter);
  return typeof article === 'string' ? article : '';
}

function address(matter: string, path: string): string {
  const article = text(`title: A\n${matter}`, 'Text.', path);
  return typeof article === 'string' ? article : article.url;
}

describe('front matter', () => {
  for (const [kind, file] of [
    ['YAML', '---\ntitle: Masts\ndate: 2026-11-17\ntags: [5G]\n---\nText.'],
    [
      'YAML with Windows line ends and a byte order mark',
      '\uFEFF---\r\ntitle: Masts\r\ndate: 2026-11-17\r\ntags: [5G]\r\n---\r\nText.',
    ],
    ['TOML', '+++\ntitle = "Masts"\ndate = 2026-11-17\ntags = ["5G"]\n+++\nText.'],
    ['JSON between semicolons', ';;;\n"title": "Masts",\n"date": "2026-11-17",\n"tags": ["5G"]\n;;;\nText.'],
    ['JSON in braces', '{\n"title": "Masts",\n"date": "2026-11-17",\n"tags": ["5G"]\n}\nText.'],
    ['lines of names and values', 'Title: Masts\nDate: 2026-11-17\nTags: 5G\n\nText.'],
    ['JSON on one line', '{"title": "Masts", "date": "2026-11-17", "tags": ["5G"]}\nText.'],
  ] as const) {
    it(`is read as ${kind}`, () => {
      const { data, body } = splitFrontMatter(file);
      assert.deepEqual(
        [data['title'], data['date'], [data['tags']].flat(), body],
        ['Masts', '2026-11-17', ['5G'], 'Text.'],
      );
    });
  }

  it('counts by the last value of a name that is repeated', () => {
    assert.deepEqual(splitFrontMatter('---\ntags: a\ntitle: A\ntags: b\n---\n').data, {
      tags: 'b',
      title: 'A',
    });
  });

  it('has names that begin with a small letter, however they are written', () => {
    assert.deepEqual(splitFrontMatter('---\nTitle: A\nPublishDate: 2026-11-17\nDRAFT: true\n---\n').data, {
      title: 'A',
      publishDate: '2026-11-17',
      draft: true,
    });
  });

  it('is not a text whose first line has a colon', () => {
    assert.deepEqual(splitFrontMatter('Note: masts are tall.\n\nText.').data, {});
  });

  it('may be missing or empty', () => {
    assert.deepEqual(splitFrontMatter('# Masts'), { data: {}, body: '# Masts' });
    assert.deepEqual(splitFrontMatter('---\n---\nText.'), { data: {}, body: 'Text.' });
  });

  it('is not a rule between paragraphs', () => {
    assert.deepEqual(splitFrontMatter('One.\n\n---\n\nTwo.\n\n---\n').data, {});
  });

  it('is never run as code', () => {
    const ran = globalThis as { ran?: boolean };
    for (const file of [
      '---js\n{ title: (globalThis.ran = true) }\n---\n',
      '---\ntitle: !!js/function "function () { globalThis.ran = true }"\n---\nText.',
      '---\ntitle: !!js/undefined ""\n__proto__: { ran: true }\n---\nText.',
    ]) {
      readMarkdown(file, 'a.md', BASE);
      assert.equal(ran.ran, undefined, file);
    }
  });

  it('is named with its line if it is broken', () => {
    assert.match(reason('title: A\ntags: [a\ndate: 1'), /^has broken front matter: .* in line 4$/);
  });

  it('is refused if its anchors make it grow without end', () => {
    const bomb = Array.from({ length: 12 }, (_, at) => `a${at}: &a${at} [${`*a${at - 1},`.repeat(9)}]`).slice(
      1,
    );
    assert.match(reason(`a0: &a0 [x]\n${bomb.join('\n')}`), /^has broken front matter: /);
  });

  it('is split without an exception, whatever the file', () => {
    fc.assert(
      fc.property(fc.constantFrom('---\n', '+++\n', ';;;\n', '{\n'), fc.string(), (fence, inner) => {
        assert.ok(readMarkdown(`${fence}${inner}\n${fence}x`, 'a.md', BASE), inner);
      }),
    );
  });
});

describe('a Markdown file', () => {
  it('gives every member of an article', () => {
    const matter = `title: Masts
date: 2026-11-17 09:00:00 +0100
description: Short.
tags: [5G, Masts]
cover: { image: /mast.png }
authors: [Eva Ohm, { name: Max Volt }]
lang: en`;
    assert.deepEqual(
      text(matter, 'A **long** [link](https://a.example/).\n\n{{< figure src="x" >}}\n\n- One\n- Two'),
      {
        id: 'https://site.example/posts/masts/',
        url: 'https://site.example/posts/masts/',
        title: 'Masts',
        excerpt: 'Short.',
        text: 'A long link.\nOne\nTwo',
        date: '2026-11-17T09:00:00+01:00',
        tags: ['5G', 'Masts'],
        links: ['https://a.example/'],
        language: 'en',
        author: 'Eva Ohm, Max Volt',
        image: 'https://site.example/mast.png',
      },
    );
  });

  it('takes its first heading as the title if it names none', () => {
    const article = readMarkdown('# Masts\n\nText.', 'a.md', BASE);
    assert.equal(typeof article === 'string' ? article : article.title, 'Masts');
  });

  it('may have tags with spaces between them, as Jekyll reads them', () => {
    const article = text('title: A\ntags: masts forests');
    assert.deepEqual(typeof article === 'string' ? article : article.tags, ['masts', 'forests']);
  });
});

describe('the address of a Markdown file', () => {
  for (const [path, matter, expected] of [
    ['posts/masts.md', '', 'posts/masts/'],
    ['posts/masts/index.md', '', 'posts/masts/'],
    ['posts/über uns.md', '', 'posts/%C3%BCber%20uns/'],
    ['posts/masts.md', 'slug: tall-masts', 'posts/tall-masts/'],
    ['posts/masts.md', 'url: /news/masts.html', 'news/masts.html'],
    ['posts/masts.md', 'permalink: https://site.example/m/', 'm/'],
    ['posts/masts.md', 'permalink: "/:year/:title/"', 'posts/masts/'],
    ['_posts/2026-11-17-tall-masts.md', '', '2026/11/17/tall-masts.html'],
    [
      '_posts/2026-11-17-tall-masts.md',
      'categories: [News, Net work]',
      'news/net-work/2026/11/17/tall-masts.html',
    ],
  ] as const) {
    it(`is /${expected} for ${path}${matter && ` with ${matter}`}`, () => {
      assert.equal(address(matter, path), BASE + expected);
    });
  }

  it('has its date from a name with one', () => {
    const article = text('title: A', 'Text.', '_posts/2026-11-17-a.md');
    assert.equal(typeof article === 'string' ? article : article.date, '2026-11-17');
  });
});

describe('the address of a text', () => {
  for (const [path, matter, expected] of [
    ['posts/masts.md', 'date: 2026-11-07\npermalink: /:year/:i_month/:day/:title/', '2026/11/07/masts/'],
    [
      '_posts/2026-11-17-masts.md',
      'permalink: /:categories/:title.html\ncategories: [Net Work]',
      'net-work/masts.html',
    ],
    ['posts/masts.md', 'permalink: /:collection/:title/', 'posts/masts/'],
    ['source/_posts/masts.md', 'date: 2026-11-17 09:00:00', '2026/11/17/masts/'],
    ['source/_posts/2026-11-17-masts.md', '', '2026/11/17/masts.html'],
    ['_recipes/bread.md', '', 'recipes/bread/'],
    ['about/masts.html', '', 'about/masts.html'],
    ['about/index.html', '', 'about/'],
  ] as const) {
    it(`is /${expected} for ${path}${matter && ` with ${matter.replaceAll('\n', ', ')}`}`, () => {
      assert.equal(address(matter, path), BASE + expected);
    });
  }

  it('that is none is told', () => {
    assert.equal(reason('title: A\npermalink: "https://["'), 'names an address that is none: https://[');
  });
});

describe('the members of a Markdown file', () => {
  const member = (matter: string): Article => {
    const article = text(matter);
    assert.ok(typeof article !== 'string', JSON.stringify(article));
    return article;
  };

  it('may be numbers', () => {
    const { title, tags, date } = member('title: 1984\ntags: [2019, 5G]\ndate: 20261117');
    assert.deepEqual([title, tags, date], ['1984', ['2019', '5G'], '2026-11-17']);
  });

  it('may be links: to addresses, and to the files of other texts', () => {
    const article = readMarkdown(
      '---\ntitle: A\n---\nSee [b](../posts/b.md#top), [c](/c/), [d](https://other.example/d), [e](_posts/2026-11-17-e.md) and [f](#here).',
      'posts/a.md',
      BASE,
    );
    assert.deepEqual(typeof article === 'string' ? article : article.links, [
      'source:../posts/b.md',
      'https://site.example/c/',
      'https://other.example/d',
      'source:_posts/2026-11-17-e.md',
    ]);
  });

  it('may be a description with Markdown', () => {
    assert.equal(member('title: A\ndescription: A **tall** [mast](/a).').excerpt, 'A tall mast.');
  });

  it('may be a date in words, in the language of the file', () => {
    assert.equal(member('title: A\nlang: hr\ndate: 3. listopada 2026.').date, '2026-10-03');
    const article = readMarkdown('---\ntitle: A\ndate: 3. listopada 2026.\n---\n', 'a.md', BASE, 'hr');
    assert.equal(typeof article === 'string' ? article : article.date, '2026-10-03');
  });
});

describe('a Markdown file with an expiry date', () => {
  for (const name of ['expiryDate', 'expires']) {
    it(`keeps a future one, named ${name}`, () => {
      const article = text(`title: A\n${name}: 2999-01-01`, 'Text.', 'a.md');
      assert.equal(typeof article === 'string' ? article : article.expires, '2999-01-01');
    });
  }
});

describe('a Markdown file is not an article', () => {
  for (const [why, matter, path] of [
    ['is not public ("draft")', 'draft: true', 'a.md'],
    ['is not public ("published")', 'published: false', 'a.md'],
    ['is not public ("draft")', 'draft: yes', 'a.md'],
    ['is not public ("published")', 'published: no', 'a.md'],
    ['is not public ("status")', 'Status: draft', 'a.md'],
    ['is not public ("hidden")', 'hidden: true', 'a.md'],
    ['is not public ("unlisted")', 'unlisted: true', 'a.md'],
    ['is not public ("publish")', 'publish: false', 'a.md'],
    ['is not public ("permalink")', 'permalink: false', 'a.md'],
    ['is not public ("build")', 'build: { render: never }', 'a.md'],
    ['is not public ("password")', 'password: secret', 'a.md'],
    ['is marked noindex', 'noindex: true', 'a.md'],
    ['is marked noindex', 'robots: noindex, nofollow', 'a.md'],
    ['is left out of all collections', 'eleventyExcludeFromCollections: true', 'a.md'],
    ['is dated in the future', 'date: 2026-01-01\npublishDate: 2999-01-01', 'a.md'],
    ['is a draft', 'weight: 1', '_drafts/a.md'],
    ['is a draft', 'weight: 1', 'source/_drafts/2026/a.md'],
    ['is in a folder that the generator does not publish', 'weight: 1', '_includes/a.md'],
    ['is dated in the future', 'date: 2999-01-01', 'a.md'],
    ['has expired', 'expiryDate: 2001-01-01', 'a.md'],
    ['is the page of a section', 'weight: 1', 'posts/_index.md'],
    ['is about the project', 'weight: 1', 'README.md'],
  ] as const) {
    it(`if it ${why}`, () => {
      assert.equal(text(`title: A\n${matter}`, 'Text.', path), why);
    });
  }
});
