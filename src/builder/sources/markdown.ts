import { marked } from 'marked';
import type { Article } from '../../article.js';
import { normalizeDate } from '../../reader/normalize-date.js';
import { readIndex } from '../../reader/read-index.js';
import { timeOf } from '../../shared/date.js';
import { toError } from '../../shared/error.js';
import { firstOwn, isRecord, isText, type JsonRecord, own } from '../../shared/json.js';
import { htmlToText } from '../../shared/text.js';
import { boundedMarkdown } from './bounded-markdown.js';
import { splitFrontMatter } from './front-matter.js';
import { encodedPath } from './pages.js';
import { withoutTemplateCode } from './template-code.js';

/**
 * Reads a Markdown file with front matter. The front matter may name its address (`url`, `permalink`, `slug`). Else the
 * address follows from its path, or in Jekyll's `_posts` from the date and title in its name.
 *
 * @param file the content of the file
 * @param path the path of the file in its folder, with slashes
 * @param base the site's address, which ends in a slash
 * @returns the article, or the reason why it is not one
 */
export function readMarkdown(file: string, path: string, base: string): Article | string {
  try {
    const { data, body } = splitFrontMatter(file);
    return whyNot(data, path) ?? article(data, body, path, base);
  } catch (cause) {
    const [line = ''] = toError(cause).message.split('\n');
    return `has broken front matter: ${line.trim().replace(/:$/, '')}`;
  }
}

function article(data: JsonRecord, body: string, path: string, base: string): Article | string {
  const source = withoutCode(body);
  const html = marked.parse(boundedMarkdown(source), { async: false });
  const heading = /^#\s+(.+)$/m.exec(source)?.[1];
  const image = imageOf(data);
  const url = new URL(addressOf(data, path), base).href;
  const { articles, skipped } = readIndex(
    [
      {
        ...Object.fromEntries(Object.entries(data).filter(([key]) => KEPT.has(key.toLowerCase()))),
        url,
        id: url,
        title: own(data, 'title') ?? heading,
        text: htmlToText(html),
        date: dateOf(data, path),
        expires: expiryOf(data),
        tags: ['tags', 'taxonomies.tags', 'categories', 'keywords']
          .map((names) => namesOf(own(data, names)))
          .find((names) => names.length > 0),
        image,
      },
    ],
    base,
  );
  return articles[0] ?? skipped[0]?.reason ?? 'has no title';
}

/** The members of front matter that `readIndex` knows by the same names. */
const KEPT = new Set([
  'description',
  'summary',
  'excerpt',
  'teaser',
  'abstract',
  'lang',
  'language',
  'comments',
  'author',
  'authors',
]);

/** A list of names, or the names in a text with commas between them, else with spaces, as in Jekyll. */
function namesOf(value: unknown): unknown[] {
  if (typeof value !== 'string') return Array.isArray(value) ? value : [];
  return value.split(value.includes(',') ? ',' : /\s+/).filter((name) => name.trim());
}

function imageOf(data: JsonRecord): unknown {
  const value = firstOwn(data, IMAGES, (image) => isText(image) || isRecord(image) || Array.isArray(image));
  const image: unknown = Array.isArray(value) ? value[0] : value;
  return isRecord(image) ? firstOwn(image, 'src url image path') : image;
}

const IMAGES = 'image images cover thumbnail featured_image heroImage hero banner';

/** A text without shortcodes and template code of the generators, and without the imports of MDX. */
function withoutCode(body: string): string {
  return withoutTemplateCode(body).replace(/^(?:import|export)\s.*$/gm, '');
}

/** Why a text is not an article to show; undefined if it may be one. */
function whyNot(data: JsonRecord, path: string): string | undefined {
  const isOn = (key: string): boolean => own(data, key) === true;
  if (isOn('draft')) return 'is a draft';
  if (own(data, 'published') === false) return 'is not published';
  if (/(?:^|\/)_index\.\w+$/.test(path)) return 'is the page of a section';
  if (/(?:^|\/)(?:readme|license|changelog|contributing)\.\w+$/i.test(path)) return 'is about the project';
  const date = dateOf(data, path);
  if ((timeOf(date) ?? -Infinity) > Date.now()) return 'is dated in the future';
  return (timeOf(expiryOf(data)) ?? Infinity) < Date.now() ? 'has expired' : undefined;
}

function expiryOf(data: JsonRecord): string | undefined {
  return normalizeDate(firstOwn(data, 'expiryDate expirydate expires', normalizeDate));
}

function dateOf(data: JsonRecord, path: string): string | undefined {
  const given = firstOwn(data, 'date pubDate publishDate published published_at created', normalizeDate);
  const named = /(?:^|\/)(\d{4}-\d{2}-\d{2})-[^/]+$/.exec(path)?.[1];
  return normalizeDate(given) ?? normalizeDate(named);
}

/** The address of a text, relative to the site's. */
function addressOf(data: JsonRecord, path: string): string {
  const named = firstOwn(
    data,
    'permalink url',
    (value) => isText(value) && !/[:{]\w|\{\{/.test(value.replace(/^https?:/, '')),
  );
  if (isText(named)) return named.replace(/^\/+/, '').replace(/(?:^|\/)index\.html$/, '/');
  const jekyll = JEKYLL_POST.exec(path)?.groups;
  const slug = own(data, 'slug');
  if (jekyll) {
    const categories = namesOf(own(data, 'categories') ?? own(data, 'category')).filter(isText);
    const folders = [
      ...categories.map((name) => name.toLowerCase().replaceAll(' ', '-')),
      ...(jekyll['date'] ?? '').split('-'),
    ];
    return encodedPath(`${folders.join('/')}/${isText(slug) ? slug : jekyll['name']}.html`);
  }
  const place = path.replace(/\.\w+$/, '').replace(/(?:^|\/)index$/, '');
  const folder = place.replace(/[^/]*$/, '');
  return encodedPath(`${isText(slug) ? folder + slug.replace(/^\/+|\/+$/g, '') : place}/`).replace(
    /^\/+/,
    '',
  );
}

const JEKYLL_POST = /(?:^|\/)_posts\/(?:.*\/)?(?<date>\d{4}-\d{2}-\d{2})-(?<name>[^/]+)\.\w+$/;
