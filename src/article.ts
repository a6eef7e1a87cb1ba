/** The types that every room shares. Nothing here exists at run time. */

/** The discussion below an article. */
export interface Discussion {
  /** Number of posts: an integer from 0 to 1e9. Absent means unknown, which is not the same as 0. */
  readonly count?: number;
  /** Where the discussion is, as an absolute http(s) URL. */
  readonly url?: string;
}

/** A picture in one of its sizes. */
export interface Picture {
  /** Absolute http(s) URL. */
  readonly url: string;
  /** In pixels, a whole number above 0. */
  readonly width: number;
}

/** A series of articles that tell one story or make one course. */
export interface Series {
  /** What its parts have in common, written alike in each of them. */
  readonly name: string;
  /** The article's place in the series. A smaller number comes first. */
  readonly position?: number;
}

/** One article of an index. All texts are plain text, never markup. */
export interface Article {
  /** The source's own id where it has one, else the URL. */
  readonly id: string;
  /** Absolute http(s) URL of the article's page. */
  readonly url: string;
  readonly title: string;
  /** The teaser's text. */
  readonly excerpt?: string;
  /** The article's full text, where the index carries it. */
  readonly text?: string;
  /**
   * Publication date: a day `2026-11-17`, or a time `2026-11-17T09:00:00+01:00` (RFC 3339). Without a zone
   * (`2026-11-17T09:00:00`), as days are, it is the site's local time, and it is compared in the local zone of whoever
   * runs the ranker.
   */
  readonly date?: string;
  /** From when on the article must no longer be shown, written as `date` is. */
  readonly expires?: string;
  readonly tags: readonly string[];
  /** The article's key terms in place of its text: words, or a few neighbouring words; the strongest first. */
  readonly terms?: readonly string[];
  /** Ids or absolute http(s) URLs of what its text links to, in the order of the text. Only other articles of the index count. */
  readonly links?: readonly string[];
  /** Language tag (BCP 47), such as `de` or `en-GB`. */
  readonly language?: string;
  /** Who wrote it, several with commas between them. */
  readonly author?: string;
  /** Absolute http(s) URL of a picture. */
  readonly image?: string;
  /** The same picture in several widths, narrowest first, for browsers to choose from: two at least. */
  readonly images?: readonly Picture[];
  readonly discussion?: Discussion;
  /** Ids or absolute http(s) URLs of the articles that its editors show below it, before all others and in this order. */
  readonly related?: readonly string[];
  /** Ids or absolute http(s) URLs of articles that its editors never show below it. */
  readonly exclude?: readonly string[];
  /** The series that it is a part of. */
  readonly series?: Series;
  /** The section of the site that it stands in, such as `Netze`. */
  readonly section?: string;
  /** What kind of article it is, in the source's own word, such as `NewsArticle` or `interview`. */
  readonly type?: string;
}

/** An article as a page's script writes it: only its title and address are needed, and addresses may be relative. */
export type GivenArticle = Pick<Article, 'title' | 'url'> & Partial<Article>;

/** Why an article was chosen, in a form fit to show. */
export interface Reasons {
  /** Tags that both articles carry, as the candidate spells them. */
  readonly tags: readonly string[];
  /** The shared terms that weighed most and tell most, names first, at most three, as one of the two spells them. */
  readonly terms: readonly string[];
  /** The title of the article most like the current one that it is linked with; absent if it is linked with none. */
  readonly linkedWith?: string;
  /** True if the current article's editors chose it. */
  readonly isCurated?: boolean;
  /** The name of the series that both articles are parts of; absent if they share none. */
  readonly series?: string;
}

/** A ranked article. */
export interface RelatedArticle {
  readonly article: Article;
  /**
   * How related it is: above 0, at most 1. Recent ones that fill the list have 0, and so has an article with nothing in
   * common that was chosen for another reason: it is pinned, curated, of the same series or author.
   */
  readonly score: number;
  readonly reasons: Reasons;
}
