// The form of who it is about. Every field says what it is, and an error stands at it.

import type { Wrong } from './engine';
import { Check, Choice, Field } from './parts';
import type { Situation } from './situation';
import { useSay } from './words';

export const YEARS = ['2026', '2025', '2024', '2023', '2022', '2021', '2020', '2019'] as const;

export const FIELDS = [
  'hourly-wage', 'from', 'intensity', 'own-pension', 'employer-pension', 'ceiling', 'ceiling-hourly', 'ceiling-supplements',
  'ceiling-bonus', 'ceiling-pension', 'municipality', 'children', 'rent', 'hours', 'to',
];

interface Props {
  s: Situation;
  set: (change: Partial<Situation>) => void;
  wrong: Wrong | undefined;
}

/** The hours of a question about one more are called from and to. */
export const atField = (wrong: Wrong | undefined): Wrong | undefined =>
  wrong && (wrong.field === 'from' || wrong.field === 'to') ? { ...wrong, field: 'hours' } : wrong;

export function Work({ s, set, wrong }: Props) {
  const say = useSay();
  return (
    <>
      <Field label={say('Timeløn før skat', 'Pay an hour before tax')} name="hourly-wage" value={s.hourlyWage} unit="kr."
        onChange={(hourlyWage) => set({ hourlyWage })} wrong={wrong} help={say('Også før din egen pension.', 'Also before your own pension.')} />
      <Field label={say('Timer om ugen', 'Hours a week')} name="hours" value={s.hours} unit={say('timer', 'hours')}
        onChange={(hours) => set({ hours })} wrong={atField(wrong)} />
      <Field label={say('Arbejdsintensitet (hvis den er aftalt)', 'Work intensity (if one is agreed)')} name="intensity" value={s.intensity} unit="%"
        onChange={(intensity) => set({ intensity })} wrong={wrong} placeholder="100"
        help={say('Ved 75 % er 8 timer på arbejde 6 timer med løn.', 'At 75 % 8 hours present are 6 hours paid.')} />
      <div class="two">
        <Field label={say('Din pension', 'Your pension')} name="own-pension" value={s.ownPension} unit="%" onChange={(ownPension) => set({ ownPension })} wrong={wrong} />
        <Field label={say('Arbejdsgivers', 'Employer’s')} name="employer-pension" value={s.employerPension} unit="%"
          onChange={(employerPension) => set({ employerPension })} wrong={wrong} />
      </div>
    </>
  );
}

export function CeilingFields({ s, set, wrong }: Props) {
  const say = useSay();
  return (
    <fieldset>
      <legend>{say('Lønloft', 'Ceiling')}</legend>
      <p class="help">{say('Lønnen om måneden, hvis jobbet var på fuld tid. Løn og tilskud kan ikke blive højere.',
        'The pay a month if the job were full time. Pay and subsidy cannot exceed it.')}</p>
      <Choice label={say('Kender du det?', 'Do you know it?')} name="ceiling-form" value={s.ceilingForm} onChange={(ceilingForm) => set({ ceilingForm })}
        choices={[
          ['unknown', say('Nej, brug min timeløn', 'No, take my hourly pay')],
          ['known', say('Ja, et beløb', 'Yes, an amount')],
          ['parts', say('Regn det ud', 'Work it out')]]} />
      {s.ceilingForm === 'known' && (
        <Field label={say('Lønloft om måneden', 'Ceiling a month')} name="ceiling" value={s.ceiling} unit="kr." onChange={(ceiling) => set({ ceiling })} wrong={wrong} />
      )}
      {s.ceilingForm === 'parts' && (
        <>
          <Field label={say('Timeløn på fuld tid', 'Hourly pay at full time')} name="ceiling-hourly" value={s.ceilingHourly} unit="kr."
            onChange={(ceilingHourly) => set({ ceilingHourly })} wrong={wrong} />
          <Field label={say('Tillæg om måneden', 'Supplements a month')} name="ceiling-supplements" value={s.ceilingSupplements} unit="kr."
            onChange={(ceilingSupplements) => set({ ceilingSupplements })} wrong={wrong} />
          <Field label={say('Fast bonus om måneden', 'Fixed bonus a month')} name="ceiling-bonus" value={s.ceilingBonus} unit="kr."
            onChange={(ceilingBonus) => set({ ceilingBonus })} wrong={wrong} />
          <Field label={say('Arbejdsgivers pension', 'Employer’s pension')} name="ceiling-pension" value={s.ceilingPension} unit="%"
            onChange={(ceilingPension) => set({ ceilingPension })} wrong={wrong} />
        </>
      )}
    </fieldset>
  );
}

export function Home({ s, set, wrong, municipalities }: Props & { municipalities: readonly string[] }) {
  const say = useSay();
  return (
    <>
      <Field label={say('Kommune', 'Municipality')} name="municipality" value={s.municipality} onChange={(municipality) => set({ municipality })} wrong={wrong}
        inputMode="text" list="municipalities" placeholder={say('landets gennemsnit', 'the average')} />
      <datalist id="municipalities">{municipalities.map((name) => <option key={name} value={name} />)}</datalist>
      <Check label={say('Medlem af folkekirken', 'Member of the church')} checked={s.church} onChange={(church) => set({ church })} />
      <Field label={say('Børn hjemme', 'Children at home')} name="children" value={s.children} inputMode="numeric" onChange={(children) => set({ children })} wrong={wrong} />
      <Check label={say('Enlig forsørger', 'Single parent')} checked={s.singleParent} onChange={(singleParent) => set({ singleParent })} />
      <Field label={say('Husleje om måneden', 'Rent a month')} name="rent" value={s.rent} unit="kr." onChange={(rent) => set({ rent })} wrong={wrong}
        help={say('Skriv den, hvis boligsikring skal tælle med.', 'Write it if housing benefit is to be counted.')} />
      <Choice label={say('Årets satser', 'Rates of the year')} name="year" value={s.year} choices={YEARS.map((year) => [year, year] as const)} onChange={(year) => set({ year })} />
      <Check label={say('Vis også uden job (ledighedsydelse)', 'Also without a job (ledighedsydelse)')} checked={s.fromZero} onChange={(fromZero) => set({ fromZero })} />
    </>
  );
}
