#!/usr/bin/env node
const controller = new AbortController();
let stopped = Infinity;
// This comes before the program is loaded, so that Ctrl-C works from the start.
process.on('SIGINT', () => {
  // The first Ctrl-C lets the current file be finished. `npx` passes each one on twice. A later one ends at once.
  if (performance.now() - stopped > 2000) process.exit(130);
  if (!controller.signal.aborted) stopped = performance.now();
  controller.abort();
});
const { stdout, stderr, env } = process;
// `related-articles explain … | head` closes the pipe before everything is written.
stdout.on('error', () => process.exit(0));
const { main } = await import('./main.js');
process.exitCode = await main(process.argv.slice(2), { stdout, stderr, env, signal: controller.signal });
