#!/usr/bin/env bash
# fleks tax, fleks housing, and a month after tax.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
tax() { "$FLEKS" tax "$@"; }
housing() { "$FLEKS" housing "$@"; }
month() { "$FLEKS" month "$@"; }

# skat.dk's calculator of 2026: 208.725,64 before it is cut to whole kroner.
runs 0 tax --year 2026 --wage 600000 --municipality København --format json
json_has "j['total'] == '208725.00' and round(float(j['before_truncation']), 2) == 208725.64 and j['steps']"
# 2021 with the bottom tax and the deductions of an outside table.
{ head -n 1 "$FLEKS_SOURCE_DIR/src/rates/rates.csv"; echo 'tax_bottom_pct,2021-01-01,2021-12-31,12.11,pct,read,a table,'; } >"$work/rates.csv"
runs 0 tax --year 2021 --wage 120000 --municipal-tax 23.80 --rates "$work/rates.csv" --format json
json_has "j['total'] == '29447.00'"
runs 0 tax --year 2021 --other-income 240000 --municipal-tax 23.80 --rates "$work/rates.csv" --format json
json_has "j['total'] == '69414.00' and j['am_contribution'] == '0.00'"
# Health contribution to 2018; all years have their tax.
runs 0 tax --year 2017 --wage 300000 --own-pension 12000 --employer-pension 24000 --municipal-tax 25 --format json
json_has "j['health'] == '4795.20' and j['employment_deduction'] == '25200.00'"
for year in $(seq 2013 2026); do runs 0 tax --year "$year" --wage 300000 --municipality Odense --format json; done
runs 0 tax --year 2026 --wage 300000 --municipal-tax 25 --wage-atp 1188 --subsidy 100000 --subsidy-atp 5000 --ledighedsydelse 1000 --format json
json_has "j['personal_income'] == '370907.04'"
runs 0 tax --year 2026 --wage 300000 --municipal-tax 25 --birth-year 1960 --transport-km 60 --transport-days 200 --union-fee 8000 --format json
json_has "j['senior_deduction'] == '4200.00' and j['other_deductions'] == '23416.00'"
same_as tax_da.txt 0 tax --year 2017 --wage 300000 --municipality Odense --church --single-parent
same_as tax_en.txt 0 tax --year 2026 --wage 300000 --municipal-tax 25 --birth-year 1960 --transport-km 60 --transport-days 200 --union-fee 8000 --lang en
runs 0 tax --year 2026 --wage 300000 --municipality 'Kobenhavns Kommune' -o "$work/tax.txt"
grep -q 'Skat af årets indkomst, 2026' "$work/tax.txt" || fail 'the tax is not written to the file'
refuses '--year: mangler' tax --wage 300000
refuses '--subsidy-atp: »2,00«' tax --year 2026 --wage 300000 --municipal-tax 25 --subsidy 1 --subsidy-atp 2
refuses 'København' tax --year 2026 --wage 300000 --municipality Kobenhvan
refuses 'church_tax Odense' tax --year 2014 --wage 300000 --municipality Odense --church
refuses '--transport-km: mangler' tax --year 2026 --wage 300000 --municipal-tax 25 --transport-days 200
refuses '--transport-km: »x«' tax --year 2026 --wage 300000 --municipal-tax 25 --transport-days 200 --transport-km x
refuses '2027' tax --year 2027 --wage 300000 --municipal-tax 25
refuses '--wage: »' tax --year 2026 --wage 2000000000 --municipal-tax 25

# The official calculator's results.
while IFS=, read -r income rent area wealth heat benefit; do
  [ "$income" = income_month ] && continue
  runs 0 housing --year 2026 --income $((income * 12)) --rent "$rent" --area "$area" --wealth "$wealth" --heat-apart --format json
  json_has "j['housing_benefit'] == '$benefit.00'"
  [ "$heat" = yes ] || fail "an example without heat apart"
done <"$FLEKS_SOURCE_DIR/tests/statement/housing_examples.csv"
same_as housing_da.txt 0 housing --year 2026 --income 396000 --rent 7600 --area 70 --heat-apart --wealth 1000000
same_as housing_en.txt 0 housing --year 2024 --income 150000 --rent 5000 --children 2 --lang en
runs 0 housing --year 2026 --income 170300 --rent 5000 --pensioner --format json -o "$work/h.json"
grep -q '"housing_benefit": "2608.00"' "$work/h.json" || fail 'the housing benefit of a pensioner'
refuses '--rent: mangler' housing --year 2026 --income 1
refuses '--income: mangler' housing --year 2026 --rent 1
refuses '--income: »-1«' housing --year 2026 --rent 1 --income -1
refuses '--heat-apart: kan kun bruges sammen med --area' housing --year 2026 --income 1 --rent 1 --heat-apart
refuses '--heat-included' housing --year 2026 --income 1 --rent 1 --area 50 --heat-apart --heat-included
refuses 'housing_benefit_income_limit_year' housing --year 2016 --income 1 --rent 1
refuses '--area: »1001«' housing --year 2026 --income 1 --rent 1 --area 1001
refuses '--children: »x«' housing --year 2026 --income 1 --rent 1 --children x

# What is left of a month, by either card.
march() { month --month 2025-03 --am-income 15600 --ceiling 32067 --after-tax --municipality Aarhus "$@"; }
runs 0 march --format json
json_has "{'withheld', 'in_hand', 'base', 'percentage', 'deduction', 'year_tax_per_month'} <= set(j['tax']) and j['tax']['base'] == j['payout']"
json_has "float(j['tax']['base']) - float(j['tax']['withheld']) == float(j['tax']['in_hand'])"
main=$(python3 -c "import json, sys; print(json.load(open(sys.argv[1]))['tax']['withheld'])" "$work/out")
runs 0 march --tax-card secondary --format json
json_has "float(j['tax']['withheld']) > $main and j['tax']['card'] == 'secondary'"
same_as month_after_tax_da.txt 0 march
same_as month_after_tax_en.txt 0 march --tax-card secondary --lang en
runs 0 march --deduction 4000 --church --single-parent --birth-year 1970 --transport-km 60 --transport-days 100 --union-fee 1000 --format json
json_has "j['tax']['deduction'] == '4000.00'"
refuses '--municipality' month --month 2025-03 --am-income 15600 --municipality Aarhus
refuses '--deduction' month --month 2025-03 --am-income 15600 --deduction 4000
refuses '--tax-card: »x«' march --tax-card x
finish
