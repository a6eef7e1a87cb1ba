import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A static site generator, and a small site of its kind. */
export interface Generator {
  readonly name: string;
  /** A folder for its sites, in which its packages are found. */
  readonly workFolder: string;
  /** The folder that it builds into. */
  readonly output: string;
  /** Whether it empties the output folder first. */
  readonly empties?: boolean;
  /** The command as the guide writes it, and the program that runs it; undefined if it is not installed. */
  readonly command: readonly [written: string, run: readonly string[]] | undefined;
  /** How to install it. */
  readonly advice: string;
  /** The site's files without its posts. `BLOCK` stands for the HTML of the block in the guide. */
  readonly files: Readonly<Record<string, string>>;
  /** The path of a post's file. */
  readonly post: (post: Post) => string;
  /** A line of front matter that its posts need. */
  readonly frontMatter?: string;
  /** The path of a post on the site. */
  readonly path: (post: Post) => string;
}

/** A post of the sample sites. */
export interface Post {
  readonly slug: string;
  readonly title: string;
  readonly date: string;
  readonly tags: readonly string[];
  readonly text: string;
}

/** Two posts about masts and two about bread. */
export const POSTS: readonly Post[] = [
  [
    'masts-in-the-wood',
    'Masts in the wood',
    '2024-03-01',
    ['masts'],
    'radio masts that carry the network through the wood',
  ],
  [
    'masts-in-the-field',
    'Masts in the field',
    '2024-03-02',
    ['masts'],
    'radio masts that carry the network over the field',
  ],
  [
    'bread-from-rye',
    'Bread from rye',
    '2024-03-03',
    ['bread'],
    'loaves of sourdough that rise overnight in the bakery',
  ],
  [
    'bread-from-wheat',
    'Bread from wheat',
    '2024-03-04',
    ['bread'],
    'loaves of wheat dough that rise overnight in the bakery',
  ],
].map(([slug, title, date, tags, subject]) => ({
  slug: slug as string,
  title: title as string,
  date: date as string,
  tags: tags as string[],
  text: `This is a report about ${String(subject)}.\n\n`.repeat(6),
}));

/** A layout with a template's placeholders for title and content. */
function page(title: string, content: string, head = ''): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title} | Sample</title>${head}
<script type="module" src="/related-articles.js"></script></head>
<body><nav><a href="/">Home</a></nav><main><article><h1>${title}</h1>${content}</article>
BLOCK</main></body>
</html>
`;
}

const HOME = '<!doctype html><title>Sample</title><h1>Sample</h1>';

/** Whether a program is installed. */
function isInstalled(program: string, option: string): boolean {
  try {
    execFileSync(program, [option], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * A program of an npm package, and a folder in which its packages are found. It is no dependency of this package: it is
 * installed into a folder of its own if the registry can be reached.
 */
function fromNpm(
  specifier: string,
  file: string,
): { run: readonly string[] | undefined; workFolder: string } {
  const folder = join(root, 'node_modules/.cache/sites', specifier.replace(/\W+/g, '-'));
  const path = join(folder, 'node_modules', file);
  const workFolder = join(folder, 'work');
  mkdirSync(workFolder, { recursive: true });
  if (!existsSync(path)) {
    writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
    try {
      const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', specifier];
      execFileSync('npm', args, { cwd: folder, stdio: 'ignore', timeout: 180_000 });
    } catch {
      return { run: undefined, workFolder };
    }
  }
  return { run: [process.execPath, path], workFolder };
}

/** The generators of the guides, also those that are not installed. */
export function generators(): Generator[] {
  const eleventy = fromNpm('@11ty/eleventy@3.1.8', '@11ty/eleventy/cmd.cjs');
  const astro = fromNpm('astro@5.18.2', 'astro/astro.js');
  return [
    {
      name: 'Hugo',
      output: 'public',
      workFolder: tmpdir(),
      command: isInstalled('hugo', 'version') ? ['hugo', ['hugo']] : undefined,
      advice: 'Debian has it as the package "hugo"',
      files: {
        'config.toml': 'baseURL = "https://site.example/"\ntitle = "Sample"\n',
        'layouts/index.html': HOME,
        'layouts/_default/list.html': HOME,
        'layouts/_default/single.html': page(
          '{{ .Title }}',
          '{{ .Content }}',
          '<link rel="canonical" href="{{ .Permalink }}">{{ template "_internal/opengraph.html" . }}',
        ),
      },
      post: ({ slug }) => `content/posts/${slug}.md`,
      path: ({ slug }) => `/posts/${slug}/`,
    },
    {
      name: 'Jekyll',
      output: '_site',
      workFolder: tmpdir(),
      command: isInstalled('jekyll', '--version') ? ['jekyll', ['jekyll']] : undefined,
      advice: 'Debian has it as the package "jekyll"',
      files: {
        '_config.yml': 'url: https://site.example\ntitle: Sample\nkeep_files: [related]\n',
        'index.html': `---\n---\n${HOME}`,
        '_layouts/post.html': page(
          '{{ page.title }}',
          '{{ content }}',
          `<link rel="canonical" href="{{ page.url | absolute_url }}"><meta name="keywords" content="{{ page.tags | join: ',' }}">`,
        ),
      },
      post: ({ slug, date }) => `_posts/${date}-${slug}.md`,
      frontMatter: 'layout: post',
      path: ({ slug, date }) => `/${date.replaceAll('-', '/')}/${slug}.html`,
    },
    {
      name: 'Eleventy',
      output: '_site',
      workFolder: eleventy.workFolder,
      command: eleventy.run && ['npx @11ty/eleventy', eleventy.run],
      advice: 'npm could not install "@11ty/eleventy"',
      files: {
        'index.html': HOME,
        'posts/posts.json': '{"layout":"post.njk"}',
        '_includes/post.njk': page(
          '{{ title }}',
          '{{ content | safe }}',
          '<meta name="keywords" content="{{ tags }}">',
        ),
      },
      post: ({ slug }) => `posts/${slug}.md`,
      path: ({ slug }) => `/posts/${slug}/`,
    },
    {
      name: 'Astro',
      output: 'dist',
      empties: true,
      workFolder: astro.workFolder,
      command: astro.run && ['npx astro', astro.run],
      advice: 'npm could not install "astro"',
      files: {
        'package.json': '{"private":true,"type":"module"}',
        'astro.config.mjs': "export default { site: 'https://site.example/' };\n",
        'src/pages/index.astro': HOME,
        'src/layouts/Post.astro': `---\nconst { frontmatter } = Astro.props;\n---\n${page(
          '{frontmatter.title}',
          '<slot />',
          `<link rel="canonical" href={new URL(Astro.url.pathname, Astro.site)}><meta name="keywords" content={frontmatter.tags.join()}>`,
        )}`,
      },
      post: ({ slug }) => `src/pages/posts/${slug}.md`,
      frontMatter: 'layout: ../../layouts/Post.astro',
      path: ({ slug }) => `/posts/${slug}/`,
    },
  ];
}

/** Writes a sample site with the block of a guide in its layout. */
export function writeSite(folder: string, { files, post, frontMatter = '' }: Generator, block: string): void {
  const write = (file: string, content: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  };
  for (const [file, content] of Object.entries(files))
    write(
      file,
      content.replace('BLOCK', () => block),
    );
  for (const entry of POSTS) {
    const { title, date, tags, text } = entry;
    write(
      post(entry),
      `---\n${frontMatter}\ntitle: ${title}\ndate: ${date}\ntags: [${tags.join(', ')}]\n---\n\n${text}`,
    );
  }
}
