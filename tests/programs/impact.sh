#!/usr/bin/env bash
# fleks impact: what new rates, or this version of the library, change in decisions.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
cd "$work" || exit 1
mkdir -p cases/inside kept
cp "$FLEKS_SOURCE_DIR"/examples/cases/*.json cases
cp "$FLEKS_SOURCE_DIR/examples/cases/late_wage_report.json" cases/inside/again.json
printf 'key,valid_from,valid_to,value,unit,status,source,note\nfleksloentilskud_max_month,2024-03-01,2024-12-31,20052,kr/month,read,a test,\n' >new.csv
head -1 "$FLEKS_SOURCE_DIR/src/rates/rates.csv" >old.csv
grep '^fleksloentilskud_max_month,2024' "$FLEKS_SOURCE_DIR/src/rates/rates.csv" >>old.csv

# Each month is what the case says under either table, in every form.
python3 - "$FLEKS" <<'PYTHON' || fail 'a folder under two tables'
import csv, glob, io, json, subprocess, sys
from decimal import Decimal as D
def fleks(*words):
    done = subprocess.run([sys.argv[1], *words], capture_output=True, text=True)
    assert done.returncode == 0, (words, done.stderr)
    return done.stdout
def months(path, rates):
    return {m['month']: m for m in json.loads(fleks('case', path, '--rates', rates, '--format', 'json'))['months']}
asked = ['impact', 'cases', '--old-rates', 'old.csv', '--new-rates', 'new.csv']
got = json.loads(fleks(*asked, '--format', 'json'))
told = {(each['case'], m['month']): m for each in got['cases'] for m in each['months']}
total = D(0)
paths = glob.glob('cases/**/*.json', recursive=True)
for path in paths:
    old, new = months(path, 'old.csv'), months(path, 'new.csv')
    for m in new:
        same = (new[m]['payout'], new[m]['status']) == (old[m]['payout'], old[m]['status'])
        assert same or (path, m) in told, (path, m)
        if (path, m) in told:
            t = told[path, m]
            assert (t['before']['payout'], t['after']['payout'], t['decided']) == (old[m]['payout'], new[m]['payout'], new[m]['decided'])
            assert D(t['difference']) == D(new[m]['payout']) - D(old[m]['payout'])
            total += D(t['difference'])
changed = len({path for path, _ in told})
assert changed >= 3 and total > 0
assert got['summary'] == {'cases': len(paths), 'changed': changed, 'months': len(told), 'difference': str(total), 'not_computed': 0}, got['summary']
rows = list(csv.DictReader(io.StringIO(fleks(*asked, '--format', 'csv'))))
assert [(r['case'], r['month']) for r in rows] == list(told)
for r in rows:
    t = told[r['case'], r['month']]
    assert (r['payout_before'], r['payout_after'], r['difference'], r['decided']) == (
        t['before']['payout'], t['after']['payout'], t['difference'], t['decided'])
PYTHON

late=$FLEKS_SOURCE_DIR/examples/cases/late_wage_report.json
cp "$late" late.json
same_as impact_da.txt 0 "$FLEKS" impact late.json --old-rates old.csv --new-rates new.csv
same_as impact_en.txt 0 "$FLEKS" impact late.json --old-rates old.csv --new-rates new.csv --from 2024-04 --to 2024-05 --lang en
runs 0 "$FLEKS" impact late.json --old-rates old.csv
grep -q '^1 sager beregnet med begge satstabeller: 0 ændres, 0 måneder' "$work/out" || fail 'the same rates change something'
# What was not known is not used; the result of one case can be computed again.
runs 0 "$FLEKS" impact late.json --old-rates old.csv --new-rates new.csv --as-of 2024-04-30 --format json -o impact.json
python3 - <<'PYTHON' || fail 'as of a day'
import json
j = json.load(open('impact.json'))
assert {m['month']: m['before']['payout'] for m in j['cases'][0]['months']}['2024-04'] == '17033.00', 'the right wage of March is late'
PYTHON
runs 0 "$FLEKS" verify impact.json

