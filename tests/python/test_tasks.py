"""Every task gives what the program gives, and refuses what it refuses."""

import concurrent.futures
import datetime
import json
import random
from decimal import Decimal

import fleks
import pytest


def computed(result):
    """The result without what only the program adds: what it was given."""
    return {key: value for key, value in result.items() if key != 'facts'}


@pytest.mark.parametrize('task, arguments, call', [
    ('month', '--month 2024-03 --am-income 15600 --ceiling 32067', lambda: fleks.month('2024-03', am_income='15600', ceiling='32067')),
    ('month', '--month 2024-03 --hourly-wage 200 --weekly-hours 18.5 --intensity 75 --employer-pension 8% --own-pension 4% --ceiling-hourly 210'
     ' --ceiling-pension 8 --own-atp counted',
     lambda: fleks.month(datetime.date(2024, 3, 1), hourly_wage=200, weekly_hours='18.5', intensity=75, employer_pension='8%',
                         own_pension='4%', ceiling=fleks.Ceiling(hourly='210', pension=8), own_atp='counted')),
    ('month', '--month 2024-03 --am-income 9000.50 --own-pension 400 --employer-pension 800 --benefits-in-kind 300 --holiday-supplement 120'
     ' --other-wage 2000 --care-income 100 --daily-benefit 500 --ledighedsydelse-days 3 --ceiling 26000 --ceiling-stated-by agreement-table'
     ' --paid-hours 60 --wage-month 2024-01 --rates-of wage-month --other-wage-under-ceiling excluded --round-to oere',
     lambda: fleks.month(202403, am_income=Decimal('9000.50'), own_pension=400, employer_pension='800', benefits_in_kind='300,00',
                         holiday_supplement=120, other_wage=2000, care_income=100, daily_benefit=500, ledighedsydelse_days=3,
                         ceiling=fleks.Ceiling(26000, stated_by='agreement-table'), paid_hours=60, wage_month='2024-01',
                         rates_of='wage-month', other_wage_under_ceiling='excluded', round_to='oere')),
    ('month', '--month 2024-03 --hourly-wage 180 --weekly-hours 12 --job-from 2024-03-11 --first-month own-wage --expected --atp-contribution C'
     ' --ceiling 26000', lambda: fleks.month('2024-03', hourly_wage=180, weekly_hours=12, job_from='2024-03-11', expected=True,
                                            atp_contribution='C', ceiling=26000)),
    ('month', '--month 2024-03 --am-income 9000 --job-from 2024-03-11 --first-month no-deduction',
     lambda: fleks.month('2024-03', am_income=9000, job_from='2024-03-11', first_month='no-deduction')),
    ('month', '--month 2024-03 --am-income 9000 --job-from 2024-03-11 --first-month no-subsidy',
     lambda: fleks.month('2024-03', am_income=9000, job_from='2024-03-11', first_month='no-subsidy')),
    ('month', '--month 2024-03 --am-income 9000 --job-to 2024-03-11 --unclaimed-benefit 700 --daily-benefit 300 --care-income 200'
     ' --benefits-under-ceiling excluded --care-income-under-ceiling included --own-atp-of before-ceiling --ceiling 20000',
     lambda: fleks.month('2024-03', am_income=9000, job_to='2024-03-11', unclaimed_benefit=700, daily_benefit=300, care_income=200,
                         benefits_under_ceiling='excluded', care_income_under_ceiling='included', own_atp_of='before-ceiling', ceiling=20000)),
    ('month', '--month 2021-08 --am-income 9000 --ledighedsydelse-days 3 --ledighedsydelse 2000 --holiday-days-of benefit-deducted',
     lambda: fleks.month('2021-08', am_income=9000, ledighedsydelse_days=3, ledighedsydelse=2000, holiday_days_of='benefit-deducted')),
    ('ledighedsydelse', '--month 2024-05 --class low_provider --am-income 3000 --holiday-days 2 --holiday-pay-per-day 400 --sanction-days 1',
     lambda: fleks.ledighedsydelse('2024-05', 'low_provider', am_income=3000, holiday_days=2, holiday_pay_per_day=400, sanction_days=1)),
    ('ceiling', '--monthly-base 28000 --supplements 900 --bonus 100 --pension 12.5',
     lambda: fleks.ceiling(monthly_base=28000, supplements=900, bonus=100, pension='12.5')),
    ('holiday', '--from 2024-09-01 --to 2025-02-14 --monthly-pay 12000 --kind pay --employer-pension 900',
     lambda: fleks.holiday('2024-09-01', datetime.date(2025, 2, 14), monthly_pay=12000, kind='pay', employer_pension=900)),
    ('self-employed', '--year 2019 --income 48000', lambda: fleks.self_employed(2019, 48000)),
    ('audit', '--month 2024-03 --am-income 14400 --employer-pension 1200 --ceiling 32067 --paid 15632',
     lambda: fleks.audit('2024-03', '15632', am_income='14400', employer_pension='1200', ceiling='32067')),
    ('hours', '--year 2025 --hourly-wage 200 --municipality Aarhus --church --rent 6000 --children 1 --from 0 --to 20 --step 2.5',
     lambda: fleks.hours(2025, 200, municipality='aarhus', church=True, rent=6000, children=1, start=0, end=20, step='2.5')),
])
@pytest.mark.parametrize('language', ['da', 'en'])
def test_a_task_is_the_programs(program, task, arguments, call, language, monkeypatch):
    wanted = json.loads(program(task, *arguments.split(), '--format', 'json', '--lang', language, exit_code=1 if task == 'audit' else 0))
    for name in ('month', 'ledighedsydelse', 'ceiling', 'holiday', 'self_employed', 'audit', 'hours'):
        plain = getattr(fleks, name)
        monkeypatch.setattr(fleks, name, lambda *a, plain=plain, **k: plain(*a, **k, language=language))
    got = call().as_json()
    assert computed(got) == computed(wanted)


