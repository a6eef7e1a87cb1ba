import { Command } from 'commander';
import { inject, type InjectOptions } from '../inject.js';
import { cachesFor } from './cache.js';
import { wholeNumber, withCache, withSourceOptions } from './options.js';
import { type Environment, numberOf, type Reporter, seconds, styled } from './reporter.js';

/** `related-articles inject`. */
export function injectCommand(environment: Environment, report: Reporter): Command {
  const command = new Command('inject')
    .summary('write the neighbours of each article into its built page')
    .description(
      'Writes the neighbours of each article into its built page, inside its <related-articles> element: as links, ' +
        'for crawlers and visitors without JavaScript, and as data, so that the block needs no index. ' +
        'Pages without the element stay as they are. Run it after each build of the site. A second run changes ' +
        'nothing.',
    )
    .argument('<site>', 'the folder that your site is built into')
    .option('--limit <number>', 'neighbours per article (default: 12)', wholeNumber(1))
    .option(
      '--after-paragraph <number>',
      'move the block of each page behind this paragraph of its text, with a link that skips it (default: it stays where it is)',
      wholeNumber(1),
    )
    .option('--dry-run', 'print which pages would be changed, and change nothing');
  return withSourceOptions(withCache(command))
    .addHelpText(
      'after',
      `
Examples:
  After Hugo has built the site:
    $ hugo && related-articles inject public/
  With the block within the text of each article:
    $ related-articles inject public/ --after-paragraph 5
  To see which pages would be changed:
    $ related-articles inject public/ --dry-run`,
    )
    .action(async (site: string) => {
      const started = performance.now();
      const { cache, ...options } = command.opts<
        Omit<InjectOptions, 'cache'> & { readonly cache: boolean }
      >();
      const { dryRun = false, afterParagraph } = options;
      const caches = cache ? cachesFor([site], environment) : undefined;
      const { articles, changed, unchanged, tooShort, leftOut, framework } = await inject(site, {
        ...options,
        ...caches,
        signal: environment.signal,
        onProgress: report.onProgress,
      });
      caches?.cache.save();
      const time = seconds(performance.now() - started);
      report.line(styled('bold', numberOf(articles, 'article')), ` in ${time}`);
      report.leftOut(leftOut);
      if (framework) report.warnings([advice(framework, site)]);
      report.line(
        `${numberOf(changed.length, 'page')} ${dryRun ? 'would change' : 'changed'}, ${unchanged} unchanged`,
      );
      if (tooShort.length > 0) {
        const [have, its] =
          tooShort.length === 1
            ? ['has', 'its block stays where the page has it']
            : ['have', 'their blocks stay where the pages have them'];
        report.line(
          `${numberOf(tooShort.length, 'page')} ${have} fewer than ${numberOf(afterParagraph ?? 0, 'paragraph')}; ${its}`,
        );
      }
      if (dryRun) for (const file of changed) report.line(`  ${file}`);
    });
}

/** What to do in place of `inject` for an app that doesn't keep what is written into its pages. */
function advice(framework: string, site: string): string {
  const folder = site.replace(/\/$/, '');
  return (
    `${framework} renders these pages once more in the browser and drops what inject writes; use files of neighbours ` +
    `there: related-articles build ${folder}/ --neighbours ${folder}/related, with src="/related/{path}.json"`
  );
}
