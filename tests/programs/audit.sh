#!/usr/bin/env bash
# fleks audit: right and wrong amounts, the facts beside the month's own, the notes, the batch.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
audit() { "$FLEKS" audit "$@"; }
# first ID...: the first explanation is exact and names these.
first() { json_has "j['explanations'][0]['exact'] and j['explanations'][0]['misreadings'] == '$*'.split()"; }
# named ID...: one of the exact explanations names these.
named() { json_has "'$*'.split() in [e['misreadings'] for e in j['explanations'] if e['exact'] and e['distance'] == '0.00']"; }

# Right to the øre is right, and nothing else is.
runs 0 audit --month 2024-03 --am-income 15600 --ceiling 32067 --paid 15272 --format json
json_has "j['verdict'] == 'right' and j['explanations'] == [] and j['difference'] == '0.00' and j['due'] == '15272.00'"
runs 1 audit --month 2024-03 --am-income 15600 --ceiling 32067 --paid 15271.99 --format json
json_has "j['verdict'] == 'wrong' and j['difference'] == '0.01'"

# Pension left out of the wage and of the ceiling, and both.
common=(--month 2024-03 --am-income 14400 --own-pension 600 --employer-pension 1200)
runs 1 audit "${common[@]}" --ceiling 32067 --paid 15632 --format json
first pension_left_out_of_wage
runs 1 audit "${common[@]}" --ceiling 32067 --paid 15272 --format json
first own_pension_left_out_of_wage
runs 1 audit --month 2024-03 --am-income 14400 --employer-pension 1200 --ceiling 32067 --paid 15632 --format json
first employer_pension_left_out_of_wage
json_has "j['difference'] == '-360.00' and j['explanations'][0]['rules'] == ['FLT-5']"
runs 1 audit --month 2024-03 --am-income 16000 --ceiling-hourly 150 --ceiling-pension 8% --paid 8050 --format json
first pension_left_out_of_ceiling
# 24.050 × 1,08 = 25.974; without both pensions: 24.050 - 16.000 + 1.000
runs 1 audit --month 2024-03 --am-income 15000 --employer-pension 1000 --ceiling-hourly 150 --ceiling-pension 8% --paid 9050 --format json
named employer_pension_left_out_of_wage pension_left_out_of_ceiling

# The wrong year's rates, and the wrong month's wage.
runs 1 audit --month 2024-03 --am-income 12000 --paid 15733 --format json
first rates_of_year_before
runs 1 audit --month 2023-11 --am-income 12000 --paid 16352 --format json
first rates_of_year_after
runs 1 audit --month 2024-03 --am-income 15600 --wage-of-same-month 14100 --paid 15722 --format json
first wage_of_same_month
runs 1 audit --month 2024-03 --am-income 15600 --wage-two-months-before 14100 --paid 15722 --format json
first wage_of_two_months_before

# Ferietillæg and feriegodtgørelse.
runs 1 audit --month 2024-06 --am-income 16000 --holiday-supplement 500 --ceiling 26000 --ceiling-holiday-supplement 1500 --paid 9500 --format json
first ceiling_not_raised_for_holiday_supplement
runs 1 audit --month 2024-06 --am-income 14000 --holiday-allowance 900 --paid 15482 --format json
first holiday_allowance_counted_twice

# What is known of a stated ceiling.
runs 1 audit --month 2024-03 --am-income 16000 --ceiling 25000 --ceiling-supplements 2000 --paid 7000 --format json
first supplements_left_out_of_ceiling
runs 1 audit --month 2024-03 --am-income 16000 --ceiling 27000 --ceiling-pension 8% --paid 9000 --format json
first pension_left_out_of_ceiling

# Right by the rates of the wage month, of which the law does not say which hold: not called wrong.
runs 1 audit --month 2025-01 --am-income 15600 --ceiling 32067 --paid 15272 --format json
json_has "j['verdict'] == 'right_by_other_reading' and ['rates_of_wage_month'] in [e['misreadings'] for e in j['explanations']]"

# ATP, other wage, the taper's shares, holiday days, rounding.
# The amount on the bank statement is right when it is the payout; as the subsidy itself it is not.
runs 0 audit --month 2024-03 --am-income 15600 --paid 14772 --format json
json_has "j['verdict'] == 'right'"
runs 0 audit --month 2024-03 --am-income 15600 --paid-out 14772 --format json
runs 1 audit --month 2024-03 --am-income 12000 --other-wage 2500 --paid 16352 --format json
first other_wage_ignored
runs 1 audit --month 2024-03 --am-income 12000 --paid 13352 --format json
first high_share_of_all_wage
runs 1 audit --month 2024-03 --am-income 12000 --ledighedsydelse-days 5 --paid 16352 --format json
first holiday_days_ignored
runs 1 audit --month 2024-03 --am-income 12000 --ledighedsydelse-days 5 --paid 12458.67 --format json
json_has "j['verdict'] == 'wrong'"
runs 1 audit --month 2024-03 --am-income 12345.67 --paid 16248.30 --format json
first rounded_to_oere

# Nothing explains it: what would fit is said.
runs 1 audit --month 2024-03 --am-income 15600 --ceiling 32067 --paid 15627 --format json
json_has "j['wage_that_fits'] == '14416.00' and not any(e['exact'] for e in j['explanations'])"

