import type { Article, Reasons } from '../article.js';
import { type RankedText, spelledSentences, tagTerm, words } from './terms.js';

/**
 * Why a candidate is related: the tags it shares with the current article, and the shared terms that weighed most and
 * are fit to show, without those that the tags say already. Fit are
 *
 * - two words that are written with capitals or digits within a sentence, or with a hyphen between: a name (`Open RAN`);
 * - a word of capitals or digits (`ENISA`, `5G`);
 * - a word with a capital within a sentence (in German any noun) that both say more than once, or both in their titles
 *   or tags;
 * - any other word that both have in their titles or tags and say again, but where nouns have capitals.
 *
 * Names come first. All are shown as the candidate writes them, but for what only one of the two joins with a hyphen.
 *
 * @param shared the terms that both hold, the one that weighed most first
 * @param termOf the term that a word is taken for
 */
export function reasons(
  candidate: Article,
  current: RankedText,
  shared: readonly string[],
  termOf: (word: string) => string,
): Reasons {
  const currentTags = new Set(current.tags?.map(tagTerm));
  const tags = candidate.tags.filter((tag) => currentTags.has(tagTerm(tag)));
  const said = new Set(tags.flatMap(words).map(termOf));
  const tried = shared.filter((term) => TELLING.test(term)).slice(0, MOST_TRIED);
  const pairsFirst = [...tried].sort((a, b) => Number(b.includes(' ')) - Number(a.includes(' ')));
  const inCandidate = new Uses(candidate, tried, termOf);
  const inCurrent = new Uses(current, tried, termOf);
  const haveNouns = inCandidate.haveNouns || inCurrent.haveNouns;
  const terms: string[] = [];
  for (const term of pairsFirst) {
    const parts = term.split(' ');
    if (parts.some((part) => said.has(part) || VAGUE.test(part))) continue;
    const [use, other] = [inCandidate.of(term), inCurrent.of(term)];
    const spelling = spellingOf(term, use, other);
    if (!spelling) continue;
    if (!(parts.length > 1 ? isName(spelling, use, other) : isTelling(spelling, use, other, haveNouns)))
      continue;
    for (const part of [...parts, ...words(spelling).map(termOf)]) said.add(part);
    if (terms.push(spelling) === MOST_TERMS) break;
  }
  return { tags, terms };
}

/** Whether two words are a name: each begins with a capital or a digit, and the first is no number. */
function isName(spelling: string, use: Use, other: Use): boolean {
  const isMeant = use.isWithin || other.isWithin || spelling.includes('-');
  return isMeant && spelling.length <= LONGEST && NAME.test(spelling);
}

function isTelling(spelling: string, use: Use, other: Use, haveNouns: boolean): boolean {
  if (ACRONYM.test(spelling)) return true;
  const areRepeated = use.times > 1 && other.times > 1;
  const areHeadlines = use.isInHeadline && other.isInHeadline;
  if ((use.isWithin || other.isWithin) && CAPITAL.test(spelling)) return areRepeated || areHeadlines;
  return areHeadlines && areRepeated && !haveNouns;
}

/**
 * How the candidate spells a term most often, or else the current article: uninflected if one of them does, and without
 * a hyphen that only one of them has.
 */
function spellingOf(term: string, use: Use, other: Use): string | undefined {
  const spellings = [use, other]
    .flatMap((one) => [...one.spellings].sort((a, b) => b[1] - a[1]).map(([spelling]) => spelling))
    .filter((one) => !one.includes('-') || (use.spellings.has(one) && other.spellings.has(one)));
  return spellings.find((spelling) => words(spelling).join(' ') === term) ?? spellings[0];
}

