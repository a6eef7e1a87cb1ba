import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { elementTypes } from './scripts/element-types.js';

/** What an attribute may hold, if its property's type has a name, which says nothing to readers of the manifest. */
const ATTRIBUTE_TYPES = { layout: "'list' | 'grid' | 'compact' | 'carousel'", discussions: 'string' };

/** Describes the published files, not their source, and the registration that the analyzer does not see. */
const publishedPaths = {
  name: 'published-paths',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const define = manifest.modules.find(({ path }) => path === 'src/define.ts');
    const declaration = { name: 'RelatedArticles', module: 'src/element/related-articles.ts' };
    define.exports = [{ kind: 'custom-element-definition', name: 'related-articles', declaration }];
    for (const module of manifest.modules) {
      module.declarations = module.declarations.filter(({ kind }) => kind === 'class');
      for (const described of module.declarations) {
        described.members = described.members?.filter(
          ({ privacy }) => privacy !== 'private' && privacy !== 'protected',
        );
        for (const attribute of described.attributes ?? []) {
          const text = ATTRIBUTE_TYPES[attribute.name];
          if (text) attribute.type = { text };
        }
      }
    }
    renamePaths(manifest);
    manifest.modules = joined(manifest.modules);
  },
};

/** Makes one module of those that are published as one file. */
function joined(modules) {
  const byPath = new Map();
  for (const module of modules) {
    const first = byPath.get(module.path);
    if (!first) byPath.set(module.path, module);
    first?.declarations.push(...module.declarations);
    first?.exports.push(...module.exports);
  }
  return [...byPath.values()];
}

function renamePaths(node) {
  if (node === null || typeof node !== 'object') return;
  for (const key of ['path', 'module']) {
    if (typeof node[key] === 'string') node[key] = node[key].replace(/^src\/(\w+).*\.ts$/, 'dist/$1.js');
  }
  Object.values(node).forEach(renamePaths);
}

const editors = { outdir: 'editors', hideLogs: true, hideMethodDocs: true };

export default {
  globs: ['src/define.ts', 'src/element/related-articles.ts', 'src/element/events.ts'],
  litelement: true,
  plugins: [
    publishedPaths,
    elementTypes({ file: 'types/element.d.ts' }),
    customElementVsCodePlugin(editors),
    customElementJetBrainsPlugin({ ...editors, packageJson: false }),
  ],
};
