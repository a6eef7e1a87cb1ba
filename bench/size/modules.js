// What each module weighs in a finished piece: how much less the piece would weigh without what its source map gives to
// the module. Modules share words, so that all together they give less than the whole.
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { gzipSync } from 'node:zlib';

/** The modules of a script, heaviest first: `[name, bytes, bytes in gzip]`. @param file its path; its map lies beside it */
export function modulesOf(file) {
  const code = readFileSync(file, 'utf8');
  const spans = spansOf(code, new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8'))));
  const whole = gzip(code);
  return [...new Set(spans.map(({ name }) => name))]
    .map((name) => {
      const rest = spans.filter((span) => span.name !== name);
      const others = rest.map(({ start, end }) => code.slice(start, end)).join('');
      return [name, code.length - others.length, whole - gzip(others)];
    })
    .sort(([, , one], [, , other]) => other - one);
}

/** Which part of a script each module gave: from each place that the map knows to the next. */
function spansOf(code, map) {
  const spans = [{ name: UNKNOWN, start: 0, end: 0 }];
  let start = 0;
  for (const [line, text] of code.split('\n').entries()) {
    for (let column = 0; column <= text.length; column++) {
      const { originalSource = '' } = map.findEntry(line, column);
      const name = originalSource.replace(/^.*\/node_modules\/|^.*?(?=src\/)/, '') || UNKNOWN;
      const last = spans.at(-1);
      if (last.name === name) last.end = start + column + 1;
      else spans.push({ name, start: last.end, end: start + column + 1 });
    }
    start += text.length + 1;
  }
  return spans;
}

const UNKNOWN = 'the bundler, and what has no map';
const gzip = (text) => gzipSync(text, { level: 9 }).length;
