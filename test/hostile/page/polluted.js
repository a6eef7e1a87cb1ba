/** A page in which each object has everything: what an index does not say is none of it. */
const members = {
  summary: 'From the prototype',
  description: 'From the prototype',
  authors: [{ name: 'From the prototype' }],
  date_published: '2020-02-02',
  next_url: '/next.json',
  _related_articles: { related_to: '/elsewhere', discussion: { count: 7 } },
};
Object.assign(Object.prototype, members);
