import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it, type TestContext } from 'node:test';
import type { Article } from '../../src/article.js';
import { linksReport, type LinksReport } from '../../src/builder.js';
import { articlePage, folder, prose, type Run, run } from './support.js';

/** An article with a text. */
function article(id: string, title: string, text = '', more: Partial<Article> = {}): Article {
  return { id, url: `https://site.example/${id}/`, title, text, tags: [], language: 'en', ...more };
}

/** A link that keeps the report going, between two articles that have nothing to do with the others. */
const LINKED: readonly Article[] = [
  article('rye', 'Bread from rye flour', '', { links: ['https://site.example/oven/'] }),
  article('oven', 'Building an oven', '', { links: ['rye'] }),
];

/** What an article of this text names, as the titles and the sentences. */
async function mentions(text: string, others: readonly Article[], language = 'en'): Promise<string[][]> {
  const report = await linksReport([article('now', 'Today', text, { language }), ...others, ...LINKED]);
  return report.mentions.map(({ mentioned, sentence }) => [mentioned.title, sentence]);
}

/** The titles of these that an article of this text names. */
async function named(text: string, titles: readonly string[], language = 'en'): Promise<string[]> {
  const others = titles.map((title, at) => article(`a${at}`, title, '', { language }));
  return (await mentions(text, others, language)).map(([title = '']) => title);
}

describe('the mentions of the links report', () => {
  it('are titles in the texts of others, with the sentence', async () => {
    const text = 'It is dry. We told it in Walks in the wood, last year. Take care.\nAnother line.';
    assert.deepEqual(await mentions(text, [article('wood', 'Walks in the wood')]), [
      ['Walks in the wood', 'We told it in Walks in the wood, last year.'],
    ]);
  });

  it('leave out what the article links to, by address or by id', async () => {
    const [text, wood] = ['See Walks in the wood for more.', article('wood', 'Walks in the wood')];
    for (const link of ['wood', 'https://www.site.example/wood?utm_source=x']) {
      const { mentions: found } = await linksReport([article('now', 'Today', text, { links: [link] }), wood]);
      assert.deepEqual(found, []);
    }
  });

  it('count each title once in an article, at its first place', async () => {
    const text = 'Read Open RAN first. Then read Open RAN again.';
    assert.deepEqual(await mentions(text, [article('ran', 'Open RAN')]), [
      ['Open RAN', 'Read Open RAN first.'],
    ]);
  });

  it('are whole words', async () => {
    const titles = ['Open RAN'];
    assert.deepEqual(
      await named('They Open RANGES and Reopen RAN, Open RAN-free and half-Open RAN.', titles),
      [],
    );
    assert.deepEqual(await named('It is Open RAN’s turn.', titles), titles);
  });

  it('need the capitals of a name, but not that of the first letter', async () => {
    const titles = ['Open RAN', 'Design Systems', 'Elektrische Spannung'];
    assert.deepEqual(await named('The open ran out, and design systems came.', titles), []);
    assert.deepEqual(await named('Die elektrische Spannung ist hoch.', titles, 'de'), [
      'Elektrische Spannung',
    ]);
  });

  it('may have a title without a name in other letters', async () => {
    assert.deepEqual(await named('A guide to Measuring Radio Masts.', ['Measuring radio masts']), [
      'Measuring radio masts',
    ]);
  });

  it('are the longest title, and not a shorter one within it', async () => {
    const titles = ['Open RAN', 'Open RAN in Mainz', 'RAN in Mainz'];
    assert.deepEqual(await named('As told in Open RAN in Mainz.', titles), ['Open RAN in Mainz']);
  });

  it('need the signs of the title, in any spelling of quotation marks and hyphens', async () => {
    const titles = ['What’s new in Go 2 – a “tour”', 'Masts: why not'];
    assert.deepEqual(await named('See What\'s new in Go 2 - a "tour".', titles), [titles[0]]);
    assert.deepEqual(await named('He talked of masts. Why not?', titles), []);
  });

  it('leave out titles that tell nothing', async () => {
    assert.deepEqual(await named('We are here, so join us in 2026.', ['We are', 'Join us', '2026']), []);
  });

  it('leave out phrases that many texts hold, and keep names', async () => {
    const texts = Array.from({ length: 6 }, (_, at) =>
      article(`t${at}`, `Number ${at} of them`, 'The release notes of Open RAN are out.'),
    );
    const others = [article('ran', 'Open RAN'), article('notes', 'Release notes')];
    const { mentions: found } = await linksReport([...texts, ...others, ...LINKED]);
    assert.deepEqual([...new Set(found.map(({ mentioned }) => mentioned.title))], ['Open RAN']);
    assert.equal(found.length, 6);
  });

  it('may be one rare word within a sentence, as it is written in the title', async () => {
    const titles = ['Gnatcatcher', 'Security'];
    const text = 'They call it Gnatcatcher. Security is far, and security counts.';
    assert.deepEqual(await named(text, titles), ['Gnatcatcher']);
  });

  it('leave out a title that several articles have in one language', async () => {
    assert.deepEqual(await named('See Open RAN.', ['Open RAN', 'Open RAN']), []);
    const german = article('de', 'Open RAN', '', { language: 'de' });
    const english = article('en', 'Open RAN', '', { language: 'en-GB' });
    const { mentions: found } = await linksReport([
      article('now', 'Today', 'See Open RAN.'),
      german,
      english,
      ...LINKED,
    ]);
    assert.deepEqual(
      found.map(({ mentioned }) => mentioned.url),
      [english.url],
    );
  });

  it('are found in scripts without spaces', async () => {
    const titles = ['電気自動車の未来', '電池'];
    assert.deepEqual(await named('先週の電気自動車の未来では、電池の話をした。', titles, 'ja'), [titles[0]]);
  });

  it('show a long sentence around the title', async () => {
    const text = `${'so many words '.repeat(40)}as in Walks in the wood ${'and many more '.repeat(40)}`;
    const [[, sentence = ''] = []] = await mentions(text, [article('wood', 'Walks in the wood')]);
    assert.match(sentence, /^…\w.* Walks in the wood .*…$/);
    assert.ok(sentence.length < 250, sentence);
  });
});

