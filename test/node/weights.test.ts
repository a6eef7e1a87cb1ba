import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Article } from '../../src/article.js';
import { stopWordsOfAllLanguages } from '../../src/ranking/stop-words.js';
import { explainer } from '../../src/ranking/explain.js';
import { ArticleRanker } from '../../src/ranking/ranker.js';
import type { RankedText } from '../../src/ranking/analysis.js';
import { NOTHING_IN_COMMON, type Parts, score } from '../../src/ranking/rerank.js';
import { WEIGHTS, type Weights } from '../../src/ranking/weights.js';

/** Two candidates that differ in what one constant weighs, to the good of the second. */
interface Example {
  readonly constant: keyof Weights;
  /** The constant without its effect. */
  readonly off: number;
  readonly brings: string;
  readonly one: Partial<Article>;
  readonly other: Partial<Article>;
  readonly current: RankedText;
  /** Where the constant shows, if not in the score alone. */
  readonly part?: keyof Parts;
}

const filling = Array.from({ length: 120 }, (_, at) => `wort${at}`).join(' ');
const examples: Example[] = [
  {
    constant: 'slugTimes',
    off: 0,
    brings: 'a word of its address',
    one: { text: 'Luchs', url: 'https://site.example/eule/' },
    other: { text: 'Luchs', url: 'https://site.example/luchs/' },
    current: { title: '', text: 'Luchs. Luchs. Luchs. Luchs. Luchs.' },
    part: 'overlap',
  },
  {
    constant: 'k',
    off: 0,
    brings: 'a word that it repeats',
    one: { text: 'Luchs Eule Dachs' },
    other: { text: 'Luchs. Luchs. Luchs.' },
    current: { title: '', text: 'Luchs. Luchs. Luchs. Luchs. Luchs.' },
    part: 'overlap',
  },
  {
    constant: 'b',
    off: 0,
    brings: 'few words rather than many',
    one: { text: `Luchs ${filling}` },
    other: { text: 'Luchs' },
    current: { title: '', text: 'Luchs' },
    part: 'overlap',
  },
  {
    constant: 'idfPower',
    off: 1,
    brings: 'a rare word rather than common ones',
    one: { text: 'Mast Funk Eule Dachs' },
    other: { text: 'Luchs Igel Otter Biber' },
    current: { title: '', text: 'Mast Funk Luchs' },
    part: 'overlap',
  },
  {
    constant: 'titleIdfPower',
    off: 1,
    brings: 'a rare word of the current title rather than common ones',
    one: { text: 'Mast Funk' },
    other: { text: 'Luchs' },
    current: { title: 'Mast Funk Luchs' },
    part: 'ownTitle',
  },
  {
    constant: 'titleTimes',
    off: 1,
    brings: 'a word in its title rather than its text',
    one: { title: 'Eule', text: 'Luchs Mast' },
    other: { title: 'Luchs', text: 'Eule Mast' },
    current: { title: '', text: 'Luchs' },
    part: 'overlap',
  },
  {
    constant: 'tagTimes',
    off: 1,
    brings: 'a tag rather than words of its text',
    one: { text: 'Luchs Eule' },
    other: { tags: ['Luchs'], text: 'Eule Eule' },
    current: { title: '', tags: ['Luchs'] },
    part: 'overlap',
  },
  {
    constant: 'openingTimes',
    off: 1,
    brings: 'a word at its beginning rather than its end',
    one: { text: `${filling} Luchs` },
    other: { text: `Luchs ${filling}` },
    current: { title: '', text: 'Luchs' },
  },
  {
    constant: 'openingWords',
    off: 1,
    brings: 'a word that is not its first but near its beginning',
    one: { text: `${filling} Luchs` },
    other: { text: `Eule Dachs Mast Luchs ${filling}` },
    current: { title: '', text: 'Luchs' },
  },
  {
    constant: 'ownTitle',
    off: 0,
    brings: 'a word of the current title rather than of the current text',
    one: { text: 'Eule' },
    other: { text: 'Luchs' },
    current: { title: 'Luchs', text: 'Eule' },
  },
  {
    constant: 'otherTitle',
    off: 0,
    brings: 'a title that the current article holds',
    one: { title: 'Eule', text: 'Luchs' },
    other: { title: 'Luchs', text: 'Eule' },
    current: { title: '', text: 'Luchs' },
  },
  {
    constant: 'ownSlug',
    off: 0,
    brings: "a word of the current article's address",
    one: { text: 'Mast Eule' },
    other: { text: 'Mast Luchs' },
    current: { title: '', text: 'Mast', url: 'https://site.example/luchs.html' },
  },
  {
    constant: 'otherSlug',
    off: 0,
    brings: 'an address whose words the current article holds',
    one: { text: 'Mast Luchs', url: 'https://site.example/eule/' },
    other: { text: 'Mast Luchs', url: 'https://site.example/luchs/' },
    current: { title: '', text: 'Mast Luchs' },
  },
  {
    constant: 'ownMention',
    off: 0,
    brings: 'the words of the current title together rather than apart',
    one: { text: `Luchs. ${filling} Igel.` },
    other: { text: `Luchs. Igel. ${filling}` },
    current: { title: 'Luchs, Igel' },
  },
  {
    constant: 'otherMention',
    off: 0,
    brings: 'a title whose words the current text has together rather than apart',
    one: { title: 'Luchs, Igel' },
    other: { title: 'Dachs, Eule' },
    current: { title: '', text: `Luchs. Dachs. Eule. ${filling} Igel.` },
  },
  {
    constant: 'direction',
    off: 0,
    brings: 'an earlier title in the current text rather than the current title in an earlier text',
    one: { title: 'Mast', text: 'Eule Dachs', date: '2026-11-16' },
    other: { title: 'Luchs Igel', text: 'Mast', date: '2026-11-16' },
    current: { title: 'Eule Dachs', text: 'Luchs Igel Mast', date: '2026-11-17' },
  },
  {
    constant: 'direction',
    off: 0,
    brings: 'the current title in a later text rather than a later title in the current text',
    one: { title: 'Luchs Igel', text: 'Mast', date: '2026-11-18' },
    other: { title: 'Mast', text: 'Eule Dachs', date: '2026-11-18' },
    current: { title: 'Eule Dachs', text: 'Luchs Igel Mast', date: '2026-11-17' },
  },
  {
    constant: 'mentionGap',
    off: 0,
    brings: 'a title whose words the current text has nearly together',
    one: { title: 'Luchs, Igel' },
    other: { title: 'Dachs, Eule' },
    current: { title: '', text: `Luchs. Dachs Mast Funk Eule. ${filling} Igel.` },
    part: 'otherMention',
  },
  {
    constant: 'tags',
    off: 0,
    brings: 'a shared tag rather than shared words',
    one: { tags: ['Wald'], text: 'Luchs' },
    other: { tags: ['Netz'], text: 'Eule' },
    current: { title: '', text: 'Luchs', tags: ['Netz'] },
  },
  {
    constant: 'closeness',
    off: 0,
    brings: 'a date near the current one',
    one: { text: 'Luchs', date: '2016-11-17' },
    other: { text: 'Luchs', date: '2026-11-16' },
    current: { title: '', text: 'Luchs', date: '2026-11-17' },
  },
  {
    constant: 'closenessDays',
    off: 1,
    brings: 'a date some months from the current one',
    one: { text: 'Luchs', date: '2016-11-17' },
    other: { text: 'Luchs', date: '2026-09-17' },
    current: { title: '', text: 'Luchs', date: '2026-11-17' },
  },
];