def test_random_months_are_the_programs(program):
    draw = random.Random(21)
    for _ in range(60):
        month = f'{draw.randint(2013, 2026)}-{draw.randint(1, 12):02}'
        if month == '2013-01':
            continue
        facts = {'am_income': f'{draw.randint(0, 3500000) / 100:.2f}'}
        for name, most in (('own_pension', 2000), ('employer_pension', 4000), ('other_wage', 9000), ('daily_benefit', 9000)):
            if draw.random() < 0.4:
                facts[name] = f'{draw.randint(0, most * 100) / 100:.2f}'
        if draw.random() < 0.6:
            facts['ceiling'] = str(draw.randint(15000, 40000))
        options = [part for name, value in facts.items() for part in ('--' + name.replace('_', '-'), value)]
        wanted = json.loads(program('month', '--month', month, *options, '--format', 'json'))
        assert computed(fleks.month(month, **facts).as_json()) == computed(wanted)


def test_every_case_is_the_programs(program, source):
    for path in sorted((source / 'examples/cases').glob('*.json')):
        data = json.loads(path.read_text(encoding='utf-8'))
        first = data['from'][:7]
        wanted = json.loads(program('case', str(path), '--format', 'json'))
        for form in (path, data, path.read_text(encoding='utf-8')):
            assert computed(fleks.case(form).as_json()) == computed(wanted)
        wanted = json.loads(program('case', str(path), '--correct-from', first, '--format', 'json'))
        assert computed(fleks.correction(path, first).as_json()) == computed(wanted)
        last = wanted['months'][-1]['month'] if wanted['months'] else first
        assert fleks.letter(path, last, language='en') == program('case', str(path), '--letter', last, '--lang', 'en')
        assert fleks.problems(path) == []


def test_an_answer_of_the_register_is_the_programs_case(program, source, tmp_path):
    answer, made = source / 'examples/income/01-plain-month.xml', tmp_path / 'case.json'
    said = program('income', str(answer), '-o', str(made), '--job', '12345678=fleksjob', '--ceiling', '27800', '--fetched', '2024-03-01')
    more = {'jobs': {'12345678': 'fleksjob'}, 'ceiling': '27800', 'fetched': '2024-03-01'}
    assert fleks.income(answer, **more) == (made.read_text(encoding='utf-8'), said)
    assert fleks.income(answer.read_bytes(), old_case=made, **more)[0] == made.read_text(encoding='utf-8')
    with pytest.raises(fleks.FleksError, match='IndkomstOplysningPersonHent_O'):
        fleks.income(b'<html/>')


