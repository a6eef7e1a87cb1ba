import type { RelatedArticles } from '../../src/element.js';
import { type Tab, until } from './engines.js';

/** What a page has noted of its guests; all of it is empty for a careful one. */
export interface Seen {
  readonly errors: readonly string[];
  readonly rejections: readonly string[];
  readonly violations: readonly string[];
  /** Lines in the console. */
  readonly lines: readonly string[];
}

/** A page that was left in peace. */
export const NOTHING: Seen = { errors: [], rejections: [], violations: [], lines: [] };

/** What has been noted so far. */
export async function seen(tab: Tab): Promise<Seen> {
  return tab.run(() => {
    const { errors, rejections, violations, lines } = (globalThis as unknown as { seen: Seen }).seen;
    return { errors, rejections, violations, lines };
  });
}

declare global {
  /** The first block of a page that watches its guests. */
  function firstBlock(): RelatedArticles | null;
}

/** What visitors see of the first block. */
export interface Shown {
  /** Titles of its cards. */
  readonly titles: readonly string[];
  /** Whether the author's own content is to be seen. */
  readonly own: boolean;
}

/** What the first block shows once it has cards or has said why not. */
export async function shown(tab: Tab): Promise<Shown> {
  await until(tab, 'the block has settled', () => {
    const block = firstBlock();
    return block?.error !== undefined || (block?.related?.length ?? 0) > 0;
  });
  return now(tab);
}

/** What the first block shows now. */
export async function now(tab: Tab): Promise<Shown> {
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

/** What a block says of itself that could not be rendered. */
export const FAILED = { related: 0, states: ['error'] };

/** The same of the first block: how many articles are on show, and which states it is in. */
export async function failed(tab: Tab): Promise<typeof FAILED> {
  return tab.run(() => {
    const block = firstBlock();
    const states = ['loading', 'empty', 'error', 'blank'].filter((state) =>
      block?.matches(`:state(${state})`),
    );
    return { related: block?.related.length ?? 0, states };
  });
}
