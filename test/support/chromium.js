import { findProgram } from '../engines/installed.js';

/** Where Chrome and Chromium are installed outside the folders of PATH. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];
const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];

/** Options that keep the browser from using the network by itself, and turn off the sandbox, which root can't have. */
const ARGUMENTS = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/**
 * Finds a Chromium for the tests: the one that CHROME_PATH names, else an installed Chrome or Chromium, else the one in
 * the npm package @sparticuz/chromium (Linux).
 *
 * @returns {Promise<{ executablePath: string, args: string[] }>} what puppeteer's `launch` takes
 */
export async function findChromium() {
  const installed = process.env.CHROME_PATH ?? findProgram(NAMES, PLACES);
  if (installed) return { executablePath: installed, args: ARGUMENTS };
  if (!hasPackagedChromium) {
    throw new Error('No Chrome or Chromium found: install one, or set CHROME_PATH to its program.');
  }
  return packagedChromium();
}

/** Whether the npm package's Chromium runs here. */
export const hasPackagedChromium = process.platform === 'linux' && process.arch === 'x64';

/** The Chromium in the npm package, the same on every machine. */
export async function packagedChromium() {
  const { default: packaged } = await import('@sparticuz/chromium');
  return {
    executablePath: await packaged.executablePath(),
    args: [...ARGUMENTS, '--no-sandbox', '--no-zygote'],
  };
}
