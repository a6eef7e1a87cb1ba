import { writeFileSync } from 'node:fs';

const INTRODUCTION = `/**
 * The element for every framework: the files beside this one say it in each framework's own terms.
 * Generated from custom-elements.json.
 */
`;

/** How frameworks name a listener. */
const LISTENERS = {
  Listeners: (event) => `on${event}`,
  ColonListeners: (event) => `on:${event}`,
  CamelListeners: (event) => `on-${event}`.replace(/-(\w)/g, (_, letter) => letter.toUpperCase()),
};

/**
 * A plugin for the analyzer that writes the types which those of the frameworks are made of. The generators that there
 * are for frameworks know no `ref` of React, take events for custom ones, and extend modules that are not there, which
 * are errors for whoever checks libraries too.
 */
export function elementTypes({ file }) {
  return {
    name: 'element-types',
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const declarations = modules.flatMap((module) => module.declarations);
      writeFileSync(file, typesOf(declarations.find(({ tagName }) => tagName)));
    },
  };
}

function typesOf(element) {
  const { name, tagName, attributes, members, events, cssProperties } = element;
  const properties = members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
  const classes = [name, ...events.map(({ type }) => type.text)].join(', ');
  const value = (field) => `${name}['${field}'] | undefined`;
  const tag = { name: tagName, description: documentation(element) };
  return [
    INTRODUCTION,
    `import type { ${classes} } from '../dist/element.js';\n`,
    typeOf(`${name}Attributes`, 'The attributes.', attributes, (attribute) =>
      [...writtenAs(attribute, true), value(attribute.fieldName)].join(' | '),
    ),
    typeOf(`${name}Properties`, 'The properties that can be set.', properties, (property) =>
      [...writtenAs(property, false), value(property.name)].join(' | '),
    ),
    ...Object.entries(LISTENERS).map(([kind, nameOf]) =>
      typeOf(
        `${name}${kind}`,
        `Listeners, as \`${nameOf(events[0].name)}\`.`,
        events.map((event) => ({ ...event, name: nameOf(event.name) })),
        ({ type }) => `((event: ${type.text}) => void) | undefined`,
      ),
    ),
    typeOf(`${name}CssProperties`, 'The CSS properties.', cssProperties, () => 'string | number | undefined'),
    typeOf(`${name}Tag<Props>`, 'The tag, with what a framework takes on it.', [tag], () => 'Props', ''),
  ].join('\n');
}

/** The texts that stand for a value that is none: `limit="3"`, and in attributes `no-dates=""`. */
function writtenAs({ type }, isAttribute) {
  if (/\bnumber\b/.test(type.text)) return ['`${number}`'];
  return isAttribute && type.text === 'boolean' ? [`''`] : [];
}

/** An interface with a documented member for each of a list. */
function typeOf(name, description, list, typeOfMember, optional = '?') {
  const members = list.map((member) => {
    const key = /^\w+$/.test(member.name) ? member.name : `'${member.name}'`;
    return `${comment(member.description, '  ')}  ${key}${optional}: ${typeOfMember(member)};\n`;
  });
  return `${comment(description)}export interface ${name} {\n${members.join('')}}\n`;
}

function comment(text, indent = '') {
  const lines = text.replaceAll('*/', '*\\/').split('\n');
  if (lines.length === 1) return `${indent}/** ${text} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`;
}

/** What an editor shows of the tag. */
function documentation({ description, slots, cssParts, cssProperties, cssStates }) {
  const lists = { Slots: slots, 'CSS parts': cssParts, 'CSS properties': cssProperties, States: cssStates };
  const sections = Object.entries(lists).map(([title, list]) => {
    const items = list.map((item) => `- \`${item.name || 'default'}\`: ${item.description}`);
    return `${title}:\n${items.join('\n')}`;
  });
  return [description, ...sections].join('\n\n');
}
