import type { Picture } from '../article.js';
import { firstOwn, isRecord, own } from '../shared/json.js';
import { webAddress } from '../shared/url.js';

/**
 * The sizes of a picture in a member: a list, or an object by name as WordPress has it, of records with `url` and
 * `width` in pixels, and `height` where they know it. Narrowest first, each width once; those that are cut to another
 * shape than the widest are left out. Empty where there is no choice.
 */
export function toPictures(value: unknown, baseUrl: URL): Picture[] {
  if (typeof value !== 'object' || value === null) return [];
  const sizes = Object.values(value)
    .slice(0, MOST_SIZES)
    .map((size) => toSize(size, baseUrl))
    .filter((size) => size !== undefined)
    .sort((a, b) => a.width - b.width);
  const shape = sizes.at(-1)?.shape ?? 0;
  const pictures = sizes
    .filter((size, at) => size.width !== sizes[at - 1]?.width && isAlike(size.shape, shape))
    .map(({ url, width }) => ({ url, width }));
  return pictures.length > 1 ? pictures : [];
}

const MOST_SIZES = 20;
/** How far the shapes of one picture's sizes may differ by the rounding of their pixels. */
const TOLERANCE = 0.03;

/** A picture with the ratio of its width to its height, 0 where that is not known. */
function toSize(value: unknown, baseUrl: URL): (Picture & { readonly shape: number }) | undefined {
  if (!isRecord(value)) return undefined;
  const url = webAddress(firstOwn(value, 'url src source_url contentUrl'), baseUrl);
  const [width, height] = ['width', 'height'].map((name) => toNumber(own(value, name)));
  if (!url || !width || !Number.isInteger(width) || width < 1) return undefined;
  return { url, width, shape: height && height > 0 ? width / height : 0 };
}

/** Of a text or a number alone: to make a text of a list goes down all its levels. */
function toNumber(value: unknown): number {
  return typeof value === 'object' ? NaN : Number(value);
}

function isAlike(one: number, other: number): boolean {
  return one === 0 || other === 0 || Math.abs(one / other - 1) <= TOLERANCE;
}