# The notes, as they are sent on.
same_as audit_da.txt 1 audit --month 2024-03 --am-income 14400 --employer-pension 1200 --ceiling 32067 --paid 15632
same_as audit_en.txt 1 audit --month 2024-03 --am-income 15000 --employer-pension 1000 --ceiling-hourly 150 --ceiling-pension 8% --paid 9050 --lang en
same_as audit_unexplained_da.txt 1 audit --month 2024-03 --am-income 15600 --ceiling 32067 --paid 15626.90
same_as audit_right_en.txt 0 audit --month 2024-03 --am-income 15600 --ceiling 32067 --paid 15272 --lang en

# Bad input.
refuses '--paid' audit --month 2024-03 --am-income 15600
refuses '--paid' audit --month 2024-03 --am-income 15600 --paid 1e4
refuses '--am-income' audit --month 2024-03 --paid 15600
refuses '--month' audit --month 2024-13 --am-income 1 --paid 1

# The batch: columns in any order, empty is not there, a right row first.
cat >"$work/in.csv" <<CSV
month,id,am_income,own_pension,employer_pension,ceiling,paid,ledighedsydelse_days,wage_of_same_month
2024-03,1,15600,0,0,32067,15272.00,,
2024-03,"two, with a comma",14400,0,1200,32067,15632,,
2024-03,3,15600,0,0,,15722,,14100
2024-03,4,15600,0,0,32067,15626.90,,
CSV
runs 1 audit --batch "$work/in.csv" -o "$work/out.csv"
grep -qx 'fleks: 4 måneder: 1 rigtig, 3 forkerte, 2 forklaret' "$work/err" || fail 'no count'
head -n 3 "$work/out.csv" | diff - <(
  cat <<'CSV'
id,month,due,paid,difference,verdict,explanation,also_possible
1,2024-03,15272.00,15272.00,0.00,right,,
"two, with a comma",2024-03,15272.00,15632.00,-360.00,wrong,employer_pension_left_out_of_wage,
CSV
) || fail 'batch'
sed -n 4p "$work/out.csv" | grep -q '^3,2024-03,15272.00,15722.00,-450.00,wrong,wage_of_same_month,' || fail 'batch: wage of the same month'
sed -n 5p "$work/out.csv" | grep -q '^4,2024-03,15272.00,15626.90,-354.90,wrong,\(~\|,$\)' || fail 'batch: unexplained'
head -n 2 "$work/in.csv" >"$work/right.csv"
runs 0 audit --batch "$work/right.csv" -o -
[ "$(wc -l <"$work/out")" -eq 2 ] || fail 'batch to standard output'

# A bad row stops with its line, and nothing half-written is left.
cp "$work/out.csv" "$work/kept.csv"
echo '2024-03,5,1e4,0,0,,1,,' >>"$work/in.csv"
refuses 'am_income' audit --batch "$work/in.csv" -o "$work/out.csv"
grep -q '6' "$work/err" || fail 'no line number'
cmp -s "$work/out.csv" "$work/kept.csv" || fail 'the output of a stopped run was changed'
[ "$(find "$work" -name 'out.csv*' | wc -l)" -eq 1 ] || fail 'half an output was left'
refuses 'paid' audit --batch <(echo 'id,month,am_income,own_pension,employer_pension') -o -
refuses 'nonsense' audit --batch <(echo 'id,month,am_income,own_pension,employer_pension,paid,nonsense') -o -
refuses '--month' audit --batch "$work/right.csv" -o - --month 2024-03
refuses -o audit --batch "$work/right.csv"

# Semicolons and decimal commas, as Danish spreadsheets write.
printf 'id;month;am_income;own_pension;employer_pension;paid\n1;2024-03;15.600,00;0;0;15.272,00\n' >"$work/danish.csv"
runs 0 audit --batch "$work/danish.csv" -o -
grep -qx '1;2024-03;15272.00;15272.00;0.00;right;;' "$work/out" || fail 'semicolons'

# Constant memory: a hundred thousand right rows in little of it.
{
  head -n 1 "$work/in.csv"
  for ((i = 0; i < 1000; ++i)); do printf '2024-03,%d,15600,0,0,32067,15272.00,,\n' "$i"; done
} >"$work/thousand.csv"
{ cat "$work/thousand.csv"; for ((i = 0; i < 99; ++i)); do tail -n 1000 "$work/thousand.csv"; done; } >"$work/many.csv"
# A sanitizer reserves far more address space than any limit leaves; there the rows are run without one.
limit=60000
(ulimit -v $limit && "$FLEKS" --help >/dev/null 2>&1) || limit=unlimited
(ulimit -v $limit && "$FLEKS" audit --batch "$work/many.csv" -o "$work/many_out.csv" 2>"$work/err") || fail "many rows: $(cat "$work/err")"
[ "$(wc -l <"$work/many_out.csv")" -eq 100001 ] || fail 'not all of many rows'

# The helps' example holds.
for language in da en; do
  runs 0 audit --help --lang "$language"
  example=$(sed -n 's/^  fleks \(audit .*\)$/\1/p' "$work/out" | head -n 1)
  # shellcheck disable=SC2086
  runs 1 "$FLEKS" $example --format json
  first employer_pension_left_out_of_wage
done
finish
