// Horizontal bars in SVG: how long each engine takes, on a logarithmic scale.

/** @param groups `[heading, rows]` with rows of `{ name, time }`, in milliseconds */
export function chart(groups) {
  let y = 8;
  const parts = groups.flatMap(([heading, rows]) => {
    const title = `<text class="heading" x="8" y="${(y += 20)}">${heading}</text>`;
    y += 8;
    const bars = rows.map(({ name, time }) => {
      const label = time === undefined ? 'more than a minute' : `${time.toFixed(0)} ms`;
      const width = Math.max(1, Math.log10(time ?? 60_000) * 62);
      const bar = `<text x="292" y="${y + 13}" text-anchor="end">${name}</text><rect class="${name === 'related-articles' ? 'ours' : 'other'}" x="300" y="${y}" width="${width.toFixed(1)}" height="16"/><text x="${(306 + width).toFixed(1)}" y="${y + 13}">${label}</text>`;
      y += 22;
      return bar;
    });
    y += 10;
    return [title, ...bars];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 ${y}" role="img" aria-labelledby="title">
<title id="title">One question from cold: time of each engine, logarithmic</title>
<style>text{font:13px system-ui,sans-serif;fill:#333}.heading{font-weight:600}.ours{fill:#14808c}.other{fill:#b9770e}@media(prefers-color-scheme:dark){text{fill:#ddd}}</style>
${parts.join('\n')}
</svg>
`;
}
