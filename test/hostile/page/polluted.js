/** A page in which each object has everything: what an index does not say is none of it. */
const members = {
  summary: 'From the prototype',
  description: 'From the prototype',
  authors: [{ name: 'From the prototype' }],
  date_published: '2020-02-02',
  next_url: '/next.json',
  image: 'https://evil.example/x.svg',
  author: 'From the prototype',
  language: 'fr',
  date: '2020-02-02',
  expires: '2020-02-02',
  unpublished: true,
  discussionCount: 7,

  _related_articles: { related_to: '/elsewhere', discussion: { count: 7 } },
};
Object.assign(Object.prototype, members);
