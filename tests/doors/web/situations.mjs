// Random questions for the program, and what it answers.
import { execFile } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { random, root } from './browser.mjs';

const cases = readdirSync(resolve(root, 'examples/cases')).filter((name) => name.endsWith('.json'));
export const caseFiles = cases.map((name) => ({ name: `examples/cases/${name}`, text: readFileSync(resolve(root, 'examples/cases', name), 'utf8') }));
const municipalities = ['Aarhus', 'København', 'Ærø', 'Odense', 'Gentofte', 'Læsø'];

function kroner(r, most) {
  const whole = r.below(most);
  return r.chance(0.5) ? `${whole}` : `${whole}.${String(r.below(100)).padStart(2, '0')}`;
}
const month = (r) => `${2013 + r.below(14)}-${String(1 + r.below(12)).padStart(2, '0')}`;

function ofHours(r) {
  const words = ['hours', '--year', `${2019 + r.below(8)}`, '--hourly-wage', kroner(r, 500)];
  const maybe = (p, ...more) => r.chance(p) && words.push(...more);
  maybe(0.5, '--own-pension', `${r.below(8)}%`);
  maybe(0.5, '--employer-pension', `${r.below(15)}%`);
  maybe(0.4, '--ceiling', kroner(r, 60000));
  maybe(0.4, '--municipality', r.of(municipalities));
  maybe(0.2, '--church');
  if (r.chance(0.4)) {
    words.push('--rent', kroner(r, 15000), '--children', `${r.below(5)}`);
    maybe(0.4, '--single-parent');
  }
  maybe(0.3, '--intensity', `${10 + r.below(91)}`);
  maybe(0.3, '--from', `${r.below(10)}`);
  maybe(0.3, '--to', `${10 + r.below(28)}`);
  return words;
}

function ofMonth(r, task = 'month') {
  const words = [task, '--month', month(r)];
  const maybe = (p, ...more) => r.chance(p) && words.push(...more);
  const form = r.below(3);
  if (form === 0) words.push('--am-income', kroner(r, 45000));
  if (form === 1) words.push('--monthly-wage', kroner(r, 45000));
  if (form === 2) words.push('--hourly-wage', kroner(r, 400), '--weekly-hours', `${1 + r.below(37)}`);
  maybe(0.5, '--own-pension', kroner(r, 2000));
  maybe(0.5, '--employer-pension', kroner(r, 4000));
  maybe(0.6, '--ceiling', kroner(r, 60000));
  maybe(0.3, '--paid-hours', `${r.below(161)}`);
  maybe(0.2, '--other-wage', kroner(r, 9000));
  maybe(0.2, '--ledighedsydelse-days', `${r.below(23)}`);
  if (task === 'audit') words.push('--paid', kroner(r, 22000));
  return words;
}

function ofCase(r) {
  const words = ['case', r.of(caseFiles).name];
  const way = r.below(3);
  if (way === 1) words.push('--correct-from', month(r));
  if (way === 2) words.push('--letter', month(r));
  return words;
}

/** The words of `count` questions. */
export function questions(count, seed = 1) {
  const r = random(seed);
  return Array.from({ length: count }, () => {
    const kind = r.next();
    const words = kind < 0.45 ? ofHours(r) : kind < 0.8 ? ofMonth(r) : kind < 0.93 ? ofMonth(r, 'audit') : ofCase(r);
    if (!words.includes('--letter') && r.chance(0.75)) words.push('--format', 'json');
    if (r.chance(0.3)) words.push('--lang', 'en');
    return words;
  });
}

/** What the program says to each, four at a time. */
export async function programsAnswers(all) {
  const answers = new Array(all.length);
  let next = 0;
  const one = (words) =>
    new Promise((done) =>
      execFile(process.env.FLEKS, words, { cwd: root, maxBuffer: 1 << 26, encoding: 'utf8' }, (error, out, err) =>
        done({ code: error ? error.code : 0, text: error?.code === 2 ? err : out })));
  await Promise.all(Array.from({ length: 4 }, async () => {
    for (let i = next++; i < all.length; i = next++) answers[i] = await one(all[i]);
  }));
  return answers;
}
