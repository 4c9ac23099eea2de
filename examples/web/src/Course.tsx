// A course step by step: 9 hours at 75 pct., then 12 hours at 85 pct.

import { useMemo } from 'preact/hooks';
import { ask } from './engine';
import { Field, Section, Table } from './parts';
import { type Hours, type Row, type Situation, type Station, course } from './situation';
import { typed, useSay } from './words';

/** The rows of the course that are its stations, in their order. */
export function stationsOf(rows: readonly Row[], stations: readonly Station[]): (Row | undefined)[] {
  let from = 0;
  return stations.map(({ hours }) => {
    const wanted = Number(typed(hours).replace(',', '.'));
    for (let i = rows.length - 1; i >= from; --i) {
      const row = rows[i];
      if (row && Number(row.hours) === wanted) {
        from = i;
        return row;
      }
    }
    return undefined;
  });
}

export function CourseTable({ s, stations }: { s: Situation; stations: readonly Station[] }) {
  const say = useSay();
  const answer = useMemo(() => ask<Hours>([...course(s, stations), '--lang', say.language]), [s, stations, say.language]);
  if (!answer.json) return <p class="trouble" role="alert">{answer.wrong?.text}</p>;
  const rows = answer.json.rows;
  return (
    <Table
      caption={say('Forløbet skridt for skridt, kroner om måneden', 'The course step by step, kroner a month')}
      head={[say('Fremmødetimer', 'Hours present'), say('Løntimer', 'Paid hours'), say('Løn før skat', 'Pay before tax'), say('Fleksløntilskud', 'Fleksløntilskud'), say('I hånden', 'In hand'), say('Skridtet giver', 'The step gives')]}
      rows={rows.map((row) => [say.number(row.hours), say.number(row.paid_hours ?? row.hours), say.kr(row.gross_pay, 2), say.kr(row.fleksloentilskud, 2), say.kr(row.in_hand, 2), row.extra ? say.change(row.extra.in_hand, 2) : '–'])}
    />
  );
}

export function CourseSteps({ s, stations, setStations }: { s: Situation; stations: Station[]; setStations: (stations: Station[]) => void }) {
  const say = useSay();
  const change = (i: number, part: Partial<Station>) => setStations(stations.map((station, j) => (i === j ? { ...station, ...part } : station)));
  return (
    <Section title={say('Et forløb skridt for skridt', 'A course step by step')} class="course">
      <p class="help">{say('Hvad giver hvert skridt, når timer og intensitet stiger? Skriv de timer, du er på arbejde om ugen.', 'What does each step give as hours and intensity rise?')}</p>
      <ol class="stations">
        {stations.map((station, i) => (
          <li key={i}>
            <Field label={say(`Trin ${i + 1}: timer`, `Step ${i + 1}: hours`)} name="course-hours" value={station.hours} onChange={(hours) => change(i, { hours })} />
            <Field label={say('intensitet', 'intensity')} name="course-intensity" value={station.intensity} unit="%" onChange={(intensity) => change(i, { intensity })} />
            {stations.length > 1 && (
              <button type="button" onClick={() => setStations(stations.filter((_, j) => j !== i))} aria-label={say(`Fjern trin ${i + 1}`, `Remove step ${i + 1}`)}>×</button>
            )}
          </li>
        ))}
      </ol>
      <button type="button" class="no-print" disabled={stations.length >= 12} onClick={() => setStations([...stations, { ...(stations.at(-1) ?? { hours: '10', intensity: '100' }) }])}>
        {say('Nyt trin', 'New step')}
      </button>
      <CourseTable s={s} stations={stations} />
    </Section>
  );
}
