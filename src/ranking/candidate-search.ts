import MiniSearch from 'minisearch';
import type { IndexedDocument, TermIndex } from './term-index.js';

/**
 * Finds the few documents that are worth weighing exactly, with MiniSearch: each document stands in its index under
 * the document's strongest terms, its tags, every term of it that stands in some title, and under its own title.
 */
export class CandidateSearch {
  readonly #index: TermIndex;
  /** Whether a term stands in some document's title. */
  readonly #inTitles: Uint8Array;
  readonly #search: MiniSearch<Entry>;

  constructor(index: TermIndex) {
    this.#index = index;
    this.#inTitles = new Uint8Array(index.size);
    const documents = Array.from({ length: index.count }, (_, position) => index.document(position));
    const titles = documents.map(({ title }) => title.terms);
    for (const title of titles) for (const term of title) this.#inTitles[term] = 1;
    const names = (terms: readonly number[]): string[] => terms.map((term) => index.name(term));
    this.#search = new MiniSearch<Entry>({
      fields: ['terms', 'title'],
      // The terms are made already.
      stringifyField: (terms) => terms,
      tokenize: (terms) => terms as unknown as string[],
      processTerm: (term) => term,
    });
    this.#search.addAll(
      documents.map((document, id) => ({
        id,
        terms: names(this.#findable(document)),
        title: names(titles[id] ?? []),
      })),
    );
  }

  /**
   * The positions of documents that share a telling term with one, in no order; where these are fewer than `least`, of
   * those that share a common term too. At most `recipe.matches` of them, or `least` if that is more.
   */
  near(query: IndexedDocument, least: number): number[] {
    const { commonShare, matches } = this.#index.recipe;
    const most = Math.max(FEW, this.#index.count * commonShare);
    const telling = this.#sharing(query, (term) => this.#index.frequency(term) <= most);
    // The document itself may be among them.
    const found = telling.length > least ? telling : [...telling, ...this.#sharing(query, () => true)];
    return [...new Set(found)].slice(0, Math.max(matches, least + 1));
  }

  #sharing(query: IndexedDocument, isTelling: (term: number) => boolean): number[] {
    const { queryTerms, queryTitleTerms } = this.#index.recipe;
    const strongest = this.#strongest(query).filter(isTelling);
    const inTitles = strongest.filter((term) => this.#inTitles[term]).slice(0, queryTitleTerms);
    const own = [...query.title.terms, ...query.document.tags].filter((term) => term >= 0 && isTelling(term));
    const asked = new Set([...strongest.slice(0, queryTerms), ...own]);
    const names = (terms: Iterable<number>): string[] => Array.from(terms, (term) => this.#index.name(term));
    const results = this.#search.search({
      queries: [
        { queries: [''], fields: ['terms'], tokenize: () => names(asked) },
        { queries: [''], fields: ['title'], tokenize: () => names(inTitles) },
      ],
    });
    return results.map(({ id }) => id as number);
  }

  /** The terms that a document is found by: its strongest, all that stand in titles, and its tags. */
  #findable(document: IndexedDocument): number[] {
    const strongest = this.#strongest(document);
    const named = strongest.filter(
      (term, rank) => rank < this.#index.recipe.keyTerms || this.#inTitles[term],
    );
    return [...new Set([...named, ...document.document.tags])];
  }

  #strongest({ vector }: IndexedDocument): number[] {
    return [...zip(vector)].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([term]) => term);
  }
}

interface Entry {
  readonly id: number;
  readonly terms: readonly string[];
  readonly title: readonly string[];
}

/** Articles among which a term is never too common to look for. */
const FEW = 50;

function* zip({ terms, weights }: IndexedDocument['vector']): Generator<[term: number, weight: number]> {
  for (const [at, term] of terms.entries()) yield [term, weights[at] ?? 0];
}
