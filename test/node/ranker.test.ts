import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Article } from '../../src/article.js';
import { createRanker } from '../../src/ranking/create-ranker.js';
import type { RelatedOptions } from '../../src/ranking/eligibility.js';
import type { RankedText } from '../../src/ranking/analysis.js';

/** An article with what a test says of it; its title is its id where none is given. */
function article(id: string, members: Partial<Article> = {}): Article {
  return { id, url: `https://site.example/${id}`, title: id, tags: [], ...members };
}

/** The ids of what is related, best first. */
function relatedIds(
  articles: Article[],
  current: RankedText | string,
  options: RelatedOptions & { language?: string } = {},
): string[] {
  const { language, ...relatedOptions } = options;
  const ranker = createRanker(articles, language === undefined ? {} : { language });
  return ranker.related(current, relatedOptions).map((related) => related.article.id);
}

describe('a related article', () => {
  it('shares a rare tag rather than a common one', () => {
    const common = ['a', 'b', 'c', 'd'].map((id) => article(id, { tags: ['Netz'] }));
    const articles = [...common, article('z', { tags: ['Satellit'] })];
    assert.equal(relatedIds(articles, { title: '', tags: ['Netz', 'Satellit'] })[0], 'z');
  });

  it('shares words where nothing has tags', () => {
    const articles = [
      article('a', { text: 'Glasfaser im Dorf' }),
      article('b', { text: 'Antennen auf dem Dach' }),
      article('c', { excerpt: 'Ausbau der Glasfaser' }),
    ];
    assert.deepEqual(relatedIds(articles, { title: 'Glasfaser' }).sort(), ['a', 'c']);
  });

  it('shares more words rather than fewer', () => {
    const articles = [article('a', { text: 'Mast Wald Feld' }), article('b', { text: 'Mast Funk Feld' })];
    assert.deepEqual(relatedIds(articles, { title: 'Mast Funk' }), ['b', 'a']);
  });

  it('shares rare words rather than common ones', () => {
    const articles = ['a', 'b', 'c'].map((id) => article(id, { title: 'Netz' }));
    articles.push(article('z', { title: 'Satellit' }));
    assert.equal(relatedIds(articles, { title: 'Netz Satellit' })[0], 'z');
  });

  it('is not preferred for its length alone', () => {
    const padding = Array.from({ length: 500 }, (_, at) => `wort${at}`).join(' ');
    const long = article('a', { text: `Glasfaser Ausbau ${padding}` });
    const short = article('b', { text: 'Glasfaser Ausbau Gemeinde' });
    assert.deepEqual(relatedIds([long, short], { title: 'Glasfaser Ausbau' }), ['b', 'a']);
  });

  it('is preferred if it shares two words rather than repeats one', () => {
    const articles = [article('a', { text: 'Mast '.repeat(50) }), article('b', { text: 'Mast Funk' })];
    assert.deepEqual(relatedIds(articles, { title: 'Mast Funk' }), ['b', 'a']);
  });

  it('shares words of the title rather than of the text', () => {
    const inText = article('a', { title: 'Wald', text: 'Mast Feld' });
    const inTitle = article('b', { title: 'Mast', text: 'Wald Feld' });
    assert.deepEqual(relatedIds([inText, inTitle], { title: 'Mast' }), ['b', 'a']);
  });

  it('may share only a tag that thousands of articles have if little else is shared', () => {
    const tagged = Array.from({ length: 2100 }, (_, at) => article(`a${at}`, { tags: ['Netz'] }));
    const others = Array.from({ length: 3000 }, (_, at) => article(`b${at}`));
    const articles = [...tagged, ...others, article('Dorf')];
    const related = relatedIds(articles, { title: 'Dorf', tags: ['Netz'] }, { limit: 12 });
    assert.equal(related[0], 'Dorf');
    assert.equal(related.length, 12);
  });

  it('may share only a word of a tag', () => {
    const articles = [article('a', { tags: ['Offenes Netz'] }), article('b', { tags: ['Mast'] })];
    assert.deepEqual(relatedIds(articles, { title: 'Netz' }), ['a']);
  });

  it('does not exist in an empty index', () => {
    assert.deepEqual(relatedIds([], { title: 'Mast' }), []);
  });

  it('does not exist if no word is shared', () => {
    assert.deepEqual(relatedIds([article('a', { title: 'Wald' })], { title: 'Mast' }), []);
  });

  it('does not exist for a title without a word', () => {
    assert.deepEqual(relatedIds([article('a', { title: '!?' })], { title: '!?' }), []);
  });
});

describe('stop words', () => {
  const sentences: [name: string, language: string, one: string, other: string][] = [
    [
      'German',
      'de',
      'Mast, aber mit oder ohne dem, was wir können',
      'Wald, was können wir mit oder ohne dem, aber',
    ],
    ['Austrian German', 'de-AT', 'Der Mast über und für das', 'Das Feld für und über der'],
    ['English', 'en', 'The mast and what is where we were', 'Were we where the field is and what'],
    ['English, in capitals', 'EN-gb', 'THE MAST AND WHAT', 'What and the field'],
    ['English, of one letter', 'en', 'A mast', 'A field'],
    ['English, with an apostrophe', 'en', "It's a mast we don't", "The field we don't, it's"],
    ['English, with a typographic apostrophe', 'en', 'They’re masts', 'They’re fields'],
  ];
  for (const [name, language, one, other] of sentences) {
    it(`relate no articles: ${name}`, () => {
      assert.deepEqual(relatedIds([article('a', { title: one, language })], { title: other, language }), []);
    });
  }

  it('are those of the language given for articles that name none', () => {
    const articles = [article('a', { title: 'Der Mast' })];
    assert.deepEqual(relatedIds(articles, { title: 'Der Wald' }, { language: 'de' }), []);
  });

  it("are those of an article's own language first", () => {
    const articles = [article('a', { title: 'War', language: 'en' })];
    assert.deepEqual(relatedIds(articles, { title: 'War', language: 'en' }, { language: 'de' }), ['a']);
  });

  it('count as words if no language is known', () => {
    assert.deepEqual(relatedIds([article('a', { title: 'Der Mast' })], { title: 'Der Wald' }), ['a']);
  });

  it('are those of the language that the articles look like if none is named', () => {
    const text = 'Der Mast steht auf dem Feld, und wir haben ihn nicht gesehen, weil er noch nicht da war.';
    const articles = [
      article('a', { title: 'Der Turm', text }),
      article('b', { title: 'Ein Turm', text: `${text} x` }),
    ];
    assert.deepEqual(relatedIds(articles, { title: 'Weil wir nicht haben' }), []);
  });

  for (const [language, text, title] of [
    [
      'Danish',
      'Det var en dag, og han havde ikke set masten, fordi den ikke var der endnu.',
      'Det er ikke til den',
    ],
    [
      'Norwegian',
      'Det var en dag, og han hadde ikke sett masten, fordi den ikke var der ennå.',
      'Fordi ikke den var',
    ],
    ['Russian', 'Он не был там, потому что мачты ещё не было, и мы его не видели.', 'Что не было'],
    ['Hebrew', 'הוא לא היה שם כי התורן לא היה שם, אבל אנחנו היינו', 'אבל לא היה'],
    [
      'Turkish',
      'Direk henüz orada değil, ama biz çok bekledik, çünkü bu daha iyi ve şu gibi.',
      'Ama bu çok daha',
    ],
  ] as const) {
    it(`are those of the language that the articles look like: ${language}`, () => {
      const articles = [article('a', { title: 'A', text }), article('b', { title: 'B', text: `${text} x` })];
      assert.deepEqual(relatedIds(articles, { title }), []);
    });
  }

  it('are the same in both spellings of Romanian', () => {
    const articles = [article('a', { title: 'Pilonul și câmpul', language: 'ro' })];
    assert.deepEqual(relatedIds(articles, { title: 'Orașul şi satul', language: 'ro' }), []);
  });

  it('count if they are tags', () => {
    const articles = [article('a', { tags: ['IT'] })];
    assert.deepEqual(relatedIds(articles, { title: 'x', tags: ['IT'] }, { language: 'en' }), ['a']);
  });
});

