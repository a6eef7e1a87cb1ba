import { spec } from 'node:test/reporters';
import { Transform } from 'node:stream';

/** Node's `spec` report, and a last line such as `node: 12 passed, 0 failed`. */
export default class NodeReporter extends Transform {
  constructor() {
    super({ writableObjectMode: true });
    this.tally = { pass: 0, fail: 0 };
    this.report = new spec();
    this.report.on('data', (text) => this.push(text));
  }

  _transform(event, encoding, done) {
    const kind = event.type.replace('test:', '');
    const wasRun = !event.data.skip && !event.data.todo && event.data.details?.type !== 'suite';
    if (kind in this.tally && wasRun) this.tally[kind]++;
    this.report.write(event, encoding, done);
  }

  _flush(done) {
    this.report.on('end', () => {
      this.push(`\nnode: ${this.tally.pass} passed, ${this.tally.fail} failed\n`);
      done();
    });
    this.report.end();
  }
}