describe('the orphans of the links report', () => {
  it('are the articles that no other one links to, the newest first, with the most related one', async () => {
    const masts = 'Masts carry the radio network over hills.';
    const { orphans } = await linksReport([
      article('old', 'Masts, old', masts, { date: '2020-01-01' }),
      article('new', 'Masts, new', masts, { date: '2024-01-01', links: ['new'] }),
      ...LINKED,
    ]);
    assert.deepEqual(orphans, [
      {
        title: 'Masts, new',
        url: 'https://site.example/new/',
        closest: { title: 'Masts, old', url: 'https://site.example/old/' },
      },
      {
        title: 'Masts, old',
        url: 'https://site.example/old/',
        closest: { title: 'Masts, new', url: 'https://site.example/new/' },
      },
    ]);
  });
});

describe('the pairs of the links report', () => {
  const about = (subject: string): string =>
    `Everything of ${subject}: ${subject} in hills, ${subject} in towns.`;
  const threeAbout = (links: string[]): Article[] => [
    article('a', 'Masts in hills', about('masts'), { links }),
    article('b', 'Masts in towns', about('masts')),
    article('c', 'Sailing', 'Boats leave early.'),
    ...LINKED,
  ];
  const idsOf = ({ pairs }: LinksReport): string[] =>
    pairs.map(({ article: { url }, other }) => [url, other.url].map((one) => one.slice(21, -1)).join());

  it('are related articles of which neither links to the other, each pair once', async () => {
    const report = await linksReport(threeAbout([]));
    assert.deepEqual(
      idsOf(report).map((ids) => ids.split(',').toSorted().join()),
      ['a,b'],
    );
    assert.deepEqual(idsOf(await linksReport(threeAbout(['b']))), []);
  });

  it('have at least the score that is asked for', async () => {
    const { pairs, minScore } = await linksReport(threeAbout([]));
    const [{ score } = { score: 0 }] = pairs;
    assert.equal(minScore, 0.2);
    assert.ok(score > minScore, String(score));
    assert.deepEqual((await linksReport(threeAbout([]), { minScore: score + 0.01 })).pairs, []);
  });
});

/** A site of four articles: one names another's title, two are linked. */
function site(test: TestContext): string {
  const said = '<p>More of this stands in Walks in the wood, which we wrote long ago.</p>';
  const link = '<p>And there is more to say <a href="/fields.html">about fields</a>, too.</p>';
  return folder(test, {
    'masts.html': articlePage('Masts of steel', { body: prose('masts') + said }),
    'wood.html': articlePage('Walks in the wood', { body: prose('woods') + link }),
    'fields.html': articlePage('Walks in the fields', { body: prose('woods') }),
  });
}

async function runLinks(path: string, ...args: readonly string[]): Promise<Run> {
  return run(['links', path, '--base', 'https://site.example/', ...args]);
}

