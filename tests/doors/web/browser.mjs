// The browser of the tests: no network, and everything that goes wrong in a page is kept.
import { createRequire } from 'node:module';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const require = createRequire(resolve(root, 'examples/web/package.json'));
const { chromium } = require('playwright-core');
export const { AxeBuilder } = require('@axe-core/playwright');

export const built = resolve(root, 'build/web');
export const pictures = resolve(built, 'pictures');
mkdirSync(pictures, { recursive: true });
export const address = (name) => pathToFileURL(resolve(built, name)).href;

const executablePath = process.env.FLEKS_CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
export const launch = () =>
  chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--js-flags=--expose-gc', '--enable-precise-memory-info'],
  });

/** A page at `fragment`; `wrong` collects console errors and requests other than the page itself. */
export async function opened(browser, fragment = '', { file = 'fleks.html', ...options } = {}) {
  const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 }, locale: 'da-DK', acceptDownloads: true, ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url().split('#')[0];
    if (url !== address(file) && !/^(data|blob|about):/.test(url)) wrong.push(`request: ${url}`);
  });
  await page.goto(address(file) + fragment);
  await page.waitForSelector('.sentence, .drop, h1:not(:has-text("Regner"))');
  await page.waitForFunction(() => performance.getEntriesByName('first-answer').length > 0 || document.querySelector('fleks-hour')?.shadowRoot?.querySelector('.sentence'));
  return { page, wrong, close: () => context.close() };
}

let failed = 0;
export const failures = () => failed;
export function check(holds, what, given = '') {
  if (!holds) ++failed;
  console.log(`${holds ? 'ok    ' : 'FAILED'} ${what}${holds || given === '' ? '' : `: ${typeof given === 'string' ? given : JSON.stringify(given)}`.slice(0, 1500)}`);
}
export const equal = (given, wanted, what) => check(JSON.stringify(given) === JSON.stringify(wanted), what, { given, wanted });

/** Numbers that are the same each time (mulberry32). */
export function random(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return { next, below, of: (list) => list[below(list.length)], chance: (p) => next() < p };
}
