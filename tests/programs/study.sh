#!/usr/bin/env bash
# The study made again is, to the byte, what stands in examples/study; and its figures are those that fleks hours gives.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "$1"; exit 1; }
study=$FLEKS_SOURCE_DIR/examples/study
bash "$study/make.sh" "$work" >/dev/null || fail 'the study cannot be made'
for file in "$work"/*; do
  diff "$study/$(basename "$file")" "$file" >"$work.diff" || fail "$(basename "$file") is another than in examples/study (bash examples/study/make.sh writes it anew): $(head -n 5 "$work.diff")"
done
rm -f "$work.diff"

for year in 2013 2020 2026; do
  "$FLEKS" hours --year "$year" --hourly-wage 160 --own-pension 4% --employer-pension 8% --municipality Aarhus --format json >"$work/$year.json"
done
"$FLEKS" hours --year 2026 --hourly-wage 250 --own-pension 4% --employer-pension 8% --municipality Aarhus --children 2 --single-parent --rent 8000 \
  --area 85 --daycare-places 1 --daycare-fee 2500 --child-ages 4,8 --format json >"$work/parent.json"
/usr/bin/python3 - "$work" "$study/hours.csv" <<'EOF' || fail 'the study has other figures than fleks hours'
import csv, json, sys
folder, study = sys.argv[1:]
rows = {(r['year'], r['family'], r['hourly_wage'], r['hours']): r for r in csv.DictReader(open(study))}
for name, year, family, wage in [(y, y, 'alone', '160') for y in ('2013', '2020', '2026')] + [('parent', '2026', 'parent', '250')]:
    told = json.load(open(f'{folder}/{name}.json'))['rows']
    assert len(told) == 37
    for row in told:
        mine = rows[year, family, wage, row['hours']]
        for field in ('gross_pay', 'in_hand'):
            assert mine[field] == row[field], (name, row['hours'], field, mine[field], row[field])
EOF
