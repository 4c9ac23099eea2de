// The page's answers: those of the program, whatever is asked, in as little memory at the end as at the start. The times are told; what
// fails is ten times what is aimed at (300 ms and 16 ms), for a machine may be busy.
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { address, check, equal, opened, random, root } from './browser.mjs';
import { caseFiles, programsAnswers, questions } from './situations.mjs';

export async function everyAnswerIsTheProgramsOwn(browser, count) {
  const all = questions(count);
  const { page, wrong, close } = await opened(browser);
  const inPage = await page.evaluate(({ all, files }) => {
    for (const { name, text } of files) window.fleks.file(name, text);
    return all.map((words) => { const { code, text } = window.fleks.run(words); return { code, text }; });
  }, { all, files: caseFiles });
  const wanted = await programsAnswers(all);
  // The program's errors stand on lines that begin with its name.
  const same = (a, b) => a.code === b.code && (a.code === 2 ? b.text.includes(a.text.trim()) : a.text === b.text);
  const different = all.filter((_, i) => !same(inPage[i], wanted[i]));
  const i = all.indexOf(different[0]);
  check(different.length === 0, `${all.length} answers of the page are the program's, byte for byte (${wanted.filter(({ code }) => code === 2).length} of them refusals)`,
    { different: different.length, words: different[0], page: inPage[i]?.text.slice(0, 400), program: wanted[i]?.text.slice(0, 400) });
  equal(wrong, [], 'no request and no error');
  await close();
}

/** The register's answers in XML, which the browser reads for the page: what is told, the case that is written, and every refusal. */
export async function theRegistersXmlIsReadAsTheProgramReadsIt(browser) {
  const { page, wrong, close } = await opened(browser);
  const folder = 'examples/income';
  const to = 'build/web/sag.json';
  const inPage = (name, text) => page.evaluate(({ name, text, to }) => {
    window.fleks.file(name, text);
    const { code, text: told } = window.fleks.run(['income', name, '-o', to]);
    return { code, told, written: window.fleks.written(to) };
  }, { name, text, to });
  const different = [];
  const names = readdirSync(resolve(root, folder)).filter((name) => name.endsWith('.xml')).map((name) => `${folder}/${name}`);
  for (const name of names) {
    const page = await inPage(name, readFileSync(resolve(root, name), 'utf8'));
    rmSync(resolve(root, to), { force: true });
    const [program] = await programsAnswers([['income', name, '-o', to]]);
    const same = page.code === program.code && (page.code === 2 ? program.text.includes(page.told.trim()) : page.told === program.text && page.written === readFileSync(resolve(root, to), 'utf8'));
    if (!same) different.push([name, page.code, program.code, page.told.slice(0, 300), program.text.slice(0, 300)]);
  }
  rmSync(resolve(root, to), { force: true });
  check(different.length === 0 && names.length > 30, `${names.length} answers of the register in XML are told, and give the case, as by the program`, different.slice(0, 2));
  const good = readFileSync(resolve(root, names[0]), 'utf8');
  const hostile = {
    doctype: good.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>'), 'a hundred thousand levels': '<a>'.repeat(100000), 'closed by another': good.replace('</e:', '</k:'),
    'another namespace': good.replace('rep.oio.dk/skat.dk/eindkomst/"', 'rep.oio.dk/skat.dk/another/"'), 'half of it': good.slice(0, good.length / 2),
    'a million comments begun': '<!--'.repeat(1000000), 'a control character': good.replace('prove-1', 'prove\x1e\x1f1'), 'nothing after <': '<', 'no prefix of that name': '<q:a/>',
  };
  const silent = [];
  for (const [what, text] of Object.entries(hostile)) {
    const { code, told } = await inPage('x.xml', text);
    if (code !== 2 || told.trim().length < 10) silent.push([what, code, told]);
  }
  equal(silent, [], `${Object.keys(hostile).length} hostile texts of XML are refused in words`);
  equal(wrong, [], 'XML: no request and no error');
  await close();
}

/** Amounts as the page writes them in Danish. */
const kroner = (amount) => {
  const [whole, part] = amount.replace('-', '').split('.');
  return `${amount.startsWith('-') ? '\u2212' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${part}\u00A0kr.`;
};

