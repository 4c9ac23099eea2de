"""Every pair of options of each task: both have an effect beside the other, or the pair is refused; none is taken in silence. And what is
refused is named as the program spells it, not by a fact's id.

usage: pairs.py PROGRAM SOURCE_DIR [TASK...]
The options are the program's own, from its help; values for each come from its form there, from its list of choices or from the
tables below. A pair is tried beside each base of its task and with each of the values. An option has an effect when what comes out, or the exit code, is another than without it.
"""
import functools
import itertools
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

program, source, *only = sys.argv[1:]
work = tempfile.TemporaryDirectory()


def file(name, text):
    path = os.path.join(work.name, name)
    with open(path, 'w') as out:
        out.write(text)
    return path


rates = file('rates.csv', 'key,valid_from,valid_to,value,unit,status,source,note\n' + ''.join(
    f'{key},2024-01-01,2025-12-31,{value},{unit},read,a test,\n' for key, value, unit in [
        ('fleksloentilskud_max_month', 19000, 'kr/month'), ('ledighedsydelse_full_month', 18000, 'kr/month'),
        ('ledighedsydelse_low_provider_month', 15000, 'kr/month'), ('atp_wage_own_78h_month', 80, 'kr/month')]))
newer_rates = file('newer.csv', 'key,valid_from,valid_to,value,unit,status,source,note\n'
                               'fleksloentilskud_max_month,2024-02-01,2024-12-31,19500,kr/month,read,a test,\n')
taxes = file('taxes.csv', 'municipality,valid_from,valid_to,municipal_pct,church_pct,status,source\n'
                          'Aarhus,2024-01-01,2024-12-31,20,0.5,read,a test\nKolding,2024-01-01,2024-12-31,21,0.6,read,a test\n')
reform = os.path.join(source, 'examples/reforms/1-always-pays.json')
areas = os.path.join(source, 'examples/reforms/3-central-ceilings.json')
case = os.path.join(source, 'examples/cases/late_wage_report.json')
refunded = os.path.join(source, 'examples/municipality/refunds/case.json')
refunds = os.path.join(source, 'examples/municipality/refunds/with-mistakes.csv')
people = file('people.csv', subprocess.run([program, 'sample', '--rows', '240', '--seed', '3', '-o', '-'], capture_output=True,
                                           text=True).stdout + '=1+1,2025-03,15600,0,0,,,,,,,,\n' * 2 + 'x,2025-03,abc,0,0,,,,,,,,\n')

pictured = file('pictured.csv', 'id,month,am_income,own_pension,employer_pension,hourly_wage,weekly_hours,municipality\n=1+1,2024-03,9000,0,0,180,12,Kolding\n'
                '8,2024-03,15600,0,0,190,18,Kolding\n8,2024-03,15600,0,0,190,18,Kolding\nx,2024-03,abc,0,0,,,\n')

totals = file('totals.csv', 'figure,group,total\nweekly_hours,1-10,47019\nweekly_hours,11-37,25277\n')
sheet = os.path.join(work.name, 'month.xlsx')
subprocess.run([program, 'month', '--month', '2024-03', '--am-income', '15600', '--format', 'xlsx', '-o', sheet])

