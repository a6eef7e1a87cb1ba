import { createElement as h } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Page } from './react-component.js';

const seen = [];
const note = (what) => (event) => seen.push([what, event.related?.length ?? event.position].join(' '));
const events = {
  onLoad: note('load'),
  onSelect: (event) => {
    event.preventDefault();
    note('select')(event);
  },
};
const root = hydrateRoot(document.querySelector('#app'), h(Page, { events }), {
  onRecoverableError: (error) => console.warn(error),
});
Object.assign(globalThis, {
  seen,
  again: (props) => root.render(h(Page, { events, ...props })),
  leave: () => root.unmount(),
});
