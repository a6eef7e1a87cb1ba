import { Command } from 'commander';
import { toError } from '../../shared/error.js';
import { BuildError } from '../build-error.js';
import { type Check, checkIndex, type Finding } from '../check.js';
import { NOWHERE } from '../nowhere.js';
import type { SourceOptions } from '../options.js';
import { kindOf } from '../sources/document-kind.js';
import { textDocument } from '../sources/documents.js';
import { dataOfJson } from '../sources/json-text.js';
import { withBase, withLanguage, withTimeout } from './options.js';
import { bytes, type Environment, numberOf, type Reporter, styled } from './reporter.js';

/** `related-articles check`. */
export function checkCommand({ signal }: Environment, report: Reporter): Command {
  const command = new Command('check')
    .summary('find what is wrong with an index')
    .description(
      'Reads an article index and says what is wrong with it: entries that can’t be shown, repeated titles, missing ' +
        'dates and languages, tags that do not tell articles apart, articles with few neighbours, a file that is too ' +
        'large. The exit code is 1 if entries can’t be shown.',
    )
    .argument('<index>', 'a file or an http(s) address')
    .option('--json', 'print the findings as JSON');
  return withTimeout(withLanguage(withBase(command)))
    .addHelpText(
      'after',
      `
Examples:
  The index that you publish:
    $ related-articles check https://site.example/feed.json
  An index that was just built, in a script that stops if it has errors:
    $ related-articles check public/articles.json --json > findings.json`,
    )
    .action(async (index: string) => {
      const options = command.opts<SourceOptions & { readonly json?: boolean }>();
      const { text, base, where } = await textDocument(index, { ...options, signal });
      const check = checked(text, base, where, options);
      if (check.findings.some(({ level }) => level === 'error')) report.exitCode = 1;
      if (options.json) report.data(`${JSON.stringify(check, undefined, 2)}\n`);
      else print(check, where, report);
    });
}

function checked(text: string, base: string, where: string, options: SourceOptions): Check {
  try {
    return checkIndex(text, base, options);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new BuildError(whyNoJson(text, where), { cause });
  }
}

/** Why a text is not JSON; of one that is nearly JSON, where it is not. */
function whyNoJson(text: string, where: string): string {
  if (kindOf(text) !== 'JSON')
    return `${where} is not JSON; an index is a JSON Feed or a JSON list of articles, such as related-articles build writes`;
  try {
    return dataOfJson(text, where).warnings.join();
  } catch (cause) {
    return toError(cause).message;
  }
}

function print(
  { articles, bytes: size, gzipBytes, parseMs, findings }: Check,
  where: string,
  report: Reporter,
): void {
  report.line(styled('bold', where));
  report.line(
    `${numberOf(articles, 'article')}, ${bytes(size)}, ${bytes(gzipBytes)} gzip, about ${parseMs} ms to parse on a phone`,
  );
  for (const finding of findings) lines(finding, report);
  if (findings.length === 0) report.line(styled('green', 'No faults found.'));
}

function lines({ level, what, count, examples, advice }: Finding, report: Reporter): void {
  const sign = level === 'error' ? styled('red', 'error  ') : styled('yellow', 'warning');
  report.line();
  report.line(sign, `  ${what}: ${count.toLocaleString('en')}`);
  report.line(`         ${advice}`);
  // A file does not tell its site. Its relative addresses are shown as they are.
  for (const example of examples)
    report.line(styled('dim', `         - ${example.replaceAll(NOWHERE, '/')}`));
  if (count > examples.length && examples.length > 0) {
    report.line(styled('dim', `         - and ${numberOf(count - examples.length, 'other')}`));
  }
}
