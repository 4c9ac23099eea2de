// What an hour is worth: the answer in a sentence first, then the pictures that it is read from.

import { useEffect, useMemo, useState } from 'preact/hooks';
import { ask, knows, run, type Wrong } from './engine';
import { Compare } from './Compare';
import { CourseSteps } from './Course';
import { CeilingFields, FIELDS, Home, Work, atField } from './Person';
import { InHand, OneHour, PARTS, WhereItGoes, partsOf } from './pictures';
import { Check, GiveAway, Section, Table, Trouble } from './parts';
import { type Hours, type Kink, type Row, type Situation, type Station, curve, oneMore } from './situation';
import { Target } from './Target';
import { type Say, typed, useSay } from './words';

export interface Picture {
  hours?: Hours | undefined;
  now?: Row | undefined;
  next?: Row | undefined;
  wrong?: Wrong | undefined;
}

/** Both answers of a situation: the curve, and the hours that are asked about with one more. */
export function pictureOf(s: Situation, language: string): Picture {
  const whole = ask<Hours>([...curve(s), '--lang', language]);
  const more = ask<Hours>([...oneMore(s), '--lang', language]);
  return { hours: whole.json, now: more.json?.rows[0], next: more.json?.rows[1], wrong: whole.wrong ?? more.wrong };
}

/** The sentence that answers, in plain words. */
export function answerIn(say: Say, now: Row, next: Row): { main: string; tone: string } {
  const gain = Number(next.extra?.in_hand ?? 0);
  const [from, to] = [say.number(now.hours), say.number(next.hours)];
  const main = gain > 0
    ? say(`En time mere om ugen giver dig ${say.kr(next.extra?.in_hand)} mere i hånden om måneden.`,
        `One more hour a week gives you ${say.kr(next.extra?.in_hand)} more in hand a month.`)
    : gain < 0
      ? say(`En time mere om ugen koster dig ${say.kr((next.extra?.in_hand ?? '').replace('-', ''))} om måneden.`,
          `One more hour a week costs you ${say.kr((next.extra?.in_hand ?? '').replace('-', ''))} a month.`)
      : say('En time mere om ugen giver dig ikke mere i hånden.', 'One more hour a week gives you no more in hand.');
  const verdicts = {
    pays: say('Det betaler sig.', 'It pays.'),
    hardly: say('Det betaler sig knap nok.', 'It hardly pays.'),
    no: say('Det betaler sig ikke lige nu.', 'It does not pay as it is.'),
  };
  const tone = say(`Fra ${from} til ${to} timer. Timen giver ${say.kr(next.extra?.gross_pay)} mere i løn før skat om måneden. `,
    `From ${from} to ${to} hours. The hour gives ${say.kr(next.extra?.gross_pay)} more pay before tax a month. `) + verdicts[next.extra?.verdict ?? 'no'];
  return { main, tone };
}

const without = (amount: string) => amount.replace('-', '');

/** What falls or rises at once. */
function jumpIn(say: Say, jump: string): string {
  return Number(jump) < 0
    ? say(`Her falder beløbet i hånden med ${say.kr(without(jump))} om måneden.`, `Here in hand falls by ${say.kr(without(jump))} a month.`)
    : say(`Her stiger beløbet i hånden med ${say.kr(jump)} om måneden.`, `Here in hand rises by ${say.kr(jump)} a month.`);
}

/** What an hour more a week gives a month, before a kink and after it. */
function hourIn(say: Say, amount: string, when: 'before' | 'now'): string {
  const before = when === 'before';
  if (Number(amount) === 0) return before ? say('Før gav en time mere ingenting.', 'Before, one hour more gave nothing.') : say('Nu giver den ingenting.', 'Now it gives nothing.');
  const shown = say.kr(without(amount));
  if (Number(amount) > 0)
    return before ? say(`Før gav en time mere om ugen ${shown} om måneden.`, `Before, one hour more a week gave ${shown} a month.`) : say(`Nu giver den ${shown}`, `Now it gives ${shown}.`);
  return before ? say(`Før kostede en time mere om ugen ${shown} om måneden.`, `Before, one hour more a week cost ${shown} a month.`) : say(`Nu koster den ${shown}`, `Now it costs ${shown}.`);
}

export function KinkList({ kinks }: { kinks: readonly Kink[] }) {
  const say = useSay();
  if (kinks.length === 0) return <p>{say('En time er lige meget værd hele vejen.', 'An hour is worth the same all the way.')}</p>;
  return (
    <ol class="kinks">
      {kinks.map((kink, i) => (
        <li key={i}>
          <strong>{say(`${say.number(kink.hours_decimal, 2)} timer`, `${say.number(kink.hours_decimal, 2)} hours`)}:</strong> {kink.cause_in_words}.{' '}
          {kink.jump !== null
            ? jumpIn(say, kink.jump)
            : `${hourIn(say, kink.before, 'before')} ${hourIn(say, kink.after, 'now')}`}{' '}
          <span class="rule">{kink.rule}</span>
        </li>
      ))}
    </ol>
  );
}

