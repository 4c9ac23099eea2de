#!/usr/bin/env bash
# fleks case: the statement, what was known when, the correction whose lines add up, the letter, several files, errors.
set -euo pipefail
cases=$FLEKS_SOURCE_DIR/tests/cases
late=$FLEKS_SOURCE_DIR/examples/cases/late_wage_report.json
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
fails() { echo "$*"; failed=1; }
# payout FILE MONTH EXPECTED option...
payout() {
  local file=$1 month=$2 expected=$3 got
  shift 3
  got=$("$FLEKS" case "$file" --format json "$@" |
    python3 -c 'import json, sys; print(next(m["payout"] for m in json.load(sys.stdin)["months"] if m["month"] == sys.argv[1]))' "$month")
  [ "$got" = "$expected" ] || fails "$file $month $*: $got, not $expected"
}
payout "$late" 2024-03 17033.00
payout "$late" 2024-03 0.00 --as-of 2024-03-29
payout "$late" 2024-04 17033.00 --as-of 2024-04-30
payout "$late" 2024-04 16394.00

"$FLEKS" case "$late" --correct-from 2024-02 --format json >"$work/correction.json"
python3 - "$work/correction.json" <<'P' || failed=1
import json, sys
from fractions import Fraction as F
c = json.load(open(sys.argv[1]))
assert c["total"] == c["to_pay_out"] == "16394.00" and c["to_recover"] == "0.00", c["total"]
assert sum(F(m["difference"]) for m in c["months"]) == F(c["total"])
for m in c["months"]:
    assert F(m["due"]) - F(m["paid"]) == F(m["difference"]) == sum(F(l["difference"]) for l in m["lines"]), m["month"]
    assert all(F(l["due"]) - F(l["paid"]) == F(l["difference"]) for l in m["lines"])
