#!/usr/bin/env bash
# fleks rates: what is in force, and the check of a file.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
rates() { "$FLEKS" rates "$@"; }
table=$FLEKS_SOURCE_DIR/src/rates/rates.csv

# The csv form of all rates is the published table, row for row.
runs 0 rates --format csv
python3 - "$table" "$work/out" <<'END' || fail 'fleks rates --format csv is not rates.csv'
import csv, sys
a, b = ([tuple(row) for row in csv.reader(open(path, encoding='utf-8'))] for path in sys.argv[1:])
normal = lambda rows: [(r[0], r[1], r[2], r[3] and str(float(r[3])), *r[4:]) for r in rows[1:]]
sys.exit(a[0] != b[0] or sorted(normal(a)) != sorted(normal(b)))
END
cp "$work/out" "$work/all.csv"
runs 0 rates --check "$work/all.csv"
runs 0 rates --check "$table"
grep -q ' rækker for [0-9]* satser, ingen fejl$' "$work/out" || fail 'no count'

same_as rates_da.txt 0 rates --date 2024-03-01 --key fleksloentilskud_max_month
same_as rates_en.txt 0 rates --key obligatory_pension_pct --lang en
runs 0 rates --date 2024-03-01 --format json
json_has "len({r['key'] for r in j['rates']}) == len(j['rates']) > 40 and all(r['status'] and r['source'] for r in j['rates'])"
json_has "[r['value'] for r in j['rates'] if r['key'] == 'tax_church_average_pct'] == [None]"

refuses '--date: »2024-02-30«' rates --date 2024-02-30
refuses '--key: »nothing« er ikke navnet på en sats' rates --key nothing
refuses 'taper_low_pct' rates --key taper_low_pct --date 1999-01-01
refuses '--date: ' rates --date 1999-01-01
refuses '--date: kan ikke bruges sammen med --check' rates --check "$table" --date 2024-01-01
refuses 'filen findes ikke' rates --check "$work/none"
refuses 'det er en mappe' rates --check "$work"

# Everything wrong with a table is said, each with its row.
cat >"$work/bad.csv" <<'END'
key,valid_from,valid_to,value,unit,status,source,note
taper_low_pct,2013-01-01,2013-12-31,30,pct,read,a source,
taper_low_pct,2013-12-31,2014-12-31,30,pct,read,a source,
taper_low_pct,2015-02-01,,30,pct,read,a source,
taper_high_pct,2013-01-01,2012-12-31,55,pct,read,a source,
no_such_key,2013-01-01,,1,pct,read,a source,
tax_am_pct,2013-01-01,,108,pct,read,a source,
tax_bottom_pct,2013-01-01,,12,kr/month,read,a source,
tax_top_pct,2013-01-01,,15,pct,read,,
tax_toptop_pct,2013-01-01,,,pct,read,a source,
tax_middle_pct,2013-02-30,,7.5,pct,guess,a source,
holiday_supplement_pct,2013-01-01,,1
END
same_as rates_check_da.txt 1 bash -c 'cd "$1" && "$2" rates --check bad.csv' - "$work" "$FLEKS"
same_as rates_check_en.txt 1 bash -c 'cd "$1" && "$2" rates --check bad.csv --lang en' - "$work" "$FLEKS"
# What a newer file changes: a whole table, or rows that add to the built-in ones.
year=$(($(next_year)))
(head -n 1 "$table"; echo "fleksloentilskud_max_month,$year-01-01,$year-12-31,210000,kr/month,read,a letter,") >"$work/new.csv"
(head -n 1 "$table"; echo "fleksloentilskud_max_month,$year-01-01,$year-12-31,21000,kr/month,read,a letter,") >"$work/right.csv"
runs 0 rates --diff "$table" "$work/right.csv"
[ "$(cat "$work/out")" = "fleksloentilskud_max_month: højeste fleksløntilskud
  1.1.$year-31.12.$year: ingen → 21.000 kr. om måneden" ] || fail "not the change: $(cat "$work/out")"
runs 0 rates --diff "$work/right.csv" "$work/new.csv" --lang en
grep -qxF "  $year-01-01 to $year-12-31: DKK 21,000 a month → DKK 210,000 a month (+900.0 per cent)" "$work/out" || fail "not the change: $(cat "$work/out")"
runs 0 rates --diff "$table" "$work/right.csv" --format json
json_has "j['changes'] == [{'key': 'fleksloentilskud_max_month', 'valid_from': '$year-01-01', 'valid_to': '$year-12-31', 'before': None, 'after': '21000'}]"
runs 0 rates --diff "$table" "$work/all.csv"
grep -qx 'Ingen sats har en anden værdi.' "$work/out" || fail 'the same tables differ'
refuses 'NY: mangler' rates --diff "$table"
refuses '--key: ' rates --diff "$table" "$work/new.csv" --key taper_low_pct
refuses '--format: ' rates --diff "$table" "$work/new.csv" --format csv
refuses 'kan kun bruges sammen med --diff' rates "$table"
refuses 'filen findes ikke' rates --diff "$table" "$work/none"

# What is unusual is said, and is no error; the published table has nothing unusual.
runs 0 rates --check "$work/new.csv"
grep -q "advarsel: fleksloentilskud_max_month 1.1.$year-31.12.$year: før .*, 210.000 kr. om måneden: omkring ti gange" "$work/out" || fail "no warning: $(cat "$work/out")"
runs 0 rates --check "$work/right.csv"
grep -q 'advarsel' "$work/out" && fail 'a warning of what is usual'
(head -n 1 "$table"; echo "taper_low_pct,$year-01-01,,0.3,pct,read,a letter,"; echo "fleksloentilskud_max_month,$year-01-01,$year-01-14,21000,kr/month,read,a letter,"
 echo "fleksloentilskud_max_month,$year-01-15,$year-12-31,24000,kr/month,read,a letter,") >"$work/odd.csv"
runs 0 rates --check "$work/odd.csv" --lang en
for said in 'is it a share (0.30)' 'begins inside a month' 'changed by more than 10 per cent'; do grep -qF "$said" "$work/out" || fail "not said: $said"; done
# A gap to the built-in rows is what --rates refuses, and the value is looked at all the same.
(head -n 1 "$table"; echo "fleksloentilskud_max_month,$year-06-15,$year-12-31,210000,kr/month,read,a letter,") >"$work/gap.csv"
refuses "hul før perioden fra »$year-06-15«" rates --rates "$work/gap.csv"
runs 0 rates --check "$work/gap.csv"
for said in "afvises af --rates: fleksloentilskud_max_month: der er et hul før perioden fra »$year-06-15«" 'omkring ti gange' 'begynder inde i en måned'; do
  grep -qF "$said" "$work/out" || fail "not said of a gap: $said"
done
runs 0 rates --check "$table"
grep -q 'advarsel' "$work/out" && fail 'the published table is unusual'
finish
