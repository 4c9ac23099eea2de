// How many hours give so much in hand?

import { useMemo, useState } from 'preact/hooks';
import { ask } from './engine';
import { Field, Section } from './parts';
import { type Situation, curve } from './situation';
import { typed, useSay } from './words';

interface Targets {
  targets: { hours: string; to: string | null; in_hand: string }[];
  most?: { hours: string; in_hand: string };
}

export function Target({ s, set }: { s: Situation; set: (change: Partial<Situation>) => void }) {
  const say = useSay();
  const [wanted, setWanted] = useState('');
  const amount = typed(wanted);
  const answer = useMemo(() => (amount ? ask<Targets>([...curve(s), '--target', amount, '--lang', say.language]) : undefined), [s, amount, say.language]);
  const targets = answer?.json?.targets;
  return (
    <Section title={say('Hvor mange timer skal der til?', 'How many hours does it take?')} class="target">
      <Field label={say('Så meget vil jeg have i hånden om måneden', 'So much I want in hand a month')} name="target" value={wanted} unit="kr."
        onChange={setWanted} wrong={answer?.wrong} placeholder="18.500" />
      <div aria-live="polite">
        {targets && targets.length > 0 && (
          <p>
            {say('Det får du ved ', 'You get it at ')}
            {targets.map((target, i) => (
              <span key={i}>
                {i > 0 && say(' og ved ', ' and at ')}
                <strong>{say.number(target.hours, 2)}{target.to && ` ${say('til', 'to')} ${say.number(target.to, 2)}`} {say('timer', 'hours')}</strong>
              </span>
            ))}
            {'. '}
            {targets.length === 1 && <button type="button" onClick={() => set({ hours: targets[0]?.hours ?? s.hours })}>{say('Vis det', 'Show it')}</button>}
          </p>
        )}
        {targets && targets.length === 0 && answer?.json?.most && (
          <p>{say(`Det når du ikke med denne løn. Det meste er ${say.kr(answer.json.most.in_hand)} ved ${say.number(answer.json.most.hours)} timer.`,
            `This pay does not reach it. The most is ${say.kr(answer.json.most.in_hand)} at ${say.number(answer.json.most.hours)} hours.`)}</p>
        )}
      </div>
    </Section>
  );
}
