#!/usr/bin/env bash
# The conformance kit: its cases are what the program says, and its runner finds every difference, in the program and in answers.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "$1"; exit 1; }
export PYTHONDONTWRITEBYTECODE=1
kit=$FLEKS_SOURCE_DIR/examples/conformance
run() { status=0; /usr/bin/python3 "$kit/run.py" "$@" >"$work/out" 2>"$work/err" || status=$?; }

/usr/bin/python3 "$kit/generate.py" "$FLEKS" "$FLEKS_SOURCE_DIR/examples" >"$work/cases.jsonl"
diff "$kit/cases.jsonl" "$work/cases.jsonl" >"$work/diff" || fail "the program says otherwise than the kit: $(cut -c1-300 "$work/diff" | head -n 6)"
[ "$(wc -l <"$kit/cases.jsonl")" -ge 200 ] || fail 'the kit has fewer cases than it says'
grep -qF '{"id":"month-055","task":"month","facts":{"month":"2024-03","am_income":"15600"},' "$kit/cases.jsonl" || fail 'the case of the README is another'

sed -n '1~12p' "$kit/cases.jsonl" >"$work/some.jsonl"
run --program "$FLEKS" "$work/some.jsonl"
[ "$status" -eq 0 ] || fail "the program is not as expected: $(cat "$work/out" "$work/err")"

# A system that answers everything, and one with one amount, one length and one refusal wrong.
/usr/bin/python3 - "$kit/cases.jsonl" "$work" <<'EOF'
import json, sys
cases = [json.loads(line) for line in open(sys.argv[1])]
def answers(name, change):
    with open(f'{sys.argv[2]}/{name}', 'w') as out:
        for case in cases:
            result = json.loads(json.dumps(case['expected']))
            out.write(json.dumps({'id': case['id'], 'result': change(case, {**result, 'more': 'of their own'})}) + '\n')
def spoilt(case, result):
    if case['id'] == 'month-001':
        result['fleksloentilskud'] = '1.00'
    if case['id'] == 'case-three_years':
        result['months'] = result['months'][1:]
    if result.get('refused') == 'ceiling':
        result = {'fleksloentilskud': '0.00'}
    return result
answers('good.jsonl', lambda case, result: result)
answers('spoilt.jsonl', spoilt)
EOF
run --answers "$work/good.jsonl"
[ "$status" -eq 0 ] && grep -q 'cases as expected' "$work/out" || fail "good answers: exit $status"
run --answers "$work/spoilt.jsonl"
[ "$status" -eq 1 ] && [ "$(wc -l <"$work/out")" -eq 4 ] || fail "three wrong answers: exit $status, $(cat "$work/out")"
for told in 'month-001: fleksloentilskud: expected' 'case-three_years: months: expected' 'refused: expected "ceiling"'; do
  grep -qF "$told" "$work/out" || fail "it is not told: $told"
done
head -n 5 "$work/good.jsonl" >"$work/few.jsonl"
run --answers "$work/few.jsonl"
[ "$status" -eq 2 ] || fail "missing answers: exit $status"
echo '{"id":' >"$work/broken.jsonl"
run --answers "$work/broken.jsonl"
[ "$status" -eq 2 ] && grep -q 'cannot be read' "$work/err" || fail "an unreadable file: exit $status"
run --answers "$work/none.jsonl"
[ "$status" -eq 2 ] || fail "no file: exit $status"
