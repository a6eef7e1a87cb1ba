import { A, Route, Router, useParams } from '@solidjs/router';
import { createEffect, createMemo, For } from 'solid-js';
import { render } from 'solid-js/web';
import { ReadOn } from './ReadOn.jsx';
import articles from '../public/articles.json';

const Layout = (props) => (
  <>
    <nav>
      <A href="/">Home</A>
      <For each={articles}>{({ url, title }) => <A href={url}>{title}</A>}</For>
    </nav>
    <main>{props.children}</main>
  </>
);

function Article() {
  const params = useParams();
  const article = createMemo(() => articles.find(({ slug }) => slug === params.slug));
  createEffect(() => (document.title = article().title));
  return (
    <>
      <article>
        <h1>{article().title}</h1>
        <p>{article().text}</p>
      </article>
      <ReadOn />
    </>
  );
}

render(
  () => (
    <Router root={Layout}>
      <Route path="/" component={() => <h1>Sample</h1>} />
      <Route path="/news/:slug" component={Article} />
    </Router>
  ),
  document.querySelector('#app'),
);
