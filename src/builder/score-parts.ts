import { type Parts, score } from '../ranking/rerank.js';

/** One part of a score. */
export interface ScorePart {
  /** Whether it adds to the score or multiplies it. */
  readonly kind: 'plus' | 'times';
  /** What it is: `tags that both carry`. */
  readonly what: string;
  /** What it adds, from 0 to 1, or by how much it multiplies. */
  readonly value: number;
}

/** The parts of a score as the ranker puts them together: the sum of those that add, times the others, is the score. */
export function scoreParts(parts: Parts): ScorePart[] {
  const { direction } = parts;
  return [
    ...ADDED.map(([name, what]): ScorePart => ({
      kind: 'plus',
      what,
      value: score({ ...NEUTRAL, ...NOTHING, direction, [name]: parts[name] }),
    })),
    {
      kind: 'times',
      what: 'how near in time they are',
      value: score({ ...NEUTRAL, closeness: parts.closeness }),
    },
  ];
}

/** The parts that add to the score, and what they are. */
const ADDED = [
  ['overlap', 'words, pairs of words and tags that both use'],
  ['ownTitle', 'words of this article’s title that it uses'],
  ['otherTitle', 'words of its title that this article uses'],
  ['ownSlug', 'words of this article’s address that it uses'],
  ['otherSlug', 'words of its address that this article uses'],
  ['ownMention', 'this article’s title, said in its text'],
  ['otherMention', 'its title, said in this article’s text'],
  ['tags', 'tags that both carry'],
] as const;

/** Parts that make the highest score. */
const NEUTRAL: Parts = {
  overlap: 1,
  ownTitle: 1,
  otherTitle: 1,
  ownSlug: 1,
  otherSlug: 1,
  ownMention: 1,
  otherMention: 1,
  tags: 1,
  closeness: 1,
  direction: 0,
};

/** Two articles that have nothing in common. */
const NOTHING: Partial<Parts> = Object.fromEntries(ADDED.map(([name]) => [name, 0]));
