import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Describes a page: the attributes of its block and so on. */
export interface PageRequest {
  readonly attributes: Readonly<Record<string, string>>;
  readonly dir?: 'ltr' | 'rtl';
  /** How many articles are related to the page's. */
  readonly count?: number;
  /** Whether the page loads a font, so that it looks the same on every machine. The font moves the page when it comes. */
  readonly hasFont?: boolean;
  /** A name under which the index is held back until `release`, so that the page is painted without it first. */
  readonly held?: string;
  /** Whether the articles' pictures have 20 MB each. */
  readonly hasLargePictures?: boolean;
}

/** A small site with one article page, whose block uses the built bundle. */
export class Site {
  readonly #server: Server;
  /** What is called once an index that is held back may go, by its name. */
  readonly #held = new Map<string, () => void>();

  constructor() {
    this.#server = createServer((request, response) => {
      void this.#answer(new URL(request.url ?? '/', 'http://site'), (type, body) => {
        response.writeHead(body === undefined ? 404 : 200, { 'content-type': type });
        response.end(body);
      });
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** The URL of a page. */
  url(request: PageRequest): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/?${new URLSearchParams({ page: JSON.stringify(request) })}`;
  }

  /** Lets an index go that is held back and has been asked for. */
  release(held: string): void {
    this.#held.get(held)?.();
  }

  async #answer(
    { pathname, searchParams }: URL,
    send: (type: string, body?: string | Buffer) => void,
  ): Promise<void> {
    const file = join(root, pathname);
    if (pathname === '/') {
      send('text/html; charset=utf-8', html(JSON.parse(searchParams.get('page') ?? '{}') as PageRequest));
    } else if (pathname === '/picture.svg') {
      send('image/svg+xml', PICTURE);
    } else if (pathname === '/large.png') {
      send('image/png', largePicture());
    } else if (pathname === '/articles.json') {
      const held = searchParams.get('held');
      if (held) await new Promise<void>((resolve) => this.#held.set(held, resolve));
      const picture = searchParams.get('picture') ?? '';
      const count = Number(searchParams.get('count'));
      send('application/json', JSON.stringify(index(count, searchParams.get('dir') === 'rtl', picture)));
    } else {
      send(TYPES[extname(file)] ?? 'text/plain', existsSync(file) ? readFileSync(file) : undefined);
    }
  }
}

function html({
  attributes,
  dir = 'ltr',
  count = 12,
  held = '',
  hasFont = true,
  hasLargePictures = false,
}: PageRequest): string {
  const picture = hasLargePictures ? '/large.png' : '/picture.svg';
  const asked = new URLSearchParams({ count: String(count), held, dir, picture });
  const source = `/articles.json?${asked}`;
  const given = Object.entries({ src: source, article: 'now', 'any-language': '', ...attributes });
  const isRtl = dir === 'rtl';
  return `<!doctype html>
<html lang="${isRtl ? 'he' : 'en'}" dir="${dir}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Now</title>
    <link rel="icon" href="data:," />
    ${(hasFont ? ['400', '600', '700'] : []).map((weight) => `<link rel="stylesheet" href="/node_modules/@fontsource/open-sans/${weight}.css" />`).join('')}
    <style>
      :root { color-scheme: light dark; }
      html { font: 1rem/1.6 'Open Sans', sans-serif; background: #fff; color: #1b1b1b; }
      @media (prefers-color-scheme: dark) { html { background: #14181d; color: #e8e6e1; } }
      body { margin: 0 auto; padding: 1rem; max-width: 60rem; }
    </style>
    <script type="module" blocking="render" src="/cdn/related-articles.js"></script>
  </head>
  <body>
    <main>
      <h1>${isRtl ? 'עכשיו' : 'Now'}</h1>
      <related-articles ${given.map(([name, value]) => `${name}="${value}"`).join(' ')}></related-articles>
      <p id="below">${isRtl ? 'מתחת' : 'What stands below the block.'}</p>
    </main>
  </body>
</html>`;
}

const ENGLISH = [
  [
    'A port builds a network of its own',
    'Cranes and carriers share fourteen radio units, and nobody waits for the Wi-Fi any more. What it took, and what went wrong on the way, in the words of those who built it.',
  ],
  ['What the network really cost', 'The hardware was cheap; the integration was not.'],
  [
    'Masts and trees: why a forest of antennas may be the quietest neighbour a village can have',
    'Three villages, three masts and one long evening in the town hall, at which the engineers had more questions than the farmers.',
  ],
  ['Das Funkloch im Moor', 'Seit zehn Jahren verspricht man den Anwohnern ein Netz.'],
] as const;
const HEBREW = [
  [
    'הנמל בונה רשת סלולרית משלו',
    'ארבע עשרה אנטנות על המנופים, ואיש כבר אינו מחכה לאינטרנט. מה נדרש לכך, ומה השתבש בדרך, בלשונם של מי שבנו אותה.',
  ],
  ['מה באמת עלתה הרשת', 'הציוד היה זול, החיבור ביניהם לא.'],
  [
    'אנטנות בין העצים: מדוע יער של תרנים הוא אולי השכן השקט ביותר שכפר יכול לבקש',
    'שלושה כפרים, שלושה תרנים וערב אחד ארוך בבית העם.',
  ],
  ['The engineers’ evening', 'An English article on a Hebrew site.'],
] as const;
/** A picture of two colours, so that screenshots of it are small. */
const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path fill="#2f7f86" d="M0 0h16v9H0z" /><path fill="#e8a25c" d="M0 5h16v4H0z" /></svg>';

/** A noisy picture of 20 MB. */
function largePicture(): Buffer {
  const image = new PNG({ width: 2600, height: 2600 });
  for (let at = 0, grain = 1; at < image.data.length; at++) {
    grain = (grain * 48271) % 2147483647;
    image.data[at] = grain & 255;
  }
  return PNG.sync.write(image, { deflateLevel: 0, colorType: 2, filterType: 0 });
}

/** An index of the current article and a number of articles that share its tags. */
function index(count: number, isRtl: boolean, picture: string): object {
  const texts = isRtl ? HEBREW : ENGLISH;
  const items = Array.from({ length: count }, (_, at) => {
    const [title, summary] = texts[at % texts.length] ?? texts[0];
    return {
      id: `a${at}`,
      url: `/a${at}`,
      title: at < texts.length ? title : `${title} (${at})`,
      summary,
      tags: ['Open RAN', 'ENISA'],
      language: at % 4 === 3 ? (isRtl ? 'en' : 'de') : undefined,
      date_published: `2025-11-${String(28 - (at % 28)).padStart(2, '0')}`,
      image: at % 4 === 1 ? undefined : picture,
      _related_articles:
        at % 3 === 0 ? { discussion: { count: 3 * at + 2, url: `/a${at}#talk` } } : undefined,
    };
  });
  const now = { id: 'now', url: '/', title: 'Now', tags: ['Open RAN', 'ENISA'] };
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Site',
    language: isRtl ? 'he' : 'en',
    items: [now, ...items],
  };
}
