import { contentful } from './formats/contentful.js';
import { discourse } from './formats/discourse.js';
import { docusaurus } from './formats/docusaurus.js';
import { elasticlunr } from './formats/elasticlunr.js';
import type { Format } from './formats/format.js';
import { ghost } from './formats/ghost.js';
import { jsonApi } from './formats/json-api.js';
import { justTheDocs } from './formats/just-the-docs.js';
import { mkDocs } from './formats/mkdocs.js';
import { nestedList } from './formats/plain-list.js';
import { quarto } from './formats/quarto.js';
import { rssInJson } from './formats/rss-in-json.js';
import { schemaOrg } from './formats/schema-org.js';
import { typo3 } from './formats/typo3.js';

/**
 * Lists a document that `commonListing` does not list. It is a script of its own, which browsers load if a document
 * needs it.
 */
export const rarerListing: Format = (json, base) => {
  for (const format of FORMATS) {
    const listing = format(json, base);
    if (listing) return listing;
  }
  return undefined;
};

/** Those with the surest signs first; the last one takes any list. */
const FORMATS: readonly Format[] = [
  rssInJson,
  ghost,
  discourse,
  jsonApi,
  mkDocs,
  contentful,
  docusaurus,
  schemaOrg,
  typo3,
  elasticlunr,
  quarto,
  justTheDocs,
  nestedList,
];
