// One sheet for the conversation between job consultant, citizen and employer: what is agreed, what each step gives, the picture.

import { useMemo, useState } from 'preact/hooks';
import { CourseTable } from './Course';
import { Basis, KinkList, type Picture, answerIn, pictureOf } from './HourView';
import { InHand, OneHour } from './pictures';
import { Section } from './parts';
import type { Situation, Station } from './situation';
import { useSay } from './words';

function Written({ label }: { label: string }) {
  const [text, setText] = useState('');
  return (
    <label class="written">
      <span>{label}</span>
      <input type="text" maxLength={100} autocomplete="off" value={text} onInput={(event) => setText(event.currentTarget.value)} />
    </label>
  );
}

export function TalkView({ s, stations, goTo }: { s: Situation; stations: readonly Station[]; goTo: () => void }) {
  const say = useSay();
  const picture: Picture = useMemo(() => pictureOf(s, say.language), [s, say.language]);
  const { hours, now, next } = picture;
  if (!hours || !now || !next)
    return <div class="talk-view"><h1>{say('Samtalen', 'The conversation')}</h1><p class="trouble" role="alert">{picture.wrong?.text}</p>
      <button type="button" onClick={goTo}>{say('Ret tallene', 'Mend the figures')}</button></div>;
  const answer = answerIn(say, now, next);
  const name = say(`${say.number(s.hourlyWage)} kr. i timen, ${say.number(now.hours)} timer om ugen`, `DKK ${say.number(s.hourlyWage)} an hour, ${say.number(now.hours)} hours a week`);
  return (
    <article class="talk-view">
      <header>
        <h1>{say('Samtale om timer og løn', 'A conversation on hours and pay')}</h1>
        <p class="tone">{name}, {say('satser for', 'rates of')} {hours.year}</p>
        <div class="no-print give-away">
          <button type="button" class="primary" onClick={() => window.print()}>{say('Udskriv arket', 'Print the sheet')}</button>
          <button type="button" onClick={goTo}>{say('Ret tallene', 'Change the figures')}</button>
        </div>
        <div class="names">
          <Written label={say('Borger', 'Citizen')} />
          <Written label={say('Arbejdsgiver', 'Employer')} />
          <Written label={say('Jobkonsulent', 'Job consultant')} />
          <Written label={say('Dato', 'Date')} />
        </div>
      </header>
      <Section title={say('En time mere', 'One hour more')}>
        <p class="sentence">{answer.main}</p>
        <p>{answer.tone}</p>
        <OneHour row={next} />
      </Section>
      <Section title={say('Det aftalte forløb', 'The course agreed')}>
        <CourseTable s={s} stations={stations} />
      </Section>
      <Section title={say('I hånden efter timer', 'In hand by hours')}>
        <InHand hours={hours} kinks={hours.kinks} now={{ hours: Number(now.hours), inHand: Number(now.in_hand) }} />
        <KinkList kinks={hours.kinks} />
      </Section>
      <footer>
        <Basis hours={hours} />
        <div class="signatures"><span>{say('Borger', 'Citizen')}</span><span>{say('Arbejdsgiver', 'Employer')}</span><span>{say('Jobkonsulent', 'Job consultant')}</span></div>
      </footer>
    </article>
  );
}
