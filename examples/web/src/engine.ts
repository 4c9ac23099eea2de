// The library in the page: the words of a command line in, what the program prints out.

import { eventsOf } from './xml';

export type Language = 'da' | 'en';
/** What is wrong: the field by the program's option or the library's fact, and the sentence. */
export interface Wrong {
  field: string;
  given: string;
  text: string;
}
export interface Answer {
  code: number;
  text: string;
  wrong?: Wrong;
}

interface Library {
  memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(size: number): number;
  free(place: number): void;
  fleks_page_file(name: number, nameSize: number, text: number, size: number): void;
  fleks_page_written(name: number, nameSize: number): number;
  fleks_page_version(): void;
  fleks_page_run(text: number, size: number): number;
  fleks_page_answer(): number;
  fleks_page_answer_size(): number;
}

let fleks: Library;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64.trim());
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; ++i) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

interface Unpacker {
  memory: WebAssembly.Memory;
  place(): number;
  unpack(packed: number, out: number, size: number): number;
}

/** The bytes that an LZMA file written as base64 has in it. */
async function unpacked(base64: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = bytesOf(base64);
  const size = new DataView(packed.buffer).getUint32(5, true);
  const { instance } = await WebAssembly.instantiate(bytesOf(__UNPACK__), {});
  const { memory, place, unpack } = instance.exports as unknown as Unpacker;
  const begin = place();
  const out = begin + packed.length;
  memory.grow(Math.ceil((out + size) / 65536));
  new Uint8Array(memory.buffer).set(packed, begin);
  if (!unpack(begin, out, size)) throw new RangeError('LZMA');
  return new Uint8Array(memory.buffer, out, size);
}

/** Starts the library: from `base64`, which stands in the page, or from the file beside it. */
export async function start(base64: string | null | undefined): Promise<void> {
  const bytes = base64 ? await unpacked(base64) : new Uint8Array(await (await fetch('fleks.wasm')).arrayBuffer());
  // What it asks of its surroundings: to be told that memory has grown, which is looked up at each use here, and to end, which it never does.
  const { instance } = await WebAssembly.instantiate(bytes, { env: { emscripten_notify_memory_growth() {} }, wasi_snapshot_preview1: { proc_exit() {} } });
  fleks = instance.exports as unknown as Library;
  fleks._initialize();
}

function inMemory<T>(text: string, use: (place: number, size: number) => T): T {
  const bytes = encoder.encode(text);
  const place = fleks.malloc(bytes.length + 1);
  try {
    new Uint8Array(fleks.memory.buffer).set(bytes, place);
    return use(place, bytes.length);
  } finally {
    fleks.free(place);
  }
}

function answered(): string {
  const begin = fleks.fleks_page_answer();
  return decoder.decode(new Uint8Array(fleks.memory.buffer, begin, fleks.fleks_page_answer_size()));
}

/** Makes a text a file that the tasks can read by its name. XML is read by the browser. */
export function file(name: string, text: string): void {
  const kept = /^[\uFEFF\s]*</.test(text) ? eventsOf(text) : text;
  inMemory(name, (namePlace, nameSize) => inMemory(kept, (place, size) => fleks.fleks_page_file(namePlace, nameSize, place, size)));
}

/** What a task has written to a file of that name. */
export function written(name: string): string {
  return inMemory(name, (place, size) => fleks.fleks_page_written(place, size)) === 0 ? answered() : '';
}

/** Runs a task of the program. Example: `run(['month', '--month', '2024-03', '--am-income', '15600', '--format', 'json'])`. */
export function run(words: readonly string[]): Answer {
  const line = words.map((word) => word.replaceAll('\0', '\uFFFD') + '\0').join('');
  const code = inMemory(line, (place, size) => fleks.fleks_page_run(place, size));
  const text = answered();
  if (code !== 2) return { code, text };
  // What was given may have zero bytes of its own.
  const [field = '', given = '', ...more] = text.split('\0');
  const sentence = more.at(-1) ?? '';
  return { code, text: sentence, wrong: { field: fieldOf(field), given, text: sentence } };
}

/** A task's JSON, or what is wrong. */
export function ask<T>(words: readonly string[]): { json?: T; text: string; wrong?: Wrong } {
  const answer = run([...words, '--format', 'json']);
  if (answer.wrong) return { text: answer.text, wrong: answer.wrong };
  return { json: JSON.parse(answer.text) as T, text: answer.text };
}

/** The versions of the program and of its rates. */
export function version(): { program: string; rates: string } {
  fleks.fleks_page_version();
  const [program = '', rates = ''] = answered().split('\0');
  return { program, rates };
}

/** Whether the program has a task, or an option of it: what it has not, the page does not show. */
export function knows(task: string, option?: string): boolean {
  const { wrong } = run(option ? [task, option, '1'] : [task]);
  return !(wrong && wrong.field === '' && wrong.given === (option ?? task));
}

/** How much memory the library has, in bytes. */
export const memory = (): number => fleks.memory.buffer.byteLength;

/** `--am-income` and `am_income` are the same fact. */
const fieldOf = (name: string): string => name.replace(/^--/, '').replaceAll('_', '-');
