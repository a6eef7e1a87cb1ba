import type { Draft } from '../../reader/draft.js';
import {
  all,
  attribute,
  childrenOf,
  type Document,
  type Element,
  textOfChild,
} from '../html/html-document.js';
import { withoutShortcodes } from './generator-syntax.js';

/**
 * Why an entry of a feed, or of an export file of WordPress (WXR) or Blogger, is not an article to show, as a clause;
 * undefined for published posts. Unlike a feed an export holds all that its site has: drafts, private posts,
 * pages, files, menus, comments, and what plug-ins keep.
 */
export function whyNotPublic(entry: Element): string | undefined {
  const type = typeOf(entry);
  if (type !== '' && type !== 'post') return `is no post: ${type}`;
  const state = stateOf(entry);
  if (!PUBLIC.has(state)) return `is not public: ${state}`;
  const isProtected =
    textOfChild(entry, 'wp:post_password') || PASSWORD_FORM.test(textOfChild(entry, 'content:encoded') ?? '');
  return isProtected ? 'is protected by a password' : undefined;
}

/** Where WordPress sends the password of a post, which its feeds ask for in place of the text. */
const PASSWORD_FORM = /<form [^>]*wp-login\.php\?action=postpass/;

/** What an entry of an export file says beside what feeds say. */
export function exportedMembers(entry: Element): Draft {
  const html = withoutShortcodes(textOfChild(entry, 'content:encoded') ?? '');
  const isWordPress = textOfChild(entry, 'wp:post_type') !== undefined;
  const file = textOfChild(entry, 'blogger:filename');
  return {
    ...(isWordPress && {
      html,
      excerpt: textOfChild(entry, 'excerpt:encoded') ?? /^(.*?)<!--more/s.exec(html)?.[1],
      discussionCount: childrenOf(entry, 'wp:comment').filter(isComment).length,
    }),
    ...(file && { url: file }),
  };
}

/** Whether a category of an entry is a tag: Blogger writes kinds so, WordPress formats, languages and authors. */
export function isTagCategory(category: Element): boolean {
  const scheme = attribute(category, 'scheme') ?? '';
  return !scheme.endsWith('#kind') && !NO_TAGS.has(attribute(category, 'domain') ?? '');
}

const NO_TAGS = new Set(['post_format', 'language', 'post_translations', 'term_translations', 'author']);

/** The numbers of comments among the entries of a Blogger export, by the ids of their posts. */
export function commentsOf(document: Document): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const comment of all('entry', document)) {
    const [reply] = childrenOf(comment, 'thr:in-reply-to');
    const id = attribute(reply, 'ref');
    if (id === undefined || !PUBLIC.has(stateOf(comment))) continue;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** The type of an entry: `post`, or what WordPress and Blogger call other things; empty in a feed. */
function typeOf(entry: Element): string {
  const kind = childrenOf(entry, 'category').find((category) =>
    attribute(category, 'scheme')?.endsWith('2005#kind'),
  );
  const type =
    textOfChild(entry, 'wp:post_type', 'blogger:type') ?? attribute(kind, 'term')?.replace(/^.*#/, '');
  return (type ?? '').toLowerCase();
}

/** The state of an entry: `draft`, `private` …; empty if it tells none. */
function stateOf(entry: Element): string {
  const [control] = childrenOf(entry, 'app:control');
  if (control && textOfChild(control, 'app:draft')?.toLowerCase() === 'yes') return 'draft';
  return (textOfChild(entry, 'wp:status', 'blogger:status') ?? '').toLowerCase();
}

/** The states of what is on show; '' is a feed's. */
const PUBLIC = new Set(['', 'publish', 'live']);

/** Whether a comment is on show, and no note that another site links here. */
function isComment(comment: Element): boolean {
  const type = textOfChild(comment, 'wp:comment_type') ?? 'comment';
  return textOfChild(comment, 'wp:comment_approved') === '1' && type === 'comment';
}