export async function everyFigureShownIsTheAnswers(browser) {
  const r = random(7);
  const { page, close } = await opened(browser);
  let wrong = [];
  for (let i = 0; i < 40; ++i) {
    const wage = `${140 + r.below(160)},${10 + r.below(90)}`;
    const hours = `${1 + r.below(35)}`;
    const place = r.of(['Aarhus', 'Ærø', 'Odense']);
    await page.evaluate((link) => { location.hash = link; }, `#time?${new URLSearchParams({ 'hourly-wage': wage, hours, municipality: place })}`);
    const words = ['hours', '--year', '2026', '--hourly-wage', wage, '--own-pension', '4%', '--employer-pension', '8%', '--municipality', place];
    const more = `${Number(hours) + 1}`;
    const [whole, one] = await programsAnswers([[...words, '--format', 'json'], [...words, '--from', hours, '--to', more, '--format', 'json']]);
    const [now, next] = JSON.parse(one.text).rows;
    await page.waitForFunction((wanted) => document.querySelector('input[name="hourly-wage"]')?.value === wanted, wage);
    const shown = await page.evaluate(() => ({
      all: [...document.querySelectorAll('details table tbody tr')].map((row) => row.children[1]?.textContent),
      sums: [...document.querySelectorAll('tr.marked')].map((row) => [...row.children].map((cell) => cell.textContent)).find((row) => row[0] === 'I hånden'),
    }));
    const wantedRows = JSON.parse(whole.text).rows.map((row) => kroner(row.in_hand));
    if (JSON.stringify(shown.all) !== JSON.stringify(wantedRows)) wrong.push([wage, hours, 'rows', shown.all?.slice(0, 3), wantedRows.slice(0, 3)]);
    if (JSON.stringify(shown.sums) !== JSON.stringify(['I hånden', kroner(now.in_hand), kroner(next.in_hand)])) wrong.push([wage, hours, shown.sums, now.in_hand, next.in_hand]);
  }
  equal(wrong.slice(0, 3), [], 'every figure in hand that 40 links show is the program\'s');
  await close();
}

export async function hostileInputsAreRefusedInWords(browser) {
  const { page, wrong, close } = await opened(browser);
  const register = ['02-soap-two-months.xml', '03-platform.json', '06-reversal-and-new.xml'].map((name) => readFileSync(resolve(root, 'examples/income', name), 'utf8'));
  // A string is run as it stands: the page's own policy lets none be made in it.
  await page.evaluate(`window.random = ${random}`);
  const result = await page.evaluate(({ good, cases, register }) => {
    const r = window.random(99);
    const pieces = ['-', '--', '1', '15600', '15.600,50', '1e308', 'NaN', '∞', '٣', '\u0000', '\u202e', '<script>', "';--", '%', '9'.repeat(40), '2024-02-30', '2024-13', 'æøå', '😀', ' ', '\n', '[', '{"a":', '"', '[['.repeat(20000), 'null', '0x10', '1/3', '?', '-1', '<a>', '&lol;', ']]>', '0.005', '1900-01', 'true'];
    const options = ['--month', '--am-income', '--hourly-wage', '--weekly-hours', '--ceiling', '--own-pension', '--municipality', '--year', '--from', '--to', '--intensity', '--format', '--lang', '--course', '--paid', '--nothing', '--after-tax', '--rates'];
    const garbage = () => Array.from({ length: 1 + r.below(3) }, () => r.of(pieces)).join('');
    const mutated = (text) => {
      for (let n = 1 + r.below(3); n > 0; --n) {
        const [at, size] = [r.below(text.length), r.chance(0.8) ? r.below(4) : r.below(400)];
        text = text.slice(0, at) + (r.chance(0.6) ? r.of(pieces) : r.chance(0.5) ? text.slice(at, at + 2 * size) : '') + text.slice(at + size);
      }
      return text;
    };
    const file = (name, text) => { window.fleks.file(name, text); return name; };
    const ways = [
      () => [r.of(['month', 'hours', 'audit', 'rules', 'rates', '', 'nothing', '--help']), ...Array.from({ length: r.below(5) }, () => [r.of(options), garbage()]).flat()],
      () => { const words = [...r.of(good)]; words[1 + r.below(words.length - 1)] = garbage(); return words; },
      () => { const words = [...r.of(good)]; const at = 1 + r.below(words.length - 1); words.splice(at, r.below(2), ...words.slice(at, at + r.below(3))); return words; },
      () => ['case', file('x.json', mutated(r.of(cases))), ...(r.chance(0.3) ? ['--correct-from', '2024-03'] : r.chance(0.3) ? ['--letter', '2024-03'] : [])],
      () => ['income', file('x.txt', mutated(r.of(register))), '-o', 'y.json'],
    ];
    const codes = [0, 0, 0];
    let silent = 0;
    for (let i = 0; i < 10000; ++i) {
      const answer = window.fleks.run(r.of(ways)());
      ++codes[answer.code];
      if (answer.code === 2 && answer.text.trim() === '') ++silent;
    }
    return { codes, silent, still: window.fleks.run(['month', '--month', '2024-03', '--am-income', '15600', '--format', 'json']).code };
  }, { good: questions(400, 2), cases: caseFiles.map(({ text }) => text), register });
  const [answered, different, refused] = result.codes;
  check(result.silent === 0 && result.still === 0 && refused > 3000 && answered > 500, `10.000 hostile questions and files: ${refused} refused in words, ${answered + different} answered, none crashed`, result);
  const links = ['#', '#time?hourly-wage=%00', '#time?hours=-5', '#maaned?m.month=2024-99', '#time?course=;;;@@@', `#time?hourly-wage=${'9'.repeat(2000)}`, '#<img src=x onerror=alert(1)>', '#samtale?hours=abc', '#time?municipality=%3Cscript%3E', '#time?year=1900', '#time?offer=1&o.hours=x'];
  for (const link of links) {
    await page.evaluate((to) => { location.hash = to; }, link);
    await page.waitForTimeout(30);
    if ((await page.locator('nav a').count()) !== 4) check(false, `the page stands at ${link}`);
  }
  equal(wrong, [], 'hostile links: no request and no error');
  await close();
}

