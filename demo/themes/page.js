import { themes } from './themes.js';

// Shows the theme that the address names: page.html?theme=blog
const { searchParams } = new URL(location.href);
const theme = themes.find(({ name }) => name === searchParams.get('theme')) ?? themes[0];

const sheet = document.createElement('style');
sheet.textContent = theme.css;
document.head.append(sheet);
document.title = `${theme.title} | Themes`;
document.body.className = theme.name;

const block = document.querySelector('related-articles');
for (const [name, value] of Object.entries(theme.attributes)) block.setAttribute(name, value);
await import('../../src/index.ts');
