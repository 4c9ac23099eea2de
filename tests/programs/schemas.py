"""usage: schemas.py PROGRAM SOURCE: what every task says as JSON is what its schema says, and the schema says no more than that; and all of
it says first what made it."""

import copy
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema

program, source = sys.argv[1], pathlib.Path(sys.argv[2])
CASES = sorted((source / 'examples/cases').glob('*.json')) + sorted((source / 'tests/cases').glob('*.json'))
SUBSIDY = ['--month', '2024-03', '--am-income', '15600']
CITIZEN = ['--hourly-wage', '200']
LATE = str(source / 'examples/cases/late_wage_report.json')
EFFORTS = sorted((source / 'examples/municipality').glob('aarhus-*.json'))
REFUNDS = source / 'examples/municipality/refunds'
REFORMS = sorted((source / 'examples/reforms').glob('*.json'))
NEW_RATES = 'key,valid_from,valid_to,value,unit,status,source,note\nfleksloentilskud_max_month,2024-03-01,2024-12-31,20052,kr/month,read,a test,\n'


def asked(*arguments, given=None, codes=(0,)):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, input=given)
    assert done.returncode in codes, (arguments, done.returncode, done.stderr)
    return done.stdout


TASKS = set()


def of(*arguments, codes=(0,)):
    TASKS.add(arguments[0])
    return asked(*arguments, '--format', 'json', codes=codes)


