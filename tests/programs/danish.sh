#!/usr/bin/env bash
# The Danish of every output is one language: no word that the glossary has another for, no English, no full stop twice.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"

# Everything Danish: what the outputs are stored as, help, manual and rules of every task, and the errors of the words.
cp "$expected_dir"/*_da.txt "$expected_dir"/*_da.html "$work"
"$FLEKS" --help >"$work/help_da.txt"
"$FLEKS" --manual >"$work/manual_da.txt"
"$FLEKS" rules >"$work/rules_da.txt"
# Every rate with its sources and notes, and of months the rates that they use.
"$FLEKS" rates >"$work/rates_all_da.txt"
[ "$(grep -c ' ikke fundet$' "$work/rates_all_da.txt")" -gt 20 ] || fail 'rates are missing'
for month in 2013-03 2016-03 2018-03 2024-03 2025-03; do
  "$FLEKS" month --month $month --am-income 15600 | sed -n '/^Satser for /,/^$/p' >"$work/rates_${month}_da.txt"
  [ -s "$work/rates_${month}_da.txt" ] || fail "no rates of $month"
done
for task in $("$FLEKS" --help | sed -n 's/^  \([a-z][a-z-]*\)  .*/\1/p' | sort -u); do
  "$FLEKS" "$task" --help >"$work/help_${task}_da.txt"
  "$FLEKS" "$task" --manual >"$work/manual_${task}_da.txt"
done
# What stands in the cells of a workbook, of a month with rates that are derived.
"$FLEKS" month --month 2025-03 --am-income 15600 --ceiling 32067 --paid-hours 78 --format xlsx -o "$work/month.xlsx"
python3 -c 'import html, re, sys, zipfile
for text in re.findall("<t[^>]*>([^<]*)</t>", zipfile.ZipFile(sys.argv[1]).read("xl/sharedStrings.xml").decode()): print(html.unescape(text))' \
  "$work/month.xlsx" >"$work/rates_2025_workbook_da.txt"
grep -q '^udledt: ' "$work/rates_2025_workbook_da.txt" || fail 'the workbook has no rates'
[ "$(ls "$work"/*_da.* | wc -l)" -gt 60 ] || fail 'outputs are missing'
# What every case says, but for its steps, which are exact; and what it costs.
for file in "$FLEKS_SOURCE_DIR"/{examples,tests}/cases/*.json; do
  "$FLEKS" case "$file" >"$work/case_$(basename "$file" .json)_da.txt" || fail "no text: $file"
  "$FLEKS" municipality --case "$file" >"$work/municipality_$(basename "$file" .json)_da.txt" || rm "$work/municipality_$(basename "$file" .json)_da.txt"
done
# The page has its texts in its sources; a case says what it is; and the glossary has the words in Danish.
for file in "$FLEKS_SOURCE_DIR"/examples/web/src/*.ts* "$FLEKS_SOURCE_DIR"/examples/web/index.html "$FLEKS_SOURCE_DIR"/examples/cases/*.json \
  "$FLEKS_SOURCE_DIR"/examples/guide/glossary.md; do
  cp "$file" "$work/${file##*/}_da.source"
done
[ "$(ls "$work"/*_da.source | wc -l)" -gt 25 ] || fail 'sources of the page are missing'

# Not to be used, and what is said instead.
words=(
  'hverdag' 'dage fra mandag til fredag'
  'ferie(dage)? på ledighedsydelse' 'ferie med ledighedsydelse'
  'timer til stede' 'fremmødetimer'
  'betalte timer' 'løntimer'
  'fuld sats' 'højeste sats'
  'dagbeløb' 'dagsbeløb'
  'skåret|skæres|afkort' 'nedsat på grund af lønloftet'
  'modregn' 'trækkes fra'
  'aftrap' 'fradrag'
  'eget arbejde' 'selvstændig bibeskæftigelse'
  'almindelige vilkår' 'ordinære vilkår'
  'skyldigt' 'ret til'
  '(^|[^[:alpha:]])ventet' 'forventet'
  'på øren' 'på øre'
  'ørerne' 'øre'
  'til rådighed efter skat' 'i hånden efter skat'
  'offentligt? ATP' 'statens ATP-bidrag'
  'erhvervsudygtighed' 'tab af erhvervsevne'
  '(ikke|kun) gives sammen' 'bruges sammen'
  'giv én af' 'angiv én af'
  'i det givne' 'i input'
  '(er|den) kendt [0-9]' 'oplyst'
  'andet gang' 'anden gang'
  ',[0-9]{3,} kr' 'kroner og øre'
  'boligstøtten?([^l[:alpha:]]|$)' 'boligsikring'
  'hånden springer' 'beløbet i hånden falder eller stiger'
)
for ((i = 0; i < ${#words[@]}; i += 2)); do
  grep -niE -- "${words[i]}" "$work"/*_da.* >"$work/found" && fail "not »${words[i]}« but »${words[i + 1]}«: $(sed "s|^$work/||" "$work/found" | head -n 3)"
done

# English, but for options, addresses, files of repositories and the values of a form; and of the rates more words, which stand elsewhere
# in Danish for something else.
plain() { sed -E 's/https?:[^ ]*//g; s/--[a-z-]+//g; s/[^ ]*[@\/][^ ]*[a-z_][^ ]*//g; /Tilladt: read, derived, missing/d' "$@"; }
english() { grep -niE "(^|[^[:alnum:]_.-])($1)([^[:alnum:]_-]|\$)"; }
anywhere='the|and|with|derived|assumed|unchanged|shared|not found|secondary table|nearest|rounded|quarterly|parents?|church|report'
of_rates='of|from|per|is|are|was|in|on|only|each|half|child|children|year|years|month|weeks?|hours|limit|base|page|pages|steps?|source|stated|read|missing|public|calculator|amounts?'
plain "$work"/*_da.txt | english "$anywhere" >"$work/found" && fail "English: $(head -n 3 "$work/found")"
plain "$work"/rates_all_da.txt "$work"/rates_20*_da.txt | english "$anywhere|$of_rates" >"$work/found" && fail "English of rates: $(head -n 3 "$work/found")"
# A sentence that ends in an abbreviation has one full stop; in the page's sources an amount ends with it.
grep -noE 'say\((`[^`]*say\.kr\([^{}]*\)\}\.)' "$work"/*_da.source >"$work/found" && fail "two full stops: $(head -n 3 "$work/found")"
grep -nE '(kr|pct|stk|nr|m\.v)\.\.( |$)' "$work"/*_da.txt >"$work/found" && fail "two full stops: $(head -n 3 "$work/found")"
# The rule finds what it is to find.
printf 'Alle månedens 21 hverdage\nen del er afkortet\n' >"$work/planted"
[ "$(grep -ciE "${words[0]}|afkort" "$work/planted")" -eq 2 ] || fail 'a planted word is not found'
printf '    derived: 98 pct. of 21092\n    (not found)\nhttps://bm.dk/the/year and\n' >"$work/planted"
[ "$(plain "$work/planted" | english "$anywhere|$of_rates" | wc -l)" -eq 3 ] || fail 'planted English is not found'
"$FLEKS" rates --lang en >"$work/planted"
[ "$(plain "$work/planted" | english "$anywhere" | wc -l)" -gt 200 ] || fail 'the English of the rates is not found'
finish
