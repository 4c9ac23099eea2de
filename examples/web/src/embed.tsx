// <fleks-hour municipality="Aarhus" hourly-wage="185" hours="15">: the front by itself, in another's page and in its colours.

import { render } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { type Language, start } from './engine';
import { KinkList, answerIn, pictureOf } from './HourView';
import { FIELDS, Home, Work } from './Person';
import { InHand, OneHour } from './pictures';
import { Trouble } from './parts';
import { type Situation, fromLink } from './situation';
import { LanguageContext, useSay } from './words';
import style from './style.css?inline';

function Hour({ begin }: { begin: Situation }) {
  const say = useSay();
  const [s, setS] = useState(begin);
  const set = (change: Partial<Situation>) => setS((old) => ({ ...old, ...change }));
  const { hours, now, next, wrong } = useMemo(() => pictureOf(s, say.language), [s, say.language]);
  const answer = now && next ? answerIn(say, now, next) : undefined;
  return (
    <div class="embedded">
      <div aria-live="polite">
        <h2>{say('Hvad er en time værd?', 'What is an hour worth?')}</h2>
        {answer && <p class="sentence">{answer.main}</p>}
        {answer && <p class="tone">{answer.tone}</p>}
      </div>
      <form class="facts" onSubmit={(event) => event.preventDefault()} aria-label={say('Dine tal', 'Your figures')}>
        <Trouble wrong={wrong} fields={FIELDS} />
        <Work s={s} set={set} wrong={wrong} />
        <details><summary>{say('Kommune, børn og bolig', 'Municipality, children and home')}</summary><Home s={s} set={set} wrong={wrong} municipalities={__MUNICIPALITIES__} /></details>
      </form>
      {hours && now && next && (
        <>
          <InHand hours={hours} kinks={hours.kinks} now={{ hours: Number(now.hours), inHand: Number(now.in_hand) }} onHours={(value) => set({ hours: String(value) })} />
          <OneHour row={next} />
          <details><summary>{say('Her ændrer værdien sig', 'Where the worth changes')}</summary><KinkList kinks={hours.kinks} /></details>
          <p class="basis">{say('Vejledende. Intet sendes: der regnes på din maskine.', 'Indicative. Nothing is sent: it is computed on your machine.')} fleks, {hours.fleks.rates}</p>
        </>
      )}
    </div>
  );
}

let started: Promise<void> | undefined;

class FleksHour extends HTMLElement {
  connectedCallback(): void {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open' });
    const sheet = document.createElement('style');
    sheet.textContent = style.replaceAll(':root', ':host');
    const place = document.createElement('div');
    root.append(sheet, place);
    const facts = new URLSearchParams([...this.attributes].map(({ name, value }) => [name, value]));
    const language: Language = this.getAttribute('lang') === 'en' ? 'en' : 'da';
    started ??= start(__WASM__);
    void started.then(() => render(<LanguageContext.Provider value={language}><Hour begin={fromLink(facts)} /></LanguageContext.Provider>, place));
  }
}
if (!customElements.get('fleks-hour')) customElements.define('fleks-hour', FleksHour);
