import { seleniumLauncher } from '@web/test-runner-selenium';
import { Builder } from 'selenium-webdriver';
import base from '../../web-test-runner.config.js';
import { reporters } from '../support/browser-reporter.js';
import { webKitCapabilities } from './installed.js';

/** Runs the browser tests in WebKitGTK. `run.js` starts its driver. */
export default {
  ...base,
  concurrency: 1,
  browsers: [
    seleniumLauncher({
      driverBuilder: new Builder()
        .usingServer(process.env.WEBKIT_DRIVER)
        .withCapabilities(webKitCapabilities()),
    }),
  ],
  reporters: reporters('webkit'),
};
