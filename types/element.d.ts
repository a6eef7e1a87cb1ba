/**
 * The element for every framework: the files beside this one say it in each framework's own terms.
 * Generated from custom-elements.json.
 */

import type { RelatedArticles, RelatedArticlesLoadEvent, RelatedArticlesErrorEvent, RelatedArticlesDiscussionsEvent, RelatedArticlesSelectEvent, RelatedArticlesViewEvent } from '../dist/element.js';

/** The attributes. */
export interface RelatedArticlesAttributes {
  /**
   * URL of the JSON index, relative to the page; several are separated by spaces. `{path}`, `{slug}`, `{id}` and
   * `{url}` stand for the current article's. Without it, the page's head names the index: its JSON Feed or WordPress.
   */
  src?: RelatedArticles['src'] | undefined;
  /** Id or URL of the current article. Without it, the page's canonical link, og:url, JSON-LD or address is used. */
  article?: RelatedArticles['article'] | undefined;
  /** `lazy` loads nothing until the block comes near the visible part of the page. */
  loading?: RelatedArticles['loading'] | undefined;
  /** `same-origin` sends cookies if the index is on the page's own origin. */
  credentials?: RelatedArticles['credentials'] | undefined;
  /** How long the index may be, all its pages together, in bytes after decompression: a whole number above 0. */
  'max-bytes'?: `${number}` | RelatedArticles['maxBytes'] | undefined;
  /** How many articles to show at most: a whole number above 0; anything else means 6. */
  limit?: `${number}` | RelatedArticles['limit'] | undefined;
  /** Shows articles in other languages than the current one's too. */
  'any-language'?: '' | RelatedArticles['anyLanguage'] | undefined;
  /** Leaves out articles published after the current one. */
  'no-newer'?: '' | RelatedArticles['noNewer'] | undefined;
  /** The oldest that an article may be, in days above 0; undated ones always count. Without it, any age will do. */
  'max-age'?: `${number}` | RelatedArticles['maxAge'] | undefined;
  /** The lowest score that counts, 0 to 1; what is lower is not shown. Without it, 0.02. */
  'min-score'?: `${number}` | RelatedArticles['minScore'] | undefined;
  /** 0 orders by score alone; 1 makes each article as different as possible from those before it. Without it, 0. */
  diversity?: `${number}` | RelatedArticles['diversity'] | undefined;
  /** Ids or URLs, relative to the page, of articles that are not to appear, with spaces between them. */
  exclude?: RelatedArticles['exclude'] | undefined;
  /** Tags whose articles are not to appear, with commas between them. */
  'exclude-tags'?: RelatedArticles['excludeTags'] | undefined;
  /** Leaves out articles that the current one links to in its text. */
  'exclude-linked'?: '' | RelatedArticles['excludeLinked'] | undefined;
  /** Ids or URLs, relative to the page, of articles that come first whatever their score, with spaces between them. */
  pinned?: RelatedArticles['pinned'] | undefined;
  /**
   * What is shown where nothing is related: the author's own `content`, the most `recent` articles of the index, or
   * nothing, with `hide`, which hides the author's content from the start. Anything else means `content`.
   */
  fallback?: RelatedArticles['fallback'] | undefined;
  /** How the cards are laid out: `list`, `grid`, `compact` (titles with dates) or `carousel`. Anything else means `list`. */
  layout?: RelatedArticles['layout'] | undefined;
  /** The heading's text, in place of the language's own. */
  heading?: RelatedArticles['heading'] | undefined;
  /** The heading's level, 1 to 6, titles being one below; 0 makes no headings. Anything else means 2. */
  'heading-level'?: `${number}` | RelatedArticles['headingLevel'] | undefined;
  /** The link's text, in place of the language's own. */
  'read-more'?: RelatedArticles['readMore'] | undefined;
  /**
   * The source of discussion counts, which are loaded after the cards: the address of a counts file, or a comment system, its address
   * and what it needs, such as `isso https://comments.example`; as a property also settings or a provider. Without it
   * they are the index's.
   */
  discussions?: RelatedArticles['discussions'] | undefined;
  /** Stands before the number of posts, as in `Diskussion 1`, in place of the language's own words. */
  'discussion-label'?: RelatedArticles['discussionLabel'] | undefined;
  /** Leaves out publication dates. */
  'no-dates'?: '' | RelatedArticles['noDates'] | undefined;
  /** Leaves out teaser texts. */
  'no-excerpts'?: '' | RelatedArticles['noExcerpts'] | undefined;
  /** Leaves out pictures. */
  'no-images'?: '' | RelatedArticles['noImages'] | undefined;
  /** Makes the title the card's link in place of a link below the text. */
  'no-read-more'?: '' | RelatedArticles['noReadMore'] | undefined;
  /** Leaves out the number of posts. */
  'no-discussion'?: '' | RelatedArticles['noDiscussion'] | undefined;
  /** Shows who wrote an article. */
  'show-author'?: '' | RelatedArticles['showAuthor'] | undefined;
  /** Shows how long an article takes to read, where the index carries its full text. */
  'show-reading-time'?: '' | RelatedArticles['showReadingTime'] | undefined;
  /** Shows what an article has in common with the current one. */
  'show-reasons'?: '' | RelatedArticles['showReasons'] | undefined;
  /** Shows an article's tags, at most five. */
  'show-tags'?: '' | RelatedArticles['showTags'] | undefined;
  /** Shows an article's first tag above its title. */
  'show-kicker'?: '' | RelatedArticles['showKicker'] | undefined;
  /** How much of a date is written, in the page's language: `17 November 2026` is `long`. Anything else means `long`. */
  'date-style'?: RelatedArticles['dateStyle'] | undefined;
  /** URL of the picture of articles that have none, relative to the page. */
  'default-image'?: RelatedArticles['defaultImage'] | undefined;
}

