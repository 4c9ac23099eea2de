"""The net picture of every row of a population is what `fleks hours` says of the same citizen, øre by øre.

usage: population_equals_hours.py PROGRAM [CITIZENS [SEED]]
Random citizens, each at 1 to 37 hours; every column of `fleks population --columns` against the JSON of one run of `fleks hours`.
"""
import json
import random
import subprocess
import sys
import tempfile
from decimal import ROUND_HALF_UP, Decimal
from concurrent.futures import ThreadPoolExecutor

program, count, seed = sys.argv[1], int((sys.argv + ['', '8'])[2] or 8), int((sys.argv + ['', '', '1'])[3] or 1)
dice = random.Random(seed)
amounts = ['gross_pay', 'wage_atp_own', 'wage_atp_employer', 'subsidy_atp_own', 'am_contribution', 'tax', 'housing_benefit', 'daycare',
           'child_benefit', 'in_hand', 'pension_saved']
parts = ['', 'taper', 'ceiling', 'am_contribution', 'tax', 'housing_benefit', 'daycare', 'child_benefit', 'ledighedsydelse', 'saved']
columns = amounts + ['net_fleksloentilskud', 'in_hand_without_job'] + [f'emtr_{what}{"_" if part else ""}{part}' for what in ('hour', 'krone')
                                                for part in parts if (what, part) != ('krone', 'ledighedsydelse')] + ['ptr', 'replacement_rate']
municipalities = ['Aarhus', 'København', 'kolding', 'Høje-Taastrup', 'Aabenraa', 'Samsø', 'Odense Kommune', 'Læsø']


def citizen():
    """The columns of the file; a flag is 1."""
    year = dice.choice([2024, 2025, 2026, 2026])
    c = {'month': f'{year}-{dice.randint(1, 12):02}', 'hourly_wage': f'{dice.randint(11000, 34000) / 100:.2f}'}
    if dice.random() < .6:
        c |= {'own_pension_pct': dice.choice(['4', '5.25', '0']), 'employer_pension_pct': dice.choice(['8', '12.5', '0'])}
    if dice.random() < .5:
        c['ceiling'] = f'{dice.randint(2000000, 4500000) / 100:.2f}'
    if year >= 2025 and dice.random() < .6:
        c['municipality'] = dice.choice(municipalities)
        if dice.random() < .5:
            c['church'] = '1'
    else:
        c['municipal_tax'] = f'{dice.randint(22000, 27800) / 1000:g}'
        if dice.random() < .5:
            c['church_tax'] = f'{dice.randint(40, 130) / 100:g}'
    children = dice.choice([0, 0, 1, 2, 3])
    if children:
        c['children'] = str(children)
        if dice.random() < .5:
            c['single_parent'] = '1'
        if dice.random() < .5:
            c['child_ages'] = ' '.join(str(dice.randint(0, 17)) for _ in range(children))
        if year == 2026 and dice.random() < .5:
            c |= {'daycare_places': '1', 'daycare_fee': f'{dice.randint(1500, 4000)}'}
    if year >= 2025 and dice.random() < .5:
        c['rent'] = f'{dice.randint(300000, 1200000) / 100:.2f}'
        if dice.random() < .5:
            c |= {'area': str(dice.randint(30, 120))}
            if year == 2026:
                c |= {dice.choice(['heat_apart', 'heat_included']): '1'}
            if dice.random() < .3:
                c['wealth'] = str(dice.randint(0, 2000000))
        if dice.random() < .2:
            c['pensioner'] = '1'
    if dice.random() < .3:
        c['other_income'] = f'{dice.randint(0, 800000) / 100:.2f}'
    if dice.random() < .3:
        c |= {'transport_km': f'{dice.randint(20, 120)}', 'transport_days': f'{dice.randint(1, 220)}'}
    if year != 2023 and dice.random() < .3:
        c['union_fee'] = f'{dice.randint(1000, 7000)}'
    if dice.random() < .3:
        c['birth_year'] = str(dice.randint(1957, 1999))
    if dice.random() < .5:
        c['class'] = dice.choice(['full', 'low_provider', 'low_nonprovider'])
    return c


def hours_of(c, where):
    """What `fleks hours` says of the citizen at 0 to 37 hours."""
    line = [program, 'hours', '--year', c['month'][:4], '--from', '0', '--measures', '--format', 'json']
    names = {'own_pension_pct': '--own-pension', 'employer_pension_pct': '--employer-pension'}
    for name, value in c.items():
        if name == 'month':
            continue
        option = names.get(name, '--' + name.replace('_', '-'))
        if name in ('church', 'single_parent', 'heat_apart', 'heat_included', 'pensioner'):
            line.append(option)
        else:
            line += [option, value + '%' if name in names else value.replace(' ', ',') if name == 'child_ages' else value]
    done = subprocess.run(line, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f'{where}: {" ".join(line)}\n{done.stderr}')
    return json.loads(done.stdout)['rows']


