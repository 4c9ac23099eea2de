// All that the page must hold, in the browser. `node test.mjs COUNT [TEST...]`: so many situations are compared with the program.
import { gzipSync } from 'node:zlib';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { built, check, failures, launch } from './browser.mjs';
import * as answers from './answers.mjs';
import * as views from './views.mjs';
import * as embedded from './embedded.mjs';

const html = readFileSync(resolve(built, 'fleks.html'));
const [size, packed] = [statSync(resolve(built, 'fleks.html')).size, gzipSync(html, { level: 9 }).length];
check(size < 1_500_000 && packed < 600_000, `fleks.html is ${size} bytes, ${packed} gzipped`);

const browser = await launch();
try {
  const named = process.argv.slice(3);
  for (const test of [...Object.values(answers), ...Object.values(views), ...Object.values(embedded)].filter(({ name }) => named.length === 0 || named.includes(name)))
    try {
      await test(browser, Number(process.argv[2] ?? 2000));
    } catch (error) {
      check(false, test.name, String(error.stack));
    }
} finally {
  await browser.close();
}
console.log(failures() === 0 ? 'The page holds.' : `${failures()} failed.`);
process.exit(failures() === 0 ? 0 : 1);
