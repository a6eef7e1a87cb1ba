import manifest from '../../custom-elements.json';
import { make } from './make.js';

/** What the element says of itself. */
const element = manifest.modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName);

/** The attributes that the controls turn: all that there are, but for what the form asks for itself. */
export const attributes = element.attributes.filter(({ name }) => !['src', 'article'].includes(name));

const CHOICE =
  'limit any-language no-newer max-age min-score diversity exclude exclude-tags exclude-linked pinned fallback'.split(
    ' ',
  );
const LOADING = ['loading', 'credentials', 'max-bytes'];

/** The group of controls to which an attribute belongs. */
export function groupOf(name) {
  if (LOADING.includes(name)) return 'loading';
  return CHOICE.includes(name) ? 'choice' : 'look';
}

/** The custom properties, each with a text that stands for its default. */
export const properties = element.cssProperties;

/** What a type of its own name stands for. */
const CHOICES = { layout: ['list', 'grid', 'compact', 'carousel'] };

/** A labelled control for an attribute, as fits its type. */
export function attributeControl({ name, type, default: standard, description }) {
  const choices = CHOICES[name] ?? Array.from(type.text.matchAll(/'([^']+)'/g), ([, choice]) => choice);
  if (choices.length > 0) {
    const options = choices.map((choice) => make('option', { textContent: choice }));
    return labelled(make('select', { name }, ...options), description);
  }
  if (type.text === 'boolean') {
    const box = make('input', { name, type: 'checkbox' });
    return make('label', { className: 'check', title: description }, box, name);
  }
  const isNumber = type.text.startsWith('number');
  const input = make('input', { name, type: isNumber ? 'number' : 'text' });
  // Shown, yet not given to the block.
  if (isNumber)
    Object.assign(input, { step: 'any', placeholder: Number(standard?.replaceAll('_', '')) || '' });
  return labelled(input, description);
}

/** A labelled control for a custom property. */
export function propertyControl({ name, default: placeholder, description }) {
  return labelled(make('input', { name, placeholder }), description);
}

function labelled(control, title) {
  return make('label', { title }, control.name.replace('--related-articles-', ''), control);
}
