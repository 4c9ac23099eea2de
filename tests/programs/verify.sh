#!/usr/bin/env bash
# fleks record and fleks verify: results that can be computed again, and what is told of one that was changed.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
cd "$FLEKS_SOURCE_DIR" || exit 1

# Every task whose result is JSON can be computed again from the result alone.
head -n 1 src/rates/rates.csv >"$work/rates.csv"
echo 'fleksloentilskud_max_month,2024-03-01,2024-03-31,20000,kr/month,read,a test,' >>"$work/rates.csv"
mkdir -p "$work/of_tasks"
kept=0
keep() {
  "$FLEKS" "$@" --format json >"$work/kept.json" 2>"$work/err" || [ $? -eq 1 ] || fail "$* ($(head -c 200 "$work/err"))"
  runs 0 "$FLEKS" verify "$work/kept.json"
  runs 0 "$FLEKS" record "$work/kept.json" -o "$work/record.json"
  runs 0 "$FLEKS" verify "$work/record.json"
  kept=$((kept + 1))
  cp "$work/kept.json" "$work/of_tasks/$kept.json"
  cp "$work/record.json" "$work/of_tasks/$kept.record.json"
}
keep month --month 2024-03 --am-income 15600
keep month --month 2024-03 --hourly-wage 200 --weekly-hours 18 --employer-pension 8% --ceiling-hourly 200 --lang en --expect 1
keep month --month 2024-03 --am-income 15600 --rates "$work/rates.csv"
keep month --month 2025-03 --am-income 15600 --reform examples/reforms/3-central-ceilings.json --agreement-area detail
keep ledighedsydelse --month 2024-03 --class full --provider --am-income 3000
keep ceiling --hourly 200 --pension 8
keep holiday --from 2024-09-01 --to 2025-08-31 --monthly-pay 12000 --kind allowance
keep self-employed --year 2019 --income 48000
keep hours --year 2025 --hourly-wage 200 --municipality Aarhus --church --to 8
keep audit --month 2024-03 --am-income 14400 --employer-pension 1200 --ceiling 32067 --paid 15632
keep audit --month 2024-03 --am-income 15600 --paid 15272 --rates "$work/rates.csv"
keep month --month 2024-03 --am-income 15600 --after-tax --municipality Aarhus --church --transport-km 60 --transport-days 100
keep month --month 2024-03 --am-income 8000..9000 --ceiling '?'
keep month --month 2024-03 --am-income '?' --target-payout 15000
keep ledighedsydelse --month 2024-03 --class full --am-income '3000..4000'
keep hours --year 2025 --hourly-wage 200 --municipal-tax 25 --raise 20 --at-hours 20
keep hours --year 2025 --over wage --from 100 --to 130 --step 10 --at-hours 20 --municipal-tax 25 --measures
keep hours --year 2024 --hourly-wage 200 --municipal-tax 25 --course '9@75,12@85'
keep hours --year 2024 --hourly-wage 200 --municipal-tax 25 --purses --rates "$work/rates.csv"
keep tax --year 2026 --wage 600000 --municipality København --church
keep housing --year 2026 --income 260000 --rent 6500 --children 2
keep municipality --case examples/cases/late_wage_report.json
keep municipality --case examples/municipality/refunds/case.json --refund-file examples/municipality/refunds/with-mistakes.csv
keep municipality examples/municipality/aarhus-35-2013.json --simulate 20
keep rates --diff "$work/rates.csv" src/rates/rates.csv
keep rates --date 2024-03-01
keep rules FLT-8 --date 2024-03-01
for case in examples/cases/*.json; do
  keep case "$case"
  from=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["from"][:7])' "$case")
  keep case "$case" --correct-from "$from"
done

# A case of which not everything is known.
sed 's/"am_income": "7200.00"/"am_income": "?"/' examples/cases/late_wage_report.json >"$work/unknown.json"
keep case "$work/unknown.json"

# A vendor's program verifies every one of them.
if [ -z "${ASAN_OPTIONS:-}" ]; then
  python3 tests/programs/helpers/verify_by_c.py "$FLEKS_BINARY_DIR/libfleks_c.so" "$work"/of_tasks/*.json >"$work/by_c" || fail "by the C interface: $(cat "$work/by_c")"
  grep -qx "$((2 * kept)) records, 0 wrong" "$work/by_c" || fail "by the C interface: $(cat "$work/by_c")"
fi

# Each of several cases is a result of its own.
runs 0 "$FLEKS" case examples/cases/late_wage_report.json examples/cases/two_fleksjob.json --format json
python3 - "$work/out" "$work" <<'PY'
import json, sys
for i, one in enumerate(json.load(open(sys.argv[1], encoding='utf-8'))):
    json.dump(one, open(f'{sys.argv[2]}/of_{i}.json', 'w', encoding='utf-8'))
PY
runs 0 "$FLEKS" verify "$work/of_0.json" "$work/of_1.json"

# A fact, an amount, a rate that was changed afterwards, and a newer table of rates are told apart.
cd "$work" || exit 1
"$FLEKS" month --month 2024-03 --am-income 15600 --format json >result.json
"$FLEKS" record result.json -o record.json
says() { grep -qF -- "$1" "$work/out" || fail "does not say »$1«: $(cat "$work/out")"; }
sed 's/15600/15700/g' result.json >changed.json
runs 1 "$FLEKS" verify changed.json
says 'fleksloentilskud: gemt 15272.00, nu 15242.00'
says 'program og satser er de samme'
changed() { # changed TEXT BY WHAT
  sed "s/$1/$2/" record.json >changed.json
  cmp -s record.json changed.json && fail "nothing changed by $1"
  runs 1 "$FLEKS" verify changed.json
  says "ændret, efter at den blev forseglet: $3"
}
changed '"am_income":"15600"' '"am_income":"15700"' facts
changed '"fleksloentilskud":"15272.00"' '"fleksloentilskud":"15273.00"' result
changed '"value":"19952"' '"value":"19953"' rates
runs 0 "$FLEKS" verify record.json --lang en
says 'record.json: the same result'

# A table with another amount: the seal holds, the rates make the difference. It is put together as an older table would have been.
python3 - "$FLEKS" "$work" <<'PY'
import hashlib, json, subprocess, sys
program, work = sys.argv[1:]
path = f'{work}/old.csv'
open(path, 'w').write('key,valid_from,valid_to,value,unit,status,source,note\n'
                      'fleksloentilskud_max_month,2024-01-01,2024-12-31,19000,kr/month,read,an older table,\n')
run = lambda *a: subprocess.run([program, *a], capture_output=True, text=True, check=True).stdout
record = json.loads(subprocess.run(
    [program, 'record', '-'], input=run('month', '--month', '2024-03', '--am-income', '15600', '--rates', path, '--format', 'json'),
    capture_output=True, text=True, check=True).stdout)
del record['facts']['given']['rates'], record['facts']['files']
text = lambda value: json.dumps(value, sort_keys=True, separators=(',', ':'), ensure_ascii=False)
sha = lambda value: hashlib.sha256(text(value).encode()).hexdigest()
seal = {part: sha(record[part]) for part in ('facts', 'rates', 'result')}
assert seal['rates'] == record['sha256']['rates'] and seal['result'] == record['sha256']['result'], 'the canonical form is not the known one'
del record['sha256']
seal['record'] = sha(record)
record['sha256'] = seal
open(f'{work}/older.json', 'w', encoding='utf-8').write(text(record) + '\n')
PY
runs 1 "$FLEKS" verify older.json
says 'rates.fleksloentilskud_max_month: gemt 19000, nu 19952'
says 'med de gemte satser er resultatet det samme: satserne gør forskellen'
runs 1 "$FLEKS" verify older.json --format json
json_has "j['outcome'] == 'different' and j['by_own_rates'] == 'same' and j['changed'] == []"

# A folder: every record in it, and what became of each.
mkdir -p folder/2024
cp record.json folder/a.json
cp changed.json folder/2024/b.json
echo '{' >folder/2024/c.json
echo 'no record' >folder/notes.txt
runs 2 "$FLEKS" verify folder
says '3 gemte resultater: 1 samme, 1 andre, 1 kan ikke læses'
rm folder/2024/c.json
runs 1 "$FLEKS" verify folder --format json
[ "$(wc -l <"$work/out")" -eq 2 ] || fail 'not a line for each record'

# What is no kept result, or one that no task can be computed of.
refuses 'er ikke JSON' "$FLEKS" verify "$FLEKS_SOURCE_DIR/README.md"
refuses 'facts' bash -c 'sed s/\"facts\"/\"fakta\"/ result.json >none.json; "$FLEKS" verify none.json'
refuses 'facts.task' bash -c 'sed "s/\"task\": \"month\"/\"task\": \"population\"/" result.json >none.json; "$FLEKS" verify none.json'
refuses 'facts.given' bash -c 'sed "s/\"am_income\": /\"batch\": /" result.json >none.json; "$FLEKS" verify none.json'
refuses 'facts.language' bash -c 'sed "s/\"language\": \"da\"/\"language\": \"fr\"/" result.json >none.json; "$FLEKS" verify none.json'
refuses 'am-income' bash -c 'sed "s/\"15600\"/\"1e4\"/" result.json >none.json; "$FLEKS" verify none.json'
refuses 'FIL' "$FLEKS" verify
refuses 'FIL' "$FLEKS" record
refuses 'filen findes ikke' "$FLEKS" verify nothing.json
runs 1 "$FLEKS" record changed.json
grep -q 'ændret, efter at den blev forseglet' "$work/err" || fail 'a changed record is sealed again'
[ ! -s "$work/out" ] || fail 'a changed record is written'

# A file that the result does not have is not looked for where the program runs.
"$FLEKS" month --month 2024-03 --am-income 15600 --rates rates.csv --format json | sed 's/"rates.csv": "/"other.csv": "/' >without.json
refuses 'rates.csv' "$FLEKS" verify without.json

# Records of earlier days.
runs 0 "$FLEKS" verify "$FLEKS_SOURCE_DIR/tests/programs/kept"
finish
