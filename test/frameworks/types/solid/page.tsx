import type { RelatedArticles } from 'related-articles';
import { createSignal } from 'solid-js';

const articles = [{ url: '/a', title: 'A mast in the wood' }];

export function Page() {
  const [limit] = createSignal(3);
  return (
    <main>
      <related-articles
        ref={(block: RelatedArticles) => void block.reload()}
        class="wide"
        style={{ '--related-articles-gap': '1em' }}
        src="/feed.json"
        limit={limit()}
        heading-level="3"
        no-dates
        showTags={true}
        articles={articles}
        prop:strings={{ heading: 'Read on' }}
        attr:read-more="More"
        on:click={(event) => event.currentTarget.reload()}
        on:related-articles-load={(event) => event.related.map(({ article }) => article.title)}
        on:related-articles-error={({ error }) => error.code === 'network'}
        on:related-articles-select={(event) => event.preventDefault()}
      >
        <a href="/news">All news</a>
      </related-articles>
      {/* @ts-expect-error */}
      <related-articles layout="circle" />
      {/* @ts-expect-error */}
      <related-articles limit="many" />
      {/* @ts-expect-error */}
      <related-articles prop:articles={[{ url: '/a' }]} />
      {/* @ts-expect-error */}
      <related-articles colour="red" />
      {/* @ts-expect-error */}
      <related-articles on:related-articles-load={(event) => event.articles} />
    </main>
  );
}
