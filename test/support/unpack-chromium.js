/** Unpacks the Chromium of the npm package, which tests that run at the same time would do over each other. */
import { hasPackagedChromium, packagedChromium } from './chromium.js';

if (hasPackagedChromium) await packagedChromium();
