#!/usr/bin/env bash
# fleks case --format xlsx and --from-xlsx: every amount of the year is the program's, most by live formulas; there and back the same
# case; an amount changed in the sheet is changed in the case; what cannot be is refused with its cell.
# That a spreadsheet computes the same: tests/doors/workbook.sh.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
sheets() { python3 "$FLEKS_SOURCE_DIR/tests/programs/helpers/live_sheets.py" "$@"; }
cases=$FLEKS_SOURCE_DIR/examples/cases

without_facts() { python3 -c "import json, sys; j = json.load(open(sys.argv[1])); j.pop('facts'); json.dump(j, sys.stdout)" "$1"; }
for file in "$cases"/*.json "$FLEKS_SOURCE_DIR"/tests/cases/{first_month,ceiling_by_weekdays,holiday_allowance}.json; do
  runs 0 "$FLEKS" case "$file" --format xlsx -o "$work/book.xlsx"
  runs 0 "$FLEKS" case "$file" --format json -o "$work/case.json"
  live=$(sheets case "$work/book.xlsx" "$work/case.json") || fail "not the same: $file"
  [ "${live:-0}" -gt 0 ] || fail "no live formula: $file"
  runs 0 "$FLEKS" case --from-xlsx "$work/book.xlsx" --format json -o "$work/back.json"
  cmp <(without_facts "$work/case.json") <(without_facts "$work/back.json") || fail "does not come back: $file"
done

for name in one two; do runs 0 "$FLEKS" case "$cases/late_wage_report.json" --correct-from 2024-02 --format xlsx -o "$work/$name.xlsx"; done
cmp "$work/one.xlsx" "$work/two.xlsx" || fail 'the same case gives other bytes'
runs 0 "$FLEKS" case "$cases/late_wage_report.json" --lang en --format xlsx -o "$work/en.xlsx"
python3 - "$work/en.xlsx" <<'END' || fail 'not in English'
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as book:
    words, sheets = (book.read(f'xl/{part}.xml').decode() for part in ('sharedStrings', 'workbook'))
assert 'Paid out, before tax' in words and 'Difference' in words and 'Regel' not in words
assert all(f'name="{name}"' in sheets for name in ('Case', 'Year', 'Correction', 'Rates', 'Calculation'))
END

# The wage of a month is an input cell; changed, the case has it.
value_of() {
  python3 - "$work/one.xlsx" "$1" <<'END'
import re, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as book:
    strings = re.findall(r'<si><t[^>]*>([^<]*)</t></si>', book.read('xl/sharedStrings.xml').decode())
    rows = dict(re.findall(r'<c r="A(\d+)"[^>]*t="s"[^>]*><v>(\d+)</v>', book.read('xl/worksheets/sheet1.xml').decode()))
    names = re.findall(r'<definedName name="fleks_(\w+)">[^<]*!\$B\$(\d+)</definedName>', book.read('xl/workbook.xml').decode())
print(next(name for name, row in names if strings[int(rows[row])] == sys.argv[2]))
END
}
wage=$(value_of 'wages[0].am_income') employer=$(value_of 'employments[0].employer')
sheets change "$work/one.xlsx" "$work/new.xlsx" Sag "$wage" '<v>8000.009999999999</v>'
runs 0 "$FLEKS" case --from-xlsx "$work/new.xlsx" --format json
json_has "[m['subsidy']['wage'] for m in j['months']][0] == '8864.01'"
runs 0 "$FLEKS" case --from-xlsx "$work/new.xlsx" --letter 2024-03
# What a spreadsheet computed is not read.
python3 - "$work/one.xlsx" "$work/lie.xlsx" <<'END'
import re, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as book, zipfile.ZipFile(sys.argv[2], 'w') as copy:
    for name in book.namelist():
        copy.writestr(name, re.sub(r'</f><v>[^<]*</v>', '</f><v>1</v>', book.read(name).decode()))
END
runs 0 "$FLEKS" case --from-xlsx "$work/lie.xlsx" --format json -o "$work/lie.json"
runs 0 "$FLEKS" case "$cases/late_wage_report.json" --format json -o "$work/true.json"
cmp <(without_facts "$work/lie.json") <(without_facts "$work/true.json") || fail 'what was computed was read'

# Cells that cannot be what they should be.
bad() {
  sheets change "$work/one.xlsx" "$work/bad.xlsx" Sag "${@:2}"
  refuses "$1" "$FLEKS" case --from-xlsx "$work/bad.xlsx"
}
bad '(wages[0].am_income): »=7200+1« er ikke et tal' "$wage" '<f>7200+1</f><v>7201</v>'
bad '(wages[0].am_income): »mange« er ikke et tal' "$wage" '<is><t>mange</t></is>' ' t="inlineStr"'
bad '(wages[0].am_income): er tom' "$wage" ''
bad '(wages[0].am_income): »-1« er negativt' "$wage" '<v>-1</v>'
bad '»=1« er ikke et tal' "$employer" '<f>1</f><v>1</v>'
bad 'wages[0].am_income: »7200.123«' "$wage" '<v>7200.123</v>'
first=${wage#*_}
bad 'wages[9].am_income' "path_$first" '<is><t>wages[9].am_income</t></is>' ' t="inlineStr"'
bad 'wages[0].known' "path_$first" '<is><t>wages[0].known.at</t></is>' ' t="inlineStr"'
bad 'wages[0].from: er angivet mere end én gang' "path_$first" '<is><t>wages[0].from</t></is>' ' t="inlineStr"'
sheets rename "$work/one.xlsx" "$work/bad.xlsx" "$wage" "thing_$first"
refuses "Sag!B" "$FLEKS" case --from-xlsx "$work/bad.xlsx"
sheets rename "$work/one.xlsx" "$work/bad.xlsx" "path_$first" "path_9999"
refuses "Sag!B" "$FLEKS" case --from-xlsx "$work/bad.xlsx"
runs 0 "$FLEKS" month --month 2024-03 --am-income 1 --format xlsx -o "$work/month.xlsx"
refuses 'Måned!B' "$FLEKS" case --from-xlsx "$work/month.xlsx"
refuses 'Sag!B' "$FLEKS" month --from-xlsx "$work/one.xlsx"

refuses '-o' "$FLEKS" case "$cases/three_years.json" --format xlsx
no() { refuses "$1" "$FLEKS" case "${@:2}" --format xlsx -o "$work/no.xlsx"; }
no '--letter' "$cases/three_years.json" --letter 2024-03
no '--steps' "$cases/three_years.json" --steps
no 'two_fleksjob.json' "$cases/three_years.json" "$cases/two_fleksjob.json"
sed 's/"7200.00"/"?"/' "$cases/late_wage_report.json" >"$work/range.json"
no 'wages[0].am_income' "$work/range.json"
no '--from-xlsx' "$cases/three_years.json" --from-xlsx "$work/one.xlsx"
[ ! -e "$work/no.xlsx" ] || fail 'a refused case has left a file'
finish
