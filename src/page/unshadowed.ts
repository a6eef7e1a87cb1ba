/**
 * A document, or an element, whose own members alone are seen: in HTML, `<img name="title">` makes `document.title` an
 * image, and `<form name="querySelector">` takes the method away, as a field of that name does to its form.
 */
export function unshadowed<Owner extends Document | Element>(node: Owner): Owner {
  const { prototype } = node instanceof Element ? Element : Document;
  return new Proxy(node, {
    get(target, name): unknown {
      const value: unknown = Reflect.get(name in prototype ? prototype : target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** The document that the script runs in. */
export function thisPage(): Document {
  return unshadowed(document);
}
