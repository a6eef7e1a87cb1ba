import NodeReporter from '../support/node-reporter.js';

/** The report closes with a line such as `wordpress: 12 passed, 0 failed`. */
export default class WordPressReporter extends NodeReporter {
  constructor() {
    super('wordpress');
  }
}
