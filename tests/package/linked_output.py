"""What the programs of examples/link-* must print, from what the program fleks says of the same."""
import json
import re
import subprocess
import sys

language, fleks, case = sys.argv[1:]


def says(*words, expect=0):
    run = subprocess.run([fleks, *words], capture_output=True, text=True)
    if run.returncode != expect:
        sys.exit(f'fleks {" ".join(words)}: exit {run.returncode}: {run.stderr}')
    return run.stdout + run.stderr


def kroner(text):
    return (text.replace('.', ',') if language == 'c' else text) + ' kr.'


month = ('month', '--month', '2024-03', '--am-income', '15600', '--ceiling', '32067')
explained = says(*month)
if language == 'cpp':
    print(explained, end='')
    sys.exit()

statement = json.loads(says(*month, '--format', 'json'))
print(f'Fleksløntilskud {kroner(statement["fleksloentilskud"])}, til udbetaling {kroner(statement["payout"])}\n')
print(explained)

allowed = says('month', '--month', '2024-03', '--am-income=-0.01', expect=2).partition('Tilladt: ')[2].partition(', skrevet')[0]
refused = f'am_income: »-0.01« er negativt. Tilladt: {allowed}'
if language == 'c':
    print(f'Afvist: {refused}\n')
else:
    print(f'Afvist: am_income er -0.01.\n{refused}\n')

verdicts = {'pays': 'PAYS', 'hardly': 'HARDLY_PAYS', 'no': 'DOES_NOT_PAY'}
for row in json.loads(says('hours', '--year', '2025', '--hourly-wage', '200', '--municipality', 'København', '--from', '4', '--to', '20',
                           '--step', '4', '--format', 'json'))['rows']:
    extra = row['extra']
    line = f'{row["hours"]} timer om ugen: {kroner(row["in_hand"])} i hånden'
    if language == 'java' and extra:
        line += f', {kroner(extra["in_hand"])} mere ({verdicts[extra["verdict"]]})'
    print(line)

# Only the program knows what was given, and says it.
print('\n' + re.sub(r'(?ms)^  "facts": \{$.*?^  \},$\n', '', says('case', case, '--format', 'json')), end='')
