import { plainText } from '../shared/text.js';
import { headingText, withoutSigns } from './heading.js';
import { memberText } from './json-ld.js';
import { metaContent, metaContents, type Metadata } from './metadata.js';
import { onOneLine } from './page-tree.js';

/** What on a page may be its title, or hold it. JSON, so that it can be kept. Texts that the page lacks are empty. */
export interface TitleSources {
  /** `og:title`. */
  readonly stated: string;
  /** `<title>`. */
  readonly whole: string;
  /** `headline` and `name` of the article in the JSON-LD. */
  readonly data: readonly string[];
  /** The headings (`h1`) of the article. */
  readonly own: readonly string[];
  /** The other headings of the first level. */
  readonly other: readonly string[];
  /** The headings of the second and third level that may be the article's. */
  readonly lower: readonly string[];
  /** The names of the site. */
  readonly sites: readonly string[];
}

/**
 * Collects what may be the title of a page.
 *
 * @param body the element that holds the article
 */
export function titleSources<E>(known: Metadata<E>, body: E): TitleSources {
  const { tree, article } = known;
  const homeLinks = tree.all('h1 a[href]').filter((link) => HOME.test(tree.attribute(link, 'href') ?? ''));
  const texts = (elements: readonly E[]): string[] =>
    elements
      .slice(0, MOST_HEADINGS)
      .map((element) => headingText(tree, element))
      .filter(Boolean);
  return {
    stated: metaContent(known, 'og:title') ?? '',
    whole: tree.all('title:not(svg *)').map(tree.text).find(Boolean) ?? '',
    data: ['headline', 'name'].map((name) => onOneLine(memberText(article, name) ?? '')).filter(Boolean),
    own: texts([...tree.all('article h1'), ...tree.all('main h1'), ...tree.inside(body, 'h1')]),
    other: texts(tree.all('h1, .p-name')),
    lower: texts(tree.all(LOWER)),
    sites: [...metaContents(known, 'og:site_name'), ...homeLinks.slice(0, MOST_HEADINGS).map(tree.text)],
  };
}

/** Each part of a title is compared with each heading: more of either are not looked at. */
const MOST_HEADINGS = 50;
/** Characters. */
const LONGEST_TITLE = 1000;
/** Addresses of a site's home page. */
const HOME = /^(?:https?:\/\/[^/]+)?[./]*(?:index\.html?)?$/;
const LOWER = ':is(article, main) :is(h2, h3), :is(h2, h3)[class*="title"]';

/**
 * The title of a page: `og:title`, else the headline of the JSON-LD, else the first heading, else `<title>`. If one of
 * them repeats another, the shorter one is the title: the rest is the name of the site or of a section. Empty if the
 * page has none of them.
 *
 * @param siteNames names of the site that are known from elsewhere
 */
export function chooseTitle(sources: TitleSources, siteNames: readonly string[] = []): string {
  const sites = [...sources.sites, ...siteNames];
  const [own, other, data] = [sources.own, sources.other, sources.data].map((texts) =>
    texts.filter((text) => !sites.includes(text)),
  ) as [string[], string[], string[]];
  const headings = [...own, ...other];
  const stated = sources.stated || data[0];
  const title = sites.reduce(withoutSite, (stated || sources.whole).slice(0, LONGEST_TITLE));
  const parts = title.split(SEPARATOR);
  const found =
    [...headings, ...sources.lower].find((heading) => heading === title) ??
    // Where the site's name is a heading too, it comes first.
    own.filter((heading) => isPart(title, heading)).at(-1) ??
    // Where the first level is the site's name or a section's, the article's heading is of a lower one.
    (headings[0] && sources.lower.find((heading) => isPart(title, heading))) ??
    // The last part is the site's name, unless the article itself has it as a heading.
    parts.slice(0, -1).find((part) => [...headings, ...data].includes(part)) ??
    headings.find((heading) => repeats(title, heading)) ??
    data.find((text) => headings.includes(text) || repeats(title, text)) ??
    headings.find((heading) => parts.some((part) => repeats(heading, part))) ??
    (stated ? undefined : headings[0]) ??
    withoutLastPart();
  // A heading is text; elsewhere systems leave markup in a title.
  return [...headings, ...sources.lower].includes(found) ? found : withoutSigns(plainText(found));

  function withoutLastPart(): string {
    const isBare =
      headings[0] || (stated && sites[0]) || (title !== sources.whole && sources.whole.includes(title));
    return isBare || !parts[1] ? title : title.slice(0, -parts.at(-1)!.length - ' | '.length);
  }
}

/** What stands between a title and the name of a site, in any title, and before and behind a name that is known. */
const SEPARATOR = /\s[|–—·•»›~-]\s/;
const BEHIND_NAME = /^(?:$|\s*[|–—·•»›~]|:\s|\s-\s)\s*/;
const BEFORE_NAME = /(?:^|[|–—·•»›~]|:\s|\s-\s)\s*$/;

/** Whether a text is a part of a title, between separators, or all of it. */
export function isPart(title: string, text: string): boolean {
  const [before = '', ...after] = title.split(text);
  return after.length > 0 && BEFORE_NAME.test(before) && BEHIND_NAME.test(after.join(text));
}

/** Whether a text holds a part that is long enough not to be there by chance. */
function repeats(text: string, part: string): boolean {
  return part.length >= TELLING_PART && text.includes(part);
}

/** Characters. */
const TELLING_PART = 12;

/** Cuts the name of a site with its sign from either end of a title: `Title | Site`, `Site: Title`. */
function withoutSite(title: string, site: string): string {
  const [text, name] = [title.toLowerCase(), site.toLowerCase()];
  if (!isPart(text, name)) return title;
  if (text.startsWith(name)) return title.slice(name.length).replace(BEHIND_NAME, '') || title;
  return text.endsWith(name) ? title.slice(0, -name.length).replace(BEFORE_NAME, '') : title;
}
