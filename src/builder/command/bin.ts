#!/usr/bin/env node
const controller = new AbortController();
let stopped = Infinity;
// Before the program is loaded, so that Ctrl-C is answered from the start.
process.on('SIGINT', () => {
  // The first lets the file under way be finished. `npx` hands each on a second time; a later one ends this at once.
  if (performance.now() - stopped > 2000) process.exit(130);
  if (!controller.signal.aborted) stopped = performance.now();
  controller.abort();
});
const { stdout, stderr, env } = process;
// `related-articles explain … | head` closes the pipe before all is written.
stdout.on('error', () => process.exit(0));
const { main } = await import('./main.js');
process.exitCode = await main(process.argv.slice(2), { stdout, stderr, env, signal: controller.signal });
