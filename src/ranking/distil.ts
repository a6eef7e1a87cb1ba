import type { Article } from '../article.js';
import { everyLanguage } from './every-language.js';
import { RECIPE } from './recipe.js';
import { type IndexedDocument, TermIndex } from './term-index.js';
import { checkArticles, checkOptions } from './validation.js';

/**
 * Articles without their texts, but with the strongest key terms of these, the strongest first: what an index needs
 * to be ranked nearly as well at a tenth of the bytes. A term is a word, or two neighbouring words with a space
 * between, as the ranker spells them; terms that a single article holds are left out, since they relate nothing.
 *
 * @param options.terms how many terms an article keeps at most: a whole number above 0. Default 32
 * @param options.language the language (BCP 47) of articles that name none
 * @throws TypeError where `articles` is not a list of articles, or an option is out of its range
 */
export function distil(
  articles: readonly Article[],
  options: { readonly terms?: number; readonly language?: string } = {},
): Article[] {
  checkArticles(articles);
  checkOptions('distil', options);
  const { terms: most = DEFAULT_TERMS, language } = options;
  const index = new TermIndex(articles, (article) => everyLanguage(article.language ?? language), RECIPE);
  return articles.map(({ text, ...article }, position) => {
    return text ? { ...article, terms: strongest(index.document(position), index).slice(0, most) } : article;
  });
}

const DEFAULT_TERMS = 32;

function strongest({ vector }: IndexedDocument, index: TermIndex): string[] {
  return Array.from(vector.terms, (term, at) => ({ term, weight: vector.weights[at] ?? 0 }))
    .filter(({ term }) => index.frequency(term) > 1 && !index.name(term).startsWith('#'))
    .sort((a, b) => b.weight - a.weight || a.term - b.term)
    .map(({ term }) => index.name(term));
}
