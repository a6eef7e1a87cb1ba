import { Command } from 'commander';
import { linksReport, type LinksReport, type LinksReportOptions } from '../links-report.js';
import type { SourceOptions } from '../options.js';
import { readSources } from '../sources/read-sources.js';
import { cachesFor } from './cache.js';
import {
  configured,
  listOf,
  numberBetween,
  wholeNumber,
  withCache,
  withConfig,
  withSourceOptions,
} from './options.js';
import { type Environment, numberOf, type Reporter, seconds, styled } from './reporter.js';

/** What the report lists, as `--fail-on` names it. */
const KINDS = ['orphans', 'mentions', 'pairs'] as const;

/** The options of the command beside those of `SourceOptions`. */
interface Options extends LinksReportOptions {
  readonly limit?: number;
  readonly json?: boolean;
  readonly failOn?: readonly (typeof KINDS)[number][];
}

/** `related-articles links`. */
export function linksCommand(environment: Environment, report: Reporter): Command {
  const { signal } = environment;
  const { onProgress } = report;
  const command = new Command('links')
    .summary('find the links that the articles of a site lack')
    .description(
      'Reads a site and lists the links that its articles lack:\n\n' +
        '- orphans: articles that no other article links to;\n' +
        '- mentions: articles that name another one by its title and do not link to it, with the sentence;\n' +
        '- pairs: closely related articles that do not link to each other.\n\n' +
        'Only links in the texts of articles count. Links in menus, in lists of articles and in the block do not.',
    )
    .argument('[source...]', 'folders, files and http(s) addresses, as for build')
    .option('--limit <number>', 'how many of each kind are printed (default: 20)', wholeNumber(1))
    .option('--min-score <number>', 'the least score of a pair, 0 to 1 (default: 0.2)', numberBetween(0, 1))
    .option('--json', 'print the whole report as JSON')
    .option(
      '--fail-on <kinds>',
      'exit with 1 if there are any of these: orphans, mentions, pairs; with commas between them',
      listOf(KINDS),
    );
  return withConfig(withSourceOptions(withCache(command)))
    .addHelpText(
      'after',
      `
Examples:
  What to link in a site that was just built:
    $ related-articles links public/
  In a script that stops if an article names another one without a link:
    $ related-articles links public/ --fail-on mentions
  All of it, for another program:
    $ related-articles links public/ --json > links.json`,
    )
    .action(async (named: string[]) => {
      const started = performance.now();
      const sources = configured(command, named);
      const { cache, ...options } = command.opts<
        Omit<SourceOptions, 'cache'> & Options & { readonly cache: boolean }
      >();
      const caches = cache ? cachesFor(sources, environment) : undefined;
      const reading = { ...options, ...(caches && { cache: caches.cache }), signal, onProgress };
      const { articles, warnings = [] } = await readSources(sources, reading);
      caches?.cache.save();
      const links = await linksReport(articles, { ...options, signal, onProgress });
      if (options.failOn?.some((kind) => links[kind].length > 0)) report.exitCode = 1;
      if (options.json) return report.data(`${JSON.stringify(links, undefined, 2)}\n`);
      const time = seconds(performance.now() - started);
      report.line(
        styled('bold', numberOf(links.articles, 'article')),
        ` and ${numberOf(links.links, 'link')} among them in ${time}`,
      );
      report.warnings([...warnings, ...doubts(links)]);
      return print(links, options, report);
    });
}

/** What the report can't tell, as sentences. */
function doubts({ articles, texts }: LinksReport): string[] {
  if (texts === articles) return [];
  const which = texts === 0 ? 'no article has a' : `only ${texts} of ${numberOf(articles, 'article')} have a`;
  return [
    `${which} full text, and mentions are found in full texts alone; name the site in place of an index`,
  ];
}

function print(links: LinksReport, { limit = LIMIT }: Options, report: Reporter): void {
  const { orphans, mentions, pairs, minScore } = links;
  const section = <Entry>(heading: string, entries: readonly Entry[], show: (entry: Entry) => void): void => {
    report.line();
    report.line(styled('bold', heading));
    for (const entry of entries.slice(0, limit)) show(entry);
    if (entries.length > limit)
      report.line(styled('dim', `  and ${numberOf(entries.length - limit, 'other')}`));
  };
  section(`Orphans: ${numberOf(orphans.length, 'article')} that no other one links to`, orphans, (orphan) => {
    report.line(`  ${orphan.title}  `, styled('dim', orphan.url));
    if (orphan.closest) report.line(styled('dim', `    most related: ${orphan.closest.title}`));
  });
  section(
    `Mentions: ${numberOf(mentions.length, 'title')} in the texts of other articles without a link`,
    mentions,
    ({ article, mentioned, sentence }) => {
      report.line(`  ${article.title}  `, styled('dim', article.url));
      report.line(`    names “${mentioned.title}”  `, styled('dim', mentioned.url));
      report.line(styled('dim', `    ${sentence}`));
    },
  );
  section(
    `Pairs: ${numberOf(pairs.length, 'pair')} of related articles without a link, with a score from ${minScore}`,
    pairs,
    ({ article, other, score }) => {
      report.line(`  ${score.toFixed(3)}  ${article.title}  `, styled('dim', article.url));
      report.line(`         ${other.title}  `, styled('dim', other.url));
    },
  );
  report.line();
  report.line(nextStep(links));
}

/** What to do first. */
function nextStep({ orphans, mentions, pairs }: LinksReport): string {
  if (mentions.length > 0)
    return 'Begin with the mentions: the words are there, and only the link is missing.';
  if (orphans.length > 0)
    return 'Begin with the orphans: link each one from the article that is most related to it.';
  if (pairs.length > 0)
    return 'Begin with the first pairs: the higher the score, the more two articles have in common.';
  return 'No link is missing.';
}

/** How many of each kind are printed. */
const LIMIT = 20;
