// Every view as people meet it: by mouse, by keyboard alone, on a telephone, enlarged, in the dark, on paper, and read aloud.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AxeBuilder, check, equal, opened, pictures, root } from './browser.mjs';

const picture = (page, name) => page.screenshot({ path: resolve(pictures, `${name}.png`), fullPage: true });
const VIEWS = { time: '#time?offer=1&rent=6000&children=1', maaned: '#maaned', sag: '#sag', samtale: '#samtale' };
const programs = (words) => execFileSync(process.env.FLEKS, words, { cwd: root, encoding: 'utf8' });
const openCase = (page) => page.getByRole('button', { name: /Eksempel: løn|Example: a late/ }).click();

export async function nothingForAxeToFind(browser) {
  const ways = { plain: {}, dark: { colorScheme: 'dark' }, phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 } };
  for (const [way, options] of Object.entries(ways))
    for (const [view, link] of Object.entries(VIEWS)) {
      const { page, wrong, close } = await opened(browser, link, options);
      if (view === 'sag') await openCase(page);
      await page.evaluate(() => document.querySelectorAll('main details').forEach((each) => { each.open = true; }));
      const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
      equal(violations.map(({ id, nodes }) => [id, nodes[0].html.slice(0, 120), nodes.length]), [], `axe: ${view}, ${way}`);
      const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);
      check(wide <= 0, `nothing stands outside the page: ${view}, ${way}`, wide);
      await page.evaluate(() => document.querySelectorAll('main details').forEach((each) => { each.open = false; }));
      await picture(page, `${view}-${way}`);
      equal(wrong, [], `no request and no error: ${view}, ${way}`);
      await close();
    }
}

/** What the README shows within its first screen: examples/pictures/page.png is a copy. */
export async function thePictureOfTheReadme(browser) {
  const { page, close } = await opened(browser, '', { viewport: { width: 1110, height: 798 } });
  const picture = await page.screenshot({ path: resolve(pictures, 'page.png') });
  check(picture.length < 100_000, `the picture of the README (build/web/pictures/page.png) is ${picture.length} bytes`);
  await close();
}

export async function enlargedInEnglishAndInContrast(browser) {
  for (const [name, options, link] of [
    ['200-percent', { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 }, '#time'],
    ['english', {}, '#time?lang=en'],
    ['contrast', { forcedColors: 'active' }, '#time'],
    ['no-motion', { reducedMotion: 'reduce' }, '#maaned?lang=en'],
  ]) {
    const { page, wrong, close } = await opened(browser, link, options);
    const { violations } = await new AxeBuilder({ page }).analyze();
    equal(violations.map(({ id, nodes }) => [id, nodes[0].html.slice(0, 120)]), [], `axe: ${name}`);
    check(await page.evaluate(() => document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth), `nothing stands outside the page: ${name}`);
    await picture(page, name);
    equal(wrong, [], `no error: ${name}`);
    await close();
  }
}

export async function onPaper(browser) {
  for (const [view, link, most] of [['time', '#time', 3], ['maaned', '#maaned', 2], ['samtale', '#samtale', 1]]) {
    const { page, close } = await opened(browser, link);
    await page.emulateMedia({ media: 'print' });
    const pdf = await page.pdf({ preferCSSPageSize: true, path: resolve(pictures, `${view}.pdf`) });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    check(pages >= 1 && pages <= most, `${view} takes ${pages} sheets (at most ${most})`);
    await page.setViewportSize({ width: 688, height: 900 });
    await picture(page, `${view}-print`);
    await close();
  }
}

