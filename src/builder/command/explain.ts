import { Command } from 'commander';
import { explain, type Explanation } from '../explain.js';
import { readSources } from '../sources/read-sources.js';
import { type SourceFlags, sourceOptions, withSourceOptions, wholeNumber } from './options.js';
import type { Reporter, Surroundings } from './reporter.js';

interface ExplainFlags extends SourceFlags {
  readonly limit?: number;
  readonly json?: boolean;
}

/** `related-articles explain`. */
export function explainCommand({ signal }: Surroundings, report: Reporter): Command {
  const command = new Command('explain')
    .summary('say why articles are related')
    .description(
      'Says which articles are related to one, how much and why; or how much another article is, and why.\n\n' +
        'An article is named by its id, its address, the end of its address, or a part of its title.',
    )
    .argument('<source>', 'an index, or anything else that build reads')
    .argument('<article>', 'the article that is being read')
    .argument('[other]', 'one that is shown under it, or is not')
    .option('--limit <number>', 'how many at most (default: 12)', wholeNumber(1))
    .option('--json', 'print it as JSON');
  return withSourceOptions(command)
    .addHelpText(
      'after',
      `
Examples:
  What is shown under an article:
    $ related-articles explain public/articles.json blog/masts/
  Why another one is not:
    $ related-articles explain public/articles.json blog/masts/ "Masts and forests"`,
    )
    .action(async (source: string, named: string, other: string | undefined) => {
      const flags = command.opts<ExplainFlags>();
      const options = { ...sourceOptions(flags), signal, onProgress: report.onProgress };
      const { articles } = await readSources([source], options);
      const explanation = explain(articles, named, {
        ...(other !== undefined && { other }),
        ...(flags.limit !== undefined && { limit: flags.limit }),
        ...(flags.language !== undefined && { language: flags.language }),
      });
      if (flags.json) report.data(`${JSON.stringify(explanation, undefined, 2)}\n`);
      else print(explanation, report);
    });
}

function print({ article, related }: Explanation, report: Reporter): void {
  report.line(report.styled('bold', article.title));
  report.line(report.styled('dim', article.url));
  if (related.length === 0) report.line('\nNothing is related to it.');
  for (const { rank, title, url, score, tags, terms } of related) {
    report.line();
    if (rank === undefined) {
      report.line(`   –  not related: it shares no telling term  ${report.styled('bold', title)}`);
      continue;
    }
    report.line(`${String(rank).padStart(4)}  ${score.toFixed(3)}  ${report.styled('bold', title)}`);
    report.line(report.styled('dim', `             ${url}`));
    if (tags.length > 0) report.line(`             tags: ${tags.join(', ')}`);
    if (terms.length > 0) report.line(`             terms: ${terms.join(', ')}`);
  }
}
