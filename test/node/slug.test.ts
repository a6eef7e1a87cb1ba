import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { slug } from '../../src/ranking/slug.js';

describe('what an address calls its article', () => {
  const slugs: [url: string, expected: string][] = [
    ['https://site.example/news/open-ran', 'open-ran'],
    ['https://site.example/news/open-ran/', 'open-ran'],
    ['https://site.example/news/open-ran.html', 'open-ran'],
    ['https://site.example/news/open-ran/index.html?page=2#top', 'open-ran'],
    ['https://site.example/pr%C3%BCfung', 'prüfung'],
    ['https://site.example/100%', '100%'],
    ['https://site.example/release-1.20', 'release-1.20'],
    ['https://site.example/app#/news/open-ran', 'open-ran'],
    ['https://site.example/app?a=b#!/open-ran/', 'open-ran'],
    ['https://site.example/?p=12', ''],
    ['https://site.example', ''],
    ['', ''],
  ];
  for (const [url, expected] of slugs) {
    it(`is ${JSON.stringify(expected)} in ${JSON.stringify(url)}`, () => {
      assert.equal(slug(url), expected);
    });
  }
});
