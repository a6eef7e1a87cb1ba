// Lets a visitor write to the articles on show; the comment system is the demo's own, see talk.js.
import '../src/index.ts';

const LOOK_AGAIN_MS = 5000;

const block = document.querySelector('related-articles');
const form = document.querySelector('form');
const { article: select } = form.elements;
const output = form.querySelector('output');

block.addEventListener(
  'related-articles-load',
  ({ related }) => select.append(...related.map(({ article }) => new Option(article.title, article.id))),
  { once: true },
);

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const uri = encodeURIComponent(select.value);
  await fetch(`/talk/new?uri=${uri}`, {
    method: 'POST',
    body: JSON.stringify({ text: form.elements.text.value }),
  });
  output.textContent = `Danke! Ihr Beitrag steht unter „${select.selectedOptions[0].text}“.`;
  await block.reload();
});

setInterval(() => {
  if (document.visibilityState === 'visible') void block.reload();
}, LOOK_AGAIN_MS);
