/** A page in which each object has what says how a property is, and each list goes on behind its end. */
Object.assign(Object.prototype, { value: 1, writable: false, enumerable: false, configurable: false });
Object.assign(
  Array.prototype,
  Array.from({ length: 20 }, () => 'from the prototype'),
);