describe('related-articles links', () => {
  it('prints orphans, mentions and pairs, and what to begin with', async (test) => {
    const { code, out, err } = await runLinks(site(test), '--min-score', '0.01');
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^3 articles and 1 link among them in \d+\.\d s\n/);
    assert.match(
      out,
      /\nOrphans: 2 articles that no other one links to\n {2}Masts of steel {2}https:\/\/site\.example\/masts\.html\n/,
    );
    assert.match(out, /\nMentions: 1 title in the texts of other articles without a link\n/);
    assert.match(
      out,
      /\n {2}Masts of steel {2}.*masts\.html\n {4}names “Walks in the wood” {2}.*wood\.html\n {4}More of this stands in Walks in the wood, which we wrote long ago\.\n/,
    );
    assert.match(
      out,
      /\nPairs: \d pairs? of related articles without a link, with a score from 0\.01\n {2}0\.\d{3} {2}/,
    );
    assert.match(out, /\n\nBegin with the mentions: the words are there, and only the link is missing\.\n$/);
  });

  it('prints as many of each kind as asked for', async (test) => {
    const { out } = await runLinks(site(test), '--limit', '1');
    assert.match(out, /Orphans: 2 [^]*\n {2}and 1 other\n/);
  });

  it('prints the whole report as JSON', async (test) => {
    const { out } = await runLinks(site(test), '--json', '--limit', '1');
    const report = JSON.parse(out) as LinksReport;
    assert.deepEqual([report.articles, report.texts, report.links, report.orphans.length], [3, 3, 1, 2]);
    assert.equal(report.mentions[0]?.mentioned.title, 'Walks in the wood');
  });

  it('exits with 1 if there is something of a kind that --fail-on names', async (test) => {
    const path = site(test);
    assert.equal((await runLinks(path, '--fail-on', 'mentions')).code, 1);
    assert.equal((await runLinks(path, '--fail-on', 'pairs, orphans')).code, 1);
    assert.equal((await runLinks(path, '--fail-on', 'pairs', '--min-score', '1')).code, 0);
  });

  it('says that mentions need full texts', async (test) => {
    const items = [
      { url: '/a/', title: 'Masts', _related_articles: { links: ['/b/'] } },
      { url: '/b/', title: 'Woods' },
    ];
    const path = folder(test, {
      'feed.json': JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items }),
    });
    const { out } = await runLinks(`${path}/feed.json`);
    assert.match(
      out,
      /^warning {2}no article has a full text, and mentions are found in full texts alone; name the site/m,
    );
  });

  it('says in one line that a source tells no links', async (test) => {
    const path = folder(test, { 'a.html': articlePage('Masts of steel'), 'b.html': articlePage('Woods') });
    const { code, out, err } = await runLinks(path);
    assert.deepEqual([code, out], [1, '']);
    assert.match(
      err,
      /^related-articles: no article links to another one, as far as the source tells; name [^\n]*\n$/,
    );
  });

  for (const [args, message] of [
    [['--fail-on', 'typos'], /one or several of orphans, mentions, pairs, with commas between them/],
    [['--min-score', '2'], /a number from 0 to 1/],
    [['--limit', '0'], /a whole number from 1/],
  ] as const) {
    it(`rejects ${args.join(' ')} in one line`, async (test) => {
      const { code, err } = await runLinks(site(test), ...args);
      assert.equal(code, 1);
      assert.match(err, message);
      assert.equal(err.split('\n').length, 2);
    });
  }
});

describe('docs/links-report.md', () => {
  const page = readFileSync(new URL('../../docs/links-report.md', import.meta.url), 'utf8');
  const snippets = (language: string): string[] =>
    Array.from(page.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms')), ([, code = '']) => code);

  it('has commands that run', async (test) => {
    const path = site(test);
    const commands = snippets('sh')
      .join('')
      .split('\n')
      .filter((line) => line.startsWith('npx related-articles '));
    assert.equal(commands.length, 3);
    for (const command of commands) {
      const [args = ''] = command.replace('npx related-articles ', '').split(' > ');
      const { out, err } = await run(args.replaceAll('public/', `${path}/`).split(' '));
      assert.equal(err, '', command);
      assert.match(out, /mentions/i);
    }
  });

  it('has a script for Node that prints what its comment says', (test) => {
    const [script = ''] = snippets('js');
    const [, output = ''] = /console\.log\(.*?\); \/\/ (.*)/.exec(script) ?? [];
    const printed = execFileSync(
      process.execPath,
      ['--input-type=module', '--eval', script.replaceAll('public/', `${site(test)}/`)],
      { cwd: fileURLToPath(new URL('../..', import.meta.url)), encoding: 'utf8' },
    );
    assert.equal(printed.trim(), output);
  });
});
