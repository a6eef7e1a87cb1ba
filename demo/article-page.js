// Fills the page of one article from the index, as a site's own template would, then lets the block start.
const wanted = new URLSearchParams(location.search).get('id');
const { title: site, language, items } = await (await fetch('articles.json')).json();
const item = items.find(({ id }) => id === wanted) ?? items[0];

const article = document.querySelector('article');
const [kicker, heading, byline, picture, tags] = article.children;
document.title = `${item.title} | ${site}`;
kicker.textContent = item.tags[0];
heading.textContent = item.title;
byline.firstElementChild.dateTime = item.date_published;
byline.firstElementChild.textContent = new Date(item.date_published).toLocaleDateString(language, {
  dateStyle: 'long',
});
if (item.image) {
  picture.src = item.image;
  picture.hidden = false;
}
tags.before(
  ...item.content_text
    .split('\n\n')
    .map((text) => Object.assign(document.createElement('p'), { textContent: text })),
);
tags.append(...item.tags.map((tag) => Object.assign(document.createElement('li'), { textContent: tag })));

await import('../src/index.ts');
