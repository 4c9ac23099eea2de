"""usage: check.py PROGRAM SOURCE MONTHS csharp|java COMMAND...: what another language gives is what the program gives, as JSON."""

import concurrent.futures
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

program, source, count, language, command = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5:]
NAMES = ('am-income', 'own-pension', 'employer-pension', 'other-wage', 'daily-benefit', 'ledighedsydelse-days', 'ceiling', 'paid-hours')
draw = random.Random(2013)


def amount(most, chance):
    return f'{draw.randint(0, most * 100) / 100:.2f}' if draw.random() < chance else ''


def random_month():
    month = f'{draw.randint(2014, 2026)}-{draw.randint(1, 12):02}'
    days = str(draw.randint(0, 15)) if month >= '2022-04' and draw.random() < 0.2 else ''
    return [month, amount(35000, 1), amount(2000, 0.4), amount(4000, 0.5), amount(9000, 0.2), amount(9000, 0.1), days, amount(40000, 0.6),
            amount(160, 0.3)]


def asked(*arguments):
    return subprocess.run([program, *arguments, '--format', 'json'], capture_output=True, text=True, check=False).stdout


def of_month(facts):
    return asked('month', '--month', facts[0], *(f'--{name}={value}' for name, value in zip(NAMES, facts[1:]) if value))


def objects(path, first):
    """What the objects of C# say, from the program's JSON of the case and of its correction."""
    case, correction = json.loads(asked('case', path)), json.loads(asked('case', path, '--correct-from', first))

    def of(benefit, name):
        return benefit[name] if benefit else None

    return json.dumps({
        'months': [{'month': m['month'], 'decided': m['decided'], 'payout': m['payout'], 'fleksloentilskud': of(m['subsidy'], 'fleksloentilskud'),
                    'ledighedsydelse': of(m['ledighedsydelse'], 'ledighedsydelse'), 'reason': m['reason'] or '',
                    'status': ('computed', 'unknown', 'no_right').index(m['status'])} for m in case['months']],
        'facts_of_months': sum(len(m['facts']) for m in case['months']) + len(case['unused']), 'steps': sum(len(m['steps']) for m in case['months']),
        'total': correction['total'], 'to_recover': correction['to_recover'],
        'corrected': [[m['paid'], m['due'], m['difference'], m['basis'] or ''] for m in correction['months']]})


months = [random_month() for _ in range(count)]
cases = sorted((source / 'examples/cases').glob('*.json')) + sorted((source / 'tests/cases').glob('*.json'))
readable = []
for path in cases:
    try:
        readable.append((str(path), json.loads(path.read_text(encoding='utf-8'))['from'][:7]))
    except (KeyError, ValueError):
        pass
readable = [(path, first) for path, first in readable if asked('case', path, '--correct-from', first)]
with tempfile.TemporaryDirectory() as folder:
    given = os.path.join(folder, 'months.tsv')
    with open(given, 'w', encoding='utf-8') as file:
        file.writelines('\t'.join(facts) + '\n' for facts in months)
    done = subprocess.run([*command, given, *(part for case in readable for part in case)], capture_output=True, text=True)
if done.returncode:
    sys.exit(done.stderr[:2000])
got = done.stdout.split('\0')[:-1]
with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    wanted = list(pool.map(of_month, months))
wanted.append(asked('housing', '--year', '2026', '--income', '260000', '--rent', '6500'))
if language == 'csharp':
    wanted += [asked('hours', '--year', '2025', '--hourly-wage', '200', '--municipality', 'København', '--church', '--rent', '6000', '--from', '0',
                     '--to', '20', '--step', '2.5'),
               asked('ledighedsydelse', '--month', '2024-05', '--class', 'low_provider', '--am-income', '3000', '--lang', 'en'),
               asked('holiday', '--from', '2024-09-01', '--to', '2025-08-31', '--kind', 'allowance', '--monthly-pay', '12000'),
               asked('self-employed', '--year', '2019', '--income', '48000'), asked('ceiling', '--monthly-base', '28000'),
               asked('audit', '--month', '2024-03', '--am-income', '14400', '--employer-pension', '1200', '--ceiling', '32067', '--paid', '15632')]
for path, first in readable:
    wanted += [asked('case', path), asked('case', path, '--correct-from', first, '--lang', 'en'), asked('municipality', '--case', path),
               objects(path, first)]


def result(text):
    """Without what only the program adds: what it was given."""
    members = json.loads(text)
    members.pop('facts', None)
    if 'facts_of_months' in members:
        members.pop('fleks', None)
    return members


assert len(got) == len(wanted), (len(got), len(wanted))
wrong = [place for place, (a, b) in enumerate(zip(got, wanted)) if not b or result(a) != result(b)]
for place in wrong[:5]:
    print(f'not the same: {months[place] if place < count else place - count}')
print(f'{count} months and {len(readable)} cases, {len(wrong)} wrong')
sys.exit(bool(wrong) or len(readable) < 9)
