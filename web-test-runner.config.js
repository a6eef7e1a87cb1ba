import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { reporters } from './test/support/browser-reporter.js';
import { findChromium } from './test/support/chromium.js';
import { commentSystems } from './test/support/comment-systems.js';

export default {
  files: 'test/browser/**/*.test.ts',
  nodeResolve: true,
  plugins: [
    commentSystems(),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
  ],
  browsers: [chromeLauncher({ launchOptions: await findChromium() })],
  reporters: reporters('chromium'),
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  // Time enough for a busy machine.
  browserStartTimeout: 120_000,
  testsFinishTimeout: 600_000,
  testFramework: { config: { timeout: 60_000 } },
};
