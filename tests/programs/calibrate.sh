#!/usr/bin/env bash
# fleks sample --calibrate: the example's totals, the same file on any machine, what fleks population makes of its weights, and the exits.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() { echo "$1"; exit 1; }
totals=$FLEKS_SOURCE_DIR/examples/calibration/totals.csv

"$FLEKS" sample --rows 24000 --seed 1 --calibrate "$totals" -o people.csv >told || fail 'the example is not reached'
sum=$(sha256sum <people.csv)
[ "${sum:0:16}" = 49c05af903c44b15 ] || fail "the example gives other weights than on other machines: $sum"
grep -q 'alle mål er nået inden for en titusindedel' told || fail "it is not said that all is reached: $(cat told)"
[ "$(cut -d, -f1-13 people.csv | sha256sum)" = "$("$FLEKS" sample --rows 24000 --seed 1 | sha256sum)" ] || fail 'the rows are others than without weights'
"$FLEKS" sample --rows 24000 --seed 1 --calibrate "$totals" --lang en 2>english | cmp - people.csv || fail 'standard output has other rows'
grep -q 'the persons are invented' english || fail 'beside rows on standard output it is not told on standard error'
for jobs in 1 3; do "$FLEKS" population people.csv -o out.csv --jobs "$jobs" --summary "$jobs.json" >/dev/null; done
cmp 1.json 3.json || fail 'the weighted summary is another with more threads'
/usr/bin/python3 - "$totals" <<'EOF' || fail 'the summary of the weighted rows has other totals than the file'
import csv, json, sys
from fractions import Fraction
summary, wanted = json.load(open('1.json')), list(csv.DictReader(open(sys.argv[1])))
persons = sum(int(row['total']) for row in wanted if row['figure'] == 'weekly_hours')
money = next(int(row['total']) for row in wanted if row['figure'] == 'fleksloentilskud')
near = lambda got, of: abs(Fraction(got) - of) * 10000 <= of
assert near(summary['weight'], 12 * persons), summary['weight']
assert near(summary['fleksloentilskud']['total'], money), summary['fleksloentilskud']['total']
EOF

# Out of reach: exit 1, said, and the rows are there. Wrong: exit 2 and nothing.
printf 'figure,group,total\npersons,,100\nfleksloentilskud,,30000000\n' >far.csv
status=0; "$FLEKS" sample --rows 1200 --calibrate far.csv -o far.out >told || status=$?
[ "$status" -eq 1 ] && [ "$(wc -l <far.out)" -eq 1201 ] && grep -q 'ikke alle mål kan nås sammen' told || fail "totals out of reach: exit $status"
refused() {
  status=0
  printf 'figure,group,total\n%b' "$1" >wrong.csv
  "$FLEKS" sample --rows "${3:-1200}" --calibrate wrong.csv -o wrong.out 2>said >out || status=$?
  [ "$status" -eq 2 ] && [ ! -s out ] && [ ! -e wrong.out ] || fail "exit $status in place of 2, or something written, for $1"
  grep -qF -- "$2" said || fail "the message does not say $2: $(cat said)"
}
refused 'age,18-29,5\n' figure
refused 'persons,,x\n' 'linje 2'
refused 'persons,,5\nweekly_hours,1-37,6\n' 'Begge tal omfatter alle personer; deres summer skal være ens.'
refused 'persons,,5\n' --rows 100
refused 'municipality,Atlantis,5\n' Atlantis
