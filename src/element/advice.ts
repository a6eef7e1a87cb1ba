import type { LitElement } from 'lit';

/**
 * What to tell the author of a block on the console: what is probably a mistake, or else that an index is missing.
 *
 * @param hasIndex whether the author or the page names an index
 */
export function adviceFor(block: LitElement, hasIndex: boolean): readonly string[] {
  const found = mistakes(block);
  return found.length > 0 || hasIndex ? found : [NO_INDEX];
}

const NO_INDEX =
  'needs an index: write <related-articles src="/feed.json">, or set its property "articles"; ' +
  'this page names no JSON Feed in its head';

function mistakes(block: LitElement): string[] {
  const { observedAttributes } = block.constructor as typeof LitElement;
  const misspelt = block.getAttributeNames().flatMap((name) => {
    const meant = observedAttributes.includes(name) ? undefined : nearest(name, observedAttributes);
    return meant === undefined ? [] : `has no attribute "${name}"; is "${meant}" meant?`;
  });
  const swallowed = block.querySelector(NO_STAND_IN)?.localName;
  if (swallowed === undefined) return misspelt;
  return [
    ...misspelt,
    `hides the <${swallowed}> inside it while it shows cards; is its closing tag missing? HTML needs ` +
      '</related-articles>, and knows no <related-articles />',
  ];
}

/** What hardly stands in for cards: it is rather the rest of the page. */
const NO_STAND_IN = ['article', 'aside', 'footer', 'form', 'h1', 'h2', 'header', 'main', 'section']
  .map((name) => `${name}:not([slot], [slot] *)`)
  .join();

/** The name to which another is alike but for one letter, two letters in another order, or hyphens. */
function nearest(name: string, names: readonly string[]): string | undefined {
  return OTHER_ATTRIBUTE.test(name) ? undefined : names.find((known) => isAlike(bare(name), bare(known)));
}

/** Attributes that every element may have. */
const OTHER_ATTRIBUTE = /^(?:id|is|class|dir|lang|part|role|slot|style|title|hidden|(?:data|aria)-.*)$/;

function bare(name: string): string {
  return name.replace(/[-_]/g, '');
}

/** Whether a word becomes another one by at most one letter more, less or else, or by two neighbours changing places. */
function isAlike(word: string, other: string): boolean {
  if (word.length > other.length) return isAlike(other, word);
  let at = 0;
  while (at < word.length && word[at] === other[at]) at++;
  const [rest, otherRest] = [word.slice(at), other.slice(at)];
  if (rest === otherRest.slice(1) || rest.slice(1) === otherRest.slice(1)) return true;
  return rest.slice(2) === otherRest.slice(2) && rest[0] === otherRest[1] && rest[1] === otherRest[0];
}
