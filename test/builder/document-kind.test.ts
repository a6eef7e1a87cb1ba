import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { kindOf } from '../../src/builder/sources/document-kind.js';

describe('the kind of a document', () => {
  for (const [kind, text] of [
    ['feed', '<?xml version="1.0"?>\n<rss version="2.0"><channel>'],
    ['feed', '\uFEFF<a:feed xmlns:a="http://www.w3.org/2005/Atom">'],
    ['feed', '<!-- A long licence <html> -->\n<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>\n<rdf:RDF>'],
    ['feed', 'Notice: undefined index in feed.php\n<?xml version="1.0"?><rss><channel>'],
    ['sitemap', '<urlset><url>'],
    ['sitemap', '<sm:sitemapindex>'],
    ['list of addresses', 'https://site.example/a\r\nhttps://site.example/b\r\n'],
    ['robots.txt', '# Robots\nUser-agent: *\nDisallow:\nSitemap: https://site.example/sitemap.xml\n'],
    ['search.xml', '<?xml version="1.0"?><search><entry>'],
    ['page', '<!-- saved --><!DOCTYPE html><html><body><pre>&lt;rss></pre>'],
    ['page', '<body><p>How to read <rss></p>'],
    ['JSON', ' \n[{"title":"How <rss> and <feed > work"}]'],
    ['JSON', '\uFEFF{"items":[]}'],
    ['JSON', '// Made by hand.\n/* Mind the commas. */ [{"title":"A"}]'],
    ['script', 'var store = [{"title":"A"}]'],
    ['script', '/* Made by a theme. */\nwindow.search = Object.assign(window.search, {"docs": {}});'],
    ['script', 'Search.setIndex({docnames:[]})'],
    ['script', 'export default [{}]'],
    ['nothing', ' \n'],
    ['unknown', 'Masts (tall ones) and forests [1].'],
    ['unknown', 'https://site.example/a\nAnd a sentence.'],
    ['unknown', '<svg xmlns="http://www.w3.org/2000/svg">'],
    ['unknown', '\x89PNG'],
  ] as const) {
    it(`is ${kind} for ${JSON.stringify(text.slice(0, 60))}`, () => {
      assert.equal(kindOf(text), kind);
    });
  }

  it('is told for any text', () => {
    fc.assert(fc.property(fc.string(), (text) => kindOf(text) !== undefined));
  });
});
