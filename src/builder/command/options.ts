import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, type Option } from 'commander';
import { parse as parseYaml } from 'yaml';
import { type Belonging, BELONGINGS } from '../../ranking/belonging.js';
import { filterTerms } from '../../ranking/filter.js';
import { isRecord } from '../../shared/json.js';
import { BuildError } from '../build-error.js';
import { accessed } from '../sources/documents.js';

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

/** Says what the value of an option must be. */
class WrongValue extends InvalidArgumentError {
  readonly need: string;

  constructor(need: string) {
    super(`It must be ${need}.`);
    this.need = need;
  }
}

/** Makes a parser of whole numbers from `least` to `most`. */
export function wholeNumber(least: number, most = Infinity): (text: string) => number {
  const range = most === Infinity ? `from ${least}` : `from ${least} to ${most}`;
  return (text) => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < least || number > most || text.trim() === '') {
      throw new WrongValue(`a whole number ${range}`);
    }
    return number;
  };
}

/** Makes a parser of numbers from `least` to `most`. */
export function numberBetween(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (number >= least && number <= most && text.trim() !== '') return number;
    throw new WrongValue(`a number from ${least} to ${most}`);
  };
}

/** Makes a parser of some of these names, with commas between them. */
export function listOf<Name extends string>(names: readonly Name[]): (text: string) => Name[] {
  return (text) =>
    text.split(',').map((part) => {
      const name = names.find((known) => known === part.trim());
      if (name) return name;
      throw new WrongValue(`one or several of ${names.join(', ')}, with commas between them`);
    });
}

/** The terms of a filter, as the element's attribute `only` has them. */
export function filter(text: string): string[] {
  try {
    return filterTerms(text);
  } catch {
    throw new WrongValue(`a list of fields and their values, such as "section:Netze tag:'Open RAN'"`);
  }
}

/** One of the ways to choose a list in place of relatedness. */
export function belonging(text: string): Belonging {
  const found = BELONGINGS.find((by) => by === text);
  if (!found) throw new WrongValue(`one of ${BELONGINGS.join(', ')}`);
  return found;
}

function collected(text: string, known: readonly string[] | undefined): string[] {
  return [...(known ?? []), text];
}

function milliseconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0)) throw new WrongValue('a number above 0');
  return seconds * 1000;
}

function webAddress(text: string): string {
  if (URL.canParse(text) && /^https?:/i.test(text)) return new URL(text).href;
  throw new WrongValue('an http(s) address, such as https://site.example/');
}

function languageTag(text: string): string {
  try {
    return new Intl.Locale(text).toString();
  } catch {
    throw new WrongValue('a language tag, such as de or en-GB');
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
      const isNegated = option.negate && name === option.name();
      const parsed = parsedValue(option, value);
      command.setOptionValueWithSource(option.attributeName(), isNegated ? !parsed : parsed, 'config');
    } catch (cause) {
      if (!(cause instanceof WrongValue)) throw cause;
      throw new BuildError(
        `${config}: "${name}" must be ${cause.need}, got ${JSON.stringify(value).slice(0, 80)}`,
        { cause },
      );
    }
  }
  return sources.length > 0 ? sources : [listed ?? []].flat().map(String);
}

/** @throws WrongValue if an option can't have a value */
function parsedValue(option: Option, value: unknown): unknown {
  if (!option.required) {
    if (typeof value !== 'boolean') throw new WrongValue('true or false');
    return value;
  }
  const isList = option.parseArg === collected;
  const values = isList ? [value].flat() : [value];
  if (!values.every((one) => typeof one === 'string' || typeof one === 'number'))
    throw new WrongValue(isList ? 'a text or a list of texts' : 'a text or a number');
  const parse = option.parseArg ?? ((text: string): unknown => text);
  return values.reduce<unknown>((known, one) => parse(String(one), known), undefined);
}

function configuration(path: string): Record<string, unknown> {
  const text = accessed(path, () => readFileSync(path, 'utf8'));
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
