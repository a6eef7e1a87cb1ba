import { resolve } from 'node:path';
import type { Article } from '../../article.js';
import { guessLanguage } from '../../ranking/stop-words.js';
import type { BuildOptions, Built } from '../build.js';
import { NEIGHBOURS } from '../options.js';
import { inStableOrder } from '../output/index-feed.js';
import { writeNeighbours } from '../output/neighbours.js';
import { editorsFaults } from '../sources/editors.js';
import type { LeftOut } from '../sources/found.js';
import { readJsonLines } from '../sources/json-lines.js';
import { noArticleIn } from '../sources/read-sources.js';
import { keyOf } from './document.js';
import { NeighboursState } from './neighbours-state.js';
import type { SearchServer } from './search-server.js';
import { serverNeighbours } from './server-neighbours.js';

/** What a build with a search server gives. Articles come without their texts. */
type BuiltOnServer = Pick<Built, 'articles' | 'engine' | 'neighbours'>;

/** How articles are brought to a search server. */
export interface ServerBuildOptions extends BuildOptions {
  /** How many articles there will be, if that is known. */
  readonly total?: number;
}

/**
 * Brings articles to a search server, and writes the neighbours that it finds.
 *
 * @throws BuildError if the server can't be reached or refuses the work, or if a file can't be written
 */
export async function buildOnServer(
  engine: SearchServer,
  articles: Iterable<Article> | AsyncIterable<Article>,
  options: ServerBuildOptions,
): Promise<BuiltOnServer> {
  const { neighbours: folder, limit = NEIGHBOURS, engineState = new NeighboursState() } = options;
  const light: Article[] = [];
  const synchronized = await engine.synchronize(keepingTeasers(articles, light), options);
  const { prints } = synchronized;
  const held = inStableOrder(light.filter(({ url }) => prints.has(keyOf(url))));
  if (folder === undefined) return { articles: held, engine: synchronized };
  const neighbours = await writeNeighbours(held, folder, {
    ...options,
    find: (isWritten) =>
      serverNeighbours(engine, held, prints, isWritten, limit, engineState, [
        engine.address,
        resolve(folder),
        limit,
      ]),
  });
  return { articles: held, engine: synchronized, neighbours };
}

/**
 * Brings the articles of files of JSON Lines to a search server while they are read, so that their texts are never in
 * memory at once.
 *
 * @param files as `isJsonLines` knows them
 * @throws BuildError as `buildOnServer`, and if a file can't be read or no file has an article
 */
export async function buildFromLines(
  engine: SearchServer,
  files: readonly string[],
  options: BuildOptions,
): Promise<BuiltOnServer & Pick<Built, 'leftOut' | 'warnings'>> {
  const leftOut: LeftOut[] = [];
  const batches = articlesOf(files, options, leftOut);
  // Without an article the index of before stays as it is.
  const first = await batches.next();
  if (first.done) throw noArticleIn(files, leftOut);
  const language = options.language ?? guessLanguage(first.value);
  const built = await buildOnServer(engine, oneByOne(first.value, batches), {
    ...options,
    ...(language !== undefined && { language }),
  });
  return { ...built, leftOut, warnings: editorsFaults(built.articles) };
}

/** @param leftOut receives what gives no article */
async function* articlesOf(
  files: readonly string[],
  options: BuildOptions,
  leftOut: LeftOut[],
): AsyncGenerator<readonly Article[]> {
  const { language, signal } = options;
  for (const file of files) {
    for await (const found of readJsonLines(file, options)) {
      signal?.throwIfAborted();
      leftOut.push(...found.leftOut);
      const { articles } = found;
      if (articles.length === 0) continue;
      yield language === undefined ? articles : articles.map((article) => ({ language, ...article }));
    }
  }
}

async function* oneByOne(
  first: readonly Article[],
  others: AsyncIterable<readonly Article[]>,
): AsyncGenerator<Article> {
  yield* first;
  for await (const articles of others) yield* articles;
}

/** Hands articles on, and keeps them without their texts. */
async function* keepingTeasers(
  articles: Iterable<Article> | AsyncIterable<Article>,
  teasers: Article[],
): AsyncGenerator<Article> {
  for await (const article of articles) {
    const { text: _text, ...teaser } = article;
    teasers.push(teaser);
    yield article;
  }
}