/** What there is a month, line by line. */
export function Month({ row, before }: { row: Row; before?: Row | undefined }) {
  const say = useSay();
  const lines: [string, keyof Row, 1 | -1][] = [
    [say('Løn før skat', 'Pay before tax'), 'gross_pay', 1],
    [say('Fleksløntilskud', 'Fleksløntilskud'), 'fleksloentilskud', 1],
    [say('Ledighedsydelse', 'Ledighedsydelse'), 'ledighedsydelse', 1],
    [say('Boligsikring', 'Housing benefit'), 'housing_benefit', 1],
    [say('Din pension', 'Your pension'), 'own_pension', -1],
    [say('ATP', 'ATP'), 'wage_atp_own', -1],
    [say('ATP af tilskuddet', 'ATP of the subsidy'), 'subsidy_atp_own', -1],
    [say('ATP af ledighedsydelsen', 'ATP of ledighedsydelse'), 'ledighedsydelse_atp_own', -1],
    [say('AM-bidrag', 'AM-bidrag'), 'am_contribution', -1],
    [say('Skat', 'Tax'), 'tax', -1],
  ];
  const shown = (r: Row, key: keyof Row, sign: number) => say.kr(`${sign < 0 && Number(r[key]) !== 0 ? '-' : ''}${String(r[key])}`.replace('--', ''), 2);
  const rows = lines
    .filter(([, key]) => [row, before].some((r) => r && Number(r[key]) !== 0))
    .map(([name, key, sign]) => [name, ...[before, row].filter((r) => r !== undefined).map((r) => shown(r, key, sign))]);
  rows.push([say('I hånden', 'In hand'), ...[before, row].filter((r) => r !== undefined).map((r) => say.kr(r.in_hand, 2))]);
  const head = [say('Om måneden', 'A month'), ...[before, row].filter((r) => r !== undefined)
    .map((r) => say(`${say.number(r.hours)} timer`, `${say.number(r.hours)} hours`))];
  return <Table caption={say('Løn, tilskud og skat', 'Pay, subsidy and tax')} head={head} rows={rows} marked={rows.length - 1} />;
}

interface Props {
  s: Situation;
  set: (change: Partial<Situation>) => void;
  offer: Situation | undefined;
  setOffer: (offer: Situation | undefined) => void;
  stations: Station[];
  setStations: (stations: Station[]) => void;
  municipalities: readonly string[];
  link: () => string;
}

