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

# FLT-12: to March 2022 what was paid for the holiday days is deducted; with its column those rows have an amount.
runs 0 formula --dialect sqlite --holiday-benefit -o "$work/benefit.sql"
python3 - "$FLEKS" "$work" <<'END' || fail 'the view with the holiday benefit computes another amount'
import csv, random, sqlite3, subprocess, sys
fleks, work = sys.argv[1:]
random.seed(12)
columns = ["id", "month", "am_income", "own_pension", "employer_pension", "other_wage", "daily_benefit", "ledighedsydelse_days", "ledighedsydelse", "ceiling"]
rows = []
for i in range(1500):
    year = random.randint(2013, 2022)
    days = random.choice([0, 0, 1, 3, 10, 22])
    paid = random.randrange(0, 1_500_000) if days else None
    rows.append([f"r{i}", f"{year}-{random.randint(1, 12 if year < 2022 else 6):02}", random.randrange(1, 2_500_000), random.randrange(0, 90_000),
                 0, random.choice([0, 400_000]), random.choice([0, 0, 700_000]), days, paid, random.choice([None, random.randrange(1_500_000, 4_000_000)])])
kroner = lambda n: "" if n is None else f"{n // 100}.{n % 100:02}"
with open(f"{work}/benefit.csv", "w", newline="") as out:
    writer = csv.writer(out)
    writer.writerow(columns)
    for r in rows:
        writer.writerow(r[:2] + [kroner(x) for x in r[2:7]] + [r[7]] + [kroner(x) for x in r[8:]])
subprocess.run([fleks, "population", f"{work}/benefit.csv", "-o", f"{work}/benefit_result.csv"], check=True)
base = sqlite3.connect(":memory:")
base.execute(f"CREATE TABLE months ({', '.join(columns)})")
base.executemany(f"INSERT INTO months VALUES ({', '.join('?' * len(columns))})", rows + [["none", "2022-03", 1560000, 0, 0, 0, 0, 2, None, None]])
base.executescript(open(f"{work}/benefit.sql", encoding="utf-8").read())
view = {r[0]: r[1:] for r in base.execute("SELECT id, fleksloentilskud, own_atp, payout, obligatory_pension FROM fleks_month")}
assert view.pop("none") == (None,) * 4, "what was paid for the days is not known, and there is an amount"
oere = lambda text: int(text.replace(".", ""))
wrong = days_before = 0
for r in csv.DictReader(open(f"{work}/benefit_result.csv", encoding="utf-8")):
    wrong += view[r["id"]] != tuple(oere(r[name]) for name in ("fleksloentilskud", "own_atp", "payout", "obligatory_pension"))
    days_before += r["month"] < "2022-04" and rows[int(r["id"][1:])][7] > 0
assert len(view) == len(rows) and wrong == 0 and days_before > 300, (len(view), wrong, days_before)
END

# LY-3 to LY-15 and LOFT-3: the views of ledighedsydelse and of the ceiling against the program's own tasks.
runs 0 formula --dialect sqlite --of ceiling --month 2024-03 -o "$work/ceiling.sql"
for class in full low_provider; do
  runs 0 formula --dialect sqlite --of ledighedsydelse --class "$class" --month 2024-03 -o "$work/$class.sql"
done
python3 - "$FLEKS" "$work" <<'END' || fail 'the view of ledighedsydelse or of the ceiling computes another amount'
import json, random, sqlite3, subprocess, sys
from fractions import Fraction
fleks, work = sys.argv[1:]
random.seed(74)
def task(*arguments):
    return json.loads(subprocess.run([fleks, *arguments, "--format", "json"], capture_output=True, text=True, check=True).stdout)
def decimals(n, places):
    return f"{n // 10**places}.{n % 10**places:0{places}}"
facts = {"am_income": 2, "own_pension": 2, "employer_pension": 2, "replacing_income": 2, "paid_out_holiday_allowance": 2, "self_employed_hours": 4,
         "entitled_weekdays": 4, "sanction_days": 4, "untaken_holiday_days": 4, "holiday_days": 4, "holiday_pay_per_day": 2}
most = [1_500_000, 50_000, 90_000, 400_000, 200_000, 500_000, 210_000, 40_000, 40_000, 80_000, 90_000]
base = sqlite3.connect(":memory:")
base.execute(f"CREATE TABLE benefit_months (id, {', '.join(facts)})")
base.execute("CREATE TABLE ceilings (id, ceiling_hourly, ceiling_supplements, ceiling_bonus, ceiling_pension, ceiling_holiday_supplement)")
rows = [[None if random.random() < .5 else random.randrange(0, m) for m in most] for _ in range(30)]
for row in rows:
    if row[-1] is None or row[-2] is None:
        row[-2:] = None, None
base.executemany(f"INSERT INTO benefit_months VALUES ({', '.join('?' * 12)})", [[i, *r] for i, r in enumerate(rows)] + [["below", -1, *[None] * 10]])
for name in ("full", "low_provider"):
    base.executescript(open(f"{work}/{name}.sql", encoding="utf-8").read())
    view = {r[0]: r[1:] for r in base.execute("SELECT * FROM fleks_ledighedsydelse")}
    assert view.pop("below") == (None,) * 5
    for i, row in enumerate(rows):
        options = [part for (fact, places), n in zip(facts.items(), row) if n is not None
                   for part in ("--" + fact.replace("_", "-"), decimals(n, places))]
        said = task("ledighedsydelse", "--month", "2024-03", "--class", name, *options)
        amounts = tuple(int(said[key].replace(".", "")) for key in ("ledighedsydelse", "own_atp", "payout", "public_atp", "obligatory_pension"))
        assert view[i] == amounts, (name, options, view[i], amounts)
base.executescript(open(f"{work}/ceiling.sql", encoding="utf-8").read())
base.execute("INSERT INTO ceilings VALUES ('parts', 19550, 120000, 35000, 90000, 24100), ('hourly', 20000, NULL, NULL, NULL, NULL)")
view = {r[0]: r[1:] for r in base.execute("SELECT * FROM fleks_ceiling")}
assert view["hourly"] == (9_620_000, 9_620_000 * 1_000_000), view
assert Fraction(view["parts"][1], 3_000_000) == (Fraction(19550 * 37 * 52, 12) + 155_000) * Fraction(109, 100) + 24_100
said = task("ceiling", "--hourly", "195.50", "--supplements", "1200", "--bonus", "350", "--pension", "9", "--holiday-supplement", "241")
assert abs(Fraction(said["normal_wage_ceiling"]) * 100 - Fraction(view["parts"][1], 3_000_000)) <= Fraction(1, 2), said["normal_wage_ceiling"]
END
same_as formula_ledighedsydelse_excel.txt 0 without_version --dialect excel --of ledighedsydelse --month 2024-03
same_as formula_ledighedsydelse_smt.txt 0 without_version --dialect smt --of ledighedsydelse --class low_provider --month 2022-05 --lang en
same_as formula_ceiling_postgresql.txt 0 without_version --dialect postgresql --of ceiling --month 2024-03
runs 0 formula --dialect excel --of ceiling
refuses '--class' formula --dialect excel --class full
refuses '--provider' formula --dialect smt --of ceiling --provider
refuses '--holiday-benefit' formula --dialect smt --holiday-benefit
refuses '--of: »tax«' formula --dialect excel --of tax

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
