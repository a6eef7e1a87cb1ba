import type { Built } from '../build.js';
import { byReason, type LeftOut } from '../sources/found.js';
import type { Reporter } from './reporter.js';
import { bytes, numberOf, seconds } from './units.js';

/** Prints what was built and what was left out. */
export function summarize(
  built: Built,
  milliseconds: number,
  folder: string | undefined,
  report: Reporter,
): void {
  const { articles, leftOut, index, neighbours, discussions } = built;
  report.line(`${report.styled('bold', numberOf(articles.length, 'article'))} in ${seconds(milliseconds)}`);
  leftOutLines(leftOut, report);
  if (discussions) {
    const { known, failure } = discussions;
    report.line(
      `${numberOf(known, 'discussion count')}${failure === undefined ? '' : `, others missing: ${failure}`}`,
    );
  }
  if (index) {
    report.line(`${index.path}: ${bytes(index.bytes)} gzip${index.changed ? '' : ', unchanged'}`);
  }
  if (neighbours) {
    const { written, unchanged, removed, largest } = neighbours;
    const files = numberOf(written + unchanged, 'file');
    report.line(
      `${folder}: ${files}, ${written} written, ${unchanged} unchanged, ${removed} removed; the largest is ${bytes(largest)} gzip`,
    );
  }
}

/** Prints what was left out, by reason, with examples. */
export function leftOutLines(leftOut: readonly LeftOut[], report: Reporter): void {
  if (leftOut.length === 0) return;
  report.line(`${leftOut.length.toLocaleString('en')} left out:`);
  for (const [reason, places] of byReason(leftOut)) {
    const more = places.length > EXAMPLES ? [`and ${places.length - EXAMPLES} more`] : [];
    report.line(`  ${places.length.toLocaleString('en').padStart(5)}  ${reason}`);
    for (const line of [...places.slice(0, EXAMPLES), ...more])
      report.line(report.styled('dim', MARGIN + line));
  }
}

const EXAMPLES = 3;
const MARGIN = ' '.repeat(9);
