#!/usr/bin/env bash
# fleks month, ledighedsydelse and hours with a fact that is not known: ? or A..B. The bounds, what decides, and what is refused.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
month() { "$FLEKS" month --month 2024-03 "$@"; }

same_as bounds_ceiling_unknown.txt 0 month --am-income 15600 --ceiling '?'
same_as bounds_several_en.txt 0 month --am-income 15600..20.000,00 --ceiling 26000..32000 --paid-hours '?' --daily-benefit 0..1 --lang en
same_as bounds_json.txt 0 month --am-income 15600 --ceiling 30000..31000 --ledighedsydelse-days 0..1,5 --format json
json_has "j['fleksloentilskud'] is None and j['wage'] == '15600.00'"
json_has "[d['fact'] for d in j['decides']] == ['ledighedsydelse_days', 'ceiling']"
runs 0 month --am-income 15600 --ceiling 30000..31000 --format json
json_has "j['bounds']['fleksloentilskud'] == {'from': '14400.00', 'to': '15272.00'} and j['steps'] == []"
runs 0 month --am-income 15600 --ceiling '?' --format json
json_has "j['decides'] == [{'fact': 'ceiling', 'worth': '15272.00', 'from': '0.00', 'to': '100000000.00', 'starts_at': '15600.00', 'stops_at': '30872.00'}]"
runs 0 month --hourly-wage 200 --weekly-hours 0..1,5 --ceiling-hourly 200 --format json
json_has "j['has_right'] is None and j['bounds']['paid_hours'] == {'from': '0', 'to': '6.5'}"
runs 0 month --monthly-wage 0..300 --paid-hours 80 --employer-pension '8%' --format json
json_has "j['bounds']['fleksloentilskud'] == {'from': '0.00', 'to': '19952.00'}"
# A range of one value is that value.
runs 0 month --am-income 15600 --ceiling 32067..32067 --format json
json_has "j['fleksloentilskud'] == '15272.00' and j['bounds'] == {}"

refuses '--ceiling: »3..2«' month --am-income 15600 --ceiling 3..2
refuses '--ceiling: »x«' month --am-income 15600 --ceiling 1..x
refuses '--month: kan ikke være et interval (? eller A..B): det er et valg, et navn eller en dato' "$FLEKS" month --month '?' --am-income 15600
runs 0 month --am-income 15600 --ceiling-hourly 180 --ceiling-pension 0..8,5 --format json
json_has "j['bounds']['normal_wage_ceiling'] == {'from': '28860.00', 'to': '31313.10'} and j['decides'][0]['to'] == '8.5'"
# A pension as a share of the pay: 12.000 kr. are 12.500 before 4 pct. own pension.
runs 0 month --am-income 12000 --own-pension 4% --employer-pension 10%..14% --format json
json_has "j['bounds']['wage'] == {'from': '13750.00', 'to': '14250.00'} and j['decides'][0] == {'fact': 'employer_pension', 'worth': '150.00', 'from': '10', 'to': '14', 'starts_at': None, 'stops_at': None}"
runs 0 month --am-income 12000 --own-pension '?%' --format json
json_has "j['decides'][0]['to'] == '99.99'"
refuses '--own-pension: »4..6%«' month --am-income 12000 --own-pension 4..6%
runs 0 month --hourly-wage 150..200 --weekly-hours 10..15 --format json
json_has "j['bounds']['fleksloentilskud'] == {'from': '16062.00', 'to': '18012.00'}"
refuses '--intensity: kan ikke være et interval (? eller A..B) sammen med --weekly-hours: trinene i ATP' month --hourly-wage 200 --weekly-hours '?' --intensity '?'
refuses 'one value, or no reform' month --am-income 15600 --ceiling '?' --reform none.json --lang en
refuses '--after-tax' month --am-income 15600 --ceiling '?' --after-tax
refuses '--expect' month --am-income 15600 --ceiling '?' --expect 15272
refuses '--weekly-hours' month --hourly-wage 1..2 --weekly-hours '?'
runs 0 month --hourly-wage 200 --weekly-hours 18 --intensity 50..100 --ceiling-monthly 28000..30000 --format json
json_has "j['bounds']['paid_hours'] == {'from': '39', 'to': '78'} and j['bounds']['normal_wage_ceiling'] == {'from': '28000.00', 'to': '30000.00'}"
runs 0 month --full-time-wage 30000..37000 --weekly-hours 18,5 --format json
json_has "j['bounds']['wage'] == {'from': '14934.00', 'to': '18434.00'} and j['decides'][0]['fact'] == 'monthly_wage'"
refuses '--weekly-hours' month --full-time-wage 30000 --weekly-hours '?'
refuses 'ATP-bidrag af det tilskud, der udbetales' month --am-income 15600 --ceiling '?' --own-atp-of before-ceiling

