import type { RelatedArticles } from 'related-articles';
import { useRef } from 'preact/hooks';

const articles = [{ url: '/a', title: 'A mast in the wood' }];

export function Page() {
  const block = useRef<RelatedArticles>(null);
  return (
    <main>
      <related-articles
        ref={block}
        class="wide"
        style={{ '--related-articles-gap': '1em' }}
        src="/feed.json"
        limit={3}
        heading-level="3"
        no-dates
        showTags={true}
        articles={articles}
        strings={{ heading: 'Read on' }}
        onClick={(event) => event.currentTarget.reload()}
        onrelated-articles-load={(event) => event.related.map(({ article }) => article.title)}
        onrelated-articles-error={({ error }) => error.code === 'network'}
        onrelated-articles-select={(event) => event.preventDefault()}
      >
        <a href="/news">All news</a>
      </related-articles>
      {/* @ts-expect-error */}
      <related-articles layout="circle" />
      {/* @ts-expect-error */}
      <related-articles limit="many" />
      {/* @ts-expect-error */}
      <related-articles articles={[{ url: '/a' }]} />
      {/* @ts-expect-error */}
      <related-articles colour="red" />
      {/* @ts-expect-error */}
      <related-articles onrelated-articles-load={(event) => event.articles} />
    </main>
  );
}
