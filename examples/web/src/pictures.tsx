// The two pictures: what is in hand at each number of hours, and where the pay of each extra hour goes.

import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Hours, Kink, Row } from './situation';
import { type Say, useSay } from './words';

/** The width there is, so that letters keep their size on a telephone. */
function useWidth(): [preact.RefObject<HTMLDivElement>, number] {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const seen = new ResizeObserver(() => setWidth(Math.max(240, Math.round(element.clientWidth))));
    seen.observe(element);
    return () => seen.disconnect();
  }, []);
  return [place, width];
}

const at = (row: Row) => Number(row.hours);
const thousands = (say: Say) => (value: number) => say.number(value.toFixed(0), 0);

function Axes({ x, y, width, height, bottom, right, say, top, unit }: {
  x: (value: number) => number; y: ReturnType<typeof scaleLinear<number, number>>; width: number; height: number; bottom: number;
  right: number; top: number; say: Say; unit: string;
}) {
  const shown = thousands(say);
  const last = x(37) > width ? 30 : 37;
  const step = width < 420 ? 10 : 5;
  const hours = Array.from({ length: Math.floor(last / step) + 1 }, (_, i) => i * step);
  return (
    <g class="axes">
      {y.ticks(5).map((tick) => (
        <g key={tick} transform={`translate(0 ${y(tick)})`}>
          <line x1={x(0)} x2={width - right} class={tick === 0 ? 'zero' : 'grid'} />
          <text x={x(0) - 8} dy="0.32em" text-anchor="end">{shown(tick)}</text>
        </g>
      ))}
      {hours.map((tick) => (
        <text key={tick} x={x(tick)} y={height - bottom + 20} text-anchor="middle">{tick}</text>
      ))}
      <text x={width - right} y={height - 4} text-anchor="end">{say('timer om ugen', 'hours a week')}</text>
      <text x={0} y={top - 14}>{unit}</text>
    </g>
  );
}

export interface Curve {
  rows: readonly Row[];
  label: string;
}

