#!/usr/bin/env bash
# Each write, read, opening, move, sync and thread of each task fails once, and its memory ends once and for good: what is there
# afterwards is the old file or the whole new one, all of a run's or none, with a message and an exit code that fit; and the next run
# works. Of the requests for memory each FLEKS_FAULTS pct. further on fails (0: each of them), or with FLEKS_FAULTS=places the first and
# the last of each place of the program that asks, once in all tasks; FLEKS_KILLS runs are killed, FLEKS_TASKS are the tasks.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
cc=$(command -v cc || command -v gcc) || exit 77
ldd "$FLEKS" | grep -q 'lib[at]san' && exit 77
cd "$work" || exit 1
"$cc" -O1 -shared -fPIC -o shim.so "$FLEKS_SOURCE_DIR/tests/programs/faults/shim.c" -ldl || exit 1
"$FLEKS" sample --rows 40000 --seed 3 >people.csv
{ sed 's/$/,15272/; 1s/15272$/paid/' people.csv | head -n 300; } >paid.csv
echo 'x,2024-03,abc,0,0,,,,,,,,' >>people.csv
cp "$FLEKS_SOURCE_DIR/examples/cases/late_wage_report.json" case.json
cp case.json second.json
cp "$FLEKS_SOURCE_DIR/examples/income/01-plain-month.xml" answer.xml

