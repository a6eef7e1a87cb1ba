import type { Discussion, Picture, RelatedArticle } from '../article.js';
import { type DateStyle, formatDay, formatNumber, pluralCategory } from './format.js';
import type { Strings } from './strings.js';

/** How a teaser is worded. */
export interface TeaserOptions {
  /** The page's language (BCP 47), used for articles that name none. */
  readonly pageLanguage: string;
  /** The block's own language: the page's, or English where there are no texts in the page's. */
  readonly language: string;
  readonly strings: Strings;
  /** Stands before the number of posts in place of the language's own words: `Diskussion`. */
  readonly discussionLabel: string;
  /** The link's text; empty makes the title the link. */
  readonly readMore: string;
  /** How much of a date is written. */
  readonly dateStyle?: DateStyle;
  /** Absolute http(s) URL of the picture of articles that have none. */
  readonly defaultImage?: string | undefined;
}

/** An article in the block's words, as a card shows it. What the index does not give is undefined. */
export interface Teaser {
  /** The card's place, from 1. */
  readonly position: number;
  /** The article's language (BCP 47), where it is another than the block's. */
  readonly language: string | undefined;
  readonly url: string;
  readonly title: string;
  readonly excerpt: string | undefined;
  /** The day of publication as the index writes it, whatever the visitor's time zone: `17 November 2026`. */
  readonly date: string | undefined;
  /** `By Jule Marquardt` */
  readonly author: string | undefined;
  /** `4 min read`; known where the index carries the full text. */
  readonly readingTime: string | undefined;
  /** What it has in common with the current article: `In common: Open RAN, ENISA` */
  readonly reasons: string | undefined;
  /** At most five. */
  readonly tags: readonly string[];
  /** Absolute http(s) URL of a picture. */
  readonly image: string | undefined;
  /** The picture's sizes as `srcset` takes them: `https://… 480w, https://… 960w` */
  readonly imageSet: string | undefined;
  /** `3 comments`; undefined where nobody knows how many. */
  readonly discussion: string | undefined;
  /** Absolute http(s) URL of the discussion. */
  readonly discussionUrl: string | undefined;
  /** What the link to the article says. */
  readonly readMore: string;
}

/** Puts an article into the block's words. */
export function teaserOf(related: RelatedArticle, position: number, options: TeaserOptions): Teaser {
  const { article } = related;
  const { language, strings } = options;
  const articleLanguage = article.language ?? options.pageLanguage;
  return {
    position,
    language: articleLanguage === language ? undefined : articleLanguage,
    url: article.url,
    title: article.title,
    excerpt: article.excerpt,
    date: article.date && formatDay(article.date, language, strings, options.dateStyle),
    author: article.author && fill(strings.author, article.author),
    readingTime:
      article.text &&
      fill(strings.readingTime, formatNumber(minutes(article.text, strings), language, strings)),
    // Reasons take time to find: only a card that shows them asks for them.
    get reasons() {
      return inCommon(related, options);
    },
    tags: article.tags.slice(0, MOST_TAGS),
    image: article.image ?? options.defaultImage,
    imageSet: article.images?.map(candidate).join(', '),
    discussion: article.discussion && posts(article.discussion, options),
    discussionUrl: article.discussion?.url,
    readMore: options.readMore || strings.readMore,
  };
}

const MOST_TAGS = 5;
const MOST_REASONS = 4;
/** What people read in a minute, in characters other than blanks, in languages that do not tell; much alike in Europe. */
const READING_SPEED = 1000;

/** A picture as `srcset` takes it, whose addresses must not end in a comma. */
function candidate({ url, width }: Picture): string {
  return `${url.replace(/,$/, '%2C')} ${width}w`;
}

function minutes(text: string, { readingSpeed = READING_SPEED }: Strings): number {
  return Math.ceil(text.replace(/\s+/g, '').length / readingSpeed);
}

function inCommon({ reasons }: RelatedArticle, { strings }: TeaserOptions): string | undefined {
  const { tags, terms, linkedWith, series } = reasons;
  if (series) return `${strings.headings.series}: ${series}`;
  const shared = [...tags, ...terms].slice(0, MOST_REASONS);
  if (shared.length === 0) return linkedWith && fill(strings.linkedWith, linkedWith);
  return fill(strings.reasons, shared.join(strings.separator ?? ', '));
}

function posts({ count }: Discussion, options: TeaserOptions): string | undefined {
  return count === undefined ? undefined : postCount(count, options);
}

/** A number of posts in words: `3 comments`, `Diskussion 1` */
export function postCount(count: number, options: TeaserOptions): string {
  const { language, strings, discussionLabel } = options;
  if (discussionLabel) return `${discussionLabel} ${formatNumber(count, language, strings)}`;
  const words = strings.discussion[pluralCategory(count, language)] ?? strings.discussion.other;
  return fill(words, formatNumber(count, language, strings));
}

/** Fills a value into the placeholder of a text. A function returns it, because `replace` interprets `$&` in a string. */
function fill(text: string, value: string): string {
  return text.replace(/\{\w+\}/, () => value);
}
