import type { Article } from '../article.js';
import { articlePath, fillTemplate, webAddress, withoutFragment } from '../shared/url.js';

/** A comment system and what it is asked with: `{ provider: 'isso', url: 'https://comments.example' }`. */
export interface DiscussionSettings {
  /** The comment system's name. Without it, `url` is the address of a counts file. */
  readonly provider?: string;
  /** The comment system's address. */
  readonly url?: string;
  /** How it names articles: `url`, `path`, `path-without-slash`, `id` or a template such as `/{path}/`. */
  readonly key?: string;
  /** The system's other options, such as `site`. */
  readonly [option: string]: string | undefined;
}

/** The site whose articles are counted. */
export interface Site {
  /** Its address, absolute http(s). Relative addresses are resolved against it. */
  readonly address: string;
  /** The address of its WordPress API, where its pages name one. */
  readonly wordPressApi?: string | undefined;
}

/** The key that a comment system knows an article by; undefined where it does not know the article. */
export type ArticleKey = (article: Article) => string | undefined;

/**
 * Reads the settings that an author writes as text: the comment system's name, its address, and options as
 * `name=value`, with spaces between them. A value that holds spaces is put in quotes. A first word that is not a name
 * is an address. Several addresses are kept as one text.
 *
 * @param isName tells whether a word is the name of a comment system
 * @example parseSettings("artalk https://comments.example site='My site'", isName)
 *   // { provider: 'artalk', url: 'https://comments.example', site: 'My site' }
 */
export function parseSettings(text: string, isName: (word: string) => boolean): DiscussionSettings {
  const words = text.match(/[\w-]+=(?:"[^"]*"|'[^']*')|\S+/g) ?? [];
  const settings: Record<string, string> = {};
  for (const [at, word] of words.entries()) {
    const [, name, value = ''] = /^([\w-]+)=(.*)$/s.exec(word) ?? [];
    if (at === 0 && (isName(word) || !/[./]/.test(word))) settings['provider'] = word;
    else if (name === undefined) settings['url'] = [settings['url'] ?? [], word].flat().join(' ');
    else settings[name] = value.replace(/^(["'])(.*)\1$/s, '$2');
  }
  return settings;
}

/** Shows settings in words as the author writes them: `discussions="isso"`. */
export type Written = (words: string) => string;

/** The settings of one comment system, from which its provider is made. It remembers which options were read. */
export class Settings {
  /** The comment system's name. */
  readonly name: string;
  /** The site whose articles are counted. */
  readonly site: Site;
  readonly #options: ReadonlyMap<string, string>;
  readonly #written: Written;
  readonly #read = new Set<string>();

  constructor(name: string, options: ReadonlyMap<string, string>, site: Site, written: Written) {
    this.name = name;
    this.site = site;
    this.#options = options;
    this.#written = written;
  }

  /**
   * An error that names the comment system as the author wrote it.
   *
   * @param problem a clause: `needs a token`
   */
  error(problem: string): Error {
    return new Error(`${this.#written(this.name)} ${problem}`);
  }

  /** The value of an option; undefined where it is absent or blank. */
  option(name: string): string | undefined {
    this.#read.add(name);
    return this.#options.get(name)?.trim() || undefined;
  }

  /**
   * The value of an option that the comment system needs.
   *
   * @param example settings in words that have it
   * @throws Error where it is absent
   */
  needed(name: string, example: string): string {
    const value = this.option(name);
    if (value === undefined) throw this.error(`needs ${name}, as in ${this.#written(example)}`);
    return value;
  }

  /**
   * The address in an option, resolved against the site.
   *
   * @param standard the address where the author gives none
   * @param name the option
   * @throws Error where there is no address, or not an http(s) one
   */
  address(standard?: string, name = 'url'): string {
    const given = this.option(name) ?? standard ?? this.needed(name, `${this.name} https://comments.example`);
    return this.#resolved(given);
  }

  /**
   * All addresses in the option `url`, resolved against the site; empty where the author gives none.
   *
   * @throws Error where one is not an http(s) address
   */
  addresses(): string[] {
    return (this.option('url')?.split(/\s+/) ?? []).map((given) => this.#resolved(given));
  }

  #resolved(given: string): string {
    const address = webAddress(given, this.site.address);
    if (address === undefined) {
      throw this.error(`needs an http(s) address without a password, got ${given}`);
    }
    return address;
  }

  /** As `address`, without slashes at the end, so that a path can be appended. */
  server(standard?: string, name?: string): string {
    return this.address(standard, name).replace(/\/+$/, '');
  }

  /**
   * The key that the author names, else the system's own.
   *
   * @param standard the system's own key: a function, or the form of a key as authors write it
   * @throws Error where the author's form is unknown
   */
  key(standard: string | ArticleKey): ArticleKey {
    const form = this.option('key') ?? standard;
    return typeof form === 'string' ? articleKey(form) : form;
  }

  /**
   * Checks that the provider has read all options.
   *
   * @throws Error that names an option which the comment system does not have
   */
  checkOptions(): void {
    const unknown = [...this.#options.keys()].find((name) => !this.#read.has(name));
    if (unknown === undefined) return;
    throw this.error(`has no option ${unknown}; it has ${[...this.#read].sort().join(', ')}`);
  }
}

/** For systems that take keys with commas between them: the key, but undefined where it holds a comma itself. */
export function withoutComma(key: ArticleKey): ArticleKey {
  return (article) => {
    const text = key(article);
    return text?.includes(',') ? undefined : text;
  };
}

/**
 * Reads how a comment system names articles: `url` (without a fragment), `path` (as it is in the URL),
 * `path-without-slash`, `id`, or a template with `{url}` (without a fragment), `{id}`, `{path}` (as in the element's
 * `src`, percent-encoded as in an address) and `{slug}`, the last part of the path.
 *
 * @throws Error where it is none of these
 * @example articleKey('/{path}/')(article) // '/news/mast/' for https://site.example/news/mast.html
 */
function articleKey(form: string): ArticleKey {
  const key = KEYS.get(form);
  if (key) return key;
  if (!/\{(?:url|id|path|slug)\}/.test(form)) {
    throw new Error(
      `key="${form}" is neither one of ${[...KEYS.keys()].join(', ')} nor a template like /{path}/`,
    );
  }
  return (article) => fillKey(form, article);
}

const KEYS: ReadonlyMap<string, (article: Article) => string> = new Map([
  ['url', ({ url }: Article) => withoutFragment(url)],
  ['path', pathOf],
  ['path-without-slash', (article: Article) => pathOf(article).replace(/\/+$/, '') || '/'],
  ['id', ({ id }: Article) => id],
]);

/** The path as it is in the article's URL: `/news/mast.html`. */
function pathOf({ url }: Article): string {
  return new URL(url).pathname;
}

function fillKey(template: string, article: Article): string {
  const parts = articlePath(article.url).map(percentEncoded);
  // The site's root has no path: `/{path}/` is `/` there, not `//`.
  const form = parts.length > 0 ? template : template.replace(/\/\{(?:path|slug)\}(?=\/)/g, '');
  return fillTemplate(form, {
    url: withoutFragment(article.url),
    id: article.id,
    path: parts.join('/'),
    slug: parts.at(-1) ?? '',
  });
}

/** A part of a path as it is written in an address, where `/`, `?` and `#` would end it. */
function percentEncoded(part: string): string {
  return encodeURI(part).replace(/[/?#]/g, encodeURIComponent);
}
