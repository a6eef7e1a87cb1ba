import type { Article } from '../article.js';
import { Counter } from '../discussion/counter.js';
import { createProvider, LIVE_PROVIDERS, type ProviderMaker } from '../discussion/providers.js';
import { discourse } from '../discussion/providers/discourse.js';
import { disqus } from '../discussion/providers/disqus.js';
import { github } from '../discussion/providers/github.js';
import type { Site } from '../discussion/settings.js';
import { toError } from '../shared/error.js';
import { BuildError } from './build-error.js';
import { isNowhere } from './nowhere.js';
import { request } from './sources/remote.js';
import { wordPressApi } from './sources/wordpress.js';

/** How a comment system is asked while an index is built. */
export interface DiscussionOptions {
  /** The site's address; that of the first article by default. */
  readonly base?: string;
  /** How long one request may take, in milliseconds. Default 30,000. */
  readonly timeout?: number;
  /** GitHub's API needs a token. It is sent to GitHub alone and kept nowhere. */
  readonly githubToken?: string;
}

/** The result of asking a comment system. */
export interface DiscussionResult {
  /** How many counts are known. */
  readonly known: number;
  /** Why other counts are missing, or all, where that is a failure. */
  readonly failure?: string;
}

const TIMEOUT_MS = 30_000;

/**
 * Asks a comment system for the number of posts below each article, and returns the articles with these counts.
 *
 * @param named `disqus:SHORTNAME`, `discourse:https://forum.example`, `github:OWNER/REPOSITORY`, or what the element's
 *   `discussions` takes: `isso https://comments.example`
 * @throws BuildError where the articles' site is not known, there is no such system, or its settings are wrong
 * @example const { articles: counted } = await withDiscussions(articles, 'disqus:my-site');
 */
export async function withDiscussions(
  articles: readonly Article[],
  named: string,
  { base, timeout = TIMEOUT_MS, githubToken }: DiscussionOptions = {},
): Promise<{ readonly articles: readonly Article[]; readonly result: DiscussionResult }> {
  if (articles.some(isNowhere)) {
    throw new BuildError(
      'a comment system is asked by whole addresses, and the articles have relative ones; name the site’s with --base URL',
    );
  }
  const site = base ?? articles[0]?.url;
  if (site === undefined) return { articles, result: { known: 0 } };
  const words = named.trim().replace(/^([\w.-]+):(?!\/\/)\s*/, '$1 ');
  const api = /^wordpress(?!\S)(?!.*:\/\/)/.test(words) ? await apiNamedBy(site, timeout) : undefined;
  const counter = counterOf(words, { address: site, wordPressApi: api }, timeout, githubToken);
  const { discussions, error } = await counter.count(articles);
  return {
    articles: articles.map((article) => {
      const discussion = discussions.get(article);
      return discussion ? { ...article, discussion: { ...article.discussion, ...discussion } } : article;
    }),
    result: { known: discussions.size, ...(error && { failure: error.message }) },
  };
}

/** The address of the WordPress API that a page of the site names. */
async function apiNamedBy(page: string, timeout: number): Promise<string | undefined> {
  try {
    return wordPressApi(await request(page, { timeout }));
  } catch {
    // The counts fail as well then, and that is told.
    return undefined;
  }
}

function counterOf(words: string, site: Site, timeout: number, githubToken: string | undefined): Counter {
  try {
    return new Counter(createProvider(words, site, allProviders(githubToken), asOption), timeout);
  } catch (cause) {
    throw new BuildError(toError(cause).message, { cause });
  }
}

/** Words as they are written on the command line. */
function asOption(words: string): string {
  return `--discussions ${words.includes(' ') ? `"${words}"` : words}`;
}

/** The comment systems that a browser can ask, and those that it can't. */
function allProviders(githubToken: string | undefined): ReadonlyMap<string, ProviderMaker> {
  return new Map([
    ...LIVE_PROVIDERS,
    ['disqus', disqus],
    ['discourse', discourse],
    ['github', (settings) => github(settings, githubToken)],
  ]);
}
