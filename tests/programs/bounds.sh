#!/usr/bin/env bash
# fleks month with a fact that is not known: ? or A..B. The bounds, what decides, and what is refused.
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
refuses '--month: »?«' "$FLEKS" month --month '?' --am-income 15600
refuses '--ceiling-pension' month --am-income 15600 --ceiling-hourly 200 --ceiling-pension '?'
refuses '--expect' month --am-income 15600 --ceiling '?' --expect 15272
refuses '--weekly-hours' month --hourly-wage 1..2 --weekly-hours '?'
refuses '--own-atp-of' month --am-income 15600 --ceiling '?' --own-atp-of before-ceiling
# Nothing is written from a range where one amount is needed.
refuses '--am-income' "$FLEKS" ledighedsydelse --month 2024-03 --class full --am-income '?'
finish
