import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Article } from '../../src/article.js';
import { loadStrings } from '../../src/element/languages.js';
import { type Teaser, teaserOf } from '../../src/element/teaser.js';

/** The teaser of an article in a language. */
async function teaser(article: Partial<Article>, language = 'de', pageLanguage = language): Promise<Teaser> {
  const whole = { id: 'a', url: 'https://site.example/a', title: 'A', tags: [], ...article };
  const related = {
    article: whole,
    score: 1,
    reasons: { tags: whole.tags, terms: ['Frequenzen', 'Hafen', 'Kosten'] },
  };
  const strings = await loadStrings(language);
  return teaserOf(related, 1, { language, pageLanguage, strings, discussionLabel: '', readMore: '' });
}

describe('a teaser', () => {
  it('names the author, also if the name holds replacement patterns', async () => {
    assert.equal((await teaser({ author: 'Jule Marquardt' })).author, 'Von Jule Marquardt');
    assert.equal((await teaser({ author: '$& $1 {name}' })).author, 'Von $& $1 {name}');
  });

  it('gives the reading time at 1,000 characters a minute', async () => {
    assert.equal((await teaser({ text: 'x' })).readingTime, '1 Min. Lesezeit');
    assert.equal((await teaser({ text: 'Wort '.repeat(1000) })).readingTime, '4 Min. Lesezeit');
    assert.equal((await teaser({})).readingTime, undefined);
  });

  it('gives the reading time as fast as people read a language', async () => {
    assert.equal((await teaser({ text: '字'.repeat(1000) }, 'zh')).readingTime, '阅读约需 4 分钟');
  });

  it('puts between reasons what the language puts between names', async () => {
    const { reasons } = await teaser({ tags: ['基地局'] }, 'ja');
    assert.equal(reasons, '共通の話題：基地局、Frequenzen、Hafen、Kosten');
  });

  it('gives at most four reasons, tags before terms', async () => {
    const { reasons } = await teaser({ tags: ['Open RAN', 'ENISA'] }, 'en');
    assert.equal(reasons, 'In common: Open RAN, ENISA, Frequenzen, Hafen');
  });

  it('has a language only if that is not the block’s', async () => {
    assert.equal((await teaser({ language: 'fr' })).language, 'fr');
    assert.equal((await teaser({ language: 'de' })).language, undefined);
    assert.equal((await teaser({}, 'en', 'sv')).language, 'sv');
  });

  it('leaves undefined what the article does not have', async () => {
    const { excerpt, date, author, image, discussion, discussionUrl } = await teaser({});
    assert.deepEqual([excerpt, date, author, image, discussion, discussionUrl], Array(6).fill(undefined));
  });
});
