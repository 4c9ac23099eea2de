#!/usr/bin/env bash
# fleks ledighedsydelse, ceiling, holiday, self-employed: the published figures, the fields of the JSON, the exits.
set -euo pipefail
failed=0
# field NAME EXPECTED command...
field() {
  local name=$1 expected=$2 got
  shift 2
  got=$("$FLEKS" "$@" --format json | python3 -c 'import json, sys; print(json.load(sys.stdin)[sys.argv[1]])' "$name")
  [ "$got" = "$expected" ] || { echo "$*: $name is $got, not $expected"; failed=1; }
}
# refuses FIELD command...: exit 2, names the field, writes nothing
refuses() {
  local name=$1 out status=0
  shift
  out=$("$FLEKS" "$@" 2>"$work/error") || status=$?
  { [ "$status" -eq 2 ] && [ -z "$out" ] && grep -q -- "$name" "$work/error"; } || { echo "$*: exit $status, $(cat "$work/error")"; failed=1; }
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

may=(ledighedsydelse --month 2022-05 --class full)
field ledighedsydelse 17222.00 "${may[@]}"
field own_atp 95.00 "${may[@]}"
field ledighedsydelse 16322.00 "${may[@]}" --am-income 3000
field ledighedsydelse 7949.00 "${may[@]}" --entitled-weekdays 10
field payable_weekdays 10 "${may[@]}" --entitled-weekdays 10
field class low_provider ledighedsydelse --month 2024-02 --class low_provider
field normal_wage_ceiling 34632.00 ceiling --hourly 200 --pension 8
field normal_wage_ceiling 33100.00 ceiling --monthly-base 28000 --supplements 1500 --bonus 500 --pension 10 --holiday-supplement 100
year=(holiday --from 2024-09-01 --to 2025-08-31 --monthly-pay 12000)
field days_earned 25 "${year[@]}" --kind allowance
field holiday_allowance 18000.00 "${year[@]}" --kind allowance
field per_day 720.00 "${year[@]}" --kind allowance
field holiday_supplement 1440.00 "${year[@]}" --kind pay
field great_prayer_day_supplement 648.00 "${year[@]}" --kind pay
field grant 126806.00 self-employed --year 2019 --income 48000
field grant 123953.00 self-employed --year 2024 --income 100000,60000,-20000 --other-income 30000
field grant_a_month 10329.42 self-employed --year 2024 --income 100000,60000,-20000 --other-income 30000
field grant 123953.00 self-employed --year 2024 --income '100.000,00;60.000,00;-20.000,00' --other-income 30.000,00
field business_income 48000.50 self-employed --year 2024 --income 48000,50
field business_income 25000.00 self-employed --year 2024 --income 50000 --with-spouse
field grant 0.00 self-employed --year 2024 --income none

"$FLEKS" "${may[@]}" --expect 17222 >/dev/null || { echo '--expect met'; failed=1; }
status=0
"$FLEKS" "${may[@]}" --expect 17221 >/dev/null || status=$?
[ "$status" -eq 1 ] || { echo "--expect missed: exit $status"; failed=1; }
refuses --month ledighedsydelse --class full
refuses --class ledighedsydelse --month 2022-05
refuses --class ledighedsydelse --month 2022-05 --class half
refuses --entitled-weekdays "${may[@]}" --entitled-weekdays 23
refuses --am-income "${may[@]}" --am-income 1e4
refuses --hourly ceiling
refuses --monthly-base ceiling --hourly 200 --monthly-base 30000
refuses --to holiday --from 2024-09-01 --to 2024-08-31 --monthly-pay 1 --kind pay
refuses --kind holiday --from 2024-09-01 --to 2024-09-30 --monthly-pay 1
refuses '--income' self-employed --year 2024 --income 1,2,3,4
refuses '--income' self-employed --year 2024 --income 1000,x,3
refuses '2013' self-employed --year 2012 --income 0
exit "$failed"
