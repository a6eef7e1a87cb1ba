/** In the page around a frame: keeps what it tells. */
addEventListener('message', ({ data }) => {
  globalThis.told = data;
});
