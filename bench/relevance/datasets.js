// Sets of articles with the links that their editors put between them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Every set of a folder (NAME.json or NAME.json.gz), with at most `size` queries each. */
export function readSets(folder, size) {
  const files = readdirSync(folder).filter((file) => /\.json(\.gz)?$/.test(file));
  return files.map((file) => {
    const bytes = readFileSync(join(folder, file));
    const { lang, articles, related, backlinks } = JSON.parse(
      file.endsWith('.gz') ? gunzipSync(bytes) : bytes,
    );
    const queries = sampled(judgements(articles, related, backlinks ?? {}), size);
    const links = articles.map(({ id }) => (related[id] ?? []).map(String));
    return { name: file.replace(/\.json(\.gz)?$/, ''), lang, articles, queries, links };
  });
}

/** Positions: the article itself, those it links to, and those linked in either direction. */
function judgements(articles, related, backlinks) {
  const positions = new Map(articles.map(({ id }, position) => [id, position]));
  const judged = [];
  for (const id of new Set([...Object.keys(related), ...Object.keys(backlinks)])) {
    const query = positions.get(id);
    if (query === undefined) continue;
    const known = (ids = []) =>
      ids.map((one) => positions.get(one)).filter((p) => p !== undefined && p !== query);
    const linked = new Set(known(related[id]));
    const either = new Set([...linked, ...known(backlinks[id])]);
    if (either.size > 0) judged.push({ query, linked, either });
  }
  return judged;
}

/** The same pseudo-random choice on every run (a linear congruential generator). */
function sampled(queries, size) {
  let state = 1;
  const keyed = queries.map((query) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return { query, key: state };
  });
  return keyed
    .sort((a, b) => a.key - b.key)
    .slice(0, size)
    .map(({ query }) => query);
}

/**
 * A set as a JSON Feed 1.1.
 *
 * @param withLinks whether articles come with the ids of those that they link to
 */
export function feedOf({ name, lang, articles, links }, withLinks = false) {
  const items = articles.map(
    ({ id, url, title, summary, content_text, tags, categories, date_published }, at) => ({
      id: String(id),
      url: new URL(url ?? id, 'https://site.example/').href,
      title,
      summary,
      content_text,
      tags: [...new Set([...(tags ?? []), ...(categories ?? [])].map(String))],
      date_published: date_published ?? undefined,
      language: lang,
      ...(withLinks && { _related_articles: { links: links[at] } }),
    }),
  );
  return { version: 'https://jsonfeed.org/version/1.1', title: name, language: lang, items };
}

/** When an article was published, in milliseconds; 0 where that is unknown. */
export const published = (article) => Date.parse(article.date_published ?? '') || 0;
