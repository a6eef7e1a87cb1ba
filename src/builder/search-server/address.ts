import { parseWebUrl } from '../../shared/url.js';
import { BuildError } from '../build-error.js';

/** An index of a search server. */
export interface EngineAddress {
  /** The server's address without a slash at its end: `https://search.example:9200`. */
  readonly server: string;
  readonly index: string;
}

/**
 * Reads what names an index of a search server, `opensearch:https://host:9200/INDEX` or
 * `elasticsearch:https://host:9200/INDEX`. A server behind a proxy may have a path before the name of the index.
 *
 * @throws BuildError if the text is no such name
 */
export function parseEngine(text: string): EngineAddress {
  const url = parseWebUrl(/^(?:opensearch|elasticsearch):(.*)$/is.exec(text)?.[1] ?? '');
  // What the address holds may be a secret, so it is not repeated.
  if (url && (url.username || url.password || url.search || url.hash)) {
    throw new BuildError(
      `the address of the search server may hold no user, password or key; give them in the environment: ${CREDENTIALS}`,
    );
  }
  const [, path = '', index = ''] = /^(.*?)\/([^/]+)\/?$/.exec(url?.pathname ?? '') ?? [];
  if (!url || !INDEX_NAME.test(index) || Buffer.byteLength(index) > LONGEST_INDEX_NAME) {
    throw new BuildError(
      `the search server ${JSON.stringify(text)} can't be read; write opensearch:https://host:9200/INDEX or elasticsearch:https://host:9200/INDEX, with the index in lower case`,
    );
  }
  return { server: `${url.origin}${path}`, index };
}

/** The variables of the environment that hold user and password, or an API key. */
export const CREDENTIALS =
  'RELATED_ARTICLES_ENGINE_USER and RELATED_ARTICLES_ENGINE_PASSWORD, or RELATED_ARTICLES_ENGINE_API_KEY';

/** Names that both servers take for an index. */
const INDEX_NAME = /^[a-z\d][a-z\d._-]*$/;
/** In bytes. */
const LONGEST_INDEX_NAME = 255;