points=0
declare -A points_of
stdio_step=29
: >seen
# turns CALL command...: which calls of that kind fail, in order: each one, but of the thousands of requests for memory some.
turns() {
  local call=$1
  shift
  case $call in
    alloc | memory)
      if [ "${FLEKS_FAULTS:-60}" = places ]; then
        env LD_PRELOAD="$work/shim.so" FAULT_CALL=places FAULT_MARK="$work/places" setarch -R "$FLEKS" "$@" >/dev/null 2>&1
        awk 'FILENAME == "seen" { if ($1 == call) seen[$2]; next } $2 in seen { next } !($2 in first) { first[$2] = $1 } { last[$2] = $1 }
          END { for (p in first) { print call, p >>"seen"; print first[p]; if (last[p] != first[p]) print last[p] } }' \
          call="$call" seen places | sort -n
      else
        awk -v pct="${FLEKS_FAULTS:-60}" 'BEGIN { for (at = 1; at <= 1000000; at = at < 8 ? at + 1 : at + int(at * pct / 100) + 1) print at }'
      fi
      ;;
    stdio) seq 1 "$stdio_step" 1000000 ;;
    *) seq 1000000 ;;
  esac
}
is_asked() { [ -z "${FLEKS_TASKS:-}" ] || [[ " $FLEKS_TASKS " = *" $1 "* ]]; }
calls='write read open rename exchange fsync thread mkdir readdir stdio alloc memory'
# task NAME "FILES..." command...: FILES are what it writes.
task() {
  local name=$1 files=$2 call at got file
  shift 2
  is_asked "$name" || return 0
  "$FLEKS" "$@" >stdout 2>/dev/null
  local good=$?
  for file in $files; do mv "$file" "new.$file"; done
  mv stdout new.stdout
  for call in $calls; do
    turns $call "$@" >turns
    while read -r at <&3; do
      for file in $files; do echo "old $file" >"$file"; done
      rm -f mark
      env LD_PRELOAD="$work/shim.so" FAULT_CALL=$call FAULT_AT=$at FAULT_MARK="$work/mark" FAULT_ERRNO=5 "$FLEKS" "$@" >stdout 2>err
      got=$?
      [ -e mark ] || break
      points=$((points + 1))
      points_of[$name]=$((${points_of[$name]:-0} + 1))
      if [ "$got" -eq "$good" ]; then
        for file in $files; do cmp -s "$file" "new.$file" || fail "$name: $call $at fails, exit $got, and $file is not the whole new one"; done
        cmp -s stdout new.stdout || fail "$name: $call $at fails, exit $got, and standard output is not whole"
      else
        [ "$got" -eq 2 ] || fail "$name: $call $at fails: exit $got"
        grep -q '^fleks: .' err || fail "$name: $call $at fails without a message"
        # Of a workbook that is not whole nobody knows whether memory or room was refused.
        case $call,$name in
          *,*xlsx) ;;
          alloc,* | memory,*) grep -q hukommelse err || fail "$name: $call $at is told as: $(cat err)" ;;
        esac
        for file in $files; do [ "$(cat "$file")" = "old $file" ] || fail "$name: $call $at fails, and $file is not the old one"; done
      fi
      [ -z "$(find . -name '*.part-*')" ] || fail "$name: $call $at leaves a part: $(find . -name '*.part-*')"
      rm -f ./*.part-*
    done 3<turns
  done
  for file in $files; do rm -f "$file" "new.$file"; done
}
task population 'out.csv left.csv summary.json picture.svg' population people.csv -o out.csv --bad-rows left.csv --summary summary.json \
  --picture picture.svg --jobs 2
task audit out.csv audit --batch paid.csv -o out.csv
task sample out.csv sample --rows 3000 -o out.csv
task case out.txt case case.json -o out.txt
task hours out.svg hours --year 2025 --hourly-wage 200 --municipal-tax 25 --to 5 --format svg -o out.svg
task cases out.txt case case.json second.json -o out.txt
task said '' case case.json second.json --format json
task income out.json income answer.xml -o out.json --fetched 2024-09-01
task municipality out.json municipality --case case.json --format json -o out.json
task month out.json month --month 2024-03 --am-income 15600 --format json -o out.json

task xlsx out.xlsx month --month 2024-03 --am-income 15600 --format xlsx -o out.xlsx
# Larger ones by the same writer: what their files cannot take, the full disk below tries.
every=$calls step=$stdio_step
calls='rename stdio alloc memory' stdio_step=2003
task hours_xlsx out.xlsx hours --year 2025 --hourly-wage 200 --municipal-tax 25 --from 5 --to 6 --format xlsx -o out.xlsx
task case_xlsx out.xlsx case case.json --format xlsx -o out.xlsx
calls=$every stdio_step=$step
"$FLEKS" month --month 2024-03 --am-income 15600 --format xlsx -o given.xlsx
task from_xlsx out.json month --from-xlsx given.xlsx --format json -o out.json
mkdir kept results cases
"$FLEKS" month --month 2024-03 --am-income 15600 --format json -o kept/month.json
for name in a b; do
  cp case.json "cases/$name.json"
  "$FLEKS" case case.json --format json -o "results/$name.json"
done
"$FLEKS" rates --format csv | sed 's/^\(fleksloentilskud_max_month,2024-01-01,2024-12-31\),[0-9]*/\1,19000/' >other.csv
task verify out.txt verify kept/month.json -o out.txt
# Of several a file that cannot be read has its line; what cannot be written, and memory, is no file's.
every=$calls
calls='write rename exchange fsync thread alloc memory'
task verify_all out.txt verify kept results -o out.txt
task impact_all out.json impact results --new-rates other.csv --format json -o out.json
task changed_all out.json case --batch cases --against other.csv --format json -o out.json
calls=$every
rm results/b.json cases/b.json
task record out.json record kept/month.json -o out.json
task impact out.json impact results --new-rates other.csv --format json -o out.json
task changed out.json case --batch cases --against other.csv --format json -o out.json

