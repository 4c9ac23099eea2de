#!/usr/bin/env bash
# What a run writes: all of it or nothing, with the mode and owner that were there, over links, beside what killed runs left; no
# two outputs in one stream; no means of nothing; no option without effect.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
mkdir "$work/here"
cd "$work/here" || exit 1
header=id,month,am_income,own_pension,employer_pension
printf '%s\n7,2024-03,15600,0,0\n' "$header" >people.csv
printf '%s\n7,2024-03,abc,0,0\n8,2024-13,1,0,0\n' "$header" >bad.csv
month=(month --month 2024-03 --am-income 15600)
people() { "$FLEKS" population people.csv "$@"; }

# A2: all outputs, or none
old() { for file in out.csv s.json p.svg; do echo "old $file" >"$file"; done; }
kept() { for file in out.csv s.json p.svg; do [ "$(cat "$file")" = "old $file" ] || fail "$file was replaced: $1"; done; }
old
refuses 'mappen findes ikke' people -o out.csv --summary s.json --picture none/p.svg
kept 'a picture cannot be written'
people -o out.csv --summary s.json --picture p.svg >/dev/full 2>err
[ $? -eq 2 ] || fail 'a full standard output is exit 0'
kept 'standard output is full'
people -o out.csv --summary s.json --picture /dev/full >said 2>err
[ $? -eq 2 ] && [ ! -s said ] || fail 'a full picture is exit 0, or said something'
kept 'the picture is full'
runs 0 people -o out.csv --summary s.json --picture p.svg
grep -q '^7,' out.csv && grep -q '"rows": 1' s.json && grep -q '</svg>' p.svg || fail 'not all outputs were written'

# A4: the same id and month again
{ cat people.csv; echo 7,2024-03,15600,0,0; } >twice.csv
runs 0 "$FLEKS" population twice.csv -o out.csv
grep -q '^fleks: 1 række har id og måned, der er angivet før (den første i linje 3)' "$work/err" || fail "a repeated row is not told: $(cat "$work/err")"
[ "$(wc -l <out.csv)" -eq 3 ] || fail 'a repeated row has no result'
runs 0 "$FLEKS" population twice.csv -o out.csv --repeats allowed
[ ! -s "$work/err" ] || fail 'an allowed row is told'
rm out.csv
refuses 'linje 3' "$FLEKS" population twice.csv -o out.csv --repeats refused
[ ! -e out.csv ] || fail 'a refused row has a result'

# A5: rows that all are bad
runs 1 "$FLEKS" population bad.csv -o out.csv --bad-rows left.csv --summary s.json
[ "$(wc -l <left.csv)" -eq 3 ] && [ "$(wc -l <out.csv)" -eq 1 ] || fail 'bad rows are not all set aside'
python3 -c "import json; j = json.load(open('s.json')); exit(not (j['rows'] == 0 and j['payout']['mean'] is None and j['payout']['deciles'] == []))" ||
  fail 'there is a mean of nothing'
grep -q 'gennemsnit.* -$' "$work/out" || fail "a mean of nothing is shown: $(cat "$work/out")"
python3 - "$FLEKS" <<'END' || fail 'memory grows with bad rows'
import resource, subprocess, sys
with open("many.csv", "w") as f:
    f.write("id,month,am_income,own_pension,employer_pension\n")
    for i in range(20_000): f.write(f'"{i} ' + "x" * 1500 + '",2024-03,abc,0,0\n')
run = subprocess.run([sys.argv[1], "population", "many.csv", "-o", "out.csv", "--bad-rows", "/dev/null", "--jobs", "2"], stderr=subprocess.DEVNULL)
sys.exit(run.returncode != 1 or resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss > 40_000)
END
rm many.csv

# A6: two outputs in one stream
for outputs in '-o - --bad-rows -' '-o - --summary -' '-o /dev/stdout --summary /dev/stdout' '-o - --picture /dev/stdout' '-o out.csv --summary - --picture -'; do
  # shellcheck disable=SC2086
  people $outputs 2>err | cat >said
  [ "${PIPESTATUS[0]}" -eq 2 ] && grep -q 'der skrives allerede til den' err && [ ! -s said ] || fail "two outputs in one: $outputs ($(cat err))"
