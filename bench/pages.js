// What the block finds out about real article pages, in a real browser with the pages' own scripts off:
// npm run bench:pages. The pages lie beside the project, in ../shared/samples/html.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { build } from 'vite';
import { findChromium } from '../test/support/chromium.js';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const samples = path('../../shared/samples/html/');

/** Selectors of what a person finds on each page: the article's paragraphs, its title and its tags. */
const PAGES = {
  'befifty.montauk.html': {
    paragraphs: 'article.entry--item .sqs-block-html p',
    title: 'meta[property="og:title"]',
    tags: 'article.entry--item a[rel="tag"]',
  },
  'bmjv.de.konsum.html': { paragraphs: '#content .subheadline p, #content p.left', title: '#content h1' },
  'faz.net.streaming.html': {
    paragraphs: 'article.atc .atc-TextParagraph',
    title: 'meta[property="og:title"]',
    tags: 'meta[name="keywords"]',
  },
  'heise.de.lithium.html': {
    paragraphs: '#meldung .a-article-header__lead, #meldung .article-layout__content > p',
    title: 'meta[property="og:title"]',
    tags: 'meta[name="keywords"]',
    site: 'https://www.heise.de',
  },
  'netzpolitik.org.abmahnungen.html': {
    paragraphs: '#main .entry-content > p',
    title: 'meta[property="og:title"]',
    tags: '#main a[rel~="tag"]',
  },
  'simplyscience.ch.erdoel.html': {
    // The last line names the authors.
    paragraphs: '.ce_articleIntro p, .ce_text > p:not(:has(.link_intern[href="ueber-uns.html"]))',
    title: 'h1.ce_headline',
    tags: 'meta[name="keywords"]',
  },
  'vancouversun.com.microsoft.html': {
    paragraphs: '[itemprop="articleBody"] p',
    title: 'meta[property="og:title"]',
    tags: 'meta[name="news_keywords"]',
    address: 'meta[property="og:url"]',
  },
};

if (!existsSync(samples)) {
  console.error(`bench:pages needs the sample pages in ${samples}, which is not there.`);
  process.exit(1);
}

const browser = await puppeteer.launch(await findChromium());
try {
  const room = await pageRoom();
  const rows = [];
  for (const [file, expected] of Object.entries(PAGES))
    rows.push([file, await examine(file, expected, room)]);
  print(rows);
  if (rows.some(([, { faults }]) => faults.length > 0)) process.exitCode = 1;
} finally {
  await browser.close();
}

/** What judges a page, as one script that sets `PageRoom`. */
async function pageRoom() {
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry: path('page-room.js'), formats: ['iife'], name: 'PageRoom' } },
  });
  return output[0].code;
}

/** Opens a file at its real address and asks the page room about it. */
async function examine(file, expected, room) {
  const html = readFileSync(samples + file);
  const address = addressIn(html.toString(), expected);
  const visited = new URL(address);
  visited.searchParams.set('utm_source', 'bench');
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) =>
    request.url() === visited.href
      ? request.respond({
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': "default-src 'none'" },
          body: html,
        })
      : request.abort(),
  );
  await page.goto(visited.href, { waitUntil: 'domcontentloaded' });
  const found = await page.evaluate(`${room};PageRoom.judge(${JSON.stringify({ ...expected, address })})`);
  await page.close();
  return found;
}

/** The address that a page states as its own. */
function addressIn(html, { address, site }) {
  const pattern = address ? /property="og:url" content="([^"]+)"/ : /rel="canonical" href="([^"]+)"/;
  return new URL(pattern.exec(html)?.[1] ?? '', site).href;
}

function print(rows) {
  console.log('| page | path | title | language | tags | paragraphs found | of the text | ms | wrong |');
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const [file, { article, paragraphs, own, milliseconds, faults }] of rows) {
    const cells = [
      file,
      `…${new URL(article.url).pathname.slice(-28)}`,
      `${article.title.slice(0, 32)}…`,
      article.language ?? '–',
      article.tags.length,
      paragraphs,
      own,
      milliseconds.toFixed(1),
      faults.join(', ') || '–',
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  const right = rows.filter(([, { faults }]) => faults.length === 0).length;
  console.log(`\n${right} of ${rows.length} pages right in every point.`);
}
