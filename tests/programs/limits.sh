#!/usr/bin/env bash
# What no file should be, and places that cannot be written: exit 2, one clear message in both languages, nothing half
# written, nothing lost, in little time and memory.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
mkdir "$work/here"
cd "$work/here" || exit 1
header=id,month,am_income,own_pension,employer_pension,ceiling
printf '%s\n7,2024-03,15600,0,0,32067\n' "$header" >people.csv
printf '%s,paid\n7,2024-03,15600,0,0,32067,15272\n' "$header" >paid.csv
cp "$FLEKS_SOURCE_DIR/examples/cases/late_wage_report.json" case.json
cp "$FLEKS_SOURCE_DIR/examples/reforms/1-always-pays.json" reform.json
cp "$FLEKS_SOURCE_DIR/src/rates/rates.csv" rates.csv
month=(month --month 2024-03 --am-income 15600)

# both DANISH ENGLISH command...: refused in both languages, and nothing lies about.
both() {
  local danish=$1 english=$2 before
  shift 2
  before=$(ls -A)
  refuses "$danish" "$FLEKS" "$@"
  refuses "$english" "$FLEKS" "$@" --lang en
  [ "$(ls -A)" = "$before" ] || fail "left something behind: $*"
}

# What is no table, as a stream without an end: refused at the first row that is too long, in constant memory.
cat >endless.py <<'END'
import resource, subprocess, sys, time
start, command = sys.argv[1].encode().decode("unicode_escape").encode("latin-1"), sys.argv[3:]
began = time.monotonic()
run = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
sent = 0
try:
    run.stdin.write(start)
    while sent < 10 << 30:
        run.stdin.write(b"1" * 65536)
        sent += 65536
    run.stdin.close()
except BrokenPipeError:
    pass
run.stdin = None
out, err = run.communicate()
used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
print(err.decode().strip(), f"({sent >> 20} MiB read, {used} MiB used, {time.monotonic() - began:.1f} s)")
good = run.returncode == 2 and not out and err.count(b"\n") == 1 and sys.argv[2] in err.decode()
sys.exit(not (good and sent < 8 << 20 and used < 512))
END
endless() { python3 endless.py "$@" || fail "not refused at once: $*"; }
endless '' 'linje 1: rækken er for lang' "$FLEKS" population - -o out.csv
endless "$header\\n" 'linje 2: rækken er for lang' "$FLEKS" population - -o out.csv --jobs 2
endless "$header\\n7,2024-03,1,1,1,1\\n\"" 'line 3: the row is too long' "$FLEKS" population - -o out.csv --bad-rows bad.csv --lang en
endless '' 'linje 1: rækken er for lang' "$FLEKS" audit --batch - -o out.csv
endless "$header,paid\\n7,2024-03,1,1,1,1,1\\n" 'Allowed: at most 1,048,576 bytes' "$FLEKS" audit --batch - -o out.csv --lang en
if [ -e out.csv ] || [ -e bad.csv ]; then fail 'an endless row left an output'; fi

# The longest row there may be, and one byte more.
long() { printf '%s%s\n' "$header" "$1" && head -c "$2" /dev/zero | tr '\0' x && printf '%s\n' "$3"; }
long '' $((1048576 - 24)) ,2024-03,15600,0,0,32067 >long.csv
[ "$(tail -n 1 long.csv | wc -c)" -eq 1048577 ] || fail 'the longest row is another'
runs 0 "$FLEKS" population long.csv -o out.csv
[ "$(wc -l <out.csv)" -eq 2 ] || fail 'the longest row is not computed'
rm out.csv
sed -i '2s/^/x/' long.csv
both 'linje 2: rækken er for lang' 'line 2: the row is too long' population long.csv -o out.csv
both 'linje 2: rækken er for lang' 'line 2: the row is too long' population long.csv -o out.csv --bad-rows bad.csv
long ,paid 1048576 ,2024-03,15600,0,0,32067,15272 >long.csv
both 'linje 2: rækken er for lang' 'line 2: the row is too long' audit --batch long.csv -o out.csv

# Files too large to be what they are given as; nothing of 10 GB is read to see it but its beginning.
truncate -s 10G large
for command in 'case large' 'rates --check large' "${month[*]} --rates large" "${month[*]} --reform large" \
  'population people.csv -o out.csv --rates large' 'sample --rows 10 -o out.csv --rates large'; do
  # shellcheck disable=SC2086
  both 'den er større end 16.000.000 byte' 'it is larger than 16,000,000 bytes' $command
