/**
 * Content of others on a page: pictures named like each thing that a document has, which take the place of all of these
 * (DOM clobbering), and a form whose fields do the same to what an element has.
 */
// Where these are taken, Lit can render nothing.
const CALLED_BY_LIT = new Set([
  'createComment',
  'createElement',
  'createTextNode',
  'createTreeWalker',
  'importNode',
]);
const create = document.createElement.bind(document);
const { body } = document;
const named = (tag, name) => Object.assign(create(tag), { name, id: name });
const like = (tag, ...kinds) =>
  kinds.flatMap(({ prototype }) =>
    Object.getOwnPropertyNames(prototype)
      .filter((name) => !CALLED_BY_LIT.has(name))
      .map((name) => named(tag, name)),
  );
const form = named('form', 'search');
form.append(...like('input', HTMLElement, Element, Node));
body.append(form, ...like('img', Document, Node, EventTarget, Window));
