import { thisPage } from '../page/dom-tree.js';
import { type PageIdentity, pageIdentity, statements } from '../page/page-address.js';
import { pathKeyOf, urlKey } from '../shared/url.js';

/** A page that the document shows or has shown. */
export interface Place {
  /** The key of the document's address. */
  readonly key: string;
  /** The same without the query. */
  readonly path: string;
  /** When the address changed to this (`performance.now()`); long ago for the page that was loaded. */
  readonly arrival: number;
}

/** The page that the document shows: once for all blocks, of which one may come after another has left. */
let place: Place | undefined;
/** What the head of this page states, when it was read last. */
let stated: readonly string[] | undefined;
/** What other pages have left in the head. */
let left: readonly string[] = [];

/** The page that the document shows: another object whenever the address changes, but for a plain fragment. */
export function currentPlace(): Place {
  place ??= placeOf(location.href, -Infinity);
  if (place.key === keyOf(location.href)) return place;
  const last = place;
  place = placeOf(location.href, performance.now());
  const isOtherPath = place.path !== last.path;
  // A query tells pages apart (`?p=123`) where the head states it, and else does not (`?tab=comments`).
  left = (stated ?? statements(thisPage())).filter(
    (one) => isOtherPath || left.includes(one) || one.includes('?'),
  );
  stated = undefined;
  return place;
}

/** What the head states, in one text: another one where it tells of another page. */
export function headText(): string {
  currentPlace();
  return String((stated = statements(thisPage())));
}

/** The addresses of the page, without those that other pages have left in its head. */
export function currentIdentity(): PageIdentity {
  headText();
  const { addresses } = pageIdentity(thisPage());
  const here = pathKeyOf(addresses.at(-1) ?? '');
  const isLeft = (one: string): boolean => left.includes(one) && pathKeyOf(one) !== here;
  return { addresses: addresses.filter((url) => !isLeft(url)), isHeadStale: stated!.some(isLeft) };
}

function placeOf(address: string, arrival: number): Place {
  return { key: keyOf(address), path: keyOf(address.replace(/\?[^#]*/, '')), arrival };
}

function keyOf(address: string): string {
  return urlKey(address) ?? address;
}