# How a thing is shown is no matter of pairs.
shown = {'--lang', '--format', '--steps', '--help', '--manual', '-o', '--progress', '--jobs', '--completion', '--version'}
of_form = {'KR': '321', 'KR|N%': '321', 'N%': '3', 'TIMER': '50', 'PCT': '70', 'DAGE': '3', 'N': '120', 'S': '5', 'ANTAL': '2', 'TAL': '7', 'UGER': '30', 'M2': '80', 'KM': '60', 'ÅÅÅÅ': '1962'}
of_option = {
    '--month': '2024-02', '--wage-month': '2024-03', '--weekly-hours': '21', '--job-from': '2024-03-11', '--job-to': '2024-03-22',
    '--employed-from': '2024-02-05', '--employed-to': '2024-02-20', '--ceiling': '16000', '--ceiling-hourly': '110', '--ceiling-monthly': '17000',
    '--ceiling-stated-by': 'computed', '--rates': rates, '--municipal-taxes': taxes, '--year': '2024', '--from': '2', '--to': '30',
    '--step': '2', '--class': 'low_provider', '--municipality': 'Aarhus', '--rent': '6000', '--hardly': '95', '--over': 'wage',
    '--course': '9@75,12@85', '--at-hours': '12', '--agreement-area': 'kontor', '--first-month': 'no-deduction',
    '--monthly-base': '30000', '--hourly': '190', '--kind': 'allowance', '--date': '2024-05-01', '--key': 'fleksloentilskud_max_month',
    '--id': 'FLT-8', '--entitled-weekdays': '15',
    '--daily-benefit': '4321', '--intensity': '70',
    '--transport-km': '70', '--transport-days': '90', '--birth-year': '1960', '--area': '120', '--child-ages': '2,9', '--wealth': '1500000',
    '--daycare-places': '2', '--daycare-fee': '3000', '--target': '17000', '--target-payout': '14772', '--full-time-wage': '30000', '--deduction': '4000',
    '--tax-card': 'secondary', '--income': '250000', '--wage': '250000', '--wage-atp': '1000', '--subsidy': '90000', '--subsidy-atp': '4000',
    '--from-xlsx': sheet,
}

