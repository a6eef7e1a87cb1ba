/**
 * Shows what the pages write about. Below a block of code whose language is `html live` comes what it makes, with the
 * articles of the demo; a comment `<!-- live: ADDRESS TITLE -->` becomes that page of the site, in a frame. GitHub shows
 * neither.
 *
 * @param {import('markdown-it').default} markdown
 * @param {string} prefix the path of the site
 */
export function liveExamples(markdown, prefix) {
  const { fence, html_block: htmlBlock } = markdown.renderer.rules;
  markdown.renderer.rules.fence = (tokens, at, options, env, self) => {
    const token = tokens[at];
    const [language, live] = token.info.split(' ');
    token.info = language;
    // Code that is wider than the page scrolls, also by keys.
    const code = fence(tokens, at, options, env, self).replace('<pre>', '<pre tabindex="0">');
    if (live !== 'live') return code;
    const shown = token.content
      .replace('<related-articles', `<related-articles article="${prefix}demo/en/"`)
      .replaceAll('href="/news/"', 'href="/demo/en/"')
      .replace(/src="[^"]*"/, `src="${prefix}demo/en/articles.json"`);
    return `${code}<div class="live">${shown}</div>`;
  };
  markdown.renderer.rules.html_block = (tokens, at, options, env, self) => {
    const [, address, title] = /^<!-- live: (\S+) (.+) -->/.exec(tokens[at].content) ?? [];
    if (!address) return htmlBlock(tokens, at, options, env, self);
    return `<iframe src="/${address}" title="${title}" loading="lazy"></iframe>`;
  };
}