done
people -o /dev/null --summary /dev/null --bad-rows /dev/null >said || fail 'nothing can be thrown away twice'
people -o out.csv --summary - 2>/dev/null | python3 -c 'import json, sys; json.load(sys.stdin)' || fail 'the table is mixed into the summary'
cp "$FLEKS_SOURCE_DIR/examples/cases/late_wage_report.json" a.json && sed 's/"id": *"/&b/' a.json >b.json
refuses '--format html' "$FLEKS" case a.json b.json --letter 2024-04 --format html

# B3, D4: the form of the answer
printf 'id;month;am_income;own_pension;employer_pension;paid\n=1+1;2024-03;15.600,00;0;0;15.272,00\n' >sheet.csv
grep -v paid sheet.csv >/dev/null
cut -d';' -f1-5 sheet.csv >sheet_people.csv
last() { "$FLEKS" "$@" 2>/dev/null | tail -n 1; }
[ "$(last population sheet_people.csv -o -)" = '=1+1;2024-03;4680,00;15272,00;0,00;0,00;15272,00;500,00;14772,00;222,00' ] || fail 'the form of a population'
[ "$(last population sheet_people.csv -o - --separator comma --excel-safe)" = "'=1+1,2024-03,4680.00,15272.00,0.00,0.00,15272.00,500.00,14772.00,222.00" ] || fail 'population in another form'
[ "$(last population people.csv -o - --separator semicolon --decimal point | cut -c1-18)" = '7;2024-03;4680.00;' ] || fail 'semicolons and points'
[ "$(last audit --batch sheet.csv -o -)" = '=1+1;2024-03;15272,00;15272,00;0,00;right;;' ] || fail 'the form of an audit'
[ "$(last audit --batch sheet.csv -o - --decimal point --excel-safe)" = "'=1+1;2024-03;15272.00;15272.00;0.00;right;;" ] || fail 'an audit in another form'
refuses '--separator comma' people -o - --decimal comma
refuses '--batch' "$FLEKS" audit "${month[@]:1}" --paid 15272 --excel-safe

# C1: no threads to be had: fewer, or exit 2
"$FLEKS" sample --rows 60000 --seed 5 >many.csv
"$FLEKS" population many.csv -o expected.csv --jobs 1
for kilobytes in 60000 120000 200000 400000; do
  rm -f out.csv
  (ulimit -v $kilobytes && "$FLEKS" population many.csv -o out.csv --jobs 8 2>err)
  got=$?
  case $got in
    0) cmp -s out.csv expected.csv || fail "with $kilobytes kB another result" ;;
    2 | 127) [ ! -e out.csv ] || fail "with $kilobytes kB half a result" ;;
    *) fail "with $kilobytes kB exit $got" ;;
  esac
  [ -z "$(find . -name '*.part-*')" ] || fail "with $kilobytes kB a part is left"
done
"$FLEKS" population many.csv -o out.csv --jobs 1000 && cmp -s out.csv expected.csv || fail 'a thousand threads give another result'

# C3: many case files are computed as they come, and all or none is written
mkdir many
for i in $(seq 300); do cp "$FLEKS_SOURCE_DIR/examples/cases/late_wage_report.json" "many/$i.json"; done
python3 - "$FLEKS" <<'END' || fail 'memory grows with the case files'
import glob, os, subprocess, sys, threading
def peak(files, *more):
    run = subprocess.Popen([sys.argv[1], "case", *files, "--format", "json", *more], stdout=open("said", "w"))
    _, status, used = os.wait4(run.pid, 0)
    assert status == 0, status
    return used.ru_maxrss
