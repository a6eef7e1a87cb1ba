/** The package's main entry: registers `<related-articles>` and exports every public name. */

import './define.js';

export * from './core.js';
export * from './element.js';