done
rm large

# Nested beyond measure, and more than there can be.
python3 - <<'END'
write = lambda name, text: open(name, "w").write(text)
write("lists.json", "[" * 1_000_000 + "]" * 1_000_000)
write("objects.json", '{"a":' * 1_000_000 + "1" + "}" * 1_000_000)
write("values.json", '{"wages":[' + ",".join(["1"] * 7_000_000) + "]}")
write("keys.json", "{" + ",".join(f'"k{i}":1' for i in range(300_000)) + "}")
write("twice.json", '{"id":"a","id":"b"}')
write("string.json", '{"id":"' + "a" * 15_000_000 + '"}')
write("rows.csv", open("rates.csv").readline() + "x,2024-01-01,,1,pct,read,a,\n" * 300_000)
END
both 'er indlejret dybere end 12 niveauer' 'is nested deeper than 12 levels' case lists.json
both 'er indlejret dybere end 12 niveauer' 'is nested deeper than 12 levels' case objects.json
both 'a.a.a.a: er indlejret dybere end 4 niveauer' 'is nested deeper than 4 levels' "${month[@]}" --reform objects.json
both 'er indlejret dybere end 4 niveauer' 'is nested deeper than 4 levels' "${month[@]}" --reform lists.json
both 'wages: der er flere, end filen kan have. Tilladt: højst 500.000' 'Allowed: at most 500,000' case values.json
both 'der er flere, end filen kan have. Tilladt: højst 64' 'Allowed: at most 64' case keys.json
both 'Tilladt: højst 1.000' 'Allowed: at most 1,000' "${month[@]}" --reform keys.json
both 'id: er angivet mere end én gang' 'id: is given more than once' "${month[@]}" --reform twice.json
both 'a-z, 0-9, _' 'a-z, 0-9, _' "${month[@]}" --reform string.json
both 'linje 2: ' 'line 2: ' "${month[@]}" --rates rows.csv
runs 1 "$FLEKS" rates --check rows.csv
[ "$(wc -l <"$work/out")" -eq 1001 ] || fail 'the errors of a rates file have no end'
rm lists.json objects.json values.json keys.json string.json rows.csv

# Text that is none: other encodings and NUL are named; a byte-order mark, CRLF and semicolons are read.
iconv -f UTF-8 -t UTF-16 people.csv >utf16.csv
sed 's/^7/\xe6/' people.csv >latin1.csv
sed 's/^7/a\x00b/' people.csv >nul.csv
both 'er ikke tekst. Tilladt: UTF-8 uden nul-tegn' 'is not text. Allowed: UTF-8 without NUL' population utf16.csv -o out.csv
both 'linje 2: »\xe6,2024-03,15' 'line 2: "\xe6,2024-03,15' population latin1.csv -o out.csv
both 'linje 2: »a\x00b,2024-03,1' 'line 2: "a\x00b,2024-03,1' population nul.csv -o out.csv
iconv -f UTF-8 -t UTF-16 paid.csv >utf16p.csv
sed 's/^7/\xe6/' paid.csv >latin1p.csv
both 'er ikke tekst' 'is not text' audit --batch utf16p.csv -o out.csv
both 'linje 2: »\xe6,2024-03,15' 'line 2: "\xe6,2024-03,15' audit --batch latin1p.csv -o out.csv
iconv -f UTF-8 -t UTF-16 rates.csv >utf16r.csv
sed 's/lov/l\xe6v/' rates.csv >latin1r.csv
both 'er ikke tekst' 'is not text' "${month[@]}" --rates utf16r.csv
grep -q $'\xe6' latin1r.csv || sed -i '2s/read,/read,\xe6/' latin1r.csv
both 'er ikke tekst' 'is not text' "${month[@]}" --rates latin1r.csv
iconv -f UTF-8 -t UTF-16 case.json >utf16.json
both 'er ikke tekst' 'is not text' case utf16.json
iconv -f UTF-8 -t UTF-16 reform.json >utf16.json
both 'er ikke tekst' 'is not text' "${month[@]}" --reform utf16.json
# The parser of JSON would take a NUL for the end of the file.
sed '$s/$/\n\x00 and more/' case.json >nul.json
both '»\x00 and more' '"\x00 and more' case nul.json
sed '$s/$/\n\x00 and more/' reform.json >nul.json
both 'reform: »\x00 and more' 'reform: "\x00 and more' "${month[@]}" --reform nul.json
runs 0 "$FLEKS" population people.csv -o plain.csv
printf '\xef\xbb\xbf' | cat - people.csv | sed 's/$/\r/; s/,/;/g' >danish.csv
runs 0 "$FLEKS" population danish.csv -o out.csv
tr ',.' ';,' <plain.csv | cmp out.csv - || fail 'a byte-order mark, CRLF and semicolons change the result'
printf '\xef\xbb\xbf' | cat - rates.csv | sed 's/$/\r/' >danish_rates.csv
runs 0 "$FLEKS" rates --check danish_rates.csv
rm out.csv

