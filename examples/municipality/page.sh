#!/usr/bin/env bash
# README.md of this folder: what the effort in Aarhus gives and costs, for a municipal council.
# usage, in the project's folder: bash examples/municipality/page.sh     (FLEKS names another program than build/release/fleks)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
fleks=${FLEKS:-build/release/fleks}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for effort in 35-2013 73-2013 35-today 73-today; do
  "$fleks" municipality "examples/municipality/aarhus-$effort.json" --simulate 200 --format json >"$work/$effort.json"
done
"$fleks" municipality examples/municipality/aarhus-near.json --format json >"$work/near.json"
python3 - "$work" <<'END'
import json, sys
efforts = {name: json.load(open(f'{sys.argv[1]}/{name}.json')) for name in ('35-2013', '73-2013', '35-today', '73-today')}
inputs = {name: json.load(open(f'examples/municipality/aarhus-{name}.json')) for name in efforts}
def million(text):
    text = f'{round(float(text) / 1e6, 2) + 0.0:+.2f}'.replace('.', ',')
    return text.replace('-', '−')
def pct(text): return 'aldrig' if text is None else f'{float(text):.1f} pct.'.replace('.', ',', 1)
titles = {'35-2013': '35 pct. videre, 2013-2016', '73-2013': '73 pct. videre, 2013-2016', '35-today': '35 pct. videre, dagens regler', '73-today': '73 pct. videre, dagens regler'}
print('''# Puljefleksjob i Aarhus: betaler det sig?

Fra 2013 fik borgere, der havde været på ledighedsydelse i 18 af de sidste 24 måneder, et midlertidigt fleksjob i
kommunen i 9-12 måneder. Fire jobkonsulenter og puljen kostede 1,5 mio. kr. om året. 608 begyndte til og med august 2016, og
af de 409, der var færdige, var 299 (73,1 pct.) i et ordinært fleksjob eller job; målet var 35 pct. Kommunen ventede 1,0 mio.
kr. mindre i 2013 og 0,2 mio. kr. mere i 2014-2016, hvis målet blev nået.

Det betaler sig at flytte netop dem, fordi staten intet refunderede af deres ledighedsydelse (KOM-5), mens den refunderede en
del af fleksløntilskuddet (KOM-6). I dag følger begge ydelser den samme trappe (KOM-1), og forskellen er mindre.

## Kommunens resultat, mio. kr.

Forskellen til det, der ville være sket alligevel; plus er penge i kassen.
''')
years = {name: [y['year'] for y in e['years']] for name, e in efforts.items()}
print('| | 1. år | 2. år | 3. år | 4. år | i alt | staten i alt | borgerne i hånden | betaler sig ved | tjent hjem |')
print('|---|---|---|---|---|---|---|---|---|---|')
for name, e in efforts.items():
    row = [million(y['municipality']) for y in e['years']]
    months = e['break_even']['months']
    print('|', ' | '.join([titles[name], *row, million(e['in_all']['municipality']), million(e['in_all']['state']), million(e['in_all']['citizen']),
                           pct(e['break_even']['success_pct']), 'ikke i tiden' if months is None else f'{months} måneder']), '|')
near, near_file = (json.load(open(f'{at}/{name}.json')) for at, name in ((sys.argv[1], 'near'), ('examples/municipality', 'aarhus-near')))
mean = sum(float(y['municipality']) for y in near['years'][1:]) / 3
print(f'''
Kommunen ventede langt mindre: −1,0 i 2013 og +0,2 om året i 2014-2016 ved 35 pct. De to tal kan ikke regnes efter af det,
der er offentligt. Regnestykket kommer nær dem ({million(near['years'][0]['municipality'])} i 2013 og {million(mean)} om året i gennemsnit af de tre næste), når man
antager tre ting på én gang, se `aarhus-near.json`: at indsatsen kun flytter {near_file['participants']} personer i de fire år og ikke 608, at arbejdet i
puljen intet er værd for forvaltningerne, og at {near_file['anyway'][0]['pct']['value']} pct. var kommet i fleksjob alligevel. Det meste af gevinsten i tabellen er
statens refusion af tilskuddet i selve puljejobbet; den er der, hvad enten deltageren går videre eller ej.

''')
e = efforts['35-2013']
print('''## Hvad der afgør det

Kommunens resultat i alt ved 35 pct. videre i 2013-2016, mio. kr., når ét spænd er i sin ende og resten som ventet:

| antagelse | fra | til | resultat ved fra | resultat ved til |
|---|---|---|---|---|''')
for d in e['decides'][:8]:
    print(f"| {d['name']} | {d['from'].replace('.', ',')} | {d['to'].replace('.', ',')} | {million(d['at_from'])} | {million(d['at_to'])} |")
print('''
## Hvor sikkert er det

200 hold trukket tilfældigt fra spændene, mio. kr. for kommunen i alt:

| | betaler sig | 5 pct. | 25 pct. | midt | 75 pct. | 95 pct. |
|---|---|---|---|---|---|---|''')
for name, e in efforts.items():
    s = e['simulation']
    print('|', ' | '.join([titles[name], pct(100 * s['paying'] / s['cohorts']), *[million(s[p]) for p in ('p5', 'p25', 'p50', 'p75', 'p95')]]), '|')
print('''
## Antaget

Det, der er oplyst, er målgruppen, prisen, antallet, måneder i puljen, hvor mange der gik videre, og reglerne. Resten er
antagelser, mærket `"assumed": true` i filerne: timeløn og timer i puljen og bagefter, hvad arbejdet i puljen er værd for den
forvaltning, der får det udført (`pool.work_worth_pct`), hvad »andet« er for en ydelse, og hvor mange der ville være kommet videre
alligevel (`anyway`). Puljens betaling af den halve løn er kommunens egne penge og flytter intet i det samlede regnskab.
Skatten er med, hvor satserne har den for året.

| | 2013-2016 | dagens regler |
|---|---|---|''')
def shown(value):
    if isinstance(value, dict):
        return value['value'] if 'value' in value else f"{value['likely']} ({value['from']}-{value['to']})"
    return value
def assumed(effort, path=''):
    found = {}
    items = effort.items() if isinstance(effort, dict) else enumerate(effort)
    for key, value in items:
        at = f'{path}[{key}]' if isinstance(key, int) else f'{path}.{key}' if path else key
        if isinstance(value, dict) and value.get('assumed'): found[at] = shown(value)
        elif isinstance(value, (dict, list)): found.update(assumed(value, at))
    return found
then, today = assumed(inputs['35-2013']), assumed(inputs['35-today'])
for name in then:
    print(f"| `{name}` | {str(then[name]).replace('.', ',')} | {str(today.get(name, '')).replace('.', ',')} |")
print('''
```sh
bash examples/municipality/page.sh                                      # denne side
build/release/fleks municipality examples/municipality/aarhus-73-2013.json
build/release/fleks municipality examples/municipality/aarhus-35-2013.json --format svg -o aarhus.svg
```''')
END
