#!/usr/bin/env bash
# Each write, read, opening, move, sync and thread of each task fails once, and its memory ends once and for good: what is there
# afterwards is the old file or the whole new one, all of a run's or none, with a message and an exit code that fit; and the next run
# works. Of the requests for memory each FLEKS_FAULTS pct. further on fails; FLEKS_KILLS runs are killed.
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
# The next call of that kind to fail: each one, but of the thousands of requests for memory some.
after() {
  case $1 in
    alloc | memory) echo $(($2 < 8 ? $2 + 1 : $2 + $2 * ${FLEKS_FAULTS:-60} / 100 + 1)) ;;
    *) echo $(($2 + 1)) ;;
  esac
}
# task NAME "FILES..." command...: FILES are what it writes.
task() {
  local name=$1 files=$2 call at got file
  shift 2
  "$FLEKS" "$@" >stdout 2>/dev/null
  local good=$?
  for file in $files; do mv "$file" "new.$file"; done
  mv stdout new.stdout
  for call in write read open rename exchange fsync thread alloc memory; do
    for ((at = 1; at <= 1000000; at = $(after $call $at))); do
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
        for file in $files; do [ "$(cat "$file")" = "old $file" ] || fail "$name: $call $at fails, and $file is not the old one"; done
      fi
      [ -z "$(find . -name '*.part-*')" ] || fail "$name: $call $at leaves a part: $(find . -name '*.part-*')"
      rm -f ./*.part-*
    done
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

# A folder of citizens: what a fault stops is one citizen's or the run's, each file that is there is whole, and the run after it makes
# the folder of a run that nothing befell.
mkdir answers
cp "$FLEKS_SOURCE_DIR/examples/income/01-plain-month.xml" answers/one.xml
cp "$FLEKS_SOURCE_DIR/examples/income/01-plain-month.xml" answers/two.xml
batch() { env "$@" "$FLEKS" income --batch answers -o done --fetched 2024-09-01 --ceiling 27800 >stdout 2>err; }
batch A=
good=$?
[ "$(find done -name row.csv | wc -l)" -eq 2 ] || fail "the folder is not done: $(cat err)"
mv done new.done
points_of[income_batch]=0
for call in write read open rename exchange fsync thread alloc memory; do
  for ((at = 1; at <= 1000000; at = $(after $call $at))); do
    rm -rf done mark
    batch LD_PRELOAD="$work/shim.so" FAULT_CALL=$call FAULT_AT=$at FAULT_MARK="$work/mark" FAULT_ERRNO=5
    got=$?
    [ -e mark ] || break
    points=$((points + 1))
    points_of[income_batch]=$((points_of[income_batch] + 1))
    case $got in
      "$good" | 1) ;;
      2) grep -q '^fleks: .' err || fail "income --batch: $call $at fails without a message" ;;
      *) fail "income --batch: $call $at fails: exit $got" ;;
    esac
    while read -r file; do
      cmp -s "done/$file" "new.done/$file" || fail "income --batch: $call $at fails, and $file is neither absent nor whole"
    done < <(cd done 2>/dev/null && find . -type f ! -name row.csv ! -name 'sheet.csv' ! -name 'sheet.xlsx' ! -name '*.part*' ! -name '.*')
    batch A= || [ "$good" -ne 0 ] || fail "income --batch: the run after $call $at ends with $?: $(cat err)"
    diff -r done new.done >differences || fail "income --batch: the run after $call $at leaves: $(head -n 3 differences)"
  done
done
rm -rf done new.done

for name in "${!points_of[@]}"; do
  echo "$name: ${points_of[$name]} faults"
  [ "${points_of[$name]}" -gt 25 ] || fail "$name: only ${points_of[$name]} faults were made"
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