# Empty files, and far too many columns.
: >empty
both 'den første linje' 'the first line' population empty -o out.csv
both 'den første linje' 'the first line' audit --batch empty -o out.csv
both 'den første linje' 'the first line' "${month[@]}" --rates empty
both 'er ikke JSON' 'is not JSON' case empty
both 'er ikke JSON' 'is not JSON' "${month[@]}" --reform empty
python3 -c 'print(",".join(f"c{i}" for i in range(100_000)))' >columns.csv
both 'c0: dette felt findes ikke' 'c0: the file format has no such field' population columns.csv -o out.csv
(echo "$header" && python3 -c 'print(",".join("1" for i in range(200_000)))') >columns.csv
both 'linje 2: rækken har 200000 kolonner' 'line 2: the row has 200000 columns' population columns.csv -o out.csv

# Files that are none, or are not there, for each that reads one.
mkfifo pipe
mkdir folder
reading=("case" "rates --check" "${month[*]} --rates" "${month[*]} --reform" 'population people.csv -o out.csv --reform'
  'audit --batch paid.csv -o out.csv --rates')
for command in "${reading[@]}" 'population -o out.csv' 'audit -o out.csv --batch'; do
  # shellcheck disable=SC2086
  both 'det er en mappe, ikke en fil' 'it is a directory, not a file' $command folder
  # shellcheck disable=SC2086
  both 'filen findes ikke' 'there is no such file' $command nowhere
done
for command in "${reading[@]}"; do
  # shellcheck disable=SC2086
  both 'det er ikke en almindelig fil' 'it is not an ordinary file' $command pipe
  # shellcheck disable=SC2086
  both 'det er ikke en almindelig fil' 'it is not an ordinary file' $command /dev/zero
done
# Tables are read from a pipe as well.
cat people.csv >pipe &
runs 0 "$FLEKS" population pipe -o out.csv
cmp out.csv plain.csv || fail 'a pipe gives another result'
rm out.csv

# Every subcommand, to places that cannot hold what it says.
writing=("${month[*]}" 'hours --year 2025 --hourly-wage 200 --to 3' 'case case.json' 'ledighedsydelse --month 2024-03 --class full'
  'ceiling --hourly 200' 'holiday --from 2024-01-01 --to 2024-03-31 --monthly-pay 15000 --kind pay' 'self-employed --year 2024 --income 1'
  'sample --rows 100' "audit ${month[*]:1} --paid 15272" 'rules' 'rates' 'rates --check rates.csv')
for command in "${writing[@]}" 'population people.csv' 'audit --batch paid.csv'; do
  to_stdout=
  case $command in population* | *--batch*) to_stdout='-o -' ;; esac
  # shellcheck disable=SC2086
  {
    both '-o: »/dev/full« kan ikke skrives: der er ikke plads til mere' '-o: "/dev/full" cannot be written: there is no room for more' $command -o /dev/full
    both '»folder« kan ikke skrives: det er en mappe, ikke en fil' 'it is a directory, not a file' $command -o folder
    both '»none/x« kan ikke skrives: mappen findes ikke' 'there is no such folder' $command -o none/x
    for where in /dev/full closed; do
      if [ "$where" = closed ]; then "$FLEKS" $command $to_stdout >&- 2>err; else "$FLEKS" $command $to_stdout >"$where" 2>err; fi
      [ $? -eq 2 ] && grep -q 'kan ikke skrives: ' err && [ "$(wc -l <err)" -eq 1 ] || fail "standard output $where: $command"
    done
    rm err
  }
done
# With standard output closed a file of -o is not taken for it.
"$FLEKS" population people.csv -o out.csv >&- 2>/dev/null
cmp out.csv plain.csv 2>/dev/null || [ ! -e out.csv ] || fail 'a closed standard output spoils the file of -o'
rm -f out.csv