# What a file may be is limited at each kilobyte: so writes fail also where the C library buffers them, as on a full disk.
# on_a_full_disk STEP command...: the sizes a file may have, so far from each other.
on_a_full_disk() {
  local step=$1 kilobytes got
  shift
  "$FLEKS" "$@" --format xlsx -o whole.xlsx
  for ((kilobytes = 1; kilobytes <= 40 * step; kilobytes += step)); do
    echo old >out.xlsx
    (
      trap '' XFSZ
      ulimit -f "$kilobytes"
      exec "$FLEKS" "$@" --format xlsx -o out.xlsx 2>err
    )
    got=$?
    if [ "$got" -eq 0 ]; then
      cmp -s out.xlsx whole.xlsx || fail "$1: files of $kilobytes kilobytes at most: exit 0, and out.xlsx is not whole"
    else
      [ "$got" -eq 2 ] && [ "$(cat out.xlsx)" = old ] && grep -q 'ikke plads' err ||
        fail "$1: files of $kilobytes kilobytes at most: exit $got, $(cat err)"
    fi
  done
  [ "$got" -eq 0 ] || fail "$1: no file was large enough"
  if TMPDIR=/not/there "$FLEKS" "$@" --format xlsx -o out.xlsx 2>err; then fail "$1: no TMPDIR: exit 0"; fi
  grep -q 'not/there.*mappen findes ikke' err || fail "$1: no TMPDIR: $(cat err)"
  rm -f out.xlsx whole.xlsx
}
if is_asked full_disk; then
  on_a_full_disk 1 month --month 2024-03 --am-income 15600
  on_a_full_disk 12 hours --year 2025 --hourly-wage 200 --municipal-tax 25 --from 5 --to 6
  on_a_full_disk 12 case case.json
fi

# A folder of citizens, where another run has been: what a fault stops is one citizen's or the run's; a row stands only by the papers of
# its own run, each file is the old one or the whole new one, and the run after it makes the folder of a run that nothing befell.
mkdir answers
cp "$FLEKS_SOURCE_DIR/examples/income/01-plain-month.xml" answers/one.xml
cp "$FLEKS_SOURCE_DIR/examples/income/01-plain-month.xml" answers/two.xml
with_ceiling() {
  local ceiling=$1
  shift
  env "$@" "$FLEKS" income --batch answers -o done --fetched 2024-09-01 --ceiling "$ceiling" >stdout 2>err
}
batch() { with_ceiling 27800 "$@"; }
# is_of_one_run WHAT: what lies in done/ may lie there at any moment.
is_of_one_run() {
  local place file run
  for place in one two; do
    while read -r file; do
      cmp -s "done/$place/$file" "new.done/$place/$file" || cmp -s "done/$place/$file" "old.done/$place/$file" ||
        fail "$1, and $place/$file is neither the old one nor the new one"
    done < <(cd "done/$place" && find . -type f ! -name row.csv ! -name '*.part*')
    [ -e "done/$place/row.csv" ] || continue
    # What the machine would not do is no fault of the file that is kept.
    if grep -q '^failed - ' "done/$place/row.csv" || grep -q '^failed -$' "done/$place/row.csv"; then continue; fi
    for run in new old none; do
      if [ "$run" = none ] || diff -rq -x '*.part' "done/$place" "$run.done/$place" >/dev/null; then break; fi
    done
    [ "$run" != none ] || fail "$1, and by the row of $place are not its papers: $(head -c 300 "done/$place/row.csv"; ls "done/$place")"
  done
}
if is_asked income_batch; then
mkdir done
with_ceiling 20000
mv done old.done
batch A=
good=$?
[ "$(find done -name row.csv | wc -l)" -eq 2 ] || fail "the folder is not done: $(cat err)"
mv done new.done
for file in one/row.csv one/payment.txt sheet.csv sheet.xlsx; do ! cmp -s old.done/$file new.done/$file || fail "the old $file is the new one"; done
points_of[income_batch]=0
stdio_step=1
for call in $calls; do
  rm -rf done
  cp -r old.done done
  turns $call income --batch answers -o done --fetched 2024-09-01 --ceiling 27800 >turns
  while read -r at <&3; do
    rm -rf done mark
    cp -r old.done done
    batch LD_PRELOAD="$work/shim.so" FAULT_CALL=$call FAULT_AT=$at FAULT_MARK="$work/mark" FAULT_ERRNO=5
    got=$?
    [ -e mark ] || break
    points=$((points + 1))
    points_of[income_batch]=$((points_of[income_batch] + 1))
    at="income --batch: $call $at fails"
    [ -z "$(find done -name '*.part*')" ] || fail "$at and leaves a part: $(find done -name '*.part*')"
    is_of_one_run "$at"
    case $got in
      "$good") diff -r done new.done >differences || fail "$at, exit $got, and the folder is not whole: $(head -n 3 differences)" ;;
      1)
        # The sheets tell of the citizen that failed.
        python3 - <<'P' || fail "$at, exit 1, and the sheets are not whole"
