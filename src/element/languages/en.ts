export { stopwords as stopWords } from '@orama/stopwords/english';
