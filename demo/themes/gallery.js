import { copyButton } from '../copy-button.js';
import { themes } from './themes.js';

/** Makes a frame as high as its page, so that all cards are seen. */
function fit(frame) {
  const { documentElement } = frame.contentDocument;
  new ResizeObserver(() => {
    frame.style.blockSize = `${documentElement.offsetHeight + 2}px`;
  }).observe(documentElement);
}

// One section per theme: the block on a page of its own, and the style sheet to copy.
for (const { name, title, css, attributes } of themes) {
  const section = document.createElement('section');
  const heading = Object.assign(document.createElement('h2'), { textContent: title, id: name });
  const frame = Object.assign(document.createElement('iframe'), { src: `page.html?theme=${name}`, title });
  frame.addEventListener('load', () => fit(frame));
  const written = Object.entries(attributes).map(([key, value]) =>
    value ? ` ${key}="${value}"` : ` ${key}`,
  );
  const snippet = `<related-articles src="/feed.json"${written.join('')}></related-articles>`;
  section.append(heading, frame, code('html', snippet), code('css', css));
  document.querySelector('main').append(section);
}

function code(language, text) {
  const figure = document.createElement('figure');
  const pre = Object.assign(document.createElement('pre'), { textContent: text.trim(), tabIndex: 0 });
  pre.ariaLabel = language.toUpperCase();
  pre.role = 'region';
  figure.append(
    pre,
    copyButton(() => text),
  );
  return figure;
}
