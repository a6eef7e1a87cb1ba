/** In the page around a frame: keeps the frame's reports, each under the name of its event. */
globalThis.reports = {};
addEventListener('message', ({ data: { type, report } }) => {
  globalThis.reports[type] = report;
});
