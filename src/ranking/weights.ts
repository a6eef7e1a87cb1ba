/**
 * The constants of the ranking. What each is worth in nDCG@10, on nine sets of editors' links, stands in
 * bench/relevance.md; `npm run bench:relevance -- --ablate` measures it anew.
 */
export const WEIGHTS = {
  /** How often a word of the title counts. */
  titleTimes: 4,
  /** How often a word of the address counts. */
  slugTimes: 2,
  /** How often a tag counts, as a term of its own and as words. */
  tagTimes: 2,
  /** How often each of the first words of a text counts. */
  openingTimes: 3,
  /** Words that make the opening of a text. */
  openingWords: 80,

  /** BM25: how soon a term's repetition stops to count. */
  k: 4,
  /** How much an article's length counts against it, 0 to 1. */
  b: 0.2,
  /** Power of the inverse document frequency in a question term's boost. */
  idfPower: 3,
  /** Articles that are taken to hold a term at least, where its boost is weighed. */
  leastHeld: 3,
  /** What a number counts, and a bigram that holds one, beside other terms. */
  numbers: 0.2,
  /** A term of a text that more than this share of all articles hold is not searched. */
  commonShare: 0.1,
  /** Candidates that are compared closely. */
  candidates: 100,

  /** Power of the inverse document frequency where shares of titles, addresses and tags are weighed. */
  titleIdfPower: 1.5,
  /** Weight of the share of the current title that the candidate holds. */
  ownTitle: 0.03,
  /** Weight of the share of the candidate's title that the current article holds. */
  otherTitle: 0.023,
  /** Weight of the share of the words in the current article's address that the candidate holds. */
  ownSlug: 0.028,
  /** Weight of the share of the words in the candidate's address that the current article holds. */
  otherSlug: 0.014,
  /** Weight of the current title's words standing together in the candidate's text. */
  ownMention: 0.035,
  /** Weight of the candidate title's words standing together in the current text. */
  otherMention: 0.055,
  /** Words that may stand between those of a mentioned title. */
  mentionGap: 8,
  /** Weight of shared tags. */
  tags: 0.04,
  /** How much more the other's title, address and mentions count in the newer of two articles, and less in the older: 0 to 1. */
  direction: 0.5,
  /** How much closeness in time adds to a score, at most. */
  closeness: 0.55,
  /** Days after which closeness has fallen to a third (1/e). */
  closenessDays: 365,

  /** How many of the best candidates by words lend support to the articles that they are linked with. */
  supporters: 60,
  /** Weight of that support. */
  support: 0.4,
  /** What a link to a supporter counts beside a link from it. */
  linkBack: 0.75,
  /** Power of the number of its links by which a supporter's support is divided. */
  supporterLinksPower: 0.5,
  /** Power of the number of its links by which the support of an article is divided. */
  supportedLinksPower: 0.25,
  /** How many articles may join the candidates by support alone. */
  joining: 5,
  /** A link that more than this share of all articles have is no link of an editor. */
  sharedLink: 0.5,
};

/** The constants of the ranking. */
export type Weights = typeof WEIGHTS;
