import type { Unneeded } from './small-libraries.js';

/**
 * An element whose properties have no accessors but those made for them and are not reflected, whose attributes are
 * texts and booleans or have a function that converts them, whose styles are a list, and which updates at once, asking
 * at no update what has changed.
 */
const REACTIVE_ELEMENT: Unneeded = {
  parts: [
    // Decorators, initializers, and controllers that are taken away again.
    'const t=this[Symbol.metadata]',
    'if(null!==t){const s=litPropertyMetadata',
    'Symbol.metadata??=',
    'static addInitializer(',
    'removeController(',
    // What converts values, and tells which have changed.
    'toAttribute(t,s)',
    '_$ET(t,s)',
    'static getPropertyOptions(',
    'C(t,s,',
    'const s=this._$AL;',
    'static finalizeStyles(',
    // Accessors of an element's own, and defaults of properties.
    'const{get:e,set:r}=h(',
    'const t=this.constructor.elementProperties;if(t.size',
    'if(t.size>0)for(',
    'scheduleUpdate()',
    'willUpdate(',
    // What the block has of its own, or does nothing.
    'enableUpdating(t){}',
    'shouldUpdate(t)',
    'updated(t){}',
    'firstUpdated(t){}',
    'getUpdateComplete()',
  ],
  changes: [
    ['void 0!==t.l&&(this.l=[...t.l]),', ''],
    [',void 0!==this.renderRoot&&this.isConnected&&t.hostConnected?.()', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    [
      'if(s.state&&(s.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0),this',
      'if(this._$Ei(),this',
    ],
    ['static createProperty(t,s=b)', 'static createProperty(t,s)'],
    ['void 0!==h&&e(this', 'e(this'],
    [
      'return{get:e,set(s){const h=e?.call(this);r?.call(this,s),this.requestUpdate(t,h,i)}',
      // Objects of a page may inherit a `value`, beside which no property has accessors.
      'return{__proto__:null,get(){return this[s]},set(i){const e=this[s];this[s]=i,this.requestUpdate(t,e)}',
    ],
    [
      'const t=this.properties,s=[...r(t),...o(t)];for(const i of s)',
      'const t=this.properties;for(const i of r(t))',
    ],
    ['this.finalizeStyles(this.styles)', 'this.styles'],
    ['"string"==typeof i?i:"string"==typeof t?t.toLowerCase():void 0', 'i??t.toLowerCase()'],
    ['this._$Em=null,this._$Ev()', 'this._$Ev()'],
    ['this._$AL=new Map,this._$E_()', 'this._$E_()'],
    ['this._$AL=new Map,this.isUpdatePending', 'this.isUpdatePending'],
    [
      'if(void 0!==e&&this._$Em!==e){const t=i.getPropertyOptions(e),h="function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u;this._$Em=e;const r=h.fromAttribute(s,t.type);this[e]=r??this._$Ej?.get(e)??r,this._$Em=null}',
      'if(e){const{converter:t,type:h}=i.elementProperties.get(e);this[e]=t?t(s):h===Boolean?null!==s:s}',
    ],
    [
      'requestUpdate(t,s,i,e=!1,h){if(void 0!==t){const r=this.constructor;if(!1===e&&(h=this[t]),i??=r.getPropertyOptions(t),!((i.hasChanged??f)(h,s)||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i))))return;this.C(t,s,i)}!1',
      'requestUpdate(t,s){if(void 0===t||f(this[t],s))!1',
    ],
    ['const t=this.scheduleUpdate();return null!=t&&await t,', 'return this.performUpdate(),'],
    ['return this.getUpdateComplete()', 'return this._$ES'],
    ['this.shouldUpdate(s)', 'this.shouldUpdate()'],
    ['this.willUpdate(s),', ''],
    ['this.update(s)', 'this.update()'],
    ['this._$AE(s)', 'this._$AE()'],
    ['this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),', ''],
  ],
};

/** Templates rendered into a tree of their own, for all that is in it. */
const LIT_HTML: Unneeded = {
  changes: [
    ['(t?.creationScope??l)', 'l'],
    ['s?.renderBefore??i', 'i'],
    ['s?.renderBefore??null', 'null'],
  ],
};

/** An element that renders something, into an empty tree. */
const LIT_ELEMENT: Unneeded = {
  parts: ['createRenderRoot()', 'render(){return r}', 'i._$litElement$='],
};

/** A task that runs by itself before updates, and is asked for no promise. */
const TASK: Unneeded = {
  parts: [
    'get taskComplete()',
    'render(t)',
    'hostUpdated()',
    'if(void 0===this.j)',
    'if(!Array.isArray(t))',
    'const h="object"==typeof s',
  ],
  changes: [
    ['constructor(t,s,i){', 'constructor(t,h){'],
    ['h.argsEqual??r', 'r'],
    [
      ',this.autoRun=h.autoRun??!0,"initialValue"in h&&(this.u=h.initialValue,this.i=2,this.O=this.T?.())',
      '',
    ],
    ['!0===this.autoRun&&', ''],
    ['t===s||void 0===t||void 0!==s&&this.m(s,t)', 'void 0!==s&&this.m(s,t)'],
    ['"afterUpdate"===this.autoRun?queueMicrotask((()=>this._.requestUpdate())):', ''],
    ['1===this.i?this.q?.abort():(this.t=void 0,this.o=void 0,this.h=void 0)', '1===this.i&&this.q?.abort()'],
    ['this.i=2,this.o?.(s)', 'this.i=2'],
    ['this.i=3,this.h?.(h)', 'this.i=3'],
  ],
};

/** Styles for browsers that take them as sheets, as all do that know `attachInternals`, each for one class. */
const CSS_TAG: Unneeded = {
  parts: ['toString()', 'if(this._$cssResult$=!0,'],
  changes: [
    ['this.cssText=t,this.t=e', 'this.cssText=t'],
    [
      't.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype',
      '!0',
    ],
    [
      'let t=this.o;const s=this.t;if(e&&void 0===t){const e=void 0!==s&&1===s.length;e&&(t=o.get(s)),void 0===t&&((this.o=t=new CSSStyleSheet).replaceSync(this.cssText),e&&o.set(s,t))}return t',
      'return this.o||(this.o=new CSSStyleSheet).replaceSync(this.cssText),this.o',
    ],
    ['"string"==typeof t?t:t+"",void 0,s', 't'],
  ],
};

/** What the block does not need of Lit, by its modules. */
export const LIT: Readonly<Record<string, Unneeded>> = {
  '@lit/reactive-element/reactive-element.js': REACTIVE_ELEMENT,
  '@lit/reactive-element/css-tag.js': CSS_TAG,
  'lit-html/lit-html.js': LIT_HTML,
  'lit-element/lit-element.js': LIT_ELEMENT,
  '@lit/task/task.js': TASK,
};
