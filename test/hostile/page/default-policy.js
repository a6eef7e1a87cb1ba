/** A page's own default policy, which lets every text pass. */
globalThis.trustedTypes?.createPolicy('default', { createHTML: (text) => text });
