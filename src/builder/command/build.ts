import { Command } from 'commander';
import { build } from '../build.js';
import { cachesFor } from './cache.js';
import {
  configured,
  type SourceFlags,
  sourceOptions,
  wholeNumber,
  withCache,
  withConfig,
  withSourceOptions,
} from './options.js';
import type { Reporter, Surroundings } from './reporter.js';
import { summarize } from './summary.js';

interface BuildFlags extends SourceFlags {
  readonly out?: string;
  readonly neighbours?: string;
  readonly terms?: number;
  readonly limit?: number;
  readonly cache: boolean;
  readonly discussions?: string;
}

/** `related-articles build`. */
export function buildCommand(surroundings: Surroundings, report: Reporter): Command {
  const command = new Command('build')
    .summary('read a site, write its article index or the neighbours of each article')
    .description(
      'Reads a site and writes an article index for it, a small file of neighbours for each article, or both.\n\n' +
        'A source is a folder of built HTML, a folder of Markdown with front matter, a feed (RSS, Atom, RDF, JSON), ' +
        'a sitemap, any JSON list of articles, or the address of one of these or of a WordPress site. ' +
        'Articles that several sources know become one; the source named first counts most.',
    )
    .argument('[source...]', 'folders, files and http(s) addresses')
    .option('--out <file>', 'file of the index (default: articles.json, unless --neighbours is given)')
    .option('--neighbours <dir>', 'folder of small files, DIR/<path of the article>.json')
    .option(
      '--terms <number>',
      'words and phrases kept per article in the index (default: 32)',
      wholeNumber(0),
    )
    .option('--limit <number>', 'neighbours per article (default: 12)', wholeNumber(1))
    .option(
      '--discussions <system>',
      'numbers of posts: disqus:NAME, discourse:URL, github:OWNER/REPO, "isso URL" …',
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
  Pages, and discussion counts from the feed:
    $ related-articles build public/ feed.xml --base https://site.example/
  Discussion counts of a comment system; GitHub's needs GITHUB_TOKEN in the environment:
    $ related-articles build public/ --discussions disqus:SHORTNAME`,
    )
    .action(async (named: string[]) => {
      const started = performance.now();
      const sources = configured(command, named);
      const flags = command.opts<BuildFlags>();
      const { out, neighbours, terms, limit, discussions } = flags;
      const githubToken = surroundings.env['GITHUB_TOKEN'];
      const caches = flags.cache ? cachesFor(sources, surroundings) : undefined;
      const built = await build(sources, {
        ...sourceOptions(flags),
        ...(out !== undefined && { out }),
        ...(neighbours !== undefined && { neighbours }),
        ...(terms !== undefined && { terms }),
        ...(limit !== undefined && { limit }),
        ...caches,
        ...(discussions !== undefined && { discussions }),
        ...(githubToken !== undefined && { githubToken }),
        signal: surroundings.signal,
        onProgress: report.onProgress,
      });
      caches?.cache.save();
      summarize(built, performance.now() - started, neighbours, report);
    });
}
