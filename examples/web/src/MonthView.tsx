// This month: what will be paid and why, line by line, each with the rule it stands on.

import { useMemo } from 'preact/hooks';
import { ask, knows, run, type Wrong } from './engine';
import { Choice, Field, GiveAway, Section, Trouble } from './parts';
import { type Say, typed, useSay } from './words';

export interface MonthFacts {
  month: string;
  form: 'am-income' | 'monthly-wage' | 'hourly-wage';
  pay: string;
  weeklyHours: string;
  intensity: string;
  paidHours: string;
  ownPension: string;
  employerPension: string;
  ceiling: string;
  otherWage: string;
  dailyBenefit: string;
  holidaySupplement: string;
  ledighedsydelseDays: string;
  municipality: string;
}

export const MONTH_EXAMPLE: MonthFacts = {
  month: '2026-03', form: 'am-income', pay: '12.000', weeklyHours: '', intensity: '', paidHours: '65', ownPension: '480', employerPension: '960',
  ceiling: '31.000', otherWage: '', dailyBenefit: '', holidaySupplement: '', ledighedsydelseDays: '', municipality: '',
};

const OPTIONS: { [key in keyof MonthFacts]?: string } = {
  paidHours: '--paid-hours', ownPension: '--own-pension', employerPension: '--employer-pension', ceiling: '--ceiling', otherWage: '--other-wage',
  dailyBenefit: '--daily-benefit', holidaySupplement: '--holiday-supplement', ledighedsydelseDays: '--ledighedsydelse-days',
};

/** The question of a month. A pension may be kroner or a percentage, and a fact a `?` where the program can take it. */
export function monthWords(facts: MonthFacts): string[] {
  const words = ['--month', facts.month.trim(), `--${facts.form}`, typed(facts.pay)];
  if (facts.form === 'hourly-wage') {
    words.push('--weekly-hours', typed(facts.weeklyHours));
    if (typed(facts.intensity)) words.push('--intensity', typed(facts.intensity));
  }
  for (const key of Object.keys(OPTIONS) as (keyof MonthFacts)[]) {
    const percentage = (key === 'ownPension' || key === 'employerPension') && /(%|pct\.?)\s*$/.test(facts[key]);
    const value = typed(facts[key]);
    if (value !== '') words.push(OPTIONS[key] ?? '', percentage ? `${value}%` : value);
  }
  return words;
}

export interface Step {
  rule: string;
  name: string;
  text: string;
  amount: string;
  unit: string;
  source: string;
  address: string | null;
  status: 'read' | 'secondary' | 'interpretation';
  rests_on_choice: boolean;
  rates: { key: string; value: string; unit: string; valid_from: string; valid_to: string | null; status: string; source: string }[];
}
export interface MonthAnswer {
  fleks: { program: string; rates: string };
  month: string;
  wage_month: string;
  wage: string | null;
  fleksloentilskud: string | null;
  payout: string | null;
  own_atp: string | null;
  total: string | null;
  normal_wage_ceiling: string | null;
  has_right: boolean;
  bounds?: Record<string, { from: string; to: string }>;
  decides?: { fact: string; worth: string; stops_at?: string }[];
  tax?: { withheld: string; in_hand: string; all_in_hand: string | null };
  steps: Step[];
}

export function statusIn(say: Say, step: Step): string {
  const words = {
    read: say('læst i lov eller bekendtgørelse', 'read in the act or order'),
    secondary: say('fra en vejledning eller afgørelse', 'from guidance or a decision'),
    interpretation: say('hviler på en fortolkning', 'rests on an interpretation'),
  };
  return words[step.status] + (step.rests_on_choice ? say(', og på et valg', ', and on a choice') : '');
}

export function amountIn(say: Say, step: Step): string {
  if (step.unit === 'kr') return say.kr(step.amount, 2);
  const units: Record<string, string> = { hours: say(' timer', ' hours'), days: say(' dage', ' days'), pct: ' %' };
  return say.number(step.amount) + (units[step.unit] ?? '');
}

/** Each line with its rule, which opens to its words, paragraph, rates and status. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const say = useSay();
  return (
    <ol class="steps">
      {steps.map((step, i) => (
        <li key={i}>
          <details class={step.status === 'interpretation' ? 'interpreted' : undefined}>
            <summary>
              <span class="name">{step.name}{step.status === 'interpretation' && <span class="mark">{say('fortolkning', 'interpretation')}</span>}</span>
              <span class="amount">{amountIn(say, step)}</span>
            </summary>
            <p>{step.text}</p>
            <dl>
              <dt>{say('Regel', 'Rule')}</dt><dd>{step.rule}</dd>
              <dt>{say('Hjemmel', 'Legal basis')}</dt>
              <dd>{step.address ? <a href={step.address} rel="noreferrer noopener" target="_blank">{step.source}</a> : step.source}</dd>
              <dt>{say('Status', 'Status')}</dt><dd>{statusIn(say, step)}</dd>
              {step.rates.map((rate, j) => (
                <div key={j}>
                  <dt>{say('Sats', 'Rate')}</dt>
                  <dd>
                    {say.number(rate.value)} {rate.unit.replace('kr/month', say('kr. om måneden', 'DKK a month')).replace('kr', 'kr.').replace('kr..', 'kr.')}, {say.date(rate.valid_from)}
                    {rate.valid_to ? ` – ${say.date(rate.valid_to)}` : ''}
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        </li>
      ))}
    </ol>
  );
}

/** An amount, or the range it lies in while a fact is missing. */
function Amount({ answer, name }: { answer: MonthAnswer; name: 'fleksloentilskud' | 'payout' | 'own_atp' | 'total' | 'wage' }) {
  const say = useSay();
  const bounds = answer.bounds?.[name];
  return <>{bounds ? say(`${say.kr(bounds.from, 2)} til ${say.kr(bounds.to, 2)}`, `${say.kr(bounds.from, 2)} to ${say.kr(bounds.to, 2)}`) : say.kr(answer[name], 2)}</>;
}

