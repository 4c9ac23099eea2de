#!/usr/bin/env bash
# fleks month --from-xlsx: what a person filled in comes back as facts, to the øre; a sheet that is not right is refused with the cell
# and the reason, and nothing that a spreadsheet computed is read.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
month() { "$FLEKS" month --month 2024-03 "$@"; }
back() { "$FLEKS" month --from-xlsx "$work/$1.xlsx" "${@:2}"; }

# There and back: random months of every law, the same JSON but for how they were given.
python3 "$FLEKS_SOURCE_DIR/tests/programs/helpers/workbooks.py" round_trip "$FLEKS" "$work" 12 || fail 'a month does not come back'

runs 0 month --am-income 15600 --ceiling 32067 --paid-hours 78 --format xlsx -o "$work/good.xlsx"
filled() { python3 "$FLEKS_SOURCE_DIR/tests/programs/helpers/workbooks.py" "$1" "$work/good.xlsx" "$work/$2.xlsx" "${@:3}"; }

# Filled in by a person, in the ways in which a spreadsheet keeps a number.
for number in 15600.37 15600.370000000001 15600.369999999999 1.560037E4 1.560037e+04 0015600.370; do
  filled set one am_income "<v>$number</v>"
  runs 0 back one --format json
  json_has "j['wage'] == '15600.37' and j['fleksloentilskud'] == '15272.00'"
done
filled set one am_income '<v>9000.5</v>' ceiling '' paid_hours ''
runs 0 back one --format json
json_has "j['wage'] == '9000.50' and j['normal_wage_ceiling'] is None and j['public_atp'] is None"
# Beside it the choices, the tax, an expectation; and the result can be computed again without the file.
runs 1 back good --expect 1
runs 0 back good --after-tax --municipal-tax 25 --format json
json_has "j['fleksloentilskud'] == '15272.00' and 'tax' in j"
runs 0 back good --format json -o "$work/kept.json"
rm "$work/one.xlsx"
runs 0 "$FLEKS" verify "$work/kept.json"
# What a spreadsheet computed is not read: all of it wrong, and the result is the same.
filled lie one
runs 0 back one --format json
json_has "j['fleksloentilskud'] == '15272.00'"

# Cells that cannot be what they should be.
refuses 'Måned!B5 (am_income): »=15600+1« er ikke et tal' back "$(filled set bad am_income '<f>15600+1</f><v>15601</v>'; echo bad)"
refuses 'Måned!B5 (am_income): »femten« er ikke et tal' back "$(filled text bad am_income femten; echo bad)"
refuses 'Måned!B5 (am_income): »15600« er ikke et tal' back "$(filled text bad am_income 15600; echo bad)"
refuses 'Måned!B5 (am_income): er tom' back "$(filled set bad am_income ''; echo bad)"
refuses 'Måned!B5 (am_income): »-1« er negativt' back "$(filled set bad am_income '<v>-1</v>'; echo bad)"
refuses 'Måned!B5 (am_income): »15600.005«' back "$(filled set bad am_income '<v>15600.005</v>'; echo bad)"
refuses 'Måned!B5 (am_income): »1000000.01« er for stort' back "$(filled set bad am_income '<v>1000000.01</v>'; echo bad)"
refuses 'Måned!B5 (am_income): »1E300« er for stort' back "$(filled set bad am_income '<v>1E300</v>'; echo bad)"
refuses 'Måned!B5 (am_income): »1e4x« er ikke et tal' back "$(filled set bad am_income '<v>1e4x</v>'; echo bad)"
refuses '(ledighedsydelse_days): »1,5«' back "$(filled set bad ledighedsydelse_days '<v>1.5</v>'; echo bad)"
refuses '(ledighedsydelse_days): »32«' back "$(filled set bad ledighedsydelse_days '<v>32</v>'; echo bad)"
refuses '(paid_hours): »745«' back "$(filled set bad paid_hours '<v>745</v>'; echo bad)"
refuses '(month): »2024-13«' back "$(filled text bad month 2024-13; echo bad)"
refuses '(month): »45352«' back "$(filled set bad month '<v>45352</v>'; echo bad)"
refuses '--lang' back good --lang xx
runs 2 back "$(filled text bad am_income fifteen; echo bad)" --lang en
grep -q 'Måned!B5 (am_income): "fifteen" is not a number' "$work/err" || fail "not in English: $(cat "$work/err")"

# Workbooks that are none of ours, or worse.
refuses 'xl/worksheets/sheet1.xml: »1073741824« er for stort' back "$(filled zeros bad; echo bad)"
refuses 'Måned: er angivet mere end én gang' back "$(filled twice bad; echo bad)"
refuses 'teksten er ikke zip' back "$(filled part_twice bad; echo bad)"
refuses 'xl/worksheets/sheet1.xml: »<!DOCTYPE' back "$(filled doctype bad; echo bad)"
refuses 'xl/vbaProject.bin' back "$(filled macro bad; echo bad)"
refuses 'Måned: mangler' back "$(filled no_sheet bad; echo bad)"
refuses 'xl/worksheets/sheet1.xml: mangler' back "$(filled no_part bad; echo bad)"
refuses 'fleks_month: mangler' back "$(filled no_names bad; echo bad)"
refuses 'fleks_month: »#REF!#REF!« kan ikke vælges her' back "$(filled broken_name bad; echo bad)"
refuses 'B5: er angivet mere end én gang' back "$(filled cell_twice bad; echo bad)"
refuses 'er indlejret dybere end 64' back "$(filled deep bad; echo bad)"
refuses 'teksten er ikke XML' back "$(filled broken_xml bad; echo bad)"
refuses 'externalLink' back "$(filled link bad; echo bad)"
printf 'id,month\n' >"$work/bad.xlsx"
refuses 'teksten er ikke zip' back bad
: >"$work/bad.xlsx"
refuses 'xl/workbook.xml: mangler' back bad
head -c 3000 "$work/good.xlsx" >"$work/bad.xlsx"
refuses 'teksten er ikke zip' back bad
refuses '--from-xlsx' "$FLEKS" month --from-xlsx "$work/none.xlsx"

# One fact, one place.
refuses '--month' back good --month 2024-03
refuses '--am-income' back good --am-income 1
refuses '--hourly-wage' back good --hourly-wage 200 --weekly-hours 18
refuses '--other-wage' back good --other-wage 200
finish
