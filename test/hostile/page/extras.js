/** What old frameworks put into the language: members that every loop over keys meets, and answers for JSON. */
const extra = () => 'an extra of the page';
for (const { prototype } of [Object, Array, String, Number, Function, Promise, Map, Set]) {
  for (const name of ['each', 'inject', 'toHash', 'include', 'first']) prototype[name] = extra;
}
Object.assign(Array.prototype, { toJSON: extra });
Object.assign(String.prototype, { toJSON: extra });
