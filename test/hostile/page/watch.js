/** Notes all that a careful guest never causes in its host; stands first in every page. */
/* global seen */
const find = Document.prototype.querySelector.bind(document);

globalThis.seen = { errors: [], rejections: [], violations: [], lines: [], pageShows: [] };
/** The first block, whatever the page does to `document.querySelector`. */
globalThis.firstBlock = () => find('related-articles');

addEventListener('error', (event) => {
  if (event.target === globalThis) seen.errors.push(event.message);
});
addEventListener('unhandledrejection', (event) => seen.rejections.push(String(event.reason)));
addEventListener('securitypolicyviolation', (event) => {
  seen.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`.trim());
});
addEventListener('pageshow', (event) => seen.pageShows.push(event.persisted));
for (const level of ['warn', 'error']) {
  const write = console[level];
  console[level] = (...words) => {
    seen.lines.push(String(words[0]));
    Reflect.apply(write, console, words);
  };
}

/** The compiler of the tests gives functions their names by this. */
Object.assign(globalThis, { __name: (named) => named });
