import { expect } from '@open-wc/testing';
import { article, block, blockOf, nextFrame, part, settled, waitUntil } from './support.js';

const heading = (element: Parameters<typeof part>[0]): string | null => part(element, 'heading').textContent;

describe('the texts', () => {
  for (const [lang, title, link, date, posts] of [
    [
      'de-CH',
      'Das könnte Sie auch interessieren',
      'Artikel lesen',
      '17. November 2026',
      '2 Diskussionsbeiträge',
    ],
    ['en-GB', 'You might also like', 'Read article', '17 November 2026', '2 comments'],
    ['es', 'También te puede interesar', 'Leer el artículo', '17 de noviembre de 2026', '2 comentarios'],
    ['fr-CA', 'À lire aussi', 'Lire l’article', '17 novembre 2026', '2 commentaires'],
    ['it', 'Potrebbe interessarti anche', 'Leggi l’articolo', '17 novembre 2026', '2 commenti'],
    ['nl-BE', 'Misschien ook interessant', 'Artikel lezen', '17 november 2026', '2 reacties'],
    ['pl', 'Może Cię zainteresować', 'Czytaj artykuł', '17 listopada 2026', '2 komentarze'],
    ['pt-BR', 'Leia também', 'Ler o artigo', '17 de novembro de 2026', '2 comentários'],
    ['da', 'Læs også', 'Læs artiklen', '17. november 2026', '2 kommentarer'],
    ['sv-FI', 'Läs också', 'Läs artikeln', '17 november 2026', '2 kommentarer'],
    ['nb-NO', 'Les også', 'Les artikkelen', '17. november 2026', '2 kommentarer'],
    ['fi', 'Lue myös', 'Lue artikkeli', '17. marraskuuta 2026', '2 kommenttia'],
    ['cs', 'Mohlo by vás zajímat', 'Číst článek', '17. listopadu 2026', '2 komentáře'],
    ['hu', 'Ez is érdekelheti', 'Tovább a cikkhez', '2026. november 17.', '2 hozzászólás'],
    ['ro', 'Citește și', 'Citește articolul', '17 noiembrie 2026', '2 comentarii'],
    ['uk', 'Читайте також', 'Читати статтю', '17 листопада 2026 р.', '2 коментарі'],
    ['ru', 'Читайте также', 'Читать статью', '17 ноября 2026 г.', '2 комментария'],
    ['tr', 'Bunlar da ilginizi çekebilir', 'Yazıyı oku', '17 Kasım 2026', '2 yorum'],
    ['ja', 'あわせて読みたい', '記事を読む', '2026年11月17日', 'コメント2件'],
    ['zh-CN', '相关阅读', '阅读全文', '2026年11月17日', '2 条评论'],
    ['zh-HK', '延伸閱讀', '閱讀全文', '2026年11月17日', '2 則留言'],
    ['ko', '함께 읽으면 좋은 기사', '기사 읽기', '2026년 11월 17일', '댓글 2개'],
    ['ar', 'اقرأ أيضًا', 'قراءة المقال', '17 نوفمبر 2026', 'تعليقان'],
    ['he', 'אולי יעניין אותך גם', 'לכתבה המלאה', '17 בנובמבר 2026', 'שתי תגובות'],
  ] as const) {
    it(`are in the page’s language: ${lang}`, async () => {
      const element = await blockOf([article('a', { date: '2026-11-17', discussion: { count: 2 } })], {
        lang,
      });
      expect(heading(element)).to.equal(title);
      expect(part(element, 'read-more').textContent?.trim()).to.equal(link);
      expect(part(element, 'date').textContent).to.equal(date);
      expect(part(element, 'discussion').textContent).to.equal(posts);
    });
  }

  it('are not shown in another language first', async () => {
    const element = block({ article: 'now', lang: 'it' });
    element.articles = [article('now'), article('a')];
    const done = settled(element);
    const headings = new Set<string>();
    const observer = new MutationObserver(() => {
      const found = element.renderRoot.querySelector('nav [part="heading"]')?.textContent;
      if (found) headings.add(found);
    });
    observer.observe(element.renderRoot, { subtree: true, childList: true });
    await done;
    await nextFrame();
    expect([...headings]).to.deep.equal(['Potrebbe interessarti anche']);
  });

  it('change with the nearest lang attribute', async () => {
    const section = document.createElement('section');
    section.lang = 'de';
    document.body.append(section);
    const element = await blockOf([article('a')]);
    section.append(element);
    await waitUntil(() => heading(element) === 'Das könnte Sie auch interessieren');
    section.lang = 'fr';
    await waitUntil(() => heading(element) === 'À lire aussi');
    section.removeAttribute('lang');
    await waitUntil(() => heading(element) === 'You might also like');
  });

  it('change with a lang attribute outside the shadow tree that holds the block', async () => {
    const host = document.createElement('div');
    host.lang = 'de';
    document.body.append(host);
    const element = await blockOf([article('a')]);
    host.attachShadow({ mode: 'open' }).append(element);
    await waitUntil(() => heading(element) === 'Das könnte Sie auch interessieren');
    host.lang = 'es';
    await waitUntil(() => heading(element) === 'También te puede interesar');
  });

  it('can be replaced by the property strings, each by its name', async () => {
    const element = block({ article: 'now', lang: 'de' });
    element.articles = [article('now'), article('a', { discussion: { count: 3 } })];
    element.strings = { heading: 'Mehr', readMore: 'Los', discussion: { other: '{count} Stimmen' } };
    await settled(element);
    expect(heading(element)).to.equal('Mehr');
    expect(part(element, 'read-more').textContent?.trim()).to.equal('Los');
    expect(part(element, 'discussion').textContent).to.equal('3 Stimmen');
    element.strings = { discussion: { one: 'Eine Stimme' } };
    await element.updateComplete;
    expect(heading(element)).to.equal('Das könnte Sie auch interessieren');
    expect(part(element, 'discussion').textContent).to.equal('3 Diskussionsbeiträge');
  });

  it('can be given in a language that the block has no texts for', async () => {
    const element = block({ article: 'now', lang: 'el' });
    element.articles = [article('now'), article('a', { date: '2026-11-17' })];
    element.strings = { language: 'el', heading: 'Διαβάστε επίσης', readMore: 'Διαβάστε το άρθρο' };
    await settled(element);
    expect(part(element, 'base').hasAttribute('lang')).to.equal(false);
    expect(part(element, 'date').textContent).to.equal('17 Νοεμβρίου 2026');
  });

  it('of attributes replace those of the property strings', async () => {
    const element = block({ article: 'now', heading: 'Weiterlesen' });
    element.articles = [article('now'), article('a')];
    element.strings = { heading: 'Mehr' };
    await settled(element);
    expect(heading(element)).to.equal('Weiterlesen');
  });
});
