// Other values for each constant of the recipe, and what they give on each set.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { RECIPE } from '../../dist/ranking/recipe.js';

/** The value that switches a part off; the other constants are no parts but measures of one. */
const OFF = {
  solitary: 1,
  idfPower: 1,
  titleIdfPower: 1,
  titleTimes: 1,
  tagTimes: 1,
  inflections: 0,
  pairs: 0,
  opening: 0,
  ownTitle: 0,
  otherTitle: 0,
  ownSlug: 0,
  otherSlug: 0,
  ownMention: 0,
  otherMention: 0,
  direction: 0,
  tags: 0,
  closeness: 0,
  centrality: 0,
};
const SWITCHES = ['inflections', 'pairs'];
/** Weights of the score: the index does not depend on them. */
const SCORE = [
  'ownTitle',
  'otherTitle',
  'ownSlug',
  'otherSlug',
  'ownMention',
  'otherMention',
  'direction',
  'tags',
  'closeness',
  'closenessDays',
  'centrality',
];

/** What bounds the search for candidates: not what is relevant, but how much is looked at. */
const BOUNDS = ['matches', 'candidates'];

/** Every constant with the values to try: `off` where that is one, `lower` and `higher` by a third. */
export const TRIALS = Object.entries(RECIPE)
  .filter(([name]) => !BOUNDS.includes(name))
  .map(([name, value]) => ({
    name,
    needsIndex: !SCORE.includes(name),
    values: {
      ...(name in OFF && { off: OFF[name] }),
      ...(!SWITCHES.includes(name) && { lower: near(value, 3 / 4), higher: near(value, 4 / 3) }),
    },
  }));

/** Tries every value on every set, several sets at once: `{ name, [constant]: { asIs, off, lower, higher } }` for each. */
export async function tried(sets) {
  const waiting = [...sets.keys()];
  const results = [];
  const runner = async () => {
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      results[at] = await inWorker(sets[at]);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, runner));
  return results;
}

function near(value, factor) {
  const exact = value * factor;
  return Number.isInteger(value) && value > 4 ? Math.round(exact) : Number(exact.toPrecision(3));
}

function inWorker(set) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('trial-worker.js', import.meta.url), { workerData: set });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
