import { isText, own } from '../../shared/json.js';
import type { Names } from '../names.js';
import type { Format } from './format.js';

/**
 * Topics of a Discourse forum (https://docs.discourse.org): `/latest.json` or a category's list. The number of posts
 * counts the answers alone, as Discourse's own embedding does. The address is made of the topic's id. Lists may give
 * one id to several topics.
 */
export const discourse: Format = (json, _base, read) => {
  const entries = own(json, 'topic_list.topics');
  return Array.isArray(entries)
    ? {
        format: 'Discourse',
        entries,
        titled: true,
        draft: (topic) => ({
          ...read(topic, NAMES),
          url: address(own(topic, 'slug'), own(topic, 'id')),
          discussionCount: answers(own(topic, 'posts_count')),
        }),
      }
    : undefined;
};

const NAMES: Names = {
  title: 'title',
  excerpt: 'excerpt',
  date: 'created_at',
  tags: 'tags',
  image: 'image_url',
};

function address(slug: unknown, id: unknown): string | undefined {
  return typeof id === 'number' ? `/t/${isText(slug) ? slug : 'topic'}/${id}` : undefined;
}

function answers(posts: unknown): number | undefined {
  return typeof posts === 'number' ? posts - 1 : undefined;
}