describe('the spelling of words', () => {
  const spellings: [name: string, one: string, other: string][] = [
    ['soft hyphens', 'Campus\u00ADnetz', 'Campusnetz'],
    ['capitals', 'CAMPUSNETZ', 'campusNetz'],
    ['capital umlauts', 'ÜBUNG', 'übung'],
    ['umlauts written out', 'Fuehrerschein', 'Führerschein'],
    ['sharp s', 'Straße', 'STRASSE'],
    ['decomposed umlauts', 'Ubertra\u0308ger', 'Ubertr\u00E4ger'],
    ['ligatures and full-width letters', 'ﬁnanzen ＡＢＣ', 'finanzen abc'],
    ['punctuation', '»Campusnetz«,', '(Campusnetz)'],
    ['hyphens', 'Campus-Netz', 'Campus, Netz'],
    ['Romanian letters with a cedilla and with a comma', 'oraş', 'oraș'],
  ];
  for (const [name, one, other] of spellings) {
    it(`does not separate them in titles: ${name}`, () => {
      assert.deepEqual(relatedIds([article('a', { title: one })], { title: other }), ['a']);
    });
    it(`does not separate them in texts: ${name}`, () => {
      const articles = [article('a', { title: '', text: one })];
      assert.deepEqual(relatedIds(articles, { title: '', text: other }), ['a']);
    });
  }

  const tags = [
    ['5G-Netz', '5g-netz'],
    ['Campus\u00ADnetz', ' campusnetz '],
    ['Ma\u0308rkte', 'M\u00E4rkte'],
  ];
  for (const [one = '', other = ''] of tags) {
    it(`does not separate tags: ${other.trim()}`, () => {
      const [related] = createRanker([article('a', { title: '', tags: [one] })]).related({
        title: '',
        tags: [other],
      });
      assert.deepEqual(related?.reasons.tags, [one]);
    });
  }

  it('keeps words together that are written with vowel signs', () => {
    const articles = [article('a', { title: 'हिन्दी समाचार' }), article('b', { title: 'दिन' })];
    assert.deepEqual(relatedIds(articles, { title: 'हिन्दी' }), ['a']);
  });
});

describe('scripts without spaces', () => {
  const scripts: [name: string, one: string, other: string, current: string][] = [
    ['Japanese', '新しい機械学習の論文', '今日の天気', '機械学習を始める'],
    ['Chinese', '最短路径算法', '天气预报', '图的最短路径'],
    ['Thai', 'สภาพอากาศวันนี้', 'ข่าวกีฬา', 'พยากรณ์สภาพอากาศ'],
  ];
  for (const [name, one, other, current] of scripts) {
    it(`are related by the characters that they share: ${name}`, () => {
      const articles = [article('a', { title: one }), article('b', { title: other })];
      assert.deepEqual(relatedIds(articles, { title: current }), ['a']);
    });
  }

  it('are cut at words of other scripts', () => {
    const articles = [article('a', { title: 'TypeScript入門' }), article('b', { title: '入力' })];
    assert.deepEqual(relatedIds(articles, { title: 'Typescriptの型' }), ['a']);
  });
});

describe('Korean words', () => {
  it('are related whatever particles they have', () => {
    const articles = [
      article('a', { title: '데이터베이스를 만든다' }),
      article('b', { title: '날씨가 좋다' }),
    ];
    assert.deepEqual(relatedIds(articles, { title: '데이터베이스에서' }), ['a']);
  });
});

