#!/usr/bin/env bash
# Bad input: exit 2, nothing in the output, one message that names the field, in the language asked for.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
march() { "$FLEKS" month --month 2024-03 "$@"; }

for bad in 1e4 -5 12,345.67 99999999999999999999 100000000.01 '' ' ' +5 5- 5.123 1.5600,00 1,2,3 0x10 NaN inf ½ '{}' '[1,2]' 5euro '1 5600' '15 60' '15.600' -0; do
  refuses '--am-income: ' march --am-income "$bad"
  refuses '--am-income: ' march "--am-income=$bad"
done
for option in --own-pension --employer-pension --other-wage --care-income --daily-benefit --ceiling --ceiling-hourly --holiday-supplement --expect; do
  refuses "$option: " march --am-income 15600 "$option" -1
  refuses "$option: " march --am-income 15600 "$option" ''
done
refuses '--own-pension: »101%«' march --hourly-wage 200 --weekly-hours 18 --own-pension 101%
refuses '--own-pension: »9.000,00« er mere end den løn' march --hourly-wage 200 --weekly-hours 10 --own-pension 9000
refuses '--own-pension: »100%«' march --am-income 15600 --own-pension 100%
refuses '--weekly-hours: »168.5«' march --hourly-wage 200 --weekly-hours 168.5
refuses '--weekly-hours: mangler' march --hourly-wage 200
refuses '--intensity: »100,5«' march --hourly-wage 200 --weekly-hours 18 --intensity 100,5
refuses '--paid-hours: mangler' march --monthly-wage 15600
refuses '--paid-hours: »744.5«' march --am-income 15600 --paid-hours 744.5
refuses '--ledighedsydelse-days: »32«' march --am-income 15600 --ledighedsydelse-days 32
refuses '--benefits-in-kind: »20.000,00«' march --am-income 15600 --benefits-in-kind 20000
refuses '--employed-from: ' march --am-income 15600 --employed-from 2024-02-30
refuses '--employed-from: ' march --am-income 15600 --employed-from 2024-03-01 --employed-to 2024-03-02

# Months and dates that do not exist, or that no rate reaches.
for bad in 2024-13 2024-00 2024-3 24-03 2024/03 2024-03-01 '' 2024-03x; do refuses '--month: ' "$FLEKS" month --month "$bad" --am-income 15600; done
refuses '--month: mangler' "$FLEKS" month --am-income 15600
next=$(next_year)
refuses "--month $next-01: højeste fleksløntilskud (fleksloentilskud_max_month): der er ingen sats for 1. januar $next" "$FLEKS" month --month "$next-01" --am-income 15600
refuses '--month 2012-12: ' "$FLEKS" month --month 2012-12 --am-income 15600
refuses '--wage-month: ' march --am-income 15600 --wage-month 2024-04

# Which options there are, and which go together.
refuses 'Angiv én af: --am-income, --monthly-wage, --hourly-wage' march
refuses '--monthly-wage: kan ikke bruges sammen med --am-income' march --am-income 1 --monthly-wage 1
refuses '--weekly-hours: kan kun bruges sammen med --hourly-wage' march --am-income 1 --weekly-hours 5
refuses '--ceiling-pension: kan kun bruges sammen med --ceiling-hourly' march --am-income 1 --ceiling 5 --ceiling-pension 8
refuses '--ceiling-hourly: kan ikke bruges sammen med --ceiling' march --am-income 1 --ceiling 5 --ceiling-hourly 8
refuses '--am-income: er angivet mere end én gang' march --am-income 1 --am-income 1
refuses '--am-income: er tom' march --am-income
refuses '--am-income: er tom' march --am-income --ceiling 5
refuses '»--am-incom« kendes ikke. Tilladt: --am-income' march --am-incom 15600
refuses '»noget« kendes ikke' march --am-income 15600 noget
refuses '»rates« kendes ikke' march --am-income 15600 rates
refuses '--own-atp: kan kun bruges sammen med --monthly-wage, --full-time-wage, --hourly-wage' march --am-income 1 --own-atp counted
runs 0 march --am-income 15600 --own-atp excluded
refuses '--round-to: »euro«' march --am-income 15600 --round-to euro
refuses '--lang: »xx«' march --am-income 15600 --lang xx
refuses '»nosuch«' "$FLEKS" nosuch
refuses '»--help=x« kendes ikke' march --am-income 15600 --help=x
refuses '»-hx« kendes ikke' march --am-income 15600 -hx
refuses '»-x« kendes ikke' march --am-income 15600 -- -x
refuses '-o: er tom' march --am-income 15600 -o
runs 0 march --am-income=15600 "-o$work/joined"
[ -s "$work/joined" ] || fail 'nothing is written by -oFILE'
refuses 'mangler' "$FLEKS"

# The same in English.
refuses '--am-income: "1e4" is not a number. Allowed: 0 to 100,000,000' march --am-income 1e4 --lang en
refuses '"--am-incom" is not known. Allowed: --am-income' "$FLEKS" --lang en month --am-incom 1

# Files that are none.
mkfifo "$work/pipe"
refuses 'det er en mappe' march --am-income 15600 --rates "$work"
refuses 'filen findes ikke' march --am-income 15600 --rates "$work/none"
refuses 'ikke en almindelig fil' march --am-income 15600 --rates "$work/pipe"
refuses '--rates: er tom' march --am-income 15600 --rates ''
refuses '-o: ' march --am-income 15600 -o "$work"
refuses '-o: ' march --am-income 15600 -o "$work/none/file"
if [ -e /dev/full ]; then
  refuses '-o: »/dev/full«' march --am-income 15600 -o /dev/full
  "$FLEKS" month --month 2024-03 --am-income 15600 >/dev/full 2>"$work/err"
  [ $? -eq 2 ] && grep -q 'kan ikke skrives' "$work/err" || fail 'a full disk is not noticed'
fi

# A rates file with a wrong row is refused with its line.
head -n 1 "$FLEKS_SOURCE_DIR/src/rates/rates.csv" >"$work/rates.csv"
echo 'taper_low_pct,2024-01-01,,130,pct,read,a test,' >>"$work/rates.csv"
refuses 'linje 2: taper_low_pct: »130« er for stort' march --am-income 15600 --rates "$work/rates.csv"
finish
