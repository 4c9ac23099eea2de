#!/usr/bin/env bash
# fleks population: the same bytes for any number of threads, every form of CSV, bad rows, streams, and no half-written file.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
fail() { echo "$1"; exit 1; }
header=id,month,am_income,own_pension,employer_pension,ceiling

# 300.000 rows under the rates of six years
for year in 2013 2016 2019 2022 2024 2026; do "$FLEKS" sample --rows 50000 --seed "$year" --year "$year"; done | awk 'NR == 1 || !/^id,/' >all.csv
[ "$(wc -l <all.csv)" -eq 300001 ] || fail 'sample does not write the rows it was asked for'
"$FLEKS" sample --rows 50000 --seed 2013 --year 2013 | cmp - <(head -n 50001 all.csv) || fail 'the same seed gives another population'
sum=$("$FLEKS" sample --rows 24000 --seed 1 | sha256sum)
[ "${sum:0:16}" = 15a7b2c185c762bb ] || fail "seed 1 gives another population than on other machines: $sum"
"$FLEKS" population all.csv -o one.csv --jobs 1
for jobs in 2 5; do
  "$FLEKS" population all.csv -o "$jobs.csv" --jobs "$jobs"
  cmp one.csv "$jobs.csv" || fail "--jobs $jobs gives other bytes than --jobs 1"
done
"$FLEKS" population - -o - <all.csv | cmp - one.csv || fail 'a stream gives other bytes than a file'

# Weights: the same bytes for any number of threads, of the rows and of the summary
awk -F, 'NR == 1 { print $0 ",weight"; next } { print $0 "," 1 + NR % 97 "." 1000 + NR % 9000 }' all.csv >weighted.csv
for jobs in 1 2 5; do "$FLEKS" population weighted.csv -o "weighted.$jobs.csv" --summary "summary.$jobs.json" --jobs "$jobs" >/dev/null; done
for jobs in 2 5; do
  cmp weighted.1.csv "weighted.$jobs.csv" || fail "--jobs $jobs gives other rows with weights"
  cmp summary.1.json "summary.$jobs.json" || fail "--jobs $jobs gives another weighted summary"
done
cut -d, -f1-10 weighted.1.csv | cmp - one.csv || fail 'weights change the amounts of a row'
/usr/bin/python3 - <<'EOF' || fail 'the weighted sums are not those of the rows'
import csv, json
from fractions import Fraction
summary = json.load(open('summary.1.json'))
weight = total = none = Fraction()
for row in csv.DictReader(open('weighted.1.csv')):
    w = Fraction(row['weight'])
    weight += w
    total += w * Fraction(row['fleksloentilskud'])
    none += w * (row['fleksloentilskud'] == '0.00')
assert summary['rows'] == 300000, summary['rows']
for name, here, there in (('weight', weight, summary['weight']), ('total', total, summary['fleksloentilskud']['total']),
                          ('without_subsidy', none, summary['without_subsidy'])):
    assert here == Fraction(there), (name, here, there)
EOF

# Every form of the same rows
printf '%s\n7,2024-03,15600,0,0,32067\n8,2020-06,16000.00,0,0,\n' $header >plain.csv
"$FLEKS" population plain.csv -o expected.csv
printf '\xef\xbb\xbfid;month;am_income;own_pension;employer_pension;ceiling\r\n7;2024-03;15.600,00;0;0,00;32067,0\r\n\r\n8;2020-06;16000,0;0;0;\r\n' >danish.csv
printf 'ceiling,"id",employer_pension,own_pension,month,am_income\n32067,"7","0",0,2024-03,"15600"\n,8,0,0,2020-06,16000' >quoted.csv
"$FLEKS" population quoted.csv -o - | cmp - expected.csv || fail 'quoted.csv gives other rows'
# The answer has the form of the question: semicolons and decimal commas, and Excel's line where there is one.
tr ',.' ';,' <expected.csv >expected_danish.csv
"$FLEKS" population danish.csv -o - | cmp - expected_danish.csv || fail 'danish.csv gives other rows'
{ printf 'sep=;\r\n'; sed 's/^\xef\xbb\xbf//; /^\r$/d; s/\r$/;\r/' danish.csv; } >excel.csv
{ echo 'sep=;'; cat expected_danish.csv; } | cmp - <("$FLEKS" population excel.csv -o -) || fail 'excel.csv gives other rows'
{ cat excel.csv; echo '9;2024-03;abc;0;0;;'; } >bad.csv
"$FLEKS" population bad.csv -o - --bad-rows left.csv >/dev/null 2>said
[ "$(head -n 2 left.csv)" = "$(printf 'sep=;\r\nline;reason;id;month;am_income;own_pension;employer_pension;ceiling;')" ] || fail "the bad rows have no header that can be read: $(cat left.csv)"
grep -q '^5;".*am_income.*";9;2024-03;abc;0;0;;$' left.csv || fail "the line of a bad row below sep=; is another: $(cat left.csv)"
printf '%s\n"a ""b"", c\nd",2024-03,15600,0,0,32067\n' $header | "$FLEKS" population - -o - | tail -n 2 >strange
printf '"a ""b"", c\nd",2024-03,4680.00,15272.00,0.00,0.00,15272.00,500.00,14772.00,222.00\n' | cmp - strange || fail 'a quoted id is not given back as it was'

