import { primaryLanguage } from '../../shared/language.js';

/** The fields that hold an article's words, each with one field below it for each language: `text.de`. */
export const TEXT_FIELDS = ['title', 'tags', 'text'] as const;

/** What stands in place of a language that is not known or has no analyzer. */
export const ANY_LANGUAGE = 'und';

/** It is increased when documents or fields change, so that an index of before is not taken for one of now. */
export const MAPPING_VERSION = 1;

/** The analyzer of each language that both OpenSearch and Elasticsearch have built in, by its primary subtag. */
const ANALYZERS: Readonly<Record<string, string>> = {
  ar: 'arabic',
  bg: 'bulgarian',
  bn: 'bengali',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  et: 'estonian',
  eu: 'basque',
  fa: 'persian',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  gl: 'galician',
  hi: 'hindi',
  hu: 'hungarian',
  hy: 'armenian',
  id: 'indonesian',
  it: 'italian',
  ja: 'cjk',
  ckb: 'sorani',
  ko: 'cjk',
  lt: 'lithuanian',
  lv: 'latvian',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sv: 'swedish',
  th: 'thai',
  tr: 'turkish',
  zh: 'cjk',
};

/** Analyzers that a server has only with a plugin: analysis-stempel, analysis-ukrainian, analysis-icu. */
export const PLUGIN_ANALYZERS: Readonly<Record<string, string>> = {
  km: 'icu_analyzer',
  lo: 'icu_analyzer',
  my: 'icu_analyzer',
  pl: 'polish',
  uk: 'ukrainian',
};

/** The name of the fields that hold a text in some language. */
export function fieldLanguage(language: string | undefined): string {
  const primary = primaryLanguage(language ?? '');
  return Object.hasOwn(ANALYZERS, primary) || Object.hasOwn(PLUGIN_ANALYZERS, primary)
    ? primary
    : ANY_LANGUAGE;
}

/**
 * The mapping of an index for articles. Every language has its own analyzer, and the words of an article stand in the
 * fields of its own language alone, so that rare words are counted among texts of one language.
 *
 * @param hasAnalyzer whether the server has an analyzer of a plugin; without it the language gets the standard one
 */
export function mapping(hasAnalyzer: (name: string) => boolean): object {
  const plugins = Object.entries(PLUGIN_ANALYZERS).map(([language, name]): [string, string] => [
    language,
    hasAnalyzer(name) ? name : 'standard',
  ]);
  const analyzers = [...Object.entries(ANALYZERS), ...plugins, [ANY_LANGUAGE, 'standard'] as const];
  const inEachLanguage = {
    properties: Object.fromEntries(
      // A document's own words are read from term vectors; without them its text is analyzed for each question.
      analyzers.map(([language, analyzer]) => [language, { type: 'text', analyzer, term_vector: 'yes' }]),
    ),
  };
  const stored = { type: 'keyword', index: false };
  return {
    dynamic: false,
    _meta: { related_articles: { version: MAPPING_VERSION } },
    properties: {
      ...Object.fromEntries(TEXT_FIELDS.map((field) => [field, inEachLanguage])),
      key: { type: 'keyword' },
      // A site's own service looks up its articles by their addresses.
      url: { type: 'keyword', ignore_above: 8191 },
      print: stored,
      // A field of dates would refuse those before 1970.
      date: { type: 'long' },
      expires: { type: 'long' },
      article: { type: 'object', enabled: false },
    },
  };
}
