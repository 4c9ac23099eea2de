#!/usr/bin/env bash
# usage: run.sh TARGET DICTIONARY SECONDS SEED...
# Fuzzes a reader, and says in one line what was tried and found; the whole story is in TARGET.log. What is found lies
# in TARGET.found: move it to found/ here when it is mended.
set -uo pipefail
target=$1 dictionary=$2 seconds=$3
shift 3
corpus=$target.corpus found=$target.found
mkdir -p "$corpus" "$found"
# The fuzzer takes folders: a seed that is a file is copied.
folders=()
for seed in "$@"; do
  if [ -d "$seed" ]; then folders+=("$seed"); else cp "$seed" "$corpus/"; fi
done
nice "$target" -max_total_time="$seconds" -timeout=10 -max_len=4096 -rss_limit_mb=2048 -print_final_stats=1 -dict="$dictionary" \
  -artifact_prefix="$found/" "$corpus" "${folders[@]}" >"$target.log" 2>&1
status=$?
tried=$(grep -oE 'number_of_executed_units: [0-9]+' "$target.log" | grep -oE '[0-9]+$')
last=$(grep -E '^#[0-9]+.* cov: ' "$target.log" | tail -n 1)
covered=$(grep -oE 'cov: [0-9]+' <<<"$last" | grep -oE '[0-9]+') features=$(grep -oE 'ft: [0-9]+' <<<"$last" | grep -oE '[0-9]+')
printf '%-18s %11s %6s %7s %5s\n' "$(basename "$target" | sed 's/^fuzz_//')" "${tried:-0}" "${covered:-0}" "${features:-0}" \
  "$(find "$found" -type f | wc -l)" | tee "$target.row"
if [ "$status" -ne 0 ] || [ "${tried:-0}" -eq 0 ]; then
  tail -n 60 "$target.log"
  exit 1
fi
