/**
 * A document whose own members alone are seen: in HTML, `<img name="title">` makes `document.title` an image, and
 * `<form name="querySelector">` takes the method away.
 */
export function unshadowed(page: Document): Document {
  return new Proxy(page, {
    get(target, name): unknown {
      const prototype = Document.prototype;
      const value: unknown = Reflect.get(name in prototype ? prototype : target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** The document that the script runs in. */
export function thisPage(): Document {
  return unshadowed(document);
}