describe('the current article', () => {
  const twins = (): Article[] => [article('a', { title: 'Mast' }), article('b', { title: 'Mast' })];

  it('is not listed when it is given by its id', () => {
    assert.deepEqual(relatedIds(twins(), 'a'), ['b']);
  });

  it('is not listed when it is given by its URL', () => {
    assert.deepEqual(relatedIds(twins(), 'https://site.example/a'), ['b']);
  });

  it('is not listed when it is given as it is', () => {
    const articles = twins();
    assert.deepEqual(relatedIds(articles, articles[0] ?? ''), ['b']);
  });

  it('is not listed when it is given as an object of the same id alone', () => {
    assert.deepEqual(relatedIds(twins(), { id: 'a', title: 'Mast' }), ['b']);
  });

  it('is not listed when it is given as an object of the same URL alone', () => {
    assert.deepEqual(relatedIds(twins(), { url: 'https://site.example/a', title: 'Mast' }), ['b']);
  });

  const sameAddresses = [
    'https://site.example/a?utm_source=feed&utm_medium=rss',
    'http://www.site.example/a/',
    'https://site.example/a.html#comments',
  ];
  for (const url of sameAddresses) {
    it(`is not listed if the index writes its URL as ${url}`, () => {
      const entry = article('1', { title: 'Mast', url });
      const articles = [entry, article('2', { title: 'Mast', url: 'https://site.example/b' })];
      const address = 'https://site.example/a';
      assert.deepEqual(relatedIds(articles, address), ['2']);
      assert.deepEqual(relatedIds(articles, { title: 'Mast', url: address }), ['2']);
      assert.deepEqual(relatedIds([{ ...entry, url: address }, articles[1]!], url), ['2']);
      const named = [{ ...entry, id: url }, articles[1]!];
      assert.deepEqual(relatedIds(named, { title: 'Mast', id: address }), ['2']);
    });
  }

  it('is compared by its own text if the index has less of it', () => {
    const articles = [article('a', { title: 'Kurz' }), article('b', { title: 'Satellit' })];
    assert.deepEqual(relatedIds(articles, { id: 'a', title: 'Kurz', text: 'Der Satellit' }), ['b']);
  });

  it('need not be in the index', () => {
    const articles = [article('a', { title: 'Mast' }), article('b', { title: 'Wald' })];
    assert.deepEqual(relatedIds(articles, { title: 'Neu', text: 'Ein Wald' }), ['b']);
  });

  it('is the one with exactly this id, rather than another place on the same page', () => {
    const page = 'https://site.example/log';
    const articles = [
      article(`${page}#a`, { title: 'Turm' }),
      article(`${page}#b`, { title: 'Wald' }),
      article('c', { title: 'Wald' }),
    ];
    assert.deepEqual(relatedIds(articles, `${page}#b`), ['c']);
  });

  it('may have an id that is the name of a member of all objects', () => {
    const articles = ['__proto__', 'constructor'].map((id) => article(id, { title: 'Mast' }));
    assert.deepEqual(relatedIds(articles, '__proto__'), ['constructor']);
    assert.deepEqual(relatedIds(articles, 'constructor'), ['__proto__']);
  });
});

describe('the limit', () => {
  const many = (): Article[] =>
    ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => article(id, { title: 'Mast' }));

  it('is six by default', () => {
    assert.equal(relatedIds(many(), { title: 'Mast' }).length, 6);
  });

  it('is the one given', () => {
    assert.deepEqual(relatedIds(many(), { title: 'Mast' }, { limit: 2 }), ['a', 'b']);
  });

  it('may be more than there are', () => {
    assert.equal(relatedIds(many(), { title: 'Mast' }, { limit: 100 }).length, 8);
  });

  it('does not count the current article and excluded ones', () => {
    assert.deepEqual(relatedIds(many(), 'a', { limit: 2, exclude: ['b'] }), ['c', 'd']);
  });

  for (const limit of [0, -1, 1.5, NaN, Infinity]) {
    it(`is refused with its name: ${limit}`, () => {
      assert.throws(() => relatedIds(many(), { title: 'Mast' }, { limit }), {
        name: 'TypeError',
        message: `related-articles: limit must be a whole number above 0, got ${limit}`,
      });
    });
  }

  it('is refused also if nothing is related', () => {
    assert.throws(() => relatedIds([], { title: 'Mast' }, { limit: 0 }), /limit must be .* got 0$/);
  });
});

describe('a long list', () => {
  it('begins as a short one does', () => {
    const far = Array.from({ length: 140 }, (_, at) =>
      article(`a${at}`, { title: 'Kabel Turm Feld', date: '2001-01-01' }),
    );
    const near = article('near', { title: 'Kabel Turm', text: 'Wald Dorf Weg', date: '2026-11-16' });
    const current = { title: 'Kabel Turm Feld', date: '2026-11-17' };
    const list = [
      ...far,
      near,
      ...Array.from({ length: 400 }, (_, at) => article(`x${at}`, { title: 'Haus' })),
    ];
    const short = relatedIds(list, current, { limit: 3 });
    assert.deepEqual(relatedIds(list, current, { limit: 500 }).slice(0, 3), short);
  });
});

describe('newer articles', () => {
  const dated = (...dates: (string | undefined)[]): Article[] =>
    dates.map((date, at) => article(`${at}`, { title: 'Mast', ...(date && { date }) }));
  const withoutNewer = (articles: Article[], date?: string): string[] =>
    relatedIds(articles, { title: 'Mast', ...(date && { date }) }, { includeNewer: false }).sort();

  it('are listed like all others', () => {
    assert.deepEqual(relatedIds(dated('2026-11-18'), { title: 'Mast', date: '2026-11-17' }), ['0']);
  });

  it('are left out on demand, but not older ones and those of the same day', () => {
    assert.deepEqual(withoutNewer(dated('2026-11-16', '2026-11-17', '2026-11-18'), '2026-11-17'), ['0', '1']);
  });

  it('are left out on demand, but not undated ones', () => {
    assert.deepEqual(withoutNewer(dated(undefined, '2026-11-18'), '2026-11-17'), ['0']);
  });

  it('are left out by the time of day if both have one', () => {
    const articles = dated('2026-11-17T08:30:00Z', '2026-11-17T10:00:00+01:00', '2026-11-17T12:00:00+01:00');
    assert.deepEqual(withoutNewer(articles, '2026-11-17T09:00:00Z'), ['0', '1']);
  });

  it('do not include those of the same day if the current article has no time of day', () => {
    assert.deepEqual(withoutNewer(dated('2026-11-17T09:00:00Z'), '2026-11-17'), ['0']);
  });

  it('do not include those of the same day without a time of day', () => {
    assert.deepEqual(withoutNewer(dated('2026-11-17'), '2026-11-17T00:30:00+01:00'), ['0']);
  });

  it('do not exist if the current article has no date', () => {
    assert.deepEqual(withoutNewer(dated('2026-11-16', '2026-11-18')), ['0', '1']);
  });
});

describe('excluded articles', () => {
  it('are not listed by their ids and URLs', () => {
    const articles = ['a', 'b', 'c'].map((id) => article(id, { title: 'Mast' }));
    const exclude = ['a', 'https://site.example/b'];
    assert.deepEqual(relatedIds(articles, { title: 'Mast' }, { exclude }), ['c']);
  });

  it('are not listed by other addresses of the same page', () => {
    const articles = ['a', 'b'].map((id) => article(id, { title: 'Mast' }));
    const exclude = ['http://www.site.example/a/?utm_source=feed'];
    assert.deepEqual(relatedIds(articles, { title: 'Mast' }, { exclude }), ['b']);
  });

  it('may be unknown', () => {
    const articles = [article('a', { title: 'Mast' })];
    assert.deepEqual(relatedIds(articles, { title: 'Mast' }, { exclude: ['x', ''] }), ['a']);
  });
});

