import { parseAst, type Plugin } from 'vite';

/**
 * Writes the block's templates without the white space between tags that only those see who read the source: the block
 * lays out in rows, columns and blocks whatever stands side by side there, so that it shows nothing.
 */
export const smallTemplates: Plugin = {
  name: 'small-templates',
  apply: 'build',
  transform(source, id) {
    if (!id.includes('/src/element/') || !source.includes('html`')) return undefined;
    const code = templatesOf(source)
      .flatMap((texts) => {
        const state = { isInTag: false };
        return texts.map(({ start, end }) => ({ start, end, text: small(source.slice(start, end), state) }));
      })
      .sort((one, other) => other.start - one.start)
      .reduce((rest, { start, end, text }) => rest.slice(0, start) + text + rest.slice(end), source);
    return { code, map: null };
  },
};

/** A piece of a template, from one expression to the next. @param state whether it begins, then ends, within a tag */
function small(piece: string, state: { isInTag: boolean }): string {
  const tokens = piece.match(/\s+|[<>]|[^\s<>]+/g) ?? [];
  return tokens
    .map((token, at) => {
      if (token === '<' || token === '>') state.isInTag = token === '<';
      if (token.trim() !== '') return token;
      const before = tokens[at - 1] ?? '>';
      const after = tokens[at + 1] ?? '<';
      const isNeedless = state.isInTag
        ? /^\/?>|^\/$/.test(after) && at + 1 < tokens.length
        : token.includes('\n') && before === '>' && after === '<';
      return isNeedless ? '' : ' ';
    })
    .join('');
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where the texts of each template stand in a source. */
function templatesOf(source: string): Place[][] {
  const templates: Place[][] = [];
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (isTemplate(node)) templates.push([...node.quasi.quasis]);
    for (const child of Object.values(node)) look(child);
  };
  look(parseAst(source));
  return templates;
}

function isTemplate(node: object): node is { readonly quasi: { readonly quasis: readonly Place[] } } {
  return 'tag' in node && 'quasi' in node && (node.tag as { readonly name?: string }).name === 'html';
}
