#!/usr/bin/env bash
# fleks web: the page where it was built in, byte for byte; where it was not, how to build it, and nothing written.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"

page=$(sed -n 's/^FLEKS_PAGE:FILEPATH=//p' "$FLEKS_BINARY_DIR/CMakeCache.txt")
[ -n "$page" ] || fail 'no page is named'
if [ -e "$page" ]; then
  runs 0 "$FLEKS" web -o "$work/fleks.html"
  cmp "$page" "$work/fleks.html" || fail 'another page than the one that was built'
  runs 0 "$FLEKS" web
  cmp "$page" "$work/out" || fail 'another page on standard output'
  grep -q '^<!doctype html>' "$work/fleks.html" || fail 'not a page'
  refuses "$work/no/such/fleks.html" "$FLEKS" web -o "$work/no/such/fleks.html"
else
  for language in da en; do
    runs 2 "$FLEKS" web -o "$work/fleks.html" --lang "$language"
    [ ! -e "$work/fleks.html" ] && [ ! -s "$work/out" ] || fail 'something was written'
    grep -q 'examples/web/build.sh' "$work/err" || fail "does not say how: $(cat "$work/err")"
  done
  grep -q 'is not built into this program' "$work/err" || fail "not in English: $(cat "$work/err")"
fi
refuses '--month' "$FLEKS" web --month 2024-03
finish
