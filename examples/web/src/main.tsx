import { render } from 'preact';
import { App } from './App';
import { file, memory, run, start, written } from './engine';
import './style.css';

declare global {
  interface Window {
    /** The same answers for a program of your own in the page. */
    fleks: { run: typeof run; file: typeof file; written: typeof written; memory: typeof memory };
  }
}

const place = document.getElementById('app');
start(document.getElementById('fleks-wasm')?.textContent).then(
  () => {
    window.fleks = { run, file, written, memory };
    if (!place) return;
    place.textContent = '';
    render(<App />, place);
    performance.mark('first-answer');
  },
  (error: unknown) => {
    if (place) place.textContent = `Siden kan ikke regne i denne browser (The page cannot compute in this browser): ${String(error)}`;
  },
);

if ('serviceWorker' in navigator && isSecureContext && location.protocol.startsWith('http') && !document.getElementById('fleks-wasm')) void navigator.serviceWorker.register('sw.js');
