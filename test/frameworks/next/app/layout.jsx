import Link from 'next/link';
import articles from '../public/articles.json';

export const metadata = { title: 'Sample', icons: { icon: 'data:,' } };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>
        <nav>
          <Link href="/">Home</Link>
          {articles.map(({ url, title }) => (
            <Link key={url} href={url}>
              {title}
            </Link>
          ))}
        </nav>
        <main>{children}</main>
      </body>
    </html>
  );
}