/** The properties that can be set. */
export interface RelatedArticlesProperties {
  /**
   * URL of the JSON index, relative to the page; several are separated by spaces. `{path}`, `{slug}`, `{id}` and
   * `{url}` stand for the current article's. Without it, the page's head names the index: its JSON Feed or WordPress.
   */
  src?: RelatedArticles['src'] | undefined;
  /** Id or URL of the current article. Without it, the page's canonical link, og:url, JSON-LD or address is used. */
  article?: RelatedArticles['article'] | undefined;
  /** `lazy` loads nothing until the block comes near the visible part of the page. */
  loading?: RelatedArticles['loading'] | undefined;
  /** `same-origin` sends cookies if the index is on the page's own origin. */
  credentials?: RelatedArticles['credentials'] | undefined;
  /** How long the index may be, all its pages together, in bytes after decompression: a whole number above 0. */
  maxBytes?: `${number}` | RelatedArticles['maxBytes'] | undefined;
  /** The articles to choose from, in place of `src`; anything that `readIndex` reads. */
  articles?: RelatedArticles['articles'] | undefined;
  /** The names of members, for an index that does not use the usual ones: `{ title: 'headline_txt' }`. */
  fields?: RelatedArticles['fields'] | undefined;
  /** How many articles to show at most: a whole number above 0; anything else means 6. */
  limit?: `${number}` | RelatedArticles['limit'] | undefined;
  /** Shows articles in other languages than the current one's too. */
  anyLanguage?: RelatedArticles['anyLanguage'] | undefined;
  /** Leaves out articles published after the current one. */
  noNewer?: RelatedArticles['noNewer'] | undefined;
  /** The oldest that an article may be, in days above 0; undated ones always count. Without it, any age will do. */
  maxAge?: `${number}` | RelatedArticles['maxAge'] | undefined;
  /** The lowest score that counts, 0 to 1; what is lower is not shown. Without it, 0.02. */
  minScore?: `${number}` | RelatedArticles['minScore'] | undefined;
  /** 0 orders by score alone; 1 makes each article as different as possible from those before it. Without it, 0. */
  diversity?: `${number}` | RelatedArticles['diversity'] | undefined;
  /** Ids or URLs, relative to the page, of articles that are not to appear, with spaces between them. */
  exclude?: RelatedArticles['exclude'] | undefined;
  /** Tags whose articles are not to appear, with commas between them. */
  excludeTags?: RelatedArticles['excludeTags'] | undefined;
  /** Leaves out articles that the current one links to in its text. */
  excludeLinked?: RelatedArticles['excludeLinked'] | undefined;
  /** Ids or URLs, relative to the page, of articles that come first whatever their score, with spaces between them. */
  pinned?: RelatedArticles['pinned'] | undefined;
  /**
   * What is shown where nothing is related: the author's own `content`, the most `recent` articles of the index, or
   * nothing, with `hide`, which hides the author's content from the start. Anything else means `content`.
   */
  fallback?: RelatedArticles['fallback'] | undefined;
  /** How the cards are laid out: `list`, `grid`, `compact` (titles with dates) or `carousel`. Anything else means `list`. */
  layout?: RelatedArticles['layout'] | undefined;
  /** The heading's text, in place of the language's own. */
  heading?: RelatedArticles['heading'] | undefined;
  /** The heading's level, 1 to 6, titles being one below; 0 makes no headings. Anything else means 2. */
  headingLevel?: `${number}` | RelatedArticles['headingLevel'] | undefined;
  /** The link's text, in place of the language's own. */
  readMore?: RelatedArticles['readMore'] | undefined;
  /**
   * The source of discussion counts, which are loaded after the cards: the address of a counts file, or a comment system, its address
   * and what it needs, such as `isso https://comments.example`; as a property also settings or a provider. Without it
   * they are the index's.
   */
  discussions?: RelatedArticles['discussions'] | undefined;
  /** Stands before the number of posts, as in `Diskussion 1`, in place of the language's own words. */
  discussionLabel?: RelatedArticles['discussionLabel'] | undefined;
  /** Leaves out publication dates. */
  noDates?: RelatedArticles['noDates'] | undefined;
  /** Leaves out teaser texts. */
  noExcerpts?: RelatedArticles['noExcerpts'] | undefined;
  /** Leaves out pictures. */
  noImages?: RelatedArticles['noImages'] | undefined;
  /** Makes the title the card's link in place of a link below the text. */
  noReadMore?: RelatedArticles['noReadMore'] | undefined;
  /** Leaves out the number of posts. */
  noDiscussion?: RelatedArticles['noDiscussion'] | undefined;
  /** Shows who wrote an article. */
  showAuthor?: RelatedArticles['showAuthor'] | undefined;
  /** Shows how long an article takes to read, where the index carries its full text. */
  showReadingTime?: RelatedArticles['showReadingTime'] | undefined;
  /** Shows what an article has in common with the current one. */
  showReasons?: RelatedArticles['showReasons'] | undefined;
  /** Shows an article's tags, at most five. */
  showTags?: RelatedArticles['showTags'] | undefined;
  /** Shows an article's first tag above its title. */
  showKicker?: RelatedArticles['showKicker'] | undefined;
  /** How much of a date is written, in the page's language: `17 November 2026` is `long`. Anything else means `long`. */
  dateStyle?: RelatedArticles['dateStyle'] | undefined;
  /** URL of the picture of articles that have none, relative to the page. */
  defaultImage?: RelatedArticles['defaultImage'] | undefined;
  /** Texts in place of the language's own, each by its name. */
  strings?: RelatedArticles['strings'] | undefined;
  /** Renders the content of cards in place of the usual: returns a Lit template, a DOM node or a text. */
  renderCard?: RelatedArticles['renderCard'] | undefined;
  /**
   * The articles on show, best first, with the counts that have come; empty until there are any. Set, it is what to
   * show, except for what has expired, lies in the future or has no http(s) address, and no index is loaded: a ranker's
   * choice on a server, for instance.
   */
  related?: RelatedArticles['related'] | undefined;
}

