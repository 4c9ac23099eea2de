#!/usr/bin/env bash
# The study's tables, pictures and text, made again by the program: a few seconds.
# usage, in the project's folder: bash examples/study/make.sh [FOLDER]   (FLEKS names another program than build/release/fleks)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=${1:-$here}
mkdir -p "$out"
PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$here/study.py" "${FLEKS:-$here/../../build/release/fleks}" "$here/.." "$out"
echo "$out: README.md, hours.csv, hours-2026.svg, years.svg, families.svg, proposals.svg"
