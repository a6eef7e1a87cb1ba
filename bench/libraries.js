// The libraries of the drop-in bundle without anything of ours: what it is measured against.
export { Task } from '@lit/task';
export { LitElement, css, html } from 'lit';
export { default as MiniSearch } from 'minisearch';
