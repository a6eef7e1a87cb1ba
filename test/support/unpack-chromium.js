/** Unpacks the Chromium of the npm package before the tests: several at once would unpack it over each other. */
import { hasPackagedChromium, packagedChromium } from './chromium.js';

if (hasPackagedChromium) await packagedChromium();
