#!/usr/bin/env bash
# fleks municipality: a case and an effort in three purses, hours and a population by purse, and what is refused.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
efforts=$FLEKS_SOURCE_DIR/examples/municipality
cd "$work" || exit 1

# A case: KOM-1, KOM-7, KOM-9, KOM-10.
cat >case.json <<'END'
{"from": "2024-06", "to": "2024-07", "employments": [{"id": "a", "employer": "Skolen", "from": "2020-01-01", "weekly_hours": 12}],
 "wages": [{"from": "2024-05-01", "to": "2024-05-31", "am_income": "9000"}, {"from": "2024-06-01", "to": "2024-06-30", "am_income": "9500"}]}
END
runs 0 "$FLEKS" municipality --case case.json --format json
json_has "[m['month'] for m in j['months']] == ['2024-06', '2024-07'] and j['months'][0]['benefit'] == '17252.00'"
json_has "j['months'][0]['refund_pct'] == '20' and j['months'][0]['weeks'] == 235 and j['months'][0]['refund'] == '3450.40'"
json_has "j['months'][0]['fleksbidrag'] == '3050.00' and j['months'][0]['municipality'] == '10751.60'"
json_has "all(round(100 * (float(m['municipality']) + float(m['state']) - float(m['citizen']) - float(m['pension']))) == 0 for m in j['months'])"
json_has "{'KOM-1', 'KOM-7', 'KOM-9', 'KOM-10'} <= set(j['months'][0]['rules']) and len(j['assumed']) == 2"
json_has "[w['week'] for w in j['months'][0]['by_week']][:2] == ['2024-W22', '2024-W23']"
same_as municipality_case_da.txt 0 "$FLEKS" municipality --case case.json
same_as municipality_case_en.txt 0 "$FLEKS" municipality --case case.json --lang en
runs 0 "$FLEKS" municipality --case case.json --format csv
[ "$(head -1 "$work/out")" = month,benefit,refund_pct,weeks,refund,fleksbidrag,municipality,state,citizen,pension ] || fail 'the columns of the table'
[ "$(wc -l <"$work/out")" -eq 3 ] || fail 'a row a month'
runs 0 "$FLEKS" municipality --case case.json --format svg
python3 -c "import sys, xml.dom.minidom; xml.dom.minidom.parse('$work/out')" || fail 'the picture of a case'
runs 0 "$FLEKS" municipality --case case.json --fleksbidrag-base m-less-refund --format json
json_has "j['months'][0]['fleksbidrag'] == '635.00'"
runs 0 "$FLEKS" municipality --case case.json --as-of 2024-06-15 --format json
json_has "j['as_of'] == '2024-06-15' and j['months'][0]['wage_month'] == '2024-05'"

# The state's own calculation held against the case: KOM-1, KOM-7, KOM-9.
refunds=$efforts/refunds
check=("$FLEKS" municipality --case "$refunds/case.json" --refund-file)
runs 0 "${check[@]}" "$refunds/as-the-rules.csv" --format json
json_has "j['differences'] == [] and j['compared'] == 11 and j['partly'] == 2 and j['refund']['file'] == j['refund']['due'] == '8257.35'"
runs 1 "${check[@]}" "$refunds/with-mistakes.csv" --format json
json_has "[(d['week'], d['of'], d['causes']) for d in j['differences']] == [('2024-W25', 'amount', ['after_own_atp']), ('2024-07', 'fleksbidrag', ['wage_with_pension']), ('2024-W28', 'refund_pct', ['week_count_one_off']), ('2024-W30', 'missing', [])]"
if grep -q 0101701234 "$work/out"; then fail "the person's number is in the result"; fi
cp "$work/out" record.json
runs 0 "$FLEKS" verify record.json
same_as municipality_refunds_da.txt 1 "${check[@]}" "$refunds/with-mistakes.csv"
same_as municipality_refunds_en.txt 1 "${check[@]}" "$refunds/with-mistakes.csv" --lang en
# The guide shows this.
python3 -c 'import sys; sys.exit(open(sys.argv[2]).read().strip("\n") not in open(sys.argv[1]).read())' \
  "$FLEKS_SOURCE_DIR/examples/guide/program.md" "$work/out" || fail 'the page of the program shows another check of the refund'
