/** Runs the browser tests in each engine that is installed: node test/engines/run.js [chromium] [firefox] [webkit] [-- file ...] */
import { spawn } from 'node:child_process';
import { findFirefox, hasWebKit } from './installed.js';
import { startWebKitDriver } from './webkit-driver.js';

const ENGINES = {
  chromium: { isInstalled: () => true, config: 'web-test-runner.config.js', packages: '' },
  firefox: {
    isInstalled: () => Boolean(findFirefox()),
    config: 'test/engines/firefox.config.js',
    packages: 'firefox-esr',
  },
  webkit: {
    isInstalled: hasWebKit,
    config: 'test/engines/webkit.config.js',
    packages: 'webkit2gtk-driver xvfb',
  },
};

const split = process.argv.indexOf('--');
const [wanted, files] =
  split < 0 ? [process.argv.slice(2), []] : [process.argv.slice(2, split), process.argv.slice(split + 1)];

for (const name of wanted.length > 0 ? wanted : Object.keys(ENGINES)) {
  const engine = ENGINES[name];
  if (!engine) throw new Error(`"${name}" is not one of ${Object.keys(ENGINES).join(', ')}`);
  if (!engine.isInstalled()) {
    process.stdout.write(
      `${name}: not tested, because it is not installed (Debian: apt-get install ${engine.packages})\n`,
    );
    continue;
  }
  const driver = name === 'webkit' ? await startWebKitDriver() : undefined;
  const code = await testRunner(engine.config, { WEBKIT_DRIVER: driver?.url });
  driver?.stop();
  if (code !== 0) process.exitCode = 1;
}

function testRunner(config, environment) {
  const args = ['node_modules/@web/test-runner/dist/bin.js', '--config', config];
  const child = spawn(process.execPath, [...args, ...(files.length > 0 ? ['--files', ...files] : [])], {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
