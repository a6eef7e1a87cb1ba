import { setImmediate } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import type { Article, RelatedArticle } from '../../article.js';
import type { RankedText } from '../../ranking/analysis.js';
import type { RelatedOptions } from '../../ranking/eligibility.js';
import type { ArticleRanker } from '../../ranking/ranker.js';
import { checkArticles, checkUrls } from '../../ranking/validation.js';
import { own } from '../../shared/json.js';
import type { LeftOut } from '../sources/found.js';
import { parseEngine } from './address.js';
import { sendAllChanges } from './bulk.js';
import { type Asked, candidateSearch } from './candidates.js';
import { type ClientOptions, SearchClient } from './client.js';
import { type ArticleDocument, articleOf, keyOf, toDocument } from './document.js';
import { setUpIndex } from './index-setup.js';
import { ANY_LANGUAGE, fieldLanguage } from './mapping.js';
import { CandidateReranker, type Pool } from './reranker.js';
import { searchAll } from './search.js';
import { synchronize, type Synchronized, type SynchronizeOptions } from './synchronize.js';

/** An article of the index with the candidates that the server found for it. */
export interface Retrieved {
  /** Its id in the index. */
  readonly key: string;
  readonly article: Article;
  readonly candidates: readonly Article[];
  /** The article and its candidates. */
  readonly pool: Pool;
}

/** How a search server is asked, and in which language. */
export interface SearchServerOptions extends ClientOptions {
  /** The language (BCP 47) of articles that name none. */
  readonly language?: string | undefined;
}

/**
 * Articles in an index of OpenSearch or Elasticsearch. The server finds candidates by text and tags; the ranker of this
 * package orders them. So a site may have more articles than fit into one process.
 */
export class SearchServer {
  /** The address of the index: `https://search.example:9200/articles`. */
  readonly address: string;
  readonly #client: SearchClient;
  readonly #index: string;
  readonly #language: string | undefined;
  readonly #reranker = new CandidateReranker();
  /** Candidates that were met lately, by their ids in the index. */
  readonly #met = new Map<string, MetArticle>();

  /**
   * Names the index. Nothing is asked of the server yet.
   *
   * @param address `opensearch:https://host:9200/INDEX` or `elasticsearch:https://host:9200/INDEX`
   * @throws BuildError if the address can't be read
   * @example const server = new SearchServer('opensearch:https://search.example:9200/articles');
   */
  constructor(address: string, options: SearchServerOptions = {}) {
    const { server, index } = parseEngine(address);
    this.#client = new SearchClient(server, options);
    this.address = `${server}/${index}`;
    this.#index = index;
    this.#language = options.language;
  }