def outputs(folder):
    """What each schema has to hold: its name, and an output."""
    new_rates = folder / 'new.csv'
    new_rates.write_text(NEW_RATES, encoding='utf-8')

    # Months: each form of pay and ceiling, with and without a right, after tax, under a reform, the way back.
    months = [SUBSIDY, [*SUBSIDY, '--ceiling', '20000', '--paid-hours', '78', '--lang', 'en'], ['--month', '2024-03', '--am-income', '0'],
              ['--month', '2016-05', '--am-income', '14000', '--ceiling', '22000', '--other-wage', '1200', '--rates-of', 'wage-month'],
              ['--month', '2025-05', '--hourly-wage', '200', '--weekly-hours', '18', '--ceiling-hourly', '200', '--own-pension', '4%', '--employer-pension', '8%'],
              ['--month', '2025-05', '--monthly-wage', '12000', '--paid-hours', '70', '--daily-benefit', '900', '--ledighedsydelse-days', '2'],
              [*SUBSIDY, '--municipal-tax', '25', '--after-tax'], [*SUBSIDY, '--expect', '15272'],
              [*SUBSIDY, '--after-tax', '--municipality', 'Aarhus', '--church', '--deduction', '4000', '--single-parent', '--birth-year', '1970',
               '--transport-km', '60', '--transport-days', '100', '--union-fee', '1000'],
              [*SUBSIDY, '--after-tax', '--municipal-tax', '25', '--tax-card', 'secondary'], [*SUBSIDY, '--ceiling', '27000', '--holiday-supplement', '3000']]
    for words in months:
        yield 'month', of('month', *words)
    for reform in REFORMS:
        yield 'month', of('month', *SUBSIDY, '--ceiling', '20000', '--paid-hours', '78', '--reform', reform)
    for words in ([*SUBSIDY[:2], '--am-income', '8000..9000', '--ceiling', '?'], [*SUBSIDY[:2], '--hourly-wage', '200', '--weekly-hours', '0..1,5']):
        yield 'month_bounds', of('month', *words)
    yield 'month_bounds', of('month', '--month', '2024-03', '--hourly-wage', '150..250', '--weekly-hours', '5..20', '--ceiling', '26000')
    for words in (['--month', '2022-05', '--class', 'full', '--am-income', '3000'], ['--month', '2024-03', '--class', 'low_provider', '--sanction-days', '3'],
                  ['--month', '2025-03', '--class', 'full', '--holiday-days', '5', '--holiday-pay-per-day', '400', '--self-employed-hours', '10']):
        yield 'ledighedsydelse', of('ledighedsydelse', *words)
    yield 'ceiling', of('ceiling', '--hourly', '200', '--pension', '8', '--supplements', '300', '--bonus', '100')
    yield 'ceiling', of('ceiling', '--monthly-base', '28000', '--lang', 'en')
    for kind in ('pay', 'allowance'):
        yield 'holiday', of('holiday', '--from', '2024-01-01', '--to', '2024-12-31', '--monthly-pay', '14000', '--kind', kind)
    yield 'holiday', of('holiday', '--from', '2025-03-31', '--to', '2025-03-31', '--monthly-pay', '100', '--kind', 'pay')
    for words in (['--year', '2019', '--income', '48000'], ['--year', '2026', '--income', '200000,300000,-5000', '--other-income', '9000', '--with-spouse']):
        yield 'self_employed', of('self-employed', *words)
    for year in (2017, 2021, 2025, 2026):
        yield 'tax', of('tax', '--year', year, '--wage', '700000', '--municipality', 'Aarhus', '--church', '--single-parent', '--own-pension', '9000')
    yield 'tax', of('tax', '--year', '2026', '--wage', '2900000', '--municipal-tax', '25', '--subsidy', '90000', '--subsidy-atp', '500')
    yield 'housing', of('housing', '--year', '2026', '--income', '260000', '--rent', '6500', '--children', '2')
    yield 'housing', of('housing', '--year', '2026', '--income', '170300', '--rent', '5000', '--pensioner', '--lang', 'en')
    for words in ([*SUBSIDY, '--ceiling', '32067', '--paid', '15272'], ['--month', '2024-03', '--am-income', '14400', '--employer-pension', '1200', '--ceiling', '32067', '--paid', '15632'],
                  [*SUBSIDY, '--paid', '3333.33']):
        yield 'audit', of('audit', *words, codes=(0, 1))

    # Hours: a curve, with what an hour brings, measured, over the wage, at stations, before tax, in three purses.
    for words in ([*CITIZEN, '--year', '2024', '--municipal-tax', '25', '--own-atp', 'counted'],
                  [*CITIZEN, '--year', '2026', '--municipality', 'Aarhus', '--from', '0', '--to', '20', '--rent', '7000', '--children', '2', '--single-parent', '--measures'],
                  ['--year', '2025', '--over', 'wage', '--from', '100', '--to', '130', '--step', '10', '--at-hours', '20', '--municipal-tax', '25', '--measures'],
                  ['--year', '2025', '--over', 'wage', '--from', '100', '--to', '400', '--at-hours', '20', '--target', '17000', '--municipal-tax', '25'],
                  ['--year', '2024', '--hourly-wage', '150', '--municipal-tax', '25', '--course', '9@75,12@85'],
                  [*CITIZEN, '--year', '2024', '--municipal-tax', '25', '--target', '17000'], [*CITIZEN, '--year', '2013', '--municipal-tax', '25'],
                  [*CITIZEN, '--year', '2022', '--municipal-tax', '25', '--raise', '20', '--at-hours', '20'],
                  [*CITIZEN, '--year', '2026', '--municipal-tax', '25', '--daycare-places', '1', '--daycare-fee', '3000', '--child-ages', '2,5',
                   '--other-income', '500', '--from', '0', '--measures'],
                  [*CITIZEN, '--year', '2025', '--municipality', 'Aarhus', '--purses']):
        yield 'hours', of('hours', *words)
    for reform in REFORMS:
        yield 'hours', of('hours', *CITIZEN, '--year', '2024', '--municipal-tax', '25', '--ceiling', '28000', '--reform', reform)
    # Not every fact known: pay, ceiling and home, and the numbers of a citizen.
    in_2026 = ['--year', '2026', '--municipal-tax', '25', '--from', '10', '--to', '20', '--step', '5']
    for words in (['--hourly-wage', '199..200', '--intensity', '80', '--ceiling', '28000..30000', '--other-income', '0..1000'],
                  [*CITIZEN, '--intensity', '90..100', '--child-ages', '2,5', '--rent', '7000', '--area', '?', '--children', '?'],
                  [*CITIZEN, '--daycare-places', '0..2', '--daycare-fee', '3000', '--birth-year', '?'],
                  [*CITIZEN, '--transport-km', '?', '--transport-days', '0..200', '--union-fee', '?'], [*CITIZEN, '--union-fee', '0..0']):
        yield 'hours_bounds', of('hours', *in_2026, *words)

    for path in CASES:
        first = json.loads(path.read_text(encoding='utf-8'))['from'][:7]
        yield 'case', of('case', path)
        yield 'correction', of('case', path, '--correct-from', first)
        yield 'ledger', of('municipality', '--case', path)
    yield 'ledger', of('municipality', '--case', LATE, '--as-of', '2024-06-15')
    for path in EFFORTS:
        yield 'effort', of('municipality', path)
    yield 'effort', of('municipality', EFFORTS[0], '--simulate', '20')
    for name in ('as-the-rules.csv', 'with-mistakes.csv'):
        yield 'refunds', of('municipality', '--case', REFUNDS / 'case.json', '--refund-file', REFUNDS / name, codes=(0, 1))

    old_rates = folder / 'old.csv'
    old_rates.write_text(asked('rates', '--format', 'csv'), encoding='utf-8')
    kept = folder / 'kept.json'
    kept.write_text(of('case', LATE).replace('"payout": "17033.00"', '"payout": "16933.00"'), encoding='utf-8')
    broken = folder / 'broken.json'
    broken.write_text('{', encoding='utf-8')
    yield 'impact', of('impact', LATE, broken, '--old-rates', old_rates, '--new-rates', new_rates, codes=(1,))
    yield 'impact', of('impact', kept)
    yield 'rates', of('rates')
    yield 'rates', of('rates', '--date', '2024-03-01')
    yield 'rates_diff', of('rates', '--diff', old_rates, new_rates)
    yield 'rules', of('rules')
    yield 'rules', of('rules', '--date', '2019-12-31', '--lang', 'en')
    yield 'rules_changes', of('rules', '--changes')
    yield 'verify', of('verify', kept, codes=(1,))
    yield 'verify', of('verify', broken, kept, codes=(2,)).splitlines()[0]
    sealed = asked('record', '-', given=of('case', LATE, '--rates', new_rates))
    yield 'record', sealed
    yield 'record', asked('record', '-', given=of('month', *SUBSIDY))
    forged = folder / 'forged.json'
    forged.write_text(sealed.replace('20052', '20053'), encoding='utf-8')
    yield 'verify', of('verify', forged, codes=(1,))
    # By rates that were others then: without the file they came from.
    older = json.loads(of('month', *SUBSIDY, '--rates', new_rates))
    del older['facts']['given']['rates'], older['facts']['files']
    path = folder / 'older.json'
    path.write_text(json.dumps(older), encoding='utf-8')
    yield 'verify', of('verify', path, codes=(1,))

