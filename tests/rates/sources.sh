#!/usr/bin/env bash
# sources EMBED_LISTS SOURCE: every source and note of the tables of rates that is English has its Danish, and nothing else has.
set -uo pipefail
embed=$1 source=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
fail() { echo "$1"; exit 1; }
mkdir -p project/src/rules project/src/rates project/include/fleks/rules project/include/fleks/rates out
for file in src/rules/rules.csv src/rules/dated_readings.hpp src/rates/keys.csv include/fleks/rules/rule_list.hpp include/fleks/rates/rate_key_list.hpp; do
  ln -s "$source/$file" "project/$file"
done
# Each time with the tables as they are, but for what the text says: a sed script for one of them.
runs() {
  local want=$1 got=0
  cp "$source"/src/rates/{sources_da,rates,municipal_tax}.csv project/src/rates/
  if [ $# -gt 1 ]; then
    sed -i "$3" "project/src/rates/$2.csv"
    cmp -s "project/src/rates/$2.csv" "$source/src/rates/$2.csv" && fail "nothing is changed: $3"
  fi
  rm -f out/*
  "$embed" project out >out.txt 2>said || got=$?
  [ "$got" -eq "$want" ] || fail "exit $got, not $want: ${*:2} ($(cat said))"
  [ "$want" -eq 0 ] || [ ! -e out/source_words.inc ] || fail "a list is written of wrong tables: ${*:2}"
}
says() { grep -qF -- "$1" said || fail "not said: $1 ($(cat said))"; }

runs 0
grep -qxF '    {"not found", "ikke fundet"},' out/source_words.inc || fail 'not the row'
[ "$(grep -c '^    {' out/source_words.inc)" -eq "$(($(wc -l <"$source/src/rates/sources_da.csv") - 1))" ] || fail 'not every row'
# A text without a row: of a rate, of a note, of a municipal tax, each with its line; and a row without a text.
runs 1 sources_da '/^nordea,/d'
says "rates.csv:"
says "'nordea': no row of project/src/rates/sources_da.csv"
runs 1 rates 's/,2025 and 2026 assumed unchanged$/,2025 assumed unchanged/'
says "'2025 assumed unchanged': no row"
says "'2025 and 2026 assumed unchanged': no rate says so"
runs 1 municipal_tax '2s/; church not found/; church is lost/'
says "municipal_tax.csv:2: 'church is lost': no row"
# Addresses and paragraphs need none; what else stands beside them does.
runs 0 rates '2s|,derived: [^,]*,|,https://www.retsinformation.dk/eli/lta/2025/1004 § 80 stk. 2; BEK 1/2026 § 3 nr. 4; bm.dk; https://bm.dk/satser (2013-2015),|'
runs 1 rates '2s|,derived: [^,]*,|,https://bm.dk/satser (table of 2013),|'
says "rates.csv:2: 'https://bm.dk/satser (table of 2013)': no row"
# The Danish is there, once, in order, in as many pieces, and with the same numbers.
runs 1 sources_da 's/^not found,.*/not found,/'
says "'not found': no Danish"
runs 1 sources_da 's/^without children,.*/&\n&/'
says "'without children': rows stand in order, each once"
runs 1 sources_da 's/^within 2 kr.,.*/within 2 kr.,inden for 3 kr./'
says "'within 2 kr.': not the same numbers in Danish"
runs 1 sources_da 's/^without children,.*/without children,uden; børn/'
says "'without children': not as many pieces in Danish"
rm project/src/rates/sources_da.csv
"$embed" project out 2>said && fail 'built without the list'
says 'cannot read project/src/rates/sources_da.csv'
