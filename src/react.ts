'use client';
/**
 * The element as a React component: properties by their names (`headingLevel`), and the events as `onLoad`, `onError`,
 * `onSelect`, `onView` and `onDiscussions`. It needs the packages `react` and `@lit/react`.
 *
 * React itself sets neither properties nor listeners on a custom element that it finds in the HTML of a server.
 */

import { createComponent, type EventName } from '@lit/react';
import type { LitElement } from 'lit';
import * as React from 'react';
import './define.js';
import type {
  RelatedArticlesDiscussionsEvent,
  RelatedArticlesErrorEvent,
  RelatedArticlesLoadEvent,
  RelatedArticlesSelectEvent,
  RelatedArticlesViewEvent,
} from './element/events.js';
import { isServer } from './element/is-server.js';
import { RelatedArticles as RelatedArticlesElement } from './element/related-articles.js';

const events = {
  onLoad: 'related-articles-load' as EventName<RelatedArticlesLoadEvent>,
  onError: 'related-articles-error' as EventName<RelatedArticlesErrorEvent>,
  onSelect: 'related-articles-select' as EventName<RelatedArticlesSelectEvent>,
  onView: 'related-articles-view' as EventName<RelatedArticlesViewEvent>,
  onDiscussions: 'related-articles-discussions' as EventName<RelatedArticlesDiscussionsEvent>,
};

type ElementProperties = Partial<
  Omit<RelatedArticlesElement, keyof LitElement | 'error' | 'reload' | 'hasOwnProperty'>
>;
type Listeners = { [Name in keyof typeof events]?: (event: (typeof events)[Name]['__eventType']) => void };
type HtmlProps = React.HTMLAttributes<RelatedArticlesElement>;

/** What the component takes: the element's properties, listeners for its events, and what every HTML element takes. */
export type RelatedArticlesProps = ElementProperties &
  Listeners &
  Omit<HtmlProps, keyof ElementProperties | keyof Listeners>;

/** The type of the component. Its `ref` is the element. */
export type RelatedArticlesComponent = React.ForwardRefExoticComponent<
  RelatedArticlesProps & React.RefAttributes<RelatedArticlesElement>
>;

// Lit gives a class its properties when it is registered, which another copy of the script may prevent.
void RelatedArticlesElement.observedAttributes;

const ofBrowser: RelatedArticlesComponent = createComponent({
  react: React,
  tagName: 'related-articles',
  elementClass: RelatedArticlesElement,
  events,
  displayName: 'RelatedArticles',
});

/** On a server `@lit/react` leaves the properties out. Those that have an attribute are written as such. */
const ofServer: RelatedArticlesComponent = React.forwardRef((props, _ref) => {
  const attributes = Object.entries(props).map(([name, value]) => attributeOf(name, value));
  return React.createElement('related-articles', Object.fromEntries(attributes));
});

/** The attribute of a prop, undefined where it has none; or the prop as it is, if it is not the element's own. */
function attributeOf(name: string, value: unknown): [name: string, value: unknown] {
  if (name in events) return [name, undefined];
  const declaration = RelatedArticlesElement.elementProperties.get(name);
  if (!declaration) return [name === 'className' ? 'class' : name, value];
  const { attribute = name.toLowerCase() } = declaration;
  if (typeof attribute !== 'string' || typeof value === 'object' || value === false) return [name, undefined];
  return [attribute, value === true ? '' : value];
}

/** The element as a React component. */
export const RelatedArticles: RelatedArticlesComponent = isServer ? ofServer : ofBrowser;
