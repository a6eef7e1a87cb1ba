import type { Frame, Page } from 'puppeteer-core';

/**
 * Waits until something holds in a page. It asks again and again by the clock: by default puppeteer asks in animation
 * frames, of which a window in the background gets none.
 *
 * @param isSo runs in the page, with the arguments
 */
export async function until<Arguments extends unknown[]>(
  page: Page | Frame,
  isSo: (...args: Arguments) => unknown,
  ...args: Arguments
): Promise<void> {
  await page.waitForFunction(isSo as (...args: unknown[]) => unknown, WAITING, ...args);
}

/** Time enough for a busy machine. */
const WAITING = { polling: 50, timeout: 120_000 };