def test_the_ledger_and_an_effort_are_the_programs(program, source, tmp_path):
    path = source / 'examples/municipality/refunds/case.json'
    wanted = json.loads(program('municipality', '--case', str(path), '--format', 'json'))
    assert computed(fleks.municipality(path).as_json()) == computed(wanted)
    wanted = json.loads(program('municipality', '--case', str(path), '--weeks-of-month', 'weekdays', '--fleksbidrag-base', 'm-less-refund',
                                '--as-of', '2024-06-15', '--format', 'json'))
    got = fleks.municipality(path, weeks_of_month='weekdays', fleksbidrag_base='m-less-refund', as_of='2024-06-15')
    assert computed(got.as_json()) == computed(wanted)
    # One approved before the staircase, whose weeks before the new fleksjob the option leaves out.
    old = {'from': '2016-01', 'to': '2016-06', 'approved': '2014-01-15',
           'ledighedsydelse': [{'from': '2014-07-01', 'to': '2015-12-31', 'class': 'full'}],
           'employments': [{'id': 'a', 'employer': 'Skolen', 'from': '2016-01-01', 'weekly_hours': 12}],
           'wages': [{'from': f'2016-0{month}-01', 'to': f'2016-0{month}-{last}', 'am_income': '9000'}
                     for month, last in ((1, 31), (2, 29), (3, 31), (4, 30), (5, 31))]}
    (tmp_path / 'old.json').write_text(json.dumps(old), encoding='utf-8')
    for option in ('counted', 'not-counted'):
        wanted = json.loads(program('municipality', '--case', str(tmp_path / 'old.json'), '--weeks-before-new-job', option, '--format', 'json'))
        got = fleks.municipality(old, weeks_before_new_job=option)
        assert computed(got.as_json()) == computed(wanted)
        assert got.months[1].refund_pct == (20 if option == 'counted' else 40)
    path = source / 'examples/municipality/aarhus-35-2013.json'
    wanted = json.loads(program('municipality', str(path), '--simulate', '20', '--seed', '3', '--format', 'json'))
    assert computed(fleks.effort(path, cohorts=20, seed=3).as_json()) == computed(wanted)
    with pytest.raises(fleks.FleksError, match='weeks_of_month: "weeks" is not one of'):
        fleks.municipality(path, weeks_of_month='weeks')


def test_a_task_by_its_name_is_what_the_program_says(program):
    housing = fleks.task('housing', year=2026, income=Decimal('260000'), rent='6500', heat_apart=False)
    assert housing.housing_benefit == Decimal(json.loads(program('housing', '--year', '2026', '--income', '260000', '--rent', '6500', '--format', 'json'))['housing_benefit'])
    assert fleks.task('rules', 'FLT-8', language='en').rules[0].id == 'FLT-8'
    csv = 'key,valid_from,valid_to,value,unit,status,source,note\nfleksloentilskud_max_month,2024-01-01,2024-12-31,20052,kr/month,read,a test,\n'
    assert fleks.task('month', month='2024-03', am_income='15600', rates=fleks.Rates(csv)).fleksloentilskud == Decimal('15372.00')
    with pytest.raises(fleks.FleksError) as refused:
        fleks.task('housing', year=2026, income='260000', rent='x')
    assert refused.value.field == 'given.rent'
    with pytest.raises(TypeError):
        fleks.task('housing', year=2026, income=260000.0, rent='6500')


