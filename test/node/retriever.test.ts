import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import MiniSearch from 'minisearch';
import type { Article } from '../../src/article.js';
import { createRanker } from '../../src/ranking/create-ranker.js';
import { stopWordsOfAllLanguages } from '../../src/ranking/stop-words.js';
import { CandidateRetriever } from '../../src/ranking/candidate-retriever.js';
import { PostingsRetriever } from '../../src/ranking/postings-retriever.js';
import type { IndexOptions } from '../../src/ranking/analyzed-index.js';
import { ArticleRanker } from '../../src/ranking/ranker.js';
import { anyArticles } from './any-articles.js';

const articles = anyArticles({ minLength: 2, maxLength: 60 });

/** What a ranker answers for the first article: ids and scores. */
function answers(ranker: ArticleRanker, current: Article): string[] {
  return ranker
    .related(current, { limit: 20, minScore: 0 })
    .map(({ article: { id }, score }) => `${id} ${score.toFixed(5)}`);
}

function rankerOf(list: readonly Article[], options: Partial<IndexOptions> = {}): ArticleRanker {
  return new ArticleRanker(list, { stopWords: stopWordsOfAllLanguages(), language: 'de', ...options });
}

describe('the retrievers', () => {
  it('give the same lists from the terms of one question, from all terms, from postings and from candidates', () => {
    fc.assert(
      fc.property(articles, (list) => {
        const current = list[0]!;
        const [page, full] = [rankerOf(list), rankerOf(list)];
        const first = answers(page, current);
        // From some questions on a ranker has an index of all terms.
        for (let time = 0; time < 12; time++) full.related(list[1]!);
        assert.deepEqual(answers(full, current), first);
        const postings = rankerOf(list, {
          retriever: (count, articleAt) => new PostingsRetriever(count, articleAt),
        });
        assert.deepEqual(answers(postings, current), first);
        const candidates = rankerOf(list, { retriever: (...index) => new CandidateRetriever(...index) });
        assert.deepEqual(answers(candidates, current), first);
      }),
      { numRuns: 100 },
    );
  });

  it('find nothing if MiniSearch finds nothing', (context) => {
    const list = ['a', 'b', 'c'].map((id) => ({
      id,
      url: `https://site.example/${id}`,
      title: 'Ein Mast im Wald',
      tags: ['Netz'],
    }));
    assert.equal(createRanker(list).related('a').length, 2);
    context.mock.method(MiniSearch.prototype, 'search', () => []);
    const ranker = createRanker(list);
    for (let time = 0; time < 12; time++) assert.deepEqual(ranker.related('a'), []);
  });
});
