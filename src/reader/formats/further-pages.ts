import { own } from '../../shared/json.js';
import { toNumber } from '../draft.js';

/**
 * The address of the next page of a list whose server tells how many pages or entries it has: Strapi's pages
 * (`meta.pagination`), and the entries of Wagtail (`meta.total_count`) and Directus (`meta.filter_count`, where the
 * address asks for it). Undefined behind the last page, and where the server tells nothing.
 *
 * @param base the address of this page
 * @param here how many entries this page has
 */
export function pageBehind(json: unknown, base: URL, here: number): string | undefined {
  const next = new URL(base);
  const query = next.searchParams;
  const page = toNumber(own(json, 'meta.pagination.page'));
  if (page < toNumber(own(json, 'meta.pagination.pageCount'))) {
    query.set('pagination[page]', String(page + 1));
    return next.href;
  }
  const total = toNumber(own(json, 'meta.filter_count') ?? own(json, 'meta.total_count'));
  const [number, limit, offset] = ['page', 'limit', 'offset'].map((name) => Number(query.get(name)));
  const before = number ? (number - 1) * (limit || here) : offset!;
  if (here === 0 || !(before + here < total)) return undefined;
  if (number) query.set('page', String(number + 1));
  else query.set('offset', String(before + here));
  return next.href;
}