month = {'--month': '2024-03', '--am-income': '15600', '--ceiling': '32067'}
bases = {
    'month': [month,
              month | {'--other-wage': '1000', '--daily-benefit': '2000', '--care-income': '1500', '--ceiling': '18000'},
              {'--month': '2024-03', '--hourly-wage': '190', '--weekly-hours': '18', '--ceiling-hourly': '180'},
              {'--month': '2024-03', '--monthly-wage': '15000', '--paid-hours': '80'},
              {'--month': '2024-01', '--am-income': '15600'},
              {'--month': '2021-05', '--am-income': '15600', '--ledighedsydelse-days': '2', '--ledighedsydelse': '1600'},
              month | {'--reform': areas, '--agreement-area': 'rengoering', '--ceiling': '99999'},
              {'--month': '2026-03', '--am-income': '15600', '--after-tax': None, '--municipal-tax': '25', '--transport-km': '60',
               '--transport-days': '100'},
              {'--month': '2024-03', '--am-income': '15600', '--after-tax': None, '--municipality': 'Kolding', '--municipal-taxes': taxes}],
    'hours': [{'--year': '2026', '--hourly-wage': '200', '--municipal-tax': '25', '--rent': '8000', '--area': '60', '--children': '1',
               '--daycare-places': '1', '--daycare-fee': '2500', '--child-ages': '5', '--transport-km': '60', '--transport-days': '100'},
              {'--year': '2024', '--hourly-wage': '200', '--municipal-tax': '25', '--rent': '7000', '--children': '1'},
              {'--year': '2026', '--hourly-wage': '200', '--municipality': 'Kolding', '--rent': '7000'},
              {'--year': '2024', '--hourly-wage': '200', '--municipality': 'Kolding', '--municipal-taxes': taxes},
              {'--year': '2024', '--hourly-wage': '200', '--municipal-tax': '25', '--from': '0', '--ceiling-hourly': '150'},
              {'--year': '2024', '--hourly-wage': '200', '--municipal-tax': '25', '--at-hours': '15', '--raise': '5', '--children': '2'},
              {'--year': '2024', '--hourly-wage': '100', '--municipal-tax': '25', '--over': 'wage', '--at-hours': '15', '--from': '100',
               '--to': '120'},
              {'--year': '2024', '--hourly-wage': '200', '--municipal-tax': '25', '--course': '9@75,13@85'}],
    'ledighedsydelse': [{'--month': '2024-03', '--class': 'full', '--am-income': '4000'},
                        {'--month': '2024-03', '--class': 'low_nonprovider', '--am-income': '1000', '--holiday-days': '2',
                         '--holiday-pay-per-day': '400'},
                        {'--month': '2024-03', '--class': 'full', '--am-income': '14000'}],
    'ceiling': [{'--hourly': '180', '--pension': '8'}, {'--monthly-base': '28000', '--bonus': '500'}],
    'holiday': [{'--from': '2024-01-01', '--to': '2024-12-31', '--monthly-pay': '14000', '--kind': 'pay'},
                {'--from': '2024-01-01', '--to': '2024-06-30', '--monthly-pay': '14000', '--kind': 'allowance'}],
    'audit': [month | {'--paid': '15100'}, month | {'--paid-out': '14000'},
              {'--month': '2024-03', '--hourly-wage': '190', '--weekly-hours': '18', '--ceiling-hourly': '180', '--paid': '15000'},
              {'--batch': file('paid.csv', 'id,month,am_income,own_pension,employer_pension,paid\n=1+1,2024-03,15600,0,0,15000\n')}],
    'case': [{'': case}, {'': case, '--letter': '2024-05', '--after-tax': None, '--municipality': 'Kolding', '--municipal-taxes': taxes},
             {'': case, '--letter': '2024-05', '--after-tax': None, '--municipal-tax': '25'}, {'--batch': os.path.dirname(case), '--against': rates}],
    'impact': [{'': case, '--old-rates': rates}, {'': case, '--old-rates': newer_rates}],
    'municipality': [{'--case': refunded}, {'--case': refunded, '--refund-file': refunds},
                     {'': os.path.join(source, 'examples/municipality/aarhus-35-2013.json'), '--simulate': '20'}],
    'population': [{'': people, '-o': 'OUT', '--bad-rows': 'BAD'}, {'': people, '-o': 'OUT', '--bad-rows': 'BAD', '--separator': 'semicolon'},
                   {'': people, '-o': 'OUT', '--summary': 'SUMMARY', '--bad-rows': 'BAD'},
                   {'': pictured, '-o': 'OUT', '--bad-rows': 'BAD', '--columns': 'tax'},
                   {'': pictured, '-o': 'OUT', '--bad-rows': 'BAD', '--columns': 'tax', '--separator': 'semicolon'}],
    'formula': [{'--dialect': 'sqlite'}, {'--dialect': 'excel', '--of': 'ledighedsydelse', '--month': '2024-03'}],
    'sample': [{'--rows': '240'}],
    'rates': [{'--date': '2024-03-01'}, {}],
    'rules': [{}, {'--date': '2023-05-01'}, {'--changes': None}],
    'self-employed': [{'--year': '2024', '--income': '48000'}],
    'tax': [{'--year': '2026', '--wage': '300000', '--municipal-tax': '25', '--transport-km': '60', '--transport-days': '100',
             '--subsidy': '100000'},
            {'--year': '2024', '--wage': '300000', '--municipality': 'Kolding', '--municipal-taxes': taxes}],
    'housing': [{'--year': '2026', '--income': '200000', '--rent': '8000', '--area': '60', '--children': '1'},
                {'--year': '2026', '--income': '200000', '--rent': '5000', '--area': '60'}],
}
of_task = {
    'month': {'--ceiling-holiday-supplement': '300', '--holiday-supplement': '700', '--reform': reform, '--expect': '1'},
    'ledighedsydelse': {'--expect': '1', '--am-income': '9000', '--holiday-days': '4'},
    'hours': {'--reform': reform, '--from': '3', '--raise': '7'},
    'case': {'--batch': os.path.dirname(case), '--against': rates, '--as-of': '2024-06-15', '--correct-from': '2024-03', '--letter': '2024-03', '--from': '2024-04', '--to': '2024-04',
             '--municipality': 'Kolding'},
    'impact': {'--old-rates': rates, '--new-rates': newer_rates, '--as-of': '2024-04-30', '--from': '2024-04', '--to': '2024-05'},
    'municipality': {'--case': refunded, '--refund-file': refunds, '--as-of': '2024-06-15', '--simulate': '30'},
    'population': {'--reform': reform, '--summary': 'SUMMARY', '--picture': 'PICTURE', '--bad-rows': 'BAD', '--columns': 'in_hand,ptr'},
    'rates': {'--check': rates, '--diff': rates},
    'rules': {'--date': '2019-05-01'},
    'self-employed': {'--income': '52000', '--year': '2023', '--expect': '1'},
    'holiday': {'--from': '2024-02-01', '--to': '2024-11-30', '--monthly-pay': '15000'},
    'sample': {'--year': '2024', '--rows': '480', '--calibrate': totals},
    'audit': {'--paid': '15272', '--paid-out': '14772', '--batch': bases['audit'][3]['--batch']},
}
# Where an option may rightly say nothing beside another (None: any other), and why.
explained = {
    'ceiling': [('--date', None, 'full time is 37 hours on every day of the table')],
    'ledighedsydelse': [('--provider', None, 'only the limit of the full class')],
    'formula': [('--provider', '--class', 'only the limit of the full class'),
                ('--of', '--holiday-benefit', 'which is of a month, as is what is not said'),
                ('--rates|--month', '--of', 'full time is 37 hours on every day of the table')],
    'hours': [
        ('--ceiling-stated-by', None, 'is said in words, not in figures'),
        ('--children', None, 'counts where there is a rent or a single parent'),
        ('--birth-year', None, 'counts from 2026, in the two years before that of the pension age'),
        ('--pensioner', None, 'counts without children'),
        ('--area|--wealth', None, 'counts where the rent and the income are high enough'),
    ],
    'month': [
        ('--own-pension', None, 'is inside a pay that is stated before it'),
        ('--birth-year', None, 'counts from 2026, in the two years before that of the pension age'),
        ('--union-fee|--transport-km|--transport-days|--single-parent', '--deduction', 'are in the deduction that is stated'),
        ('--ledighedsydelse', '--holiday-days-of', 'a reading by which it does not count'),
        ('--ceiling.*', '--agreement-area', "the area's ceiling stands in the place of the employer's"),
    ],
    'case': [('--single-parent', '--tax-card', 'is in the deduction, which a secondary card has not'),
             ('--single-parent', '--deduction', 'is in the deduction that is stated')],
    'tax': [('--birth-year', None, 'counts from 2026, in the two years before that of the pension age'), ('--rates', None, 'of other years')],
    'housing': [('--pensioner', None, 'counts without children'), ('--area|--wealth', None, 'counts where it is above its limit'),
                ('--rates', None, 'of other years')],
    'audit': [
        ('--wage-of-same-month|--wage-two-months-before|--holiday-allowance', None, 'speaks where it explains what was paid'),
        ('--ledighedsydelse|--holiday-days-of|--round-to|--own-atp-of|--rates-of|--own-pension|--ceiling-stated-by|--atp-contribution', None,
         'as in the month'),
    ],
}


