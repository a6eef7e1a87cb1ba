import type { Article } from '../article.js';
import { everyLanguage } from './every-language.js';
import { keyTerms } from './key-terms.js';
import { RECIPE } from './recipe.js';
import { finished } from '../steps.js';
import { TermIndex } from './term-index.js';
import { checkArticles, checkOptions } from './validation.js';

/**
 * Articles without their texts, but with the strongest key terms of these, the strongest first: what an index needs
 * to be ranked nearly as well at a tenth of the bytes. A term is a word, or two or three neighbouring words with spaces
 * between, as the ranker spells them; what a single article holds is left out, since it relates nothing.
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
  const index = finished(TermIndex.of(articles, RECIPE, everyLanguage, language));
  return withKeyTerms(articles, index, most);
}

/** The same where the articles' term index is at hand. */
export function withKeyTerms(articles: readonly Article[], index: TermIndex, most: number): Article[] {
  return articles.map(({ text, ...article }, position) => {
    return text ? { ...article, terms: keyTerms(index.document(position), index, most) } : article;
  });
}

const DEFAULT_TERMS = 32;
