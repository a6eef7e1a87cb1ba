/** The drop-in bundle: registers `<related-articles>`. It exports nothing, so that it need not be a module. */

import './define.js';