/** In hand a month over the hours, with the points where an hour's worth changes numbered as in the list of them. */
export function InHand({ hours, kinks, other, now, onHours }: {
  hours: Hours; kinks: readonly Kink[]; other?: Curve | undefined; now: { hours: number; inHand: number };
  onHours?: ((hours: number) => void) | undefined;
}) {
  const say = useSay();
  const [place, width] = useWidth();
  const height = Math.max(260, Math.min(380, Math.round(width * 0.56)));
  const [top, right, bottom, left] = [34, 14, 46, 58];
  const all = [...hours.rows, ...(other?.rows ?? [])].map((row) => Number(row.in_hand));
  const most = Math.max(37, ...hours.rows.map(at));
  const x = scaleLinear().domain([0, most]).range([left, width - right]);
  const y = scaleLinear().domain([Math.min(...all, now.inHand), Math.max(...all, now.inHand)]).nice(5).range([height - bottom, top]);
  const draw = line<Row>().x((row) => x(at(row))).y((row) => y(Number(row.in_hand)));
  // Without a job stands for itself: the first hour is a step, not a slope.
  const working = hours.rows.filter((row) => at(row) > 0);
  const without = hours.rows.find((row) => at(row) === 0);
  const between = (value: number) => {
    const after = working.findIndex((row) => at(row) >= value);
    const [b, a] = [working[Math.max(after, 0)], working[Math.max(after - 1, 0)]];
    if (!a || !b) return 0;
    const share = at(b) === at(a) ? 0 : (value - at(a)) / (at(b) - at(a));
    return Number(a.in_hand) + share * (Number(b.in_hand) - Number(a.in_hand));
  };
  const drag = (event: PointerEvent) => {
    const box = (event.currentTarget as SVGSVGElement).getBoundingClientRect();
    const value = Math.round(x.invert(((event.clientX - box.left) * width) / box.width));
    onHours?.(Math.min(36, Math.max(1, value)));
  };
  return (
    <div class="picture" ref={place}>
      <svg
        width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img"
        class={onHours ? 'can-be-dragged' : undefined}
        aria-label={say(
          `I hånden om måneden efter timer om ugen. Ved ${say.number(now.hours)} timer ${say.kr(now.inHand)}. Tallene står i tabellen nedenfor.`,
          `In hand a month by hours a week. At ${say.number(now.hours)} hours ${say.kr(now.inHand)}. The figures are in the table below.`)}
        onPointerDown={onHours && ((event) => { event.currentTarget.setPointerCapture(event.pointerId); drag(event); })}
        onPointerMove={onHours && ((event) => { if (event.buttons) drag(event); })}
      >
        <Axes x={x} y={y} width={width} height={height} bottom={bottom} right={right} top={top} say={say}
          unit={say('kr. i hånden om måneden', 'DKK in hand a month')} />
        {other && <path class="line other" d={draw([...other.rows].filter((row) => at(row) > 0)) ?? ''} />}
        <path class="line" d={draw(working) ?? ''} />
        {without && <circle class="without" cx={x(0)} cy={y(Number(without.in_hand))} r="5" />}
        {kinks.map((kink, i) => {
          const where = Number(kink.hours_decimal);
          return (
            <g key={i} class="kink" transform={`translate(${x(where)} ${y(between(where))})`}>
              <circle r="3.5" />
              <text y={i % 2 ? 20 : -11} text-anchor="middle">{i + 1}</text>
            </g>
          );
        })}
        <line class="now" x1={x(now.hours)} x2={x(now.hours)} y1={top} y2={height - bottom} />
        <circle class="handle" cx={x(now.hours)} cy={y(now.inHand)} r="9" />
      </svg>
      {other && <ul class="legend"><li><span class="key line-key" />{say('Nu', 'Now')}</li><li><span class="key line-key other" />{other.label}</li></ul>}
    </div>
  );
}

/** Where the pay of an hour goes. `name` is the JSON's. */
export const PARTS = [
  { name: 'in_hand', danish: 'I hånden', english: 'In hand' },
  { name: 'pension_saved', danish: 'Pension og ATP', english: 'Pension and ATP' },
  { name: 'taper', danish: 'Tilskuddet falder (fradrag for løn)', english: 'The subsidy falls (taper)' },
  { name: 'ceiling', danish: 'Tilskuddet falder (lønloftet)', english: 'The subsidy falls (ceiling)' },
  { name: 'tax', danish: 'Skat og AM-bidrag', english: 'Tax and AM-bidrag' },
  { name: 'housing_benefit', danish: 'Boligsikringen falder', english: 'Housing benefit falls' },
  { name: 'ledighedsydelse', danish: 'Ledighedsydelsen falder væk', english: 'Ledighedsydelse ends' },
  { name: 'other', danish: 'Andet', english: 'Other' },
] as const;

/** The parts of a row's extra hour, in øre. */
export function partsOf(row: Row): Record<(typeof PARTS)[number]['name'], number> {
  const oere = (text: string | undefined) => Math.round(Number(text ?? 0) * 100);
  const parts = { in_hand: 0, pension_saved: 0, taper: 0, ceiling: 0, tax: 0, housing_benefit: 0, ledighedsydelse: 0, other: 0 };
  if (!row.extra) return parts;
  parts.in_hand = oere(row.extra.in_hand);
  parts.pension_saved = oere(row.extra.pension_saved);
  for (const [name, amount] of Object.entries(row.extra.taken)) {
    if (name === 'am_contribution') parts.tax += oere(amount);
    else if (name in parts) parts[name as keyof typeof parts] += oere(amount);
    else parts.other += oere(amount);
  }
  return parts;
}

