import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { parse as parseYaml } from 'yaml';
import { isRecord } from '../../shared/json.js';
import { BuildError, systemReason } from '../build-error.js';

/** Adds the options of `SourceOptions` that a command line can give. */
export function withSourceOptions(command: Command): Command {
  withBase(command)
    .option(
      '--include <glob>',
      'read only files or pages with these paths, such as "blog/**"; may be repeated',
      collected,
    )
    .option('--exclude <glob>', 'leave out files or pages with these paths; may be repeated', collected);
  return withTimeout(withLanguage(command));
}

/** Adds `--config`, which `configured` reads. */
export function withConfig(command: Command): Command {
  return command.option('--config <file>', 'a JSON or YAML file with these options by name, and "sources"');
}

/** Adds `--no-cache`. */
export function withCache(command: Command): Command {
  return command.option(
    '--no-cache',
    'read and rank everything anew, without the results of earlier runs in ~/.cache',
  );
}

/** Adds `--base`. */
export function withBase(command: Command): Command {
  return command.option('--base <url>', 'the site’s address, for files that do not name it', webAddress);
}

/** Adds `--language`. */
export function withLanguage(command: Command): Command {
  return command.option('--language <tag>', 'language of articles that name none, such as de', languageTag);
}

/** Adds `--timeout`; its value is in milliseconds, as in `SourceOptions`. */
export function withTimeout(command: Command): Command {
  return command.option('--timeout <seconds>', 'how long one request may take (default: 30)', milliseconds);
}

/** Makes a parser of whole numbers from `least` to `most`. */
export function wholeNumber(least: number, most = Infinity): (text: string) => number {
  const range = most === Infinity ? `from ${least}` : `from ${least} to ${most}`;
  return (text) => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < least || number > most || text.trim() === '') {
      throw new InvalidArgumentError(`It must be a whole number ${range}.`);
    }
    return number;
  };
}

function collected(text: string, known: readonly string[] | undefined): string[] {
  return [...(known ?? []), text];
}

function milliseconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0)) throw new InvalidArgumentError('It must be a number above 0.');
  return seconds * 1000;
}

function webAddress(text: string): string {
  if (URL.canParse(text) && /^https?:/i.test(text)) return new URL(text).href;
  throw new InvalidArgumentError('It must be an http(s) address, such as https://site.example/.');
}

function languageTag(text: string): string {
  try {
    return new Intl.Locale(text).toString();
  } catch {
    throw new InvalidArgumentError('It must be a language tag, such as de or en-GB.');
  }
}

/**
 * Gives a command the options of its configuration file, if it has one. Options on the command line come first. The file
 * is read as YAML, of which JSON is a part. Its options are checked like those on the command line.
 *
 * @param sources those on the command line
 * @returns the sources on the command line, else those in the file
 * @throws BuildError if the file can't be read, or if it has an unknown option or a wrong value
 */
export function configured(command: Command, sources: readonly string[]): readonly string[] {
  const { config } = command.opts<{ readonly config?: string }>();
  if (config === undefined) return sources;
  const { sources: listed, ...options } = configuration(config);
  for (const [name, value] of Object.entries(options)) {
    const option = command.options.find((known) => known.attributeName() === name || known.name() === name);
    if (!option || name === 'config')
      throw new BuildError(
        `${config}: "${name}" is not an option of ${command.name()}; see related-articles ${command.name()} --help`,
      );
    if (command.getOptionValueSource(option.attributeName()) === 'cli') continue;
    try {
      const parse = option.parseArg ?? ((text: string): unknown => text);
      const parsed = [value].flat().reduce<unknown>((known, part) => parse(String(part), known), undefined);
      command.setOptionValueWithSource(option.attributeName(), parsed, 'config');
    } catch (cause) {
      throw new BuildError(`${config}: "${name}" is wrong: ${cause instanceof Error ? cause.message : ''}`, {
        cause,
      });
    }
  }
  return sources.length > 0 ? sources : [listed ?? []].flat().map(String);
}

function configuration(path: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new BuildError(`can't read ${path}: ${systemReason(cause)}; check the path`, { cause });
  }
  try {
    const data: unknown = parseYaml(text, { logLevel: 'error' });
    if (isRecord(data)) return data;
  } catch {
    // The error below says it.
  }
  throw new BuildError(
    `${path} is not a configuration; write options by their names, as in {"sources": ["public"]}`,
  );
}