/** Listeners, as `onrelated-articles-load`. */
export interface RelatedArticlesListeners {
  /** The block has been rendered from its index. */
  'onrelated-articles-load'?: ((event: RelatedArticlesLoadEvent) => void) | undefined;
  /** The index could not be used. */
  'onrelated-articles-error'?: ((event: RelatedArticlesErrorEvent) => void) | undefined;
  /** Live counts are shown, or can't be had. */
  'onrelated-articles-discussions'?: ((event: RelatedArticlesDiscussionsEvent) => void) | undefined;
  /** A visitor activates a card's link; cancelable. */
  'onrelated-articles-select'?: ((event: RelatedArticlesSelectEvent) => void) | undefined;
  /** A card has been in view for a second; with the script `related-articles-views.js`. */
  'onrelated-articles-view'?: ((event: RelatedArticlesViewEvent) => void) | undefined;
}

/** Listeners, as `on:related-articles-load`. */
export interface RelatedArticlesColonListeners {
  /** The block has been rendered from its index. */
  'on:related-articles-load'?: ((event: RelatedArticlesLoadEvent) => void) | undefined;
  /** The index could not be used. */
  'on:related-articles-error'?: ((event: RelatedArticlesErrorEvent) => void) | undefined;
  /** Live counts are shown, or can't be had. */
  'on:related-articles-discussions'?: ((event: RelatedArticlesDiscussionsEvent) => void) | undefined;
  /** A visitor activates a card's link; cancelable. */
  'on:related-articles-select'?: ((event: RelatedArticlesSelectEvent) => void) | undefined;
  /** A card has been in view for a second; with the script `related-articles-views.js`. */
  'on:related-articles-view'?: ((event: RelatedArticlesViewEvent) => void) | undefined;
}

