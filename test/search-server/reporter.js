import NodeReporter from '../support/node-reporter.js';

/** Node's report, and a last line such as `search: 12 passed, 0 failed`. */
export default class SearchServerReporter extends NodeReporter {
  constructor() {
    super('search');
  }
}
