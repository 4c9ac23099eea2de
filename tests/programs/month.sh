#!/usr/bin/env bash
# fleks month: published examples, stored outputs, choices and --expect.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
month() { "$FLEKS" month "$@"; }

# STAR's example: 18 hours at 200 kr., own ATP counted as there; and without, as in the income register.
runs 0 month --month 2024-03 --hourly-wage 200 --weekly-hours 18 --own-atp counted --ceiling-hourly 200 --format json
json_has "j['fleksloentilskud'] == '15272.00' and j['normal_wage_ceiling'] == '32066.67' and j['total'] == '30872.00'"
json_has "[s['status'] for s in j['steps'] if s['rule'] == 'FLT-5'] == ['interpretation']"
runs 0 month --month 2024-03 --hourly-wage 200 --weekly-hours 18 --ceiling-hourly 200 --format json
json_has "j['fleksloentilskud'] == '15292.00' and j['before_ceiling'] == '15291.80' and j['wage'] == '15534.00' and j['public_atp'] == '101.00'"

# Copenhagen's example with 2020's figures, without and with a ceiling; Billund's with 2014's.
runs 0 month --month 2020-06 --am-income 16000 --format json
json_has "j['before_ceiling'] == '13642.25' and j['normal_wage_ceiling'] is None and j['public_atp'] is None"
runs 0 month --month 2020-06 --am-income 16000 --ceiling 23545 --format json
json_has "j['fleksloentilskud'] == '7545.00' and j['ceiling_cut'] == '6097.25'"
runs 0 month --month 2014-06 --am-income 14000 --format json
json_has "j['before_ceiling'] == '12973.50' and j['obligatory_pension'] == '0.00'"

# LOFT-3: a ceiling from its full-time base a month, (26.000 + 1.000) × 1,08.
runs 0 month --month 2024-03 --am-income 15600 --ceiling-monthly 26000 --ceiling-supplements 1000 --ceiling-pension 8 --format json
json_has "j['normal_wage_ceiling'] == '29160.00' and j['fleksloentilskud'] == '13560.00'"
refuses '--ceiling-monthly: kan ikke bruges sammen med --ceiling-hourly' month --month 2024-03 --am-income 1 --ceiling-monthly 1 --ceiling-hourly 1
refuses '--ceiling-hours: kan kun bruges sammen med --ceiling-hourly' month --month 2024-03 --am-income 1 --ceiling-monthly 1 --ceiling-hours exact

# FLT-3: no wage, no subsidy, and the rule is the reason.
runs 0 month --month 2024-03 --am-income 0 --format json
json_has "j['fleksloentilskud'] == '0.00' and j['reason']['rule'] == 'FLT-3' and 'FLT-3' in [s['rule'] for s in j['steps']]"
runs 0 month --month 2024-03 --am-income 15600 --format json
json_has "j['reason'] is None and all(s['source'] and s['text'] for s in j['steps'])"

# Amounts are read in both ways of writing them.
for amount in 15600 15600.0 15600.00 15600,00 15.600,00; do
  runs 0 month --month 2024-03 --am-income "$amount" --expect 15.272,00
done
runs 0 month --month 2024-03 --am-income=15600 --expect=15272

# --expect: the difference is said.
runs 1 month --month 2024-03 --am-income 15600 --expect 15271
grep -qx 'Forventet 15.271,00 kr., beregnet 15.272,00 kr., forskel +1,00 kr.' "$work/out" || fail 'no difference'
runs 1 month --month 2024-03 --am-income 15600 --expect 15273 --format json
json_has "j['expected'] == '15273.00' and j['difference'] == '-1.00'"
grep -q 'forskel -1,00 kr.' "$work/err" || fail 'no difference on standard error'

# -o writes the same to a file, and nothing else.
runs 0 month --month 2024-03 --am-income 15600
cp "$work/out" "$work/whole"
runs 0 month --month 2024-03 --am-income 15600 -o "$work/file"
[ ! -s "$work/out" ] && cmp -s "$work/whole" "$work/file" || fail '-o'

# Rates of one's own: next year's added, this year's replaced.
head -n 1 "$FLEKS_SOURCE_DIR/src/rates/rates.csv" >"$work/rates.csv"
echo 'fleksloentilskud_max_month,2024-03-01,2024-03-31,20000,kr/month,read,a test,' >>"$work/rates.csv"
runs 0 month --month 2024-03 --am-income 15600 --rates "$work/rates.csv" --expect 15320
runs 0 month --month 2024-04 --am-income 15600 --rates "$work/rates.csv" --expect 15272

# The texts, as they are sent on.
same_as month_da.txt 0 month --month 2024-03 --hourly-wage 200 --weekly-hours 18 --ceiling-hourly 200
same_as month_en.txt 0 month --month 2024-03 --hourly-wage 200 --weekly-hours 18 --ceiling-hourly 200 --lang en
same_as month_all_da.txt 0 month --month 2024-01 --am-income 9000 --own-pension 400 --employer-pension 800 --benefits-in-kind 300 \
  --holiday-supplement 120 --other-wage 2000 --care-income 100 --daily-benefit 500 --ledighedsydelse-days 3 --ceiling 26000 \
  --ceiling-stated-by agreement-table --employed-from 2023-12-11 --paid-hours 60