export function MonthForm({ facts, set, wrong, years }: { facts: MonthFacts; set: (change: Partial<MonthFacts>) => void; wrong: Wrong | undefined; years?: boolean }) {
  const say = useSay();
  const labels = { 'am-income': say('Løn, der betales AM-bidrag af (felt 13)', 'Pay that AM-bidrag is due on (field 13)'), 'monthly-wage': say('Månedsløn før skat', 'Monthly pay before tax'), 'hourly-wage': say('Timeløn før skat', 'Hourly pay before tax') };
  const field = (label: string, key: keyof MonthFacts, unit?: string, help?: string) => (
    <Field label={label} name={(OPTIONS[key] ?? '').replace('--', '')} value={facts[key]} unit={unit ?? ''} help={help ?? ''} onChange={(value) => set({ [key]: value })} wrong={wrong} />
  );
  return (
    <>
      <Field label={say('Tilskuddets måned', 'Month of the subsidy')} name="month" type="month" inputMode="numeric" value={facts.month} onChange={(month) => set({ month })} wrong={wrong}
        placeholder={say('ÅÅÅÅ-MM', 'YYYY-MM')} help={years ? '' : say('Tilskuddet regnes af lønnen måneden før.', 'The subsidy is of the pay of the month before.')} />
      <Choice label={say('Lønnen kendes som', 'The pay is known as')} name="pay-form" value={facts.form} onChange={(form) => set({ form })}
        choices={[['am-income', say('felt 13 på lønsedlen', 'field 13 of the payslip')], ['monthly-wage', say('månedsløn', 'monthly pay')], ['hourly-wage', say('timeløn', 'hourly pay')]]} />
      <Field label={labels[facts.form]} name={facts.form} value={facts.pay} unit="kr." onChange={(pay) => set({ pay })} wrong={wrong} />
      {facts.form === 'hourly-wage' && (
        <div class="two">
          <Field label={say('Timer om ugen', 'Hours a week')} name="weekly-hours" value={facts.weeklyHours} onChange={(weeklyHours) => set({ weeklyHours })} wrong={wrong} />
          <Field label={say('Intensitet', 'Intensity')} name="intensity" value={facts.intensity} unit="%" placeholder="100" onChange={(intensity) => set({ intensity })} wrong={wrong} />
        </div>
      )}
      <div class="two">
        {field(say('Din pension', 'Your pension'), 'ownPension', '', say('Kroner eller %', 'Kroner or %'))}
        {field(say('Arbejdsgivers', 'Employer’s'), 'employerPension', '', say('Kroner eller %', 'Kroner or %'))}
      </div>
      {field(say('Lønloft om måneden', 'Ceiling a month'), 'ceiling', 'kr.', say('Tomt felt: regnet uden lønloft.', 'Left empty: without a ceiling.'))}
      {field(say('Løntimer i måneden', 'Paid hours in the month'), 'paidHours', say('timer', 'hours'))}
      <details>
        <summary>{say('Flere oplysninger', 'More facts')}</summary>
        {field(say('Løn fra andre job', 'Pay of other jobs'), 'otherWage', 'kr.')}
        {field(say('Sygedagpenge eller barselsdagpenge', 'Sickness or maternity benefit'), 'dailyBenefit', 'kr.')}
        {field(say('Ferietillæg i måneden', 'Holiday supplement in the month'), 'holidaySupplement', 'kr.')}
        {field(say('Feriedage med ledighedsydelse', 'Holiday days with ledighedsydelse'), 'ledighedsydelseDays', say('dage', 'days'))}
      </details>
    </>
  );
}

export const MONTH_FIELDS = ['month', 'am-income', 'monthly-wage', 'hourly-wage', 'weekly-hours', 'intensity', ...Object.values(OPTIONS).map((option) => option.replace('--', ''))];

/** The month after tax, where the program knows it. */
function afterTax(facts: MonthFacts, language: string): MonthAnswer['tax'] {
  const place = facts.municipality.trim();
  return ask<MonthAnswer>(['month', ...monthWords(facts), '--after-tax', ...(place ? ['--municipality', place] : []), '--lang', language]).json?.tax;
}