# Ledighedsydelse.
benefit() { "$FLEKS" ledighedsydelse --month 2024-03 --class full "$@"; }
same_as bounds_benefit.txt 0 benefit --am-income 0..9000 --replacing-income '?'
same_as bounds_benefit_days_en.txt 0 benefit --holiday-days 0..5 --holiday-pay-per-day 500 --lang en
runs 0 "$FLEKS" ledighedsydelse --month 2022-05 --class full --am-income 0..3000 --format json
json_has "j['ledighedsydelse'] is None and j['base'] == '17222.00' and j['steps'] == []"
json_has "j['bounds']['ledighedsydelse'] == {'from': '16322.00', 'to': '17222.00'}"
json_has "j['decides'] == [{'fact': 'am_income', 'worth': '900.00', 'from': '0.00', 'to': '3000.00', 'starts_at': None, 'stops_at': None}]"
# Days that nobody knows are those of the month, and no more.
runs 0 benefit --sanction-days '?' --format json
json_has "j['decides'][0]['to'] == '21' and j['bounds']['payable_weekdays'] == {'from': '0', 'to': '21'}"
refuses '--sanction-days' benefit --sanction-days 0..22
runs 0 benefit --sanction-days 0..2 --untaken-holiday-days 0..3 --format json
json_has "j['bounds']['payable_weekdays'] == {'from': '16', 'to': '21'} and [d['fact'] for d in j['decides']] == ['untaken_holiday_days', 'sanction_days']"
refuses '--holiday-days: kan ikke være et interval (? eller A..B) sammen med --am-income: mere af den giver snart mere' benefit --holiday-days 0..1 --holiday-pay-per-day 500 --sanction-days 0..1 --am-income '?'
runs 0 benefit --sanction-days 0..2 --am-income 0..1000 --format json
json_has "j['bounds']['ledighedsydelse'] == {'from': '15605.00', 'to': '18137.00'} and [d['fact'] for d in j['decides']] == ['sanction_days', 'am_income']"
refuses '--expect' benefit --am-income '?' --expect 1

# Hours.
hours() { "$FLEKS" hours --year 2024 --hourly-wage 200 --municipal-tax 25 --from 10 --to 30 --step 10 "$@"; }
same_as bounds_hours.txt 0 hours --ceiling 26000..32000
same_as bounds_hours_en.txt 0 hours --ceiling '?' --rent 4000..9000 --lang en
runs 0 hours --ceiling 26000..32000 --format json
json_has "j['rows'][2]['in_hand'] is None and j['rows'][2]['gross_pay'] == '26000.00' and j['rows'][2]['extra'] is None"
json_has "j['rows'][2]['bounds']['fleksloentilskud']['from'] == '99.00' and j['normal_wage_ceiling'] is None and j['kinks'] is None"
json_has "j['bounds']['normal_wage_ceiling'] == {'from': '26000.00', 'to': '32000.00'} and j['decides'][0]['fact'] == 'ceiling'"
# Each bound is what the program gives for a ceiling in the range.
in_hand() { python3 -c "import json,sys; print(json.load(sys.stdin)['rows'][2]['in_hand'])"; }
[ "$(hours --ceiling 32000 --format json | in_hand)" = "$(hours --ceiling 26000..32000 --format json |
  python3 -c "import json,sys; print(json.load(sys.stdin)['rows'][2]['bounds']['in_hand']['to'])")" ] || fail 'the highest ceiling is not the most in hand'
for other in '--target 15000' '--raise 5 --at-hours 20' '--course 9@75' '--purses' '--measures' '--format csv' '--format svg'; do
  # shellcheck disable=SC2086
  refuses "${other%% *}" "$FLEKS" hours --year 2024 --hourly-wage 200 --municipal-tax 25 --ceiling '?' $other
