import { isRecord } from '../../shared/json.js';
import type { Format } from './format.js';

/** A plain list that lies deeper, or under a name of the site's own, as in `{ "response": { "docs": [] } }`. */
export const nestedList: Format = (json) => {
  let level: unknown[] = [json];
  for (let depth = 0; depth < DEEPEST; depth++) {
    level = level.filter(isRecord).flatMap(Object.values);
    const entries = level.find((value): value is unknown[] => Array.isArray(value) && isRecord(value[0]));
    if (entries)
      return { format: 'plain list', entries, sections: true, draft: (entry, read) => read(entry) };
  }
  return undefined;
};

const DEEPEST = 4;