export function MonthView({ facts, set, municipalities, link }: {
  facts: MonthFacts; set: (change: Partial<MonthFacts>) => void; municipalities: readonly string[]; link: () => string;
}) {
  const say = useSay();
  const words = useMemo(() => ['month', ...monthWords(facts), '--lang', say.language], [facts, say.language]);
  const answer = useMemo(() => ask<MonthAnswer>(words), [words]);
  const canTax = useMemo(() => knows('month', '--after-tax'), []);
  const tax = useMemo(() => (canTax && answer.json ? afterTax(facts, say.language) : undefined), [answer, facts, say.language]);
  const month = answer.json;
  const known = month?.payout !== null && month?.payout !== undefined;
  return (
    <div class="month-view">
      <div class="answer" aria-live="polite">
        <h1>{say('Denne måned', 'This month')}</h1>
        {month && <p class="sentence">{known
          ? say(`For ${say.month(month.month)} udbetales ${say.kr(month.payout, 2)} før skat.`, `For ${say.month(month.month)} ${say.kr(month.payout, 2)} is paid before tax.`)
          : <>{say(`For ${say.month(month.month)} udbetales mellem `, `For ${say.month(month.month)} is paid between `)}<Amount answer={month} name="payout" /></>}</p>}
        {month && tax && <p class="tone">{say(`Efter skat er det ${say.kr(tax.in_hand, 2)} i hånden`, `After tax that is ${say.kr(tax.in_hand, 2)} in hand`)}{tax.all_in_hand
          ? say(`, og med lønnen ${say.kr(tax.all_in_hand, 2)}`, `, and ${say.kr(tax.all_in_hand, 2)} with the pay.`)
          : say('.', '.')}</p>}
        {month?.decides?.map((each) => (
          <p class="tone" key={each.fact}>{say(`Det, der ikke er oplyst, betyder op til ${say.kr(each.worth)}`, `What is not given is worth up to ${say.kr(each.worth)}.`)}</p>
        ))}
        {answer.wrong && <p class="stale">{say('Et felt skal rettes.', 'A field must be mended.')}</p>}
      </div>
      <form class="facts" onSubmit={(event) => event.preventDefault()} aria-label={say('Månedens tal', 'The figures of the month')}>
        <h2>{say('Månedens tal', 'The figures of the month')}</h2>
        <p class="help no-print">{say('Tallene er et eksempel, til du skriver dine egne.', 'The figures are an example until you write your own.')}</p>
        <Trouble wrong={answer.wrong} fields={MONTH_FIELDS} />
        <MonthForm facts={facts} set={set} wrong={answer.wrong} />
        {canTax && <Field label={say('Kommune (til skatten)', 'Municipality (for the tax)')} name="municipality" value={facts.municipality} inputMode="text" list="month-municipalities"
          onChange={(municipality) => set({ municipality })} placeholder={say('landets gennemsnit', 'the average')} />}
        <datalist id="month-municipalities">{municipalities.map((name) => <option key={name} value={name} />)}</datalist>
      </form>
      {month && (
        <div class="results">
          <Section title={say('Det udbetales', 'What is paid')}>
            <dl class="sums">
              <div><dt>{say('Løn, der tæller', 'Pay that counts')}</dt><dd><Amount answer={month} name="wage" /></dd></div>
              <div><dt>{say('Fleksløntilskud', 'Fleksløntilskud')}</dt><dd><Amount answer={month} name="fleksloentilskud" /></dd></div>
              <div><dt>{say('Eget ATP-bidrag', 'Own ATP')}</dt><dd><Amount answer={month} name="own_atp" /></dd></div>
              <div class="total"><dt>{say('Til udbetaling før skat', 'Paid out before tax')}</dt><dd><Amount answer={month} name="payout" /></dd></div>
            </dl>
            {month.normal_wage_ceiling === null && <p class="basis">{say('Lønloftet er ikke oplyst. Tilskuddet kan blive lavere, når det kendes.', 'The ceiling is not given. The subsidy may be lower once it is known.')}</p>}
          </Section>
          <Section title={say('Sådan er det regnet', 'How it is worked out')}>
            <p class="help">{say('Åbn en linje og se reglen, paragraffen og satsen.', 'Open a line to see its rule, paragraph and rate.')}</p>
            <Steps steps={month.steps} />
            <GiveAway name={`fleks-${month.month}`} link={link} text={() => run(words).text} json={() => answer.text}
              csv={() => ['rule;name;amount;unit;source;status', ...month.steps.map((step) => [step.rule, step.name, say.language === 'da' ? step.amount.replace('.', ',') : step.amount, step.unit, step.source, step.status].map(cell).join(';'))].join('\r\n') + '\r\n'} />
          </Section>
        </div>
      )}
    </div>
  );
}

/** A cell of a CSV file that no spreadsheet takes for a formula. */
const cell = (text: string): string => {
  const safe = /^[=+@\t]/.test(text) ? `'${text}` : text;
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
