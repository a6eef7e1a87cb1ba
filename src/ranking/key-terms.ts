import type { Article } from '../article.js';
import {
  type AnalyzedArticle,
  Analyzer,
  isUnspaced,
  type Passage,
  termFrequencies,
  termsOf,
  tokensOf,
} from './analysis.js';
import { inverseDocumentFrequency } from './retriever.js';
import { stopWordsFor } from './stop-words.js';
import { checkArticles, checkOptions } from './validation.js';
import { bigram, isBigram, SENTENCE_END, type Term, type Vocabulary } from './vocabulary.js';

/**
 * Replaces the texts of articles by their strongest key terms, the strongest first. Such an index is ranked nearly as
 * well, at a tenth of the bytes. A key term is a word, or two or three neighbouring words with spaces between, in lower
 * case; in scripts without spaces it is some neighbouring characters. Stop words are left out, and so are terms that a
 * single article holds, since they relate nothing.
 *
 * @param options.terms how many terms an article keeps at most: a whole number above 0. Default 32
 * @param options.language the language (BCP 47) of articles that name none
 * @throws TypeError if `articles` is not a list of articles, or if an option is out of its range
 * @example
 * const [first] = extractKeyTerms(articles, { terms: 32, language: 'de' });
 * first.terms; // ['open ran', 'bundesnetzagentur', …]
 */
export function extractKeyTerms(
  articles: readonly Article[],
  options: { readonly terms?: number | undefined; readonly language?: string | undefined } = {},
): Article[] {
  checkArticles('extractKeyTerms', articles);
  checkOptions('extractKeyTerms', options);
  const { terms: most = 32, language } = options;
  const stopWords = stopWordsFor(articles, language);
  const analyzer = new Analyzer();
  const { vocabulary } = analyzer;
  const held = new Map<Term, number>();
  const heldInTitles = new Map<Term, number>();
  const analyzed = articles.map((article) => {
    const one = analyzer.analyze(article, stopWords(article.language));
    for (const term of termFrequencies(one).keys()) held.set(term, (held.get(term) ?? 0) + 1);
    for (const term of termsOf(one.title)) heldInTitles.set(term, (heldInTitles.get(term) ?? 0) + 1);
    return one;
  });
  return articles.map(({ text, ...article }, at) => {
    if (!text) return article;
    const one = analyzed[at]!;
    const ownTitle = termsOf(one.title);
    const gains = new Map<Term, number>();
    for (const [term, times] of termFrequencies(one)) {
      const holders = held.get(term) ?? 0;
      if (holders < 2 || one.tags.has(term)) continue;
      const weight = Math.log(1 + times) * inverseDocumentFrequency(articles.length, holders) ** 2;
      const isInOtherTitle = (heldInTitles.get(term) ?? 0) > Number(ownTitle.has(term));
      gains.set(term, weight ** 2 * (isInOtherTitle ? TITLED : 1) * (isBigram(term) ? BIGRAM : 1));
    }
    const whole = `${article.title}\n\n${article.tags.join(' | ')}\n\n${text}`;
    const ownStopWords = stopWords(article.language);
    const asWritten = spellings(whole, (token) => analyzer.wordsOf(token, ownStopWords));
    const phrases = keyTerms(one, gains, most, vocabulary);
    return { ...article, terms: phrases.map((phrase) => written(phrase, asWritten, vocabulary)) };
  });
}

/**
 * The words and phrases that hold most of an article's weight. They are chosen one by one; each is the phrase that adds
 * most to those before it. This greedy choice is nearly as good as the best one (Nemhauser, Wolsey and Fisher, "An
 * analysis of approximations for maximizing submodular set functions", 1978).
 *
 * @param gains what each term adds: the square of its weight. Terms that were chosen are deleted from it
 * @returns the words of each phrase
 */
function keyTerms(
  { text, title, tagWords }: AnalyzedArticle,
  gains: Map<Term, number>,
  most: number,
  vocabulary: Vocabulary,
): Passage[] {
  const gain = (terms: Iterable<Term>): number => {
    let sum = 0;
    for (const term of terms) sum += gains.get(term) ?? 0;
    return sum;
  };
  const phrases = [text, title, tagWords].flatMap((passage) => phrasesIn(passage, gains, vocabulary));
  const left = [...new Map(phrases.map((phrase) => [phrase.join(' '), phrase])).values()]
    .map((words) => ({ words, terms: termsOf(words), adds: 0 }))
    .map((phrase) => ({ ...phrase, adds: gain(phrase.terms) }))
    .sort((a, b) => b.adds - a.adds)
    .slice(0, Math.max(MOST_PHRASES, 10 * most));
  const chosen: Passage[] = [];
  while (chosen.length < most) {
    let best: (typeof left)[number] | undefined;
    // What a phrase adds never grows, so the search ends at the first one that added less before.
    for (const phrase of left) {
      if (best && phrase.adds <= best.adds) break;
      phrase.adds = gain(phrase.terms);
      if (phrase.adds > (best?.adds ?? 0)) best = phrase;
    }
    if (!best) break;
    chosen.push(best.words);
    for (const term of best.terms) gains.delete(term);
    best.adds = 0;
    left.sort((a, b) => b.adds - a.adds);
  }
  return chosen;
}

/** The words of a passage, and its phrases whose bigrams are all among the terms given. */
function phrasesIn(passage: Passage, terms: ReadonlyMap<Term, number>, vocabulary: Vocabulary): Passage[] {
  return passage.flatMap((first, start) => {
    if (first === SENTENCE_END) return [];
    const found = terms.has(first) ? [[first]] : [];
    const most = isUnspaced(vocabulary.textOf(first)) ? MOST_BIGRAMS : MOST_WORDS;
    for (let end = start + 1; end < start + most; end++) {
      const [before, word] = [passage[end - 1]!, passage[end] ?? SENTENCE_END];
      if (!terms.has(bigram(before, word))) break;
      found.push(passage.slice(start, end + 1));
    }
    return found;
  });
}

/** The first spelling of each word in a text: the word before it was stemmed. */
function spellings(text: string, wordsOf: (token: string) => Passage): ReadonlyMap<Term, string> {
  const known = new Map<Term, string>();
  for (const token of tokensOf(text)) {
    const [word = SENTENCE_END, ...more] = wordsOf(token);
    if (more.length === 0 && !known.has(word)) known.set(word, token);
  }
  return known;
}

/** A phrase as its text has it: with spaces between words, or in a script without spaces with none. */
function written(phrase: Passage, asWritten: ReadonlyMap<Term, string>, vocabulary: Vocabulary): string {
  return phrase.reduce((text, term) => {
    const word = vocabulary.textOf(term);
    const [first, ...rest] = Array.from(word);
    const isOverlapping = isUnspaced(word) && rest.length > 0 && first !== undefined && text.endsWith(first);
    return isOverlapping ? text + rest.join('') : `${text} ${asWritten.get(term) ?? word}`.trimStart();
  }, '');
}

/** The factor for a term that another article has in its title: such a term often is the text of a link. */
const TITLED = 4;
/** The factor for a bigram. */
const BIGRAM = 1.25;
/** How many phrases are compared, many more than are chosen. */
const MOST_PHRASES = 1000;
const MOST_WORDS = 3;
/** Each bigram of characters behind the first brings one more character. */
const MOST_BIGRAMS = 6;
