/** What few blocks need: the carousel's buttons, and cards from a template. Browsers load it as a script of its own. */

export { runCarousel } from './carousel.js';
export { cardFromTemplate } from './templates/template-card.js';
