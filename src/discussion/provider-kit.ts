/**
 * What providers share. They are given it, and import nothing, so that in the bundle each is a piece that needs no
 * other piece by name.
 */

export { byKey, inOrder, listed } from './answer-shapes.js';
export { barePathOf, pathOf, urlOf } from './article-key.js';
export { commaSeparable } from './comma-separable.js';
export { isRecord, member, shown } from './discussion.js';
export { askForJson, askForText, StatusError } from './json-answer.js';