describe('scores', () => {
  const scoreOf = (related: Article, current: RankedText): number =>
    createRanker([related, article('z', { title: 'Wald und Feld' })]).related(current)[0]?.score ?? 0;

  it('are highest for the same words', () => {
    const same = scoreOf(article('a', { title: 'Mast am Weg' }), { title: 'Mast am Weg' });
    const less = scoreOf(article('a', { title: 'Mast am Haus' }), { title: 'Mast am Weg' });
    assert.ok(same > less && less > 0 && same <= 1, `${same}, ${less}`);
  });

  it('are above 0 for one word among very many, and lower than for one alone', () => {
    const text = Array.from({ length: 20_000 }, (_, at) => `wort${at}`).join(' ');
    const long = scoreOf(article('a', { title: 'Mast', text }), { title: 'Mast' });
    const short = scoreOf(article('a', { title: 'Mast' }), { title: 'Mast' });
    assert.ok(long > 0 && long < short, `${long}, ${short}`);
  });

  it('fall from the first to the last', () => {
    const titles = ['Mast', 'Mast Funk', 'Mast Funk Wald', 'Mast Feld Weg'];
    const articles = titles.map((title) => article(title, { title }));
    const scores = createRanker(articles)
      .related({ title: 'Mast Funk' })
      .map(({ score }) => score);
    assert.equal(scores.length, 4);
    assert.deepEqual(
      scores,
      scores.toSorted((a, b) => b - a),
    );
  });
});

describe('equal scores', () => {
  it('are ordered by the newer date, undated last', () => {
    const articles = [
      article('a', { title: 'Mast' }),
      article('b', { title: 'Mast', date: '2026-11-16' }),
      article('c', { title: 'Mast', date: '2026-11-17T09:00:00+01:00' }),
    ];
    assert.deepEqual(relatedIds(articles, { title: 'Mast' }), ['c', 'b', 'a']);
  });

  it('are ordered by the URL if the date is the same', () => {
    const urls = ['https://site.example/3', 'https://site.example/1', 'https://site.example/2'];
    const articles = urls.map((url, at) => article(`${at}`, { title: 'Mast', date: '2026-11-17', url }));
    assert.deepEqual(relatedIds(articles, { title: 'Mast' }), ['1', '2', '0']);
  });
});

describe('the parts of a score', () => {
  /** The first of two candidates for an article, beside some that make words common. */
  const first = (one: Partial<Article>, other: Partial<Article>, current: RankedText): string | undefined => {
    const filler = Array.from({ length: 6 }, (_, at) =>
      article(`filler${at}`, { title: `Notiz ${at}`, text: 'Mast Funk Wald Feld Weg Haus' }),
    );
    const candidates = [
      article('current', current),
      article('one', { title: 'Eins', ...one }),
      article('other', { title: 'Zwei', ...other }),
    ];
    return relatedIds([...candidates, ...filler], 'current', { limit: 1 })[0];
  };

  it('count words that stand side by side more than the same words apart', () => {
    const together = { text: 'Das offene Netz wächst heute. Sie planen einen Anschluss, alle staunen.' };
    const apart = { text: 'Das Netz wächst heute. Sie planen einen offene Anschluss, alle staunen.' };
    const current = { title: 'Frage', text: 'Was bringt das offene Netz?' };
    assert.equal(first(apart, together, current), 'other');
    assert.equal(first(together, apart, current), 'one');
  });

  it('count no pair across the end of a sentence', () => {
    const across = { text: 'Sie planen offene. Netz wächst heute, Anschluss folgt.' };
    const within = { text: 'Sie planen folgt. Heute wächst das offene Netz, Anschluss.' };
    assert.equal(first(across, within, { title: 'Frage', text: 'Das offene Netz' }), 'other');
  });

  it('count the beginning of a text more than the rest', () => {
    const filling = Array.from({ length: 120 }, (_, at) => `wort${at}`).join(' ');
    const early = { text: `Satellit ${filling}` };
    const late = { text: `${filling} Satellit` };
    assert.equal(first(late, early, { title: 'Satellit' }), 'other');
  });

  it("count an article whose text speaks of the current article's title", () => {
    const speaks = { text: 'Ein Bericht über Satelliten im Funkloch.' };
    const scattered = { text: 'Satelliten sind teuer. Viele Leute in diesem Land kennen das alte Funkloch.' };
    assert.equal(first(scattered, speaks, { title: 'Satelliten im Funkloch' }), 'other');
  });

  it('count an article whose title the current text speaks of', () => {
    const current = { title: 'Frage', text: 'Lange nach der Auktion der Frequenzen kam der Ausbau in Gang.' };
    assert.equal(first({ title: 'Ausbau heute' }, { title: 'Auktion der Frequenzen' }, current), 'other');
  });

  it('count a shared tag more than the same word in the text', () => {
    const current = { title: 'Frage', tags: ['Satellit'] };
    assert.equal(first({ text: 'Satellit' }, { tags: ['Satellit'] }, current), 'other');
  });

  it("count an article that holds the words of the current article's address", () => {
    const current = { title: 'Frage', url: 'https://site.example/neues-funkloch.html' };
    assert.equal(
      first({ text: 'Gestern Mast' }, { text: 'Funkloch Mast' }, { ...current, text: 'Mast' }),
      'other',
    );
  });

  for (const path of [
    '2026/funkloch/',
    'funkloch',
    'funkloch.html',
    'funkloch/index.html?page=2#top',
    'f%75nkloch',
    'app#/news/funkloch',
    'app?a=b#!/funkloch/',
  ]) {
    it(`count an article whose address holds words of the current article: ${path}`, () => {
      const url = `https://site.example/${path}`;
      const text = 'Mast';
      assert.equal(first({ text }, { text, url }, { title: 'Frage', text: 'Funkloch Mast' }), 'other');
    });
  }

  it('count closeness in time', () => {
    const current = { title: 'Mast', date: '2026-05-01' };
    assert.equal(
      first({ date: '2019-05-01', text: 'Mast' }, { date: '2026-04-01', text: 'Mast' }, current),
      'other',
    );
  });
});

