import { resolve } from 'node:path';
import type { Article } from '../../article.js';
import { identityKey } from '../../ranking/identity.js';
import { guessLanguage } from '../../ranking/stop-words.js';
import type { BuildOptions, Built } from '../build.js';
import { isNowhere } from '../nowhere.js';
import { NEIGHBOURS } from '../options.js';
import { inStableOrder } from '../output/index-feed.js';
import { writeNeighbours } from '../output/neighbours.js';
import { editorsFaults } from '../sources/editors.js';
import { type LeftOut, REPEATED } from '../sources/found.js';
import { readJsonLines } from '../sources/json-lines.js';
import { noArticleIn } from '../sources/read-sources.js';
import { keyOf } from './document.js';
import { NeighboursState } from './neighbours-state.js';
import type { SearchServer } from './search-server.js';
import { serverNeighbours } from './server-neighbours.js';

/** What a build with a search server gives. Articles come without texts, excerpts, key terms, links and pictures. */
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
  const outlines: Article[] = [];
  const synchronized = await engine.synchronize(keepingOutlines(articles, outlines), options);
  const { prints } = synchronized;
  const held = inStableOrder(outlines.filter(({ url }) => prints.has(keyOf(url))));
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
  const articles = articlesOf(files, options, leftOut);
  try {
    const sample = await firstOf(articles);
    // Without an article the index of before stays as it is.
    if (sample.length === 0) throw noArticleIn(files, leftOut);
    const language = options.language ?? guessLanguage(sample);
    const built = await buildOnServer(engine, chained(sample, articles), {
      ...options,
      ...(language !== undefined && { language }),
    });
    return { ...built, leftOut, warnings: editorsFaults(built.articles) };
  } finally {
    // Where the server refuses the work, the file is still open.
    await articles.return(undefined);
  }
}

/**
 * The articles of some files, each address once.
 *
 * @param leftOut receives what gives no article
 */
async function* articlesOf(
  files: readonly string[],
  options: BuildOptions,
  leftOut: LeftOut[],
): AsyncGenerator<Article> {
  const { language } = options;
  const seen = new Set<string>();
  let isFirstNowhere: boolean | undefined;
  for (const file of files) {
    for await (const found of readJsonLines(file, options)) {
      leftOut.push(...found.leftOut);
      for (const article of found.articles) {
        const { url } = article;
        isFirstNowhere ??= isNowhere(article);
        const key = identityKey(url);
        if (isNowhere(article) !== isFirstNowhere) leftOut.push({ where: article.title, reason: OTHER_SITE });
        else if (seen.has(key)) leftOut.push({ where: article.title, reason: REPEATED, detail: url });
        else yield language === undefined ? article : { language, ...article };
        seen.add(key);
      }
    }
  }
}

/** The first articles, as many as tell their language. */
async function firstOf(articles: AsyncIterator<Article>): Promise<Article[]> {
  const first: Article[] = [];
  while (first.length < SAMPLE) {
    const { done, value } = await articles.next();
    if (done) break;
    first.push(value);
  }
  return first;
}

async function* chained(first: readonly Article[], others: AsyncIterable<Article>): AsyncGenerator<Article> {
  yield* first;
  yield* others;
}

/** Hands articles on, and keeps them without what is long: there may be very many, and the server has all of it. */
async function* keepingOutlines(
  articles: Iterable<Article> | AsyncIterable<Article>,
  outlines: Article[],
): AsyncGenerator<Article> {
  for await (const article of articles) {
    const {
      text: _text,
      excerpt: _excerpt,
      terms: _terms,
      links: _links,
      image: _image,
      images: _images,
      ...outline
    } = article;
    outlines.push(outline);
    yield article;
  }
}

const SAMPLE = 500;
/** Some articles have an address of their site, others a path alone. */
const OTHER_SITE = 'is not on the site of the first article; name the site of relative addresses with --base';
