// The front in another's page: an element and an iframe, in its colours, without a request; and the page as a site.
import { createServer } from 'node:http';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { address, AxeBuilder, built, check, equal, opened, pictures } from './browser.mjs';

export async function theElementAndTheFrame(browser) {
  writeFileSync(resolve(built, 'host.html'), `<!doctype html><html lang="da"><meta charset="utf-8"><title>Kommunen</title><link rel="icon" href="data:,">
<style>body { --fleks-accent: #7a1f5c; font-family: serif; }</style><main><h1>Kommunen</h1>
<script src="fleks-hour.js"></script><fleks-hour municipality="Aarhus" hourly-wage="200" hours="10"></fleks-hour></main></html>`);
  const { page, wrong, close } = await opened(browser, '', { file: 'host.html' });
  const element = page.locator('fleks-hour');
  check(/i hånden/.test((await element.locator('.sentence').textContent()) ?? ''), 'the element answers');
  equal(await element.locator('input[name="hourly-wage"]').inputValue(), '200', 'the element has the facts of its attributes');
  const before = await element.locator('.sentence').textContent();
  await element.locator('input[name="hourly-wage"]').fill('abc');
  check(/»abc«/.test((await element.locator('.wrong').textContent()) ?? ''), 'the element tells an error at its field');
  await element.locator('input[name="hourly-wage"]').fill('300');
  check((await element.locator('.sentence').textContent()) !== before, 'the element recalculates');
  equal((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0].html.slice(0, 120)]), [], 'axe: the element');
  equal(wrong.filter((each) => each !== `request: ${address('fleks-hour.js')}`), [], 'the element asks for nothing but its script');
  await page.screenshot({ path: resolve(pictures, 'element.png'), fullPage: true });
  await close();

  const framed = await opened(browser, '', { file: 'hour.html' });
  check(/i hånden/.test((await framed.page.locator('fleks-hour .sentence').textContent()) ?? ''), 'the page for an iframe answers');
  equal(framed.wrong, [], 'the page for an iframe asks for nothing');
  await framed.close();
}

const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', wasm: 'application/wasm' };

export async function asASite(browser) {
  const asked = [];
  const server = createServer((request, response) => {
    const name = new URL(request.url, 'http://x').pathname.slice(1) || 'index.html';
    asked.push(name);
    try {
      const body = readFileSync(resolve(built, name));
      response.writeHead(200, { 'content-type': TYPES[name.split('.').pop()] ?? 'text/plain' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const wrong = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  const url = `http://127.0.0.1:${server.address().port}/`;
  await page.goto(url);
  await page.waitForSelector('.sentence');
  check(/i hånden/.test((await page.locator('.answer .sentence').textContent()) ?? ''), 'the site answers under its policy');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  equal([...new Set(asked)].filter((name) => !/^(index\.html|fleks\.(js|css|wasm|html)|fleks-hour\.js|hour\.html|sw\.js)$/.test(name)), [], 'the site asks for its own files only');
  server.closeAllConnections?.();
  await new Promise((done) => server.close(done));
  await page.reload();
  await page.waitForSelector('.sentence');
  check(/i hånden/.test((await page.locator('.answer .sentence').textContent()) ?? ''), 'the site answers when its server is gone');
  equal(wrong, [], 'no console error on the site');
  await context.close();
}
