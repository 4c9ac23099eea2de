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
  for language in da en; do same_as "letter_${name}_$language.txt" 0 "$FLEKS" case "$cases/$file.json" "$@" --lang "$language"; done
}
letter_is ordinary ordinary --letter 2024-04
letter_is ceiling ceiling --letter 2024-04
letter_is ceiling_reached ceiling_reached --letter 2024-04
letter_is holiday holiday --letter 2024-08
letter_is preliminary preliminary --letter 2024-04
letter_is unknown unknown --letter 2024-03 --as-of 2024-03-27
letter_is no_right no_right --letter 2024-03
letter_is back_pay back_pay --correct-from 2024-03 --letter 2024-05
letter_is hearing hearing --correct-from 2024-02 --letter 2024-06
letter_is regulation regulation --correct-from 2024-02 --letter 2024-06 --as-of 2024-07-18
letter_is repayment repayment --correct-from 2024-03 --letter 2024-03 --as-of 2024-04-24
letter_is kept kept --correct-from 2024-03 --letter 2024-03 --as-of 2024-04-24
letter_is benefit benefit --letter 2024-02
letter_is benefit_again benefit --letter 2024-03
letter_is right_ended right_ended --letter 2024-10
letter_is two_jobs two_jobs --letter 2024-03
same_as letter_ordinary_da.html 0 "$FLEKS" case "$cases/ordinary.json" --letter 2024-04 --format html

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