same_as month_ceiling_en.txt 0 month --month 2020-06 --am-income 16000 --ceiling 23545 --lang en
same_as month_no_right_da.txt 0 month --month 2024-03 --am-income 0 --other-wage 3000
same_as month.json 0 month --month 2024-03 --hourly-wage 200 --weekly-hours 18 --intensity 75 --employer-pension 8% --ceiling 32067 --format json

# Helps name every option and give an example that holds.
runs 0 "$FLEKS" --help
grep -q '^  rates' "$work/out" || fail 'fleks --help does not name rates'
for language in da en; do
  runs 0 month --help --lang "$language"
  example=$(sed -n 's/^  fleks \(month .*\)$/\1/p' "$work/out" | head -n 1)
  # shellcheck disable=SC2086
  runs 0 "$FLEKS" $example --expect 15272
done
LANG=en_US.UTF-8 runs 0 month --help
grep -q '^Eksempel' "$work/out" || fail 'the environment changed the language'
# Amounts as people paste them are the amounts they are.
pasted() { "$FLEKS" month --month 2024-03 --am-income "$1" --format json; }
for text in 15600 15600.00 15.600,00 '15 600' '15 600,00' $'15\u00a0600,00' $'15\u202f600 kr.' '15.600 kr.' '15.600,-' 'kr. 15.600,00' '15.600,00 kr' 'DKK 15600' ' 15600 '; do
  runs 0 pasted "$text"
  json_has "j['wage'] == '15600.00'"
done
runs 0 pasted '1.015.600,50 kr.'
json_has "j['wage'] == '1015600.50'"
for text in 15.600 '15 60' '1 5600' '15  600' '15.60.0 kr.' '15.600 DKK' 'kr.' '15 600 ,00' '15,600' 'kr. 15.600 kr.'; do refuses '--am-income: ' pasted "$text"; done
# The part of a full-time pay that the hours are, with their ATP.
runs 0 "$FLEKS" month --month 2024-03 --full-time-wage 32066.67 --weekly-hours 18 --format json
json_has "j['wage'] == '15534.00' and j['paid_hours'] == '78'"
runs 0 "$FLEKS" month --month 2024-03 --full-time-wage 32066.67 --weekly-hours 36 --intensity 50 --format json
json_has "j['wage'] == '15534.00'"
refuses '--weekly-hours: mangler' "$FLEKS" month --month 2024-03 --full-time-wage 32066.67
refuses '--paid-hours: kan ikke bruges sammen med --full-time-wage' "$FLEKS" month --month 2024-03 --full-time-wage 32066.67 --weekly-hours 18 --paid-hours 78
# Pension in per cent of the pay before it, also of field 13.
runs 0 "$FLEKS" month --month 2024-03 --am-income 9600 --own-pension 4% --employer-pension 8% --format json
json_has "j['wage'] == '10800.00'"
# The class in Danish.
runs 0 "$FLEKS" ledighedsydelse --month 2024-03 --class fuld --format json
json_has "j['class'] == 'full'"
runs 0 "$FLEKS" ledighedsydelse --month 2024-03 --class lav-ikke-forsørger --format json
json_has "j['class'] == 'low_nonprovider'"
# The way back: from the payout to the pay, and running that pay gives it.
march_back() { "$FLEKS" month --month 2024-03 --am-income '?' --ceiling 32067 "$@"; }
runs 0 march_back --target-payout 14772 --format json
json_has "j['targets'] == [{'am_income_from': '15598.34', 'am_income_to': '15601.66', 'fleksloentilskud': '15272.00', 'own_atp': '500.00', 'payout': '14772.00'}] and j['most'] is None"
for pay in 15598.34 15601.66; do
  runs 0 "$FLEKS" month --month 2024-03 --am-income "$pay" --ceiling 32067 --format json
  json_has "j['payout'] == '14772.00'"
done
runs 0 march_back --target-payout 30000 --format json
json_has "j['targets'] == [] and j['most'] == {'am_income': '0.01', 'payout': '19452.00'}"
same_as month_target_payout_da.txt 0 march_back --target-payout 14772
same_as month_target_payout_en.txt 0 "$FLEKS" month --month 2024-03 --am-income '?' --target-payout 30000 --lang en
refuses '--target-payout: kan kun bruges sammen med --am-income ?' "$FLEKS" month --month 2024-03 --am-income 15600 --target-payout 14772
refuses '--target-payout: kan kun bruges sammen med --am-income ?' "$FLEKS" month --month 2024-03 --am-income 15000..16000 --target-payout 14772
refuses '--expect: kan ikke bruges sammen med --target-payout' march_back --target-payout 14772 --expect 1
refuses '--format xlsx: kan ikke bruges sammen med --target-payout' march_back --target-payout 14772 --format xlsx -o "$work/book.xlsx"
refuses '--target-payout: »-1« er negativt' march_back --target-payout -1
finish
