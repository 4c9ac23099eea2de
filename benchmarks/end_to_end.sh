#!/usr/bin/env bash
# CSV to CSV: fleks population beside reading and writing the same bytes, and beside a pandas script of the same rule.
# usage: end_to_end.sh [ROWS [PANDAS_ROWS]]     in the project's folder, after the release build
set -euo pipefail
rows=${1:-20000000} pandas_rows=${2:-1000000}
fleks=build/release/fleks
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The columns of the contract with a ceiling; the full synthetic file has six more.
"$fleks" sample --rows "$rows" --seed 1 | cut -d, -f1-5,9 >"$work/in.csv"

# seconds COMMAND: the best of three, and the most memory of any
seconds() {
  local best= each
  for _ in 1 2 3; do
    /usr/bin/env bash -c 'TIMEFORMAT=%R; { time eval "$1" >/dev/null 2>"$2/err"; } 2>&1' _ "$1" "$work" >"$work/time"
    each=$(cat "$work/time")
    best=$(printf '%s\n%s\n' "${best:-$each}" "$each" | sort -n | head -n 1)
  done
  echo "$best"
}
show() { awk -v what="$1" -v s="$2" -v n="$3" -v one="${4:-$2}" 'BEGIN { printf "%-44s %8.2f s %8.2f million rows/s   %5.1f\n", what, s, n / s / 1e6, s / one }'; }
echo "$rows rows, $(stat -c %s "$work/in.csv") bytes in; the last column is the time as a multiple of fleks on all cores"
all=$(seconds "$fleks population $work/in.csv -o $work/out.csv")
show 'fleks population, all cores' "$all" "$rows" "$all"
show 'fleks population, --jobs 1' "$(seconds "$fleks population $work/in.csv -o $work/out.csv --jobs 1")" "$rows" "$all"
show 'the same, written to /dev/null' "$(seconds "$fleks population $work/in.csv -o /dev/null")" "$rows" "$all"
show 'wc -l of the input' "$(seconds "wc -l $work/in.csv")" "$rows" "$all"
show 'cat input | cat > file' "$(seconds "cat $work/in.csv | cat > $work/copy")" "$rows" "$all"
show 'cat output | cat > file' "$(seconds "cat $work/out.csv | cat > $work/copy")" "$rows" "$all"
rm -f "$work/copy"
python3 - "$fleks" "$work" <<'END'
import resource, subprocess, sys
subprocess.run([sys.argv[1], 'population', sys.argv[2] + '/in.csv', '-o', sys.argv[2] + '/out.csv'], check=True)
print(f'most memory of fleks population: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MiB')
END
python=/usr/bin/python3
"$python" -c 'import pandas' 2>/dev/null || { echo 'python3-pandas is not installed: no comparison with pandas'; exit 0; }
head -n $((pandas_rows + 1)) "$work/in.csv" >"$work/part.csv"
mine=$(seconds "$fleks population $work/part.csv -o $work/mine.csv")
echo "$pandas_rows rows:"
show 'fleks population, all cores' "$mine" "$pandas_rows" "$mine"
show 'pandas, benchmarks/pandas_population.py' "$(seconds "$python benchmarks/pandas_population.py $fleks $work/part.csv $work/pandas.csv")" "$pandas_rows" "$mine"
echo "rows that pandas gives another subsidy, in floating point: $(cut -d, -f1,2,7 "$work/pandas.csv" | diff - <(cut -d, -f1,2,7 "$work/mine.csv") | grep -c '^<' || true)"
