import { firstOwn, isRecord, isText, type JsonRecord } from '../../shared/json.js';
import { readDate } from './dates.js';
import { sourceLink } from './source-links.js';

/** A list of names, or the names in a text with commas between them, else with spaces, as in Jekyll. */
export function namesOf(value: unknown): unknown[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'string') return Array.isArray(value) ? value : [];
  return value.split(value.includes(',') ? ',' : /\s+/).filter((name) => name.trim());
}

/** What front matter says of a picture: its address, or a record or list that holds it. */
export function imageOf(data: JsonRecord): unknown {
  const value = firstOwn(data, IMAGES, (image) => isText(image) || isRecord(image) || Array.isArray(image));
  const image: unknown = Array.isArray(value) ? value[0] : value;
  return isRecord(image) ? firstOwn(image, 'src url image path') : image;
}

const IMAGES = 'image images cover thumbnail featured_image heroImage hero banner';

/**
 * What editors say of a text's place on the site: `related`, `exclude`, `series` with `series_order`, `section` and `type`,
 * also in a record `related_articles`. Other texts may be named by their file, as links may.
 */
export function editorsWordsIn(data: JsonRecord): JsonRecord {
  const find = (name: string): unknown => firstOwn(data, `related_articles.${name} ${name}`, isSaid);
  const [series]: readonly unknown[] = [find('series')].flat();
  const position = firstOwn(data, PLACES, (value) => isSaid(value) || typeof value === 'number');
  return {
    related: targetsOf(find('related')),
    exclude: targetsOf(find('exclude')),
    series: isText(series) && position !== undefined ? { name: series, position } : series,
    section: find('section'),
    type: find('type'),
  };
}

const PLACES = 'related_articles.series_order series_order seriesOrder series_weight part';

function isSaid(value: unknown): boolean {
  return isText(value) || Array.isArray(value) || isRecord(value);
}

/** The names of other texts, as ids and addresses have them; what is neither names a file. */
function targetsOf(value: unknown): string[] {
  const names: readonly unknown[] = isText(value) ? value.split(/\s+/) : Array.isArray(value) ? value : [];
  return names.filter(isText).map((name) => (/^[/.]|^\w+:/.test(name) ? name : sourceLink(name)));
}

/** From when on a text must not be shown any more. */
export function expiryOf(data: JsonRecord): string | undefined {
  return dateIn(data, 'expiryDate expirydate unpublishDate unpublishdate expires');
}

/** The date of a text: that in its front matter, else that in its path. */
export function dateOf(data: JsonRecord, path: string): string | undefined {
  const named = /(?:^|\/)(\d{4})[-/](\d{2})[-/](\d{2})[-/][^/]+$/.exec(path)?.slice(1).join('-');
  return dateIn(data, DATES) ?? readDate(named) ?? dateIn(data, 'updated lastmod');
}

/** The names of dates of publication, with spaces between them. */
export const DATES =
  'date pubDate publishDate publishdate published publishedAt published_at datePublished created createdAt';

/** The first date under some names; a number may be one, such as 20261117. */
export function dateIn(data: JsonRecord, names: string): string | undefined {
  const language = firstOwn(data, LANGUAGES);
  const read = (value: unknown): string | undefined =>
    readDate(typeof value === 'number' ? String(value) : value, language);
  return read(firstOwn(data, names, read));
}

/** The names of the language of a text. */
export const LANGUAGES = 'lang language';
