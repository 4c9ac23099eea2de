#!/usr/bin/env bash
# usage: doors.sh [NAME...]
# The doors that need a machine of their own (browser, database, spreadsheet, R, mono, provers): each script of tests/doors
# installs what it needs, builds, and tests. None named: all of them.
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
  if bash "tests/doors/$name.sh" </dev/null; then
    echo "$name: passed ($((SECONDS - start)) s)"
  else
    echo "$name: failed ($((SECONDS - start)) s)"
    failed+=("$name")
  fi
done
[ ${#failed[@]} -eq 0 ] || {
  echo "Failed: ${failed[*]}"
  exit 1
}