# Kept results are held against this version: what was kept yesterday is the same, and a version that counted otherwise is told.
for case in cases/*.json; do "$FLEKS" case "$case" --format json -o "kept/${case##*/}"; done
runs 0 "$FLEKS" impact kept --lang en
grep -Eq '^[0-9]+ cases computed with both|: 0 change, 0 months' "$work/out" || fail "kept results are others: $(cat "$work/out")"
"$FLEKS" record kept/late_wage_report.json -o kept/sealed.json
python3 - <<'PYTHON'
import json
result = json.load(open('kept/late_wage_report.json'))
march = next(m for m in result['months'] if m['month'] == '2024-03')
march['payout'], march['subsidy']['fleksloentilskud'], result['fleks']['program'] = '16933.00', '17433.00', '0.0.9'
json.dump(result, open('kept/older.json', 'w'))
PYTHON
runs 0 "$FLEKS" impact kept --format json
json_has "[(c['case'], c['before']['program'], [(m['month'], m['before']['payout'], m['after']['payout'], m['difference']) for m in c['months']]) for c in j['cases']] == [('kept/older.json', '0.0.9', [('2024-03', '16933.00', '17033.00', '100.00')])]"
json_has "j['against'] is None and j['summary']['changed'] == 1"
same_as impact_kept_da.txt 0 "$FLEKS" impact kept
# With both tables a kept result is the case it was made of.
runs 0 "$FLEKS" impact kept/older.json --old-rates old.csv --new-rates new.csv --from 2024-03 --to 2024-03 --format csv
grep -q 'computed,computed,17533.00,17633.00,0.00,0.00,17033.00,17133.00,100.00,' "$work/out" || fail "a kept case under two tables: $(cat "$work/out")"

# A case that cannot be computed takes no other with it; alone it is the message.
sed 's/"17533.00"/"17534.00"/' kept/sealed.json >kept/forged.json
cmp -s kept/sealed.json kept/forged.json && fail 'nothing was forged'
runs 1 "$FLEKS" impact kept --lang en
grep -q 'kept/forged.json: changed after it was sealed: result' "$work/out" || fail "a forged record: $(cat "$work/out")"
rm kept/forged.json
echo '{' >cases/broken.json
runs 1 "$FLEKS" impact cases --old-rates old.csv --new-rates new.csv
grep -q '^cases/broken.json: ' "$work/out" && grep -q '^1 sager kunne ikke beregnes' "$work/out" || fail 'a broken case in a folder'
runs 1 "$FLEKS" impact cases --old-rates old.csv --new-rates new.csv --format csv
grep -q '^cases/broken.json,,,,,,,,,,,,' "$work/out" || fail 'a broken case in the table'
refuses 'ikke JSON' "$FLEKS" impact cases/broken.json --old-rates old.csv
refuses --old-rates "$FLEKS" impact late.json
refuses --old-rates "$FLEKS" impact kept late.json
refuses --as-of "$FLEKS" impact kept --as-of 2024-04-01
refuses --old-rates "$FLEKS" impact late.json --old-rates nothing.csv
refuses --new-rates "$FLEKS" impact late.json --old-rates old.csv --new-rates late.json
refuses SAG "$FLEKS" impact --old-rates old.csv
mkdir empty
refuses SAG "$FLEKS" impact empty --old-rates old.csv
"$FLEKS" month --month 2024-03 --am-income 15600 --format json -o month.json
refuses facts.task "$FLEKS" impact month.json
"$FLEKS" case late.json --correct-from 2024-02 --format json -o correction.json
runs 2 "$FLEKS" impact correction.json
sed 's/"status": "computed"/"status": "guessed"/' kept/late_wage_report.json >status.json
refuses 'months[0].status' "$FLEKS" impact status.json
sed 's/"payout": "17033.00"/"payout": "1e4"/' kept/late_wage_report.json >payout.json
refuses 'payout' "$FLEKS" impact payout.json
finish
