import { blogger } from './formats/blogger.js';
import { contentSystem } from './formats/content-systems.js';
import { discourse } from './formats/discourse.js';
import { docusaurus } from './formats/docusaurus.js';
import type { Format } from './formats/format.js';
import { ghost } from './formats/ghost.js';
import { hextra } from './formats/hextra.js';
import { jsonApi } from './formats/json-api.js';
import { justTheDocs } from './formats/just-the-docs.js';
import { mdBook } from './formats/mdbook.js';
import { mkDocs } from './formats/mkdocs.js';
import { quarto } from './formats/quarto.js';
import { rssInJson } from './formats/rss-in-json.js';
import { schemaOrg } from './formats/schema-org.js';
import { typo3 } from './formats/typo3.js';
import { whyNotPublic } from '../shared/public.js';

/**
 * Lists a document that `commonListing` does not list. It is a script of its own, which browsers load if a document
 * needs it.
 */
export const rarerListing: Format = (json, base, read) => {
  for (const format of FORMATS) {
    const listing = format(json, base, read);
    if (listing)
      return { ...listing, draft: (entry) => ({ reason: whyNotPublic(entry), ...listing.draft(entry) }) };
  }
  return undefined;
};

/** Those with the surest signs first; the last one takes any list. */
const FORMATS: readonly Format[] = [
  blogger,
  rssInJson,
  ghost,
  discourse,
  jsonApi,
  mkDocs,
  mdBook,
  docusaurus,
  schemaOrg,
  typo3,
  quarto,
  justTheDocs,
  hextra,
  contentSystem,
];
