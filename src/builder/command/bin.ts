#!/usr/bin/env node
import { main } from './main.js';

const controller = new AbortController();
process.once('SIGINT', () => {
  // The first Ctrl-C lets the file under way be finished; the next one is Node's own, at once.
  controller.abort();
});
const { stdout, stderr, env } = process;
// `related-articles explain … | head` closes the pipe before all is written.
stdout.on('error', () => process.exit(0));
process.exitCode = await main(process.argv.slice(2), { stdout, stderr, env, signal: controller.signal });
