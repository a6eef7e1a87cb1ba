/**
 * The numbers of the ranking. `npm run bench:relevance -- --ablate` tries those that weigh: off, a third less and more,
 * and with each set of articles left out.
 */
export interface Recipe {
  /** What a term that a single article holds counts, 0 to 1: it relates nothing, but an unknown page may hold it. */
  readonly solitary: number;
  /** Power of the inverse document frequency in a term's weight. */
  readonly idfPower: number;
  /** The same where shares of titles and tags are weighed. */
  readonly titleIdfPower: number;
  /** How often a word of the title counts. */
  readonly titleTimes: number;
  /** How often a tag counts, as a term of its own and as words. */
  readonly tagTimes: number;
  /** Whether a word and its inflections are one term: 1 or 0. */
  readonly inflections: number;
  /** Whether pairs of neighbouring words are terms too: 1 or 0. */
  readonly pairs: number;
  /** Weight of an article's opening beside the whole of it. */
  readonly opening: number;
  /** Words that make the opening. */
  readonly openingWords: number;
  /** Weight of the share of the current title that the candidate holds. */
  readonly ownTitle: number;
  /** Weight of the share of the candidate's title that the current article holds. */
  readonly otherTitle: number;
  /** Weight of the share of the words in the current article's address that the candidate holds. */
  readonly ownSlug: number;
  /** Weight of the share of the words in the candidate's address that the current article holds. */
  readonly otherSlug: number;
  /** Weight of the current title's words standing together in the candidate's text. */
  readonly ownMention: number;
  /** Weight of the candidate title's words standing together in the current text. */
  readonly otherMention: number;
  /** How much more a title or an address counts in the newer of two articles, and less in the older: 0 to 1. */
  readonly direction: number;
  /** Words that may stand between those of a mentioned title. */
  readonly mentionGap: number;
  /** Weight of shared tags. */
  readonly tags: number;
  /** How much closeness in time adds to a score, at most. */
  readonly closeness: number;
  /** Days after which closeness has fallen to a third (1/e). */
  readonly closenessDays: number;
  /** Power of a candidate's centrality: how much it is about what the whole index is about. */
  readonly centrality: number;
  /** Documents that are weighed roughly: those with the highest cosines. */
  readonly matches: number;
  /** Candidates that are weighed exactly. */
  readonly candidates: number;
}

/**
 * The recipe in use. Beside a number stands what another would change in mean nDCG@10, all candidates / older articles
 * alone, on at most a hundred queries of each of nine sets of editors' links; a difference of 0.002 may be chance.
 */
export const RECIPE: Recipe = {
  // 1 instead: 0.001 less / 0.001 more.
  solitary: 0.5,
  // 1 instead: 0.007 / 0.010 less.
  idfPower: 2,
  // 1 instead: 0.001 less / the same.
  titleIdfPower: 1.5,
  // 1 instead: 0.001 less / the same.
  titleTimes: 3,
  // 1 instead: 0.002 / 0.005 more. Links in texts follow tags less than readers do, who see them on the cards.
  tagTimes: 3,
  // Without: 0.002 / 0.002 less.
  inflections: 1,
  // Without: 0.028 / 0.026 less.
  pairs: 1,
  // Without: 0.008 / 0.008 less.
  opening: 0.3,
  // 60 instead: 0.004 less on average; 107: the same.
  openingWords: 80,
  // Without: 0.007 / 0.003 less.
  ownTitle: 0.03,
  // Without: the same / 0.005 less.
  otherTitle: 0.023,
  // Without: 0.007 less / the same.
  ownSlug: 0.02,
  // Without: 0.003 / 0.005 less.
  otherSlug: 0.02,
  // Without: 0.009 / 0.002 less.
  ownMention: 0.035,
  // Without: 0.006 / 0.025 less.
  otherMention: 0.055,
  // Without: 0.012 / 0.009 less.
  direction: 0.4,
  // 6 instead: the same on average; 11: 0.001 less.
  mentionGap: 8,
  // Without: the same / 0.002 more; for its weight, see tagTimes.
  tags: 0.04,
  // Without: 0.015 / 0.023 less.
  closeness: 0.55,
  // 274 instead: 0.001 less on average; 487: the same.
  closenessDays: 365,
  // Without: 0.002 / 0.004 less.
  centrality: 0.12,
  // 200 instead: the same / 0.001 more; 800: the same.
  matches: 400,
  // 30 instead: 0.002 / 0.001 less; 120: the same / 0.001 less.
  candidates: 60,
};
