#!/usr/bin/env bash
# The guide's pictures are what the program draws today, by the commands that stand beside them there. FLEKS_WRITE_EXPECTED=1 draws them anew.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"

# is_picture NAME: the picture drawn is the guide's.
is_picture() {
  if [ -n "${FLEKS_WRITE_EXPECTED:-}" ]; then
    cp "$work/$1" "$FLEKS_SOURCE_DIR/examples/pictures/$1"
  else
    cmp "$work/$1" "$FLEKS_SOURCE_DIR/examples/pictures/$1" || fail "examples/pictures/$1 is not what the program draws"
  fi
  python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])' "$work/$1" || fail "$1 is no XML"
  grep -nE '(pct|kr)\.\.' "$work/$1" && fail "two full stops in $1"
}
runs 0 "$FLEKS" hours --year 2025 --hourly-wage 200 --municipality København --format svg -o "$work/hours.svg"
is_picture hours.svg
runs 0 "$FLEKS" sample --rows 24000 --seed 1 -o "$work/population.csv"
runs 0 "$FLEKS" population "$work/population.csv" -o "$work/result.csv" --picture "$work/population.svg"
is_picture population.svg
finish
