import type { Article } from '../../src/article.js';

/** What the articles are about. Each subject has some words of its own. */
const SUBJECTS = Object.entries({
  antenna: 'antenna mast signal tower aerial coverage receiver amplifier',
  budget: 'budget deficit treasury spending surplus audit revenue grants',
  cable: 'cable fibre trench duct splice conduit bandwidth installer',
  drone: 'drone pilot rotor airspace payload battery altitude licence',
  engine: 'engine piston turbine gearbox torque cylinder exhaust workshop',
  flood: 'flood river levee rainfall dam evacuation pump sandbag',
  garden: 'garden orchard compost seedling meadow greenhouse pruning hedge',
  harbour: 'harbour ferry crane container pier dredger captain tide',
}).map(([name, words]) => ({ name, words: words.split(' ') }));

const USUAL =
  'town council people year plan week company report meeting question local public service project first new'.split(
    ' ',
  );

/**
 * Articles of a made-up local paper, always the same: each about one subject, with words of a second one.
 *
 * @param changed what some of them have in place, by position
 */
export function subjectArticles(
  count: number,
  changed: Readonly<Record<number, Partial<Article>>> = {},
): Article[] {
  const random = randomNumbers();
  return Array.from({ length: count }, (_, at) => {
    const [subject, other] = [SUBJECTS[at % SUBJECTS.length]!, SUBJECTS[random(SUBJECTS.length)]!];
    const sentence = (): string => {
      const words = [subject, subject, other].map(({ words: own }) => own[random(own.length)]!);
      const usual = words.map(() => USUAL[random(USUAL.length)]!);
      return `The ${words.flatMap((word, place) => [usual[place]!, word]).join(' ')} in street${random(40)}.`;
    };
    const url = `https://site.example/${subject.name}/${at}/`;
    return {
      id: url,
      url,
      title: `The ${subject.name} and the ${subject.words[random(8)]!} number${at}`,
      text: Array.from({ length: 8 }, sentence).join(' '),
      tags: [subject.name],
      date: new Date(Date.UTC(2026, 0, 1 + random(240))).toISOString(),
      language: 'en',
      ...changed[at],
    };
  });
}

/** An article about a subject that few articles have. */
export function volcano(at: number): Partial<Article> {
  const text = `The volcano and its eruption were seen from place${at}. `.repeat(3);
  return { title: `The volcano of place${at}`, text, tags: ['eruption'] };
}

/** A JSON Feed of articles, with their texts. */
export function fullFeed(articles: readonly Article[]): string {
  const items = articles.map(({ text, date, excerpt, author, ...rest }) => ({
    ...rest,
    content_text: text,
    summary: excerpt,
    ...(author !== undefined && { authors: [{ name: author }] }),
    date_published: date,
  }));
  const version = 'https://jsonfeed.org/version/1.1';
  return JSON.stringify({ version, title: 'Site', home_page_url: 'https://site.example/', items });
}

/** Whole numbers below a limit, the same on every run (a linear congruential generator). */
function randomNumbers(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}
