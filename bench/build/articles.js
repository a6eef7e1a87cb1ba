// The articles that the benchmarks of the command line work on, from the measuring data beside the project.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const shared = fileURLToPath(new URL('../../../shared', import.meta.url));
const folders = ['scale', 'datasets'].map((name) => join(shared, name));

/** Says what is missing; undefined where all is there. */
export function missing() {
  const absent = folders.find((folder) => !existsSync(folder));
  return absent && `needs article sets in ${absent}; they are no part of the project`;
}

/** The articles of one set. */
export function set(name) {
  const file = folders.map((folder) => join(folder, `${name}.json.gz`)).find(existsSync);
  return articlesIn(file);
}

/**
 * As many articles as asked for, of the largest set and then the others. Beyond those, each is put together from the
 * first halves of two articles that are close to each other in their set, so that most have one language and the words of
 * one site; no two are taken together twice.
 */
export function articles(count) {
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.json.gz'))
      .map((file) => join(folder, file)),
  );
  const all = [];
  for (const file of files) if (all.length < count) all.push(...articlesIn(file));
  const found = all.length;
  for (let at = 0; all.length < count; at++) {
    const [round, first] = [Math.floor(at / found), at % found];
    all.push(joined(all[first], all[(first + 1 + round) % found], at));
  }
  return all.slice(0, count);
}

function articlesIn(file) {
  const { name, lang, articles: list } = JSON.parse(gunzipSync(readFileSync(file)));
  return list.map(({ id, url, title, summary, content_text: text, tags = [], date_published: date }) => ({
    id: `${name} ${id}`,
    url: new URL(url, `https://${name}.example/`).href,
    title,
    tags,
    language: lang,
    ...(summary && { excerpt: summary }),
    ...(text && { text }),
    ...(date && { date }),
  }));
}

function half(text = '') {
  return text.slice(0, text.length / 2);
}

function joined(a, b, at) {
  const url = `https://joined.example/${at}/`;
  return {
    ...a,
    id: url,
    url,
    title: `${half(a.title)} ${half(b.title)}`,
    text: half(a.text) + half(b.text),
  };
}
