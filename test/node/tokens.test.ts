import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Documents } from '../../src/ranking/document.js';
import { Pairs } from '../../src/ranking/pairs.js';
import { finished } from '../../src/steps.js';
import { sentences } from '../../src/ranking/terms.js';
import { JOINED, Tokens } from '../../src/ranking/tokens.js';
import { WordTable } from '../../src/ranking/word-table.js';

const NONE = new WordTable();

/** The words that are read from a text, sentence by sentence. */
function read(text: string, ignored = NONE): string[][] {
  const table = new WordTable();
  const tokens = new Tokens((...word) => table.add(...word));
  tokens.addText(text, ignored);
  const result: string[][] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (tokens.pairs[at] !== JOINED) result.push([]);
    result.at(-1)?.push(table.word(tokens.words[at] ?? -1));
  }
  return result;
}

/** The same by regular expressions. */
function matched(text: string): string[][] {
  return sentences(text).filter((sentence) => sentence.length > 0);
}

describe('the words of a text', () => {
  const texts: [name: string, text: string][] = [
    ['plain', 'Ein Mast im Wald. Noch einer: dort, am Weg'],
    ['abbreviated', 'Version 3.5 bei 1.200 Watt, z.B. am a.b.c.'],
    ['with dashes', 'Wald – Feld, Wald–Feld, Wald -Feld, Wald - - Feld'],
    ['in lines', 'Wald\nFeld\n\nWeg\n \t\nMast\r\n\r\nFunk'],
    ['with umlauts', 'Grüße über Öfen, GROẞ und Straße'],
    ['decomposed', 'Gru\u0308ße u\u0308ber O\u0308fen'],
    ['with soft hyphens', 'Campus\u00ADnetz und Funk\u00ADmast'],
    ['with signs that stand for others', 'ﬁnanzen ＡＢＣ（ＤＥＦ） 5 ² ½ ™ … ende\u00A0hier'],
    ['Greek', 'ΟΔΟΣ Οδός ΣΣ Σ'],
    ['Turkish', 'İstanbul ISPARTA ılık'],
    ['Korean in parts', '\u1112\u1161\u11AB 한국'],
    ['with vowel signs', 'हिन्दी समाचार'],
    ['beyond U+FFFF', 'Wort \u{20000}\u{20001} 😀 \u{1D400}b'],
    ['broken', '\uD83D\uD83D\uDE00\uDE00 a\uDC00b \uD800'],
    ['of long words', `${'a'.repeat(63)}ß ${'b'.repeat(64)}c ${'d'.repeat(63)}\u{20000}`],
  ];
  for (const [name, text] of texts) {
    it(`are those that a regular expression finds: ${name}`, () => {
      assert.deepEqual(read(text), matched(text));
    });
  }

  it('are those that a regular expression finds, whatever the text', () => {
    const signs = fc.constantFrom(
      ...' \n\t.,:…–—-!()[]„“"·•|aÄößΣςﬁ²\u00AD\u0308\u00A0\u1161İ\u2028'.split(''),
    );
    const unit = fc.oneof(signs, signs, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => assert.deepEqual(read(text), matched(text))),
      { numRuns: 2000 },
    );
  });

  it('are left out where they are stop words, and what stood beside them comes together', () => {
    assert.deepEqual(read('Mast im Wald. Im Feld', WordTable.of(['im'])), [['mast', 'wald'], ['feld']]);
  });
});

describe('a table of words', () => {
  it('numbers them in the order in which they came, as many as there are', () => {
    const words = Array.from({ length: 5000 }, (_, at) => `wort${at}`);
    const table = WordTable.of([...words, ...words]);
    assert.equal(table.size, 5000);
    assert.deepEqual(
      words.map((_, number) => table.word(number)),
      words,
    );
  });
});

describe('pairs of words', () => {
  it('are those that two documents hold, counted as one would by hand', () => {
    const sentence = fc.array(fc.nat({ max: 5 }), { maxLength: 6 });
    const documents = fc.array(fc.array(sentence, { maxLength: 4 }), { maxLength: 8 });
    fc.assert(fc.property(documents, (texts) => assert.deepEqual(paired(texts), pairedByHand(texts))));
  });
});

/** Of documents that are lists of sentences: each pair's name and in how many documents it is, in their order. */
function paired(texts: number[][][]): [pair: string, documents: number][] {
  const table = WordTable.of(['0', '1', '2', '3', '4', '5']);
  const documents = new Documents((...word) => table.add(...word));
  for (const text of texts) {
    documents.add({ title: '', text: text.map((sentence) => sentence.join(' ')).join('. ') }, NONE);
  }
  const frequencies = Int32Array.from({ length: 6 }, (_, word) => holders(texts, [word]));
  const pairs = finished(Pairs.of(documents, frequencies));
  return Array.from(pairs.frequencies, (count, at) => {
    const [first = -1, second = -1] = [pairs.firsts[at], pairs.seconds[at]];
    assert.equal(pairs.find(first, second), 6 + at);
    return [`${first} ${second}`, count];
  });
}

function pairedByHand(documents: number[][][]): [pair: string, documents: number][] {
  const all = documents.flatMap((text) =>
    text.flatMap((sentence) => sentence.slice(1).map((word, at) => [sentence[at] ?? -1, word])),
  );
  const names = new Map(all.map((pair) => [pair.join(' '), holders(documents, pair)]));
  return [...names].filter(([, count]) => count > 1);
}

/** In how many documents some words stand side by side. */
function holders(documents: number[][][], words: number[]): number {
  const isHere = (sentence: number[], start: number): boolean =>
    words.every((word, at) => sentence[start + at] === word);
  return documents.filter((text) => text.some((sentence) => sentence.some((_, at) => isHere(sentence, at))))
    .length;
}
