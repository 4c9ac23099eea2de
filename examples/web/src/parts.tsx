// What every view is built of: fields with their errors, buttons that give the result away, tables.

import type { ComponentChildren, JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { Wrong } from './engine';
import { useSay } from './words';

interface FieldProps {
  label: string;
  /** The program's option, by which an error finds its field. */
  name: string;
  value: string;
  onChange: (value: string) => void;
  wrong?: Wrong | undefined;
  unit?: string;
  help?: string;
  inputMode?: 'decimal' | 'numeric' | 'text';
  type?: string;
  list?: string;
  placeholder?: string;
}

/** The sentence without the option before it: it stands at the field. */
export const sentence = (wrong: Wrong): string => {
  const text = wrong.text.replace(/^--?[a-z-]+(?: [^:]{1,40})?: /, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

export function Field({ label, name, value, onChange, wrong, unit, help, inputMode = 'decimal', type = 'text', list, placeholder }: FieldProps) {
  const id = useId();
  const mine = wrong && wrong.field === name ? sentence(wrong) : '';
  const described = [help ? `${id}-help` : '', mine ? `${id}-wrong` : ''].filter(Boolean).join(' ');
  return (
    <div class={mine ? 'field is-wrong' : 'field'}>
      <label for={id}>{label}</label>
      <div class="input">
        <input
          id={id}
          name={name}
          type={type}
          inputMode={inputMode}
          autocomplete="off"
          spellcheck={false}
          maxLength={100}
          value={value}
          list={list}
          placeholder={placeholder}
          aria-invalid={mine ? 'true' : undefined}
          aria-describedby={described || undefined}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
        {unit && <span class="unit" aria-hidden="true">{unit}</span>}
      </div>
      {help && <p class="help" id={`${id}-help`}>{help}</p>}
      {mine && <p class="wrong" id={`${id}-wrong`} role="alert">{mine}</p>}
    </div>
  );
}

export function Choice<T extends string>({ label, name, value, choices, onChange }: {
  label: string; name: string; value: T; choices: readonly (readonly [T, string])[]; onChange: (value: T) => void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name={name} value={value} onChange={(event) => onChange(event.currentTarget.value as T)}>
        {choices.map(([word, text]) => <option key={word} value={word} selected={word === value}>{text}</option>)}
      </select>
    </div>
  );
}

export function Check({ label, checked, onChange }: { label: string; checked: boolean; onChange: (on: boolean) => void }) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** An error that no field of the form has: it stands above the result. */
export function Trouble({ wrong, fields }: { wrong: Wrong | undefined; fields: readonly string[] }) {
  if (!wrong || fields.includes(wrong.field)) return null;
  return <p class="trouble" role="alert">{wrong.text}</p>;
}

export function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // A page from a disk is not always trusted with the clipboard; what is marked can be copied.
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}

/** Copy as text, print, and files. What is given is made when it is asked for. */
export function GiveAway({ text, csv, json, link, name }: {
  text?: () => string; csv?: () => string; json?: () => string; link?: () => string; name: string;
}) {
  const say = useSay();
  const [done, setDone] = useState('');
  const waiting = useRef<ReturnType<typeof setTimeout>>();
  const told = (what: string) => {
    setDone(what);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => setDone(''), 4000);
  };
  const copied = async (what: string) =>
    told((await copy(what)) ? say('Kopieret.', 'Copied.') : say('Det kunne ikke kopieres her.', 'It could not be copied here.'));
  return (
    <div class="give-away">
      {text && <button type="button" onClick={() => copied(text())}>{say('Kopiér som tekst', 'Copy as text')}</button>}
      {link && <button type="button" onClick={() => copied(link())}>{say('Kopiér link', 'Copy link')}</button>}
      <button type="button" onClick={() => window.print()}>{say('Udskriv', 'Print')}</button>
      {csv && <button type="button" onClick={() => save(`${name}.csv`, 'text/csv', csv())}>CSV</button>}
      {json && <button type="button" onClick={() => save(`${name}.json`, 'application/json', json())}>JSON</button>}
      <span role="status">{done}</span>
    </div>
  );
}

/** A table behind a picture, or one that stands by itself. */
export function Table({ caption, head, rows, marked }: {
  caption: string; head: readonly string[]; rows: readonly (readonly ComponentChildren[])[]; marked?: number;
}) {
  return (
    <div class="table" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead><tr>{head.map((text) => <th key={text} scope="col">{text}</th>)}</tr></thead>
        <tbody>
          {rows.map((cells, i) => (
            <tr key={i} class={i === marked ? 'marked' : undefined}>
              {cells.map((cell, j) => (j === 0 ? <th key={j} scope="row">{cell}</th> : <td key={j}>{cell}</td>))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Section({ title, children, id, class: name }: {
  title: string; children: ComponentChildren; id?: string; class?: string;
}): JSX.Element {
  const own = useId();
  return (
    <section class={name} aria-labelledby={id ?? own}>
      <h2 id={id ?? own}>{title}</h2>
      {children}
    </section>
  );
}