/** Processor time of the page's thread until the first answer stands: a busy machine makes it wait, but not work more. */
async function firstAnswer(browser) {
  const context = await browser.newContext({ offline: true, viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => 1000 * (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value;
  const before = await worked();
  await page.goto(address('fleks.html'));
  await page.waitForFunction(() => performance.getEntriesByName('first-answer').length > 0);
  const after = await worked();
  const stood = await page.evaluate(() => performance.getEntriesByName('first-answer')[0].startTime);
  await context.close();
  return { worked: after - before, stood };
}

export async function theFirstAnswerIsSoonThere(browser) {
  const all = [];
  for (let i = 0; i < 7; ++i) all.push(await firstAnswer(browser));
  const of = (key) => all.map((each) => each[key]).sort((a, b) => a - b);
  const [worked, stood] = [of('worked'), of('stood')];
  check(worked[3] < 3000 && stood[0] < 3000, `the first answer takes ${worked[3].toFixed(0)} ms of the processor, and stands ${stood[0].toFixed(0)} ms after opening (the best of seven; the middle ${stood[3].toFixed(0)})`, { worked, stood });
}

export async function memoryIsLevelAndRecalculationFast(browser) {
  const { page, close } = await opened(browser);
  const memory = await page.evaluate(() => {
    const ask = (i) => window.fleks.run(['hours', '--year', '2026', '--hourly-wage', `${150 + (i % 100)}`, '--municipality', 'Aarhus', '--rent', '6000', '--children', '2', '--format', 'json']);
    for (let i = 0; i < 300; ++i) ask(i);
    const used = () => { window.gc(); return { library: window.fleks.memory(), script: performance.memory.usedJSHeapSize }; };
    const before = used();
    for (let i = 0; i < 10000; ++i) ask(i);
    return { before, after: used() };
  });
  const { before, after } = memory;
  check(after.library === before.library && after.script < before.script + 4_000_000,
    `10.000 recalculations: the library has ${before.library >> 10} kB before and ${after.library >> 10} kB after, the script ${before.script >> 10} and ${after.script >> 10} kB`, memory);
  // Slider to figures in the page: questions, sentence, kinks and both pictures.
  const times = await page.evaluate(async () => {
    const slider = document.querySelector('input[type=range]');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const times = [];
    for (let i = 0; i < 120; ++i) {
      const hours = `${2 + (i * 7) % 33}`;
      const shown = new Promise((done) => {
        const seen = new MutationObserver(() => { if (document.querySelector('.slider output').textContent === hours) { seen.disconnect(); done(); } });
        seen.observe(document.querySelector('.slider output'), { characterData: true, childList: true, subtree: true });
      });
      const start = performance.now();
      set.call(slider, hours);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await shown;
      times.push(performance.now() - start);
      await new Promise((done) => setTimeout(done, 5));
    }
    return times.slice(20).sort((a, b) => a - b);
  });
  const median = times[times.length >> 1];
  check(median < 160, `a recalculation of everything shown takes ${median.toFixed(1)} ms (fastest ${times[0].toFixed(1)}, nine of ten under ${times[Math.floor(times.length * 0.9)].toFixed(1)})`);
  await close();
}
