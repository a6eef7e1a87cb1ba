// Articles for measuring speed: some made by a seeded generator, which are nobody's text, and a real set.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** Pseudo-random numbers from 0 to 1, the same on every run (mulberry32). */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SYLLABLES =
  'an be ch da el fu ga hi in ja ko le ma ne or pa ra sch ta un ver wo zu ben der gen keit lich mit nis stra trie'.split(
    ' ',
  );
/** Words that stand between all others, as in any English text: the most frequent of the vocabulary. */
const COMMON =
  'the of and to in for is on that with are it by this be from as an at was which has not or their will have can more its were they'.split(
    ' ',
  );

function vocabulary(size, random) {
  const words = new Set(COMMON);
  while (words.size < size) {
    const syllables = 2 + Math.floor(random() * 3);
    words.add(
      Array.from({ length: syllables }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join(''),
    );
  }
  return [...words];
}

/**
 * `count` teasers as items of a JSON Feed: a title of eight words, five tags and an excerpt of 60 words, about 750 bytes an
 * article. Words are as frequent as Zipf's law has it; a third of them come from the article's topic, which is told
 * beside each item in `topics`.
 */
export function feed(count) {
  const random = generator(1);
  const words = vocabulary(30_000, random);
  const zipf = (size) => Math.floor(size ** random()) - 1;
  const vocabularies = Array.from({ length: Math.max(10, count / 50) }, () =>
    Array.from({ length: 60 }, () => words[100 + Math.floor(random() ** 2 * (words.length - 100))]),
  );
  const pick = (topic) => (random() < 1 / 3 ? topic[zipf(topic.length)] : words[zipf(words.length)]);
  const text = (length, topic) => {
    const picked = Array.from({ length }, () => pick(topic));
    return picked
      .map((word, at) => (at % 12 === 11 ? `${word}.` : at % 12 === 0 ? capital(word) : word))
      .join(' ');
  };
  const topics = [];
  const items = Array.from({ length: count }, (_, at) => {
    const number = Math.floor(random() * vocabularies.length);
    const topic = vocabularies[number];
    topics.push(number);
    const title = text(8, topic);
    return {
      id: `https://site.example/news/${at}/`,
      url: `https://site.example/news/${at}/`,
      title,
      summary: `${text(60, topic)}.`,
      tags: [...new Set(Array.from({ length: 5 }, () => topic[Math.floor(random() * 20)]))],
      date_published: new Date(Date.UTC(2026, 10, 1) - at * 9e6).toISOString().replace('.000', ''),
      image: `https://site.example/pictures/${at}.jpg`,
      language: 'en',
    };
  });
  return { items, topics };
}

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/** The teasers of a set of the measuring data beside the project. */
export function set(name) {
  const file = fileURLToPath(new URL(`../../../shared/scale/${name}.json.gz`, import.meta.url));
  const { lang, articles } = JSON.parse(gunzipSync(readFileSync(file)));
  const items = articles.map(({ id, url, title, summary, tags, categories, date_published }) => ({
    id,
    url,
    title,
    summary,
    tags: [...new Set([...(tags ?? []), ...(categories ?? [])])],
    date_published,
    language: lang,
  }));
  return { items };
}

/** A JSON Feed 1.1 of items. */
export function feedOf(items) {
  return { version: 'https://jsonfeed.org/version/1.1', title: 'Site', language: items[0].language, items };
}
