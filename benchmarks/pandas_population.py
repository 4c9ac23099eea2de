#!/usr/bin/env python3
"""The same rule as `fleks population` in pandas and numpy, the way a spreadsheet's successor is written: binary floating
point, whole columns at once, one month's rates from the library's own table.

usage: pandas_population.py FLEKS IN.csv OUT.csv
"""
import csv, io, subprocess, sys

import numpy as np
import pandas as pd

fleks, source, target = sys.argv[1:4]
rows = pd.read_csv(source, dtype={'id': str, 'month': str})
rates = {}
for month in rows['month'].unique():
    table = csv.DictReader(io.StringIO(subprocess.run([fleks, 'rates', '--date', month + '-01', '--format', 'csv'], capture_output=True, text=True, check=True).stdout))
    rates[month] = {row['key']: float(row['value'] or 'nan') for row in table}
rate = lambda key: rows['month'].map({month: values.get(key, 0.0) for month, values in rates.items()}).to_numpy()
column = lambda name, otherwise: rows[name].fillna(otherwise).to_numpy() if name in rows else np.full(len(rows), otherwise)

wage = rows['am_income'].to_numpy() + rows['own_pension'].to_numpy() + rows['employer_pension'].to_numpy()
other, benefit, days, ceiling = column('other_wage', 0.0), column('daily_benefit', 0.0), column('ledighedsydelse_days', 0.0), column('ceiling', np.inf)
threshold = rate('taper_threshold_month')
every = wage + other
taper = np.minimum(every, threshold) * rate('taper_low_pct') / 100 + np.maximum(every - threshold, 0) * rate('taper_high_pct') / 100
before = np.where(wage + benefit > 0, np.maximum(rate('fleksloentilskud_max_month') - taper - benefit, 0), 0)
month = rows['month'].to_numpy()
beside = np.where(month >= '2014-07', other, 0) + np.where(month >= '2024-01', benefit, 0)
under = np.minimum(before, np.maximum(ceiling - wage - beside, 0))
due = under * np.maximum(1 - days * 3 / 65, 0)
subsidy = np.where(month >= '2014-05', np.floor(due + 0.5), np.floor(due * 100 + 0.5) / 100)
own_atp = np.minimum(np.floor(subsidy * rate('atp_subsidy_own_pct') / 100 + 0.5), rate('atp_subsidy_own_max_month'))
pension = np.floor((subsidy - own_atp) * rate('obligatory_pension_pct') / 100 + 0.5)
pd.DataFrame({'id': rows['id'], 'month': rows['month'], 'taper': taper, 'before_ceiling': before, 'ceiling_cut': before - under, 'holiday_cut': under - due,
              'fleksloentilskud': subsidy, 'own_atp': own_atp, 'payout': subsidy - own_atp, 'obligatory_pension': pension}).to_csv(target, index=False, float_format='%.2f')
