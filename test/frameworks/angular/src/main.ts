import { Component } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, RouterLink, RouterOutlet, withComponentInputBinding } from '@angular/router';
import { ArticlePage } from './article-page';
import articles from '../public/articles.json';

@Component({
  selector: 'app-root',
  imports: [RouterLink, RouterOutlet],
  template: `
    <nav>
      <a routerLink="/">Home</a>
      @for (article of articles; track article.url) {
        <a [routerLink]="article.url">{{ article.title }}</a>
      }
    </nav>
    <main><router-outlet /></main>
  `,
})
class App {
  readonly articles = articles;
}

@Component({ selector: 'app-home', template: '<h1>{{ title }}</h1>' })
class Home {
  readonly title = 'Sample';
}

const routes = [
  { path: '', component: Home },
  { path: 'news/:slug', component: ArticlePage },
];
void bootstrapApplication(App, { providers: [provideRouter(routes, withComponentInputBinding())] });
