// The officer: a case file dropped on the page, its months, its correction, its letter; and the audit of a payment.

import { useMemo, useRef, useState } from 'preact/hooks';
import late from '../../cases/late_wage_report.json?raw';
import ends from '../../cases/job_ends_mid_month.json?raw';
import { ask, file, run, type Wrong, written } from './engine';
import { MONTH_EXAMPLE, MONTH_FIELDS, MonthForm, type MonthFacts, type Step, Steps, monthWords } from './MonthView';
import { Choice, Field, GiveAway, Section, Table, Trouble, save } from './parts';
import { typed, useSay } from './words';

interface CaseMonth {
  month: string;
  status?: string;
  payout: string | null;
  subsidy: { fleksloentilskud: string; wage: string } | null;
  ledighedsydelse: { ledighedsydelse: string } | null;
  missing?: { text?: string }[];
  steps: Step[];
}
interface CaseAnswer {
  name: string | null;
  months: CaseMonth[];
}
interface CorrectionAnswer {
  total: string;
  months: { month: string; paid: string; due: string; difference: string; text: string | null; new_facts: { text: string }[] }[];
}

/** Whether a text is an answer of the income register (JSON, its reconciliation file, or XML) rather than a case. */
const isRegister = (text: string): boolean => !/^\s*([[{]|$)/.test(text) || /"(IndkomstOplysning|AngivelseKontrolOplysning|eIndkomst)/.test(text.slice(0, 4000));

/** The text of a file: UTF-8, or the coding that its XML declares where the browser knows it. */
function textOf(bytes: ArrayBuffer): string {
  const begin = new TextDecoder('latin1').decode(bytes.slice(0, 200));
  const coding = /^<\?xml[^>]*encoding=["']([\w.-]+)/.exec(begin)?.[1] ?? (/^(\xFF\xFE|<\0)/.test(begin) ? 'utf-16le' : /^(\xFE\xFF|\0<)/.test(begin) ? 'utf-16be' : 'utf-8');
  try {
    return new TextDecoder(coding).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

export function OfficerView() {
  const say = useSay();
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [register, setRegister] = useState('');
  const [trouble, setTrouble] = useState('');
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);

  const open = (itsName: string, itsText: string) => {
    setTrouble('');
    setRegister('');
    if (isRegister(itsText)) {
      file(itsName, itsText);
      const caseName = itsName.replace(/\.[a-z]+$/i, '') + '.case.json';
      const read = run(['income', itsName, '-o', caseName, '--lang', say.language]);
      if (read.code === 2) { setTrouble(read.text); return; }
      setRegister(itsName);
      setName(caseName);
      setText(written(caseName));
      return;
    }
    setName(itsName);
    setText(itsText);
  };
  const asked = useMemo(() => (register ? run(['income', register, '-o', name, '--lang', say.language]).text : ''), [register, name, say.language]);
  const take = async (files: FileList | null | undefined) => {
    const first = files?.[0];
    if (!first) return;
    if (first.size > 16_000_000) { setTrouble(say('Filen er større end 16 MB.', 'The file is larger than 16 MB.')); return; }
    open(first.name, textOf(await first.arrayBuffer()));
  };
  return (
    <div class="officer-view">
      <div class="answer">
        <h1>{say('Sagsbehandler', 'The officer')}</h1>
        <p class="tone">{say('En sag måned for måned: hvad der udbetales, hvad der skal reguleres, og brevet. Filen læses her på siden og sendes ingen steder.',
          'A case month by month: what is paid, what is corrected, and the letter. The file is read in the page and sent nowhere.')}</p>
      </div>
      <div class={over ? 'drop is-over' : 'drop'} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
        onDrop={(event) => { event.preventDefault(); setOver(false); void take(event.dataTransfer?.files); }}>
        <p>{say('Slip en sagsfil eller indkomstregistrets svar (JSON eller XML) her, eller', 'Drop a case file or the answer of the income register (JSON or XML) here, or')}</p>
        <input ref={chooser} class="visually-hidden" type="file" accept=".json,.xml,.csv,application/json,application/xml,text/xml,text/csv" aria-label={say('Vælg en sagsfil', 'Choose a case file')}
          onChange={(event) => { void take(event.currentTarget.files); event.currentTarget.value = ''; }} />
        <div class="give-away">
          <button type="button" class="primary" onClick={() => chooser.current?.click()}>{say('Vælg en fil', 'Choose a file')}</button>
          <button type="button" onClick={() => open(say('for-sent-indberettet.json', 'late-report.json'), late)}>{say('Eksempel: løn indberettet for sent', 'Example: a late wage report')}</button>
          <button type="button" onClick={() => open(say('job-ophoerer.json', 'job-ends.json'), ends)}>{say('Eksempel: job ophører', 'Example: a job ends')}</button>
          {text && <button type="button" onClick={() => save(name, 'application/json', text)}>{say('Gem sagen', 'Save the case')}</button>}
          {text && <button type="button" onClick={() => { setText(''); setName(''); setRegister(''); }}>{say('Luk sagen', 'Close the case')}</button>}
        </div>
        {trouble && <p class="trouble" role="alert">{trouble}</p>}
      </div>
      {asked && <Section title={say('Læst fra registret', 'Read from the register')}><pre class="register" aria-live="polite">{asked.trim()}</pre></Section>}
      {text && <CaseFile name={name} text={text} />}
      <Audit />
    </div>
  );
}

function CaseFile({ name, text }: { name: string; text: string }) {
  const say = useSay();
  const words = useMemo(() => {
    file(name, text);
    return ['case', name, '--lang', say.language];
  }, [name, text, say.language]);
  const answer = useMemo(() => ask<CaseAnswer>(words), [words]);
  const [month, setMonth] = useState('');
  if (!answer.json)
    return <Section title={say('Sagen kan ikke beregnes endnu', 'The case cannot be computed yet')}>
      <ul class="problems" role="alert">{(answer.wrong?.text ?? '').split('\n').map((line, i) => <li key={i}>{line.replace(`${name}: `, '')}</li>)}</ul>
    </Section>;
  const months = answer.json.months;
  const chosen = months.find((each) => each.month === month) ?? months[0];
  return (
    <>
      <Section title={answer.json.name ?? say('Sagen', 'The case')}>
        <div class="sheet">
          <Table caption={say('Måned for måned', 'Month by month')}
            head={[say('Måned', 'Month'), say('Løn', 'Pay'), say('Fleksløntilskud', 'Fleksløntilskud'), say('Ledighedsydelse', 'Ledighedsydelse'), say('Udbetales', 'Paid')]}
            rows={months.map((each) => [
              <button type="button" class="as-link" aria-pressed={each === chosen} onClick={() => setMonth(each.month)}>{say.month(each.month)}</button>,
              say.kr(each.subsidy?.wage, 2), say.kr(each.subsidy?.fleksloentilskud, 2), say.kr(each.ledighedsydelse?.ledighedsydelse, 2),
              each.payout === null ? say('mangler oplysning', 'a fact is missing') : say.kr(each.payout, 2)])}
            marked={months.indexOf(chosen as CaseMonth)} />
        </div>
        {chosen && <details><summary>{say(`Sådan er ${say.month(chosen.month)} regnet`, `How ${say.month(chosen.month)} is worked out`)}</summary><Steps steps={chosen.steps} /></details>}
        <GiveAway name={name.replace(/\.json$/, '')} text={() => run(words).text} json={() => answer.text} />
      </Section>
      <Correction words={words} months={months.map((each) => each.month)} />
      <Letter words={words} months={months.map((each) => each.month)} />
    </>
  );
}

function Correction({ words, months }: { words: readonly string[]; months: readonly string[] }) {
  const say = useSay();
  const [from, setFrom] = useState(months[0] ?? '');
  const chosen = months.includes(from) ? from : (months[0] ?? '');
  const answer = useMemo(() => ask<CorrectionAnswer>([...words, '--correct-from', chosen]), [words, chosen]);
  return (
    <Section title={say('Efterregulering', 'Correction')} class="words">
      <Choice label={say('Fra og med', 'From')} name="correct-from" value={chosen} choices={months.map((month) => [month, say.month(month)] as const)} onChange={setFrom} />
      {answer.wrong && <p class="trouble" role="alert">{answer.wrong.text}</p>}
      {answer.json && (
        <>
          <p class="sentence" aria-live="polite">
            {Number(answer.json.total) > 0
              ? say(`Efterbetaling i alt: ${say.kr(answer.json.total, 2)}`, `To be paid out in all: ${say.kr(answer.json.total, 2)}.`)
              : Number(answer.json.total) < 0
                ? say(`Udbetalt for meget i alt: ${say.kr(answer.json.total.replace('-', ''), 2)} Om beløbet kan trækkes fra eller kræves tilbage, skal afgøres for sig.`,
                  `Paid too much in all: ${say.kr(answer.json.total.replace('-', ''), 2)}. Whether it can be taken off or reclaimed is to be decided by itself.`)
                : say('Intet skal reguleres.', 'Nothing is to be corrected.')}
          </p>
          <Table caption={say('Efterregulering måned for måned', 'The correction month by month')}
            head={[say('Måned', 'Month'), say('Udbetalt', 'Paid'), say('Ret til', 'Due'), say('Forskel', 'Difference'), say('Hvorfor', 'Why')]}
            rows={answer.json.months.map((each) => [say.month(each.month), say.kr(each.paid, 2), say.kr(each.due, 2), say.change(each.difference, 2), each.new_facts.map((fact) => fact.text).join(' ') || '–'])} />
          <GiveAway name={`efterregulering-${chosen}`} text={() => run([...words, '--correct-from', chosen]).text} json={() => answer.text} />
        </>
      )}
    </Section>
  );
}

function Letter({ words, months }: { words: readonly string[]; months: readonly string[] }) {
  const say = useSay();
  const [month, setMonth] = useState('');
  const frame = useRef<HTMLIFrameElement>(null);
  const chosen = months.includes(month) ? month : (months.at(-1) ?? '');
  const letter = useMemo(() => run([...words, '--letter', chosen, '--format', 'html']), [words, chosen]);
  return (
    <Section title={say('Brevet til borgeren', 'The letter to the citizen')}>
      <Choice label={say('Måned', 'Month')} name="letter" value={chosen} choices={months.map((each) => [each, say.month(each)] as const)} onChange={setMonth} />
      {letter.wrong ? <p class="trouble" role="alert">{letter.wrong.text}</p> : (
        <>
          <iframe ref={frame} class="letter" title={say('Brevet', 'The letter')} sandbox="allow-same-origin allow-modals" srcdoc={letter.text} />
          <div class="give-away">
            <button type="button" onClick={() => frame.current?.contentWindow?.print()}>{say('Udskriv brevet', 'Print the letter')}</button>
            <button type="button" onClick={() => save(`brev-${chosen}.html`, 'text/html', letter.text)}>{say('Gem brevet', 'Save the letter')}</button>
          </div>
        </>
      )}
    </Section>
  );
}

interface AuditAnswer {
  due: string;
  paid: string;
  difference: string;
  verdict: 'right' | 'wrong' | string;
  text: string;
  explanations: { text: string; exact: boolean; amount: string; remedy: string[]; rules: string[] }[];
}

function Audit() {
  const say = useSay();
  const [facts, setFacts] = useState<MonthFacts>({ ...MONTH_EXAMPLE, month: '2024-03', pay: '14.400', ownPension: '', employerPension: '1.200', ceiling: '32.067', paidHours: '' });
  const [paid, setPaid] = useState('15.632');
  const [sameMonth, setSameMonth] = useState('');
  const words = useMemo(() => ['audit', ...monthWords(facts), '--paid', typed(paid), ...(typed(sameMonth) ? ['--wage-of-same-month', typed(sameMonth)] : []), '--lang', say.language], [facts, paid, sameMonth, say.language]);
  const answer = useMemo(() => ask<AuditAnswer>(words), [words]);
  const wrong: Wrong | undefined = answer.wrong;
  const found = answer.json;
  return (
    <Section title={say('Er det udbetalte rigtigt?', 'Is what was paid right?')} class="audit">
      <div class="side-by-side">
        <form class="facts" onSubmit={(event) => event.preventDefault()} aria-label={say('Det udbetalte', 'What was paid')}>
          <Trouble wrong={wrong} fields={[...MONTH_FIELDS, 'paid', 'wage-of-same-month']} />
          <Field label={say('Udbetalt fleksløntilskud', 'Fleksløntilskud paid')} name="paid" value={paid} unit="kr." onChange={setPaid} wrong={wrong} help={say('Tilskuddet før ATP-bidrag, som kommunen har beregnet det.', 'The subsidy before ATP, as the municipality computed it.')} />
          <MonthForm facts={facts} set={(change) => setFacts({ ...facts, ...change })} wrong={wrong} />
          <Field label={say('Løn i måneden selv (hvis kendt)', 'Pay of the month itself (if known)')} name="wage-of-same-month" value={sameMonth} unit="kr." onChange={setSameMonth} wrong={wrong} />
        </form>
        {found && (
          <div aria-live="polite">
            <p class="sentence">
              {found.verdict === 'right' || Number(found.difference) === 0
                ? say(`Det udbetalte, ${say.kr(found.paid, 2)}, svarer til beregningen.`, `What was paid, ${say.kr(found.paid, 2)}, is as computed.`)
                : Number(found.difference) < 0
                  ? say(`Der er udbetalt ${say.kr(found.difference.replace('-', ''), 2)} for meget.`, `${say.kr(found.difference.replace('-', ''), 2)} too much was paid.`)
                  : say(`Der mangler ${say.kr(found.difference, 2)}`, `${say.kr(found.difference, 2)} is missing.`)}
            </p>
            <p>{say(`Beregnet ${say.kr(found.due, 2)} Udbetalt ${say.kr(found.paid, 2)}`, `Computed ${say.kr(found.due, 2)}. Paid ${say.kr(found.paid, 2)}.`)}</p>
            {found.explanations.length > 0 && <h3>{say('Fejlen, der giver det', 'The mistake that gives it')}</h3>}
            <ul>{found.explanations.slice(0, 5).map((each, i) => (
              <li key={i}>{each.text} {each.exact ? say('Det giver nøjagtig beløbet.', 'It gives exactly the amount.') : say(`Det giver ${say.kr(each.amount, 2)}`, `It gives ${say.kr(each.amount, 2)}.`)} <span class="rule">{each.rules.join(', ')}</span></li>
            ))}</ul>
            <GiveAway name={`revision-${facts.month}`} text={() => found.text} json={() => answer.text} />
          </div>
        )}
      </div>
    </Section>
  );
}
