import type { Article } from '../article.js';
import { articleBody } from './article-body.js';
import { mainText } from './main-text.js';
import { metaContent, metaContents } from './meta.js';
import { pageUrl, pageUrls } from './page-address.js';
import { articleData, dataKeywords, dataText } from './structured-data.js';
import { unshadowed } from './unshadowed.js';

/** The article as its page alone tells it: title, tags, date, language and text. */
export function pageArticle(page: Document, addresses: readonly string[] = pageUrls(page)): Article {
  const data = articleData(page);
  const url = pageUrl(page, addresses);
  const date = pageDate(page, dataText(data, 'datePublished'));
  const language =
    page.documentElement.lang || metaContent(page, 'og:locale') || dataText(data, 'inLanguage');
  return {
    id: url,
    url,
    title: pageTitle(page, dataText(data, 'headline')),
    text: mainText(page),
    tags: [...new Set(pageTags(page, dataKeywords(data)))],
    ...(date && { date }),
    ...(language && { language: language.trim().replaceAll('_', '-') }),
  };
}

function pageTitle(page: Document, headline: string | undefined): string {
  const site = metaContent(page, 'og:site_name') ?? '';
  const named = metaContent(page, 'og:title') ?? headline;
  if (named) return withoutName(named, site);
  const h1 =
    page.querySelector('article h1') ??
    page.querySelector('main h1') ??
    unshadowed(articleBody(page)).querySelector('h1') ??
    page.querySelector('h1');
  const title = withoutName(page.title, site);
  return plain(h1) || (title === page.title ? withoutLastPart(title) : title);
}

/** Cuts the site's name with its sign from either end of a title: `Title | Site`, `Site - Title`. */
function withoutName(title: string, site: string): string {
  const rest = title.replace(site, '');
  const bare = rest.replace(/^\s*[|–—·»:-]\s+|\s+[|–—·»:-]\s*$/, '');
  return bare === rest ? title : bare;
}

/** Site names stand behind the last such sign. */
function withoutLastPart(title: string): string {
  return title.replace(/^(.*\S)\s+[|–—·»-]\s.*$/, '$1').trim();
}

/** The first date that is written as RFC 3339 has it, or nearly. */
function pageDate(page: Document, stated: string | undefined): string | undefined {
  const time = page.querySelector('article time[datetime], main time[datetime], time[itemprop][datetime]');
  return [
    stated,
    metaContent(page, 'article:published_time'),
    metaContent(page, 'og:article:published_time'),
    time?.getAttribute('datetime')?.trim(),
  ]
    .find((date) => date && /^\d{4}-\d\d-\d\d(?:T|$)/.test(date))
    ?.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
}

function pageTags(page: Document, keywords: string[]): string[] {
  if (keywords.length > 0) return keywords;
  const tags = metaContents(page, 'article:tag');
  if (tags.length > 0) return tags;
  const meta = metaContent(page, 'news_keywords') ?? metaContent(page, 'keywords');
  const links = [...page.querySelectorAll('a[rel~="tag"]')].map(plain);
  return (meta?.split(',') ?? links).map((tag) => tag.trim()).filter(Boolean);
}

function plain(element: Element | null): string {
  return element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
