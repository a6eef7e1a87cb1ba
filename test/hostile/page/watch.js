/** Notes errors, violations of policies and lines in the console. It is the first script of every page. */
/* global problems */
const find = Document.prototype.querySelector.bind(document);

globalThis.problems = { errors: [], rejections: [], violations: [], lines: [], pageShows: [] };
/** The first block, also if the page changes `document.querySelector`. */
globalThis.firstBlock = () => find('related-articles');

addEventListener('error', (event) => {
  if (event.target === globalThis) problems.errors.push(event.message);
});
addEventListener('unhandledrejection', (event) => problems.rejections.push(String(event.reason)));
addEventListener('securitypolicyviolation', (event) => {
  problems.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`.trim());
});
addEventListener('pageshow', (event) => problems.pageShows.push(event.persisted));
for (const level of ['warn', 'error']) {
  const write = console[level];
  console[level] = (...words) => {
    problems.lines.push(String(words[0]));
    Reflect.apply(write, console, words);
  };
}

/** The compiler of the tests calls this function to name functions. */
Object.assign(globalThis, { __name: (named) => named });