# A reader that stops reading: by the signal, or where that is ignored with a message.
(trap '' PIPE && "$FLEKS" sample --rows 200000 2>err | head -n 1 >/dev/null; exit "${PIPESTATUS[0]}")
[ $? -eq 2 ] && grep -q 'modtageren har lukket' err || fail 'a closed pipe is not noticed'
"$FLEKS" sample --rows 200000 >long.csv
(trap '' PIPE && "$FLEKS" population long.csv -o - 2>err | head -n 1 >/dev/null; exit "${PIPESTATUS[0]}")
[ $? -eq 2 ] && [ "$(grep -c 'modtageren har lukket' err)" -eq 1 ] || fail 'a closed pipe is not noticed by every thread'
(trap - PIPE && "$FLEKS" population long.csv -o - 2>/dev/null | head -n 1 >/dev/null; exit "${PIPESTATUS[0]}")
[ $? -ne 0 ] || fail 'half a result is taken for the whole'

# No output replaces what is read, or another output.
for file in people.csv rates.csv reform.json; do
  both "»$file« kan ikke skrives: det er den fil, der læses" 'it is the file that is read' population people.csv --rates rates.csv --reform reform.json -o "$file"
done
both 'det er den fil, der læses' 'it is the file that is read' population people.csv -o out.csv --bad-rows people.csv
both 'det er den fil, der læses' 'it is the file that is read' audit --batch paid.csv -o ./folder/../paid.csv
both 'det er den fil, der læses' 'it is the file that is read' case case.json -o case.json
both 'det er den fil, der læses' 'it is the file that is read' rates --check rates.csv -o rates.csv
both 'det er den fil, der læses' 'it is the file that is read' sample --rows 10 --rates rates.csv -o rates.csv
both 'der skrives allerede til den' 'it is written to already' population people.csv -o out.csv --bad-rows out.csv
cmp "$FLEKS_SOURCE_DIR/examples/cases/late_wage_report.json" case.json && [ "$(wc -l <people.csv)" -eq 2 ] && [ "$(wc -l <paid.csv)" -eq 2 ] ||
  fail 'what was read is lost'

# A file that somebody writes to while it is read: the reader stands still at a full pipe meanwhile.
for change in 'truncate -s 3000000 moving.csv' 'cat people.csv >>moving.csv' 'printf i | dd of=moving.csv conv=notrunc status=none'; do
  cp long.csv moving.csv
  "$FLEKS" population moving.csv -o pipe --jobs 1 >said 2>err &
  reader=$!
  exec 3<pipe
  sleep 0.2
  $BASH -c "$change"
  cat <&3 >/dev/null
  exec 3<&-
  wait "$reader"
  [ $? -eq 2 ] && grep -q 'den blev ændret, mens den blev læst' err || fail "not noticed: $change ($(cat err))"
done

# Where writing is not permitted; root may write anywhere, and becomes nobody for it.
mkdir closed
echo kept >closed/there.csv
chmod a=rx closed
chmod a=r closed/there.csv
chmod a+rx "$work" .
as_nobody=()
if [ "$(id -u)" -eq 0 ]; then as_nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups); fi
if "${as_nobody[@]}" "$FLEKS" ceiling --hourly 200 >/dev/null 2>&1; then
  for place in closed/new.csv closed/there.csv; do
    refuses 'det er ikke tilladt at skrive der' "${as_nobody[@]}" "$FLEKS" "${month[@]}" -o $place
    refuses 'writing there is not permitted' "${as_nobody[@]}" "$FLEKS" population people.csv -o $place --lang en
  done
  mkdir open && echo kept >open/there.csv && chmod a=rwx open && chmod a=r open/there.csv
  refuses 'det er ikke tilladt at skrive der' "${as_nobody[@]}" "$FLEKS" "${month[@]}" -o open/there.csv
  [ "$(cat open/there.csv)" = kept ] || fail 'a protected file was replaced'
  cp case.json secret.json && chmod 0 secret.json
  refuses 'filen kan ikke åbnes og læses' "${as_nobody[@]}" "$FLEKS" case secret.json
fi
[ "$(cat closed/there.csv)" = kept ] && [ "$(ls -A closed)" = there.csv ] || fail 'something was written in a closed folder'
chmod u+w closed
finish