runs 1 "${check[@]}" "$refunds/with-mistakes.csv" --format csv
[ "$(head -1 "$work/out")" = week,benefit,of,file,due,file_refund,refund,weeks,causes,line ] && [ "$(wc -l <"$work/out")" -eq 5 ] || fail 'the table of differences'
refuses '--refund-file' "${check[@]}" "$refunds/as-the-rules.csv" --format svg
refuses '--case' "$FLEKS" municipality "$efforts/aarhus-35-2013.json" --refund-file "$refunds/as-the-rules.csv"
sed '4s/0101701234/0202701234/' "$refunds/as-the-rules.csv" >two.csv
refuses 'CPR nummer' "${check[@]}" two.csv
if grep -q 0202701234 "$work/err"; then fail "the person's number is in a message"; fi
refuses nowhere.csv "${check[@]}" nowhere.csv

# An effort: KOM-12, KOM-13.
for effort in "$efforts"/*.json; do
  runs 0 "$FLEKS" municipality "$effort" --format json
  json_has "j['years'] and set(j['break_even']) == {'success_pct', 'months'} and isinstance(j['decides'], list)"
  json_has "all(abs(sum(float(y[k]) for k in ('refund', 'fleksbidrag', 'tax')) - sum(float(y[k]) for k in ('benefit', 'pool_wage', 'staff')) - float(y['municipality'])) < 0.05 for y in j['years'])"
  json_has "[float(d['worth']) for d in j['decides']] == sorted((float(d['worth']) for d in j['decides']), reverse=True)"
done
effort=$efforts/aarhus-35-2013.json
runs 0 "$FLEKS" municipality "$effort" --simulate 50 --seed 3 --jobs 1 --format json
json_has "j['simulation']['cohorts'] == 50 and float(j['simulation']['p5']) <= float(j['simulation']['p50']) <= float(j['simulation']['p95'])"
cp "$work/out" one.json
for jobs in 2 3 7; do
  runs 0 "$FLEKS" municipality "$effort" --simulate 50 --seed 3 --jobs "$jobs" --format json
  cmp "$work/out" one.json || fail "--jobs $jobs gives other bytes"
done
runs 0 "$FLEKS" verify one.json
# A result that was kept with the number of threads is computed again too.
sed 's/"seed": "3"/"jobs": "2", "seed": "3"/' one.json >with-jobs.json
! cmp -s one.json with-jobs.json || fail 'the number of threads was not put in'
runs 0 "$FLEKS" verify with-jobs.json
runs 0 "$FLEKS" municipality "$effort" --simulate 20 --lang en
grep -q '20 cohorts drawn at random (seed 1)' "$work/out" || fail 'the text does not say the cohorts'
runs 0 "$FLEKS" municipality "$effort" --format csv
[ "$(wc -l <"$work/out")" -eq 5 ] || fail 'a row a year'
# Its inputs are named in words, in the language asked for.
runs 0 "$FLEKS" municipality "$effort" --format svg --lang en
grep -q 'fleksjob afterwards: share' "$work/out" && grep -q 'pool job: what the work is worth' "$work/out" || fail 'the inputs have no names'
runs 0 "$FLEKS" municipality "$effort" --format svg
grep -q 'fleksjob bagefter: andel' "$work/out" && grep -q 'anden ydelse alligevel: refusion' "$work/out" || fail 'the inputs have no Danish names'
if grep -q 'outcomes\[' "$work/out"; then fail "the picture has the file's fields"; fi
python3 -c "import sys, xml.dom.minidom; xml.dom.minidom.parse('$work/out')" || fail 'the picture of an effort'

# The page of the example is what its command gives.
bash "$efforts/page.sh" >page.md 2>err || fail "the page: $(cat err)"
if [ -n "${FLEKS_WRITE_EXPECTED:-}" ]; then cp page.md "$efforts/README.md"; fi
diff -u "$efforts/README.md" page.md || fail 'examples/municipality/README.md is not what page.sh gives'

# Hours by purse: KOM-11.
purses() { "$FLEKS" hours --year 2024 --hourly-wage 160 --municipal-tax 25 --from 0 --purses "$@"; }
runs 0 purses --rent 5000 --format json
json_has "all(round(100 * (float(r['purses']['employer']) - float(r['in_hand']) - float(r['pension_saved']) - float(r['municipality']) - float(r['state']))) == 0 for r in j['rows'])"
json_has "j['rows'][0]['purses']['change'] is None and j['rows'][1]['purses']['change']['municipality']"
same_as hours_purses_da.txt 0 purses --to 6
same_as hours_purses_en.txt 0 purses --to 6 --lang en
runs 0 purses --format csv
python3 -c "
import csv
rows = list(csv.DictReader(open('$work/out')))
assert rows[0]['extra_state'] == '' and all(r['municipality'] and r['kept_tax'] for r in rows)" || fail 'the table by purse'
runs 0 purses --format svg
python3 -c "import sys, xml.dom.minidom; xml.dom.minidom.parse('$work/out')" || fail 'the picture by purse'
runs 0 purses --benefit-weeks 10 --tax-share-kept 100 --fleksbidrag-base m-less-refund --format json
json_has "j['rows'][5]['purses']['fleksbidrag'] == '0.00' and j['rows'][5]['purses']['kept_tax'] == j['rows'][5]['purses']['municipal_tax']"

# A population by purse.
printf 'id,month,am_income,own_pension,employer_pension,ceiling\n7,2024-03,15600,0,0,32067\n8,2024-03,9000,0,0,\n' >in.csv
runs 0 "$FLEKS" population in.csv -o out.csv --purses
grep -q 'mere end 52 uger' "$work/err" || fail 'the assumption about the weeks is not said'
python3 - <<'END' || fail 'a population by purse'
import csv
for row in csv.DictReader(open('out.csv')):
    assert round(100 * (float(row['municipality']) + float(row['state']) - float(row['fleksloentilskud']) - float(row['obligatory_pension']))) == 0, row
END
runs 0 "$FLEKS" population in.csv -o out2.csv --purses --benefit-weeks 3 --summary s.json --reform "$FLEKS_SOURCE_DIR/examples/reforms/1-always-pays.json"
python3 -c "
import csv, json
rows, s = list(csv.DictReader(open('out2.csv'))), json.load(open('s.json'))
assert rows[0]['always_pays_municipality'] and abs(float(rows[0]['municipality']) - 0.2 * float(rows[0]['fleksloentilskud'])) < 0.01
assert abs(float(s['purses']['municipality']) - sum(float(r['municipality']) for r in rows)) < 0.01 and s['reforms'][0]['purses_a_year']" || fail 'the summary by purse'

# What is refused.
refuses 'FIL' "$FLEKS" municipality
refuses '--case' "$FLEKS" municipality "$effort" --case case.json
refuses '--simulate' "$FLEKS" municipality --case case.json --simulate 5
refuses '--simulate' "$FLEKS" municipality "$effort" --simulate 0
refuses '--simulate' "$FLEKS" municipality "$effort" --simulate x
refuses '--simulate' "$FLEKS" municipality "$effort" --simulate 99999999
refuses '--seed' "$FLEKS" municipality "$effort" --seed 4
refuses '--as-of' "$FLEKS" municipality "$effort" --as-of 2024-01-01
refuses '--benefit-weeks' "$FLEKS" hours --year 2024 --hourly-wage 160 --benefit-weeks 3
refuses '--benefit-weeks' purses --benefit-weeks 0
refuses '--benefit-weeks' "$FLEKS" population in.csv -o out.csv --benefit-weeks 3
refuses '--benefit-weeks' "$FLEKS" population in.csv -o out3.csv --purses --benefit-weeks 0
refuses 'nowhere.json' "$FLEKS" municipality nowhere.json
sed 's/"2020-01-01"/"2020-01-01"}], "approved": "2014-13-01", "corrections": [{"date": "2024-01-01", "from": "2024-01"/' case.json >bad.json
runs 2 "$FLEKS" municipality --case bad.json
grep -q 'approved' "$work/err" || fail 'an approval that is no date'
sed 's/"from": "2024-06",/"from": "2024-06", "benefit_weeks_before": 900,/' case.json >bad.json
refuses 'benefit_weeks_before' "$FLEKS" municipality --case bad.json
sed 's/"pct": "1"/"pct": "90"/' "$effort" >bad.json
refuses 'outcomes[1].pct' "$FLEKS" municipality bad.json
sed 's/"from": "20",/"from": "70",/' "$effort" >bad.json
refuses 'outcomes[0].pct' "$FLEKS" municipality bad.json
grep -q '»from 70, likely 34, to 60«' "$work/err" || fail 'a range turned round is not said with what was given'
finish
