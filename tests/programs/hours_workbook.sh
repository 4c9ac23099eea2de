#!/usr/bin/env bash
# fleks hours --format xlsx: every amount of the sheet is the program's, by formulas over whole numbers; the same bytes for the same
# question; and what the formulas do not know is refused. That a spreadsheet computes the same: tests/doors/workbook.sh.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
hours() {
  local defaults=()
  [[ "$*" == *--hourly-wage* ]] || defaults+=(--hourly-wage 187.35)
  [[ "$*" == *--municipal-tax* ]] || defaults+=(--municipal-tax 25.07)
  "$FLEKS" hours "${defaults[@]}" "$@"
}
same() {
  runs 0 hours "$@" --format xlsx -o "$work/book.xlsx"
  runs 0 hours "$@" --format json -o "$work/rows.json"
  python3 "$FLEKS_SOURCE_DIR/tests/programs/helpers/live_sheets.py" hours "$work/book.xlsx" "$work/rows.json" || fail "not the same: $*"
}

same --year 2024
same --year 2014 --church-tax 0.87 --own-pension 4.15% --employer-pension 8.31% --step 2.5
same --year 2017 --single-parent --intensity 63 --ceiling 28419.37 --step 0.73 --from 0.01
same --year 2020 --other-income 3512.49 --own-atp counted --step 3 --to 60
same --year 2026 --birth-year 1959 --own-pension 100% --employer-pension 17.99% --step 4
same --year 2026 --hourly-wage 4999.99 --ceiling 999999.99 --from 1 --to 168 --step 9

for name in one two; do runs 0 hours --year 2024 --format xlsx -o "$work/$name.xlsx"; done
cmp "$work/one.xlsx" "$work/two.xlsx" || fail 'the same question gives other bytes'
runs 0 hours --year 2024 --lang en --format xlsx -o "$work/en.xlsx"
python3 - "$work/en.xlsx" <<'END' || fail 'not in English'
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as book:
    words, sheets = (book.read(f'xl/{part}.xml').decode() for part in ('sharedStrings', 'workbook'))
assert 'Hours a week' in words and 'In hand' in words and 'Timer' not in words
assert all(f'name="{name}"' in sheets for name in ('Hours', 'Rates', 'Calculation'))
END

no() { refuses "$1" hours --year 2024 "${@:2}" --format xlsx -o "$work/no.xlsx"; }
refuses '-o' hours --year 2024 --format xlsx
no '--rent' --rent 6000
no '--child-ages' --child-ages 3
no '--daycare-places' --daycare-places 1 --daycare-fee 3000
no '--transport-km' --transport-km 60 --transport-days 200
no '--union-fee' --union-fee 5000
no '--ceiling-hourly' --ceiling-hourly 200
no '--from 0' --from 0
no '--step: »1,005' --from 1.005 --to 2
no '--step: der er flere' --from 0.01 --to 36.01 --step 0.01
no '--intensity: »62,5' --intensity 62.5
no '--own-pension: »4,125' --own-pension 4.125%
no '--municipal-tax: »25,071' --municipal-tax 25.071
no '5000.01' --hourly-wage 5000.01
no '--course' --course '9@75,12@85'
no '--over' --over wage --at-hours 10 --from 100 --to 200
no '--purses' --purses
no '--measures' --measures
no '--target' --target 15000
no '--raise' --raise 10 --at-hours 20
no '--format xlsx' --ceiling '?'
[ ! -e "$work/no.xlsx" ] || fail 'a refused curve has left a file'
finish
