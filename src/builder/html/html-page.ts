import { mainText } from '../../page/main-text.js';
import { editorsWords } from '../../page/editors.js';
import { memberText } from '../../page/json-ld.js';
import {
  metaContent,
  metaContents,
  type Metadata,
  pageLanguage,
  pageTags,
  publicationDates,
  readMetadata,
  statedAddresses,
  statedDates,
} from '../../page/metadata.js';
import { chooseTitle, titleSources, type TitleSources } from '../../page/title.js';
import type { Draft } from '../../reader/draft.js';
import { normalizeDate } from '../../reader/normalize-date.js';
import { isRecord, type JsonRecord, own } from '../../shared/json.js';
import { articleText } from './article-text.js';
import { pageAuthors } from './authors.js';
import { openingParagraphs } from './opening.js';
import { visibleDate } from './visible-date.js';
import { declaresArticle, whyNoArticle } from './why-no-article.js';
import { htmlTree, isCutOff, parseHtml } from './html-document.js';

/** A page as it was read, whether or not it is an article. JSON, so that it can be kept. */
export interface HtmlPage {
  /** Everything but the address, which depends on where the page is. Links are as written. */
  readonly draft: Draft;
  /** What may be its title, once it is known what the pages of its site share. */
  readonly titles: TitleSources;
  /** The first paragraphs of its text. */
  readonly opening: readonly string[];
  /** The day that readers see on it, where it states no date. */
  readonly visibleDate?: string;
  /** Whether it has a date that is not one of several, as the entries of a list have. */
  readonly hasOwnDate: boolean;
  /** The addresses that the page gives itself, as written, the most reliable source first. */
  readonly addresses: readonly string[];
  /** Why the page can't be an article, wherever it is: `is marked noindex`. */
  readonly reason?: string;
  /** Whether the page says of itself that it is an article. */
  readonly isDeclared: boolean;
}

/** Reads a built page. Never throws, whatever the HTML. */
export function readHtmlPage(html: string): HtmlPage {
  const document = parseHtml(html);
  if (isCutOff(document)) return { ...EMPTY, reason: 'is nested too deep' };
  const tree = htmlTree(document);
  const known = readMetadata(tree);
  const main = mainText(tree);
  const titles = titleSources(known, main.body);
  const title = chooseTitle(titles);
  const authors = pageAuthors(known);
  const text = articleText(main.text, title, authors);
  const isDeclared = declaresArticle(known);
  const reason = whyNoArticle(known, main, isDeclared);
  const date = [...publicationDates(known), ...metaContents(known, ...RARE_DATES)].find(normalizeDate);
  const seen = date === undefined ? visibleDate(tree, title) : undefined;
  return {
    draft: {
      title,
      excerpt:
        memberText(known.article, 'description') ??
        metaContent(known, 'og:description', 'description', 'twitter:description'),
      text,
      date,
      expires: memberText(known.article, 'expires') ?? metaContent(known, 'article:expiration_time'),
      tags: pageTags(known),
      links: main.links,
      language: pageLanguage(known, main.body),
      author: authors,
      image: pageImage(known),
      discussionCount: commentCount(known.article),
      discussionUrl: memberText(known.article, 'discussionUrl'),
      ...editorsWords(known),
      type: memberText(known.article, '@type'),
    },
    titles,
    opening: openingParagraphs(tree, main.body, text),
    ...(seen && { visibleDate: seen }),
    hasOwnDate: seen !== undefined || (date !== undefined && !hasSeveralDates(known)),
    addresses: statedAddresses(tree, known.article),
    ...(reason && { reason }),
    isDeclared,
  };
}

/** A page that is not read. */
const EMPTY: HtmlPage = {
  draft: {},
  titles: { stated: '', whole: '', data: [], own: [], other: [], lower: [], sites: [] },
  opening: [],
  hasOwnDate: false,
  addresses: [],
  isDeclared: false,
};

/** Whether a page may have its date from one of several entries. */
function hasSeveralDates<E>(known: Metadata<E>): boolean {
  const { tree } = known;
  if (statedDates(known).some(Boolean)) return false;
  const dates = tree.all('time[datetime]').map((time) => tree.attribute(time, 'datetime')?.slice(0, 10));
  return new Set(dates).size >= DATES_OF_A_LIST || tree.all('article:not(article *):has(time)').length > 1;
}

const DATES_OF_A_LIST = 3;

/** Names of `<meta>` elements that only a few systems use for the date of publication. */
const RARE_DATES = ['dcterms.date', 'dc.date.issued', 'dcterms.created', 'pubdate', 'publish-date'];

/** The address of a page's picture, as written. */
function pageImage<E>(known: Metadata<E>): string | undefined {
  const { tree, article } = known;
  const [image] = tree.all(`:is(${IMAGES}):not(${PEOPLE} *)`);
  return (
    memberText(article, 'image') ??
    metaContent(known, 'og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'image') ??
    (image && tree.attribute(image, 'src')?.trim())
  );
}

const IMAGES = '.u-photo, .u-featured, [itemprop="image"]';
const PEOPLE = ':is(.p-author, .h-card, [itemprop~="author"], [itemtype$="/Person"])';

/** `commentCount`, or the number of comments in `interactionStatistic`. */
function commentCount(article: JsonRecord): unknown {
  const statistics = [own(article, 'interactionStatistic')].flat().filter(isRecord);
  const comments = statistics.find((statistic) => {
    const kind = own(statistic, 'interactionType');
    const name = isRecord(kind) ? own(kind, '@type') : kind;
    return typeof name === 'string' && /Comment(?:Action)?$/.test(name);
  });
  return own(article, 'commentCount') ?? own(comments ?? {}, 'userInteractionCount');
}
