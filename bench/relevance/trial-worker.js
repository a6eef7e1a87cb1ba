// Tries every value of every constant on one set, in a thread of its own.
import { parentPort, workerData as set } from 'node:worker_threads';
import { RECIPE } from '../../dist/ranking/recipe.js';
import { measure } from './measures.js';
import { project } from './project.js';
import { TRIALS } from './trials.js';

const recipe = { ...RECIPE };
const rank = project(recipe)(set);
const figures = (create) => {
  const { all, older } = measure(set, create);
  return { all, older };
};

/** A ranker reads the weights of the score at each question, the other constants when it is made. */
function withValue(name, value, needsIndex) {
  if (needsIndex) return figures(project({ ...RECIPE, [name]: value }));
  recipe[name] = value;
  const result = figures(() => rank);
  recipe[name] = RECIPE[name];
  return result;
}

const asIs = figures(() => rank);
const constants = TRIALS.map(({ name, values, needsIndex }) => [
  name,
  Object.fromEntries(
    Object.entries(values).map(([kind, value]) => [kind, withValue(name, value, needsIndex)]),
  ),
]);
parentPort.postMessage({ name: set.name, asIs, constants: Object.fromEntries(constants) }, []);