done
runs 0 hours --ceiling-hourly 160..180 --ceiling-bonus 0..500 --format json
json_has "sorted(d['fact'] for d in j['decides']) == ['ceiling_bonus', 'ceiling_hourly']"
over() { "$FLEKS" hours --year 2024 --municipal-tax 25 --from 10 --to 30 --step 10 "$@"; }
same_as bounds_hours_wage.txt 0 over --hourly-wage 150..180
same_as bounds_hours_intensity_en.txt 0 over --hourly-wage 200 --ceiling 30000 --intensity 50..100 --lang en
runs 0 over --hourly-wage 150..180 --format json
json_has "j['hourly_wage'] is None and j['bounds']['normal_wage_ceiling'] == {'from': '24050.00', 'to': '28860.00'}"
json_has "j['rows'][1]['gross_pay'] is None and j['rows'][1]['bounds']['gross_pay'] == {'from': '13000.00', 'to': '15600.00'}"
json_has "j['decides'][0]['fact'] == 'hourly_wage' and j['decides'][0]['from'] == '150.00'"
runs 0 over --hourly-wage 200 --intensity '?' --format json
json_has "j['rows'][0]['bounds']['paid_hours'] == {'from': '0', 'to': '10'} and j['rows'][0]['bounds']['intensity'] == {'from': '0', 'to': '100'}"
json_has "j['rows'][0]['paid_hours'] is None and j['decides'][0]['to'] == '100'"
runs 0 "$FLEKS" hours --year 2024 --hourly-wage 200 --ceiling 30000 --municipal-tax 23..27 --from 10 --to 30 --step 10 --format json
json_has "j['decides'][0]['fact'] == 'municipal_tax' and j['rows'][1]['bounds']['tax'] and j['rows'][1]['in_hand'] is None"
in_2026() { "$FLEKS" hours --year 2026 --hourly-wage 200 --municipal-tax 25 --from 10 --to 30 --step 10 "$@"; }
runs 0 in_2026 --ceiling 26000..32000 --other-income 0..4000 --rent 8000 --children 1 --daycare-places 1 --daycare-fee 2000..3000 --union-fee '?' --format json
json_has "sorted(d['fact'] for d in j['decides']) == ['ceiling', 'daycare_fee', 'other_income', 'union_fee']"
json_has "j['rows'][0]['bounds']['other_income'] == {'from': '0.00', 'to': '4000.00'} and j['rows'][0]['bounds']['daycare']"
refuses '--hourly-wage' over --hourly-wage '?'
refuses '--hourly-wage: »100..200« er for bredt et interval: hver værdi regnes for sig. Tilladt: ender, der ligger højst 50 kr. fra hinanden' over --hourly-wage 100..200 --ceiling '?'
runs 0 over --hourly-wage 199..200 --ceiling 28000..30000 --format json
json_has "j['rows'][1]['bounds']['gross_pay'] and j['bounds']['normal_wage_ceiling'] == {'from': '28000.00', 'to': '30000.00'}"
runs 0 over --hourly-wage 200 --own-pension 4%..4,5% --employer-pension 8% --format json
json_has "j['rows'][1]['bounds']['own_pension'] == {'from': '693.33', 'to': '780.00'} and j['decides'][0]['fact'] == 'own_pension'"
refuses '--child-ages: kan ikke være et interval' over --hourly-wage 200 --child-ages '?'
# What else a citizen has a number of.
same_as bounds_hours_home.txt 0 in_2026 --rent 7000 --children 0..2 --area 50..120,5 --birth-year '?' --union-fee '?'
same_as bounds_hours_transport_en.txt 0 in_2026 --transport-km 0..62,5 --transport-days '?' --daycare-places 0..3 --daycare-fee 3000 --lang en
runs 0 in_2026 --rent 7000 --area '?' --heat-apart --format json
json_has "j['decides'][0] == {'fact': 'area', 'worth': '1078.00', 'from': '1', 'to': '1000', 'starts_at': None, 'stops_at': '113.69'}"
runs 0 in_2026 --transport-km '?' --transport-days 200 --format json
json_has "j['decides'][0]['fact'] == 'transport_km' and j['decides'][0]['starts_at'] == '24' and j['rows'][0]['tax'] is None"
runs 0 in_2026 --daycare-places 0..2 --daycare-fee 3000 --format json
json_has "j['rows'][1]['daycare'] is None and j['rows'][1]['bounds']['daycare']['from'] == '0.00' and j['decides'][0]['to'] == '2'"
runs 0 in_2026 --birth-year 1955..1965 --format json
json_has "j['decides'][0]['starts_at'] == '1959' and j['decides'][0]['stops_at'] == '1962'"
refuses '--area: »0« ligger uden for det tilladte. Tilladt: 1 til 1.000' in_2026 --rent 7000 --area 0..80
refuses '--transport-days: »x«' in_2026 --transport-km 50 --transport-days 1..x
refuses '--hourly-wage: »150..250« er for bredt et interval' "$FLEKS" hours --year 2026 --municipal-tax 25 --hourly-wage 150..250 --daycare-places '?' --daycare-fee 3000
refuses '--intensity' over --hourly-wage 200 --intensity 62.555..70

