/** Wraps functions of the browser, as tools for error reports, tests and zones do. */
const { fetch } = globalThis;
globalThis.fetch = function patched(...request) {
  return new Promise((resolve, reject) => {
    setTimeout(() => Reflect.apply(fetch, globalThis, request).then(resolve, reject), 1);
  });
};
function patch(target, names) {
  for (const name of names) {
    const original = target[name];
    target[name] = function patched(...given) {
      return Reflect.apply(original, this, given);
    };
  }
}
patch(EventTarget.prototype, ['addEventListener', 'removeEventListener', 'dispatchEvent']);
patch(Promise.prototype, ['then', 'catch', 'finally']);
for (const name of ['setTimeout', 'queueMicrotask', 'requestAnimationFrame']) {
  const original = globalThis[name];
  globalThis[name] = (...given) => Reflect.apply(original, globalThis, given);
}
