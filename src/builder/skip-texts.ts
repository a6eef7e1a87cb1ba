import { primaryLanguage } from '../shared/language.js';

/** What a block within a text says to visitors who skip it. */
export interface SkipTexts {
  /** The language (BCP 47) of these texts. */
  readonly language: string;
  /** The link before the block. */
  readonly skip: string;
  /** The place behind the block, where the link leads. */
  readonly end: string;
}

/** The texts for a language (BCP 47): English where there are none for it. */
export function skipTexts(tag = ''): SkipTexts {
  const primary = primaryLanguage(tag);
  const language = TRADITIONAL_CHINESE.test(tag) ? 'zh-Hant' : primary in TEXTS ? primary : 'en';
  const [skip, end] = TEXTS[language]!;
  return { language, skip, end };
}

/** Chinese is written in simplified characters, unless its tag says otherwise or names a place that does otherwise. */
const TRADITIONAL_CHINESE = /^(?:zh|cmn)[-_](?:hant|hk|mo|tw)\b/i;

const TEXTS: Readonly<Record<string, readonly [skip: string, end: string]>> = {
  ar: ['تخطي المقالات ذات الصلة', 'نهاية المقالات ذات الصلة'],
  cs: ['Přeskočit související články', 'Konec souvisejících článků'],
  da: ['Spring relaterede artikler over', 'Relaterede artikler slutter her'],
  de: ['Verwandte Artikel überspringen', 'Ende der verwandten Artikel'],
  en: ['Skip related articles', 'End of related articles'],
  es: ['Saltar los artículos relacionados', 'Fin de los artículos relacionados'],
  fi: ['Ohita aiheeseen liittyvät artikkelit', 'Aiheeseen liittyvät artikkelit päättyvät'],
  fr: ['Passer les articles similaires', 'Fin des articles similaires'],
  he: ['דילוג על כתבות קשורות', 'סוף הכתבות הקשורות'],
  hu: ['Kapcsolódó cikkek átugrása', 'Kapcsolódó cikkek vége'],
  it: ['Salta gli articoli correlati', 'Fine degli articoli correlati'],
  ja: ['関連記事をスキップ', '関連記事の終わり'],
  ko: ['관련 기사 건너뛰기', '관련 기사 끝'],
  nl: ['Gerelateerde artikelen overslaan', 'Einde van gerelateerde artikelen'],
  no: ['Hopp over relaterte artikler', 'Slutt på relaterte artikler'],
  pl: ['Pomiń powiązane artykuły', 'Koniec powiązanych artykułów'],
  pt: ['Saltar os artigos relacionados', 'Fim dos artigos relacionados'],
  ro: ['Sari peste articolele similare', 'Sfârșitul articolelor similare'],
  ru: ['Пропустить похожие статьи', 'Конец списка похожих статей'],
  sv: ['Hoppa över relaterade artiklar', 'Slut på relaterade artiklar'],
  tr: ['İlgili yazıları atla', 'İlgili yazıların sonu'],
  uk: ['Пропустити схожі статті', 'Кінець списку схожих статей'],
  zh: ['跳过相关文章', '相关文章结束'],
  'zh-Hant': ['跳過相關文章', '相關文章結束'],
};
