// Articles of our own making, as many as asked for and the same each time: words by Zipf's law, some of them a topic's.

const WORDS = 12_000;
const TOPIC_WORDS = 60;
const DAY_MS = 86_400_000;

/**
 * @param {number} count how many
 * @returns {object[]} articles with title, excerpt (60 words), five tags, date and 300 words of text
 */
export function articles(count) {
  const random = generator(5);
  const topicCount = Math.max(10, Math.round(count / 40));
  return Array.from({ length: count }, (_, at) => {
    const topic = Math.floor(random() * topicCount);
    const word = () =>
      random() < 0.25 ? topicWord(topic, random) : spelled(Math.floor(WORDS ** random()) - 1);
    const words = (length) => Array.from({ length }, word).join(' ');
    const url = `https://site.example/articles/${at}/`;
    return {
      id: url,
      url,
      title: capital(words(8)),
      excerpt: `${capital(words(60))}.`,
      text: Array.from({ length: 10 }, () => `${capital(words(30))}.`).join('\n'),
      tags: [...new Set(Array.from({ length: 5 }, () => capital(topicWord(topic, random))))],
      date: new Date(Date.UTC(2026, 10, 1) - Math.floor(random() * 2000) * DAY_MS).toISOString().slice(0, 10),
      language: 'en',
    };
  });
}

function topicWord(topic, random) {
  return spelled((topic * 7919 + Math.floor(random() * random() * TOPIC_WORDS) * 104_729) % WORDS);
}

const SYLLABLES = 'ba de fi go lu ma ne pi ro su ta ve wi xo ze ka'.split(' ');

/** A word for each number. */
function spelled(number) {
  let word = '';
  for (let rest = number + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length];
  }
  return word;
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Numbers from 0 to 1 that look random and are the same each time (mulberry32, Tommy Ettinger, public domain). */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