describe('an article that may not be shown', () => {
  const now = new Date('2026-11-17T12:00:00Z');
  const shown = (members: Partial<Article>, options: RelatedOptions = {}): boolean =>
    relatedIds(
      [article('a', { title: 'Mast', ...members })],
      { title: 'Mast', language: 'de' },
      { now, ...options },
    ).length > 0;

  it('is dated in the future', () => {
    assert.equal(shown({ date: '2026-11-17T12:00:01Z' }), false);
    assert.equal(shown({ date: '2026-11-17T12:00:00Z' }), true);
  });

  it('has expired', () => {
    assert.equal(shown({ expires: '2026-11-17T12:00:00Z' }), false);
    assert.equal(shown({ expires: '2026-11-17T12:00:01Z' }), true);
  });

  it('is in another language, unless any language is asked for', () => {
    assert.equal(shown({ language: 'en' }), false);
    assert.equal(shown({ language: 'en' }, { anyLanguage: true }), true);
    assert.equal(shown({ language: 'de-AT' }), true);
    assert.equal(shown({}), true);
  });

  it("is in another language than the page's if the current article names none", () => {
    const languages = ['de', 'en', undefined];
    const articles = languages.map((language, at) =>
      article(`${at}`, { title: 'Mast', ...(language && { language }) }),
    );
    assert.deepEqual(relatedIds(articles, { title: 'Mast' }, { language: 'de' }), ['0', '2']);
    assert.deepEqual(relatedIds(articles, { title: 'Mast' }), ['0', '1', '2']);
  });

  it("may be in any language if no article is in the page's", () => {
    const articles = [article('a', { title: 'Mast', language: 'de' })];
    assert.deepEqual(relatedIds(articles, { title: 'Mast' }, { language: 'en' }), ['a']);
  });

  it('is older than the greatest age', () => {
    assert.equal(shown({ date: '2026-10-01' }, { maxAge: 30 }), false);
    assert.equal(shown({ date: '2026-11-01' }, { maxAge: 30 }), true);
    assert.equal(shown({}, { maxAge: 30 }), true);
  });

  it('has an excluded tag', () => {
    assert.equal(shown({ tags: ['Anzeige'] }, { excludeTags: ['anzeige'] }), false);
    assert.equal(shown({ tags: ['Netz'] }, { excludeTags: ['anzeige'] }), true);
    assert.equal(shown({ tags: ['O\u0308sterreich'] }, { excludeTags: ['oesterreich'] }), false);
  });

  it('has less than the lowest score', () => {
    assert.equal(shown({}, { minScore: 1 }), false);
  });

  it('is a copy of the current article at another address', () => {
    const copy = { title: 'Mast', text: 'Ein Mast steht im Wald.' };
    assert.deepEqual(relatedIds([article('a', copy), article('b', copy)], 'a'), []);
  });

  it('is a second copy of a related article', () => {
    const copy = { title: 'Mast', text: 'Ein Mast steht im Wald.' };
    assert.deepEqual(relatedIds([article('a', copy), article('b', copy)], { title: 'Mast' }), ['a']);
  });
});

describe('a diverse list', () => {
  const story = 'Die Auktion der Frequenzen beginnt in Mainz';
  const articles = [
    article('a', { title: story, text: 'Mast Gebot eins' }),
    article('b', { title: story, text: 'Mast Gebot zwei' }),
    article('c', { title: 'Mainz baut Masten', text: 'Frequenzen sind knapp' }),
  ];

  it('is ordered by score alone if no diversity is asked for', () => {
    assert.deepEqual(relatedIds(articles, { title: story }).slice(0, 2), ['a', 'b']);
  });

  it('brings another story before the next version of the first', () => {
    assert.deepEqual(relatedIds(articles, { title: story }, { diversity: 0.7 }).slice(0, 2), ['a', 'c']);
  });

  it('brings another story behind a pinned article too', () => {
    const options = { diversity: 0.7, pinned: ['b'] };
    assert.deepEqual(relatedIds(articles, { title: story }, options), ['b', 'c', 'a']);
  });
});

describe('pinned articles', () => {
  const articles = [
    article('a', { title: 'Wald' }),
    article('b', { title: 'Mast' }),
    article('c', { title: 'Mast' }),
  ];

  it('come first in the order given, related or not', () => {
    const pinned = ['https://site.example/c', 'a', 'unknown'];
    assert.deepEqual(relatedIds(articles, { title: 'Mast' }, { pinned }), ['c', 'a', 'b']);
  });

  it('may be named by another address of the same page', () => {
    const pinned = ['http://www.site.example/a/?utm_source=feed'];
    assert.deepEqual(relatedIds(articles, { title: 'Mast' }, { pinned }), ['a', 'b', 'c']);
  });

  it('have their own score however many articles are nearer', () => {
    const nearer = Array.from({ length: 300 }, (_, at) => article(`n${at}`, { title: 'Turm Feld' }));
    const far = article('far', { title: 'Turm Haus Wald Weg' });
    const ranker = createRanker([...nearer, far]);
    const [pin] = ranker.related({ title: 'Turm Feld' }, { pinned: ['far'] });
    assert.equal(pin?.article, far);
    assert.equal(pin?.score, ranker.explain({ title: 'Turm Feld' }, far).score);
    assert.ok(pin.score > 0);
  });

  it('count towards the limit', () => {
    assert.deepEqual(relatedIds(articles, { title: 'Mast' }, { pinned: ['a'], limit: 2 }), ['a', 'b']);
  });

  it('do not include the current article and excluded, expired or future ones', () => {
    const hidden = [
      article('itself', { title: 'Mast' }),
      article('excluded'),
      article('expired', { expires: '2001-01-01' }),
      article('future', { date: '9999-12-31' }),
    ];
    const options = { pinned: hidden.map(({ id }) => id), exclude: ['excluded'] };
    assert.deepEqual(relatedIds([...hidden, ...articles], 'itself', options), ['b', 'c']);
  });

  it('are listed without copies of them', () => {
    const copy = { title: 'Mast', text: 'Ein Mast steht im Wald.' };
    const copies = [article('x', copy), article('y', copy), article('z', { title: 'Mast' })];
    assert.deepEqual(relatedIds(copies, { title: 'Mast' }, { pinned: ['y'] }), ['y', 'z']);
  });

  it('may be in another language, newer, older or of an excluded tag', () => {
    const other = article('x', { language: 'en', date: '2001-01-01', tags: ['Ad'] });
    const current = { title: 'Mast', language: 'de', date: '2000-01-01' };
    const options = { pinned: ['x'], includeNewer: false, maxAge: 3, excludeTags: ['ad'], limit: 1 };
    assert.deepEqual(relatedIds([...articles, other], current, options), ['x']);
  });
});

