import type { LitElement, ReactiveController } from 'lit';

/**
 * The language (BCP 47) that holds at an element: the nearest `lang` attribute, also outside the shadow trees that
 * it is in, `de_DE` read as `de-DE`; English where there is none, or none that is well formed.
 */
export function languageOf(element: Element): string {
  const root = element.getRootNode();
  const holder = element.closest('[lang]');
  if (!holder && root instanceof ShadowRoot) return languageOf(root.host);
  const tag = holder?.getAttribute('lang')?.trim().replaceAll('_', '-') ?? '';
  return orEnglish(tag);
}

/** A language tag that `Intl` takes, else that of English. */
export function orEnglish(tag: string): string {
  return isWellFormed(tag) ? tag : 'en';
}

function isWellFormed(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Updates a block whenever a `lang` attribute around it may have changed. */
export class LanguageChanges implements ReactiveController {
  readonly #host: LitElement;
  #observer: MutationObserver | undefined;

  constructor(host: LitElement) {
    this.#host = host;
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