def test_a_record_is_verified_here_and_by_the_program(program, source, tmp_path):
    path = source / 'examples/cases/late_wage_report.json'
    for record in (fleks.record(path), fleks.record(path, correct_from='2024-02', as_of='2024-05-31', language='en')):
        assert fleks.verify(record).same
        kept = tmp_path / 'record.json'
        kept.write_text(record, encoding='utf-8')
        assert 'the same result' in program('verify', str(kept), '--lang', 'en')
    changed = fleks.verify(fleks.record(path).replace('"payout":"17033.00"', '"payout":"17034.00"'))
    assert not changed.same and changed.changed == ['result'] and changed.differences[0].kept == '17034.00'
    newer = fleks.Rates('key,valid_from,valid_to,value,unit,status,source,note\n'
                        'fleksloentilskud_max_month,2024-01-01,2024-12-31,20052,kr/month,read,a test,\n')
    by_newer = fleks.verify(fleks.record(path), rates=newer)
    assert not by_newer.same and by_newer.by_own_rates == 'same' and [each.where for each in by_newer.rates] == ['rates.fleksloentilskud_max_month']
    with pytest.raises(fleks.FleksError) as refused:
        fleks.verify('{}')
    assert (refused.value.code, refused.value.field) == ('missing_fact', 'fleks')


def test_fields_are_attributes_and_amounts_are_exact():
    month = fleks.month('2024-03', am_income='15600', ceiling='32067')
    assert (month.month, month.wage, month.fleksloentilskud, month.public_atp) == ('2024-03', Decimal(15600), Decimal('15272.00'), None)
    assert month.fleks.format == 1 and month.fleks.program == fleks.__version__
    assert [step.amount for step in month.steps if step.rule == 'FLT-8'] == [Decimal('4680.00')]
    assert 'payout' in month and 'payout' in dir(month) and 'Decimal' in repr(month)
    with pytest.raises(AttributeError, match='pay_out: not in the result; it has'):
        month.pay_out
    assert month == fleks.month('2024-03', am_income=fleks.Oere(1560000), ceiling=Decimal('32067.000'))
    assert len({month, fleks.month('2024-03', am_income=15600, ceiling='32.067,00')}) == 1


@pytest.mark.parametrize('call, code, field', [
    (lambda: fleks.month('2024-03', am_income='-5'), 'negative', 'am_income'),
    (lambda: fleks.month('2024-03', am_income='1e4'), 'not_a_number', 'am_income'),
    (lambda: fleks.month('2024-03', am_income='1.005'), 'too_many_decimals', 'am_income'),
    (lambda: fleks.month('2024-03', am_income='12,345.67'), 'not_a_number', 'am_income'),
    (lambda: fleks.month('2024-03', am_income=10**20), 'too_large', 'am_income'),
    (lambda: fleks.month('2024-3', am_income=1), 'no_such_date', 'month'),
    (lambda: fleks.month('1999-01', am_income=1), 'no_rate', ''),
    (lambda: fleks.month('2024-03'), 'missing_fact', 'am_income'),
    (lambda: fleks.month('2024-03', am_income=1, monthly_wage=1), 'exclusive_facts', 'monthly_wage'),
    (lambda: fleks.month('2024-03', hourly_wage=1), 'missing_fact', 'weekly_hours'),
    (lambda: fleks.month('2024-03', am_income=1, own_pension='x%'), 'not_a_number', 'own_pension'),
    (lambda: fleks.month('2024-03', am_income=1, own_atp='some'), 'no_such_choice', 'own_atp'),
    (lambda: fleks.month('2024-03', am_income=1, paid_hours=fleks.Oere(5)), 'wrong_type', 'paid_hours'),
    (lambda: fleks.month('2024-03', am_income=1, first_month='no-subsidy'), 'exclusive_facts', 'first_month'),
    (lambda: fleks.month('2024-03', am_income=1, employed_from='2024-02-30'), 'no_such_date', 'employed_from'),
    (lambda: fleks.month('2024-03', am_income=1, language='fr'), 'no_such_choice', 'language'),
    (lambda: fleks.hours(2025, 200, municipality='Nowhere'), 'unknown_municipality', 'municipality'),
    (lambda: fleks.case('{}'), 'missing_fact', 'from'),
    (lambda: fleks.Rates('key\n'), 'bad_header', ''),
])
def test_what_cannot_be_computed_names_the_fact(call, code, field):
    with pytest.raises(fleks.FleksError) as raised:
        call()
    assert raised.value.code == code
    if field:
        assert raised.value.field == field and field in str(raised.value)


