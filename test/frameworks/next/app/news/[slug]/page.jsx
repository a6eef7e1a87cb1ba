import { ReadOn } from '../../ReadOn';
import articles from '../../../public/articles.json';

const articleOf = async (params) => {
  const { slug } = await params;
  return articles.find((article) => article.slug === slug);
};

export async function generateMetadata({ params }) {
  const { title } = await articleOf(params);
  return { title };
}

export default async function Article({ params }) {
  const { title, text } = await articleOf(params);
  return (
    <>
      <article>
        <h1>{title}</h1>
        <p>{text}</p>
      </article>
      <ReadOn />
    </>
  );
}