march = next(m for m in c["months"] if m["month"] == "2024-03")
assert [l["rule"] for l in march["lines"]] == ["FLT-4", "FLT-8", "FLT-14", "FLT-17"] and march["new_facts"][0]["known"] == "2024-04-18"
P
"$FLEKS" case "$late" --correct-from 2024-02 --as-of 2024-03-31 >"$work/said" && grep -q 'Ingen måned ændres' "$work/said" || fails 'nothing was late on 31 March'
"$FLEKS" case "$late" --letter 2024-06 >"$work/said" && grep -q 'Du får 17.033,00 kr. før skat' "$work/said" || fails 'the letter in Danish'
"$FLEKS" case "$late" --letter 2024-06 --lang en >"$work/said" && grep -q 'You get DKK 17,033.00 before tax' "$work/said" || fails 'the letter in English'
"$FLEKS" case "$late" --correct-from 2024-02 --letter 2024-06 >"$work/said" && grep -q 'Du får 16.394,00 kr. mere' "$work/said" || fails 'the letter of the correction'
"$FLEKS" case "$late" --letter 2024-06 --format html -o "$work/letter.html"
python3 - "$work/letter.html" <<'P' || failed=1
import html.parser, re, sys
text = open(sys.argv[1], encoding="utf-8").read()
assert text.startswith("<!DOCTYPE html>") and "src=" not in text and "url(" not in text and "@import" not in text and "@page" in text
# It fetches nothing; what it leads to is the law.
assert text.count("http") == len(re.findall(r'<a href="https://www.retsinformation.dk/eli/lta/\d{4}/\d+">', text)) > 0
html.parser.HTMLParser().feed(text)
P
"$FLEKS" case "$late" --steps | tr -s ' \n' ' ' >"$work/said" && grep -q 'indkomstregisteret, oplyst 18. april 2024' "$work/said" || fails 'the source of the late wage'
"$FLEKS" case "$late" >"$work/1" && "$FLEKS" case - <"$late" | cmp - "$work/1" || fails 'standard input'
"$FLEKS" case "$cases"/*.json --format json | python3 -c 'import json, sys; sys.exit(len(json.load(sys.stdin)) < 25)' || fails 'several files'
"$FLEKS" case "$cases"/*.json >"$work/1" && "$FLEKS" case "$cases"/*.json >"$work/2" && cmp "$work/1" "$work/2" || fails 'several files, twice the same'

# The guide shows this correction.
"$FLEKS" case "$late" --correct-from 2024-02 >"$work/shown"
python3 -c 'import sys; sys.exit(open(sys.argv[2]).read().strip("\n") not in open(sys.argv[1]).read())' \
  "$FLEKS_SOURCE_DIR/examples/guide/program.md" "$work/shown" || fails 'the page of the program shows another correction'

# refuses WHAT command...: exit 2, says it, writes nothing
refuses() {
  local what=$1 out status=0
  shift
  out=$("$FLEKS" "$@" 2>"$work/error") || status=$?
  { [ "$status" -eq 2 ] && [ -z "$out" ] && grep -q -- "$what" "$work/error"; } || fails "$*: exit $status, $(cat "$work/error")"
}
refuses --letter case "$late" --letter 2025-01
refuses --letter case "$late" --letter 2024-03 --correct-from 2024-04
for other in '--from 2024-03' '--to 2024-03' --steps; do
  # shellcheck disable=SC2086
  refuses --correct-from case "$late" --correct-from 2024-03 $other
done
refuses --format case "$late" --format html
refuses --from case "$late" --from 2023-01
refuses FIL case
refuses no_such_file case "$work/no_such_file.json"
refuses 'wages\[0\].to' case "$late" "$cases/broken/wage_after_the_job.json"
# Several files: everything that is wrong in each of them; what is wrong with an option, once.
refuses 'wage_after_the_job.json: wages\[0\].to' case "$cases/broken/bonus_before_job.json" "$late" "$cases/broken/wage_after_the_job.json"
grep -q '^fleks: .*bonus_before_job.json: wages\[0\].bonus\[0\].from' "$work/error" && [ "$(wc -l <"$work/error")" -eq 2 ] || fails 'two broken files'
refuses 'Tilladt: mindst 200 kr\.' case "$cases/broken/parts_above_the_pay.json"
refuses --from case "$late" "$late" --from 2023-01
[ "$(wc -l <"$work/error")" -eq 1 ] || fails 'an option, once'
python3 -c 'print("{\"employments\": [" * 70000)' >"$work/deep.json"
refuses indlejret case "$work/deep.json"
head -c 1000000 /dev/zero | tr '\0' '{' >"$work/nonsense.json"
refuses nonsense.json case "$work/nonsense.json"
# Another table of rates against a folder: each month is what the case says under either table.
mkdir -p "$work/folder/inside"
cp "$FLEKS_SOURCE_DIR"/examples/cases/*.json "$work/folder"
cp "$late" "$work/folder/inside/again.json"
printf 'key,valid_from,valid_to,value,unit,status,source,note\nfleksloentilskud_max_month,2024-03-01,2024-12-31,20052,kr/month,read,a test,\n' >"$work/new.csv"
head -1 "$FLEKS_SOURCE_DIR/src/rates/rates.csv" >"$work/old.csv"
grep '^fleksloentilskud_max_month,2024' "$FLEKS_SOURCE_DIR/src/rates/rates.csv" >>"$work/old.csv"
python3 - "$FLEKS" "$work" <<'PYTHON' || fails 'a folder under two tables'
import glob, json, subprocess, sys
from decimal import Decimal as D
fleks, work = sys.argv[1:]
def run(*words):
    done = subprocess.run([fleks, 'case', *words, '--format', 'json'], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
def months(path, rates):
    return {m['month']: m for m in run(path, '--rates', rates)['months']}
got = run('--batch', f'{work}/folder', '--rates', f'{work}/new.csv', '--against', f'{work}/old.csv')
told = {each['case']: {m['month']: m for m in each['months']} for each in got['cases']}
total, changed = D(0), 0
paths = glob.glob(f'{work}/folder/**/*.json', recursive=True)
for path in paths:
    old, new = months(path, f'{work}/old.csv'), months(path, f'{work}/new.csv')
    differ = [m for m in new if (new[m]['payout'], new[m]['status']) != (old[m]['payout'], old[m]['status'])]
    assert set(differ) <= set(told.get(path, {})), (path, differ, told.get(path))
    for m in differ:
        assert told[path][m]['before']['payout'] == old[m]['payout'] and told[path][m]['after']['payout'] == new[m]['payout'], (path, m)
        assert D(told[path][m]['difference']) == D(new[m]['payout']) - D(old[m]['payout'])
        total += D(new[m]['payout']) - D(old[m]['payout'])
    changed += bool(told.get(path))
s = got['summary']
assert changed >= 3 and list(told) == sorted(told) and all(told.values())
assert s == {'cases': len(paths), 'changed': changed, 'months': sum(map(len, told.values())), 'difference': str(total), 'not_computed': 0}, s
PYTHON
impact() { "$FLEKS" case --batch "$work/folder" --rates "$work/new.csv" --against "$work/old.csv" "$@"; }
impact >"$work/text" || fails 'a folder as text'
grep -q 'sager beregnet med begge satstabeller' "$work/text" && grep -Eq '^  marts 2024 .* -> .*\+100,00$' "$work/text" || fails "a folder as text: $(cat "$work/text")"
status=0
impact --lang en --to 2024-02 --from 2024-02 >"$work/text" || status=$?
[ "$status" -eq 1 ] && grep -q 'could not be computed' "$work/text" || fails 'cases without that month'
"$FLEKS" case --batch "$work/folder" --against "$work/old.csv" | grep -q ': 0 ændres' || fails 'the same rates change nothing'
echo '{' >"$work/folder/broken.json"
status=0
impact >"$work/text" || status=$?
[ "$status" -eq 1 ] && grep -q 'broken.json: ' "$work/text" && grep -q '^1 sager kunne ikke beregnes' "$work/text" || fails 'a broken case in a folder'
mkdir "$work/empty"
refuses --batch case --batch "$work/empty" --against "$work/old.csv"
refuses --batch case --batch "$late" --against "$work/old.csv"
refuses --batch case "$late" --batch "$work/folder" --against "$work/old.csv"
refuses --against case --batch "$work/folder"
refuses --batch case --against "$work/old.csv" "$late"
refuses --batch case --batch "$work/folder" --against "$work/old.csv" --steps
exit "$failed"
