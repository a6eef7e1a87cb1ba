import type { LitElement, ReactiveController } from 'lit';
import { nextTask } from '../../shared/time-slicing.js';
import { type DateStyle, datePattern, formatDay } from '../format.js';
import { type Language, loadLanguage, UNKNOWN_LANGUAGE } from '../languages.js';

/**
 * The language (BCP 47) that holds at an element: that of the nearest `lang` attribute, also outside the shadow trees
 * around it, `de_DE` read as `de-DE`. English where there is none, or none that is well formed.
 */
export function languageOf(element: Element): string {
  const root = element.getRootNode();
  const holder = element.closest('[lang]');
  if (!holder && root instanceof ShadowRoot) return languageOf(root.host);
  return orEnglish(holder?.getAttribute('lang') ?? '');
}

/** A language tag that `Intl` accepts, with `-` for `_`; English where a tag is not well formed. */
export function orEnglish(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Keeps the texts of the page's language, and updates a block whenever a `lang` attribute around it changes. */
export class LanguageController implements ReactiveController {
  /** The language (BCP 47) in which the block is shown. */
  tag = 'en';
  /** The file of that language. */
  language = UNKNOWN_LANGUAGE;
  readonly #host: LitElement;
  readonly #onError: (tag: string, error: unknown) => void;
  #observer: MutationObserver | undefined;

  /** @param onError told where the file of a language can't be loaded */
  constructor(host: LitElement, onError: (tag: string, error: unknown) => void) {
    this.#host = host;
    this.#onError = onError;
    host.addController(this);
  }

  /** Loads a language, and shows the block in it unless another language holds by then. Never rejects. */
  async load(tag: string, dateStyle: DateStyle): Promise<Language> {
    const language = await loadLanguage(tag).catch((error: unknown) => {
      this.#onError(tag, error);
      return UNKNOWN_LANGUAGE;
    });
    if (tag === languageOf(this.#host)) {
      this.tag = tag;
      this.language = language;
    }
    if (dateStyle !== 'long' || datePattern(tag, language.strings) === undefined) {
      // The first call of `Intl` takes longer than all cards to render: it gets a task of its own.
      await nextTask();
      formatDay('2000-01-01', tag, language.strings, dateStyle);
      await nextTask();
    }
    return language;
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(() => this.#host.requestUpdate());
    for (const root of rootsAround(this.#host)) {
      this.#observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}

/** The tree that a node is in, and those around it. */
function rootsAround(node: Node): Node[] {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? [root, ...rootsAround(root.host)] : [root];
}
