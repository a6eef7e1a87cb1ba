// Tries every value of every constant on one set, in a thread of its own: each thread has its own constants.
import { parentPort, workerData as set } from 'node:worker_threads';
import { WEIGHTS } from '../modules/ranking/weights.js';
import { measure } from './measures.js';
import { POSTINGS, project } from './project.js';
import { TRIALS } from './trials.js';

const create = project({ retriever: POSTINGS, links: true });
const rank = create(set);
const asIs = figures(false);
const constants = TRIALS.map(({ name, values, needsIndex }) => [
  name,
  Object.fromEntries(
    Object.entries(values).map(([kind, value]) => [kind, withValue(name, value, needsIndex)]),
  ),
]);
parentPort.postMessage({ name: set.name, asIs, constants: Object.fromEntries(constants) }, []);

function withValue(name, value, needsIndex) {
  const usual = WEIGHTS[name];
  WEIGHTS[name] = value;
  const result = figures(needsIndex);
  WEIGHTS[name] = usual;
  return result;
}

function figures(needsIndex) {
  const { all, older } = measure(set, needsIndex ? create : () => rank);
  return { all, older };
}
