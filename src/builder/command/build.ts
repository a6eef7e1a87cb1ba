import { Command } from 'commander';
import { build, type BuildOptions, type Built } from '../build.js';
import { SearchServer } from '../search-server/search-server.js';
import { cachesFor } from './cache.js';
import {
  belonging,
  configured,
  filter,
  wholeNumber,
  withCache,
  withConfig,
  withSourceOptions,
} from './options.js';
import { bytes, type Environment, numberOf, type Reporter, seconds, styled } from './reporter.js';

/** `related-articles build`. */
export function buildCommand(environment: Environment, report: Reporter): Command {
  const command = new Command('build')
    .summary('read a site, write its article index or the neighbours of each article')
    .description(
      'Reads a site and writes an article index for it, a small file of neighbours for each article, or both.\n\n' +
        'A source is a folder of built HTML or of Markdown with front matter, a feed (RSS, Atom, RDF, JSON), ' +
        'an export of WordPress or Blogger, a sitemap or robots.txt, a search index, any JSON list of articles, ' +
        'JSON Lines (.jsonl), or the address of one of these or of a WordPress site. ' +
        'An article that is in several sources is listed once; the source named first wins.',
    )
    .argument('[source...]', 'folders, files and http(s) addresses')
    .option(
      '--out <file>',
      'file of the index, or - for standard output (default: articles.json, or none with --neighbours)',
    )
    .option('--neighbours <dir>', 'folder for a small file per article, DIR/<path of the article>.json')
    .option(
      '--engine <address>',
      'search server that finds the neighbours of very many articles, opensearch:https://host:9200/INDEX or elasticsearch:…; user and password in the environment',
    )
    .option('--terms <number>', 'key terms per article in the index (default: 32)', wholeNumber(0))
    .option('--limit <number>', 'neighbours per article (default: 12)', wholeNumber(1))
    .option('--only <terms>', `neighbours from these alone, such as "section:Netze tag:'Open RAN'"`, filter)
    .option(
      '--by <what>',
      'neighbours of the same author, series or section, or backlinks, in place of related ones',
      belonging,
    )
    .option(
      '--discussions <system>',
      'comment system to ask for the numbers of posts: disqus:NAME, discourse:URL, github:OWNER/REPO, "isso URL" …',
    );
  return withConfig(withSourceOptions(withCache(command)))
    .addHelpText(
      'after',
      `
Examples:
  A site that Hugo, Jekyll, Eleventy or Astro built, up to a few thousand articles;
  the page names src="/articles.json":
    $ related-articles build public/ --out public/articles.json
  The same for a site of any size; the page names src="/related/{path}.json":
    $ related-articles build public/ --neighbours public/related
  A WordPress site, with its comment counts:
    $ related-articles build https://site.example/ --neighbours related
  The articles of the same author, for a second block; it names src="/by-author/{path}.json":
    $ related-articles build public/ --neighbours public/by-author --by author
  Pages, and discussion counts from the feed:
    $ related-articles build public/ feed.xml --base https://site.example/
  A site of a hundred thousand articles, with OpenSearch or Elasticsearch; see docs/search-server.md:
    $ related-articles build export.jsonl --engine opensearch:https://search.example:9200/articles --neighbours related
  Discussion counts of a comment system; GitHub's needs GITHUB_TOKEN in the environment:
    $ related-articles build public/ --discussions disqus:SHORTNAME`,
    )
    .action(async (named: string[]) => {
      const started = performance.now();
      const sources = configured(command, named);
      const {
        cache,
        engine: address,
        ...options
      } = command.opts<
        Omit<BuildOptions, 'cache' | 'engine'> & { readonly cache: boolean; readonly engine?: string }
      >();
      const githubToken = environment.env['GITHUB_TOKEN'];
      const { env, signal } = environment;
      const { timeout } = options;
      const engine =
        address === undefined
          ? undefined
          : new SearchServer(address, { env, signal, ...(timeout !== undefined && { timeout }) });
      const caches = cache ? cachesFor(sources, environment) : undefined;
      const isToOutput = options.out !== undefined && STANDARD_OUTPUT.test(options.out);
      if (isToOutput) report.keepOutputForData();
      const built = await build(sources, {
        ...options,
        ...caches,
        ...(isToOutput && { onIndex: (index: string) => report.data(index) }),
        ...(githubToken !== undefined && { githubToken }),
        ...(engine && { engine }),
        signal,
        onProgress: report.onProgress,
      });
      caches?.cache.save();
      const time = seconds(performance.now() - started);
      report.line(styled('bold', numberOf(built.articles.length, 'article')), ` in ${time}`);
      report.warnings(built.warnings);
      report.leftOut(built.leftOut);
      for (const line of written(built, options.neighbours)) report.line(line);
    });
}

/** Names of standard output. */
const STANDARD_OUTPUT = /^(?:-|\/dev\/stdout|\/dev\/fd\/1|\/proc\/self\/fd\/1)$/;

/** A line for each thing that was written. */
function written({ index, engine, neighbours, discussions }: Built, folder: string | undefined): string[] {
  const lines: string[] = [];
  if (discussions) lines.push(numberOf(discussions.known, 'discussion count'));
  if (index) lines.push(`${index.path}: ${bytes(index.bytes)} gzip${index.changed ? '' : ', unchanged'}`);
  if (engine) {
    const { sent, unchanged, removed } = engine;
    lines.push(`search server: ${sent} sent, ${unchanged} unchanged, ${removed} removed`);
  }
  if (neighbours) {
    const { written: changed, unchanged, removed, largest } = neighbours;
    const files = numberOf(changed + unchanged, 'file');
    lines.push(
      `${folder}: ${files}, ${changed} written, ${unchanged} unchanged, ${removed} removed; the largest is ${bytes(largest)} gzip`,
    );
  }
  return lines;
}
