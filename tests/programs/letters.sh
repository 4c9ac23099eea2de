#!/usr/bin/env bash
# fleks case --letter: whole letters of every kind, in both languages, as they were worked out by hand (letters/README.md); the
# page of a letter; and, where there is a Chromium, that it prints on one sheet.
set -euo pipefail
. "$(dirname "$0")/helpers/compare.sh"
cases=$FLEKS_SOURCE_DIR/tests/programs/letters

# letter_is NAME FILE option...: the letter is the one stored, in Danish and in English.
letter_is() {
  local name=$1 file=$2
  shift 2
  local type=txt
  [[ "$*" != *"--format html"* ]] || type=html
  for language in da en; do same_as "letter_${name}_$language.$type" 0 "$FLEKS" case "$cases/$file.json" "$@" --lang "$language"; done
}
while read -r name file options; do
  # shellcheck disable=SC2086
  letter_is "$name" "$file" $options
done < <(grep -v '^#' "$cases/stored.txt")
# After tax, as guidance: the same krone as the month's own after tax.
after_tax_is_the_months() {
  "$FLEKS" month --month 2024-04 --am-income 9100 --own-pension 364 --employer-pension 728 --paid-hours 65 --ceiling 27800 --after-tax "$@" \
    --lang en --format json >"$work/month.json"
  "$FLEKS" case "$cases/ordinary.json" --letter 2024-04 --after-tax "$@" --lang en >"$work/letter.txt"
  python3 - "$work/month.json" "$work/letter.txt" <<'END' || fail "another tax than the month's: $*"
import json, sys
tax, letter = json.load(open(sys.argv[1]))['tax'], open(sys.argv[2]).read()
shown = lambda amount: f'{float(amount):,.2f}'
assert f"-{shown(tax['withheld'])}\n" in letter and f"DKK {shown(tax['in_hand'])}\n" in letter, (tax, letter)
END
}
after_tax_is_the_months --municipality Aarhus
after_tax_is_the_months --municipality Odense --church --tax-card secondary
after_tax_is_the_months --municipal-tax 25 --deduction 5000 --single-parent
# A letter that pays nothing out, or corrects, says nothing of tax.
same_as letter_no_right_da.txt 0 "$FLEKS" case "$cases/no_right.json" --letter 2024-03 --after-tax
refuses --after-tax "$FLEKS" case "$cases/hearing.json" --correct-from 2024-02 --letter 2024-06 --after-tax
refuses '--deduction' "$FLEKS" case "$cases/ordinary.json" --letter 2024-04 --after-tax --tax-card secondary --deduction 5000
refuses '--tax-card' "$FLEKS" case "$cases/ordinary.json" --letter 2024-04 --tax-card secondary
refuses '--after-tax' "$FLEKS" case "$cases/ordinary.json" --after-tax
refuses 'Aarhus' "$FLEKS" case "$cases/ordinary.json" --letter 2024-04 --after-tax --municipality Aarhuus


refuses --letter "$FLEKS" case "$cases/ordinary.json" --correct-from 2024-04 --letter 2024-03
refuses '2024-03 to 2024-04' "$FLEKS" case "$cases/ordinary.json" --letter 2024-05 --lang en

chromium=$(command -v chromium || command -v chromium-browser || true)
if [ -n "$chromium" ]; then
  for each in 'ordinary --letter 2024-04' 'regulation --correct-from 2024-02 --letter 2024-06 --as-of 2024-07-18' 'two_jobs --letter 2024-03'; do
    # shellcheck disable=SC2086
    set -- $each
    "$FLEKS" case "$cases/$1.json" "${@:2}" --format html -o "$work/page.html"
    timeout 100 "$chromium" --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$work/page.pdf" "$work/page.html" >/dev/null 2>&1 ||
      { echo "chromium does not print here"; break; }
    python3 -c 'import re, sys; n = len(re.findall(rb"/Type\s*/Page[^s]", open(sys.argv[1], "rb").read())); sys.exit(n != 1)' "$work/page.pdf" ||
      fail "$1 is not one page"
  done
fi
finish