describe('the explanation', () => {
  const articles = [
    article('a', { title: 'Mast im Wald', tags: ['Netz'], date: '2026-11-16' }),
    article('b', { title: 'Haus' }),
  ];
  const ranker = createRanker(articles);
  const current = { title: 'Mast im Feld', tags: ['Netz'], date: '2026-11-17' };

  it('gives the score that the list has', () => {
    assert.equal(ranker.explain(current, 'a').score, ranker.related(current)[0]?.score);
  });

  it('names the shared terms, the weightiest first', () => {
    const { terms } = ranker.explain(current, 'a');
    assert.deepEqual(terms.map(({ term }) => term).sort(), ['#netz', 'im', 'mast', 'mast im', 'netz']);
    assert.ok(
      terms.every(({ weight }, at) => weight <= (terms[at - 1]?.weight ?? 1)),
      JSON.stringify(terms),
    );
  });

  it('gives 0 for articles that have nothing in common', () => {
    assert.equal(ranker.explain(current, 'b').score, 0);
  });

  it('is refused by its own name for what is no article', () => {
    assert.throws(() => ranker.explain({} as RankedText, 'a'), /explain\(\) needs an article with a title/);
  });

  it('is refused for an article that is not in the index', () => {
    assert.throws(() => ranker.explain(current, article('x')), /explain\(\) needs an article of the index/);
    assert.throws(() => ranker.explain(current, 'x'), /no article has the id or URL "x"/);
  });
});

describe('the order of the articles in an index', () => {
  it('does not change what is related', () => {
    const articles = [
      article('a', { title: 'Mast und Funk', tags: ['Netz'], text: 'Ein Mast im Wald, ein Mast im Feld' }),
      article('b', { title: 'Funk im Wald', tags: ['Netz', 'Wald'], date: '2026-11-17' }),
      article('c', { title: 'Funk im Wald', tags: ['Netz', 'Wald'], date: '2026-11-17' }),
      article('d', { title: 'Feld und Mast', text: 'Der Funk fällt aus' }),
      article('e', { title: 'Netz', tags: ['Funk'] }),
    ];
    const expected = createRanker(articles).related('a');
    const shuffles = fc.shuffledSubarray(articles, { minLength: 5 });
    const check = (shuffled: Article[]): void =>
      assert.deepEqual(createRanker(shuffled).related('a'), expected);
    fc.assert(fc.property(shuffles, check), { seed: 17, numRuns: 120 });
  });
});

