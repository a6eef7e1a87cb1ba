import { Command, CommanderError } from 'commander';
import { BuildError } from '../build-error.js';
import { buildCommand } from './build.js';
import { version } from './cache.js';
import { checkCommand } from './check.js';
import { explainCommand } from './explain.js';
import { injectCommand } from './inject.js';
import { linksCommand } from './links.js';
import { previewCommand } from './preview.js';
import { Reporter, type Environment } from './reporter.js';

/**
 * Runs the command line.
 *
 * @param args what follows the command's name
 * @returns the exit code: 0; 1 for an error, an index with errors, or links that lack what `--fail-on` names; 130 if it was interrupted
 */
export async function main(args: readonly string[], environment: Environment): Promise<number> {
  const report = new Reporter(environment);
  const program = new Command('related-articles')
    .description('Makes article indexes for the <related-articles> element, and checks them.')
    .version(version(), '-V, --version', 'print the version')
    .option('-q, --quiet', 'print nothing but errors')
    .helpCommand(false)
    .addHelpText(
      'after',
      `
Start with the folder that your site is built into:
    $ related-articles preview public/
    $ related-articles build public/ --out public/articles.json

See related-articles COMMAND --help for the options of a command, with examples.`,
    )
    .hook('preAction', () => {
      report.quiet = program.opts<{ quiet?: boolean }>().quiet === true;
    });
  for (const make of COMMANDS) program.addCommand(make(environment, report));
  for (const command of [program, ...program.commands]) {
    command
      .exitOverride()
      .configureOutput({ writeOut: (text) => report.data(text), writeErr: () => {} })
      .configureHelp({ showGlobalOptions: true });
  }
  if (args.length === 0) {
    program.outputHelp();
    return 0;
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return report.exitCode;
  } catch (error) {
    const named = program.commands.find((command) => command.name() === args[0])?.name();
    return failure(
      error,
      named ? `related-articles ${named}` : 'related-articles',
      environment.signal,
      report,
    );
  }
}

const COMMANDS = [buildCommand, checkCommand, explainCommand, previewCommand, injectCommand, linksCommand];

/** Prints an error in one line. Only a fault of this program gets a stack trace. */
function failure(error: unknown, command: string, signal: AbortSignal, report: Reporter): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    const message = error.message
      .replace(/^error: /, '')
      .replaceAll('\n', ' ')
      .replace(/\.$/, '');
    report.error(`related-articles: ${message}; see ${command} --help`);
    return 1;
  }
  if (signal.aborted) {
    report.error(`related-articles: ${report.stopped()}`);
    return 130;
  }
  if (error instanceof BuildError) {
    report.error(error.message.replace(/\s*\n\s*/g, ' '));
    return 1;
  }
  report.error(`related-articles: internal error: ${error instanceof Error ? error.stack : String(error)}`);
  return 1;
}
