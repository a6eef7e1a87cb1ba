// Other values for each constant of the ranking, and what they give on each set.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { WEIGHTS } from '../modules/ranking/weights.js';

/** The value that switches a part off; the other constants are no parts but measures of one. */
const OFF = {
  titleTimes: 1,
  slugTimes: 0,
  tagTimes: 1,
  openingTimes: 1,
  b: 0,
  idfPower: 1,
  leastHeld: 1,
  numbers: 1,
  commonShare: 1,
  titleIdfPower: 1,
  ownTitle: 0,
  otherTitle: 0,
  ownSlug: 0,
  otherSlug: 0,
  ownMention: 0,
  otherMention: 0,
  tags: 0,
  direction: 0,
  closeness: 0,
  support: 0,
  linkBack: 0,
  supporterLinksPower: 0,
  supportedLinksPower: 0,
};

/** What an index is made with; all other constants are read at each question. */
const INDEX = ['titleTimes', 'slugTimes', 'tagTimes', 'openingTimes', 'openingWords', 'b'];

/** Every constant with the values to try: `off` where that is one, `lower` by a quarter and `higher` by a third. */
export const TRIALS = Object.entries(WEIGHTS).map(([name, value]) => ({
  name,
  needsIndex: INDEX.includes(name),
  values: {
    ...(name in OFF && { off: OFF[name] }),
    lower: near(value, 3 / 4),
    higher: near(value, 4 / 3),
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

/** A value times a factor; a whole number stays one, and becomes another one. */
function near(value, factor) {
  const exact = value * factor;
  if (!Number.isInteger(value)) return Number(exact.toPrecision(3));
  return factor < 1 ? Math.min(value - 1, Math.round(exact)) : Math.max(value + 1, Math.round(exact));
}

function inWorker(set) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('trial-worker.js', import.meta.url), { workerData: set });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
