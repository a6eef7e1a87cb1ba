/** How the cards of a block are laid out. */
export type Layout = (typeof LAYOUTS)[number];

export const LAYOUTS = ['list', 'grid', 'compact', 'carousel'] as const;

/** Whether a block can be laid out this way. */
export function isLayout(name: string): name is Layout {
  return LAYOUTS.some((layout) => layout === name);
}
