import { readIndex } from '../src/core.ts';
import '../src/index.ts';
import { copyButton } from './copy-button.js';
import { attributeControl, attributes, groupOf, properties, propertyControl } from './playground/controls.js';
import { fromAddress, keepInAddress, turnTo } from './playground/link.js';
import { make } from './playground/make.js';
import { themes } from './themes/themes.js';

const form = document.querySelector('form');
const { address, json, current, lang, dir, scheme } = form.elements;
const preview = document.querySelector('.preview');
const [width, theme, css] = ['width', 'theme', 'css'].map((name) =>
  document.querySelector(`[name="${name}"]`),
);
const find = (id) => document.getElementById(id);

const block = document.createElement('related-articles');
const sheet = document.head.appendChild(document.createElement('style'));
preview.append(block);

for (const group of document.querySelectorAll('[data-controls]')) {
  const own = attributes.filter(({ name }) => groupOf(name) === group.dataset.controls);
  group.append(...own.map(attributeControl));
}
find('properties').append(...properties.map(propertyControl));
theme.append(
  make('option', { textContent: 'nothing', value: '' }),
  ...themes.map(({ name, title }) => make('option', { textContent: title, value: name })),
);

/** Gives the block, its page and its styles what the controls say, where that is not what it does anyway. */
function turn() {
  for (const { name, default: standard } of attributes) {
    const { type, checked, value } = form.elements[name];
    const isStandard = type === 'checkbox' ? !checked : `'${value}'` === standard || value === standard;
    if (isStandard || value === '') block.removeAttribute(name);
    else block.setAttribute(name, type === 'checkbox' ? '' : value);
  }
  Object.assign(preview, { lang: lang.value, dir: dir.value });
  preview.style.colorScheme = scheme.value;
  preview.style.inlineSize = width.value && `${width.value}px`;
  sheet.textContent = styles();
  find('snippet').textContent = snippet();
  keepInAddress();
}

/** What goes into a page. */
function snippet() {
  const source = json.value.trim() ? '/feed.json' : address.value;
  const given = attributes
    .filter(({ name }) => block.hasAttribute(name))
    .map(({ name }) => (block.getAttribute(name) ? `${name}="${escaped(block.getAttribute(name))}"` : name));
  const tag = ['<related-articles', `src="${escaped(source)}"`, ...given].join(' ');
  return `<script src="/related-articles.all.js" defer></script>\n${tag}>\n  <a href="/news/">All news</a>\n</related-articles>`;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** What goes into a style sheet: the custom properties that are set, after all else. */
function styles() {
  const set = properties
    .filter(({ name }) => form.elements[name].value.trim())
    .map(({ name }) => `  ${name}: ${form.elements[name].value.trim()};\n`);
  return css.value + (set.length > 0 ? `related-articles {\n${set.join('')}}\n` : '');
}

/** Reads the index, from its address or as pasted, and offers its articles. */
async function load(wanted = '') {
  find('skipped').replaceChildren();
  try {
    const base = new URL(address.value || '.', document.baseURI).href;
    const given = json.value.trim() ? JSON.parse(json.value) : await fetched(base);
    const { articles, skipped, format } = readIndex(given, base);
    current.replaceChildren(
      ...articles.map(({ id, title }) => make('option', { value: id, textContent: title })),
    );
    if (articles.some(({ id }) => id === wanted)) current.value = wanted;
    find('told').textContent = `${format}: ${articles.length} articles, ${skipped.length} entries left out`;
    const reasons = skipped.slice(0, 5).map(({ reason }) => make('li', { textContent: reason }));
    find('skipped').append(...reasons);
    block.articles = given;
    block.article = current.value;
  } catch (error) {
    find('told').textContent = error.message;
  }
}

async function fetched(url) {
  const response = await fetch(url).catch(() => {
    throw new Error(
      `${url} can’t be read from here: its server must allow it (CORS). Paste the JSON instead.`,
    );
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response.json().catch(() => {
    throw new Error(`${url} holds no JSON.`);
  });
}

function log(event, ...details) {
  const time = new Date().toLocaleTimeString('en-GB');
  const lines = [`${time} ${event.type} ${details.join(' ')}`, ...find('events').textContent.split('\n')];
  find('events').textContent = lines.slice(0, 20).join('\n');
}

block.addEventListener('related-articles-load', (event) => {
  log(event, `${event.related.length} related`);
  const rows = event.related.map(({ article, score, reasons }) =>
    [article.title, score.toFixed(3), reasons.tags.join(', '), reasons.terms.join(', ')].map((textContent) =>
      make('td', { textContent }),
    ),
  );
  find('reasons').replaceChildren(...rows.map((cells) => make('tr', {}, ...cells)));
});
block.addEventListener('related-articles-error', (event) => log(event, event.error.message));
block.addEventListener('related-articles-select', (event) => {
  event.preventDefault();
  log(event, `${event.position}: ${event.article.title}`);
});

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('reset', () => location.replace(location.pathname));
for (const control of [form, css, width]) control.addEventListener('input', turn);
current.addEventListener('change', () => (block.article = current.value));
for (const control of [address, json]) control.addEventListener('change', () => load());
for (const example of document.querySelectorAll('.examples button')) {
  example.addEventListener('click', async () => {
    [address.value, lang.value, json.value] = [example.value, example.dataset.lang, ''];
    await load();
    turn();
  });
}

function themeOf(wanted) {
  return themes.find(({ name }) => name === wanted);
}
theme.addEventListener('change', () => {
  const chosen = themeOf(theme.value);
  css.value = chosen?.css ?? '';
  for (const [name, value] of Object.entries(chosen?.attributes ?? {})) turnTo(name, value || 'on');
  turn();
});

/** Puts a button that copies a text into the line of a section's heading. */
function offerCopy(section, text, label) {
  section.querySelector('.bar').append(copyButton(text, label));
}
offerCopy(preview.closest('section'), () => location.href, 'Copy link');
offerCopy(find('snippet').closest('section'), snippet, 'Copy HTML');
offerCopy(css.closest('section'), styles, 'Copy CSS');

find('look').open = matchMedia('(min-width: 56rem)').matches;
const state = fromAddress();
for (const [name, value] of state) turnTo(name, value);
if (!state.has('css')) css.value = themeOf(theme.value)?.css ?? '';
turn();
await load(state.get('current'));
turn();
