// What one writes first: all of the index into MiniSearch, the page's words as the query, and the twelve best as cards.
import MiniSearch from '../minisearch.js';

const { items } = await (await fetch('/articles.json')).json();
const search = new MiniSearch({
  fields: ['title', 'summary', 'tags'],
  storeFields: ['title', 'summary', 'url', 'date_published'],
});
search.addAll(items);
const here = document.querySelector('link[rel="canonical"]').href;
const self = items.find(({ url }) => url === here);
const query = [self.title, self.summary, ...self.tags].join(' ');
const related = search.search(query).filter(({ url }) => url !== here);
const add = (name, text, more = {}) =>
  Object.assign(document.createElement(name), { textContent: text, ...more });
const list = document.querySelector('#naive');
for (const { title, summary, url, date_published: date } of related.slice(0, 12)) {
  const card = document.createElement('li');
  card.append(
    add('h3', title),
    add('time', date, { dateTime: date }),
    add('p', summary),
    add('a', 'Read article', { href: url }),
  );
  list.append(card);
}
dispatchEvent(new Event('naive-load'));
