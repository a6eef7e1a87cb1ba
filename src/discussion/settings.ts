import { articleKey } from './article-key.js';
import type { CountsProvider } from './counts-provider.js';

/** A comment system and what it is asked with: `{ provider: 'isso', url: 'https://comments.example' }`. */
export interface DiscussionSettings {
  /** The comment system's name; without it, `url` is the address of a counts file. */
  readonly provider?: string;
  /** Where it is. */
  readonly url?: string;
  /** How it names articles: `url`, `path`, `path-without-slash`, `id` or a template such as `/{path}/`. */
  readonly key?: string;
  /** What else it needs. */
  readonly [option: string]: string | undefined;
}

/** What an author says of a comment system, as the file of that system reads it. */
export class Settings {
  readonly name: string;
  /** Address of the site whose articles are counted, absolute http(s). */
  readonly site: string;
  readonly #options: Map<string, string>;
  readonly #read = new Set(['key']);

  constructor(name: string, options: ReadonlyMap<string, string>, site: string) {
    this.name = name;
    this.site = site;
    this.#options = new Map(options);
  }

  /** An option; undefined where it is not given. */
  option(name: string): string | undefined {
    this.#read.add(name);
    return this.#options.get(name)?.trim() || undefined;
  }

  /**
   * An option that must be given.
   *
   * @throws Error where it is not
   */
  needed(name: string, example: string): string {
    const value = this.option(name);
    if (value === undefined) throw new Error(`discussions="${this.name}" needs ${name}, as in ${example}`);
    return value;
  }

  /**
   * The address given, without slashes at its end, resolved against the site.
   *
   * @param standard stands in where none is given
   * @throws Error where it is no http(s) address
   */
  address(standard?: string): string {
    const given =
      this.option('url') ??
      standard ??
      this.needed('url', `discussions="${this.name} https://comments.example"`);
    const url = URL.canParse(given, this.site) ? new URL(given, this.site) : undefined;
    if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
      throw new Error(`discussions="${this.name}" needs an http(s) address without a password, got ${given}`);
    }
    return url.href.replace(/\/+$/, '');
  }

  /**
   * The provider made with these settings, with the author's keys where they name some.
   *
   * @throws Error where there is an option that nobody reads, or a key that is none
   */
  finish(provider: CountsProvider): CountsProvider {
    for (const name of this.#options.keys()) {
      if (this.#read.has(name)) continue;
      throw new Error(
        `discussions="${this.name}" has no option ${name}; it has ${[...this.#read].join(', ')}`,
      );
    }
    const key = this.#options.get('key');
    return key ? { ...provider, key: articleKey(key) } : provider;
  }
}

/**
 * Reads what an author writes of a comment system: its name, its address and options as `name=value`, with blanks
 * between them and quotes around values that hold blanks: `artalk https://comments.example site='My site'`. A first
 * word that is no name is an address: `/counts.json`.
 *
 * @param isName tells names of comment systems
 */
export function parseSettings(text: string, isName: (word: string) => boolean): DiscussionSettings {
  const words = text.match(/[\w-]+=(?:"[^"]*"|'[^']*')|\S+/g) ?? [];
  const settings: Record<string, string> = {};
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const [, name, value = ''] = /^([\w-]+)=(.*)$/s.exec(word) ?? [];
    if (at === 0 && (isName(word) || !/[./]/.test(word))) settings['provider'] = word;
    else if (name === undefined) settings['url'] = word;
    else settings[name] = value.replace(/^(["'])(.*)\1$/s, '$2');
  }
  return settings;
}
