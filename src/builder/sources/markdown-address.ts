import { firstOwn, isText, type JsonRecord, own } from '../../shared/json.js';
import { dateOf, namesOf } from './front-matter-members.js';
import { encodedPath } from './pages.js';

/**
 * The address of a text, relative to the site's: that in its front matter (`permalink`, `url`, `slug`), else one that
 * follows from its path, or in `_posts` of Jekyll and Hexo from its date and name.
 */
export function addressOf(data: JsonRecord, path: string): string {
  const named = firstOwn(data, 'permalink url', (value) => isText(value) && filled(value, data, path));
  if (isText(named)) {
    return (filled(named, data, path) ?? '').replace(/^\/+/, '').replace(/(?:^|\/)index\.html$/, '/');
  }
  const slug = own(data, 'slug');
  const name = isText(slug) ? slug.replace(/^\/+|\/+$/g, '') : undefined;
  const post = POST.exec(path)?.groups;
  if (post) return encodedPath(postPath(post, name, data, path));
  // A collection of Jekyll: _recipes/bread.md.
  const place = path
    .replace(/\.\w+$/, '')
    .replace(/(?:^|\/)index$/, '')
    .replace(/^_(?=[^/]+\/)/, '');
  const ending = isHtml(path) && !/(?:^|\/)index\.\w+$/.test(path) ? '.html' : '/';
  const stem = name === undefined ? place : place.replace(/[^/]*$/, name);
  return encodedPath(stem + ending).replace(/^\/+/, '');
}

/** The path of a post: Jekyll's have their date in the name of the file, Hexo's in front matter. */
function postPath(
  { date, name = '' }: Readonly<Record<string, string | undefined>>,
  slug: string | undefined,
  data: JsonRecord,
  path: string,
): string {
  const day = (date ?? dateOf(data, path)?.slice(0, 10) ?? '').split('-').filter(Boolean);
  if (date === undefined) return [...day, slug ?? name, ''].join('/');
  return [...categoriesOf(data), ...day, `${slug ?? name}.html`].join('/');
}

const POST = /(?:^|\/)_posts\/(?:.*\/)?(?:(?<date>\d{4}-\d{2}-\d{2})-)?(?<name>[^/]+)\.\w+$/;

function categoriesOf(data: JsonRecord): string[] {
  const categories = namesOf(own(data, 'categories') ?? own(data, 'category')).filter(isText);
  return categories.map((name) => name.toLowerCase().replaceAll(' ', '-'));
}

/**
 * An address with its places filled, as in `/:year/:month/:title/` of Jekyll; undefined if it has others, or if what
 * stands for one is not known.
 */
function filled(address: string, data: JsonRecord, path: string): string | undefined {
  const [, host = '', pattern = ''] = /^(https?:\/\/[^/]*)?(.*)$/is.exec(address.trim()) ?? [];
  if (/\{\{|\{\w/.test(pattern)) return undefined;
  const [year, month, day] = (dateOf(data, path) ?? '').slice(0, 10).split('-');
  const file = path
    .replace(/^.*\//, '')
    .replace(/\.\w+$/, '')
    .replace(/^\d{4}-\d{2}-\d{2}-/, '');
  const slug = own(data, 'slug');
  const title = isText(slug) ? slug : file;
  const values = new Map([
    ['year', year],
    ['month', month],
    ['day', day],
    ['i_month', month?.replace(/^0/, '')],
    ['i_day', day?.replace(/^0/, '')],
    ['title', title],
    ['slug', title],
    ['name', file],
    ['filename', file],
    ['categories', categoriesOf(data).join('/')],
  ]);
  let isKnown = true;
  const result = pattern.replace(/:([a-z]\w*)/g, (place, name: string) => {
    const value = values.get(name);
    if (!value && name !== 'categories') isKnown = false;
    return value === undefined ? place : encodedPath(value);
  });
  return isKnown ? host + result.replace(/\/{2,}/g, '/') : undefined;
}

/** Whether a file is HTML by its name. */
export function isHtml(path: string): boolean {
  return /\.html?$/i.test(path);
}
