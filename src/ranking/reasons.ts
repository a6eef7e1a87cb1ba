import type { Article, Reasons } from '../article.js';
import { type RankedText, spelledSentences, tagTerm, words } from './terms.js';

/**
 * Why a candidate is related: the tags it shares with the current article, and the shared terms that weighed most and
 * are fit to show, without those that the tags say already. Fit are
 *
 * - two words that the candidate writes with capitals or digits within a sentence: a name (`Open RAN`);
 * - a word of capitals or digits (`ENISA`, `5G`);
 * - any other word that both have in their titles or tags; or one has there, and both say it again; or that the
 *   candidate writes with a capital within a sentence (in German any noun), and both say more than once.
 *
 * @param shared the terms that both hold, the one that weighed most first
 */
export function reasons(candidate: Article, current: RankedText, shared: readonly string[]): Reasons {
  const currentTags = new Set(current.tags?.map(tagTerm));
  const tags = candidate.tags.filter((tag) => currentTags.has(tagTerm(tag)));
  const said = new Set(tags.flatMap((tag) => [tagTerm(tag), ...words(tag)]));
  const tried = shared.filter((term) => TELLING.test(term)).slice(0, MOST_TRIED);
  const inCandidate = usesOf(tried, candidate);
  const inCurrent = usesOf(tried, current);
  const terms: string[] = [];
  for (const term of tried) {
    const parts = term.split(' ');
    if (parts.some((part) => said.has(part))) continue;
    const [use, other] = [inCandidate.get(term)!, inCurrent.get(term)!];
    if (!(parts.length > 1 ? isName(use.spelling) : isFit(term, use, other))) continue;
    for (const part of parts) said.add(part);
    if (terms.push(use.spelling) === MOST_TERMS) break;
  }
  return { tags, terms };
}

/** How an article uses a term. */
interface Use {
  /** As it does most often, within a sentence rather than at its start: `enisa` as `ENISA`. */
  readonly spelling: string;
  readonly times: number;
  /** Whether its title or a tag has it. */
  readonly isInHeadline: boolean;
  /** Whether it was met within a sentence, where a capital says something. */
  readonly isWithin: boolean;
}

function isFit(term: string, use: Use, other: Use): boolean {
  const isRepeated = use.times > 1 && other.times > 1;
  if (ACRONYM.test(use.spelling)) return true;
  if (NUMERAL.test(term)) return false;
  if (use.isInHeadline || other.isInHeadline) return isRepeated || (use.isInHeadline && other.isInHeadline);
  return isRepeated && use.isWithin && CAPITAL.test(use.spelling);
}

/** Whether each of two words begins with a capital or a digit. */
function isName(spelling: string): boolean {
  return spelling.length <= LONGEST && spelling.split(' ').every((word) => NAME.test(word));
}

const MOST_TERMS = 3;
/** Terms beyond these weigh too little to be a reason. */
const MOST_TRIED = 24;
/** Characters of a pair with the space between its words. */
const LONGEST = 40;
/** A term worth showing: neither a tag's own term, nor a bare number, nor a single letter. */
const TELLING = /^(?!#)(?=.*\p{L})..+/u;
const CAPITAL = /^\p{Lu}/u;
const NAME = /^[\p{Lu}\p{N}]/u;
/** A word with a second capital, or with a digit. */
const ACRONYM = /\p{L}.*\p{Lu}|\p{N}/u;
/** Numbers in words, which relate nothing. */
const NUMERAL = /^(?:one|two|three|four|five|six|eins|zwei|drei|vier|fuenf|sechs)$/;

/** How an article uses each term. */
function usesOf(
  terms: readonly string[],
  { title, tags = [], excerpt = '', text = '', terms: keyTerms = [] }: RankedText,
): Map<string, Use> {
  const uses = new Map(
    terms.map((term) => [
      term,
      { spellings: new Map<string, number>(), times: 0, isInHeadline: false, isWithin: false },
    ]),
  );
  const count = (term: string, spelling: string, isHeadline: boolean, isWithin: boolean): void => {
    const use = uses.get(term);
    if (!use) return;
    use.spellings.set(
      spelling,
      (use.spellings.get(spelling) ?? 0) + (isWithin ? 1 : isHeadline ? HEADLINE : START),
    );
    use.times++;
    use.isInHeadline ||= isHeadline;
    use.isWithin ||= isWithin;
  };
  const headlines = [title, ...tags];
  // A teaser often is the text's beginning; key terms stand in for a text.
  for (const line of [...headlines, text || excerpt, ...(text ? [] : keyTerms)]) {
    const isHeadline = headlines.includes(line);
    for (const sentence of spelledSentences(line)) {
      for (const [at, [term, spelling]] of sentence.entries()) {
        count(term, spelling, isHeadline, !isHeadline && at > 0);
        const before = sentence[at - 1];
        if (before)
          count(`${before[0]} ${term}`, `${before[1]} ${spelling}`, isHeadline, !isHeadline && at > 1);
      }
    }
  }
  return new Map(
    Array.from(uses, ([term, { spellings, ...use }]) => [
      term,
      { ...use, spelling: [...spellings].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '' },
    ]),
  );
}

/** What a spelling counts in a title or a tag, where some write every word with a capital; within a sentence: 1. */
const HEADLINE = 0.5;
/** What it counts at a sentence's start, where every word has a capital. */
const START = 0.1;
