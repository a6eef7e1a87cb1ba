// What is read from files of real sites, beside what they are known to hold: npm run build && npm run bench:formats
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readIndex } from '../dist/core.js';

const samples = fileURLToPath(new URL('../../shared/samples', import.meta.url));
if (!existsSync(samples)) {
  console.error(`bench:formats reads the samples in ${samples}, which are not there.`);
  process.exit(1);
}

const expected = JSON.parse(readFileSync(join(samples, 'EXPECTED.json'), 'utf8'));
const files = readdirSync(samples, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json') && file !== 'EXPECTED.json')
  .sort();

/** The reasons of what was skipped, without the addresses and titles in them, each with its number. */
function reasons(skipped) {
  const counts = new Map();
  for (const { reason } of skipped) {
    const kind = reason.replace(/: .*| \S*:\/\/.*/, '');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => `${count} ${reason}`).join('; ');
}

console.log('| file | format | articles | expected | skipped |\n|---|---|---|---|---|');
let faults = 0;
for (const file of files) {
  const json = JSON.parse(readFileSync(join(samples, file), 'utf8'));
  const { format, articles, skipped } = readIndex(json, 'https://site.example/feed.json');
  const sound = articles.every(({ title, url }) => title && /^https?:\/\//.test(url));
  const asExpected = typeof expected[file] !== 'number' || expected[file] === articles.length;
  if (!sound || !asExpected) faults++;
  const count = asExpected ? articles.length : `**${articles.length}**`;
  console.log(`| ${[file, format ?? 'none', count, expected[file] ?? '', reasons(skipped)].join(' | ')} |`);
}
console.log(`\n${faults} of ${files.length} files are not read as expected.`);
