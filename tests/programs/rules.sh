#!/usr/bin/env bash
# fleks rules: one rule and all, in words and JSON, and that the tests it names are there.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"

same_as rules_ceiling_da.txt 0 "$FLEKS" rules --id FLT-11
same_as rules_ceiling_en.txt 0 "$FLEKS" rules --id FLT-11 --lang en
runs 0 "$FLEKS" rules --id FLT-14 --id FLT-2 --format json
json_has "[r['id'] for r in j['rules']] == ['FLT-14', 'FLT-2']"
json_has "j['rules'][0]['options'] == [{'option': '--round-to', 'values': ['oere', 'krone'], 'default': 'oere'}]"

runs 0 "$FLEKS" rules --format json
cp "$work/out" "$work/all.json"
python3 - "$work/all.json" "$FLEKS_SOURCE_DIR" <<'END' || fail 'the list of rules'
import csv, json, os, sys
rules, root = json.load(open(sys.argv[1]))['rules'], sys.argv[2]
book = [row['id'] for row in csv.DictReader(open(os.path.join(root, 'tests/rules/rulebook.csv')))]
assert [r['id'] for r in rules] == book, 'not the rulebook'
for r in rules:
    assert r['name'] and r['text'] and r['source'] and r['status'] in ('read', 'secondary', 'interpretation'), r
    assert r['tested_in'] or r['id'] in ('LY-15', 'LY-16') or r['id'].startswith(('FLT-2', 'KOR-')), r
    for file in r['tested_in']:
        assert os.path.exists(os.path.join(root, file)), file
END
for language in da en; do
  runs 0 "$FLEKS" rules --lang "$language"
  [ "$(grep -cE '^[A-Z]+(-[0-9]+)? ' "$work/out")" -eq "$(($(wc -l <"$FLEKS_SOURCE_DIR/tests/rules/rulebook.csv") - 1))" ] || fail "not every rule ($language)"
done
# An option of a rule is one of the program's.
runs 0 "$FLEKS" month --help
for option in $(python3 -c "import json; print(*[o['option'] for r in json.load(open('$work/all.json'))['rules'] for o in r['options']])"); do
  grep -q -- "^  $option " "$work/out" || fail "no option $option"
done
refuses 'FLT-11' "$FLEKS" rules --id FLT-99
refuses '--id' "$FLEKS" rules --id ''
finish
