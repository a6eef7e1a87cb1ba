import { isRecord, isText, own } from '../../shared/json.js';
import type { Names } from '../names.js';
import type { Format } from './format.js';

/** RSS 2.0 (https://cyber.harvard.edu/rss/rss.html) written as JSON, with members of the usual XML namespaces. */
export const rssInJson: Format = (json, _base, read) => {
  const channel = own(json, 'rss.channel');
  if (!isRecord(channel)) return undefined;
  return {
    format: 'RSS-in-JSON',
    entries: [own(channel, 'item') ?? []].flat(),
    draft: (item) => ({
      ...read(item, NAMES),
      tags: [own(item, 'category')].flat().map(text),
      language: own(channel, 'language'),
      image: picture(own(item, 'enclosure')) ?? own(item, 'media:thumbnail'),
    }),
  };
};

const NAMES: Names = {
  id: 'guid guid.#value',
  url: 'link',
  title: 'title',
  excerpt: 'description',
  html: 'content:encoded description',
  date: 'pubDate dc:date',
  author: 'dc:creator dc:creator.#value author author.#value',
  discussionCount: 'slash:comments',
  discussionUrl: 'comments',
};

/** An element's text. An element with attributes is an object. */
function text(value: unknown): unknown {
  return isText(value) ? value : own(value, '#value');
}

function picture(enclosure: unknown): unknown {
  const type = own(enclosure, 'type');
  return isText(type) && type.startsWith('image/') ? own(enclosure, 'url') : undefined;
}