import csv, sys, zipfile
said = list(csv.reader(open('done/sheet.csv', encoding='utf-8'), delimiter=';'))
with zipfile.ZipFile('done/sheet.xlsx') as book:
    assert book.testzip() is None and len(book.namelist()) == 6, book.namelist()
    cells = book.read('xl/worksheets/sheet1.xml').decode()
assert len(said) == 3 and cells.count('<row ') == 3 and any('fejl: ' in row[5] for row in said) and 'fejl: ' in cells, (said, cells)
P
        ;;
      2)
        grep -q '^fleks: .' err || fail "$at without a message"
        case $call in
          alloc | memory) grep -q hukommelse err || fail "$at and is told as: $(cat err)" ;;
        esac
        for file in sheet.csv sheet.xlsx; do
          cmp -s done/$file old.done/$file || cmp -s done/$file new.done/$file || fail "$at, and $file is neither the old one nor the new one"
        done
        ;;
      *) fail "$at: exit $got" ;;
    esac
    batch A=
    [ $? -eq "$good" ] || fail "the run after: $at ends otherwise: $(cat err)"
    diff -r done new.done >differences || fail "the run after: $at leaves: $(head -n 3 differences)"
  done 3<turns
done
# Killed at random moments.
for ((i = 0; i < ${FLEKS_KILLS:-40}; ++i)); do
  rm -rf done
  cp -r old.done done
  "$FLEKS" income --batch answers -o done --fetched 2024-09-01 --ceiling 27800 >stdout 2>err &
  sleep "0.0$((RANDOM % 4))$((RANDOM % 10))"
  kill -KILL $! 2>/dev/null
  wait $! 2>/dev/null
  is_of_one_run 'income --batch: killed'
  batch A=
  [ -z "$(find done -name '*.part*')" ] || fail "income --batch: the run after a kill leaves a part: $(find done -name '*.part*')"
  diff -r done new.done >differences || fail "income --batch: the run after a kill leaves: $(head -n 3 differences)"
done
fi
rm -rf old.done
rm -rf done new.done

for name in "${!points_of[@]}"; do
  echo "$name: ${points_of[$name]} faults"
  [ "${FLEKS_FAULTS:-60}" = places ] || [ "${points_of[$name]}" -gt 25 ] || fail "$name: only ${points_of[$name]} faults were made"
done
echo "$points faults in all"

# Killed at random moments: the old file or the whole new one, and the next run works and tells what it takes away.
"$FLEKS" population people.csv -o new.csv --bad-rows left.csv 2>/dev/null
whole=0
kills=${FLEKS_KILLS:-40}
for ((i = 0; i < kills; ++i)); do
  echo old >out.csv
  "$FLEKS" population people.csv -o out.csv --bad-rows left.csv 2>/dev/null &
  sleep "0.0$((RANDOM % 10))$((RANDOM % 10))"
  kill -KILL $! 2>/dev/null
  wait $! 2>/dev/null
  if cmp -s out.csv new.csv || [ "$(cat out.csv)" = old ]; then whole=$((whole + 1)); fi
done
[ "$whole" -eq "$kills" ] || fail "killed: $((kills - whole)) of $kills are neither the old file nor the new one"
echo "killed: $whole of $kills whole"
: >out.csv.part-abc123
"$FLEKS" population people.csv -o out.csv --bad-rows left.csv 2>err || fail 'after a kill the next run does not work'
grep -q 'out.csv.part-abc123 er fjernet' err || fail "what a killed run left is not told: $(cat err)"
cmp -s out.csv new.csv && [ -z "$(find . -name '*.part-*')" ] || fail 'what a killed run left is still there'
finish
