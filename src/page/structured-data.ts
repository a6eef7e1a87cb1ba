type Data = Readonly<Record<string, unknown>>;

/** The first schema.org article among the page's JSON-LD scripts; unreadable scripts are passed over. */
export function articleData(page: Document): Data {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    const found = nodes(parse(script.textContent ?? '')).find(isArticle);
    if (found) return found;
  }
  return {};
}

/** The page that the data is about, as `url` or `mainEntityOfPage` give it. */
export function dataUrl(data: Data): string | undefined {
  const page = own(data, 'mainEntityOfPage');
  return [own(data, 'url'), page, isObject(page) && own(page, '@id')].find(
    (value) => typeof value === 'string',
  );
}

/** `keywords`, a list or one text with commas. */
export function dataKeywords(data: Data): string[] {
  const keywords = own(data, 'keywords');
  const list: readonly unknown[] =
    typeof keywords === 'string' ? keywords.split(',') : Array.isArray(keywords) ? keywords : [];
  return list
    .filter((keyword) => typeof keyword === 'string')
    .map((keyword) => keyword.trim())
    .filter(Boolean);
}

/** A member that is text; undefined otherwise. */
export function dataText(data: Data, member: string): string | undefined {
  const value = own(data, member);
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

/** The objects of a document: itself, a list's, a graph's. */
function nodes(json: unknown): Data[] {
  const list: readonly unknown[] = Array.isArray(json) ? json : [json];
  return list.filter(isObject).flatMap((node) => {
    const graph = own(node, '@graph');
    return Array.isArray(graph) ? [node, ...graph.filter(isObject)] : [node];
  });
}

function isArticle(node: Data): boolean {
  const types: readonly unknown[] = [own(node, '@type')].flat();
  return types.some((type) => typeof type === 'string' && /(?:Article|BlogPosting|Report)$/.test(type));
}

/** A member that the data has itself; pages may have given every object a `url`. */
function own(data: Data, member: string): unknown {
  return Object.hasOwn(data, member) ? data[member] : undefined;
}

function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