export function WhereItGoes({ rows, now, onHours }: { rows: readonly Row[]; now: number; onHours?: ((hours: number) => void) | undefined }) {
  const say = useSay();
  const [place, width] = useWidth();
  const height = Math.max(260, Math.min(380, Math.round(width * 0.56)));
  const [top, right, bottom, left] = [34, 14, 46, 58];
  const bars = rows.filter((row) => row.extra && at(row) > 1).map((row) => ({ hours: at(row), parts: partsOf(row) }));
  const sum = (parts: Record<string, number>, sign: 1 | -1) =>
    Object.values(parts).reduce((total, part) => (part * sign > 0 ? total + part : total), 0) / 100;
  const x = scaleLinear().domain([0, Math.max(37, ...bars.map((bar) => bar.hours))]).range([left, width - right]);
  const y = scaleLinear()
    .domain([Math.min(0, ...bars.map((bar) => sum(bar.parts, -1))), Math.max(1, ...bars.map((bar) => sum(bar.parts, 1)))])
    .nice(5)
    .range([height - bottom, top]);
  const wide = Math.max(2, (x(1) - x(0)) * 0.78);
  const used = PARTS.filter((part) => bars.some((bar) => bar.parts[part.name] !== 0));
  return (
    <div class="picture" ref={place}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img"
        aria-label={say('Hvor lønnen for hver time går hen. Tallene står i tabellen nedenfor.', 'Where the pay of each hour goes. The figures are in the table below.')}
        onPointerDown={onHours && ((event) => {
          const box = event.currentTarget.getBoundingClientRect();
          onHours(Math.min(36, Math.max(1, Math.round(x.invert(((event.clientX - box.left) * width) / box.width)) - 1)));
        })}>
        <Axes x={x} y={y} width={width} height={height} bottom={bottom} right={right} top={top} say={say}
          unit={say('kr. om måneden for hver time mere', 'DKK a month for each hour more')} />
        {bars.map((bar) => {
          let [up, down] = [0, 0];
          return (
            <g key={bar.hours} class={bar.hours === now ? 'bar is-now' : 'bar'}>
              {used.map((part) => {
                const amount = bar.parts[part.name] / 100;
                if (amount === 0) return null;
                const from = amount > 0 ? up : down;
                if (amount > 0) up += amount;
                else down += amount;
                const [high, low] = [y(Math.max(from, from + amount)), y(Math.min(from, from + amount))];
                return <rect key={part.name} class={`part ${part.name}`} x={x(bar.hours) - wide / 2} y={high} width={wide} height={Math.max(0, low - high)} />;
              })}
            </g>
          );
        })}
        {bars.some((bar) => bar.hours === now) && <rect class="frame" x={x(now) - wide / 2 - 2} width={wide + 4} y={top - 4} height={height - bottom - top + 8} rx="3" />}
      </svg>
      <ul class="legend">
        {used.map((part) => <li key={part.name}><span class={`key ${part.name}`} />{say(part.danish, part.english)}</li>)}
      </ul>
    </div>
  );
}

/** One hour's pay as one bar: how much of it is left. */
export function OneHour({ row }: { row: Row }) {
  const say = useSay();
  const parts = partsOf(row);
  const total = Object.values(parts).reduce((sum, part) => sum + Math.max(0, part), 0);
  if (total <= 0) return null;
  return (
    <ul class="one-hour" aria-label={say('Hvor lønnen for timen går hen', 'Where the pay of the hour goes')}>
      {PARTS.filter((part) => parts[part.name] !== 0).map((part) => (
        <li key={part.name}>
          <span class="name"><span class={`key ${part.name}`} />{say(part.danish, part.english)}</span>
          <span class="amount">{say.kr(String(parts[part.name] / 100), 2)}</span>
          <span class="length" aria-hidden="true"><span class={part.name} style={{ width: `${(Math.max(0, parts[part.name]) / total) * 100}%` }} /></span>
        </li>
      ))}
    </ul>
  );
}