def expected(row, without_job):
    m = row['measures']
    values = [row.get(name, '0.00') for name in amounts] + [row['fleksloentilskud'], without_job['in_hand']]
    for what in ('hour', 'krone'):
        values += [m[f'emtr_{what}'][part or 'total'] for part in parts if (what, part) != ('krone', 'ledighedsydelse')]
    return values + [m['ptr']['total'], m['replacement_rate']]


people = [citizen() for _ in range(count)]
facts = sorted({name for c in people for name in c} - {'month'})
with tempfile.NamedTemporaryFile('w', suffix='.csv') as file, tempfile.TemporaryDirectory() as folder:
    file.write('id,month,am_income,own_pension,employer_pension,weekly_hours,' + ','.join(facts) + '\n')
    for i, c in enumerate(people):
        for hours in range(1, 38):
            file.write(f'{i},{c["month"]},10000,0,0,{hours},' + ','.join(c.get(name, '') for name in facts) + '\n')
    file.flush()
    done = subprocess.run([program, 'population', file.name, '-o', '-', '--repeats', 'allowed', '--columns', ','.join(columns),
                           '--summary', f'{folder}/summary.json'], capture_output=True, text=True)
    summary = json.load(open(f'{folder}/summary.json'))['net'] if done.returncode == 0 else []
if done.returncode:
    sys.exit(done.stderr)
heading, *lines = done.stdout.splitlines()
assert heading.split(',')[-len(columns):] == columns, heading
assert len(lines) == 37 * count, len(lines)
wrong = 0
with ThreadPoolExecutor(2) as pool:
    for i, rows in enumerate(pool.map(lambda x: hours_of(x[1], x[0]), enumerate(people))):
        for row in rows[1:]:
            got = lines[i * 37 + int(row['hours']) - 1].split(',')[-len(columns):]
            for name, is_now, should in zip(columns, got, expected(row, rows[0])):
                if is_now != should:
                    wrong += 1
                    if wrong < 10:
                        print(f'{people[i]}, {row["hours"]} hours: {name} is {is_now}, fleks hours says {should}')

# The summary: mean and deciles of each column, over all rows and by group, from the rows above.
def spread(values, share):
    count, units = len(values), sorted(int(Decimal(v) * 100) for v in values)
    step, text = (10 if share else 100), lambda n: f'{Decimal(n) / 100:.2f}'
    mean = (Decimal(sum(units)) / count + Decimal('0.5')).__floor__()
    return {'rows': count, 'mean': text(mean),
            'deciles': [text(next(u for i, u in enumerate(units, 1) if i * 10 >= count * tenth) // step * step) for tenth in range(1, 10)]}


whole_names = {'kolding': 'Kolding', 'Odense Kommune': 'Odense'}
bands = [13000, 15000, 17500, 20000, 25000]
for at, (name, told) in enumerate(zip(columns, summary, strict=True)):
    share = name.startswith('emtr') or name in ('ptr', 'replacement_rate')
    by = {}
    for i, c in enumerate(people):
        wage = int(Decimal(c['hourly_wage']) * 100)
        keys = [('all', ''), ('by_hourly_wage', ['-130', '130-150', '150-175', '175-200', '200-250', '250-'][sum(wage >= b for b in bands)]),
                ('by_family', 'single_parent' if 'single_parent' in c else 'children' if 'children' in c else 'no_children')]
        if 'municipality' in c:
            keys.append(('by_municipality', whole_names.get(c['municipality'], c['municipality'])))
        for hours in range(1, 38):
            value = lines[i * 37 + hours - 1].split(',')[-len(columns):][at]
            for key in keys if value else []:
                by.setdefault(key, []).append(value)
    assert told['column'] == name and told['unit'] == ('pct' if share else 'kr'), told
    assert {k: told[k] for k in ('rows', 'mean', 'deciles')} == spread(by['all', ''], share), (name, told['deciles'], spread(by['all', ''], share))
    for kind, what in (('by_hourly_wage', 'hourly_wage'), ('by_family', 'family'), ('by_municipality', 'municipality')):
        mine = {group: spread(values, share) for (of, group), values in by.items() if of == kind}
        theirs = {row[what]: {k: row[k] for k in ('rows', 'mean', 'deciles')} for row in told[kind]}
        assert mine == theirs, (name, kind, mine, theirs)
print(f'{count} citizens, {37 * count} rows, {len(columns)} columns: {wrong} wrong')
sys.exit(wrong != 0)
