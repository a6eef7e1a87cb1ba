import type { Article } from '../article.js';
import { isWord, tokensOf } from './analysis.js';
import { LISTED_LANGUAGES, type StopWords, stopWordsOfAllLanguages } from './stop-words.js';

/**
 * The stop words of all languages that have a list; for articles that name no language, those of the one given, else of
 * the one that their words look like.
 */
export function stopWordsFor(articles: readonly Article[], language?: string): StopWords {
  let guess: string | undefined;
  const everyLanguage = stopWordsOfAllLanguages();
  return (named) => everyLanguage(named || language || (guess ??= guessLanguage(articles) ?? 'und'));
}

/**
 * The language of articles by their words: the one whose stop words make most of them, of those that have a list;
 * undefined where none fits well. On 19 sets of articles the right one's stop words make 0.29 of a text or more, the
 * next one's half as many at most, and in languages without a list the best one's 0.12.
 */
function guessLanguage(articles: readonly Article[]): string | undefined {
  const step = Math.max(1, Math.floor(articles.length / SAMPLE));
  const words = articles
    .filter((_, at) => at % step === 0)
    .flatMap(({ title, excerpt = '', text }) =>
      tokensOf(`${title}\n${(text || excerpt).slice(0, CHARACTERS)}`),
    )
    .filter(isWord);
  const everyLanguage = stopWordsOfAllLanguages();
  const shares = LISTED_LANGUAGES.map((language) => {
    const stopWords = everyLanguage(language);
    return { language, share: words.filter((word) => stopWords.has(word)).length / words.length };
  });
  const [best, second] = shares.sort((a, b) => b.share - a.share);
  return best && best.share >= LEAST && best.share >= MARGIN * (second?.share ?? 0)
    ? best.language
    : undefined;
}

/** Articles that are read, and UTF-16 units of each. */
const SAMPLE = 50;
const CHARACTERS = 500;
/** The share of words that a language's stop words make at least, and how many times the next one's. */
const LEAST = 0.15;
const MARGIN = 1.2;