if __name__ == '__main__':
    VERSION = asked('--version').split()[1]
    SCHEMA = json.loads((source / 'src/words/results.schema.json').read_text(encoding='utf-8'))
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def closed(schema):
    """The same, but that an object has no member that is not said: a member that is not in the schema is a mistake of ours."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    made = {name: closed(value) for name, value in schema.items()}
    if isinstance(made.get('properties'), dict) and 'additionalProperties' not in made:
        made['additionalProperties'] = False
    return made


def resolved(schema):
    while '$ref' in schema:
        schema = SCHEMA['$defs'][schema['$ref'].rpartition('/')[2]]
    return schema


def seen(schema, value, found):
    """Notes every member that an output has, by the place of its schema."""
    schema = resolved(schema)
    for each in schema.get('anyOf', []):
        if jsonschema.Draft202012Validator({**each, '$defs': SCHEMA['$defs']}).is_valid(value):
            return seen(each, value, found)
    if isinstance(value, dict):
        for name, member in value.items():
            if name in schema.get('properties', {}):
                found.add((id(schema), name))
                seen(schema['properties'][name], member, found)
    elif isinstance(value, list) and 'items' in schema:
        for each in value:
            seen(schema['items'], each, found)


def members(schema, path=''):
    """Every member that a schema says, with the place of its schema."""
    if isinstance(schema, list):
        for each in schema:
            yield from members(each, path)
    elif isinstance(schema, dict):
        for name, value in schema.items():
            if name == 'properties':
                for member, what in value.items():
                    yield (id(schema), member), f'{path}.{member}'
                    yield from members(what, f'{path}.{member}')
            else:
                yield from members(value, f'{path}.{name}' if path == '' or name not in ('items', 'anyOf', '$defs') else path)


def says_what_made_it(name, output):
    """Program, rates and format, before anything else; a record's members stand in the order of their names."""
    head = output.get('fleks')
    said = isinstance(head, dict) and list(head) == (['format', 'program', 'rates'] if name == 'record' else ['program', 'rates', 'format'])
    said = said and head['program'] == VERSION and re.fullmatch(r'\d{4}-\d\d-\d\d\.[0-9a-f]{12}', head['rates']) and head['format'] == 1
    if not said or (name != 'record' and next(iter(output)) != 'fleks'):
        print(f'{name}: does not begin with what made it: {head}')
        return False
    return True


