import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { withoutGeneratorSyntax } from '../../src/builder/sources/generator-syntax.js';
import { readMarkdownText } from '../../src/builder/sources/markdown-text.js';

describe('the teaser of a Markdown text', () => {
  for (const [what, markdown, excerpt] of [
    [
      'a table of contents of kramdown',
      '* TOC\n{:toc}\n\n## Intro\n{: .no_toc }\n\nMasts.\n{: .lead}',
      'Masts.',
    ],
    ['a mark for a table of contents', '[[toc]]\n\n[TOC]\n\n$[toc]\n\nMasts.', 'Masts.'],
    ['footnotes', 'Masts[^1] are tall.^[Very.]\n\n[^1]: A note.\n    More of it.', 'Masts are tall.'],
    ['abbreviations', '*[RAN]: Radio Access Network\n\nOpen RAN.', 'Open RAN.'],
    [
      'containers',
      ':::warning[Mind the mast]\n\nMasts.\n\n:::\n\n::: {.callout-note}\nTall.\n:::',
      'Masts. Tall.',
    ],
    [
      'admonitions of MkDocs',
      '!!! note "Title"\n\n    Masts.\n\n??? tip\n    Tall.\n\nWide.',
      'Masts. Tall. Wide.',
    ],
    [
      'admonitions in admonitions',
      '!!! note\n    Masts.\n\n    !!! tip\n        Tall.\n\nWide.',
      'Masts. Tall. Wide.',
    ],
    ['callouts', 'Wide.\n\n> [!NOTE] Title\n> Masts.', 'Wide.'],
    [
      'links of wikis',
      'See [[Open RAN|the article]], [[Masts#Height]] and ![[mast.png]].',
      'See the article, Masts and .',
    ],
    ['attributes', 'A [mast]{.tall} at [sea](/sea){:target="_blank"}. {#sea .wide}', 'A mast at sea.'],
    [
      'shortcodes',
      'Masts {{< figure src="a.png" >}}{{% note %}}are{{% /note %}} tall {{ page.title }}.',
      'Masts are tall .',
    ],
    ['tags of Liquid', '{% include a.html %}{% comment %}Not for {% you %}{% endcomment %}Masts.', 'Masts.'],
    [
      'imports of MDX',
      'import {\n  A,\n  B,\n} from "./a";\nimport "./b.css"\n\nexport const meta = {\n  a: 1,\n}\n\nMasts.',
      'Masts.',
    ],
    [
      'exports of MDX, with empty lines in them',
      'export function Card() {\n  const a = 1;\n\n  return <p>{a}</p>;\n}\n\nexport const b = [\n\n  1,\n];\nMasts.',
      'Masts.',
    ],
    ['attributes of headings', '## Intro {class="wide" id=a}\n\nMasts {data-a="b"}', 'Masts'],
    ['comments of MyST', '% Not for you\n\n<<< @/a.js{2}\n\nMasts.', 'Masts.'],
    [
      'components',
      '<Card size={3} onClick={() => 1 > 2} />\n\n<p style={{ color: "red" }}>Masts.</p>\n\n<>Tall.</>',
      'Masts. Tall.',
    ],
    ['comments of MDX', '{/* Hidden */}\n\nMasts {props.kind}.', 'Masts .'],
    ['comments of Obsidian', 'Masts %%hidden%% are 100% ==tall==. ^block-1', 'Masts are 100% tall.'],
    ['citations', 'Masts [@smith2020, p. 3] are tall.', 'Masts are tall.'],
    ['names of pictures', ':rocket: Masts rise at 10:30:45.', 'Masts rise at 10:30:45.'],
    ['included files', '--8<-- "a.md"\n\nMasts.', 'Masts.'],
    ['tabs', '=== "Linux"\n    Masts.\n\n=== "macOS"\n    Tall.', 'Masts. Tall.'],
  ] as const) {
    it(`has no ${what}`, () => {
      assert.equal(readMarkdownText(markdown).excerpt, excerpt);
    });
  }

  for (const [what, markdown, excerpt] of [
    ['code in a line', 'Write `{{ page.title }}` and `[[a]]`.', 'Write {{ page.title }} and [[a]].'],
    ['the author’s brackets', 'See [1], [sic] and {this}.', 'See [1], [sic] and {this}.'],
    [
      'sentences that begin as code does',
      'import data from a file.\n\nexport it too.',
      'import data from a file. export it too.',
    ],
    ['angle brackets', 'Masts \\<template> 5 < 6 & 7 > 3.', 'Masts <template> 5 < 6 & 7 > 3.'],
  ] as const) {
    it(`keeps ${what}`, () => {
      assert.equal(readMarkdownText(markdown).excerpt, excerpt);
    });
  }

  it('is made of paragraphs, and of other blocks only if there is none', () => {
    assert.equal(
      readMarkdownText('# T\n\n## Intro\n\n```\ncode\n```\n\n| a |\n|---|\n| b |\n\nMasts.').excerpt,
      'Masts.',
    );
    assert.equal(readMarkdownText('## Intro\n\n- One\n- Two').excerpt, 'One Two');
    assert.equal(readMarkdownText('<p>Raw <b>text</b>.</p>').excerpt, 'Raw text.');
    assert.equal(readMarkdownText('## Intro').excerpt, undefined);
  });

  for (const mark of ['<!--more-->', '<!-- truncate -->', '{/* truncate */}', '<!-- excerpt -->']) {
    it(`ends at ${mark}`, () => {
      assert.equal(readMarkdownText(`Masts.\n\nTall.\n\n${mark}\n\nWide.`).excerpt, 'Masts. Tall.');
    });
  }
});

describe('the title of a Markdown text', () => {
  for (const [markdown, title] of [
    ['# **Open** [RAN](/a) `costs` {#ran}', 'Open RAN costs'],
    ['Masts\n=====', 'Masts'],
    ['```sh\n# install\n```\n\n# Masts', 'Masts'],
    ['# Masts\n{: .title}\n', 'Masts'],
    ['## Second', undefined],
  ] as const) {
    it(`is ${title ?? 'none'} for ${JSON.stringify(markdown)}`, () => {
      assert.equal(readMarkdownText(markdown).title, title);
    });
  }

  it('is no part of its text', () => {
    assert.equal(readMarkdownText('# Masts\n\nTall.').text, 'Tall.');
  });
});

describe('the syntax of generators', () => {
  it('is removed from any text without an exception', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '{%',
      '%}',
      '<A',
      'b={',
      '}',
      '/>',
      '`',
      '```\n',
      '[[',
      ']]',
      ':::',
      '!!! x\n',
      '    ',
      '\n',
      'a',
      '{:',
      '%%',
      '\uE000',
      '0',
      '\uE001',
      '<',
      '"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        assert.equal(typeof withoutGeneratorSyntax(pieces.join('')), 'string');
      }),
    );
  });
});
