#!/usr/bin/env bash
# A course of three years, month by month with each rule: start on the 15th, raise, holiday, sickness, job change, end.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"

cd "$FLEKS_SOURCE_DIR" || exit 1
same_as three_years.txt 0 "$FLEKS" case examples/cases/three_years.json --steps
same_as three_years_correction.txt 0 "$FLEKS" case examples/cases/three_years.json --correct-from 2022-09 --as-of 2023-03-01
finish
