import { isRecord, isText, own } from '../../shared/json.js';
import type { Names } from '../names.js';
import { readLoosely } from './content-systems.js';
import type { Format } from './format.js';

/**
 * News of TYPO3, as the extension headless_news gives them (https://github.com/TYPO3-Headless/headless_news). `slug` is
 * the page's address.
 */
export const typo3: Format = (json, _base, read) => {
  const entries = own(json, 'list');
  if (!Array.isArray(entries) || own(entries.find(isRecord), 'pathSegment') === undefined) return undefined;
  return {
    format: 'TYPO3',
    entries,
    draft(news) {
      const keywords = own(news, 'metaData.keywords');
      const words = isText(keywords) ? keywords.split(',') : [];
      const tags = [own(news, 'tags'), own(news, 'categories'), words].flat();
      return { ...read(news, NAMES, readLoosely(news, read)), tags };
    },
  };
};

const NAMES: Names = {
  id: 'uid',
  url: 'slug',
  html: 'bodytext',
  author: 'author.author author',
  image: 'media.0.publicUrl media.0.url media.publicUrl',
};
