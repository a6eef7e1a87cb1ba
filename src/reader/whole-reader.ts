import { useRarer } from './rarer.js';
import { rarerReader } from './rarer-formats.js';

/** The reader with all its parts at hand, for programs to which a few kilobytes are nothing. */
useRarer(rarerReader);

export { toArticle, toTags } from './draft.js';
export { htmlToText, shorten } from './plain-text.js';
export { rarerReader };
