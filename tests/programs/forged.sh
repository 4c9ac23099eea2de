#!/usr/bin/env bash
# Names, employers, municipalities, ids, titles, sources and paths that try to write a line of their own, to colour the terminal or to
# turn its direction: every output of every task shows them on one line, and nothing of them is obeyed.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
cd "$work" || exit 1

# What a terminal obeys, and what turns the direction of writing, as bytes; a tab and a line break are the program's own.
obeyed=$'[\x01-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]'
# clean EXIT command...: neither in the output nor in what is said beside it.
clean() {
  local stream
  runs "$@"
  for stream in out err; do
    if LC_ALL=C grep -qP "$obeyed" "$stream"; then fail "obeyed: ${*:2} ($stream)"; fi
    if grep -q '^ *FORGED' "$stream"; then fail "a forged line: ${*:2} ($stream)"; fi
  done
}
# What the pattern sees, and what it does not.
printf 'a\033[31m' | LC_ALL=C grep -qP "$obeyed" && printf 'a\302\2332J' | LC_ALL=C grep -qP "$obeyed" &&
  printf 'a\342\200\256b' | LC_ALL=C grep -qP "$obeyed" && ! printf 'Ærøskøbing, 15.600,00 kr.\n\t€' | LC_ALL=C grep -qP "$obeyed" ||
  fail 'the pattern does not see what is obeyed'

python3 - <<'END'
import json
evil = "X\n\nFORGED 99.999,00 kr.\r\x1b[31mRED\x9b2J\u202e321\u2029\x7f\v"
job = {"id": evil, "employer": evil, "from": "2023-01-01", "ceilings": [{"from": "2023-01-01", "amount": 30000}]}
case = {"from": "2024-03", "to": "2024-04", "name": evil, "municipality": evil, "description": evil, "employments": [job],
        "wages": [{"id": evil, "from": "2024-02-01", "to": "2024-02-29", "am_income": 15600, "known": "2024-03-02"},
                  {"corrects": evil, "from": "2024-02-01", "to": "2024-02-29", "am_income": 16000, "known": "2024-04-02"}]}
write = lambda name, value: open(name, "w", encoding="utf-8").write(value)
write("case.json", json.dumps(case))
write("raw.json", json.dumps(case, ensure_ascii=False))
for number, field in enumerate(["name", "municipality", "from", "employments", evil]):
    write(f"wrong{number}.json", json.dumps({**case, field: {evil: evil} if number != 2 else evil}))
write("job.json", json.dumps({**case, "wages": [{"employment": evil + "2", "from": "2024-02-01", "to": "2024-02-29"}]}))
write("reform.json", json.dumps({"id": "a", "from": "2024-01", "title": evil, "rates": {"taper_low_pct": 25}}))
for number, member in enumerate([{"id": evil}, {evil: 1}, {"rates": {evil: 25}}, {"rules": {"FLT-8": evil}}, {"rules": {evil: "off"}}, {"ceilings": evil}]):
    write(f"wrong_reform{number}.json", json.dumps({"id": "a", "from": "2024-01", "title": evil, **member}))
quoted = '"' + evil.replace('"', '""') + '"'
header = "key,valid_from,valid_to,value,unit,status,source,note\n"
write("rates.csv", header + f"fleksloentilskud_max_month,2024-01-01,2024-12-31,19000,kr/month,read,{quoted},{quoted}\n")
write("wrong_rates.csv", header + f"{quoted},{quoted},{quoted},{quoted},{quoted},{quoted},{quoted},{quoted}\n")
write("wrong_header.csv", quoted + "," + header)
write("people.csv", "id,month,am_income,own_pension,employer_pension\n1,2024-03,15600,0,0\n")
write("wrong_people.csv", f"id,month,am_income,own_pension,employer_pension\n1,2024-03,{quoted},0,0\n")
write("wrong_columns.csv", f"id,month,am_income,own_pension,employer_pension,{quoted}\n1,2024-03,1,0,0,1\n")
END
evil=$'X\n\nFORGED\r\033[31m\302\2332J\342\200\256'

for language in da en; do
  for file in case.json raw.json; do
    clean 0 "$FLEKS" case "$file" --lang "$language"
    clean 0 "$FLEKS" case "$file" --steps --lang "$language"
    clean 0 "$FLEKS" case "$file" --format json --lang "$language"
    clean 0 "$FLEKS" case "$file" --correct-from 2024-03 --lang "$language"
    clean 0 "$FLEKS" case "$file" --correct-from 2024-03 --format json --lang "$language"
    clean 0 "$FLEKS" case "$file" --letter 2024-04 --lang "$language"
    clean 0 "$FLEKS" case "$file" --letter 2024-04 --format html --lang "$language"
  done
  for file in wrong?.json job.json; do clean 2 "$FLEKS" case "$file" --lang "$language"; done
  month=("$FLEKS" month --month 2024-03 --am-income 15600 --lang "$language")
  for form in text json; do
    clean 0 "${month[@]}" --rates rates.csv --format "$form"
    clean 0 "${month[@]}" --reform reform.json --format "$form"
    clean 0 "$FLEKS" rates --rates rates.csv --key fleksloentilskud_max_month --format "$form" --lang "$language"
  done
  for file in wrong_reform?.json; do clean 2 "${month[@]}" --reform "$file"; done
  for file in wrong_rates.csv wrong_header.csv; do
    clean 2 "${month[@]}" --rates "$file"
    clean 1 "$FLEKS" rates --check "$file" --lang "$language"
  done
  clean 0 "$FLEKS" population people.csv -o result.csv --reform reform.json --summary - --lang "$language"
  for file in wrong_people.csv wrong_columns.csv; do clean 2 "$FLEKS" population "$file" -o no.csv --lang "$language"; done
  # What the command line itself says.
  clean 2 "$FLEKS" case "$evil" --lang "$language"
  clean 2 "$FLEKS" month --month "$evil" --am-income 1 --lang "$language"
  clean 2 "$FLEKS" month --month 2024-03 --am-income "$evil" --lang "$language"
  clean 2 "$FLEKS" hours --year 2025 --hourly-wage 200 --municipality "$evil" --lang "$language"
  clean 2 "$FLEKS" "$evil" --lang "$language"
  clean 2 "${month[@]}" --rates "$evil"
  clean 2 "${month[@]}" -o "$evil/x"
done
# Every field of every file that the examples have, one after the other.
mkdir fields
python3 "$FLEKS_SOURCE_DIR/tests/programs/helpers/every_field.py" "$FLEKS" "$FLEKS_SOURCE_DIR" "$work/fields" || failed=1
# The name is there, and the data are what they were.
runs 0 "$FLEKS" case case.json
grep -qF 'Sag: X\x0a\x0aFORGED 99.999,00 kr.' out || fail 'the name is not shown'
runs 0 "$FLEKS" case case.json --format json
json_has "j['name'] == json.load(open('case.json'))['name']"
finish
