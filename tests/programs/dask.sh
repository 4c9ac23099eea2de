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
# The package as the wheel has it, without a build: what examples/python makes of the header, and the library beside it.
package=$work/package
mkdir "$package"
cp -r "$FLEKS_SOURCE_DIR/examples/python/fleks" "$package/"
"$python" "$FLEKS_SOURCE_DIR/examples/python/from_header.py" "$FLEKS_SOURCE_DIR/include/fleks/fleks.h" >"$package/fleks/_interface.py"
ln -s "$FLEKS_BINARY_DIR/libfleks_c.so" "$package/fleks/"
export PYTHONPATH=$package PYTHONDONTWRITEBYTECODE=1
dask() { timeout 300 "$python" "$FLEKS_SOURCE_DIR/examples/distributed/dask_population.py" "$@"; }

dask in.csv out.csv --workers 2 --block-bytes 300000 >said 2>&1 || { cat said; fail 'the Dask run failed'; }
cmp expected.csv out.csv || fail 'Dask gives other bytes'

# What was paid on ledighedsydelse is a column too, needed to March 2022 (FLT-12).
{
  echo 'id,month,am_income,own_pension,employer_pension,ledighedsydelse_days,ledighedsydelse'
  for i in $(seq 1 400); do echo "$i,2021-0$((i % 9 + 1)),$((8000 + i * 13)).50,0,0,$((i % 4)),$((i % 4 * 800)).00"; done
} >paid.csv
"$FLEKS" population paid.csv -o expected.csv
dask paid.csv out.csv --workers 1 --block-bytes 9000 >said 2>&1 || { cat said; fail 'the Dask run with ledighedsydelse failed'; }
cmp expected.csv out.csv || fail 'Dask gives other bytes with ledighedsydelse'

# A row that cannot be computed stops the run, with its place, and leaves no file that looks done.
sed '200s/,2021-[0-9-]*,/,2021-13,/' paid.csv >wrong.csv
rm out.csv
if dask wrong.csv out.csv --workers 1 --block-bytes 9000 >said 2>&1; then fail 'a month that is none is computed'; fi
grep -q 'month: row .*2021-13' said && [ ! -e out.csv ] && [ ! -e out.csv.part ] || { cat said; fail 'a month that is none is not told'; }

# A worker that is killed in the middle: another does its blocks, and the bytes are the same.
"$FLEKS" sample --rows 120000 --seed 9 -o in.csv
"$FLEKS" population in.csv -o expected.csv
dask in.csv out.csv --workers 4 --block-bytes 30000 >said 2>&1 &
run=$!
for _ in $(seq 2000); do [ "$(stat -c %s out.csv.part 2>/dev/null || echo 0)" -gt 0 ] && break; sleep 0.05; done
worker=$(sed -n 's/^workers: \([0-9]*\) .*/\1/p' said)
[ -n "$worker" ] && kill -KILL "$worker" && [ -e out.csv.part ] || { cat said; fail 'no worker could be killed in the middle of the run'; }
wait "$run" || { cat said; fail 'the run does not survive a killed worker'; }
cmp expected.csv out.csv || fail 'a killed worker changes the bytes'
