import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodeEntities } from '../../src/shared/entities.js';
import { plainText } from '../../src/shared/text.js';
import { htmlToText, shorten } from '../../src/shared/text.js';

describe('a text that only looks like markup', () => {
  for (const text of [
    'How to use <!-- in HTML, explained',
    'If x <s and y',
    'a < b, x <s y',
    'The <!doctype> tag',
  ]) {
    it(`stays in a plain text: ${text}`, () => {
      assert.equal(plainText(text), text);
    });
  }

  it('is removed from HTML if it is a declaration', () => {
    assert.equal(htmlToText('<?xml version="1.0"?><!doctype html><p>Hi <![CDATA[x]]>there</p>'), 'Hi\nthere');
  });
});

describe('character references', () => {
  const cases: [name: string, written: string, read: string][] = [
    ['German umlauts', '&Auml;&Ouml;&Uuml;&auml;&ouml;&uuml;&szlig;', 'ÄÖÜäöüß'],
    ['the first and last of Latin-1', '&nbsp;&yuml;', '\u00A0ÿ'],
    ['Latin-1 signs', '&copy;&reg;&shy;&frac12;&iquest;&times;&THORN;&divide;', '©®\u00AD½¿×Þ÷'],
    ['the signs of markup', '&lt;&gt;&amp;&quot;&apos;', '<>&"\''],
    ['typographic signs', '&ndash;&mdash;&bdquo;&ldquo;&rsquo;&hellip;&euro;&thinsp;', '–—„“’…€\u2009'],
    ['decimal numbers', '&#228;&#8364;&#0038;', 'ä€&'],
    ['hexadecimal numbers', '&#xE4;&#X20ac;&#x1F600;', 'ä€😀'],
    ['a reference once only', '&amp;amp; &#38;lt;', '&amp; &lt;'],
    ['numbers of Windows-1252 as browsers do', 'Don&#146;t &#150; &#x80;&#x9F;', 'Don’t – €Ÿ'],
  ];
  for (const [name, written, read] of cases) {
    it(`decode ${name}`, () => {
      assert.equal(decodeEntities(written), read);
    });
  }

  const kept =
    '&unknown; &constructor; &AUML; &amp &; &#; &#x; &#xG; a&b;c AT&T ' +
    '&#0; &#x0; &#xD800; &#xDFFF; &#55296; &#x110000; &#1114112; &#99999999999;';
  for (const text of kept.split(' ')) {
    it(`stay as they are if they name no character: ${text}`, () => {
      assert.equal(decodeEntities(text), text);
    });
  }
});

describe('the text of HTML', () => {
  const cases: [name: string, html: string, text: string][] = [
    ['has a line per block', '<h2>One</h2><p>Two</p>\n\n<ul><li>Three<li>Four</ul>', 'One\nTwo\nThree\nFour'],
    [
      'stays on its line across inline tags',
      'A <em>very</em> <a href="/x">long</a> wo<b>rd</b>',
      'A very long word',
    ],
    ['has a space for a line break', 'One<br>Two<br/>Three<img src="x">Four', 'One Two Three Four'],
    ['has its white space collapsed', '  One \t  two&nbsp; three\n   four ', 'One two three\nfour'],
    ['has its references decoded after the tags are gone', '<p>1 &lt;b&gt; 2 &amp;lt;</p>', '1 <b> 2 &lt;'],
    ['keeps angle brackets that open no tag', '1 < 2 > 0, <3 & x<y', '1 < 2 > 0, <3 & x<y'],
    ['loses tags in capitals and with line ends in them', '<P\nCLASS="x"\n>Hi</P\n>', 'Hi'],
    ['loses custom elements', '<my-tag a>Hi</my-tag>', 'Hi'],
    ['loses tags with a colon, as word processors write them', '<p>Hi<o:p></o:p></p>', 'Hi'],
    ['loses tags with an underscore', '<my_tag>Hi</my_tag>', 'Hi'],
    ['loses a tag that is never closed', 'Hi <a href="/x', 'Hi'],
    ['loses scripts', 'One<script>if (a < b) x("</p>")</script>Two', 'One\nTwo'],
    ['loses scripts with attributes and in capitals', 'One<SCRIPT type="a>b">x</Script >Two', 'One\nTwo'],
    ['loses styles', 'One<style media="all">p > a {}</style>Two', 'One\nTwo'],
    ['loses a script that is never closed', 'One<script>two <p>three</p>', 'One'],
    ['loses a style that is never closed', 'One<style>two <p>three</p>', 'One'],
    ['loses comments', 'One<!-- two > <p>three</p> -->four', 'Onefour'],
    ['loses a comment that is never closed', 'One<!-- two <p>three</p>', 'One'],
    ['goes on behind an empty comment', 'One<!-->two', 'Onetwo'],
    ['keeps what a closing script tag alone precedes', 'One</script>Two', 'One\nTwo'],
    ['loses a tag with > in a value in double quotes', '<a title="1 > 0">Hi</a>', 'Hi'],
    ['loses a tag with > in a value in single quotes', '<a title=\'1 > "0"\'>Hi</a>', 'Hi'],
    ['loses a tag with > in a value behind spaces', '<a title = "1 > 0">Hi</a>', 'Hi'],
    ['goes on behind a quote that is no value', '<p don\'t>Hi</p> "there"', 'Hi\n"there"'],
    ['is empty for markup alone', '<p> <br></p>', ''],
  ];
  for (const [name, html, text] of cases) {
    it(name, () => {
      assert.equal(htmlToText(html), text);
    });
  }
});

