import type { Article, Series } from '../article.js';
import { definedOnly } from '../shared/json.js';
import { isSameLanguage } from '../shared/language.js';
import type { Steps } from '../shared/time-slicing.js';
import { type AnalyzedArticle, Analyzer, type Passage, type RankedText } from './analysis.js';
import { identityKey, keySet, positionsByKey } from './identity.js';
import { LinkGraph } from './link-graph.js';
import { MiniSearchRetriever } from './minisearch-retriever.js';
import { type Question, questionOf, type Retriever } from './retriever.js';
import { tagTerm } from './spelling.js';
import type { StopWords } from './stop-words.js';
import type { Vocabulary } from './vocabulary.js';

/** How an index is analyzed. */
export interface IndexOptions {
  /** The language (BCP 47) of articles that name none. */
  readonly language?: string | undefined;
  readonly stopWords: StopWords;
  /**
   * Makes the retriever when the first question is asked. Default: MiniSearch, with an index of the question's terms alone
   * for the first 8 questions.
   */
  readonly retriever?: (
    count: number,
    articleAt: (position: number) => AnalyzedArticle,
    question: Question,
  ) => Retriever;
  /** Reads the articles. Default: one for this index alone. */
  readonly analyzer?: Analyzer;
}

/**
 * The articles of one index with their words and links, each read when it is first needed. An article is named by its
 * position: its place in the list, from 0.
 */
export class AnalyzedIndex {
  readonly articles: readonly Article[];
  readonly #options: IndexOptions;
  readonly #analyzer: Analyzer;
  readonly #analyzed = new Map<number, AnalyzedArticle>();
  /** The language of a current article that names none; undefined if no article is in the language given. */
  readonly #language: string | undefined;
  #positions: ReadonlyMap<string, number> | undefined;
  #links: LinkGraph | undefined;
  #series: Map<string, readonly number[]> | undefined;
  #retriever: Retriever | undefined;
  #questions = 0;

  constructor(articles: readonly Article[], options: IndexOptions) {
    this.articles = articles;
    this.#options = options;
    this.#analyzer = options.analyzer ?? new Analyzer();
    this.#language = articles.some(({ language }) => isSameLanguage(language, options.language))
      ? options.language
      : undefined;
  }

  /** The texts of the terms. */
  get vocabulary(): Vocabulary {
    return this.#analyzer.vocabulary;
  }

  /** An article as words. It is kept, since a candidate of one question often is one of another. */
  analyzed(position: number): AnalyzedArticle {
    let analyzed = this.#analyzed.get(position);
    if (!analyzed) {
      analyzed = this.#analyze(this.articles[position]!);
      this.#analyzed.set(position, analyzed);
    }
    return analyzed;
  }

  /** The words of a token in a text of some language. */
  wordsOf(token: string, language: string | undefined): Passage {
    return this.#analyzer.wordsOf(token, this.#stopWords(language));
  }

  /** A text with what only the index says of the article, and with the language that it counts as. */
  *inContext(current: RankedText): Steps<RankedText> {
    const entry = this.articles[(yield* this.#positionOf(current)) ?? -1];
    const { related, exclude, series, section, author } = { ...entry, ...current };
    const language = current.language ?? this.#language;
    return { ...current, ...definedOnly({ related, exclude, series, section, author }), language };
  }

  /** A test of articles as one of positions. */
  atPosition(test: (article: Article) => boolean): (position: number) => boolean {
    return (position) => test(this.articles[position]!);
  }

  /** The words of an article for which related ones are looked for. */
  *question(current: RankedText): Steps<Question> {
    const position = yield* this.#positionOf(current);
    const entry = position === undefined ? undefined : this.analyzed(position);
    const isEntry = position !== undefined && this.articles[position] === current;
    return questionOf(isEntry ? entry! : this.#analyze(current), entry, this.vocabulary);
  }

  /** The first questions each get an index of their own terms alone; later ones share an index of all terms. */
  *retriever(question: Question): Steps<Retriever> {
    if (this.#retriever) return this.#retriever;
    const { length } = this.articles;
    const { retriever } = this.#options;
    // Whoever names a retriever asks about all articles.
    if (retriever)
      return (this.#retriever = retriever(length, (position) => this.analyzed(position), question));
    const alone = ++this.#questions <= FIRST_QUESTIONS ? question : undefined;
    const made = yield* MiniSearchRetriever.of(
      length,
      (position) => this.#analyze(this.articles[position]!),
      this.vocabulary,
      alone,
    );
    if (!alone) this.#retriever = made;
    return made;
  }

  /** The links among all articles; undefined if no article has any. */
  *links(): Steps<LinkGraph | undefined> {
    if (!this.articles.some(({ links }) => links)) return undefined;
    return (this.#links ??= yield* LinkGraph.read(this.articles, yield* this.#positionsByKey()));
  }

  /** The positions of the parts of a series. */
  partsOf(series: Series): readonly number[] {
    if (!this.#series) {
      this.#series = new Map();
      for (const [position, { series: own }] of this.articles.entries()) {
        if (!own) continue;
        const name = tagTerm(own.name);
        this.#series.set(name, [...(this.#series.get(name) ?? []), position]);
      }
    }
    return this.#series.get(tagTerm(series.name)) ?? [];
  }

  /** The position of the article with an id or URL; undefined if there is none. */
  *position(idOrUrl: string): Steps<number | undefined> {
    if (!idOrUrl) return undefined;
    const byId = this.articles.findIndex(({ id }) => id === idOrUrl);
    if (byId >= 0) return byId;
    const byUrl = this.articles.findIndex(({ url }) => url === idOrUrl);
    return byUrl >= 0 ? byUrl : (yield* this.#positionsByKey()).get(identityKey(idOrUrl));
  }

  /** The positions that an article has in the index: several if that holds it under several addresses. */
  *positionsOf({ id, url }: RankedText): Steps<number[]> {
    const positions = yield* this.#positionsByKey();
    return [...new Set([...keySet([id, url])].flatMap((key) => positions.get(key) ?? []))];
  }

  /**
   * The article that is meant.
   *
   * @throws TypeError if no article has the id or URL
   */
  *find(article: RankedText | string): Steps<RankedText> {
    if (typeof article !== 'string') return article;
    const position = yield* this.position(article);
    if (position !== undefined) return this.articles[position]!;
    throw new TypeError(`related-articles: no article has the id or URL ${JSON.stringify(article)}`);
  }

  #analyze(article: RankedText): AnalyzedArticle {
    return this.#analyzer.analyze(article, this.#stopWords(article.language));
  }

  #stopWords(language: string | undefined): ReadonlySet<string> {
    return this.#options.stopWords(language || this.#options.language);
  }

  /** The position of the current article; undefined if the index does not hold it. */
  *#positionOf(current: RankedText): Steps<number | undefined> {
    const { id = '', url = '' } = current;
    const known = this.articles.indexOf(current as Article);
    return known < 0 ? ((yield* this.position(id)) ?? (yield* this.position(url))) : known;
  }

  /** Most questions name what is found without. */
  *#positionsByKey(): Steps<ReadonlyMap<string, number>> {
    return (this.#positions ??= yield* positionsByKey(this.articles));
  }
}

/** How many questions get an index of their own: an index of all terms takes as long to make as about ten of these. */
const FIRST_QUESTIONS = 8;
