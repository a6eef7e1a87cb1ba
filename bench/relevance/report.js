// Tables in Markdown and a bar chart in SVG.
import { table as tableOfTexts } from '../report.js';

const figure = (number) => (number === undefined ? '–' : number.toFixed(3));

/** A Markdown table: a header row of texts, and rows of texts or numbers. */
export function table(header, rows) {
  return tableOfTexts(
    header,
    rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell : figure(cell)))),
  );
}

/** Horizontal bars, two for each ranker: `[name, all, older]`, 0 to 1. */
export function chart(rows) {
  const height = 40 + rows.length * 48;
  const bars = rows.map(([name, all, older], at) => {
    const y = 36 + at * 48;
    return `<text x="212" y="${y + 22}" text-anchor="end">${name}</text>${bar(y, all, 'all')}${bar(y + 18, older, 'older')}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 ${height}" role="img" aria-labelledby="title">
<title id="title">Mean nDCG@10 of each ranker</title>
<style>text{font:13px system-ui,sans-serif;fill:#333}.all{fill:#14808c}.older{fill:#b9770e}@media(prefers-color-scheme:dark){text{fill:#ddd}}</style>
<rect class="all" x="220" y="8" width="12" height="12"/><text x="238" y="19">all candidates</text>
<rect class="older" x="350" y="8" width="12" height="12"/><text x="368" y="19">older articles alone</text>
${bars.join('\n')}
</svg>
`;
}

const bar = (y, value, kind) =>
  `<rect class="${kind}" x="220" y="${y}" width="${(value * 400).toFixed(1)}" height="16"/>` +
  `<text x="${(226 + value * 400).toFixed(1)}" y="${y + 13}">${figure(value)}</text>`;
