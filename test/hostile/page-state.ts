import type { RelatedArticles } from '../../src/element.js';
import { type Tab, until } from './engines.js';

/** What the script `page/watch.js` has noted. */
export interface Problems {
  readonly errors: readonly string[];
  readonly rejections: readonly string[];
  readonly violations: readonly string[];
  /** Lines in the console. */
  readonly lines: readonly string[];
}

/** The notes of a page on which nothing went wrong. */
export const NO_PROBLEMS: Problems = { errors: [], rejections: [], violations: [], lines: [] };

/** What a page has noted so far. */
export async function problems(tab: Tab): Promise<Problems> {
  return tab.run(() => {
    const { errors, rejections, violations, lines } = (globalThis as unknown as { problems: Problems })
      .problems;
    return { errors, rejections, violations, lines };
  });
}

declare global {
  /** The first block of a page with the script `page/watch.js`. */
  function firstBlock(): RelatedArticles | null;
}

/** What visitors see of the first block. */
export interface Shown {
  /** The titles of its cards. */
  readonly titles: readonly string[];
  /** Whether the author's own content is visible. */
  readonly own: boolean;
}

/** What the first block shows once it has cards or an error. */
export async function shown(tab: Tab): Promise<Shown> {
  await until(tab, 'the block has settled', () => {
    const block = firstBlock();
    return block?.error !== undefined || (block?.related?.length ?? 0) > 0;
  });
  return shownNow(tab);
}

/** What the first block shows now. */
export async function shownNow(tab: Tab): Promise<Shown> {
  return tab.run(async () => {
    const block = firstBlock();
    await block?.updateComplete;
    const own = block?.firstElementChild ?? undefined;
    return {
      titles: [...(block?.shadowRoot?.querySelectorAll('nav [part="title"]') ?? [])].map(
        (title) => title.textContent?.trim() ?? '',
      ),
      own: (own?.getClientRects().length ?? 0) > 0,
    };
  });
}

/** The state of a block that could not be rendered. */
export const FAILED = { related: 0, states: ['error'] };

/** The state of the first block: how many articles it shows, and which custom states it has. */
export async function failed(tab: Tab): Promise<typeof FAILED> {
  return tab.run(() => {
    const block = firstBlock();
    const states = ['loading', 'empty', 'error', 'blank'].filter((state) =>
      block?.matches(`:state(${state})`),
    );
    return { related: block?.related.length ?? 0, states };
  });
}
