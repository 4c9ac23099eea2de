#!/usr/bin/env bash
# fleks formula: the law as SQL, run in SQLite against the program's own rows; what each dialect says, and what is refused.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
formula() { "$FLEKS" formula "$@"; }
# The version of the rates is that of the day.
without_version() { formula "$@" | sed -E 's/(satser|rates) [0-9-]+\.[0-9a-f]+$/\1 .../'; }
months=$FLEKS_SOURCE_DIR/tests/programs/helpers/months_of_sql.py

# FLT-4 to FLT-19: 0 wrong øre in every month from 2013, with and without a ceiling, other wage, benefits and holiday days.
python3 "$months" rows 3000 "$work/months.csv"
runs 0 "$FLEKS" population "$work/months.csv" -o "$work/result.csv"
runs 0 formula --dialect sqlite -o "$work/all.sql"
python3 "$months" sqlite "$work/all.sql" "$work/months.csv" >"$work/view" || fail 'SQLite refuses the script'
python3 "$months" compare "$work/months.csv" "$work/result.csv" "$work/view" || fail 'SQLite computes another amount'

# One month: that month's rows, and NULL in all others; a row that cannot be computed has NULL.
runs 0 formula --dialect sqlite --month 2024-03 -o "$work/month.sql"
python3 - "$work/month.sql" "$work/all.sql" <<'END' || fail 'the view of a month is not that of its rows'
import sqlite3, sys
month, all_months = (open(path, encoding="utf-8").read() for path in sys.argv[1:])
base = sqlite3.connect(":memory:")
base.execute("CREATE TABLE months (id TEXT, month TEXT, am_income INTEGER, own_pension INTEGER, employer_pension INTEGER,"
             " other_wage INTEGER, daily_benefit INTEGER, ledighedsydelse_days INTEGER, ceiling INTEGER)")
rows = {  # id: (month, am_income, own_pension, employer_pension, other_wage, daily_benefit, ledighedsydelse_days, ceiling)
    "plain": ("2024-03", 1560000, 0, 0, 0, 0, 0, 3206700), "empty": ("2024-03", 1560000, 0, 0, None, None, None, None),
    "other": ("2024-04", 1560000, 0, 0, 0, 0, 0, None), "text": ("2024-03", "x", 0, 0, 0, 0, 0, None),
    "half": ("2024-03", 0.5, 0, 0, 0, 0, 0, None), "unknown": ("2024-03", None, 0, 0, 0, 0, 0, None),
    "below": ("2024-03", -1, 0, 0, 0, 0, 0, None), "above": ("2024-03", 10**10 + 1, 0, 0, 0, 0, 0, None),
    "days": ("2024-03", 1560000, 0, 0, 0, 0, 32, None), "month": ("2024-3", 1560000, 0, 0, 0, 0, 0, None),
    "paid": ("2022-03", 1560000, 0, 0, 0, 0, 2, None), "today": ("2022-04", 1560000, 0, 0, 0, 0, 2, None),
    "early": ("2012-12", 1560000, 0, 0, 0, 0, 0, None)}
base.executemany("INSERT INTO months VALUES (?,?,?,?,?,?,?,?,?)", [(k, *v) for k, v in rows.items()])
def view(script):
    base.executescript(script)
    return {k: v for k, v in base.execute("SELECT id, fleksloentilskud FROM fleks_month")}
one, every = view(month), view(all_months)
assert one.keys() == every.keys() == rows.keys()
assert {k for k, v in one.items() if v is not None} == {"plain", "empty"}, one
assert {k for k, v in every.items() if v is not None} == {"plain", "empty", "other", "today"}, every
assert one["plain"] == 1527200 and every["plain"] == 1527200
END

# Next year's rates, and finer ones than the built-in, are in the script.
cat >"$work/rates.csv" <<'END'
key,valid_from,valid_to,value,unit,status,source,note
taper_low_pct,2024-01-01,2024-12-31,30.25,pct,read,a source,
END
runs 0 formula --dialect excel --month 2024-03 --rates "$work/rates.csv"
grep -qx 'taper_low_pct = 3025' "$work/out" || fail 'the rates of a file are not used'

for dialect in excel sqlite postgresql duckdb smt; do
  same_as "formula_$dialect.txt" 0 without_version --dialect "$dialect" --month 2024-03
done
same_as formula_excel_en.txt 0 without_version --dialect excel --month 2013-05 --lang en

refuses '--dialect: ' formula
refuses '--dialect: »oracle«' formula --dialect oracle
refuses '--month: »2024-3«' formula --dialect sqlite --month 2024-3
refuses '1. januar 2013' formula --dialect sqlite --month 2012-12
refuses '2099' formula --dialect smt --month 2099-01
finish