describe('the reasons', () => {
  const reasonsFor = (articles: Article[], current: RankedText) =>
    createRanker(articles, { language: 'de' }).related(current)[0]?.reasons;

  it('name the shared tags as the related article spells them', () => {
    const related = article('a', { tags: ['5G-Netz', 'Wald', 'KI'] });
    assert.deepEqual(reasonsFor([related], { title: '', tags: ['ki', '5g-netz'] })?.tags, ['5G-Netz', 'KI']);
  });

  it('name the strongest shared words first', () => {
    const others = ['x', 'y', 'z'].map((id) => article(id, { text: 'Mast' }));
    const articles = [article('a', { title: 'Ein Mast, ein Wald' }), ...others];
    assert.deepEqual(reasonsFor(articles, { title: 'Wald Mast' })?.terms, ['Wald', 'Mast']);
  });

  it('name three words at most', () => {
    const title = 'Mast Funk Wald Feld Weg';
    assert.equal(reasonsFor([article('a', { title })], { title })?.terms.length, 3);
  });

  it("spell the words as the related article's text does most often", () => {
    const articles = [article('a', { title: 'enisa', text: 'Die ENISA rät. Enisa? Die ENISA!' })];
    assert.deepEqual(reasonsFor(articles, { title: 'enisa' })?.terms, ['ENISA']);
  });

  it("spell a word of the related article's tags as the tag does", () => {
    const articles = [article('a', { title: 'Neue Regeln', tags: ['ENISA Bericht'] })];
    assert.deepEqual(reasonsFor(articles, { title: 'ENISA tagt' })?.terms, ['ENISA']);
  });

  it('spell words without soft hyphens', () => {
    const articles = [article('a', { title: 'Campus\u00ADnetz' })];
    assert.deepEqual(reasonsFor(articles, { title: 'Campusnetz' })?.terms, ['Campusnetz']);
  });

  it('do not repeat the words of the shared tags', () => {
    const articles = [article('a', { title: 'Offenes Netz am Mast', tags: ['Offenes Netz'] })];
    const current = { title: 'Ein offenes Netz mit Mast', tags: ['Offenes Netz'] };
    assert.deepEqual(reasonsFor(articles, current), { tags: ['Offenes Netz'], terms: ['Mast'] });
  });

  it('name no bare numbers', () => {
    const articles = [article('a', { title: '2026: Mast 112' })];
    assert.deepEqual(reasonsFor(articles, { title: 'Mast 112 im Jahr 2026' })?.terms, ['Mast']);
  });

  it('name a word of letters and digits', () => {
    assert.deepEqual(reasonsFor([article('a', { title: 'Das 5G' })], { title: '5G' })?.terms, ['5G']);
  });

  it('name two words with capitals together', () => {
    const text = 'Heute prüft das Labor der Firma ein Open RAN.';
    const articles = ['a', 'b'].map((id) => article(id, { text }));
    const current = { title: 'x', text: 'Wer ein Open RAN baut, fragt lange.' };
    assert.deepEqual(reasonsFor(articles, current)?.terms, ['Open RAN']);
  });

  it('name a word with a capital that both use more than once', () => {
    const text = 'Viele bauen einen Mast. Wer baut, braucht einen Mast.';
    assert.deepEqual(reasonsFor([article('a', { text })], { title: 'x', text })?.terms, ['Mast']);
  });

  it('name no word that both use only once', () => {
    const articles = [article('a', { text: 'Der Mast steht im Wald.' })];
    assert.deepEqual(reasonsFor(articles, { title: 'x', text: 'Ein Wort zum Mast.' })?.terms, []);
  });

  it('name no word that has a capital only at the start of sentences', () => {
    const text = 'Bislang gilt das. Bislang steht er.';
    assert.deepEqual(reasonsFor([article('a', { text })], { title: 'x', text })?.terms, []);
  });

  it('name a word of both titles that both use again', () => {
    const articles = [article('a', { title: 'What bidders dread', text: 'Some bidders wait.' })];
    const current = { title: 'Small bidders win', text: 'The auction had nine bidders.' };
    assert.deepEqual(reasonsFor(articles, current)?.terms, ['bidders']);
  });

  it('name no word of both titles that one of them does not use again', () => {
    const articles = [article('a', { title: 'What bidders need', text: 'They need time.' })];
    assert.deepEqual(
      reasonsFor(articles, { title: 'A mast that needs no power', text: 'It stands.' })?.terms,
      [],
    );
  });

  it('name no word without a capital in a language whose nouns have one', () => {
    const text = 'Wenn das Netz am Mast nicht läuft, dann ruft der Wirt im Dorf beim Amt an.';
    const articles = [article('a', { title: 'Wie das Netz läuft', text })];
    assert.deepEqual(reasonsFor(articles, { title: 'Was läuft', text: 'Es läuft.' })?.terms, []);
  });

  it('name two words with capitals before a single one', () => {
    const text = 'Heute prüft ENISA ein Open RAN. Dann rät ENISA zu ENISA.';
    const articles = ['a', 'b'].map((id) => article(id, { text }));
    const other = 'Wer baut Open RAN? Auch ENISA fragt, und ENISA rät.';
    assert.deepEqual(reasonsFor(articles, { title: 'x', text: other })?.terms, ['Open RAN', 'ENISA']);
  });

  it('show words that both join with a hyphen as one', () => {
    const articles = ['a', 'b'].map((id) =>
      article(id, { title: 'Wi-Fi', text: 'Without Wi-Fi they stop.' }),
    );
    assert.deepEqual(reasonsFor(articles, { title: 'Mobile or Wi-Fi', text: 'Ask for Wi-Fi.' })?.terms, [
      'Wi-Fi',
    ]);
  });

  it('show no words with a hyphen that only one of the two has', () => {
    const articles = [article('a', { title: 'Die 5G-Toolbox' })];
    assert.deepEqual(reasonsFor(articles, { title: 'Das 5G-Netz' })?.terms, []);
    assert.deepEqual(reasonsFor(articles, { title: 'Das 5G' })?.terms, ['5G']);
  });

  it('name no two words together that have capitals only in titles', () => {
    const articles = ['a', 'b'].map((id) => article(id, { title: 'Small Masts' }));
    assert.deepEqual(reasonsFor(articles, { title: 'Small Masts' })?.terms.toSorted(), ['Masts', 'Small']);
  });

  it('name an inflected word without its ending if one of the two has it so', () => {
    const articles = [article('a', { title: 'Tarife', text: 'Viele Tarife. Ein Tarif.' })];
    assert.deepEqual(reasonsFor(articles, { title: 'Der Tarif', text: 'Mit den Tarifen' })?.terms, ['Tarif']);
  });

  it('name no number with its unit', () => {
    const text = 'Bei 6 Gigahertz steht alles.';
    const articles = ['a', 'b'].map((id) => article(id, { text }));
    assert.deepEqual(reasonsFor(articles, { title: 'x', text })?.terms, []);
  });

  it('name no word that most articles hold', () => {
    const title = 'Das Netz und der Mast';
    const others = ['b', 'c', 'd', 'e', 'f', 'g'].map((id) => article(id, { title: 'Netz' }));
    assert.deepEqual(reasonsFor([article('a', { title }), ...others], { title })?.terms, ['Mast']);
  });

  it('name no word of one title that the other uses only once', () => {
    const articles = [article('a', { title: 'Wie läuft es', text: 'Es läuft. Er läuft.' })];
    assert.deepEqual(reasonsFor(articles, { title: 'x', text: 'Alles läuft weiter.' })?.terms, []);
  });

  it('name no number that is written as a word', () => {
    const articles = [article('a', { title: 'Drei Netze' })];
    assert.deepEqual(reasonsFor(articles, { title: 'Drei Netze' })?.terms, ['Netze']);
  });

  it('name nobody in a long list of names', () => {
    const list = 'Dank an Eva Ohm, Max Volt, Ida Watt, Uwe Farad, Ute Henry, Ali Joule, Bo Kelvin.';
    const articles = ['a', 'b'].map((id) => article(id, { text: `Der Turm steht. ${list}` }));
    const current = {
      title: 'x',
      text: `Ein Mast fällt. Wir danken Uwe Farad, Ida Watt, Max Volt, Ali Joule, Bo Kelvin, Eva Ohm.`,
    };
    assert.deepEqual(reasonsFor(articles, current)?.terms, []);
  });

  it('name no word of a passage that both texts have', () => {
    const theme = 'Unser Newsletter vom Verlag Funkturm kommt jeden Freitag um acht ins Postfach.';
    const articles = ['a', 'b'].map((id) => article(id, { text: `Der Mast von ENISA. ${theme}` }));
    const current = { title: 'x', text: `Was ENISA rät. ${theme}` };
    assert.deepEqual(reasonsFor(articles, current)?.terms, ['ENISA']);
  });

  it('name no author', () => {
    const articles = ['a', 'b'].map((id) =>
      article(id, { author: 'Eva Ohm', text: 'Heute fragt Eva Ohm die ENISA.' }),
    );
    assert.deepEqual(reasonsFor(articles, { title: 'x', text: 'Gestern sprach Eva Ohm zur ENISA.' })?.terms, [
      'ENISA',
    ]);
  });

  it('name a run of kanji or katakana that both have in their titles', () => {
    const articles = [article('a', { title: '新しい機械学習の論文' }), article('b', { title: '今日の天気' })];
    const [related] = createRanker(articles).related({ title: '機械学習を始める' });
    assert.deepEqual(related?.reasons.terms, ['機械学習']);
  });

  it('name no stop words', () => {
    const articles = [article('a', { title: 'Der Mast und wir' })];
    assert.deepEqual(reasonsFor(articles, { title: 'Wir und der Mast' })?.terms, ['Mast']);
  });
});

describe('wrong options', () => {
  const articles = [article('a'), article('b')];
  for (const [name, call, message] of [
    [
      'a language that is none',
      () => createRanker(articles, { language: 5 as never }),
      /language must be a text .* got 5$/,
    ],
    [
      'no object',
      () => createRanker(articles, null as never),
      /createRanker needs an object of options, got null$/,
    ],
    [
      'a text to exclude',
      () => createRanker(articles).related('a', { exclude: 'b' as never }),
      /exclude must be a list .* got "b"$/,
    ],
    [
      'no yes or no',
      () => createRanker(articles).related('a', { includeNewer: 1 as never }),
      /includeNewer must be true or false, got 1$/,
    ],
  ] as const) {
    it(`are refused with their names: ${name}`, () => {
      assert.throws(call, message);
    });
  }
});

