#!/usr/bin/env python3
"""Writes the kit's cases with what the program makes of them: usage: generate.py PROGRAM EXAMPLES > cases.jsonl"""
import json
import os
import sys

import kit


def months():
    """The subsidy of a month: each year and change of the law, the two tapers, the ceiling, ATP, pensions, holiday, benefits."""
    for month in ('2013-01', '2014-04', '2014-05', '2015-06', '2016-07', '2017-06', '2017-07', '2018-01', '2019-01', '2020-01', '2021-02',
                  '2022-03', '2022-04', '2023-12', '2024-01', '2025-12', '2026-01', '2026-12'):
        for income in ('4000', '15600', '22000.50'):
            yield {'month': month, 'am_income': income, 'ceiling': '30000', 'paid_hours': '78'}
    base = {'month': '2024-03', 'am_income': '15600'}
    for facts in ({}, {'ceiling': '24000'}, {'ceiling': '15600'}, {'ceiling': '15599.99'}, {'ceiling': '30872'}, {'ceiling': '30871.99'},
                  {'own_pension': '723', 'employer_pension': '1446'}, {'own_pension': '722.99'}, {'own_pension': '723.01'},
                  {'other_wage': '1000'}, {'daily_benefit': '2500'}, {'care_income': '1500', 'ceiling': '18000'},
                  {'ledighedsydelse_days': '5'}, {'ledighedsydelse_days': '0.5'}, {'paid_hours': '38.99'}, {'paid_hours': '39'},
                  {'paid_hours': '77.99'}, {'paid_hours': '78'}, {'paid_hours': '116.99'}, {'paid_hours': '117'},
                  {'ceiling_hourly': '185.25', 'ceiling_pension': '8'}, {'ceiling_hourly': '185', 'ceiling_supplements': '900'},
                  {'round_to': 'oere'}, {'rates_of': 'wage-month'}, {'unclaimed_benefit': '1200'}):
        yield {**base, **facts}
    for facts in ({'monthly_wage': '15000', 'paid_hours': '80'}, {'monthly_wage': '15000', 'paid_hours': '80', 'own_atp': 'counted'},
                  {'hourly_wage': '190', 'weekly_hours': '18'}, {'hourly_wage': '190', 'weekly_hours': '18', 'intensity': '70'},
                  {'hourly_wage': '210.55', 'weekly_hours': '12.5', 'own_pension': '4%', 'employer_pension': '8%'}):
        yield {'month': '2025-06', **facts, 'ceiling_hourly': '190'}
    for income in ('16322.99', '16323', '16323.01', '0.01', '46000', '60000'):
        yield {'month': '2024-05', 'am_income': income}
    for facts in ({'month': '2024-13', 'am_income': '1'}, {'month': '2012-12', 'am_income': '1'}, {'month': '2024-03'},
                  {'month': '2024-03', 'am_income': '1e4'}, {'month': '2024-03', 'am_income': '-1'}, {'month': '2024-03', 'am_income': '1.234'},
                  {'month': '2024-03', 'monthly_wage': '15000'}, {'month': '2024-03', 'am_income': '1', 'ceiling': 'high'},
                  {'month': '2024-03', 'am_income': '1', 'paid_hours': '745'}, {'month': '2024-03', 'am_income': '1', 'ledighedsydelse_days': '32'}):
        yield facts


def benefits():
    for month in ('2014-07', '2018-01', '2020-09', '2024-03', '2026-02'):
        for benefit_class in ('full', 'low_provider', 'low_nonprovider'):
            yield {'month': month, 'class': benefit_class, 'am_income': '4000'}
    for facts in ({}, {'am_income': '60000'}, {'own_pension': '200', 'employer_pension': '400', 'am_income': '5000'}, {'provider': True},
                  {'replacing_income': '3000'}, {'self_employed_hours': '10'}, {'entitled_weekdays': '11'}, {'sanction_days': '3'},
                  {'untaken_holiday_days': '2'}, {'holiday_days': '5', 'holiday_pay_per_day': '400'}):
        yield {'month': '2025-03', 'class': 'full', **facts}


TASKS = {
    'month': months,
    'ledighedsydelse': benefits,
    'ceiling': lambda: [{'hourly': '180', 'pension': '8'}, {'hourly': '180.25', 'supplements': '1250', 'pension': '12.5'}, {'monthly_base': '28000'},
                        {'monthly_base': '28000', 'bonus': '500', 'pension': '17.1'}, {'hourly': '150', 'holiday_supplement': '3500', 'pension': '8'}],
    'holiday': lambda: [{'from': start, 'to': stop, 'monthly_pay': '14000', 'kind': kind} for kind in ('pay', 'allowance') for start, stop in
                        (('2024-01-01', '2024-12-31'), ('2023-08-15', '2024-02-29'), ('2025-03-31', '2025-03-31'), ('2020-09-01', '2021-08-31'))],
    'tax': lambda: [{'year': str(year), 'wage': wage, 'municipality': 'Aarhus'} for year in range(2013, 2027) for wage in ('120000', '420000')],
    'housing': lambda: [{'year': '2026', 'income': income, 'rent': rent, 'children': children} for income in ('150000', '260000')
                        for rent in ('4500', '9000') for children in ('0', '2')],
    'hours': lambda: [{'year': year, 'hourly_wage': '200', 'municipality': 'Aarhus', 'from': '8', 'to': '20', 'step': '4'} for year in ('2025', '2026')],
    'self-employed': lambda: [{'year': str(year), 'income': income} for year in (2019, 2022, 2024, 2026) for income in ('0', '48000', '700000')],
}


#: The case files in which something was decided that may be corrected.
CORRECTED = ('bonus_over_months', 'late_wage_report', 'three_years')


def case_files(examples):
    folder = os.path.join(examples, 'cases')
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding='utf-8') as text:
            yield name.removesuffix('.json'), json.load(text)


def cases(examples):
    for task, facts in TASKS.items():
        for number, each in enumerate(facts(), 1):
            yield {'id': f'{task}-{number:03}', 'task': task, 'facts': each}
    for name, case in case_files(examples):
        yield {'id': f'case-{name}', 'task': 'case', 'facts': {'case': case}}
        yield {'id': f'municipality-{name}', 'task': 'municipality', 'facts': {'case': case}}
        if name in CORRECTED:
            yield {'id': f'correction-{name}', 'task': 'case', 'facts': {'case': case, 'correct_from': '2024-02'}}


if __name__ == '__main__':
    for case in cases(sys.argv[2]):
        case['expected'] = kit.asked(sys.argv[1], case)
        print(json.dumps(case, ensure_ascii=False, separators=(',', ':')))
