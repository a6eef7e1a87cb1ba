import manifest from '../custom-elements.json';
import { readIndex } from '../src/core.ts';
import '../src/index.ts';
import { copyButton } from './copy-button.js';
import { themes } from './themes/themes.js';

const form = document.querySelector('form');
const { address, json, current, lang, dir, scheme } = form.elements;
const find = (id) => document.getElementById(id);
const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

/** The attributes that the controls turn: all that the manifest knows, but for what the form asks for itself. */
const attributes = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName)
  .attributes.filter(({ name }) => !['src', 'article'].includes(name));

/** What a type of its own name stands for. */
const CHOICES = { layout: ['list', 'grid', 'compact', 'carousel'] };

const block = document.createElement('related-articles');
const sheet = document.head.appendChild(document.createElement('style'));
document.querySelector('.preview').append(block);

for (const { name, type, default: standard, description } of attributes) {
  const choices = CHOICES[name] ?? Array.from(type.text.matchAll(/'([^']+)'/g), ([, choice]) => choice);
  const isCheck = type.text === 'boolean';
  const isNumber = type.text.startsWith('number');
  const control =
    choices.length > 0
      ? make('select', {}, ...choices.map((choice) => make('option', { textContent: choice })))
      : make('input', { type: isCheck ? 'checkbox' : isNumber ? 'number' : 'text' });
  control.name = name;
  control.title = description;
  if (isNumber) Object.assign(control, { step: 'any', value: standard });
  const label = make('label', { className: isCheck ? 'check' : '' });
  label.append(...(isCheck ? [control, name] : [name, control]));
  find('attributes').append(label);
}

/** Gives the block what the controls say, where that is not what it does anyway. */
function turn() {
  for (const { name, default: standard } of attributes) {
    const { type, checked, value } = form.elements[name];
    const isStandard = type === 'checkbox' ? !checked : `'${value}'` === standard || value === standard;
    if (isStandard || value === '') block.removeAttribute(name);
    else block.setAttribute(name, type === 'checkbox' ? '' : value);
  }
  const preview = block.parentElement;
  preview.lang = lang.value;
  preview.dir = dir.value;
  preview.style.colorScheme = scheme.value;
  find('snippet').textContent = snippet();
}

function snippet() {
  const source = json.value.trim() ? '/feed.json' : address.value;
  const given = attributes
    .filter(({ name }) => block.hasAttribute(name))
    .map(({ name }) => (block.getAttribute(name) ? `${name}="${escaped(block.getAttribute(name))}"` : name));
  const tag = ['<related-articles', `src="${escaped(source)}"`, ...given].join(' ');
  return `<script type="module" src="/related-articles.js"></script>\n${tag}>\n  <a href="/news/">All news</a>\n</related-articles>`;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** Reads the index, from its address or as pasted, and offers its articles. */
async function load() {
  const base = new URL(address.value || '.', document.baseURI).href;
  try {
    const given = json.value.trim() ? JSON.parse(json.value) : await (await fetch(base)).json();
    const { articles, skipped } = readIndex(given, base);
    current.replaceChildren(
      ...articles.map(({ id, title }) => make('option', { value: id, textContent: title })),
    );
    find('told').textContent = `${articles.length} articles, ${skipped.length} entries left out`;
    block.articles = given;
    block.article = current.value;
  } catch (error) {
    find('told').textContent = String(error);
  }
}

function log(event, ...details) {
  const time = new Date().toLocaleTimeString('en-GB');
  find('events').textContent = [
    `${time} ${event.type} ${details.join(' ')}`,
    ...find('events').textContent.split('\n'),
  ]
    .slice(0, 20)
    .join('\n');
}

block.addEventListener('related-articles-load', (event) => {
  log(event, `${event.related.length} related`);
  find('reasons').replaceChildren(
    ...event.related.map(({ article, score, reasons }) =>
      make(
        'tr',
        {},
        ...[article.title, score.toFixed(3), reasons.tags.join(', '), reasons.terms.join(', ')].map(
          (textContent) => make('td', { textContent }),
        ),
      ),
    ),
  );
});
block.addEventListener('related-articles-error', (event) => log(event, event.error.message));
block.addEventListener('related-articles-select', (event) => {
  event.preventDefault();
  log(event, `${event.position}: ${event.article.title}`);
});

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', turn);
current.addEventListener('change', () => (block.article = current.value));
for (const control of [address, json]) control.addEventListener('change', load);

find('theme').append(
  make('option', { textContent: 'nothing', value: '' }),
  ...themes.map(({ name, title }) => make('option', { textContent: title, value: name })),
);
find('theme').addEventListener('change', ({ target }) => {
  const theme = themes.find(({ name }) => name === target.value);
  find('css').value = sheet.textContent = theme?.css ?? '';
  for (const [name, value] of Object.entries(theme?.attributes ?? {})) {
    const control = form.elements[name];
    if (control.type === 'checkbox') control.checked = true;
    else control.value = value;
  }
  turn();
});
find('css').addEventListener('input', ({ target }) => (sheet.textContent = target.value));
find('snippet').after(copyButton(snippet));
find('css').after(copyButton(() => find('css').value));

turn();
await load();
