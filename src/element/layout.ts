import { adoptStyles, type LitElement, unsafeCSS } from 'lit';

/** How the cards of a block are laid out. */
export type Layout = (typeof LAYOUTS)[number];

export const LAYOUTS = ['list', 'grid', 'compact', 'carousel'] as const;

/** Whether a block can be laid out this way. */
export function isLayout(name: string): name is Layout {
  return LAYOUTS.some((layout) => layout === name);
}

/** Loads the styles of the layouts other than the list, and adds them to a block. */
export async function addLayoutStyles(block: LitElement): Promise<void> {
  const { layoutStyles } = await import('./layout-styles.js');
  const { elementStyles } = block.constructor as typeof LitElement;
  adoptStyles(block.renderRoot as ShadowRoot, [...elementStyles, unsafeCSS(layoutStyles)]);
}
