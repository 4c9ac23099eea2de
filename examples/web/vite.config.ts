import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Plugin, build, defineConfig } from 'vite';

// Two scripts (the page, and the element to embed) and around them: one file for a disk or a mail, and a site.

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const out = resolve(root, 'build/web');
const wasm = readFileSync(resolve(root, 'build/wasm/fleks.wasm'));
const packed = lzma(wasm).toString('base64');
const unpack = readFileSync(resolve(root, 'build/wasm/unpack.wasm')).toString('base64');
const municipalities = [...new Set(readFileSync(resolve(root, 'src/rates/municipal_tax.csv'), 'utf8').split('\n').slice(1).map((line) => line.split(',')[MUNICIPALITY()] ?? '').filter(Boolean))].sort((a, b) => a.localeCompare(b, 'da'));

function MUNICIPALITY(): number {
  return (readFileSync(resolve(root, 'src/rates/municipal_tax.csv'), 'utf8').split('\n')[0] ?? '').split(',').indexOf('municipality');
}

/** As unpack/lzma.cpp takes it, with its size in the header. */
function lzma(bytes: Uint8Array): Buffer {
  const all = execFileSync('xz', ['--format=lzma', '--lzma1=preset=9e,lc=4,lp=0,pb=0', '--stdout'], { input: bytes, maxBuffer: 1 << 26 });
  all.writeBigUInt64LE(BigInt(bytes.length), 5);
  return all;
}

const options = (entry: string, embedded: string) => ({
  configFile: false as const,
  root: here,
  logLevel: 'warn' as const,
  esbuild: { jsx: 'automatic' as const, jsxImportSource: 'preact', legalComments: 'none' as const },
  define: { __MUNICIPALITIES__: JSON.stringify(municipalities), __WASM__: JSON.stringify(embedded), __UNPACK__: JSON.stringify(unpack), 'process.env.NODE_ENV': '"production"' },
  build: {
    write: false,
    target: 'es2022',
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: false as const,
    lib: { entry: resolve(here, entry), formats: ['iife' as const], name: 'FleksPage' },
  },
});

/** Script and style of an entry. */
async function made(entry: string, embedded: string): Promise<{ script: string; style: string }> {
  const built = await build(options(entry, embedded));
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) => ('output' in each ? each.output : []));
  const script = outputs.find((each) => each.type === 'chunk');
  const style = outputs.find((each) => each.type === 'asset' && each.fileName.endsWith('.css'));
  // In a page a script ends where its element does.
  return { script: script?.type === 'chunk' ? script.code.replaceAll('</script', '<\\/script').trim() : '', style: style?.type === 'asset' ? String(style.source) : '' };
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = (script: string, connect: string) =>
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${script} 'wasm-unsafe-eval'; style-src 'unsafe-inline'${connect === "'self'" ? " 'self'" : ''}; img-src data:; connect-src ${connect}; worker-src ${connect}; manifest-src ${connect}; base-uri 'none'; form-action 'none'">`;

function page(): Plugin {
  return {
    name: 'fleks-page',
    async closeBundle() {
      mkdirSync(out, { recursive: true });
      const put = (name: string, text: string | Uint8Array) => writeFileSync(resolve(out, name), text);
      const main = await made('src/main.tsx', '');
      const hour = await made('src/embed.tsx', packed);
      const html = readFileSync(resolve(here, 'index.html'), 'utf8');
      const filled = (head: string, scripts: string) => html.replace('<!--head-->', () => head).replace('<!--scripts-->', () => scripts);

      put('fleks.html', filled(
        `${policy(hash(main.script), "'none'")}\n<style>${main.style}</style>`,
        `<script type="text/plain" id="fleks-wasm">${packed}</script>\n<script>${main.script}</script>`));
      put('index.html', filled(`${policy("'self'", "'self'")}\n<link rel="stylesheet" href="fleks.css">`, '<script src="fleks.js"></script>'));
      put('fleks.js', main.script);
      put('fleks.css', main.style);
      put('fleks.wasm', wasm);
      put('fleks-hour.js', hour.script);
      put('hour.html', filled(`${policy(hash(hour.script), "'none'")}\n<style>body { margin: 0; }</style>`, `<script>${hour.script}</script>`)
        .replace(/<div id="app">.*<\/div>/, () => '<main><fleks-hour></fleks-hour></main>'));
      const version = createHash('sha256').update(main.script).update(main.style).update(wasm).digest('hex').slice(0, 16);
      put('sw.js', readFileSync(resolve(here, 'sw.js'), 'utf8').replace('VERSION', version));
    },
  };
}

// The work is in the plugin: the input is only what Vite asks for.
export default defineConfig({
  root: here,
  logLevel: 'warn',
  plugins: [page()],
  build: { write: false, rollupOptions: { input: resolve(here, 'sw.js') } },
});