export async function numbersAsPeopleTypeThem(browser) {
  const { page, close } = await opened(browser, '#maaned?m.ceiling=');
  const pay = page.locator('input[name="am-income"]');
  const sum = page.locator('.sums .total dd');
  const shown = [];
  for (const text of ['15600', '15.600', '15 600', '15.600 kr.', '15.600,00', 'kr. 15.600,-', '15600.00']) {
    await pay.fill(text);
    shown.push(await sum.textContent());
  }
  check(new Set(shown).size === 1 && /^1\d\.\d{3},\d\d/.test(shown[0]), `15600 typed in seven ways gives ${shown[0]} each time`, shown);
  await pay.fill('15.600,50');
  equal(await page.locator('.sums dd').first().textContent(), '17.040,50\u00A0kr.', 'fifty øre count');
  for (const [text, told] of [['abc', /»abc«/], ['-5', /»-5«/], ['', /./], ['1.2.3', /»1\.2\.3«/]]) {
    await pay.fill(text);
    const error = page.locator('.field:has(input[name="am-income"]) .wrong');
    check(told.test((await error.textContent({ timeout: 2000 })) ?? ''), `»${text}« is told at its field: ${await error.textContent()}`);
    check((await pay.getAttribute('aria-invalid')) === 'true' && (await pay.getAttribute('aria-describedby'))?.includes('wrong'), `»${text}« is told to a screen reader`);
  }
  await close();
}

