// Writes `docs/reference.md` from `custom-elements.json`, which the build takes from the comments in `src/element/`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const { modules } = JSON.parse(readFileSync(path('../custom-elements.json'), 'utf8'));
const declarations = modules.flatMap((module) => module.declarations);
const element = declarations.find(({ tagName }) => tagName);

const code = (text) => `\`${text}\``;
/** A description on one line, as a cell of a table. */
const cell = (text = '') => text.replaceAll('\n', ' ').replaceAll('|', '\\|');
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** What an attribute takes: the words to choose from, or the kind of value. */
function values({ type }) {
  const { text = '' } = type ?? {};
  const words = Array.from(text.matchAll(/'([^']+)'/g), ([, word]) => word);
  if (words.length > 0) return words.map(code).join(' ');
  return { boolean: 'present or not', number: 'number', 'number | null': 'number' }[text] ?? 'text';
}

/** A default as one writes it in HTML; nothing for what is empty or off. */
function fallback({ default: value = '' }) {
  const text = value.replaceAll("'", '').replaceAll('_', '');
  return ['', 'false', 'null'].includes(text) ? '' : code(text);
}

const attributes = table(
  ['attribute', 'property', 'values', 'default', 'meaning'],
  element.attributes.map((each) => [
    code(each.name),
    code(each.fieldName),
    values(each),
    fallback(each),
    each.description,
  ]),
);

const onlyProperties = element.members.filter(
  ({ kind, attribute, static: isStatic }) => kind === 'field' && !attribute && !isStatic,
);
const properties = table(
  ['property', 'type', 'meaning'],
  onlyProperties.map(({ name, type, readonly, description }) => [
    code(name),
    code(type.text),
    `${readonly ? 'Read-only. ' : ''}${description}`,
  ]),
);

const methods = table(
  ['method', 'what it does'],
  element.members
    .filter(({ kind }) => kind === 'method')
    .map(({ name, static: isStatic, description }) => [
      code(`${isStatic ? `${element.name}.` : ''}${name}()`),
      description,
    ]),
);

const events = table(
  ['event', 'when', 'carries'],
  element.events.map(({ name, type, description }) => {
    const { members = [] } = declarations.find((each) => each.name === type.text) ?? {};
    return [code(name), description, members.map((member) => code(member.name)).join(' ')];
  }),
);

const named = (what, list, prefix = '') =>
  table(
    [what, 'what it is'],
    list.map(({ name, description }) => [name ? code(`${prefix}${name}`) : 'without a name', description]),
  );

const page = `<!-- Made by scripts/reference.js from the comments in src/element/. Change those. -->

# Reference

Everything that \`<related-articles>\` takes and gives. [\`custom-elements.json\`](https://github.com/webcomponents/custom-elements-manifest), which the package holds, has the same for editors and tools.

## Attributes

Each attribute is also a property. A value that is none means the default, and a line in the console says so.

${attributes}

## Properties without an attribute

${properties}

## Methods

${methods}

## Events

All events bubble and cross shadow roots.

${events}

## Slots

${named('slot', element.slots)}

## Parts

${named('part', element.cssParts)}

## Custom properties

${table(
  ['custom property', 'default', 'what it is'],
  element.cssProperties.map((each) => [code(each.name), code(each.default), each.description]),
)}

## States

${table(
  ['state', 'when'],
  element.cssStates.map(({ name, description }) => [code(`:state(${name})`), description]),
)}
`;

const file = path('../docs/reference.md');

/** The page's text, formatted as the rest of the project. */
export const referencePage = async () => format(page, { ...(await resolveConfig(file)), parser: 'markdown' });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await referencePage();
  if (readFileSync(file, { encoding: 'utf8', flag: 'a+' }) !== text) writeFileSync(file, text);
}
