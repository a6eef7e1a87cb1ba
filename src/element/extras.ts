/**
 * What few blocks need: the carousel's buttons, cards from a template, and advice to their authors. Browsers
 * load it as a script of its own.
 */

export { adviceFor } from './advice.js';
export { runCarousel } from './carousel.js';
export { cardFromTemplate } from './templates/template-card.js';
