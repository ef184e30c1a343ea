// What the tests share: where the pages are, and a browser that shows them. Nothing reaches the network: a request
// for anything but the page itself is refused and remembered.
import { chromium } from 'playwright-core';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

// environment is set by scripts/browser.
function environment(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set: run make browser`);
  }
  return value;
}

export const program = environment('PAGES_EIFCHECK');
export const browser = environment('PAGES_BROWSER');
export const root = environment('PAGES_ROOT');
export const scratch = environment('PAGES_SCRATCH');

// gallery lists the pages of docs/gallery. A run over none of them is no run.
export function gallery() {
  const directory = join(root, 'docs', 'gallery');
  const files = readdirSync(directory).filter((name) => name.endsWith('.html')).sort().map((name) => join(directory, name));
  if (files.length === 0) {
    throw new Error(`no page in ${directory}: run make gallery`);
  }
  return files;
}

export const nameOf = (file) => basename(file, '.html');

let started;

// launch starts a browser that asks nobody anything: one for all that is looked at.
function launch() {
  started ??= chromium.launch({
    executablePath: browser,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND',
    ],
  });
  return started;
}

// quit ends the browser, if one was started.
export const quit = async () => (await started)?.close();

// open shows a file. What it returns has the page, and beside it whatever must not be: noise of the console, requests
// to anywhere, dialogs.
export async function open(file, { width = 1280, height = 800, ...options } = {}) {
  const chrome = await launch();
  const context = await chrome.newContext({ viewport: { width, height }, offline: true, ...options });
  const page = await context.newPage();
  const amiss = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      amiss.push(`console: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => amiss.push(`exception: ${error.message}`));
  page.on('dialog', (dialog) => {
    amiss.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('popup', (popup) => amiss.push(`window: ${popup.url()}`));
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url()) || (request.url().startsWith('file:') && request.frame().parentFrame())) {
      amiss.push(`request: ${request.url()}`);
    }
  });
  page.on('requestfailed', (request) => amiss.push(`request failed: ${request.url()}`));
  await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
  return { page, amiss, close: () => context.close() };
}

// openAll opens everything that is folded.
export const openAll = (page) => page.evaluate(() => {
  for (const details of document.querySelectorAll('details')) {
    details.open = true;
  }
});

// style lays a style sheet over the page as a reader's own would, in place of the last: the page's policy for its own
// does not matter to it.
export const style = (page, css) => page.evaluate((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}, css);

// sheetOf is what a sheet of A4 holds within the margins that a page asks for, in whole CSS pixels.
export const sheetOf = (page) => page.evaluate(() => {
  const rule = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).find((one) => one instanceof CSSPageRule);
  const margin = (side) => {
    const [, millimetres] = /^([\d.]+)mm$/.exec(rule.style[`margin${side}`]);
    return Number(millimetres);
  };
  const pixels = (millimetres) => Math.floor(millimetres / 25.4 * 96);
  return { width: pixels(210 - margin('Left') - margin('Right')), height: pixels(297 - margin('Top') - margin('Bottom')) };
});

// tooWide lists what makes a page scroll sideways, and what is cut off instead: nothing, or a few words of each.
export const tooWide = (page) => page.evaluate(() => {
  const words = (element) => `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${element.textContent.trim().slice(0, 40)}`;
  const list = [];
  const paper = document.scrollingElement;
  if (paper.scrollWidth > paper.clientWidth) {
    const wide = [...document.body.querySelectorAll('*')].filter((element) => {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.right <= paper.clientWidth + 1) {
        return false;
      }
      for (let parent = element.parentElement; parent; parent = parent.parentElement) {
        if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(parent).overflowX)) {
          return false;
        }
      }
      return true;
    });
    list.push(`${paper.scrollWidth} px in ${paper.clientWidth}: ${wide.slice(0, 3).map(words).join('; ')}`);
  }
  for (const element of document.body.querySelectorAll('*')) {
    const css = getComputedStyle(element);
    const hides = ['hidden', 'clip'].includes(css.overflowX) || ['hidden', 'clip'].includes(css.overflowY);
    // What is meant for a screen reader alone is cut on purpose, to one pixel.
    const meant = element.clientWidth <= 1 || element.clientHeight <= 1 || css.clipPath !== 'none';
    if (hides && !meant && !(element instanceof SVGElement) && element.textContent.trim() !== ''
      && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) {
      list.push(`cut off: ${words(element)}`);
    }
  }
  return list;
});