def summary(folder):
    """What a population comes to is JSON in a file of its own."""
    path = pathlib.Path(folder) / 'rows.csv'
    path.write_text('id,month,am_income,own_pension,employer_pension\na,2024-03,15600,0,0\n', encoding='utf-8')
    asked('population', path, '-o', path.with_name('out.csv'), '--summary', path.with_name('summary.json'))
    return json.loads(path.with_name('summary.json').read_text(encoding='utf-8'))


def tasks_with_json():
    """Every task whose help offers JSON."""
    names = re.findall(r'^  ([a-z-]+)  ', asked('--help', '--lang', 'en'), re.M)
    assert len(names) > 20, names
    return {name for name in names if re.search(r'^ +--format .*\bjson\b', asked(name, '--help', '--lang', 'en'), re.M)}


def main():
    wrong, count, found, used = 0, 0, set(), set()
    strict = closed(SCHEMA)
    with tempfile.TemporaryDirectory() as folder:
        for name, text in outputs(pathlib.Path(folder)):
            output = json.loads(text)
            used.add(name)
            count += 1
            for error in jsonschema.Draft202012Validator({'$ref': f'#/$defs/{name}', '$defs': strict['$defs']}).iter_errors(output):
                wrong += 1
                if wrong < 20:
                    print(f'{name}: {error.json_path}: {error.message[:200]}')
            if not jsonschema.Draft202012Validator(SCHEMA).is_valid(output):
                wrong += 1
                print(f'{name}: it is none of the results')
            wrong += not says_what_made_it(name, output)
            # A member that is missing has to be noticed.
            spoilt = copy.deepcopy(output)
            spoilt.pop('fleks', None)
            wrong += jsonschema.Draft202012Validator({'$ref': f'#/$defs/{name}', '$defs': SCHEMA['$defs']}).is_valid(spoilt)
            seen(SCHEMA['$defs'][name], output, found)
    for place, path in members(SCHEMA):
        if place not in found:
            wrong += 1
            print(f'no output has {path}')
    results = {each['$ref'].rpartition('/')[2] for each in SCHEMA['anyOf']}
    if results != used:
        wrong += 1
        print(f'without an output, or not a result: {results ^ used}')
    with tempfile.TemporaryDirectory() as folder:
        wrong += not says_what_made_it('population', summary(folder))
    if TASKS != tasks_with_json():
        wrong += 1
        print(f'tasks with JSON of which nothing was asked, or that offer none: {TASKS ^ tasks_with_json()}')
    print(f'{count} outputs of {len(used)} kinds, {wrong} wrong')
    return wrong != 0 or count < 150


if __name__ == '__main__':
    sys.exit(main())
