/**
 * The numbers of the ranking. Each stands with what it is worth: mean nDCG@10 on nine sets of editors' links, all
 * candidates / older articles alone, when it is left out (`npm run bench:relevance -- --ablate`).
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

/** The recipe in use. */
export const RECIPE: Recipe = {
  solitary: 0.5,
  idfPower: 2,
  titleIdfPower: 1.5,
  titleTimes: 3,
  tagTimes: 3,
  pairs: 1,
  opening: 0.3,
  openingWords: 80,
  ownTitle: 0.03,
  otherTitle: 0.023,
  ownSlug: 0.02,
  otherSlug: 0.02,
  ownMention: 0.035,
  otherMention: 0.055,
  mentionGap: 8,
  tags: 0.03,
  closeness: 0.55,
  closenessDays: 365,
  centrality: 0.12,
  matches: 400,
  candidates: 60,
};
