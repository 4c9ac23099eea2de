// Two situations side by side: now, and what is offered.

import type { Wrong } from './engine';
import { CeilingFields, FIELDS, Work } from './Person';
import { Table, Trouble } from './parts';
import type { Row, Situation } from './situation';
import { useSay } from './words';

/** The difference of two decimal texts of two decimals, exactly. */
export function difference(a: string, b: string): string {
  const oere = (text: string) => BigInt(text.replace('.', ''));
  const d = oere(b) - oere(a);
  const digits = (d < 0n ? -d : d).toString().padStart(3, '0');
  return `${d < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function Compare({ s, offer, set, now, then, wrong }: {
  s: Situation; offer: Situation; set: (change: Partial<Situation>) => void; now: Row; then: Row | undefined; wrong: Wrong | undefined;
}) {
  const say = useSay();
  const lines: [string, keyof Row][] = [
    [say('Løn før skat', 'Pay before tax'), 'gross_pay'],
    [say('Fleksløntilskud', 'Fleksløntilskud'), 'fleksloentilskud'],
    [say('Boligsikring', 'Housing benefit'), 'housing_benefit'],
    [say('I hånden', 'In hand'), 'in_hand'],
    [say('Sparet op til pension', 'Saved for pension'), 'pension_saved'],
  ];
  const gain = then ? difference(now.in_hand, then.in_hand) : '0.00';
  return (
    <div class="side-by-side">
      <div class="facts">
        <h3>{say('Tilbuddet', 'The offer')}</h3>
        <Trouble wrong={wrong} fields={FIELDS} />
        <Work s={offer} set={set} wrong={wrong} />
        <CeilingFields s={offer} set={set} wrong={wrong} />
      </div>
      {then && (
        <div aria-live="polite">
          <p class="sentence">
            {Number(gain) > 0
              ? say(`Tilbuddet giver ${say.kr(gain)} mere i hånden om måneden.`, `The offer gives ${say.kr(gain)} more in hand a month.`)
              : Number(gain) < 0
                ? say(`Tilbuddet giver ${say.kr(gain.replace('-', ''))} mindre i hånden om måneden.`, `The offer gives ${say.kr(gain.replace('-', ''))} less in hand a month.`)
                : say('Tilbuddet giver det samme i hånden.', 'The offer gives the same in hand.')}
          </p>
          <Table
            caption={say('Nu og tilbuddet, kroner om måneden', 'Now and the offer, kroner a month')}
            head={[say('Om måneden', 'A month'), `${say('Nu', 'Now')}: ${say.number(now.hours)} t. à ${say.number(s.hourlyWage)}`, `${say('Tilbud', 'Offer')}: ${say.number(then.hours)} t. à ${say.number(offer.hourlyWage)}`, say('Forskel', 'Difference')]}
            rows={lines.map(([name, key]) => [name, say.kr(String(now[key]), 2), say.kr(String(then[key]), 2), say.change(difference(String(now[key]), String(then[key])), 2)])}
            marked={3}
          />
        </div>
      )}
    </div>
  );
}
