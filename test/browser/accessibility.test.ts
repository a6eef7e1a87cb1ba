import { expect } from '@open-wc/testing';
import type Axe from 'axe-core';
import 'axe-core';
import type { RelatedArticles } from '../../src/index.js';
import { axeOptions } from '../support/axe-options.js';
import { article, blockOf } from './support.js';

// In a browser the package is a script that sets a global.
const { axe } = window as unknown as { axe: typeof Axe };

/** What axe finds wrong, or can't decide, in a block below an article. */
async function findings(element: RelatedArticles): Promise<string[]> {
  const main = document.createElement('main');
  main.append(Object.assign(document.createElement('h1'), { textContent: 'Now' }));
  element.before(main);
  main.append(element);
  const { violations, incomplete } = await axe.run(element, axeOptions);
  return [...violations, ...incomplete].map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map(({ html, any }) => html + JSON.stringify(any)).join()}`,
  );
}

const others = [
  article('a', {
    excerpt: 'Short.',
    date: '2026-11-17',
    image: new URL('/demo/images/mast.svg', location.href).href,
    discussion: { count: 3, url: 'https://site.example/a#talk' },
  }),
  article('b', { excerpt: 'Kurz.', language: 'de', discussion: { count: 0 } }),
];

describe('axe', () => {
  it('finds nothing wrong in a block that shows all it can', async () => {
    expect(await findings(await blockOf(others, { 'any-language': '' }))).to.deep.equal([]);
  });

  it('finds nothing wrong in a block whose titles are the links', async () => {
    expect(await findings(await blockOf(others, { 'any-language': '', 'no-read-more': '' }))).to.deep.equal(
      [],
    );
  });

  it('finds nothing wrong in a block without headings', async () => {
    expect(await findings(await blockOf(others, { 'any-language': '', 'heading-level': '0' }))).to.deep.equal(
      [],
    );
  });

  it('finds nothing wrong in a block that shows the author’s content only', async () => {
    expect(await findings(await blockOf([], {}, 'All news'))).to.deep.equal([]);
  });

  it('finds no two landmarks of one name if two of three blocks have the same heading', async () => {
    const first = await blockOf(others, { 'any-language': '' });
    const second = await blockOf(others, { 'any-language': '' });
    const other = await blockOf(others, { 'any-language': '', heading: 'More of it' });
    const main = document.createElement('main');
    main.append(Object.assign(document.createElement('h1'), { textContent: 'Now' }), first, second, other);
    document.body.append(main);
    const { violations } = await axe.run(main, { runOnly: ['landmark-unique', 'aria-allowed-role'] });
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
    const landmarks = [first, second, other].map(
      ({ renderRoot }) => renderRoot.querySelector('nav')?.getAttribute('role') !== 'none',
    );
    expect(landmarks).to.deep.equal([true, false, true]);
    main.remove();
  });
});

describe('the links of the cards', () => {
  it('have different accessible names', async () => {
    const element = await blockOf(others, { 'any-language': '' });
    const names = [...(element.shadowRoot?.querySelectorAll('a[part="read-more"]') ?? [])].map((link) =>
      (link.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => element.shadowRoot?.getElementById(id)?.textContent?.trim())
        .join(' '),
    );
    expect(names).to.deep.equal(['Read article Title of a', 'Read article Title of b']);
  });
});
