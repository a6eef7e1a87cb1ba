/** In the page around a frame: keeps what it tells, by the event that it tells it of. */
globalThis.told = {};
addEventListener('message', ({ data: { type, told } }) => {
  globalThis.told[type] = told;
});
