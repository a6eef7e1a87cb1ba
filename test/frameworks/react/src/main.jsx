import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, Link, Outlet, useParams } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { ReadOn } from './ReadOn.jsx';
import articles from '../public/articles.json';

function Layout() {
  return (
    <>
      <nav>
        <Link to="/">Home</Link>
        {articles.map(({ url, title }) => (
          <Link key={url} to={url}>
            {title}
          </Link>
        ))}
      </nav>
      <main>
        <Outlet />
      </main>
    </>
  );
}

function Article() {
  const { slug } = useParams();
  const { title, text } = articles.find((article) => article.slug === slug);
  return (
    <>
      <title>{title}</title>
      <article>
        <h1>{title}</h1>
        <p>{text}</p>
      </article>
      <ReadOn />
    </>
  );
}

const router = createBrowserRouter([
  {
    path: '/',
    Component: Layout,
    children: [
      { index: true, element: <h1>Sample</h1> },
      { path: 'news/:slug', Component: Article },
    ],
  },
]);
createRoot(document.querySelector('#app')).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
