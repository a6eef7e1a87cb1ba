import { readDate } from './dates.js';
import { contentAsHtml } from './feed-text.js';
import { found, type Found } from './found.js';
import { toArticle } from '../../reader/draft.js';
import { all, attribute, childrenOf, first, parseXml, textOf, textOfChild } from '../html/html-document.js';

/**
 * Reads the search index that Hexo's generators write (`search.xml`, `local-search.xml` of hexo-generator-search and
 * hexo-generator-searchdb): `<search>` with an `<entry>` for each page.
 *
 * @param where the file or URL, for people
 * @param base the URL that relative addresses are resolved against
 * @param language the language (BCP 47) of dates in words
 */
export function readSearchXml(xml: string, where: string, base: string, language?: string): Found {
  const parts = all('search > entry', parseXml(xml)).map((entry, at) => {
    const names = (list: string): string[] => all(`${list} > *`, entry).map(textOf).filter(Boolean);
    const tags = names('tags');
    const link = attribute(first('link', entry), 'href');
    const [content] = childrenOf(entry, 'content');
    const article = toArticle(
      {
        url: textOfChild(entry, 'url') ?? link,
        title: textOfChild(entry, 'title'),
        html: content && contentAsHtml(content),
        date: readDate(textOfChild(entry, 'date', 'published', 'updated'), language),
        tags: tags.length > 0 ? tags : names('categories'),
      },
      new URL(base),
    );
    return { where, entry: at + 1, article };
  });
  return found(parts);
}
