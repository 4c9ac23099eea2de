#!/usr/bin/env bash
# examples/distributed: the bytes of fleks population from Dask workers on loopback, and from plain pipes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "$1"; exit 1; }
cd "$work"
"$FLEKS" sample --rows 30000 --seed 9 -o in.csv
"$FLEKS" population in.csv -o expected.csv

# As a stream step (examples/distributed/STREAMS.md): lines of any part of the file, the header added for each part
tail -n +2 in.csv | split -l 7000 --filter="{ head -n 1 $work/in.csv; cat; } | \"$FLEKS\" population - -o - --jobs 1 | tail -n +2" >parts.csv
tail -n +2 expected.csv | cmp - parts.csv || fail 'parts through pipes give other rows'

python=
for candidate in /usr/bin/python3 python3; do
  if "$candidate" -c 'import distributed, pandas' 2>/dev/null; then python=$candidate; break; fi
done
if [ -z "$python" ]; then
  echo 'python3-distributed and python3-pandas are not installed: the Dask run is left out'
  exit 77
fi
# Python itself is not built with the sanitizers, and then cannot load a library that is.
if grep -q __asan_init "$FLEKS_BINARY_DIR/libfleks_c.so"; then exit 77; fi
timeout 100 "$python" "$FLEKS_SOURCE_DIR/examples/distributed/dask_population.py" "$FLEKS_BINARY_DIR/libfleks_c.so" in.csv out.csv --workers 2 --block-rows 4000 \
  >said 2>&1 || { cat said; fail 'the Dask run failed'; }
cmp expected.csv out.csv || fail 'Dask gives other bytes'

# What was paid on ledighedsydelse is a column too, needed to March 2022 (FLT-12).
{
  echo 'id,month,am_income,own_pension,employer_pension,ledighedsydelse_days,ledighedsydelse'
  for i in $(seq 1 400); do echo "$i,2021-0$((i % 9 + 1)),$((8000 + i * 13)).50,0,0,$((i % 4)),$((i % 4 * 800)).00"; done
} >paid.csv
"$FLEKS" population paid.csv -o expected.csv
timeout 100 "$python" "$FLEKS_SOURCE_DIR/examples/distributed/dask_population.py" "$FLEKS_BINARY_DIR/libfleks_c.so" paid.csv out.csv --workers 1 --block-rows 300 \
  >said 2>&1 || { cat said; fail 'the Dask run with ledighedsydelse failed'; }
cmp expected.csv out.csv || fail 'Dask gives other bytes with ledighedsydelse'
