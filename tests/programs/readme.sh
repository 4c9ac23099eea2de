#!/usr/bin/env bash
# What the README and the guide's pages show is what the program and the example say.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
readme=$FLEKS_SOURCE_DIR/README.md
guide=$FLEKS_SOURCE_DIR/examples/guide

# holds FILE: the README has these lines, one after the other.
holds() {
  python3 -c 'import sys; sys.exit(open(sys.argv[2]).read().strip("\n") not in open(sys.argv[1]).read())' "$readme" "$1" || fail "not in the README: $2"
}

command=$(grep -m 1 '^build/release/fleks month .*--paid-hours' "$readme")
# shellcheck disable=SC2086
runs 0 "$FLEKS" ${command#build/release/fleks }
sed '/^Regler$/,$d' "$work/out" | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}' >"$work/part"
holds "$work/part" 'the first result'

readme=$guide/program.md
command=$(grep -m 1 '^build/release/fleks audit' "$readme")
# shellcheck disable=SC2086
runs 1 "$FLEKS" ${command#build/release/fleks }
holds "$work/out" 'the audit'

runs 2 "$FLEKS" month --month 2024-03 --am-income 1e4 --lang en
holds "$work/err" 'the message'

readme=$guide/library.md
sed '1,/^$/d' "$FLEKS_SOURCE_DIR/examples/one_month.cpp" >"$work/snippet"
holds "$work/snippet" 'examples/one_month.cpp'
runs 0 "$FLEKS_BINARY_DIR/examples/one_month"
holds "$work/out" 'what examples/one_month.cpp prints'
readme=$FLEKS_SOURCE_DIR/src/package/doxygen/0_first.md holds "$work/out" 'what examples/one_month.cpp prints, on the pages'

version=$("$FLEKS" --version | sed -n 's/^rates //p')
[ -n "$version" ] && grep -qF "\`$version\`" "$FLEKS_SOURCE_DIR/README.md" && grep -qF "\`$version\`" "$guide/library.md" || fail "not the version of the rates: $version"

lines=$(wc -l <"$FLEKS_SOURCE_DIR/README.md")
[ "$lines" -le 200 ] || fail "the README has $lines lines"
for task in $("$FLEKS" --help --lang en | sed -n 's/^  fleks \([a-z-]*\) .*/\1/p' | sort -u); do
  grep -q "fleks $task" "$FLEKS_SOURCE_DIR/README.md" || fail "not in the README: fleks $task"
done

# Every field of the JSON is in the glossary.
runs 0 "$FLEKS" month --month 2024-03 --am-income 15600 --expect 15272 --format json
python3 - "$guide/glossary.md" "$work/out" <<'END' || fail 'the glossary lacks a field'
import json, sys
text, j = open(sys.argv[1]).read(), json.load(open(sys.argv[2]))
missing = [key for key in [*j, *j['steps'][0]] if f'`{key}`' not in text]
print(*missing)
sys.exit(bool(missing))
END
finish