# A case: each month's bounds, and what each fact is worth in all of them.
case_with() {
  python3 - "$FLEKS_SOURCE_DIR/examples/cases/late_wage_report.json" "$@" << 'END'
import json, sys
case = json.load(open(sys.argv[1]))
del case['description']
for where, value in (each.split('=') for each in sys.argv[2:]):
    record = case['employments'][0]['ceilings'][0] if where == 'ceiling' else case['wages'][1]
    record['amount' if where == 'ceiling' else where] = value
print(json.dumps(case))
END
}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
case_with am_income=7000..9000 ceiling=26000..27800 > "$folder/case.json"
case_with am_income='?' paid_hours='?' > "$folder/unknown.json"
of_case() { (cd "$folder" && "$FLEKS" case case.json "$@"); }
same_as bounds_case.txt 0 of_case
same_as bounds_case_en.txt 0 of_case --as-of 2024-05-01 --from 2024-03 --lang en
same_as bounds_case_json.txt 0 of_case --from 2024-03 --to 2024-03 --format json
runs 0 of_case --format json
json_has "j['months'][1]['bounds']['subsidy']['fleksloentilskud'] == {'from': '16136.00', 'to': '17593.00'}"
json_has "j['months'][1]['payout'] is None and j['months'][1]['bounds']['payout'] == {'from': '15636.00', 'to': '17093.00'}"
json_has "[d['fact'] for d in j['decides']] == ['employments[0].ceilings[0].amount', 'wages[1].am_income']"
json_has "j['months'][0]['payout'] == '17033.00' and j['months'][0]['bounds']['payout'] is None"
# Each bound is what the program gives for facts in the ranges.
for facts in 'am_income=7000 ceiling=27800 17593.00' 'am_income=9000 ceiling=26000 16136.00'; do
  # shellcheck disable=SC2086
  case_with ${facts% *} > "$folder/one.json"
  runs 0 "$FLEKS" case "$folder/one.json" --format json
  json_has "j['months'][1]['subsidy']['fleksloentilskud'] == '${facts##* }'"
done
runs 0 "$FLEKS" case "$folder/unknown.json" --format json
json_has "j['months'][1]['bounds']['subsidy']['fleksloentilskud'] == {'from': '0.00', 'to': '19693.00'}"
json_has "j['months'][1]['decides'][0] == {'fact': 'wages[1].am_income', 'worth': '19693.00', 'from': '0.00', 'to': '10000000.00', 'starts_at': None, 'stops_at': '26936.00'}"
json_has "j['months'][1]['bounds']['subsidy']['public_atp'] == {'from': '0.00', 'to': '297.00'}"
for other in '--letter 2024-03' '--correct-from 2024-03' '--steps'; do
  # shellcheck disable=SC2086
  refuses 'employments[0].ceilings[0].amount' "$FLEKS" case "$folder/case.json" $other
done
case_with am_income='?' > "$folder/wage.json"
refuses 'wages[1].am_income' "$FLEKS" municipality --case "$folder/wage.json"
case_with am_income=9000..7000 > "$folder/wrong.json"
refuses 'wages[1].am_income: »9000..7000«' "$FLEKS" case "$folder/wrong.json"

# Nothing is written from a range where one amount is needed.
audit() { "$FLEKS" audit --month 2024-03 --am-income 15600 "$@"; }
runs 1 audit --ceiling '?' --paid 15272
tr '\n' ' ' <"$work/out" | grep -qF 'Fleksløntilskuddet for marts 2024 er rigtigt, hvis »Lønloft« er mindst 30.871,50 kr.: udbetalt er 15.272,00 kr.' ||
  fail "an audit says: $(cat "$work/out")"
runs 0 audit --ceiling 31000..32000 --paid 15272
runs 1 audit --ceiling 20000..30000 --paid 15272
tr '\n' ' ' <"$work/out" | grep -qF 'er ikke rigtigt, uanset »Lønloft«: udbetalt er 15.272,00 kr.' || fail "an audit says: $(cat "$work/out")"
runs 1 audit --ceiling '?' --paid-out 13000 --format json
json_has "j['right'] is None and j['paid_out'] and j['right_if'] == [{'fact': 'ceiling', 'from': '29099.50', 'to': '29100.49'}]"
refuses '--ceiling' audit --own-pension '?' --ceiling '?' --paid 15272
refuses '--format xlsx' month --am-income 15600 --ceiling '?' --format xlsx -o "$(mktemp -u)"
finish
