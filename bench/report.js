// Tables in Markdown and bar charts in SVG.

/** A Markdown table: a header row and rows of texts. */
export function table(header, rows) {
  return [line(header), line(header.map((_, at) => (at ? '---:' : '---'))), ...rows.map(line)].join('\n');
}

/** Horizontal bars: `[name, value]`. @param unit stands behind each value */
export function chart(title, unit, rows) {
  const height = 16 + rows.length * 28;
  const most = Math.max(...rows.map(([, value]) => value));
  const bars = rows.map(([name, value], at) => {
    const y = 8 + at * 28;
    const length = (value / most) * 300;
    return (
      `<text x="262" y="${y + 15}" text-anchor="end">${name}</text>` +
      `<rect x="270" y="${y}" width="${length.toFixed(1)}" height="20"/>` +
      `<text x="${(276 + length).toFixed(1)}" y="${y + 15}">${value < 100 ? value.toFixed(1) : Math.round(value)} ${unit}</text>`
    );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 ${height}" role="img" aria-labelledby="title">
<title id="title">${title}</title>
<style>text{font:13px system-ui,sans-serif;fill:#333}rect{fill:#14808c}@media(prefers-color-scheme:dark){text{fill:#ddd}}</style>
${bars.join('\n')}
</svg>
`;
}

const line = (cells) => `| ${cells.join(' | ')} |`;
