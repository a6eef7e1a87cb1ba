import type { RelatedArticles } from 'related-articles';
import { RelatedArticles as Block } from 'related-articles/react';
import { isIndexError } from 'related-articles/element';
import { useRef } from 'react';

const articles = [
  { url: '/a', title: 'A mast in the wood' },
  { url: '/b', title: 'Another mast', tags: ['Masts'] },
];

export function Page() {
  const block = useRef<RelatedArticles>(null);
  return (
    <main>
      <related-articles
        ref={block}
        id="related"
        className="wide"
        style={{ '--related-articles-gap': '1em', color: 'red' }}
        src="/feed.json"
        layout="grid"
        limit={3}
        heading-level="3"
        maxAge={null}
        no-dates
        no-images={false}
        showTags
        articles={articles}
        strings={{ heading: 'Read on' }}
        discussions={{ provider: 'isso', url: 'https://comments.example' }}
        renderCard={(related, teaser) => `${related.article.title} ${teaser.date}`}
        onClick={(event) => event.currentTarget.reload()}
        onrelated-articles-load={(event) => event.related.map(({ article }) => article.title)}
        onrelated-articles-error={({ error }) => [error.code === 'network', isIndexError(error) && error.url]}
        onrelated-articles-discussions={({ error }) => error?.message}
        onrelated-articles-select={(event) => {
          if (!event.isModified) event.preventDefault();
          return event.article.url.length + event.position;
        }}
      >
        <a href="/news">All news</a>
      </related-articles>
      <related-articles limit="3" />
      {/* @ts-expect-error */}
      <related-articles layout="circle" />
      {/* @ts-expect-error */}
      <related-articles limit="many" />
      {/* @ts-expect-error */}
      <related-articles no-dates="yes" />
      {/* @ts-expect-error */}
      <related-articles articles={[{ url: '/a' }]} />
      {/* @ts-expect-error */}
      <related-articles strings={{ haeding: 'Read on' }} />
      {/* @ts-expect-error */}
      <related-articles colour="red" />
      {/* @ts-expect-error */}
      <related-articles onrelated-articles-load={(event) => event.articles} />
      {/* @ts-expect-error */}
      <related-articles error={new Error('None')} />
      <Block
        src="/feed.json"
        articles={articles}
        headingLevel={3}
        noDates
        className="wide"
        ref={block}
        onLoad={(event) => event.related.length}
        onSelect={(event) => event.preventDefault()}
        onError={({ error }) => error.code}
      />
      {/* @ts-expect-error */}
      <Block headingLevel="three" />
      {/* @ts-expect-error */}
      <Block onSelect={(event: MouseEvent) => event.clientX} />
      {/* @ts-expect-error */}
      <Block error={new Error('None')} />
    </main>
  );
}
