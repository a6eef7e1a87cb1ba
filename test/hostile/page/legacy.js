/** What frameworks older than modules put in the place of the browser's own: Prototype.js and MooTools did. */
globalThis.Event = function Event(event) {
  this.event = event;
};
Array.from = (list) => {
  const found = [];
  for (let at = 0; at < list?.length; at++) found[at] = list[at];
  return found;
};
Object.assign(Array.prototype, {
  entries() {
    return this.slice();
  },
});
for (const { prototype } of [Array, String, Number]) {
  prototype.toJSON = function toJSON() {
    return String(this);
  };
}
Object.assign(Function.prototype, {
  bind(self, ...first) {
    return (...more) => Reflect.apply(this, self, [...first, ...more]);
  },
});
/** An answer that is none of the browser's: a promise of its own kind, for an object without a stream. */
const { fetch } = globalThis;
globalThis.fetch = (...request) => {
  const answer = fetch(...request).then((real) => ({
    ok: real.ok,
    status: real.status,
    url: real.url,
    headers: real.headers,
    arrayBuffer: () => real.arrayBuffer(),
    clone() {
      return this;
    },
  }));
  // oxlint-disable-next-line unicorn/no-thenable -- it is what promises were before there were any
  return { then: (resolve, reject) => answer.then(resolve, reject) };
};
