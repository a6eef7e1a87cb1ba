import { Command } from 'commander';
import { explain, type Explanation, type ScorePart } from '../explain.js';
import type { SourceOptions } from '../options.js';
import { readSources } from '../sources/read-sources.js';
import { wholeNumber, withSourceOptions } from './options.js';
import { type Environment, type Reporter, styled } from './reporter.js';

/** `related-articles explain`. */
export function explainCommand({ signal }: Environment, report: Reporter): Command {
  const command = new Command('explain')
    .summary('tell why articles are related')
    .description(
      'Tells which articles are related to one article, how much and why. If a second article is named, it tells the ' +
        'same of that one alone.\n\n' +
        'A score is from 0 to 1: the sum of what the two articles have in common (+), times how near they are in time ' +
        '(×), and what the links of the articles most like this one add (+). Most scores are low; 0.1 is closely related.\n\n' +
        'Name an article by its id, its address, the end of its address, or a part of its title.',
    )
    .argument('<source>', 'an index, or any other source that build reads')
    .argument('<article>', 'the current article')
    .argument('[other]', 'an article that is shown under it, or is not')
    .option('--limit <number>', 'related articles at most (default: 12)', wholeNumber(1))
    .option('--json', 'print the explanation as JSON');
  return withSourceOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  What is shown under an article:
    $ related-articles explain public/articles.json blog/masts/
  Why another article is not shown there:
    $ related-articles explain public/articles.json blog/masts/ "Masts and forests"`,
    )
    .action(async (source: string, named: string, other: string | undefined) => {
      const options = command.opts<SourceOptions & { readonly limit?: number; readonly json?: boolean }>();
      const { articles, warnings = [] } = await readSources([source], {
        ...options,
        signal,
        onProgress: report.onProgress,
      });
      const explanation = explain(articles, named, { ...options, ...(other !== undefined && { other }) });
      if (options.json) report.data(`${JSON.stringify(explanation, undefined, 2)}\n`);
      else {
        report.warnings(warnings);
        print(explanation, report);
      }
    });
}

function print({ article, related }: Explanation, report: Reporter): void {
  report.line(styled('bold', article.title));
  report.line(styled('dim', article.url));
  if (related.length === 0) {
    report.line();
    report.line('No article is related to it.');
  }
  for (const {
    rank,
    reason,
    title,
    url,
    score,
    parts,
    tags,
    terms,
    linkedWith,
    isCurated,
    series,
  } of related) {
    const place = rank === undefined ? '–' : String(rank);
    report.line();
    report.line(`${place.padStart(4)}  ${score.toFixed(3)}  `, styled('bold', title));
    report.line(styled('dim', `${MARGIN}${url}`));
    if (reason !== undefined) report.line(`${MARGIN}not shown: it ${reason}`);
    if (isCurated) report.line(`${MARGIN}comes first: the editors of this article chose it`);
    if (series !== undefined) report.line(`${MARGIN}comes first: both are parts of the series “${series}”`);
    if (tags.length > 0) report.line(`${MARGIN}tags: ${tags.join(', ')}`);
    if (terms.length > 0) report.line(`${MARGIN}words: ${terms.join(', ')}`);
    if (linkedWith)
      report.line(`${MARGIN}linked with: “${linkedWith.title}”, which is much like this article`);
    for (const part of parts) partLine(part, report);
  }
}

const MARGIN = ' '.repeat(13);

/** Prints a part of a score, unless it adds next to nothing. */
function partLine({ kind, what, value }: ScorePart, report: Reporter): void {
  const number = value.toFixed(3);
  if (kind === 'times') report.line(`${' '.repeat(4)}× ${number}  ${what}`);
  else if (Number(number) > 0) report.line(`${' '.repeat(4)}+ ${number}  ${what}`);
}
