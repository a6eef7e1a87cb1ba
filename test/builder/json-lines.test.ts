import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readSources } from '../../src/builder/sources/read-sources.js';
import { folder } from './support.js';

const lines = (...entries: readonly object[]): string =>
  entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
const entry = (name: string): object => ({
  url: `https://site.example/${name}`,
  title: `On ${name}`,
  content_text: `What is said of ${name}.`,
});

describe('a file of JSON Lines', () => {
  it('has an article on each line', async (test) => {
    const file = join(folder(test), 'export.jsonl');
    writeFileSync(file, lines(entry('masts'), entry('towns')));
    const { articles } = await readSources([file]);
    assert.deepEqual(
      articles.map(({ url, title, text }) => [url, title, text]),
      [
        ['https://site.example/masts', 'On masts', 'What is said of masts.'],
        ['https://site.example/towns', 'On towns', 'What is said of towns.'],
      ],
    );
  });

  it('may have empty lines, line ends of Windows and none at its end', async (test) => {
    const file = join(folder(test), 'export.ndjson');
    writeFileSync(file, `\n${lines(entry('masts'), entry('towns')).replaceAll('\n', '\r\n\r\n').trimEnd()}`);
    assert.equal((await readSources([file])).articles.length, 2);
  });

  it('may be compressed', async (test) => {
    const file = join(folder(test), 'export.jsonl.gz');
    writeFileSync(file, gzipSync(lines(entry('masts'), entry('towns'))));
    assert.equal((await readSources([file])).articles.length, 2);
  });

  it('has paths that `base` makes addresses of', async (test) => {
    const file = join(folder(test), 'export.jsonl');
    writeFileSync(file, lines({ url: '/masts', title: 'On masts' }));
    const { articles } = await readSources([file], { base: 'https://site.example/' });
    assert.equal(articles[0]?.url, 'https://site.example/masts');
  });

  it('loses only the lines that give no article, and says which', async (test) => {
    const file = join(folder(test), 'export.jsonl');
    writeFileSync(
      file,
      `${lines(entry('masts'))}{"url": "/broken\n\n${lines({ url: '/untitled' }, entry('towns'))}`,
    );
    const { articles, leftOut } = await readSources([file], { base: 'https://site.example/' });
    assert.equal(articles.length, 2);
    assert.deepEqual(
      leftOut.map(({ entry: line, reason }) => [line, reason]),
      [
        [2, 'is broken JSON'],
        [4, 'has no title'],
      ],
    );
  });

  it('may begin with a byte order mark', async (test) => {
    const file = join(folder(test), 'export.jsonl');
    writeFileSync(file, `\uFEFF${lines(entry('masts'), entry('towns'))}`);
    assert.equal((await readSources([file])).articles.length, 2);
  });

  it('has items of a JSON Feed with their own members, beside entries of other kinds', async (test) => {
    const file = join(folder(test), 'export.jsonl');
    const item = { ...entry('masts'), _related_articles: { expires: '2030-01-01', terms: ['mast'] } };
    const post = { link: 'https://site.example/post', title: { rendered: 'A <b>post</b>' } };
    const plain = { url: 'https://site.example/plain', title: 'Plain', text: 'A text.', date: '2026-11-17' };
    writeFileSync(file, lines(item, post, plain, { '@type': 'Thing' }));
    const { articles, leftOut } = await readSources([file]);
    assert.deepEqual(
      articles.map(({ title, expires, terms, text, date }) => [title, expires, terms, text, date]),
      [
        ['On masts', '2030-01-01', ['mast'], 'What is said of masts.', undefined],
        ['A post', undefined, undefined, undefined, undefined],
        ['Plain', undefined, undefined, 'A text.', '2026-11-17'],
      ],
    );
    assert.equal(leftOut[0]?.entry, 4);
  });

  it('is refused if it ends within a line, as a copy that was stopped does', async (test) => {
    const file = join(folder(test), 'export.jsonl');
    writeFileSync(file, `${lines(entry('masts'))}{"url": "/tow`);
    await assert.rejects(
      readSources([file]),
      /export\.jsonl ends within line 2, which is broken JSON; write it anew/,
    );
  });

  it('may have characters that lie across two pieces of the file', async (test) => {
    const file = join(folder(test), 'export.jsonl');
    const text = 'ä€😀'.repeat(100_000);
    writeFileSync(file, lines({ ...entry('masts'), content_text: text }, entry('towns')));
    const { articles } = await readSources([file]);
    assert.equal(articles[0]?.text, text);
  });

  it('leaves out an article whose address came before, however far above', async (test) => {
    const file = join(folder(test), 'export.jsonl');
    const many = Array.from({ length: 1200 }, (_, at) => entry(`mast-${at}`));
    writeFileSync(file, lines(...many, entry('mast-0')));
    const { articles, leftOut } = await readSources([file]);
    assert.equal(articles.length, 1200);
    assert.match(leftOut[0]?.reason ?? '', /repeats the address/);
  });

  it('says that it is not there, is a folder, or is no JSON Lines', async (test) => {
    const path = folder(test);
    await assert.rejects(
      readSources([join(path, 'none.jsonl')]),
      /can't read .*none\.jsonl: there is no such file/,
    );
    writeFileSync(join(path, 'text.jsonl'), 'Masts\nTowns\n');
    await assert.rejects(readSources([join(path, 'text.jsonl')]), /no article found .*is broken JSON/);
    writeFileSync(join(path, 'one.jsonl'), `"${'a'.repeat(17_000_000)}"`);
    await assert.rejects(
      readSources([join(path, 'one.jsonl')]),
      /has a line of more than 16 MB; put each article on a line/,
    );
    writeFileSync(join(path, 'broken.jsonl.gz'), 'Masts');
    await assert.rejects(readSources([join(path, 'broken.jsonl.gz')]), /can't read .*broken\.jsonl\.gz: /);
    mkdirSync(join(path, 'folder.jsonl'));
    await assert.rejects(readSources([join(path, 'folder.jsonl')]), /folder\.jsonl has no HTML/);
  });
});
