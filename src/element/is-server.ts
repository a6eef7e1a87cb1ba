import { isServer as isNodeBuild } from 'lit';

/** Whether there is no page, as on a server. Unit tests take Lit's build for servers too, but bring a document. */
export const isServer = isNodeBuild && typeof document === 'undefined';
