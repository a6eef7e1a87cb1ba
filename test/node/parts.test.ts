import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Article } from '../../src/article.js';
import { createRanker } from '../../src/ranking/create-ranker.js';
import { RECIPE } from '../../src/ranking/recipe.js';
import { sentences, tagTerm } from '../../src/ranking/terms.js';

/** Words and pairs of one passage: each sentence's words, then each two that stand side by side in it. */
function termsOf(passage: string[][]): string[] {
  const pairs = passage.map((sentence) => sentence.slice(1).map((word, at) => `${sentence[at]} ${word}`));
  return [...passage.flat(), ...pairs.flat()];
}

/** The terms of an article's fields, by the plain reading of the recipe. */
function fieldsOf({ title, text, excerpt, tags, terms = [] }: Article) {
  const passages = sentences(text || excerpt || '');
  const opening: string[][] = [];
  let left = RECIPE.openingWords;
  for (const sentence of passages) {
    opening.push(sentence.slice(0, left));
    left -= opening.at(-1)?.length ?? 0;
  }
  return {
    text: termsOf(passages),
    opening: termsOf(opening),
    title: termsOf(sentences(title)),
    tags: [...tags.flatMap((tag) => termsOf(sentences(tag))), ...new Set(tags.map(tagTerm))],
    keyTerms: text ? [] : terms.map((term) => sentences(term).flat()),
  };
}

/** The parts of every article's score with a current one that are sums over terms, as slowly as they are said. */
function slowParts(articles: Article[], position: number) {
  const fields = articles.map(fieldsOf);
  const held = fields.map(
    ({ text, title, tags, keyTerms }) =>
      new Set([...text, ...title, ...tags, ...keyTerms.flatMap((words) => termsOf([words]))]),
  );
  const frequency = (term: string): number => held.filter((terms) => terms.has(term)).length;
  // A pair that one article holds is no term.
  const isTerm = (term: string): boolean => frequency(term) > (/^[^#].* /.test(term) ? 1 : 0);
  const idf = (term: string): number =>
    1 + Math.log((articles.length + 1) / ((isTerm(term) ? frequency(term) : 1) + 1));
  const weight = (term: string): number =>
    idf(term) ** RECIPE.idfPower * (frequency(term) > 1 ? 1 : RECIPE.solitary);
  const titleWeight = (term: string): number => idf(term) ** RECIPE.titleIdfPower;
  const weighted = (counted: [terms: string[], times: number][]): Map<string, number> => {
    const times = new Map<string, number>();
    for (const [terms, each] of counted) {
      for (const term of terms) if (isTerm(term)) times.set(term, (times.get(term) ?? 0) + each);
    }
    return new Map(Array.from(times, ([term, count]) => [term, Math.log(1 + count) * weight(term)]));
  };
  const vectors = fields.map(({ text, opening, title, tags, keyTerms }) => {
    const terms = keyTerms.map((words, rank): [string[], number] => [
      termsOf([words]),
      1 + 4 / (1 + rank / 8),
    ]);
    const whole = weighted([[text, 1], [title, RECIPE.titleTimes], [tags, RECIPE.tagTimes], ...terms]);
    const first = weighted([[opening, 1]]);
    const scale = (RECIPE.opening * length(whole)) / (length(first) || 1);
    for (const [term, one] of first) whole.set(term, (whole.get(term) ?? 0) + scale * one);
    const all = length(whole) || 1;
    return new Map(Array.from(whole, ([term, one]) => [term, one / all]));
  });
  const sums = new Map<string, number>();
  for (const vector of vectors) for (const [term, one] of vector) sums.set(term, (sums.get(term) ?? 0) + one);
  const share = (title: string[], holder: Map<string, number>): number => {
    // Pairs that are no terms count one by one.
    const terms = [...new Set(title.filter(isTerm)), ...title.filter((term) => !isTerm(term))];
    const all = terms.reduce((sum, term) => sum + titleWeight(term), 0);
    const known = terms.filter((term) => isTerm(term) && holder.has(term));
    return known.reduce((sum, term) => sum + titleWeight(term), 0) / (all || 1);
  };
  const [current, own] = [vectors[position]!, fields[position]!];
  return articles.map((_, at) => ({
    cosine: dot(current, vectors[at]!),
    ownTitle: share(own.title, vectors[at]!),
    otherTitle: share(fields[at]!.title, current),
    centrality: dot(vectors[at]!, sums) / (length(sums) || 1),
  }));
}

function dot(one: Map<string, number>, other: Map<string, number>): number {
  return Array.from(one).reduce((sum, [term, weight]) => sum + weight * (other.get(term) ?? 0), 0);
}

function length(vector: Map<string, number>): number {
  return Math.sqrt(dot(vector, vector));
}

describe('the parts of a score', () => {
  it('are those that one gets by following the recipe word by word', () => {
    const words = 'Netz Mast Wald Feld Funk Turm Weg Führer'.split(' ');
    const line = fc.array(fc.constantFrom(...words, ...words, '.'), { maxLength: 12 });
    // A title in one sentence: what parts two counts as a pair that is no term.
    const title = fc.array(fc.constantFrom(...words), { maxLength: 5 });
    const article = fc.record(
      {
        title: title.map((list) => list.join(' ')),
        text: fc
          .oneof(line, fc.array(fc.constantFrom(...words), { minLength: 85, maxLength: 90 }))
          .map((list) => list.join(' ')),
        excerpt: line.map((list) => list.join(' ')),
        tags: fc.uniqueArray(fc.constantFrom('Netz', 'netz', 'Mast im Wald', 'x'), { maxLength: 3 }),
        terms: fc.uniqueArray(fc.constantFrom('netz', 'mast wald', 'feld', 'funk turm'), { maxLength: 4 }),
      },
      { requiredKeys: ['title', 'tags'] },
    );
    const list = fc.array(article, { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(list, (members) => {
        const articles = members.map((one, at): Article => ({
          ...one,
          id: `${at}`,
          url: `https://site.example/${at}`,
        }));
        const ranker = createRanker(articles);
        const slow = slowParts(articles, 0);
        articles.forEach((other, at) => {
          const { parts } = ranker.explain('0', other);
          for (const [name, value] of Object.entries(slow[at]!)) {
            const found = parts[name as keyof typeof parts];
            assert.ok(Math.abs(found - value) < 1e-5, `${name} of ${at}: ${found} is not ${value}`);
          }
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('a tag that no article of the index has', () => {
  it('counts once, however often and in however many spellings the current article has it', () => {
    const url = 'https://site.example/mast';
    const ranker = createRanker([{ id: url, url, title: 'Ein Mast', tags: ['Netz'] }]);
    const share = (tags: string[]): number =>
      ranker.explain({ title: 'Noch ein Mast', tags }, url).parts.tags;
    assert.equal(share(['Netz', 'Wald', 'wald', 'Wald']), share(['Netz', 'Wald']));
    assert.ok(share(['Netz', 'Wald', 'Feld']) < share(['Netz', 'Wald']), 'two tags count more than one');
  });
});
