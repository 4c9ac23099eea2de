#!/usr/bin/env bash
# fleks --reform: the ready files are read, what is unknown is refused with its path, changed steps are marked, and
# the table in examples/reforms/README.md is what its command gives.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "$1"; exit 1; }
reforms=$FLEKS_SOURCE_DIR/examples/reforms

month() { "$FLEKS" month --month 2024-03 --am-income 15600 --ceiling 28000 --ledighedsydelse-days 2 --daily-benefit 1000 --paid-hours 78 --format json "$@"; }
for reform in "$reforms"/*.json; do
  month --reform "$reform" >"$work/month.json" || fail "fleks month does not take $reform"
  case $reform in
    */3-*) ;;
    *) grep -q '"changed_by_reform": true' "$work/month.json" || fail "$reform marks no step" ;;
  esac
done
month >"$work/month.json"
grep -q '"changed_by_reform": true' "$work/month.json" && fail 'a step is marked without a reform'

# fleks hours: the rest of an hour under each reform, and by hours alone each hour costs 1/37 of the subsidy.
hours() { "$FLEKS" hours --year 2025 --hourly-wage 160 --municipal-tax 25 --format json --from 5 --to 8 "$@"; }
for reform in "$reforms"/*.json; do hours --reform "$reform" | grep -q '"reform"' || fail "fleks hours does not take $reform"; done
hours --reform "$reforms/2-fixed-by-hours.json" >"$work/hours.json"
python3 - "$work/hours.json" <<'END' || fail 'the subsidy by hours is not M × (37 − hours) / 37'
import json, sys
from fractions import Fraction as F
rows = json.load(open(sys.argv[1]))['rows']
sys.exit(any(abs(F(r['fleksloentilskud']) - F(20670) * (37 - F(r['hours'])) / 37) > F('0.5') for r in rows))
END

# 12,345 pct. is not rounded, and what is unknown is refused by its path
refused() {
  local status=0
  printf '{"id":"x","from":"2024-01",%s}' "$1" >"$work/x.json"
  month --reform "$work/x.json" >"$work/out" 2>"$work/said" || status=$?
  [ "$status" -eq 2 ] && [ ! -s "$work/out" ] || fail "exit $status in place of 2 for $1"
  grep -qF "$2" "$work/said" || fail "the message for $1 does not name $2: $(cat "$work/said")"
}
refused '"rates":{"taper_lowest_pct":25}' rates.taper_lowest_pct
refused '"rules":{"FLT-99":"off"}' rules.FLT-99
refused '"rules":{"FLT-10":"off"}' rules.FLT-10
refused '"rules":{"FLT-11":{"cut":25}}' rules.FLT-11.cut
refused '"rules":{"FLT-12":"on"}' rules.FLT-12
refused '"rates":{"taper_low_pct":12.34567}' rates.taper_low_pct
refused '"rates":{"taper_low_pct":1e1}' rates.taper_low_pct
refused '"rates":{"taper_low_pct":25,"taper_low_pct":26}' rates.taper_low_pct
refused '"colour":"red"' colour
refused '"ceilings":"nowhere.csv"' nowhere.csv
printf '{"id":"x"' >"$work/x.json"
month --reform "$work/x.json" 2>/dev/null && fail 'half a JSON text is read'

# Side by side: the same columns as alone, and the base is untouched
cd "$work"
"$FLEKS" sample --rows 6000 --seed 3 >in.csv
"$FLEKS" population in.csv -o plain.csv
options=()
for reform in "$reforms"/*.json; do options+=(--reform "$reform"); done
"$FLEKS" population in.csv -o all.csv "${options[@]}" --summary all.json >table.txt
"$FLEKS" population in.csv -o again.csv "${options[@]}" --summary again.json --jobs 1 >again.txt
cmp all.csv again.csv && cmp all.json again.json && cmp table.txt again.txt || fail 'the threads change the result'
cut -d, -f1-10 all.csv | cmp - plain.csv || fail 'a reform changes the columns of today'
at=11
for reform in "$reforms"/*.json; do
  "$FLEKS" population in.csv -o one.csv --reform "$reform"
  cmp <(cut -d, -f"$at-$((at + 2))" all.csv) <(cut -d, -f11-13 one.csv) || fail "$reform beside others gives another result than alone"
  at=$((at + 3))
done
[ "$(cut -d, -f7,11,13 all.csv | awk -F, 'NR > 1 { if (($2 - $1 - $3) ^ 2 > 0.00001) print }' | wc -l)" -eq 0 ] || fail 'a difference is not the difference'

# The table that the README shows is the one its command gives.
FLEKS=$FLEKS bash "$reforms/table.sh" >table.md
while IFS= read -r line; do grep -qxF -- "$line" "$reforms/README.md" || fail "not in examples/reforms/README.md: $line"; done <table.md