@pytest.mark.parametrize('bad', [15600.0, True, None, [1], b'1'])
def test_no_float_is_money(bad):
    with pytest.raises((TypeError, fleks.FleksError)):
        fleks.month('2024-03', am_income=bad)


def test_rates_of_ones_own():
    csv = ('key,valid_from,valid_to,value,unit,status,source,note\n'
           'fleksloentilskud_max_month,2024-03-01,2024-03-31,20000,kr/month,read,a test,\n')
    rates = fleks.Rates(csv)
    assert rates.version != fleks.Rates().version
    assert fleks.month('2024-03', am_income='15600', rates=rates).fleksloentilskud == Decimal('15320.00')
    assert fleks.month('2024-03', am_income='15600').fleksloentilskud == Decimal('15272.00')


def test_reforms_are_the_programs(program, source):
    for path in sorted((source / 'examples/reforms').glob('*.json')):
        rates = fleks.Rates().reformed(path)
        facts = {'month': '2025-03', 'am_income': '15600', 'ceiling': '25000', 'paid_hours': 80, 'ledighedsydelse_days': 3}
        options = [part for name, value in facts.items() for part in ('--' + name.replace('_', '-'), str(value))]
        wanted = json.loads(program('month', *options, '--reform', str(path), '--format', 'json'))
        assert computed(fleks.month(**facts, rates=rates).as_json()) == computed(wanted)
        wanted = json.loads(program('hours', '--year', '2025', '--hourly-wage', '170', '--reform', str(path), '--format', 'json'))
        del wanted['reform']
        assert computed(fleks.hours(2025, 170, rates=rates).as_json()) == computed(wanted)
    areas = fleks.Rates().reformed(source / 'examples/reforms/3-central-ceilings.json')
    area, _, amount = (source / 'examples/reforms/3-central-ceilings.csv').read_text(encoding='utf-8').splitlines()[1].partition(',')
    assert areas.area_ceiling(area) == Decimal(amount) and areas.area_ceiling('nowhere') is None
    assert fleks.Rates().area_ceiling(area) is None
    with pytest.raises(fleks.FleksError) as raised:
        fleks.Rates().reformed({'id': 'x'})
    assert raised.value.code == 'missing_fact'
    with pytest.raises(fleks.FleksError):
        fleks.case(source / 'examples/cases/two_fleksjob.json', rates=areas)


def test_threads_do_not_disturb_each_other():
    def one(kroner):
        return fleks.month('2024-03', am_income=kroner).fleksloentilskud
    alone = [one(kroner) for kroner in range(10000, 10200)]
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert list(pool.map(one, range(10000, 10200))) == alone


@pytest.mark.parametrize('hours', ['0', '1', '10', '12.5', '30', '37'])
def test_measures_are_those_of_the_program(program, hours):
    given = ['--year', '2026', '--hourly-wage', '160', '--own-pension', '4%', '--employer-pension', '8%', '--municipality', 'Aarhus',
             '--children', '1', '--single-parent', '--rent', '7000']
    told = json.loads(program('hours', *given, '--from', hours, '--to', hours, '--measures', '--format', 'json'))['rows'][0]['measures']
    got = fleks.measures(2026, '160', Decimal(hours), own_pension=4, employer_pension=8, municipality='Aarhus', children=1, single_parent=True,
                         rent=7000)
    assert got.replacement_rate == (None if told['replacement_rate'] is None else Decimal(told['replacement_rate']))
    for name in ('emtr_hour', 'emtr_krone', 'ptr'):
        if told[name] is None:
            assert getattr(got, name) is None
            continue
        for part, share in told[name].items():
            # The C interface's citizen has no daycare and no child benefit.
            assert Decimal(share) == 0 if part in ('daycare', 'child_benefit') else getattr(getattr(got, name), part) == Decimal(share), part


def test_measures_refuse_what_is_wrong():
    with pytest.raises(fleks.FleksError) as wrong:
        fleks.measures(2024, '200', 169, municipal_tax=25)
    assert wrong.value.field == 'hours'
    with pytest.raises(TypeError):
        fleks.measures(2024, 200.5, 10)
