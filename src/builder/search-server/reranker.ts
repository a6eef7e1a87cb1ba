import type { Article } from '../../article.js';
import { type AnalyzedArticle, Analyzer, type RankedText } from '../../ranking/analysis.js';
import { CandidateRetriever } from '../../ranking/candidate-retriever.js';
import { ArticleRanker } from '../../ranking/ranker.js';
import { stopWordsOfAllLanguages } from '../../ranking/stop-words.js';

/** Articles that are ranked beside each other. */
export interface Pool {
  readonly articles: readonly Article[];
  /** The language (BCP 47) of those that name none. */
  readonly language: string | undefined;
}

/**
 * Ranks the candidates that a search server found. It has all rules of the ranker: eligibility, copies, links, diversity,
 * scores and reasons. How rare a term is comes from the candidates alone, which is about as good as from all articles:
 * bench/search-server.md.
 */
export class CandidateReranker {
  #analyzer = new RememberingAnalyzer();

  /** The ranker of the articles of a pool. It serves one question alone. */
  ranker({ articles, language }: Pool): ArticleRanker {
    if (this.#analyzer.vocabulary.size > MOST_WORDS) this.#analyzer = new RememberingAnalyzer();
    const everyLanguage = stopWordsOfAllLanguages();
    return new ArticleRanker(articles, {
      language,
      stopWords: (named) => everyLanguage(named || language),
      analyzer: this.#analyzer,
      retriever: (...index) => new CandidateRetriever(...index),
    });
  }
}

/** Keeps the words of an article as long as the article itself is: candidates of one article often are those of another. */
class RememberingAnalyzer extends Analyzer {
  readonly #known = new WeakMap<RankedText, AnalyzedArticle>();

  override analyze(article: RankedText, stopWords: ReadonlySet<string>): AnalyzedArticle {
    let analyzed = this.#known.get(article);
    if (!analyzed) this.#known.set(article, (analyzed = super.analyze(article, stopWords)));
    return analyzed;
  }
}

/** How many different words are kept: some 50 MB. */
const MOST_WORDS = 200_000;
