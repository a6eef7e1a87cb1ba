import type { Article } from '../../article.js';
import { own } from '../../shared/json.js';
import type { CountsProvider } from '../counter.js';
import { requestJson, serverError, toKey } from '../request.js';
import type { Settings } from '../settings.js';

/** The most pages of 100 discussions that are read. */
const MAX_PAGES = 100;

const QUERY = `query ($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    discussions(first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { title url comments { totalCount } }
    }
  }
}`;

/**
 * GitHub Discussions (https://docs.github.com/graphql/guides/using-the-graphql-api-for-discussions) as giscus keeps them
 * (https://github.com/giscus/giscus): comments, without their replies, by the discussion's title. By default that is
 * the article's path. An article without a discussion has no comments.
 *
 * @param token GitHub's API needs a token; it is sent to the API alone
 */
export function github(settings: Settings, token: string | undefined): CountsProvider {
  const repository = settings.needed('url', 'github:OWNER/REPOSITORY');
  const api = settings.server('https://api.github.com', 'api');
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
  if (owner === undefined) throw settings.error(`needs OWNER/REPOSITORY, got ${repository}`);
  if (!token) throw settings.error('needs a token in the environment, as GITHUB_TOKEN');
  const title = settings.key(giscusTitle);
  return {
    batch: Infinity,
    missingIsZero: true,
    key: (article) => comparable(title(article) ?? ''),
    fetch: async (_keys, { signal }) => {
      const counts = new Map<string, unknown>();
      let after: unknown = null;
      for (let page = 0; page < MAX_PAGES && after !== undefined; page++) {
        const body = { query: QUERY, variables: { owner, name, after } };
        const headers = { Authorization: `Bearer ${token}` };
        const { json } = await requestJson(`${api}/graphql`, { signal, body, headers });
        const discussions = own(json, 'data.repository.discussions');
        const nodes = own(discussions, 'nodes');
        if (!Array.isArray(nodes)) throw serverError('GitHub', own(json, 'errors') ?? json);
        for (const node of nodes as unknown[]) {
          const key = comparable(toKey(own(node, 'title')) ?? '');
          counts.set(key, { count: own(node, 'comments.totalCount'), url: own(node, 'url') });
        }
        const hasNext = own(discussions, 'pageInfo.hasNextPage') === true;
        after = hasNext ? own(discussions, 'pageInfo.endCursor') : undefined;
      }
      return counts;
    },
  };
}

/** The title that giscus gives the discussion of a page: its path without the first slash and without an ending. */
function giscusTitle({ url }: Article): string {
  return new URL(url).pathname.slice(1).replace(/\.\w+$/, '');
}

/** A title without slashes around it and without `/index` at its end. The site's root is `index`. */
function comparable(title: string): string {
  const bare = title.trim().replace(/^\/+|\/+$/g, '');
  return bare.replace(/\/index$/, '') || 'index';
}
