import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Article, RelatedArticle } from '../../src/article.js';
import { createRanker } from '../../src/ranking/create-ranker.js';
import { stopWordsOfAllLanguages } from '../../src/ranking/stop-words.js';
import { byRank } from '../../src/ranking/comparison.js';
import { ArticleRanker } from '../../src/ranking/ranker.js';
import { DEFAULTS } from '../../src/ranking/eligibility.js';
import { anyArticles } from './any-articles.js';

/**
 * What is related as it would be found by weighing all articles exactly, one by one: ids and scores, best first. Of copies
 * the best stays.
 */
function weighed(
  articles: readonly Article[],
  current: Article,
  limit: number,
): [id: string, score: number][] {
  const ranker = createRanker(articles);
  return articles
    .filter(({ id }) => id !== current.id)
    .map((article) => ({ article, score: ranker.explain(current, article).score }))
    .filter(({ score }) => score >= DEFAULTS.minScore)
    .sort(byRank)
    .filter(
      ({ article }, at, all) =>
        !article.text || all.findIndex((other) => isCopy(other.article, article)) === at,
    )
    .slice(0, limit)
    .map(({ article: { id }, score }) => [id, score]);
}

function isCopy(one: Article, other: Article): boolean {
  return one.title === other.title && one.text === other.text;
}

function related(
  articles: readonly Article[],
  current: Article,
  limit: number,
): [id: string, score: number][] {
  const ranked = createRanker(articles).related(current, { limit });
  return ranked.map(({ article: { id }, score }) => [id, score]);
}

/** Each list's ids, and its scores but for the last digit, which may be rounded either way. */
function assertSame(actual: [string, number][], expected: [string, number][]): void {
  assert.deepEqual(
    actual.map(([id]) => id),
    expected.map(([id]) => id),
  );
  actual.forEach(([, score], at) => {
    assert.ok(Math.abs(score - (expected[at]?.[1] ?? 0)) < 1.5e-6, `${score} is not ${expected[at]?.[1]}`);
  });
}

const articles = anyArticles({ minLength: 1, maxLength: 50 });

describe('the nearest articles', () => {
  it('are those that one finds by comparing all articles', () => {
    fc.assert(
      fc.property(articles, (list) => {
        const current = { ...list[0]!, text: '' };
        assertSame(related(list, current, 12), weighed(list, current, 12));
      }),
      { numRuns: 200 },
    );
  });

  it('are those that one finds by comparing all articles of a large index', () => {
    let state = 1;
    const random = (below: number): number => {
      state = (state * 1103515245 + 12345) & 0x7fffffff;
      return Math.floor((state / 0x80000000) * below);
    };
    /** About one of forty subjects. */
    const line = (subject: number, length: number): string =>
      Array.from({ length }, () => (random(3) ? `w${random(900)}` : `s${subject * 20 + random(20)}`)).join(
        ' ',
      );
    const many = Array.from({ length: 400 }, (_, at): Article => {
      const subject = random(40);
      const [title, excerpt] = [line(subject, 6), line(subject, 40)];
      return { id: `${at}`, url: `https://site.example/${at}`, title, excerpt, tags: [`t${random(60)}`] };
    });
    for (const current of many.slice(0, 3))
      assertSame(related(many, current, 12), weighed(many, current, 12));
  });

  it('are the same however many questions were asked before', () => {
    fc.assert(
      fc.property(articles, (list) => {
        const ranker = createRanker(list);
        const ask = (): [string, number][] =>
          ranker.related(list[0]!, { limit: 12 }).map(({ article: { id }, score }) => [id, score]);
        const first = ask();
        for (let times = 0; times < 20; times++) assertSame(ask(), first);
      }),
      { numRuns: 50 },
    );
  });

  it('are the same where several questions take turns', () => {
    fc.assert(
      fc.property(articles, (list) => {
        const ranker = new ArticleRanker(list, { stopWords: stopWordsOfAllLanguages() });
        const answers = list.slice(0, 12).map(() => [] as readonly RelatedArticle[]);
        const open = list.slice(0, 12).map((current, at) => ({ at, steps: ranker.steps(current) }));
        while (open.length > 0) {
          for (const question of open.slice()) {
            const step = question.steps.next();
            if (!step.done) continue;
            answers[question.at] = step.value;
            open.splice(open.indexOf(question), 1);
          }
        }
        answers.forEach((answer, at) =>
          assertSame(
            answer.map(({ article: { id }, score }) => [id, score]),
            new ArticleRanker(list, { stopWords: stopWordsOfAllLanguages() })
              .related(list[at]!)
              .map(({ article: { id }, score }) => [id, score]),
          ),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('are found even if hundreds in another language are nearer', () => {
    const list = Array.from({ length: 1000 }, (_, at): Article => {
      const language = at < 997 ? 'en' : 'de';
      // More words of its own make an article less like others.
      const own = Array.from({ length: language === 'en' ? at % 3 : 4 }, (__, word) => `w${at}x${word}`);
      const title = ['Mast Wald Feld', ...own].join(' ');
      return { id: `${at}`, url: `https://site.example/${at}`, title, tags: [], language };
    });
    const ids = createRanker(list)
      .related({ title: 'Mast Wald Feld', language: 'de' }, { minScore: 0 })
      .map(({ article: { id } }) => id);
    assert.deepEqual(ids.toSorted(), ['997', '998', '999']);
  });
});
