import type { Article } from '../article.js';
import { mainText } from './main-text.js';
import { articleData, dataKeywords, dataText, dataUrl } from './structured-data.js';
import { parseUrl } from './url-identity.js';

/** The addresses by which a page may be known, the most telling first: canonical, og:url, JSON-LD, location. */
export function pageUrls(page: Document): string[] {
  const urls = [
    page.querySelector('link[rel~="canonical"]')?.getAttribute('href'),
    metaContent(page, 'og:url'),
    dataUrl(articleData(page)),
    page.location?.href,
  ];
  return urls.flatMap((url) => (url && parseUrl(url, page.baseURI)?.href) || []);
}

/** The article as its page alone tells it: title, tags, date, language and text. */
export function pageArticle(page: Document): Article {
  const data = articleData(page);
  const [url = page.baseURI] = pageUrls(page);
  const date = dataText(data, 'datePublished') ?? metaContent(page, 'article:published_time');
  const language = page.documentElement.lang.trim();
  return {
    id: url,
    url,
    title: pageTitle(page, dataText(data, 'headline')),
    text: mainText(page),
    tags: pageTags(page, dataKeywords(data)),
    ...(date && { date }),
    ...(language && { language }),
  };
}

function pageTitle(page: Document, headline: string | undefined): string {
  const h1 = ['article h1', 'main h1', 'h1']
    .map((path) => page.querySelector(path))
    .find((found) => found !== null);
  const heading = h1?.textContent?.replace(/\s+/g, ' ').trim();
  return metaContent(page, 'og:title') ?? headline ?? (heading || withoutSiteName(page.title));
}

/** `Title | Site`, `Title – Site`: site names stand behind the last such sign. */
function withoutSiteName(title: string): string {
  return title.replace(/^(.*\S)\s+[|–—·»-]\s.*$/, '$1').trim();
}

function pageTags(page: Document, keywords: string[]): string[] {
  if (keywords.length > 0) return keywords;
  const tags = [...page.querySelectorAll('meta[property="article:tag"]')].map(
    (meta) => meta.getAttribute('content') ?? '',
  );
  if (tags.length > 0) return tags;
  const meta = metaContent(page, 'news_keywords') ?? metaContent(page, 'keywords');
  const links = [...page.querySelectorAll('a[rel~="tag"]')].map((link) => link.textContent ?? '');
  return (meta?.split(',') ?? links).map((tag) => tag.trim()).filter(Boolean);
}

function metaContent(page: Document, name: string): string | undefined {
  const meta = page.querySelector(`meta[property="${name}"], meta[name="${name}"]`);
  return meta?.getAttribute('content')?.trim() || undefined;
}
