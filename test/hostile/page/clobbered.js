/**
 * DOM clobbering: pictures with the names of all members of a document, which replace these members, and a form whose
 * fields have the names of all members of an element.
 */
// If these are replaced, Lit can't render anything.
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
