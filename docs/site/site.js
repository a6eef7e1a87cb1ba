// On a narrow window the menu is closed until a visitor opens it.
const menu = document.querySelector('.menu');
const narrow = matchMedia('(max-width: 60rem)');
const fit = () => {
  menu.open = !narrow.matches;
};
narrow.addEventListener('change', fit);
fit();
