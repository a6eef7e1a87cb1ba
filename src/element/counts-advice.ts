import type { Article, Discussion, RelatedArticle } from '../article.js';
import type { Counter } from '../discussion/counter.js';
import type { Discussions } from '../discussion/providers.js';

/** What the blocks of a page have learned of a comment system. */
interface Learned {
  /** How many blocks wait for its answers. */
  waiting: number;
  hasPosts: boolean;
  hasEmpty: boolean;
  /** What the author has been told of it. */
  readonly told: Set<string>;
}

const learned = new WeakMap<Counter, Learned>();

/**
 * Tells the author on the console, each once, which articles a comment system can't be asked about, and what may be
 * wrong where every count is 0 once all blocks have their answers. A site without comments looks the same.
 *
 * @param related the articles whose counts a block asks for
 * @param setting what the author has written
 * @returns to be called with the counts that came
 */
export function beginAdvice(
  counter: Counter,
  related: readonly RelatedArticle[],
  setting: Discussions,
): (came: readonly Discussion[]) => void {
  const known = learned.get(counter) ?? { waiting: 0, hasPosts: false, hasEmpty: false, told: new Set() };
  learned.set(counter, known);
  known.waiting++;
  const tell = (subject: string, message: string): void => {
    if (!known.told.has(subject)) console.info(`related-articles: ${message}`);
    known.told.add(subject);
  };
  const keys = related.map(({ article }) => keyOf(counter, article));
  const others = related.flatMap(({ article }, at) =>
    keys[at] === undefined ? (article.discussion?.url ?? []) : [],
  );
  if (others.length > 0) {
    const more = others.length > 1 ? ` and ${others.length - 1} more` : '';
    tell('addresses', `the system in "discussions" can't be asked about ${others[0]}${more}`);
  }
  const key = keys.find(Boolean);
  return (came) => {
    known.waiting--;
    for (const { count } of came) known[count ? 'hasPosts' : 'hasEmpty'] = true;
    if (known.waiting > 0 || known.hasPosts || !known.hasEmpty || !key) return;
    tell(
      'zeros',
      `every discussion count is 0. If there are posts, the comment system knows the articles by other names than ` +
        `"${key}": add key=url, key=path, key=path-without-slash, key=id or key=/{path}/ to "discussions"` +
        (namesSite(setting) ? '; or it knows the site by another name than site= says' : ''),
    );
  };
}

/** The key of an article; empty where the author's own function fails, of which the author is told elsewhere. */
function keyOf(counter: Counter, article: Article): string | undefined {
  try {
    return counter.key(article);
  } catch {
    return '';
  }
}

function namesSite(setting: Discussions): boolean {
  return typeof setting === 'string' ? /\ssite=/.test(setting) : 'site' in setting;
}
