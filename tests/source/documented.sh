#!/usr/bin/env bash
# documented.sh DOXYFILE: the pages are made without a warning, and none of the main ones is empty.
set -uo pipefail
if ! command -v doxygen >/dev/null; then
  echo 'doxygen is not installed (packages_docs in examples/packages.sh)'
  exit 77
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
{ cat "$1"; echo "OUTPUT_DIRECTORY = $work"; } >"$work/Doxyfile"
doxygen "$work/Doxyfile" || exit 1
for page in index.html guide.html versioning.html changes.html contributing.html group__rules.html classfleks_1_1Exact.html; do
  if [ ! -s "$work/html/$page" ]; then
    echo "no page $page"
    exit 1
  fi
done
# What the names are worth nothing without: the law's own place, on the page of the month.
grep -q 'LAB §§ 123-124' "$work/html/group__statement.html" || { echo 'the subsidy is without its paragraphs'; exit 1; }
