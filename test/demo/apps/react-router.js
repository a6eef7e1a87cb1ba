// An app whose layout keeps one block while React Router changes the page. Its routes are in the path or the fragment.
import '../../../src/index.ts';
import { createElement as h, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, createHashRouter, Link, Outlet, useLoaderData } from 'react-router';
import { RouterProvider } from 'react-router/dom';

const inFragment = location.pathname === '/hash';
const articles = await (await fetch('/articles.json')).json();
const found = ({ params }) => articles.find(({ url }) => url.endsWith(params.id));

/** Gives the data of a page after a while, as a server does. The router decides when it changes the URL. */
async function load(route) {
  await new Promise((resolve) => setTimeout(resolve, 150));
  return found(route);
}

function Article() {
  const { title, text } = useLoaderData();
  return h('article', null, h('title', null, `${title} | React`), h('h1', null, title), h('p', null, text));
}

function Layout() {
  const links = articles.map(({ url, title }) => h(Link, { key: url, to: url, id: url.slice(1) }, title));
  const index = inFragment ? '/fragment-articles.json' : '/articles.json';
  return h('div', null, h('nav', null, links), h(Outlet), h('related-articles', { src: index }));
}

const routes = [
  {
    path: '/',
    Component: Layout,
    HydrateFallback: () => null,
    children: [{ path: ':id', Component: Article, loader: load }],
  },
];
const router = inFragment ? createHashRouter(routes) : createBrowserRouter(routes);
createRoot(document.querySelector('#app')).render(h(StrictMode, null, h(RouterProvider, { router })));
