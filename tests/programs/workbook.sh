#!/usr/bin/env bash
# fleks month --format xlsx: the same bytes for the same month, live formulas in it, and what it does not know is refused.
# That a spreadsheet computes by them what the program does: tests/doors/workbook.sh.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
month() { "$FLEKS" month --month 2024-03 "$@"; }

for name in one two; do runs 0 month --am-income 15600 --ceiling 32067 --paid-hours 78 --format xlsx -o "$work/$name.xlsx"; done
cmp "$work/one.xlsx" "$work/two.xlsx" || fail 'the same month gives other bytes'
runs 0 month --am-income 15600 --lang en --format xlsx -o "$work/en.xlsx"
python3 - "$work/one.xlsx" "$work/en.xlsx" <<'END' || fail 'the workbook is not as it should be'
import re, sys, zipfile
def parts(path):
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name).decode() for name in book.namelist()}
danish, english = map(parts, sys.argv[1:])
sheet = danish["xl/worksheets/sheet1.xml"]
formulas = dict(re.findall(r'<c r="(E\d+)"[^>]*><f>([^<]*)</f>', sheet))
values = dict(re.findall(r'<c r="(E\d+)"[^>]*><f>[^<]*</f><v>([^<]*)</v>', sheet))
assert len(formulas) > 20, formulas
assert any(f.startswith("INT((") and f.endswith("*100") or f.endswith("* 100") for f in formulas.values()), formulas
assert "1527200" in values.values() and "1477200" in values.values(), values
assert not any(re.search(r"[a-z]_|\d\.\d", f) for f in formulas.values()), formulas
assert "1995200" in danish["xl/worksheets/sheet2.xml"]
assert sheet.count("<dataValidation ") == 12 and 'fitToPage="1"' in sheet and "<sheetProtection" in sheet
assert "Til udbetaling før skat" in danish["xl/sharedStrings.xml"] and "Paid out, before tax" in english["xl/sharedStrings.xml"]
assert english["xl/worksheets/sheet1.xml"].count("<dataValidation ") == 11  # no hours, no public ATP
END

refuses '-o' month --am-income 15600 --format xlsx
refuses '--hourly-wage' month --hourly-wage 200 --weekly-hours 18 --format xlsx -o "$work/no.xlsx"
refuses '--monthly-wage' month --monthly-wage 20000 --paid-hours 80 --format xlsx -o "$work/no.xlsx"
refuses '--own-pension' month --am-income 15600 --own-pension 4% --format xlsx -o "$work/no.xlsx"
refuses '--employer-pension' month --am-income 15600 --employer-pension 8% --format xlsx -o "$work/no.xlsx"
refuses '--ceiling-hourly' month --am-income 15600 --ceiling-hourly 200 --format xlsx -o "$work/no.xlsx"
refuses '--ceiling-holiday-supplement' month --am-income 15600 --ceiling 30000 --ceiling-holiday-supplement 1 --format xlsx -o "$work/no.xlsx"
refuses '--employed-from' month --am-income 15600 --employed-from 2024-02-12 --format xlsx -o "$work/no.xlsx"
refuses '--job-from' month --am-income 15600 --job-from 2024-03-11 --format xlsx -o "$work/no.xlsx"
refuses '--ledighedsydelse-days' month --am-income 15600 --ledighedsydelse-days 1.5 --format xlsx -o "$work/no.xlsx"
refuses '--format xlsx' month --am-income 15600 --round-to oere --format xlsx -o "$work/no.xlsx"
refuses '--format xlsx' month --am-income 15600 --ceiling '?' --format xlsx -o "$work/no.xlsx"
refuses '1000001' month --am-income 1000001 --format xlsx -o "$work/no.xlsx"
[ ! -e "$work/no.xlsx" ] || fail 'a refused month has left a file'
finish
