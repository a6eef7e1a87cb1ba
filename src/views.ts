/** Tells when cards have been in view: who loads it gets `related-articles-view` from every block of the page. */

import { startViews } from './element/views.js';

startViews();
