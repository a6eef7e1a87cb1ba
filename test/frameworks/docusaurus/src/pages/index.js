import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';

export default function Home() {
  const slugs = ['masts-in-the-wood', 'masts-in-the-field', 'bread-from-rye', 'bread-from-wheat'];
  return (
    <Layout title="Sample">
      {slugs.map((slug) => (
        <Link key={slug} to={`/news/${slug}`}>
          {slug}
        </Link>
      ))}
    </Layout>
  );
}
