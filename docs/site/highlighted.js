import Prism from 'prismjs';
import loadLanguages from 'prismjs/components/index.js';

loadLanguages(['bash', 'json', 'jsx', 'typescript', 'tsx', 'php', 'yaml', 'toml']);

/** Names of languages that Prism knows as another one. */
const ALIASES = { sh: 'bash', vue: 'html', svelte: 'html', astro: 'jsx' };

/** Code as HTML with its parts marked; empty for a language that Prism does not know, which is shown as it is. */
export function highlighted(code, language) {
  const name = ALIASES[language] ?? language;
  const grammar = Prism.languages[name];
  return grammar ? Prism.highlight(code, grammar, name) : '';
}
