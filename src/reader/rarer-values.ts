import { fullDate } from './full-date.js';
import { namedCharacter } from './named-characters.js';
import type { Rarer } from './rarer.js';

/**
 * Reads dates and names of characters as few sites write them. Browsers load this where a document needs it, so it
 * imports nothing that others need too.
 */
export const rarerValues: Rarer = { date: fullDate, character: namedCharacter };