describe('wrong input', () => {
  const ranking = (articles: unknown, current: unknown) => (): unknown =>
    createRanker(articles as Article[]).related(current as RankedText);
  const making = (articles: unknown) => ranking(articles, { title: 'x' });

  it('is refused with the id if that is unknown', () => {
    assert.throws(ranking([article('a')], 'b "c"'), {
      name: 'TypeError',
      message: 'related-articles: no article has the id or URL "b \\"c\\""',
    });
  });

  it('is refused with the id if that is the name of a member of all objects', () => {
    assert.throws(ranking([article('a')], 'constructor'), /no article has the id or URL "constructor"$/);
  });

  for (const articles of [undefined, null, 5, 'x', {}, { articles: [] }]) {
    it(`is refused with its value in place of the list of articles: ${JSON.stringify(articles)}`, () => {
      assert.throws(making(articles), {
        name: 'TypeError',
        message: `related-articles: createRanker needs an array of articles, got ${JSON.stringify(articles)}`,
      });
    });
  }

  it('is refused in place of the list of articles even if it has no JSON', () => {
    assert.throws(making(5n), /^TypeError: related-articles: createRanker needs an array of articles, got 5/);
  });

  const members: [name: string, value: unknown][] = [
    ['id', undefined],
    ['id', 5],
    ['url', undefined],
    ['title', undefined],
    ['tags', undefined],
    ['tags', 'x, y'],
    ['tags', [5]],
    ['text', 5],
    ['excerpt', null],
    ['date', 20261117],
    ['language', ['de']],
  ];
  for (const [name, value] of members) {
    it(`is refused with the position of its entry: ${name} ${JSON.stringify(value)}`, () => {
      const entry = { ...article('a'), [name]: value };
      const message = new RegExp(`^related-articles: article 2 needs .*"${name}".*, got `);
      assert.throws(making([article('x'), article('y'), entry]), { name: 'TypeError', message });
    });
  }

  for (const entry of [null, undefined, 5, 'a', []]) {
    it(`is refused with its position in place of an entry: ${JSON.stringify(entry)}`, () => {
      const message = /^related-articles: article 2 needs .*, got /;
      assert.throws(making([article('x'), article('y'), entry]), { name: 'TypeError', message });
    });
  }

  for (const current of [undefined, null, 5, [], {}, { id: 'a' }, { title: 5 }]) {
    it(`is refused as the current article: ${JSON.stringify(current)}`, () => {
      assert.throws(ranking([article('a')], current), {
        name: 'TypeError',
        message: `related-articles: related() needs an article with a title, an id or a URL, got ${JSON.stringify(current)}`,
      });
    });
  }

  it('is refused with the name of a wrong member of the current article', () => {
    const current = { title: 'x', tags: 'x, y' };
    assert.throws(ranking([article('a')], current), /^TypeError: related-articles: .*needs.*"?tags"?.*got/);
  });
});

describe('hostile articles', () => {
  const word = 'mast '.repeat(100_000);
  const hostile: [name: string, members: Partial<Article>][] = [
    ['ten thousand tags', { title: 'Mast', tags: Array.from({ length: 10_000 }, (_, at) => `Tag ${at}`) }],
    ['the same tag ten thousand times', { title: 'Mast', tags: Array<string>(10_000).fill('Mast') }],
    ['one word a hundred thousand times', { title: 'Mast', text: word }],
    ['a word of five million letters', { title: 'Mast', text: 'x'.repeat(5_000_000) }],
    ['a letter with five million marks', { title: 'Mast', text: `x${'\u0301'.repeat(5_000_000)}` }],
    ['halves of surrogate pairs', { title: 'Mast \uD800', text: '\uDC00x\uD83D', tags: ['\uD83D'] }],
    ['empty tags', { title: 'Mast', tags: ['', ' ', '\u00AD'] }],
    [
      'words that objects inherit',
      { title: 'Mast __proto__ constructor', tags: ['__proto__', 'constructor'] },
    ],
    ['a date that is none', { title: 'Mast', date: 'yesterday' }],
  ];
  for (const [name, members] of hostile) {
    it(`are ranked like others: ${name}`, () => {
      const other = { ...members, ...(members.text && { text: `${members.text} Ende` }) };
      const articles = [article('a', members), article('b', other)];
      const related = createRanker([...articles, article('c', { title: 'Wald' })]).related('a');
      assert.deepEqual(
        related.map(({ article: { id } }) => id),
        ['b'],
      );
      assert.ok(related[0]!.reasons.terms.length <= 3, 'the reasons are told');
    });
  }
});

describe('any articles', () => {
  const units = fc.oneof(
    fc.constantFrom('a', 'b', ' ', 'Ä', '\u00AD', '\u0308', '😀', '\uD800', 'İ', 'ß', '#', '1'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  const text = fc.string({ unit: units, maxLength: 30 });
  const list = fc.array(fc.record({ title: text, text, tags: fc.array(text, { maxLength: 3 }) }), {
    minLength: 1,
  });
  const numbered = list.map((all) => all.map((members, at) => article(`${at}`, members)));
  const settings = { seed: 17, numRuns: 200 };

  it('are ranked without the article itself', () => {
    const check = (articles: Article[]): void => {
      for (const { id } of articles) {
        const ids = relatedIds(articles, id, { limit: 100 });
        assert.ok(!ids.includes(id), `${id} in ${ids.join(' ')}`);
      }
    };
    fc.assert(fc.property(numbered, check), settings);
  });

  it('have scores above 0 and at most 1', () => {
    const check = (articles: Article[]): void => {
      const scores = createRanker(articles)
        .related('0')
        .map(({ score }) => score);
      assert.ok(
        scores.every((score) => score > 0 && score <= 1),
        String(scores),
      );
    };
    fc.assert(fc.property(numbered, check), settings);
  });

  it('are related by at most three words, and by tags of the related article', () => {
    const check = (articles: Article[]): void => {
      for (const { article: found, reasons } of createRanker(articles).related('0')) {
        const others = reasons.tags.filter((tag) => !found.tags.includes(tag));
        assert.deepEqual([others, reasons.terms.slice(3)], [[], []]);
      }
    };
    fc.assert(fc.property(numbered, check), settings);
  });

  it('are not changed', () => {
    const check = (articles: Article[]): void => {
      const before = structuredClone(articles);
      createRanker(articles).related('0');
      assert.deepEqual(articles, before);
    };
    fc.assert(fc.property(numbered, check), settings);
  });
});
