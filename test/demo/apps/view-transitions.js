// Changes pages as Astro's ClientRouter does: it fetches a page, then replaces URL, head and body in a view transition and
// keeps the elements with `transition:persist`. It stands in for Astro, which is a large dependency.
document.addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (!link) return;
  event.preventDefault();
  void navigate(link.href, () => history.pushState(null, '', link.href));
});
window.addEventListener('popstate', () => void navigate(location.href, () => {}));

async function navigate(href, move) {
  const html = await (await fetch(href)).text();
  // oxlint-disable-next-line no-restricted-properties -- the test's own page
  const next = new DOMParser().parseFromString(html, 'text/html');
  const swap = () => {
    move();
    document.head.replaceChildren(...next.head.childNodes);
    const former = document.body;
    document.body.replaceWith(next.body);
    for (const kept of former.querySelectorAll('[data-astro-transition-persist]')) {
      const name = kept.dataset.astroTransitionPersist;
      document.querySelector(`[data-astro-transition-persist="${name}"]`)?.replaceWith(kept);
    }
  };
  if (document.startViewTransition) await document.startViewTransition(swap).updateCallbackDone;
  else swap();
}
