import { spec } from 'node:test/reporters';
import { Transform } from 'node:stream';

/** Node's `spec` report, and a last line such as `node: 12 passed, 0 failed`. */
export default class NodeReporter extends Transform {
  constructor(name = 'node') {
    super({ writableObjectMode: true });
    this.name = name;
    this.tally = { pass: 0, fail: 0 };
    this.report = new spec();
    this.report.on('data', (text) => this.push(text));
  }

  _transform(event, encoding, done) {
    this.note(event);
    this.report.write(event, encoding, done);
  }

  /** Takes note of an event for the closing lines. */
  note({ type, data }) {
    const kind = type.replace('test:', '');
    const wasRun = !data.skip && !data.todo && data.details?.type !== 'suite';
    if (kind in this.tally && wasRun) this.tally[kind]++;
  }

  _flush(done) {
    this.report.on('end', () => {
      this.push(this.closing());
      done();
    });
    this.report.end();
  }

  /** What stands below the report. */
  closing() {
    return `\n${this.name}: ${this.tally.pass} passed, ${this.tally.fail} failed\n`;
  }
}
