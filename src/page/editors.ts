import type { Series } from '../article.js';
import { isRecord, isText, isOfType, own } from '../shared/json.js';
import { firstNames, metaContent, metaContents, type Metadata } from './metadata.js';

/** What the editors of a page say about its place on the site. Names are ids and addresses as written. */
export interface EditorsWords {
  readonly related?: readonly string[];
  readonly exclude?: readonly string[];
  readonly series?: Series;
  readonly section?: string;
}

/**
 * Reads what the editors of a page say about its place on the site:
 *
 * - `<meta name="related-articles:related" content="/news/a /news/b">` names the articles to show below it first, and
 *   `related-articles:exclude` those never to show.
 * - `<meta name="related-articles:series" content="Masts; 2">` names its series, and its place there. Else the JSON-LD
 *   does, by `isPartOf` of a type such as `CreativeWorkSeries` and by `position`.
 * - `related-articles:section`, `article:section` or `articleSection` of the JSON-LD names its section.
 */
export function editorsWords<E>(known: Metadata<E>): EditorsWords {
  const { article } = known;
  const names = (name: string): string[] =>
    metaContents(known, `related-articles:${name}`).flatMap((text) => text.split(/\s+/));
  const [related, exclude] = [names('related'), names('exclude')];
  const series = seriesOf(known);
  const [section] = firstNames([
    [metaContent(known, 'related-articles:section')],
    [metaContent(known, 'article:section')],
    [own(article, 'articleSection')].flat(),
  ]);
  return {
    ...(related.length > 0 && { related }),
    ...(exclude.length > 0 && { exclude }),
    ...(series && { series }),
    ...(section && { section }),
  };
}

function seriesOf<E>(known: Metadata<E>): Series | undefined {
  const stated = metaContent(known, 'related-articles:series');
  if (stated) {
    const [, name = stated, position] = /^(.*\S)\s*;\s*(-?\d+(?:\.\d+)?)$/.exec(stated) ?? [];
    return position === undefined ? { name } : { name, position: Number(position) };
  }
  const whole = [own(known.article, 'isPartOf')]
    .flat()
    .find((each) => isRecord(each) && isOfType(each, /Series$/));
  const [name, position] = [own(whole, 'name'), Number(own(known.article, 'position') ?? NaN)];
  if (!isText(name)) return undefined;
  return Number.isFinite(position) ? { name, position } : { name };
}
