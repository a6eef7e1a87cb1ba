import type { CountsProvider } from '../counts-provider.js';
import type { ProviderKit } from '../providers.js';
import type { Settings } from '../settings.js';

/** Pages of 100 discussions. */
const MOST_PAGES = 100;

const QUERY = `query ($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    discussions(first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { title url comments { totalCount } }
    }
  }
}`;

/**
 * GitHub Discussions (https://docs.github.com/graphql/guides/using-the-graphql-api-for-discussions), as giscus keeps
 * them: comments by the discussion's title, which is the article's path without the first slash and without an ending,
 * unless `key` says otherwise; without their replies. An article without a discussion has none.
 *
 * @param token what GitHub wants to see before it answers; sent to it alone
 */
export function github(
  settings: Settings,
  { askForJson, barePathOf, member, shown }: ProviderKit,
  token: string | undefined,
): CountsProvider {
  const repository = settings.needed('url', '--discussions github:OWNER/REPOSITORY');
  const api = settings.option('api') ?? 'https://api.github.com';
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(repository) ?? [];
  if (owner === undefined) throw new Error(`discussions="github" needs OWNER/REPOSITORY, got ${repository}`);
  if (!token) throw new Error('discussions="github" needs a token in the environment, as GITHUB_TOKEN');
  return {
    batch: Infinity,
    missingIsZero: true,
    key: (article) => barePathOf(article) || 'index',
    fetch: async (keys, { signal }) => {
      const found = new Map<string, unknown>();
      let after: unknown = null;
      for (let page = 0; page < MOST_PAGES && after !== undefined; page++) {
        const body = { query: QUERY, variables: { owner, name, after } };
        const headers = { Authorization: `Bearer ${token}` };
        const { json } = await askForJson(`${api}/graphql`, { signal, body, headers });
        const discussions = member(member(member(json, 'data'), 'repository'), 'discussions');
        const nodes = member(discussions, 'nodes');
        if (!Array.isArray(nodes)) throw new Error(`GitHub says: ${shown(member(json, 'errors') ?? json)}`);
        for (const node of nodes as unknown[]) {
          const count = member(member(node, 'comments'), 'totalCount');
          found.set(bare(String(member(node, 'title'))), { count, url: member(node, 'url') });
        }
        const pages = member(discussions, 'pageInfo');
        after = member(pages, 'hasNextPage') === true ? member(pages, 'endCursor') : undefined;
      }
      return new Map(keys.flatMap((key) => (found.has(bare(key)) ? [[key, found.get(bare(key))]] : [])));
    },
  };
}

function bare(title: string): string {
  return title.trim().replace(/^\/+|\/+$/g, '');
}
