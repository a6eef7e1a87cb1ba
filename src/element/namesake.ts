import { thisPage } from '../page/unshadowed.js';

/** A block, by what it is headed. */
interface Headed extends Element {
  readonly heading: string;
}

/** Whether a block before it on the page has the same heading: landmarks of one page are to differ in name. */
export function isNamesake(block: Headed): boolean {
  const name = nameOf(block);
  const first = [...thisPage().querySelectorAll<Headed>(block.localName)].find((one) => nameOf(one) === name);
  return first !== undefined && first !== block;
}

function nameOf(block: Headed): string {
  return block.heading + (block.querySelector(':scope > [slot="heading"]')?.textContent ?? '');
}
