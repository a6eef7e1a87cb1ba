/** A page's own default policy: whatever it is given passes. */
globalThis.trustedTypes?.createPolicy('default', { createHTML: (text) => text });
