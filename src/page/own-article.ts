/**
 * The article to which an element belongs on a page that shows several, as pages that scroll without end do: the one
 * around the element, else the last one before it. Undefined on all other pages: those on which elements of this name
 * belong to one article, and those that mark no articles with a first heading.
 *
 * @param page the document, from `thisPage`
 */
export function ownArticle(element: Element, page: Document): Element | undefined {
  const articles = [...page.querySelectorAll('article')].filter(
    (article) => article.querySelector('h1') && !article.parentElement?.closest('article'),
  );
  if (articles.length < 2) return undefined;
  const articleOf = (each: Element): Element | undefined =>
    articles.findLast(
      (article) =>
        article.contains(each) ||
        Boolean(article.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING),
    );
  const served = new Set([...page.querySelectorAll(element.localName)].map(articleOf));
  return served.size > 1 ? articleOf(element) : undefined;
}