# What is wrong: exit 2, the line, and no output
refused() {
  local named=$1 status=0
  "$FLEKS" population bad.csv -o out.csv 2>said >out || status=$?
  [ "$status" -eq 2 ] || fail "exit $status in place of 2 for: $(tail -n 1 bad.csv)"
  grep -q "$named" said || fail "the message does not say $named: $(cat said)"
  [ ! -s out ] && [ -z "$(find . -name 'out.csv*')" ] || fail 'something was written'
}
for row in 9,2024-03,abc,0,0, 9,2024-03,-1,0,0, 9,2024-13,1,0,0, 9,2012-03,1,0,0, 9,2024-03,1,0,0 9,2024-03,,0,0, 9,2024-03,1.234,0,0, \
  9,2024-03,100000000.01,0,0, ',2024-03,1,0,0,' '9,2024-03,1,0,0,"' 9,2024-3,1,0,0,; do
  { cat plain.csv; echo "$row"; } >bad.csv
  refused 'linje 4'
done
printf 'id,month,am_income,own_pension\n' >bad.csv; refused employer_pension
printf '%s,ceilling\n' $header >bad.csv; refused ceilling
printf '%s,ceiling\n' $header >bad.csv; refused ceiling
{ cat plain.csv; echo 9,2024-03,abc,0,0,; echo 10,2024-03,15600,0,0,32067; } >bad.csv
"$FLEKS" population bad.csv -o out.csv --bad-rows left.csv 2>said
[ "$(wc -l <out.csv)" -eq 4 ] || fail 'the rows around a bad one are not all computed'
grep -q '^4,".*am_income.*",9,2024-03,abc,0,0,$' left.csv || fail "the bad row is not kept with its line and reason: $(cat left.csv)"

# Interrupted: nothing is left
rm -f out.csv
mkfifo slow
"$FLEKS" population slow -o out.csv &
pid=$!
exec 3>slow
for _ in $(seq 200); do [ -n "$(find . -name 'out.csv.part-*')" ] && break; sleep 0.05; done
head -n 20000 all.csv >&3
kill -TERM "$pid"
wait "$pid" && fail 'an interrupted run says that it succeeded'
exec 3>&-
[ -z "$(find . -name 'out.csv*')" ] || fail 'an interrupted run leaves a file'

# A register's reductions: put together and told, alone or below zero refused with the lines.
head='id,month,am_income,own_pension,employer_pension'
printf '%s\n7,2024-03,16000,0,0\n7,2024-03,-400,0,0\n' "$head" >reduced.csv
printf '%s\n7,2024-03,15600,0,0\n' "$head" >summed.csv
"$FLEKS" population summed.csv -o summed.out || fail 'a row is refused'
"$FLEKS" population reduced.csv -o reduced.out 2>err || fail 'a reduction is refused'
cmp -s reduced.out summed.out || fail 'a reduction is not taken off'
grep -q '2 rækker med nedsættelser imellem er lagt sammen til 1 måned (den første i linje 2)' err || fail "$(cat err)"
printf '%s\n7,2024-03,300,0,0\n7,2024-03,-400,0,0\n' "$head" >below.csv
printf '%s\n7,2024-03,16000,0,0\n8,2024-03,1,0,0\n7,2024-03,-400,0,0\n' "$head" >apart.csv
for each in 'below.csv linje 2: am_income: »-100« er negativt: summen af linje 2 til 3.' \
  'apart.csv linje 4: am_income: »-400« er negativt. En nedsættelse skal stå lige ved den række, den retter'; do
  "$FLEKS" population "${each%% *}" -o x.csv 2>err && fail "${each%% *} is not refused"
  grep -q "${each#* }" err || fail "$(cat err)"
done
"$FLEKS" population apart.csv -o x.csv --bad-rows bad.csv --lang en 2>err || fail "$(cat err)"
grep -q '^4,"am_income: ""-400"" is negative. A reduction has to stand beside the row' bad.csv || fail "$(cat bad.csv)"
"$FLEKS" population below.csv -o x.csv --bad-rows bad.csv --lang en 2>err && fail 'rows that are all bad are a result'
grep -q '^3,"am_income: ""-100"" is negative: the sum of the lines of the month."' bad.csv || fail "$(cat bad.csv)"
exit 0
