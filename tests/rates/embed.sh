#!/usr/bin/env bash
# embed_rates EMBED SOURCE: the tables that the build puts into the library are checked first; nothing is written of wrong ones.
set -uo pipefail
embed=$1 source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
fail() { echo "$1"; exit 1; }
runs() {
  local want=$1 got=0
  shift
  "$embed" "$@" >out 2>said || got=$?
  [ "$got" -eq "$want" ] || fail "exit $got, not $want: embed_rates $* ($(cat said))"
}
header=key,valid_from,valid_to,value,unit,status,source,note
printf '%s\ntaper_low_pct,2013-01-01,,30,pct,read,"the ""law\\"" § 123",\n' $header >rates.csv
head -n 3 "$source/src/rates/municipal_tax.csv" >tax.csv

# What is written is a C++ text with its quotation marks escaped, and --check knows it again.
runs 0 rates.csv tax.csv table.inc
grep -qF 'rate(RateKey::taper_low_pct, RateStatus::read, 15706, ' table.inc || fail "not the row: $(cat table.inc)"
grep -qF ', 300000, "the \"law\\\" § 123", "")' table.inc || fail "not its source: $(cat table.inc)"
grep -qF 'tax("Aabenraa", 15706, 16070, 254000, -1, RateStatus::read, "DST PSKAT' table.inc || fail "not the tax: $(cat table.inc)"
runs 0 --check rates.csv tax.csv table.inc
grep -q '^1 rates and 2 municipal taxes' out || fail "not what is embedded: $(cat out)"
sed -i s/30,pct/31,pct/ rates.csv
runs 1 --check rates.csv tax.csv table.inc
grep -q 'table.inc is not what rates.csv and tax.csv give' said || fail "a table of another year is taken: $(cat said)"
runs 1 --check rates.csv tax.csv nowhere.inc

# Wrong rows: each is named with its file and line, and no table is written.
printf '%s\ntaper_low_pct,2013-01-01,,130,pct,read,law,\n' $header >bad.csv
runs 1 bad.csv tax.csv no.inc
grep -q '^bad.csv:2: taper_low_pct: ' said || fail "the row is not named: $(cat said)"
sed 's/,25.4,/,x,/' tax.csv >bad_tax.csv
runs 1 rates.csv bad_tax.csv no.inc
[ "$(grep -c '^bad_tax.csv:[23]: municipal_pct: ' said)" -eq 2 ] || fail "not both rows are named: $(cat said)"
runs 2 nowhere.csv tax.csv no.inc
runs 2 rates.csv nowhere.csv no.inc
grep -q 'cannot read rates.csv or nowhere.csv' said || fail "the file is not named: $(cat said)"
runs 2 rates.csv tax.csv
grep -q usage said || fail "usage is not said: $(cat said)"
runs 2
[ ! -e no.inc ] || fail 'a table is written of wrong rows'
runs 2 rates.csv tax.csv nowhere/table.inc
