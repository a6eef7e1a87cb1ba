import NodeReporter from '../support/node-reporter.js';

/** Node's report, the versions that the apps were built with, and a last line such as `frameworks: 70 passed, 0 failed`. */
export default class FrameworksReporter extends NodeReporter {
  constructor() {
    super('frameworks');
    this.versions = [];
  }

  note(event) {
    super.note(event);
    const { message = '' } = event.data;
    if (message.startsWith(VERSIONS)) this.versions.push(message.slice(VERSIONS.length));
  }

  closing() {
    const lines = this.versions.map((line) => `  ${line}\n`);
    return `${lines.length > 0 ? '\nBuilt with\n' : ''}${lines.join('')}${super.closing()}`;
  }
}

/** How a test's message with the versions of an app begins. */
export const VERSIONS = 'versions: ';
