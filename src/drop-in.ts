/** The drop-in bundle: registers `<related-articles>` and exports what a page may want of it. */

import './define.js';

export * from './element.js';
