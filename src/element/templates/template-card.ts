import type { RelatedArticle } from '../../article.js';
import type { Teaser } from '../teaser.js';

/**
 * Makes a card from an author's `<template>`. Its elements with `data-field="name"`, or with several names between
 * blanks, are given what an article has under that name: as text, or as the address of a link or picture. Elements for
 * which it has nothing are left out. The same article in the same words gives the same nodes again.
 *
 * @param page the document that makes the nodes
 * @param awaitsCount whether the number of posts may still come: then a blank holds its place
 * @throws Error where a name is unknown, or stands at an element that can't show it
 */
export function cardFromTemplate(
  template: HTMLTemplateElement,
  related: RelatedArticle,
  teaser: Teaser,
  page: Document,
  awaitsCount: boolean,
): Node {
  const said = awaitsCount + JSON.stringify(teaser, shownMembers(template, teaser));
  const known = cards.get(related);
  if (known?.template === template && known.said === said) return known.node;
  const node = page.importNode(template.content, true);
  const fields = fieldsOf(related, teaser, page, awaitsCount);
  for (const element of node.querySelectorAll<HTMLElement>('[data-field]')) {
    for (const name of element.dataset.field?.trim().split(/\s+/) ?? []) {
      if (!fields.has(name))
        throw new Error(`data-field="${name}" is none of ${[...fields.keys()].join(', ')}`);
      const show = fields.get(name)?.();
      if (show) show(element);
      else element.remove();
    }
    if (teaser.language && IN_OWN_LANGUAGE.test(element.dataset.field ?? '')) element.lang = teaser.language;
  }
  cards.set(related, { template, said, node });
  return node;
}

/** The names of a teaser's members. Reasons take time to find, and are left out where the template does not show them. */
function shownMembers(template: HTMLTemplateElement, teaser: Teaser): string[] {
  const isShown = template.content.querySelector('[data-field~="reasons"]');
  return Object.keys(teaser).filter((name) => isShown || name !== 'reasons');
}

interface MadeCard {
  readonly template: HTMLTemplateElement;
  /** What the card says. */
  readonly said: string;
  readonly node: Node;
}

const cards = new WeakMap<RelatedArticle, MadeCard>();

const NO_BREAK_SPACE = '\u00a0';
const IN_OWN_LANGUAGE = /\b(?:title|excerpt|tags)\b/;
/** Elements whose text is more than text. */
const NO_PLACE_FOR_TEXT = new Set(['script', 'style', 'template', 'iframe', 'object', 'svg', 'textarea']);

/** For each name, how an element shows what the article has under it; undefined where it has nothing. */
function fieldsOf(
  { article }: RelatedArticle,
  teaser: Teaser,
  page: Document,
  awaitsCount: boolean,
): Map<string, () => Show | undefined> {
  return new Map([
    ['title', () => text(teaser.title)],
    ['url', () => link(teaser.url)],
    ['excerpt', () => text(teaser.excerpt)],
    ['date', () => day(teaser.date, article.date)],
    ['author', () => text(teaser.author)],
    ['reading-time', () => text(teaser.readingTime)],
    ['reasons', () => text(teaser.reasons)],
    ['tags', () => list(teaser.tags, page)],
    ['image', () => picture(teaser)],
    ['discussion', () => text(teaser.discussion ?? (awaitsCount ? NO_BREAK_SPACE : undefined))],
    ['discussion-url', () => link(teaser.discussionUrl)],
    ['read-more', () => text(teaser.readMore)],
  ]);
}

type Show = (element: HTMLElement) => void;

function text(value: string | undefined): Show | undefined {
  if (!value) return undefined;
  return (element) => {
    if (NO_PLACE_FOR_TEXT.has(element.localName)) throw unfit(element);
    element.textContent = value;
    element.dir ||= 'auto';
  };
}

function list(values: readonly string[], page: Document): Show | undefined {
  if (values.length === 0) return undefined;
  return (element) => {
    if (element.localName !== 'ul') return text(values.join(', '))?.(element);
    element.replaceChildren(
      ...values.map((value) => Object.assign(page.createElement('li'), { textContent: value, dir: 'auto' })),
    );
    return undefined;
  };
}

function day(words: string | undefined, date: string | undefined): Show | undefined {
  const say = text(words);
  if (!say || !date) return undefined;
  return (element) => {
    say(element);
    if (element instanceof HTMLTimeElement) element.dateTime = date;
  };
}

function link(url: string | undefined): Show | undefined {
  if (!url) return undefined;
  return (element) => {
    if (!(element instanceof HTMLAnchorElement)) throw unfit(element);
    element.href = url;
  };
}

function picture({ image: url, imageSet }: Teaser): Show | undefined {
  if (!url) return undefined;
  return (element) => {
    if (!(element instanceof HTMLImageElement)) throw unfit(element);
    element.alt ||= '';
    element.loading = 'lazy';
    element.referrerPolicy ||= 'strict-origin-when-cross-origin';
    element.addEventListener('error', () => element.remove());
    if (imageSet) {
      element.sizes ||= '(min-width: 40em) 20em, 100vw';
      element.srcset = imageSet;
    }
    element.src = url;
  };
}

function unfit(element: HTMLElement): Error {
  return new Error(`data-field="${element.dataset.field ?? ''}" has no place in <${element.localName}>`);
}