  /**
   * Makes the index hold these articles and no others. It sends only new and changed ones, and makes the index if it is
   * missing.
   *
   * @throws BuildError if the server can't be reached, refuses the work, or has another index of that name
   */
  async synchronize(
    articles: Iterable<Article> | AsyncIterable<Article>,
    options: SynchronizeOptions = {},
  ): Promise<Synchronized> {
    await setUpIndex(this.#client, this.#index);
    return synchronize(this.#client, this.#index, articles, { language: this.#language, ...options });
  }

  /**
   * Adds articles to the index, in place of those with the same URLs, and keeps all others: for a service that is told
   * what is published. It makes the index if it is missing. Searches find the articles as soon as it is done.
   *
   * @returns the articles that the server refused
   * @throws TypeError that names the first one that is not an article; BuildError as `synchronize`
   * @example await server.put([{ id: '17', url: 'https://site.example/open-ran/', title: 'Open RAN', text: '…', tags: ['5G'] }]);
   */
  async put(articles: readonly Article[]): Promise<readonly LeftOut[]> {
    checkArticles('put', articles);
    await setUpIndex(this.#client, this.#index);
    const changes = articles.map((article) => {
      const document = toDocument(article, this.#language);
      return { key: document.key, document };
    });
    return sendAllChanges(this.#client, this.#index, changes);
  }

  /**
   * Removes articles from the index.
   *
   * @param urls their URLs, in any of the forms that mean their pages; one that the index does not hold is passed over
   * @throws TypeError if they are not a list of texts; BuildError if the server can't be reached, refuses the work, or
   *   has no such index
   */
  async delete(urls: readonly string[]): Promise<void> {
    checkUrls('delete', urls);
    const changes = urls.map((url) => ({ key: keyOf(url), document: undefined }));
    await sendAllChanges(this.#client, this.#index, changes);
  }

  /** The article with a URL, in any of the forms that mean its page; undefined if the index has none. */
  async article(url: string): Promise<Article | undefined> {
    const [document] = await this.#documents([keyOf(url)]);
    return document && articleOf(document);
  }

  /**
   * The articles that are related to one article, by the rules of `createRanker`.
   *
   * @param article an article, or the URL of one in the index. An object need not be in the index; a title is enough
   * @throws TypeError if no article of the index has the URL
   */
  async related(article: RankedText | string, options: RelatedOptions = {}): Promise<RelatedArticle[]> {
    if (typeof article !== 'string') {
      const field = fieldLanguage(article.language ?? this.#language);
      return this.#related({ article: asArticle(article), key: undefined, field }, options);
    }
    const [document] = await this.#documents([keyOf(article)]);
    if (!document) throw new TypeError(`related-articles: no article has the URL ${JSON.stringify(article)}`);
    return this.#related(this.#asked(document), options);
  }

  /**
   * Retrieves the candidates of articles of the index, in the order of their ids. The next candidates are on their way
   * while the last ones are worked on.
   *
   * @param keys their ids in the index, taken a few at a time; one that the index does not hold is passed over
   */
  async *retrieve(keys: Iterable<string>): AsyncGenerator<Retrieved> {
    const iterator = keys[Symbol.iterator]();
    let next = this.#retrieved(taken(iterator, AT_A_TIME));
    for (;;) {
      const retrieved = await next;
      if (!retrieved) return;
      next = this.#retrieved(taken(iterator, AT_A_TIME));
      // Who stops before the end waits for no answer.
      next.catch(() => {});
      for (const each of retrieved) {
        yield each;
        // Ranking takes no turns, so answers that came meanwhile are read between two articles.
        await setImmediate();
      }
    }
  }

  /** The ranker of an article and its candidates. It serves one question alone. */
  ranker(pool: Pool): ArticleRanker {
    return this.#reranker.ranker(pool);
  }

  async #related(asked: Asked, options: RelatedOptions): Promise<RelatedArticle[]> {
    const { article } = asked;
    const named = [...(options.pinned ?? []), ...(article.related ?? [])];
    const [[found = []], pins] = await Promise.all([
      this.#candidates([asked], options),
      this.#documents(named.map(keyOf)),
    ]);
    const others = pins.flatMap((document) => (document ? this.#articleOf(document) : []));
    const articles = [...new Set([article, ...found, ...others])];
    return this.ranker({ articles, language: languageOf(asked) }).related(article, options);
  }

  /** The candidates of a few articles; undefined if there are no more articles. */
  async #retrieved(keys: readonly string[]): Promise<Retrieved[] | undefined> {
    if (keys.length === 0) return undefined;
    const documents = await this.#documents(keys);
    const stored = documents.flatMap((document) => (document ? this.#asked(document) : []));
    // What editors chose comes first, whether the server finds it or not.
    const chosen = stored.map(({ article }) => (article.related ?? []).map(keyOf));
    const [candidates, others] = await Promise.all([
      this.#candidates(stored, {}),
      this.#documents([...new Set(chosen.flat())]),
    ]);
    const known = new Map(others.map((document) => [document?.key, document]));
    return stored.map((each, at) => {
      const { key, article } = each;
      const choice = chosen[at]!.flatMap((other) => {
        const document = known.get(other);
        return document ? this.#articleOf(document) : [];
      });
      const articles = [...new Set([article, ...candidates[at]!, ...choice])];
      return { key, article, candidates: candidates[at]!, pool: { articles, language: languageOf(each) } };
    });
  }

  /** The candidates of some articles, for each of them in the order of the server. */
  async #candidates(asked: readonly Asked[], options: RelatedOptions): Promise<Article[][]> {
    const searches = asked.map((each) => candidateSearch(this.#index, each, options));
    const found = await searchAll(this.#client, this.#index, searches);
    const articles = new Map<string, Article>();
    const missing = new Set<string>();
    for (const { key, print } of found.flat()) {
      const known = this.#met.get(key);
      if (known?.print === print) articles.set(key, this.#meet(key, known));
      else missing.add(key);
    }
    for (const document of await this.#documents([...missing]))
      if (document) articles.set(document.key, this.#articleOf(document));
    return found.map((hits) => hits.flatMap(({ key }) => articles.get(key) ?? []));
  }

  /** The documents with some ids, in their order; undefined for those that the index does not hold. */
  async #documents(keys: readonly string[]): Promise<(ArticleDocument | undefined)[]> {
    if (keys.length === 0) return [];
    const answer = await this.#client.ask('POST', `/${this.#index}/_mget`, { ids: keys });
    const found = own(answer, 'docs') as readonly { readonly _source?: ArticleDocument }[];
    return found.map(({ _source: document }) => document);
  }

  #asked(document: ArticleDocument): Stored {
    return { article: this.#articleOf(document), key: document.key, field: document.field };
  }

  /** The article of a document. One that was met lately is the same object, so that it need not be analyzed again. */
  #articleOf(document: ArticleDocument): Article {
    const { key, print } = document;
    const known = this.#met.get(key);
    return this.#meet(key, known?.print === print ? known : { print, article: articleOf(document) });
  }

  /** Keeps an article for a while. The one that was met last is forgotten last. */
  #meet(key: string, met: MetArticle): Article {
    this.#met.delete(key);
    this.#met.set(key, met);
    if (this.#met.size > MOST_MET) this.#met.delete(this.#met.keys().next().value!);
    return met.article;
  }
}

/** An article that was fetched, with its fingerprint. */
interface MetArticle {
  readonly print: string;
  readonly article: Article;
}

/** An article of the index that is asked about. */
interface Stored extends Asked {
  readonly article: Article;
  readonly key: string;
}

/** The next values of an iterator, at most so many. */
function taken<Value>(iterator: Iterator<Value>, count: number): Value[] {
  const values: Value[] = [];
  while (values.length < count) {
    const { done, value } = iterator.next();
    if (done) break;
    values.push(value);
  }
  return values;
}

/** The language of articles that name none, among those that are analyzed in the language of an article's fields. */
function languageOf({ field }: Asked): string | undefined {
  return field === ANY_LANGUAGE ? undefined : field;
}

/** A text as one of the articles that a ranker has. Its address may be missing. */
function asArticle(text: RankedText): Article {
  return { ...text, id: text.id ?? text.url ?? CURRENT, url: text.url ?? '', tags: text.tags ?? [] };
}

/** The id of an article that has none, while related ones are looked for. */
const CURRENT = 'related-articles:current';
/** How many articles are asked for in one request. */
const AT_A_TIME = 8;
/** About how much memory an article takes with its words. */
const BYTES_OF_ARTICLE = 18_000;
/**
 * How many articles are kept, with their words: as many as a fifth of the heap holds. With fewer of them more candidates
 * are fetched and analyzed again. From 15,000 on, that hardly happens.
 */
const MOST_MET = Math.min(15_000, Math.floor(getHeapStatistics().heap_size_limit / 5 / BYTES_OF_ARTICLE));