export async function byKeyboardAlone(browser) {
  const { page, wrong, close } = await opened(browser);
  const focused = () => page.evaluate(() => { const e = document.activeElement; return e?.getAttribute('name') ?? e?.textContent?.trim().slice(0, 30) ?? ''; });
  const seen = [];
  for (let i = 0; i < 12; ++i) { await page.keyboard.press('Tab'); seen.push(await focused()); }
  equal(seen[0], 'Gå til indholdet', 'the first stop leads to the content');
  for (const name of ['Denne måned', 'English', 'hourly-wage', 'hours', 'own-pension']) check(seen.includes(name), `the keyboard reaches ${name}`, seen);
  const before = await page.locator('.answer .sentence').textContent();
  await page.locator('input[name="hourly-wage"]').first().focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('240');
  check((await page.locator('.answer .sentence').textContent()) !== before, 'typing a wage changes the answer');
  await page.locator('input[type=range]').focus();
  await page.keyboard.press('ArrowRight');
  equal(await page.locator('input[name=hours]').first().inputValue(), '16', 'an arrow moves the hours');
  await page.locator('summary', { hasText: 'Kommune' }).focus();
  await page.keyboard.press('Enter');
  check(await page.locator('input[name=municipality]').isVisible(), 'Enter opens the municipality');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Aarhus');
  check(/Skat i Aarhus/.test((await page.locator('.basis').first().textContent()) ?? ''), 'the tax is that of Aarhus');
  check(/municipality=Aarhus/.test(page.url()) && page.url().includes('#'), 'the facts stand in the fragment of the address');
  await page.getByRole('link', { name: 'Denne måned' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('.steps summary').first().focus();
  await page.keyboard.press('Enter');
  check(/Hjemmel/.test((await page.locator('.steps details[open]').textContent()) ?? ''), 'a line opens to its rule');
  equal(wrong, [], 'no request and no error by keyboard');
  await close();
}

export async function theOfficersCase(browser) {
  const { page, wrong, close } = await opened(browser, '#sag');
  const text = readFileSync(resolve(root, 'examples/cases/bonus_over_months.json'), 'utf8');
  await page.locator('input[type=file]').setInputFiles({ name: 'sag.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const months = page.locator('.sheet tbody tr');
  await months.first().waitFor();
  const wanted = await page.evaluate(() => JSON.parse(window.fleks.run(['case', 'sag.json', '--format', 'json']).text).months.length);
  equal(await months.count(), wanted, 'a case has its months');
  check((await page.frameLocator('iframe.letter').locator('body').textContent()).length > 200, 'the letter stands');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Gem sagen' }).click()]);
  equal(readFileSync(await download.path(), 'utf8'), text, 'a saved case is the case');
  await page.locator('input[type=file]').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{"employments": 3}') });
  check(((await page.locator('.problems').textContent()) ?? '').length > 10, 'a wrong case is told in words');
  await page.locator('input[type=file]').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('['.repeat(100000)) });
  check(((await page.locator('.problems').textContent()) ?? '').length > 10, 'a hundred thousand brackets are told in words');
  const answer = readFileSync(resolve(root, 'examples/income/03-platform.json'));
  await page.locator('input[type=file]').setInputFiles({ name: 'svar.json', mimeType: 'application/json', buffer: answer });
  equal(await page.locator('.register').textContent(), programs(['income', 'examples/income/03-platform.json', '-o', '/dev/null']).trim(), 'the register\'s answer is told as the program tells it');
  equal(await page.evaluate(() => window.fleks.run(['case', 'svar.case.json', '--format', 'json']).code), 0, 'the answer is a case');
  check((await months.count()) > 0, 'the case of the answer has its months');
  await page.locator('input[type=file]').setInputFiles({ name: 'x.xml', mimeType: 'text/xml', buffer: Buffer.from('<svar/>') });
  check(/IndkomstOplysningPersonHent_O/.test((await page.locator('.trouble').first().textContent()) ?? ''), 'XML of something else is refused in words');
  const xml = readFileSync(resolve(root, 'examples/income/02-soap-two-months.xml'));
  await page.locator('input[type=file]').setInputFiles({ name: 'svar.xml', mimeType: 'text/xml', buffer: xml });
  equal(await page.locator('.register').textContent(), programs(['income', 'examples/income/02-soap-two-months.xml', '-o', '/dev/null']).trim(), 'the register\'s XML is told as the program tells it');
  check((await months.count()) > 0, 'the case of the XML has its months');
  await page.locator('.audit input[name=paid]').fill('14.400');
  check(/mangler|for meget/.test((await page.locator('.audit .sentence').textContent()) ?? ''), 'the audit says what is wrong');
  equal(wrong, [], 'no request and no error in the case');
  await close();
}

export async function draggedAlongTheCurve(browser) {
  const { page, close } = await opened(browser);
  const svg = page.locator('svg.can-be-dragged').first();
  await svg.scrollIntoViewIfNeeded();
  const box = await svg.boundingBox();
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, { steps: 8 });
  await page.mouse.up();
  check(Number(await page.locator('input[name=hours]').first().inputValue()) > 25, 'the hour is dragged along the curve');
  await close();
}

/** Words a sentence plus the per cent of words with more than six letters. */
function lix(texts) {
  const words = texts.join(' ').match(/\p{L}+/gu) ?? [];
  const sentences = texts.flatMap((text) => text.split(/[.:!?](?:\s|$)/)).filter((text) => /\p{L}{2}/u.test(text)).length;
  return words.length / sentences + (words.filter((word) => word.length > 6).length * 100) / words.length;
}

/** What every view shows when all of it is open: no sentence ends twice, and no amount is none. */
export async function everySentenceEndsOnce(browser) {
  for (const [view, link] of Object.entries(VIEWS))
    for (const language of ['da', 'en']) {
      const { page, close } = await opened(browser, `${link}${link.includes('?') ? '&' : '?'}lang=${language}`);
      if (view === 'sag') await openCase(page);
      await page.evaluate(() => document.querySelectorAll('main details').forEach((each) => { each.open = true; }));
      const text = await page.evaluate(() => document.querySelector('main').innerText);
      equal(text.match(/.{0,30}(\.\.|NaN|undefined|\[object)(?=\s|$).{0,20}/g) ?? [], [], `every sentence ends once: ${view}, ${language}`);
      await close();
    }
}

export async function plainDanish(browser) {
  const { page, close } = await opened(browser);
  const texts = await page.evaluate(() => [...document.querySelectorAll('main p, main li:not(.one-hour li):not(.legend li), main h1, main h2, footer p')].map((each) => each.innerText).filter(Boolean));
  const value = lix(texts);
  check(value < 40, `the texts of the front have LIX ${value.toFixed(0)}`);
  await close();
}
