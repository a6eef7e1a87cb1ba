import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findChromium } from '../support/chromium.js';
import { serveSite } from '../support/site-server.js';
import { type Generator, generators, POSTS, root, writeSite } from './generators.js';
import { until } from '../support/until.js';

/** The HTML of the block and the commands in a guide. */
function guide(name: string): { block: string; commands: string[] } {
  const section = readFileSync(join(root, `docs/guides/${name.toLowerCase()}.md`), 'utf8');
  const [, block = ''] = /^```html\n(.*?)^```/ms.exec(section) ?? [];
  const [, commands = ''] = /^```sh\n(.*?)^```/ms.exec(section) ?? [];
  return { block: block.trim(), commands: commands.trim().split('\n') };
}

/** Runs a guide's commands in a site, with the installed generator and this package's command line. */
function runCommands(folder: string, { command }: Generator, commands: readonly string[]): string {
  const [written = '', run = []] = command ?? [];
  const ownProgram = [process.execPath, join(root, 'dist/command.js')];
  return commands
    .map((line) => {
      const [program, rest] = line.startsWith('npx related-articles')
        ? [ownProgram, line.slice('npx related-articles'.length)]
        : [run, line.slice(written.length)];
      const [file = '', ...args] = [...program, ...rest.split(' ').filter(Boolean)];
      const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
      return execFileSync(file, args, {
        cwd: folder,
        encoding: 'utf8',
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    })
    .join('\n');
}

describe('the guide', () => {
  let browser: Browser;
  before(async () => {
    if (!existsSync(join(root, 'cdn/related-articles.js')) || !existsSync(join(root, 'dist/builder.js'))) {
      execFileSync('npm', ['run', 'build'], { cwd: root });
    }
    browser = await puppeteer.launch(await findChromium());
  });
  after(async () => {
    await browser?.close();
  });

  /** The titles of the cards on a page, and its requests for neighbours with their status. */
  async function cards(address: string): Promise<{ titles: string[]; loaded: string[] }> {
    const page = await browser.newPage();
    const loaded: string[] = [];
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.startsWith('/related/')) loaded.push(`${response.status()} ${pathname}`);
    });
    await page.goto(address);
    await until(page, () => (document.querySelector('related-articles')?.related ?? []).length > 0);
    const titles = await page.$eval('related-articles', (element) =>
      element.related.map(({ article }) => article.title),
    );
    await page.close();
    return { titles, loaded };
  }

  const all = generators();
  for (const generator of all) {
    const { name, command, advice, output, path } = generator;
    const skip = command ? false : `${name} is not installed: ${advice}`;
    it(`for ${name} leads to a page that shows its neighbours`, { skip }, async (test) => {
      const folder = mkdtempSync(join(generator.workFolder, `${name.toLowerCase()}-`));
      test.after(() => rmSync(folder, { recursive: true, force: true }));
      const { block, commands } = guide(name);
      writeSite(folder, generator, block);
      const printed = runCommands(folder, generator, commands);
      assert.match(printed, /^4 articles in/m, printed);
      cpSync(join(root, 'cdn'), join(folder, output), { recursive: true });

      const site = await serveSite(test, join(folder, output));
      const [wood, field] = POSTS;
      assert.ok(wood && field, 'no posts');
      const { titles, loaded } = await cards(site + path(wood));
      assert.equal(titles[0], field.title);
      assert.deepEqual(loaded, [`200 /related${path(wood).replace(/(?:\/|\.html)$/, '')}.json`]);

      const again = runCommands(folder, generator, commands);
      const counts = generator.empties ? '4 written, 0 unchanged' : '0 written, 4 unchanged';
      assert.ok(again.includes(`4 files, ${counts}, 0 removed`), again);
    });
  }

  it('for programs has a snippet that runs unchanged', (test) => {
    const [, code = ''] =
      /^```js\n(import \{ readSources.*?)^```/ms.exec(readFileSync(join(root, 'docs/api.md'), 'utf8')) ?? [];
    const folder = mkdtempSync(join(tmpdir(), 'program-'));
    test.after(() => rmSync(folder, { recursive: true, force: true }));
    writeSite(folder, { ...(all[0] as Generator), files: {}, post: ({ slug }) => `public/${slug}.md` }, '');
    const own = code.replaceAll("'public/", `'${folder}/public/`);
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', own], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.equal(printed, '4 [] 4 0\n');
  });
});
