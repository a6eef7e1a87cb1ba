import type { Browser } from 'puppeteer-core';
import { until } from '../support/until.js';

/** What a visitor gets of the block on a page. */
export interface Cards {
  /** The titles, in alphabetical order; the other lists go with them. */
  readonly titles: readonly string[];
  readonly excerpts: readonly string[];
  readonly counts: readonly string[];
  /** How many cards have a picture that is there. */
  readonly pictures: number;
  /** The text of the author's own content. */
  readonly text: string;
  /** The addresses that the block asked for. */
  readonly requests: readonly string[];
  /** The lines on the console. */
  readonly log: readonly string[];
}

/** Opens a page and reads the block on it, once it has cards, numbers of comments and pictures or has failed. */
export async function cardsOn(browser: Browser, address: string): Promise<Cards> {
  const page = await browser.newPage();
  const requests: string[] = [];
  const log: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (line) => log.push(line.text()));
  page.on('pageerror', (error) => log.push(String(error)));
  try {
    await page.goto(address);
    await page.evaluate(() => document.querySelector('related-articles')?.scrollIntoView());
    await until(page, () => {
      const block = document.querySelector('related-articles');
      const root = block?.shadowRoot;
      if (block?.matches(':state(error), :state(empty)')) return true;
      // The cards hold the places of numbers that are on their way.
      if (!block?.related?.length || root?.querySelector('.awaited')) return false;
      return [...(root?.querySelectorAll('img') ?? [])].every((picture) => picture.complete);
    });
    const read = await page.evaluate(() => {
      const block = document.querySelector('related-articles');
      const cards = [...(block?.shadowRoot?.querySelectorAll('[part~="card"]') ?? [])];
      const parts = ['title', 'excerpt', 'discussion'].map((part) =>
        cards.map((card) => card.querySelector(`[part~="${part}"]`)?.textContent?.trim() ?? ''),
      );
      const pictures = cards.filter((card) => (card.querySelector('img')?.naturalWidth ?? 0) > 0);
      return { parts, pictures: pictures.length, text: block?.textContent?.trim() ?? '' };
    });
    const [titles = [], excerpts = [], counts = []] = read.parts;
    const order = titles.map((_, at) => at).sort((a, b) => (titles[a]! < titles[b]! ? -1 : 1));
    const sorted = (list: readonly string[]): string[] => order.map((at) => list[at]!);
    return {
      titles: sorted(titles),
      excerpts: sorted(excerpts),
      counts: sorted(counts),
      pictures: read.pictures,
      text: read.text,
      requests,
      log,
    };
  } finally {
    await page.close();
  }
}