describe('a plain text', () => {
  const cases: [name: string, written: string, read: string][] = [
    ['keeps a tag that it names', 'Using <template> well', 'Using <template> well'],
    ['keeps a tag with attributes that it names', 'The <video controls> tag', 'The <video controls> tag'],
    ['keeps generic types and comparisons', 'Map<string, number> if 1 < 2', 'Map<string, number> if 1 < 2'],
    ['keeps a formatting tag that it names', 'When to use <b> and <i>', 'When to use <b> and <i>'],
    ['keeps an empty tag that it names', 'The <img> element', 'The <img> element'],
    ['loses a picture', 'A <img src="/a.png" alt="x"> mast', 'A mast'],
    ['loses formatting', 'A <b>new</b> <em class="x">net</em><br>work', 'A new net work'],
    ['loses tags that it closes', '<p>One</p><section>Two</section>', 'One Two'],
    ['loses tags that it closes in other letters', '<P>One</p>', 'One'],
    ['loses comments', 'One<!-- more --> two', 'One two'],
    ['loses scripts that it closes', 'One<script>alert(1)</script> two', 'One two'],
    ['has its references decoded', 'Fish &amp; Chips &lt;b&gt;', 'Fish & Chips <b>'],
    ['is one line', ' One \n\n two\tthree&nbsp;four ', 'One two three four'],
  ];
  for (const [name, written, read] of cases) {
    it(name, () => {
      assert.equal(plainText(written), read);
    });
  }
});

describe('a shortened text', () => {
  const cases: [name: string, text: string, length: number, short: string][] = [
    ['stays as it is where it fits', 'One two', 7, 'One two'],
    ['is cut between words', 'One two three', 9, 'One two…'],
    ['keeps a word that just fits with its ellipsis', 'One two three', 8, 'One two…'],
    ['has no sign before its ellipsis', 'One two – three', 10, 'One two…'],
    ['is cut within a word that is longer than half of it', `One ${'x'.repeat(50)}`, 10, 'One xxxxx…'],
    ['is one line', 'One\n\ntwo', 20, 'One two'],
    ['has no half of a character before its ellipsis', `a${'😀'.repeat(20)}`, 11, `a${'😀'.repeat(4)}…`],
  ];
  for (const [name, text, length, short] of cases) {
    it(name, () => {
      assert.equal(shorten(text, length), short);
    });
  }
});

describe('hostile texts', () => {
  const parts = ['<a ', '<!--', '</script', '<script>', '<script></script', '<style>', '</b', '</b>', '<p>'];
  parts.push('<a href="', "<a b='", '<a href="x"', '<!-- --', '<a>"', '="', ' \n', '&#', '&a', '<');
  const hostile = parts.map((part): [name: string, text: string] => [
    `${part.replace('\n', '\\n')}…`,
    part.repeat(50_000),
  ]);
  hostile.push(['a million ampersands', '&'.repeat(1e6)], ['a million spaces', `x${' '.repeat(1e6)}x`]);
  hostile.push(['a tag name of a million letters', `<${'a'.repeat(1e6)}`]);
  for (const [name, text] of hostile) {
    it(`are read to their end: ${name}`, () => {
      assert.equal(typeof htmlToText(text), 'string');
      assert.equal(typeof plainText(text), 'string');
      assert.match(shorten(text, 200), /^.{0,200}$/s);
    });
  }
});

describe('any text', () => {
  const parts = fc.constantFrom(
    '<',
    '>',
    '</',
    '<!--',
    '-->',
    '<b',
    'script',
    '"',
    "'",
    '=',
    '&',
    '#x',
    ';',
    '\n',
    'é',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.oneof(parts, fc.string({ maxLength: 3 })) }),
    fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
  );
  const settings = { seed: 17, numRuns: 1000 };

  it('becomes a text without white space around it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const result of [htmlToText(text), plainText(text)]) assert.equal(result, result.trim());
      }),
      settings,
    );
  });

  it('becomes one line as a plain text', () => {
    fc.assert(
      fc.property(texts, (text) => assert.doesNotMatch(plainText(text), /\s\s|[^\S ]/)),
      settings,
    );
  });

  it('is no longer than asked when shortened', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 50 }), (text, length) => {
        assert.equal(Math.max(shorten(text, length).length, length), length);
      }),
      settings,
    );
  });

  it('is not changed by decoding if it has no &', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const plain = text.replaceAll('&', '');
        assert.equal(decodeEntities(plain), plain);
      }),
      settings,
    );
  });
});