def options_of(task):
    """Name and the form of its value, or None for a flag."""
    found = {}
    for line in subprocess.run([program, task, '--help'], capture_output=True, text=True).stdout.split('\n'):
        if match := re.match(r'  (--[a-z-]+)( [^ ]+)?(  |$)', line):
            found[match[1]] = match[2] and match[2].strip()
    return {name: form for name, form in found.items() if name not in shown}


@functools.cache
def all_options(task):
    return set(options_of(task))


def values_of(task, name, form):
    if form is None:
        return [None]
    for table in (of_task.get(task, {}), of_option):
        if name in table:
            return [table[name]]
    if name in choices.get(task, {}):
        return choices[task][name]
    if form in of_form:
        return [of_form[form]]
    sys.exit(f'{task} {name} {form}: no value for it: say one in {os.path.basename(__file__)}')


def listed_choices():
    """The choices of each option that has a list of them, from the completion."""
    found = {}
    script = subprocess.run([program, '--completion', 'bash'], capture_output=True, text=True).stdout
    for task, name, words in re.findall(r"'([a-z-]+) (--[a-z-]+)'\) words='([^']*)'", script):
        found.setdefault(task, {})[name] = words.split()[::-1]
    return found


def run(task, words):
    """Exit code and all that came out; outputs are places of this run alone."""
    with tempfile.TemporaryDirectory() as place:
        line = [program, task]
        for name, value in words.items():
            line += [name] if name else []
            if value is not None:
                line += [os.path.join(place, value) if value in ('OUT', 'BAD', 'SUMMARY', 'PICTURE') else value]
        if task not in ('population', 'sample', 'rules', 'rates', 'formula') and '--batch' not in words and '--schema' not in words:
            line += ['--format', 'json'] if '--letter' not in words else []
        if task == 'sample':
            line += ['-o', os.path.join(place, 'OUT')]
        done = subprocess.run(line, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if done.returncode == 2 and any('--' + name.replace('_', '-') in all_options(task) for name in re.findall('[a-z]+(?:_[a-z]+)+', done.stderr)):
            unspelled.add(done.stderr)
        files = ''.join(f'{name}:{open(os.path.join(place, name)).read()}' for name in sorted(os.listdir(place)))
        return done.returncode, (done.stdout + files + done.stderr).replace(place, '')


@functools.cache
def run_alone(task, words):
    """One option beside a base, which every pair that it is in is held against."""
    return run(task, dict(words))


def verdict(task, a, b, values):
    """'effective', 'refused', or in which way one of the two is silent."""
    wordless = set()
    for base, of_a, of_b in itertools.product(bases[task], values[a], values[b]):
        both = run(task, base | {a: of_a, b: of_b})
        if both[0] not in (0, 1):
            # Two that never go together are refused beside any other base too.
            if re.search(f'({a}: kan ikke bruges sammen med {b}|{b}: kan ikke bruges sammen med {a})\\.$', both[1], re.M):
                return 'refused'
            wordless.add('refused')
            continue
        without = {x: run_alone(task, tuple((k, v) for k, v in sorted((base | {y: of_y}).items()) if k != x))
                   for x, y, of_y in ((a, b, of_b), (b, a, of_a))}
        mute = [x for x in (a, b) if without[x] == both]
        if not mute:
            return 'effective'
        wordless.add(' and '.join(mute) + ' without effect')
    wordless.discard('refused' if len(wordless) > 1 else None)
    return min(wordless, key=len)


def is_explained(task, pair, what):
    mute = what.removesuffix(' without effect').split(' and ')
    return all(any(re.fullmatch(option, x) and (other is None or other in pair) for option, other, _ in explained.get(task, []))
               for x in mute)


choices = listed_choices()
failed, unspelled = 0, set()
for task in only or bases:
    options = options_of(task)
    values = {name: values_of(task, name, form) for name, form in options.items()}
    # The facts of a month are the month task's.
    known = options_of('month') if task == 'audit' else {}
    pairs = [pair for pair in itertools.combinations(options, 2) if not set(pair) <= set(known)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        verdicts = list(pool.map(lambda pair: verdict(task, *pair, values), pairs))
    said = {pair: what for pair, what in zip(pairs, verdicts) if what not in ('effective', 'refused')}
    wrong = {pair: what for pair, what in said.items() if not is_explained(task, pair, what)}
    print(f'{task}: {len(pairs)} pairs: {verdicts.count("effective")} effective, {verdicts.count("refused")} refused, '
          f'{len(said) - len(wrong)} explained, {len(wrong)} in silence')
    for (a, b), what in wrong.items():
        print(f'  {a} {b}: {what}')
    failed += len(wrong)
for said in sorted(unspelled):
    print('not as an option: ' + said, end='')
sys.exit(failed > 0 or bool(unspelled))
