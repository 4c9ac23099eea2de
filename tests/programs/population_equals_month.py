#!/usr/bin/env python3
"""10.000 sampled rows of `fleks population` are those of `fleks month`.

usage: population_equals_month.py FLEKS [--every]
Asks `fleks month` for 300 of the distinct months among the rows, and for some with ledighedsydelse paid for holiday days;
with --every for all of them, which takes a minute.
"""
import csv, io, json, subprocess, sys
from concurrent.futures import ThreadPoolExecutor

fleks, every = sys.argv[1], sys.argv[2:] == ['--every']
run = lambda *words, given=None: subprocess.run([fleks, *words], input=given, capture_output=True, text=True, check=True).stdout
rows = run('sample', '--rows', '10000', '--seed', '42')
given = list(csv.DictReader(io.StringIO(rows)))

# FLT-12 to March 2022: what was paid for holiday days is deducted, and the column says what it was.
header = list(given[0]) + ['ledighedsydelse']
for row in given: row['ledighedsydelse'] = ''
holidays = [row for row in given if row['ledighedsydelse_days'] not in ('', '0')]
given += [{**row, 'id': f'h{at}', 'month': month, 'ledighedsydelse': f'{at * 731 % 9000}.{at % 100:02d}'}
          for at, row in enumerate(holidays[:40]) for month in ('2014-03', '2019-07', '2020-02', '2022-03', '2022-04', '2024-06')]
text = io.StringIO()
writer = csv.DictWriter(text, header, lineterminator='\n')
writer.writeheader()
writer.writerows(given)
rows = text.getvalue()
result = list(csv.DictReader(io.StringIO(run('population', '-', '-o', '-', given=rows))))
assert len(given) == len(result) > 10200

OPTIONS = {'am_income': '--am-income', 'own_pension': '--own-pension', 'employer_pension': '--employer-pension', 'other_wage': '--other-wage',
           'daily_benefit': '--daily-benefit', 'ledighedsydelse_days': '--ledighedsydelse-days',
           'ledighedsydelse': '--ledighedsydelse', 'ceiling': '--ceiling', 'paid_hours': '--paid-hours'}
AMOUNTS = ('taper', 'before_ceiling', 'ceiling_cut', 'holiday_cut', 'fleksloentilskud', 'own_atp', 'payout', 'obligatory_pension')

def oere(text):  # half up, as the population shows the exact amounts
    whole, _, decimals = text.partition('.')
    return int(whole) * 100 + int(decimals[:2]) + (decimals[2:3] >= '5')

def differing(pair):
    facts, amounts = pair
    assert facts['id'] == amounts['id'] and facts['month'] == amounts['month']
    words = ['month', '--format', 'json', '--month', facts['month']]
    for column, option in OPTIONS.items():
        if facts[column] != '': words += [option, facts[column]]
    month = json.loads(run(*words))
    return [name for name in AMOUNTS if oere(month[name]) != oere(amounts[name])]

# Rare facts first: ordinary months of one citizen are all alike.
pairs = sorted(zip(given, result), key=lambda p: (p[0]['ledighedsydelse'] == '', p[0]['daily_benefit'] == '0.00', p[0]['ledighedsydelse_days'] == '0', p[0]['other_wage'] == '0.00'))
paid = sum(facts['ledighedsydelse'] != '' for facts, _ in pairs)
asked = pairs if every else pairs[:paid:3] + pairs[paid::(len(pairs) - paid) // 300]
with ThreadPoolExecutor(2) as pool:
    wrong = [(pair, names) for pair, names in zip(asked, pool.map(differing, asked)) if names]
for pair, names in wrong[:10]: print(pair, names)
print(f'{len(asked)} of {len(pairs)} rows asked of fleks month, {len(wrong)} differ')
sys.exit(bool(wrong))