files = sorted(glob.glob("many/*.json"))
few, many, to_file = peak(files[:3]), peak(files), peak(files, "-o", "cases.json")
print(f"3 case files: {few} kB, 300: {many} kB, with -o: {to_file} kB; the result: {os.path.getsize('cases.json')} bytes", file=sys.stderr)
sys.exit(many > few + 20_000 or to_file > few + 20_000 or os.path.getsize("cases.json") < 20_000_000)
END
"$FLEKS" case many/*.json --format json >said && cmp said cases.json || fail 'standard output and -o differ'
python3 -c 'import json; exit(len(json.load(open("cases.json"))) != 300)' || fail 'not all cases are in the list'
"$FLEKS" case many/*.json --format json -o /dev/stdout | cmp - cases.json || fail 'a pipe named by -o differs'
echo old >cases.json
echo '{' >many/200.json.bad && mv many/200.json.bad many/200.json
refuses 'many/200.json' "$FLEKS" case many/*.json --format json
refuses 'many/200.json' "$FLEKS" case many/*.json --format json -o cases.json
[ "$(cat cases.json)" = old ] || fail 'half the cases were written'
cp many/1.json many/200.json
refuses 'many/7.json' "$FLEKS" case many/*.json -o many/7.json
cmp -s many/7.json many/1.json || fail 'a case file that was read was replaced'
TMPDIR=$work/nowhere "$FLEKS" case many/*.json --format json >said 2>err
[ $? -eq 2 ] && grep -q "^fleks: TMPDIR" err && [ ! -s said ] || fail "no room to wait: $(cat err)"
for i in $(seq 1100); do echo '{' >"many/bad$i.json"; done
"$FLEKS" case many/bad*.json >said 2>err
[ $? -eq 2 ] && [ ! -s said ] && [ "$(wc -l <err)" -lt 1100 ] && tail -n 1 err | grep -q 'ikke læst' || fail 'errors of many files have no end'
rm -r many

# C4: thousands of facts about each other take seconds of the processor, not minutes
python3 - <<'END'
import datetime, json
day = lambda i: str(datetime.date(2013, 1, 1) + datetime.timedelta(days=i))
n = 1000
def write(name, first, last, **facts):
    json.dump({"from": first, "to": last} | facts, open(name, "w"))
sanctions = [{"date": day(2 * i), "kind": "ended_job"} for i in range(n)]
write("sanctions.json", "2014-01", "2014-12", sanctions=sanctions,
      employments=[{"id": f"j{i}", "from": day(2 * i), "to": day(2 * i), "weekly_hours": 1} for i in range(n)],
      ledighedsydelse=[{"from": day(2 * i + 1), "to": day(2 * i + 1), "class": "full"} for i in range(n)])
write("jobs_in_a_row.json", "2015-09", "2016-01", sanctions=[{"date": day(i), "kind": "ended_job"} for i in range(n)],
      employments=[{"id": f"j{i}", "from": day(i), "to": day(i), "weekly_hours": 1} for i in range(n)],
      ledighedsydelse=[{"from": day(n), "class": "full"}])
write("ceilings.json", "2024-01", "2024-03",
      employments=[{"id": "a", "from": "2013-01-01", "weekly_hours": 1,
                    "ceilings": [{"from": day(i), "to": day(i), "amount": "20000"} for i in range(4900)]}],
      wages=[{"employment": "a", "from": "2024-01-01", "to": "2024-01-31", "am_income": "99999",
              "supplements": [{"kind": "holiday_supplement", "amount": "1"} for i in range(5000)]}])
END
for file in sanctions jobs_in_a_row ceilings; do
  (ulimit -t 40 && "$FLEKS" case $file.json --format json >said 2>err) || fail "$file: exit $? ($(head -c 300 err))"
  python3 -c 'import json; exit(not json.load(open("said"))["months"])' || fail "$file has no months"
done

# C2, C5: what killed runs leave is told and taken away, what goes on is not; every signal takes its part with it
mkfifo slow
begin() {
  "$FLEKS" population slow -o out.csv --jobs 2 2>err &
  pid=$!
  exec 3>slow
  for _ in $(seq 200); do [ -n "$(find . -name 'out.csv.part-*')" ] && break; sleep 0.05; done
}
# A script's background has SIGINT and SIGQUIT ignored, so they are not among them.
for signal in TERM HUP USR1 USR2 XCPU ALRM VTALRM PROF; do
  begin
  kill -$signal "$pid"
  wait "$pid" 2>/dev/null
  [ $? -gt 128 ] || fail "$signal does not end a run"
  exec 3>&-
  [ -z "$(find . -name '*.part-*')" ] || fail "$signal leaves a part"
done
begin
mine=$(find . -name 'out.csv.part-*')
runs 0 "$FLEKS" population people.csv -o out.csv
[ -e "$mine" ] && [ ! -s "$work/err" ] || fail 'the part of a run that goes on was taken away'
kill -KILL "$pid"
wait "$pid" 2>/dev/null
exec 3>&-
runs 0 "$FLEKS" population people.csv -o out.csv
[ -z "$(find . -name '*.part-*')" ] && grep -q "^fleks: .*${mine#./} er fjernet" "$work/err" || fail "what a killed run left: $(cat "$work/err")"
if unshare --pid --fork true 2>/dev/null; then
  # The first process of a container is not ended by a signal that it sends itself.
  unshare --pid --fork "$FLEKS" population slow -o first.csv 2>err &
  shell=$!
  exec 3>slow
  for _ in $(seq 100); do [ -n "$(find . -name 'first.csv.part-*')" ] && break; sleep 0.05; done
  kill -TERM "$(ps -o pid= --ppid "$shell" | tr -d ' ')"
  for _ in $(seq 100); do kill -0 "$shell" 2>/dev/null || break; sleep 0.05; done
  kill -0 "$shell" 2>/dev/null && { fail 'SIGTERM does not end the first process of a container'; kill -KILL "$(ps -o pid= --ppid "$shell" | tr -d ' ')"; }
  exec 3>&-
  wait "$shell" 2>/dev/null
  [ -z "$(find . -name 'first.csv*')" ] || fail 'the first process of a container leaves a part'
fi

# D5: mode, owner, links, long names, what is mounted
echo old >shared.csv && chmod 664 shared.csv
(umask 077 && people -o shared.csv)
[ "$(stat -c %a shared.csv)" = 664 ] || fail "the mode has become $(stat -c %a shared.csv)"
(umask 027 && people -o new.csv)
[ "$(stat -c %a new.csv)" = 640 ] || fail "a new file has the mode $(stat -c %a new.csv)"
if [ "$(id -u)" -eq 0 ]; then
  chown 65534:65534 shared.csv && people -o shared.csv
  [ "$(stat -c %u:%g shared.csv)" = 65534:65534 ] || fail 'the owner is lost'
fi
mkdir links
ln -s ../target.csv links/dangling && ln -s b links/a && ln -s a links/b && ln -s ../shared.csv links/good
runs 0 people -o links/dangling
[ -L links/dangling ] && grep -q '^7,' target.csv || fail 'a dangling link is not followed'
runs 0 people -o links/good
[ -L links/good ] && grep -q '^7,' shared.csv || fail 'a link is replaced'
refuses 'kan ikke skrives' people -o links/a
[ -L links/a ] && [ -L links/b ] || fail 'a looping link is replaced'
for length in 200 249 255; do
  name=$(printf "%${length}s" | tr ' ' n)
  runs 0 people -o "$name"
  grep -q '^7,' "$name" || fail "a name of $length bytes is not written"
done
name=$(printf '%256s' | tr ' ' n)
runs 2 people -o "$name"
echo old >mounted.csv && echo other >source.csv
if mount --bind source.csv mounted.csv 2>/dev/null; then
  refuses 'kan ikke skrives' people -o mounted.csv
  umount mounted.csv
  [ "$(cat source.csv)" = other ] || fail 'what is mounted was written'
fi

# D3: options without effect
hours=(hours --year 2025 --hourly-wage 200 --municipal-tax 25)
for other in '--from 2024-02' '--to 2024-03' --steps; do
  # shellcheck disable=SC2086
  refuses 'kan ikke bruges sammen med --correct-from' "$FLEKS" case a.json --correct-from 2024-02 $other
done
for other in '--from 2' '--to 5' '--step 2' '--intensity 50' '--course 9' '--over wage' '--hardly 20'; do
  # shellcheck disable=SC2086
  refuses 'kan ikke bruges sammen med --raise' "$FLEKS" "${hours[@]}" --raise 10 --at-hours 20 $other
done
for other in '--from 2' '--to 5' '--step 2' '--over wage'; do
  # shellcheck disable=SC2086
  refuses 'kan ikke bruges sammen med --course' "$FLEKS" "${hours[@]}" --course 9@75,12@85 $other
done
refuses '--intensity' "$FLEKS" "${hours[@]}" --course 9@75,12@85 --intensity 50
runs 0 "$FLEKS" "${hours[@]}" --course 9@75,12 --intensity 50
refuses '--at-hours: kan kun bruges sammen med --raise' "$FLEKS" "${hours[@]}" --at-hours 20
refuses '--at-hours: kan kun bruges sammen med' "$FLEKS" "${hours[@]}" --at-hours 20 --over hours
refuses '--agreement-area: kan kun bruges sammen med --reform' "$FLEKS" "${month[@]}" --agreement-area detail
finish
