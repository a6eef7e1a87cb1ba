import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, it } from 'node:test';
import { Parser } from 'htmlparser2';
import { parseSync } from 'vite';
import { referencePage } from '../../scripts/reference.js';
import { main } from '../../src/builder/command/main.js';
import { filesIn, root } from './imports.js';

const pages = ['README.md', 'SECURITY.md', 'CHANGELOG.md', ...filesIn('docs', '.md')].filter(
  (page) => !page.includes('node_modules'),
);
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Named {
  readonly name: string;
}
interface Declaration {
  readonly tagName?: string;
  readonly attributes: readonly Named[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
}

const { modules } = JSON.parse(read('custom-elements.json')) as {
  modules: readonly { readonly declarations: readonly Declaration[] }[];
};
const element = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName);

/** The code blocks of a page in one language. */
function snippets(page: string, language: string): string[] {
  return Array.from(
    read(page).matchAll(new RegExp(`^\`\`\`${language}(?: live)?\n(.*?)^\`\`\``, 'gms')),
    ([, code = '']) => code,
  );
}

/** A page's text without its code. */
const prose = (page: string): string =>
  read(page)
    .replace(/^```.*?^```/gms, '')
    .replace(/`[^`\n]+`/g, '`');

/** What GitHub makes of a heading for addresses. */
function slugs(page: string): string[] {
  const headings = read(page)
    .replace(/^```.*?^```/gms, '')
    .matchAll(/^#+ (.+)$/gm);
  return Array.from(headings, ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

describe('the README', () => {
  it('is no longer than 9 kB', () => {
    assert.ok(statSync(join(root, 'README.md')).size <= 9000);
  });

  it('names a file and a CDN’s address of this version, which npm publishes', () => {
    const { version, files } = JSON.parse(read('package.json')) as { version: string; files: string[] };
    for (const page of ['README.md', 'docs/getting-started.md']) {
      const [, named, path = ''] = /npm\/related-articles@([\d.]+)\/([^"]+)"/.exec(read(page)) ?? [];
      assert.equal(named, version);
      assert.ok(files.includes(dirname(path)) && existsSync(join(root, path)), path);
    }
  });

  it('has pictures that GitHub and npm find: files in the repository that package.json names', () => {
    const { repository } = JSON.parse(read('package.json')) as { repository: { url: string } };
    assert.match(repository.url, /^git\+https:\/\/github\.com\/[\w-]+\/[\w-]+\.git$/);
    const pictures = Array.from(
      read('README.md').matchAll(/!\[[^\]]+\]\(([^)]+)\)/g),
      ([, file = '']) => file,
    );
    assert.ok(pictures.length >= 5, pictures.join(' '));
    assert.deepEqual(
      pictures.filter((file) => /^[a-z]+:/.test(file) || !existsSync(join(root, file))),
      [],
    );
  });
});

describe('the pages of the docs', () => {
  it('link to files and headings that exist', () => {
    const wrong = pages.flatMap((page) =>
      Array.from(prose(page).matchAll(/\]\(([^)\s]+)\)/g), ([, link = '']) => link)
        .filter((link) => !/^[a-z]+:/.test(link))
        .filter((link) => {
          const [path = '', anchor] = link.split('#');
          const file = path ? normalize(join(dirname(page), path)) : page;
          if (!existsSync(join(root, file))) return true;
          return anchor !== undefined && !slugs(file).includes(anchor);
        })
        .map((link) => `${page}: ${link}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('are all reached from the README', () => {
    const reached = new Set(['README.md']);
    for (const page of reached) {
      for (const [, link = ''] of prose(page).matchAll(/\]\(([^)\s#]+\.md)[^)]*\)/g)) {
        const file = normalize(join(dirname(page), link));
        if (existsSync(join(root, file))) reached.add(file);
      }
    }
    assert.deepEqual(
      pages.filter((page) => !reached.has(page)),
      [],
    );
  });

  it('write attributes, slots and closing tags as the element has them', () => {
    const attributes = [
      ...(element?.attributes ?? []).map(({ name }) => name),
      'id',
      'class',
      'lang',
      'data-turbo-permanent',
    ];
    const slots = (element?.slots ?? []).map(({ name }) => name);
    const wrong: string[] = [];
    for (const page of pages.filter((each) => !each.includes('frameworks'))) {
      for (const code of snippets(page, 'html').filter((each) => !/\{\{|=\{/.test(each))) {
        const opened = code.match(/<related-articles\b/g)?.length ?? 0;
        const closed = code.match(/<\/related-articles>/g)?.length ?? 0;
        if (opened !== closed) wrong.push(`${page}: ${code}`);
        const parser = new Parser({
          onopentag(tag, given) {
            if (tag !== 'related-articles') {
              if (given['slot'] && !slots.includes(given['slot']))
                wrong.push(`${page}: slot ${given['slot']}`);
              return;
            }
            for (const name of Object.keys(given)) {
              if (!attributes.includes(name)) wrong.push(`${page}: ${name}`);
            }
          },
        });
        parser.end(code);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('write JSON and JavaScript that can be read', () => {
    for (const page of pages) {
      for (const code of snippets(page, 'json'))
        assert.doesNotThrow(() => JSON.parse(code), `${page}: ${code}`);
      for (const language of ['js', 'ts']) {
        for (const code of snippets(page, language)) {
          assert.deepEqual(parseSync(`snippet.${language}`, code).errors, [], `${page}: ${code}`);
        }
      }
    }
  });

  it('call commands that exist, with options that they have', async () => {
    const helps = new Map<string, string>();
    const help = async (command: string): Promise<string> => {
      let text = helps.get(command);
      if (text === undefined) {
        text = '';
        const stdout = { write: (piece: string) => (text += piece) };
        const environment = { stdout, stderr: stdout, env: {}, signal: new AbortController().signal };
        await main([command, '--help'], environment);
        helps.set(command, text);
      }
      return text;
    };
    let calls = 0;
    for (const page of pages) {
      for (const [line, command = ''] of snippets(page, 'sh')
        .join('')
        .matchAll(/\brelated-articles ([a-z]+)\b.*/g)) {
        const text = await help(command);
        calls += 1;
        assert.match(text, new RegExp(`^Usage: related-articles ${command} `, 'm'), `${page}: ${line}`);
        for (const [option] of line.replace(/#.*/, '').matchAll(/--[a-z-]+/g))
          assert.ok(text.includes(option), `${page}: ${line}`);
      }
    }
    assert.ok(calls > 10);
  });

  it('name events that the element sends', () => {
    const events = (element?.events ?? []).map(({ name }) => name);
    for (const page of pages) {
      for (const [, name = ''] of read(page).matchAll(/EventListener\('(related-articles-[a-z]+)'/g)) {
        assert.ok(events.includes(name), `${page}: ${name}`);
      }
    }
  });
});

describe('the reference', () => {
  it('is what scripts/reference.js makes of the manifest: run npm run build', async () => {
    assert.equal(read('docs/reference.md'), await referencePage());
  });
});