export function HourView({ s, set, offer, setOffer, stations, setStations, municipalities, link }: Props) {
  const say = useSay();
  const [last, setLast] = useState<Picture>({});
  const picture = useMemo(() => pictureOf(s, say.language), [s, say.language]);
  if (picture.hours && picture.now && picture !== last) setLast(picture);
  // While a field is wrong the last answer stays, and says that it is the last.
  const shown = picture.wrong ? last : picture;
  const wrong = picture.wrong;
  const offered = useMemo(() => (offer ? pictureOf(offer, say.language) : undefined), [offer, say.language]);
  // The answer and its curve stand first; what is further down the page follows a moment after.
  const [whole, setWhole] = useState(false);
  useEffect(() => {
    const soon = setTimeout(() => setWhole(true));
    return () => clearTimeout(soon);
  }, []);
  const canTarget = useMemo(() => knows('hours', '--target'), []);
  const dragged = (hours: number) => set({ hours: String(hours) });
  const { hours, now, next } = shown;
  const answer = now && next ? answerIn(say, now, next) : undefined;
  const around = Math.min(36, Math.max(1, Math.round(Number(typed(s.hours).replace(',', '.')) || 1)));

  return (
    <div class="hour-view">
      <div class="answer" aria-live="polite">
        <h1>{say('Hvad er en time værd?', 'What is an hour worth?')}</h1>
        {answer && <p class="sentence">{answer.main}</p>}
        {answer && <p class="tone">{answer.tone}</p>}
        {now && <p class="tone">{say(`Nu har du ${say.kr(now.in_hand)} i hånden om måneden, når skatten er betalt.`, `You now have ${say.kr(now.in_hand)} in hand a month, tax paid.`)}</p>}
        {wrong && <p class="stale">{say('Et felt skal rettes. Svaret gælder tallene før.', 'A field must be mended. The answer is of the figures before.')}</p>}
      </div>

      <form class="facts" onSubmit={(event) => event.preventDefault()} aria-label={say('Dine tal', 'Your figures')}>
        <h2>{say('Dine tal', 'Your figures')}</h2>
        <p class="help no-print">{say('Tallene er et eksempel, til du skriver dine egne. De bliver på din maskine.', 'The figures are an example until you write your own. They stay on your machine.')}</p>
        <Trouble wrong={wrong} fields={FIELDS} />
        <Work s={s} set={set} wrong={wrong} />
        <details>
          <summary>{say('Lønloft', 'Ceiling')}</summary>
          <CeilingFields s={s} set={set} wrong={wrong} />
        </details>
        <details>
          <summary>{say('Kommune, børn og bolig', 'Municipality, children and home')}</summary>
          <Home s={s} set={set} wrong={wrong} municipalities={municipalities} />
        </details>
      </form>

      {hours && now && next && (
        <div class="results">
          <Section title={say('I hånden efter timer', 'In hand by hours')}>
            <label class="slider">
              <span>{say('Timer om ugen', 'Hours a week')}: <output>{say.number(now.hours)}</output></span>
              <input type="range" min="1" max="36" step="1" value={around} onInput={(event) => set({ hours: event.currentTarget.value })}
                aria-valuetext={say(`${around} timer, ${say.kr(now.in_hand)} i hånden`, `${around} hours, ${say.kr(now.in_hand)} in hand`)} />
            </label>
            <InHand hours={hours} kinks={hours.kinks} now={{ hours: Number(now.hours), inHand: Number(now.in_hand) }} onHours={dragged}
              other={offered?.hours && { rows: offered.hours.rows, label: say('Tilbuddet', 'The offer') }} />
            <h3>{say('Her ændrer værdien af en time sig', 'Where the worth of an hour changes')}</h3>
            <KinkList kinks={hours.kinks} />
          </Section>

          {whole && <>
          <Section title={say(`Hvor timen fra ${say.number(now.hours)} til ${say.number(next.hours)} går hen`, `Where the hour from ${say.number(now.hours)} to ${say.number(next.hours)} goes`)}>
            <OneHour row={next} />
            <h3>{say('Hver time for sig', 'Each hour by itself')}</h3>
            <WhereItGoes rows={hours.rows} now={around + 1} onHours={dragged} />
            <details>
              <summary>{say('Tallene bag billederne', 'The figures behind the pictures')}</summary>
              <Figures rows={hours.rows} now={around} />
            </details>
          </Section>

          <Section title={say('En måned i kroner', 'A month in kroner')}>
            <Month row={next} before={now} />
            <Basis hours={hours} />
            <GiveAway name={say('hvad-er-en-time-vaerd', 'what-is-an-hour-worth')} link={link}
              text={() => run([...curve(s), '--lang', say.language]).text}
              csv={() => run([...curve(s), '--format', 'csv', '--lang', say.language]).text}
              json={() => run([...curve(s), '--format', 'json', '--lang', say.language]).text} />
          </Section>

          {canTarget && <Target s={s} set={set} />}

          <Section title={say('Nu og et tilbud', 'Now and an offer')} class="compare">
            <Check label={say('Sammenlign med et andet job, flere timer eller en lønstigning', 'Compare with another job, more hours or a raise')}
              checked={offer !== undefined} onChange={(on) => setOffer(on ? { ...s, hours: String(around + 3) } : undefined)} />
            {offer && <Compare s={s} offer={offer} set={(change) => setOffer({ ...offer, ...change })} now={now} then={offered?.now} wrong={atField(offered?.wrong)} />}
          </Section>

          <CourseSteps s={s} stations={stations} setStations={setStations} />
          </>}
        </div>
      )}
    </div>
  );
}

/** What the figures rest on. */
export function Basis({ hours }: { hours: Hours }) {
  const say = useSay();
  return (
    <p class="basis">
      {hours.municipality
        ? say(`Skat i ${hours.municipality}: ${say.number(hours.municipal_tax)} %.`, `Tax in ${hours.municipality}: ${say.number(hours.municipal_tax)} %.`)
        : say(`Skat som landets gennemsnit: ${say.number(hours.municipal_tax)} %.`, `Tax of the country’s average: ${say.number(hours.municipal_tax)} %.`)}{' '}
      {hours.ceiling_follows_wage
        ? say(`Lønloftet er ikke oplyst. Det er sat til din timeløn på fuld tid, ${say.kr(hours.normal_wage_ceiling)}`, `The ceiling is not given. It is taken as your hourly pay at full time, ${say.kr(hours.normal_wage_ceiling)}.`)
        : say(`Lønloftet er ${say.kr(hours.normal_wage_ceiling)}`, `The ceiling is ${say.kr(hours.normal_wage_ceiling)}.`)}
    </p>
  );
}

export function Figures({ rows, now }: { rows: readonly Row[]; now?: number }) {
  const say = useSay();
  const used = PARTS.filter((part) => rows.some((row) => partsOf(row)[part.name] !== 0));
  return (
    <Table
      caption={say('Hver time om ugen, i kroner om måneden', 'Each hour a week, in kroner a month')}
      head={[say('Timer', 'Hours'), say('I hånden', 'In hand'), say('Løn for timen', 'Pay of the hour'), ...used.map((part) => `${say(part.danish, part.english)}*`)]}
      rows={rows.map((row) => [
        say.number(row.hours), say.kr(row.in_hand, 2), row.extra ? say.kr(row.extra.gross_pay, 2) : '–',
        ...used.map((part) => (row.extra ? say.kr(String(partsOf(row)[part.name] / 100), 2) : '–')),
      ])}
      marked={rows.findIndex((row) => Number(row.hours) === now)}
    />
  );
}
