import type { Article } from '../article.js';
import { Counter } from '../discussion/counter.js';
import { LIVE_PROVIDERS, loadProvider, type ProviderLoaders } from '../discussion/providers.js';
import { BuildError } from './build-error.js';

/** Where numbers of posts come from while an index is built. */
export interface DiscussionOptions {
  /** The site's address; that of the first article by default. */
  readonly base?: string;
  /** How long one request may take, in milliseconds. Default 30,000. */
  readonly timeout?: number;
  /** For GitHub alone, which answers nobody without one. Kept nowhere. */
  readonly githubToken?: string;
}

/** What came of asking a comment system. */
export interface DiscussionResult {
  /** How many numbers it told. */
  readonly known: number;
  /** Why others are missing, where that is a failure. */
  readonly failure?: string;
}

const PATIENCE_MS = 30_000;

/**
 * Asks a comment system for the number of posts below each article, and puts them into the articles.
 *
 * @param named `disqus:SHORTNAME`, `discourse:https://forum.example`, `github:OWNER/REPOSITORY`, or what the element's
 *   `discussions` takes: `isso https://comments.example`
 * @throws BuildError where there is no such system, its settings are wrong, or it tells nothing at all
 */
export async function withDiscussions(
  articles: readonly Article[],
  named: string,
  { base, timeout = PATIENCE_MS, githubToken }: DiscussionOptions = {},
): Promise<{ readonly articles: readonly Article[]; readonly result: DiscussionResult }> {
  const site = base ?? articles[0]?.url;
  if (site === undefined) return { articles, result: { known: 0 } };
  const words = named.trim().replace(/^([\w.-]+):(?!\/\/)\s*/, '$1 ');
  const counter = await counterOf(words, site, timeout, githubToken);
  const { discussions, error } = await counter.count(articles);
  if (error && discussions.size === 0) {
    throw new BuildError(`no discussion counts: ${error.message}; nothing was written`, { cause: error });
  }
  return {
    articles: articles.map((article) => {
      const discussion = discussions.get(article);
      return discussion ? { ...article, discussion: { ...article.discussion, ...discussion } } : article;
    }),
    result: { known: discussions.size, ...(error && { failure: error.message }) },
  };
}

async function counterOf(
  words: string,
  site: string,
  timeout: number,
  githubToken: string | undefined,
): Promise<Counter> {
  try {
    return new Counter(await loadProvider(words, site, buildProviders(githubToken)), timeout);
  } catch (cause) {
    throw new BuildError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Those that a browser can ask, and those that it can't. */
function buildProviders(githubToken: string | undefined): ProviderLoaders {
  const all = new Map(LIVE_PROVIDERS);
  all.set('disqus', () => import('../discussion/providers/disqus.js'));
  all.set('discourse', () => import('../discussion/providers/discourse.js'));
  all.set('github', async () => {
    const { github } = await import('../discussion/providers/github.js');
    return { provider: (settings, kit) => github(settings, kit, githubToken) };
  });
  return all;
}
