import { useRarer } from './rarer.js';
import { rarerListing } from './rarer-formats.js';
import { rarerValues } from './rarer-values.js';

/** The reader with all its parts at hand, for programs to which a few kilobytes are nothing. */
useRarer(rarerValues);

export { toArticle, toTags } from './draft.js';
export { htmlToText, shorten } from './plain-text.js';
export { rarerListing };
