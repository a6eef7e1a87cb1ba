import { Component, computed, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import articles from '../public/articles.json';
import { ReadOn } from './read-on';

@Component({
  selector: 'app-article',
  imports: [ReadOn],
  template: `
    <article>
      <h1>{{ article()?.title }}</h1>
      <p>{{ article()?.text }}</p>
    </article>
    <app-read-on />
  `,
})
export class ArticlePage {
  readonly slug = input('');
  readonly article = computed(() => articles.find(({ slug }) => slug === this.slug()));
  readonly #title = inject(Title);

  constructor() {
    effect(() => this.#title.setTitle(this.article()?.title ?? 'Sample'));
  }
}
