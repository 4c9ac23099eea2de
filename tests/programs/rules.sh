#!/usr/bin/env bash
# fleks rules: one rule and all, in words and JSON, and that the tests it names are there.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"

same_as rules_ceiling_da.txt 0 "$FLEKS" rules --id FLT-11
same_as rules_ceiling_en.txt 0 "$FLEKS" rules --id FLT-11 --lang en
runs 0 "$FLEKS" rules --id FLT-14 --id FLT-2 --format json
json_has "[r['id'] for r in j['rules']] == ['FLT-14', 'FLT-2']"
json_has "[o['option'] for o in j['rules'][0]['options']] == ['--round-to'] and j['rules'][0]['options'][0]['by_law'] == 'krone'"
json_has "j['rules'][0]['address'] == 'https://www.retsinformation.dk/eli/lta/2024/227' and j['rules'][0]['from'] == '2014-05' and j['rules'][0]['to'] is None"
json_has "j['rules'][0]['changes'] == [{'from': '2014-05', 'why': 'Bekendtgørelsen siger fra 30. april 2014, at tilskuddet afrundes til hele kroner.'}]"

# What held on a day: the order of the month, what had changed by then, and no rule that was not in force.
same_as rules_2014_da.txt 0 "$FLEKS" rules FLT-11 FLT-12 FLT-22 --date 2014-07-15
same_as rules_2024_en.txt 0 "$FLEKS" rules FLT-11 FLT-12 FLT-22 --date 2024-01-01 --lang en
runs 0 "$FLEKS" rules --date 2019-12-31 --format json
json_has "not {'FLT-19', 'FLT-22', 'FLT-24', 'FERIE-1', 'FERIE-7'} & {r['id'] for r in j['rules']} and all(r['in_force'] for r in j['rules'])"
json_has "next(r for r in j['rules'] if r['id'] == 'FLT-8')['source'] == 'LAB § 70 f stk. 2; BEK 1603/2018 § 3 stk. 2, 6'"
refuses '--date' "$FLEKS" rules --date 2019-02-30

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
for task in month municipality; do runs 0 "$FLEKS" $task --help; cat "$work/out" >>"$work/help"; done
for option in $(python3 -c "import json; print(*[o['option'] for r in json.load(open('$work/all.json'))['rules'] for o in r['options']])"); do
  grep -q -- "^  $option " "$work/help" || fail "no option $option"
done
# What a law is called for short is written out where words are looked up.
grep -oE '"source": "[^"]*"' "$work/all.json" | sed 's/"source": //; s/;/\n/g' | grep -oE '^[" ]*[A-ZÆØÅ][A-ZÆØÅ-]*\b' | tr -d '" ' | sort -u >"$work/short"
[ "$(wc -l <"$work/short")" -ge 10 ] || fail "the laws of the rules are not found: $(cat "$work/short")"
while read -r short; do
  grep -qE "^\| $short |\($short\)" "$FLEKS_SOURCE_DIR/examples/guide/glossary.md" || fail "the glossary does not say what $short is"
done <"$work/short"
# The changes by month, the newest first: every row of the list of rules that says why it is another than the one before, and no other.
same_as rules_changes_da.txt 0 "$FLEKS" rules --changes FLT-7 FLT-14 FLT-3
same_as rules_changes_en.txt 0 "$FLEKS" rules --changes FLT-7 --id FLT-11 --date 2019-12-31 --lang en
runs 0 "$FLEKS" rules --changes FLT-1
grep -qx 'Ingen af reglerne er ændret.' "$work/out" || fail 'a rule without changes has some'
runs 0 "$FLEKS" rules --changes --lang en --format json
python3 - "$work/out" "$FLEKS_SOURCE_DIR/src/rules/rules.csv" <<'END' || fail 'the changes are not those of the list'
import csv, json, sys
changes = json.load(open(sys.argv[1]))['changes']
wanted = [(r['first'], r['id'], r['why_en']) for r in csv.DictReader(open(sys.argv[2])) if r['why_en']]
assert len(wanted) > 20 and sorted(wanted) == sorted((c['from'], c['rule'], c['why']) for c in changes)
assert [c['from'] for c in changes] == sorted((c['from'] for c in changes), reverse=True) and all(c['name'] and c['source'] for c in changes)
END
refuses 'FLT-11' "$FLEKS" rules --id FLT-99
refuses '--id' "$FLEKS" rules --id ''
finish
