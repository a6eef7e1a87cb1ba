import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { webAddress } from '../../src/shared/url.js';

const BASE = 'https://base.example/index.json';

/** What the URL standard makes of an address. */
function parsed(address: string): string | undefined {
  try {
    const { href, protocol, username, password } = new URL(address, BASE);
    return /^https?:$/.test(protocol) && !username && !password ? href : undefined;
  } catch {
    return undefined;
  }
}

describe('a web address', () => {
  for (const address of [
    'https://site.example/blog/a-post/',
    'http://site.example/a/./b',
    'https://site.example/../a',
    'https://site.example/.well-known/a',
    'https://site.example',
    'https://Site.example/',
    'https://xn--0.example/a',
    'https://1.2/',
    'https://a.0x7/',
    'https://site.example//a',
    'https://site.example/a b',
    'https://site.example/%2e%2e/a',
    'https://site.example/ä',
    'https://site.example/a\n',
    'https://user@site.example/',
  ]) {
    it(`is what the URL standard makes of it: ${JSON.stringify(address)}`, () => {
      assert.equal(webAddress(address, BASE), parsed(address));
    });
  }

  it('is what the URL standard makes of it, whatever it is', () => {
    const piece = fc.constantFrom(...'a b1 . .. / // - ~ %2e xn-- 0x7f A ä ? # : @ 7 \t ü.de'.split(' '));
    const rest = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    const addresses = fc.tuple(fc.constantFrom('http://', 'https://', 'https://site.example/', ''), rest);
    fc.assert(
      fc.property(addresses, ([start, end]) => {
        const address = `${start}${end}`;
        fc.pre(address.trim() !== '');
        assert.equal(webAddress(address, BASE), parsed(address));
      }),
      { numRuns: 3000 },
    );
  });
});
