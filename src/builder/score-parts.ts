import { RECIPE } from '../ranking/recipe.js';
import { type Parts, score } from '../ranking/scorer.js';

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
  const whole = 1 + ADDED.reduce((sum, [name]) => sum + RECIPE[name], 0);
  return [
    { kind: 'plus', what: 'words, pairs of words and tags that both use', value: parts.cosine / whole },
    ...ADDED.map(([name, what]): ScorePart => ({
      kind: 'plus',
      what,
      value: (RECIPE[name] * parts[name]) / whole,
    })),
    {
      kind: 'times',
      what: 'how near in time they are',
      value: score({ ...NEUTRAL, closeness: parts.closeness }, RECIPE),
    },
    {
      kind: 'times',
      what: 'how much it is about what the whole site is about',
      value: score({ ...NEUTRAL, centrality: parts.centrality }, RECIPE),
    },
  ];
}

/** The parts that have a weight in the recipe, and what they are. */
const ADDED = [
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
  cosine: 1,
  ownTitle: 1,
  otherTitle: 1,
  ownSlug: 1,
  otherSlug: 1,
  ownMention: 1,
  otherMention: 1,
  tags: 1,
  closeness: 1,
  centrality: 1,
};
