import type { PropertyDeclarations } from 'lit';
import { LiveDiscussions } from './live-discussions.js';
import { toNumber } from './attributes.js';

// Written out at the property again: the manifest shows what stands there.
const DEFAULT_LIMIT = 6;

/** Which articles of an index a block shows: the attributes that narrow the choice. */
export abstract class Choice extends LiveDiscussions {
  static override properties: PropertyDeclarations = {
    limit: { converter: toNumber },
    anyLanguage: { type: Boolean, attribute: 'any-language' },
    noNewer: { type: Boolean, attribute: 'no-newer' },
    maxAge: { converter: toNumber, attribute: 'max-age' },
    minScore: { converter: toNumber, attribute: 'min-score' },
    diversity: { converter: toNumber },
    exclude: {},
    excludeTags: { attribute: 'exclude-tags' },
    pinned: {},
  };

  /** How many articles to show at most: a whole number above 0; anything else means 6. */
  limit = 6;

  /** Whether articles in other languages than the current one's are shown too. */
  anyLanguage = false;

  /** Leaves out articles published after the current one. */
  noNewer = false;

  /** The oldest that an article may be, in days above 0; undated ones always count. Without it, any age will do. */
  maxAge: number | null = null;

  /** The lowest score that counts, 0 to 1; what is lower is not shown. Without it, 0.02. */
  minScore: number | null = null;

  /** From 0, the best by score alone, to 1, each as unlike those before it as can be. Without it, 0. */
  diversity: number | null = null;

  /** Ids or URLs, relative to the page, of articles that are not to appear, with spaces between them. */
  exclude = '';

  /** Tags whose articles are not to appear, with commas between them. */
  excludeTags = '';

  /** Ids or URLs, relative to the page, of articles that come first whatever their score, with spaces between them. */
  pinned = '';

  /** What the author asks for, as it is written: to tell a change by. */
  protected get asked(): readonly unknown[] {
    return [
      this.shownLimit,
      this.anyLanguage,
      this.noNewer,
      this.maxAge,
      this.minScore,
      this.diversity,
      this.exclude,
      this.excludeTags,
      this.pinned,
    ];
  }

  /** The limit that holds. */
  protected get shownLimit(): number {
    return this.checked('limit', this.limit, DEFAULT_LIMIT, (limit) => Number.isInteger(limit) && limit >= 1);
  }
}
