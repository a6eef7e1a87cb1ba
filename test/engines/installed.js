import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Finds a program by its names in the folders of PATH, or at other paths; undefined if it is not installed. */
export function findProgram(names, places = []) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places].find(
    isExecutable,
  );
}

/** Finds Firefox: the one that FIREFOX_PATH names, else an installed one. */
export function findFirefox() {
  return process.env.FIREFOX_PATH ?? findProgram(['firefox-esr', 'firefox']);
}

/** Finds MiniBrowser, WebKitGTK's own small browser. */
export function findMiniBrowser() {
  const folders = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].flatMap((machine) =>
    ['4.1', '4.0', '6.0'].map((version) => `/usr/lib/${machine}/webkit2gtk-${version}/MiniBrowser`),
  );
  return findProgram(['MiniBrowser'], folders);
}

/** Whether WebKitGTK is installed, with its driver and the virtual screen that it runs on. */
export function hasWebKit() {
  return Boolean(findMiniBrowser() && findProgram(['WebKitWebDriver']) && findProgram(['Xvfb']));
}

/** The capabilities that start MiniBrowser, for Selenium's `withCapabilities`. */
export function webKitCapabilities() {
  return {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: findMiniBrowser(), args: ['--automation'] },
  };
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