const MOST_TERMS = 3;
/** Terms beyond these weigh too little to be a reason. */
const MOST_TRIED = 24;
/** Characters of a pair with the space between its words. */
const LONGEST = 40;
/** Characters that are read of a text: a regular expression finds no word of a million letters. */
const LONGEST_READ = 100_000;
/** A term worth showing: neither a tag's own term, nor a bare number, nor a single letter. */
const TELLING = /^(?!#)(?=.*\p{L})..+/u;
const CAPITAL = /^\p{Lu}/u;
const NAME = /^(?=\S*\p{L})[\p{Lu}\p{N}]\S*(?: [\p{Lu}\p{N}]\S*)?$/u;
/** A word with a second capital, or with a digit. */
const ACRONYM = /\p{L}.*\p{Lu}|\p{N}/u;
/** Numbers and what they count, which relate nothing. */
const VAGUE =
  /^(?:one|two|three|four|five|six|year|month|day|time|eins|zwei|drei|vier|fuenf|sechs|jahr|monat|tag|meter|prozent|euro)$/;

/** How an article uses a term. */
interface Use {
  /** How it spells it, and how often: what is within a sentence counts more than what stands at its start. */
  readonly spellings: Map<string, number>;
  times: number;
  /** Whether its title or a tag has it. */
  isInHeadline: boolean;
  /** Whether it was met within a sentence, where a capital says something. */
  isWithin: boolean;
}

/** How an article uses some terms. */
class Uses {
  readonly #uses: ReadonlyMap<string, Use>;
  /** What each time in a title counts: it is all that there is to say where there is no text. */
  readonly #headlineTimes: number;
  /** Words within sentences, and those of them with a capital. */
  #within = 0;
  #capitals = 0;

  constructor(
    { title, tags = [], excerpt = '', text = '', terms: keyTerms = [] }: RankedText,
    terms: readonly string[],
    termOf: (word: string) => string,
  ) {
    this.#uses = new Map(terms.map((term) => [term, unused()]));
    this.#headlineTimes = text || excerpt || keyTerms.length > 0 ? 1 : 2;
    const headlines = [title, ...tags];
    // A teaser often is the text's beginning; key terms stand in for a text.
    for (const line of [...headlines, text || excerpt, ...(text ? [] : keyTerms)]) {
      const isHeadline = headlines.includes(line);
      for (const sentence of spelledSentences(line.slice(0, LONGEST_READ)))
        this.#read(sentence, isHeadline, termOf);
    }
  }

  /** Whether nouns are written with capitals, as in German: many more words have one than names alone would. */
  get haveNouns(): boolean {
    return this.#capitals > NOUNS * this.#within;
  }

  of(term: string): Use {
    return this.#uses.get(term) ?? unused();
  }

  #read(
    sentence: readonly (readonly [term: string, spelling: string])[],
    isHeadline: boolean,
    termOf: (word: string) => string,
  ): void {
    let [before, spelledBefore] = ['', ''];
    for (let at = 0; at < sentence.length; at++) {
      const [word, spelling] = sentence[at]!;
      const term = termOf(word);
      if (!isHeadline && at > 0) {
        this.#within++;
        if (CAPITAL.test(spelling)) this.#capitals++;
      }
      this.#count(term, spelling, isHeadline, at > 0);
      const isJoined = spelling === spelledBefore && spelling.includes('-');
      this.#count(
        `${before} ${term}`,
        isJoined ? spelling : `${spelledBefore} ${spelling}`,
        isHeadline,
        at > 1,
      );
      [before, spelledBefore] = [term, spelling];
    }
  }

  #count(term: string, spelling: string, isHeadline: boolean, isInside: boolean): void {
    const use = this.#uses.get(term);
    if (!use) return;
    const isWithin = !isHeadline && isInside;
    const weight = isWithin ? 1 : isHeadline ? HEADLINE : START;
    use.spellings.set(spelling, (use.spellings.get(spelling) ?? 0) + weight);
    use.times += isHeadline ? this.#headlineTimes : 1;
    use.isInHeadline ||= isHeadline;
    use.isWithin ||= isWithin;
  }
}

function unused(): Use {
  return { spellings: new Map(), times: 0, isInHeadline: false, isWithin: false };
}

/** The share of words with capitals above which nouns have them: about a third in German, below a tenth elsewhere. */
const NOUNS = 0.2;
/** What a spelling counts in a title or a tag, where some write every word with a capital; within a sentence: 1. */
const HEADLINE = 0.5;
/** What it counts at a sentence's start, where every word has a capital. */
const START = 0.1;