describe('each weight of the ranking', () => {
  for (const { constant, off, brings, one, other, current, part } of examples) {
    it(`may bring an article nearer, as ${constant} does: ${brings}`, () => {
      const lead = (): number => {
        const common = Array.from({ length: 6 }, (_, at) =>
          article(`${at}`, { text: 'Mast Funk Wald Feld' }),
        );
        const articles = [article('one', one), article('other', other), ...common];
        const ranker = new ArticleRanker(articles, { stopWords: stopWordsOfAllLanguages() });
        const [first, second] = ['one', 'other'].map((id) => {
          const explanation = explainer(ranker.index, current)(id);
          return part ? explanation.parts[part] : explanation.score;
        });
        return (second ?? 0) / (first || 1e-6);
      };
      const withIt = lead();
      const usual = WEIGHTS[constant];
      WEIGHTS[constant] = off;
      const without = lead();
      WEIGHTS[constant] = usual;
      assert.ok(withIt > without * 1.001, `${withIt} with, ${without} without`);
    });
  }
});

describe('a title', () => {
  const nothing: Parts = { ...NOTHING_IN_COMMON, overlap: 0.1 };

  for (const part of [
    'otherTitle',
    'otherSlug',
    'otherMention',
    'ownTitle',
    'ownSlug',
    'ownMention',
  ] as const) {
    it(`counts more in the newer of two articles, less in the older: ${part}`, () => {
      const [older, unknown, newer] = [-1, 0, 1].map((direction) =>
        score({ ...nothing, [part]: 1, direction }),
      );
      const [less, more] = part.startsWith('own') ? [older, newer] : [newer, older];
      assert.deepEqual([less! < unknown!, unknown! < more!], [true, true]);
    });
  }
});

function article(id: string, members: Partial<Article>): Article {
  return { id, url: `https://site.example/${id}`, title: '', tags: [], ...members };
}
