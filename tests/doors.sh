#!/usr/bin/env bash
# usage: doors.sh [NAME...]
# What needs a machine or a time of its own (clang at -O3, every pair of options, browser, database, spreadsheet, R, mono, provers,
# another processor): each script of tests/doors installs what it needs, builds, and tests. None named: all of them.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
shopt -s nullglob
known=(tests/doors/*.sh)
known=("${known[@]##*/}")
known=("${known[@]%.sh}")

names=("$@")
[ ${#names[@]} -gt 0 ] || names=("${known[@]}")
for name in "${names[@]}"; do
  [ -f "tests/doors/$name.sh" ] || {
    echo "There is no door »$name«. These are: ${known[*]}" >&2
    exit 2
  }
done

failed=()
for name in "${names[@]}"; do
  echo "== $name"
  start=$SECONDS
  status=0
  bash "tests/doors/$name.sh" </dev/null || status=$?
  case $status in
    0) echo "$name: passed ($((SECONDS - start)) s)" ;;
    77) echo "$name: left out, see above ($((SECONDS - start)) s)" ;;
    *)
      echo "$name: failed ($((SECONDS - start)) s)"
      failed+=("$name")
      ;;
  esac
done
[ ${#failed[@]} -eq 0 ] || {
  echo "Failed: ${failed[*]}"
  exit 1
}