/** Listeners, as `onRelatedArticlesLoad`. */
export interface RelatedArticlesCamelListeners {
  /** The block has been rendered from its index. */
  onRelatedArticlesLoad?: ((event: RelatedArticlesLoadEvent) => void) | undefined;
  /** The index could not be used. */
  onRelatedArticlesError?: ((event: RelatedArticlesErrorEvent) => void) | undefined;
  /** Live counts are shown, or can't be had. */
  onRelatedArticlesDiscussions?: ((event: RelatedArticlesDiscussionsEvent) => void) | undefined;
  /** A visitor activates a card's link; cancelable. */
  onRelatedArticlesSelect?: ((event: RelatedArticlesSelectEvent) => void) | undefined;
  /** A card has been in view for a second; with the script `related-articles-views.js`. */
  onRelatedArticlesView?: ((event: RelatedArticlesViewEvent) => void) | undefined;
}

/** The CSS properties. */
export interface RelatedArticlesCssProperties {
  /** Colour of links and focus rings. */
  '--related-articles-accent'?: string | number | undefined;
  /** Colour of dates, discussions and other small print. */
  '--related-articles-muted'?: string | number | undefined;
  /** Colour of hairlines, and of bars while loading. */
  '--related-articles-rule'?: string | number | undefined;
  /** Space above and below a card. */
  '--related-articles-gap'?: string | number | undefined;
  /** The longest line of text in a list. */
  '--related-articles-measure'?: string | number | undefined;
  /** The least width of a card in a grid, and its width in a carousel. */
  '--related-articles-column'?: string | number | undefined;
  /** Width of pictures beside the text. */
  '--related-articles-image-width'?: string | number | undefined;
  /** Aspect ratio of pictures. */
  '--related-articles-image-ratio'?: string | number | undefined;
  /** After how many lines an excerpt is cut; `none` for never. A card without a picture among others that have one has 8. */
  '--related-articles-excerpt-lines'?: string | number | undefined;
}

/** The tag, with what a framework takes on it. */
export interface RelatedArticlesTag<Props> {
  /**
   * Shows the articles of a JSON index that are related to the one on this page, as a list of teaser cards. The author's
   * own content stays until there are cards to show, and where there are none.
   *
   * Slots:
   * - `default`: The author's own content: shown until there are cards, and where none can be shown.
   * - `heading`: A heading element of the author, which replaces the heading.
   * - `card`: A `<template>` for cards: its elements with `data-field="title"` and so on are filled in.
   *
   * CSS parts:
   * - `base`: The `<nav>` around everything.
   * - `heading`: The block's heading.
   * - `controls`: The carousel's buttons together.
   * - `previous`: The carousel's button back.
   * - `next`: The carousel's button that goes forward.
   * - `list`: The `<ul>` of cards.
   * - `card`: One card, an `<li>`.
   * - `first`: The first card: `::part(card first)`.
   * - `text`: A card's texts; in grid and carousel with a rule above where it has no picture and others have.
   * - `kicker`: The article's first tag, above the title, with `show-kicker`.
   * - `title`: A card's title.
   * - `title-link`: The link in the title, with `no-read-more` and in the layout `compact`.
   * - `date`: The publication date, a `<time>`.
   * - `author`: Who wrote the article, with `show-author`.
   * - `reading-time`: How long it takes to read, with `show-reading-time`.
   * - `excerpt`: The teaser's text.
   * - `reasons`: What the article has in common with the current one, with `show-reasons`.
   * - `tags`: The `<ul>` of an article's tags, with `show-tags`.
   * - `tag`: One tag, an `<li>`.
   * - `read-more`: The card's link.
   * - `discussion`: The number of posts, a link where the discussion's address is known; hidden while awaited.
   * - `image`: The card's picture.
   * - `skeleton`: What holds the place of the cards until they are there, made of the same parts.
   *
   * CSS properties:
   * - `--related-articles-accent`: Colour of links and focus rings.
   * - `--related-articles-muted`: Colour of dates, discussions and other small print.
   * - `--related-articles-rule`: Colour of hairlines, and of bars while loading.
   * - `--related-articles-gap`: Space above and below a card.
   * - `--related-articles-measure`: The longest line of text in a list.
   * - `--related-articles-column`: The least width of a card in a grid, and its width in a carousel.
   * - `--related-articles-image-width`: Width of pictures beside the text.
   * - `--related-articles-image-ratio`: Aspect ratio of pictures.
   * - `--related-articles-excerpt-lines`: After how many lines an excerpt is cut; `none` for never. A card without a picture among others that have one has 8.
   *
   * States:
   * - `loading`: The index is on its way or being ranked.
   * - `empty`: Nothing in the index is related.
   * - `error`: The index could not be used.
   * - `blank`: There is nothing to be seen: no cards, and no content of the author's.
   */
  'related-articles': Props;
}
