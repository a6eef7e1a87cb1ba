import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import base from '../../web-test-runner.config.js';
import { reporters } from '../support/browser-reporter.js';
import { findFirefox } from './installed.js';

/** Runs the browser tests in Firefox, which puppeteer controls by WebDriver BiDi. */
export default {
  ...base,
  concurrency: 1,
  browsers: [
    chromeLauncher({
      puppeteer,
      launchOptions: { browser: 'firefox', executablePath: findFirefox(), headless: true },
    }),
  ],
  reporters: reporters('firefox'),
};
