/** The content of a page's first `<meta>` of a name or property that says something. */
export function metaContent(page: Document, name: string): string | undefined {
  return metaContents(page, name)[0];
}

/** The content of each that says something. */
export function metaContents(page: Document, name: string): string[] {
  const metas = page.querySelectorAll(`meta[property="${name}"], meta[name="${name}"]`);
  return [...metas].map((meta) => meta.getAttribute('content')?.trim() ?? '').filter(Boolean);
}
