import { Command } from 'commander';
import type { SourceOptions } from '../options.js';
import { preview, type PreviewOptions } from '../preview.js';
import { readSources } from '../sources/read-sources.js';
import { configured, wholeNumber, withConfig, withSourceOptions } from './options.js';
import { type Environment, numberOf, type Reporter, styled } from './reporter.js';

/** `related-articles preview`. */
export function previewCommand({ signal }: Environment, report: Reporter): Command {
  const command = new Command('preview')
    .summary('show every article with its block on this computer')
    .description(
      'Reads a site and shows every article with its block on this computer, until you press Ctrl-C.',
    )
    .argument('[source...]', 'folders, files and http(s) addresses, as for build')
    .option('--limit <number>', 'neighbours per article (default: 12)', wholeNumber(1))
    .option(
      '--port <number>',
      'port on 127.0.0.1; 0 takes a free one (default: 4173)',
      wholeNumber(0, 65535),
    );
  return withConfig(withSourceOptions(command))
    .addHelpText(
      'after',
      `
Examples:
  Click through a site before it is published:
    $ related-articles preview public/
  Try the block on a site that is not yours:
    $ related-articles preview https://site.example/feed.json`,
    )
    .action(async (named: string[]) => {
      const sources = configured(command, named);
      const options = command.opts<SourceOptions & PreviewOptions>();
      const progress = { signal, onProgress: report.onProgress };
      const { articles, leftOut, warnings = [] } = await readSources(sources, { ...options, ...progress });
      report.warnings(warnings);
      report.leftOut(leftOut);
      const { url, close } = await preview(articles, options);
      report.line(`${numberOf(articles.length, 'article')} at `, styled('bold', url), ' until Ctrl-C');
      if (!signal.aborted)
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      await close();
    });
}
