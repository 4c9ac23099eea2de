#!/usr/bin/env bash
# fleks hours: the worth of an hour in every form, and what is refused.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
hours() { "$FLEKS" hours "$@"; }
low() { hours --year 2024 --hourly-wage 120 --municipal-tax 25 --own-atp counted "$@"; }

# 120 kr. an hour in 2024: the ceiling takes every hour from the first.
runs 0 low --format json
json_has "len(j['rows']) == 37 and {int(r['gross_pay'].replace('.', '')) + int(r['fleksloentilskud'].replace('.', '')) for r in j['rows']} == {1924000}"
json_has "j['rows'][0]['in_hand'] == '13324.83' and j['rows'][36]['in_hand'] == '13158.83'"
json_has "all(r['extra']['verdict'] != 'pays' and float(r['extra']['taken']['ceiling']) > 0 for r in j['rows'][1:])"
json_has "j['summary']['no_gain_hourly_wage'] == '124.44' and j['summary']['best_hours'] == '1'"
json_has "sorted(range(1, 37), key=lambda i: float(j['rows'][i]['extra']['in_hand']))[:3] == [8, 17, 26]"
same_as hours_low_da.txt 0 low
same_as hours_low_en.txt 0 low --lang en
sed -n 3p "$work/out" | grep -q 'At 37 hours you have DKK 166 less a month' || fail 'the text does not say first that 37 hours put less in hand'

# 200 kr.: the threshold and the ceiling as exact fractions of an hour.
runs 0 hours --year 2024 --hourly-wage 200 --municipal-tax 25 --own-atp counted --format json
json_has "{'48969/2600', '96407/4680'} <= {k['hours'] for k in j['kinks'] if k['cause'] in ('taper_threshold', 'ceiling_reached')}"
json_has "all(k['rule'] and k['before'] and k['after'] for k in j['kinks']) and {k['hours'] for k in j['kinks'] if k['jump']} == {'9', '18', '27'}"

# What a raise gives, with the ceiling following or not.
runs 0 hours --year 2022 --hourly-wage 200 --municipal-tax 25 --own-atp counted --raise 20 --at-hours 20 --format json
json_has "j['ceiling_follows']['share_of_raise_pct'] == '45.02' and j['ceiling_stays']['share_of_raise_pct'] == '45.02'"
runs 0 hours --year 2022 --hourly-wage 125 --municipal-tax 25 --own-atp counted --raise 20 --at-hours 20 --format json
json_has "j['ceiling_follows']['gross_pay_and_subsidy'] == '3207.33' and j['ceiling_stays']['gross_pay_and_subsidy'] == '0.33'"
same_as hours_raise_da.txt 0 hours --year 2022 --hourly-wage 125 --municipal-tax 25 --own-atp counted --raise 20 --at-hours 20

# From no job: ledighedsydelse, and what the first hour gives.
runs 0 hours --year 2025 --hourly-wage 185 --municipality KOEBENHAVN --own-pension 4% --employer-pension 8% --from 0 --to 20 --rent 7000 --format json
json_has "j['municipality'] == 'København' and j['rows'][0]['hours'] == '0' and j['rows'][0]['ledighedsydelse'] == '18772.00'"
json_has "j['rows'][1]['extra']['given'] == j['rows'][1]['fleksloentilskud'] and j['rows'][1]['extra']['taken']['ledighedsydelse'] == '18772.00' and 'given' not in j['rows'][2]['extra']"
same_as hours_job_da.txt 0 hours --year 2025 --hourly-wage 185 --municipality København --own-pension 4% --employer-pension 8% --from 0 --to 20 --rent 7000

# A real course: 9 hours at 75 pct. to 12 hours at 85 pct.
same_as hours_course_da.txt 0 hours --year 2024 --hourly-wage 150 --municipal-tax 25 --course 9@75,12@85
runs 0 hours --year 2024 --hourly-wage 150 --municipal-tax 25 --course 9@75,12@85 --format json
json_has "[r['paid_hours'] for r in j['rows']] == ['6.75', '7.5', '8.25', '9', '9.6', '10.2']"

# Over the wage, and as CSV.
runs 0 hours --year 2025 --over wage --from 100 --to 130 --step 10 --at-hours 20 --format json
json_has "[r['hourly_wage'] for r in j['rows']] == ['100.00', '110.00', '120.00', '130.00']"
# 2025, 20 hours: a ceiling that follows the wage binds until wage and subsidy are below it, at the w for which
# 0,45 (86 2/3 w - 66) + 20.670 + 0,25 x 16.911 = 160 1/3 w.
over_wage() { hours --year 2025 --municipal-tax 25 --over wage --from 160 --to 220 --step 20 --at-hours 20 "$@"; }
runs 0 over_wage --format json
json_has "[k['hourly_wage'] for k in j['kinks'] if k['cause'] == 'ceiling_reached'] == ['1492083/7280'] and all('hours' not in k for k in j['kinks'])"
json_has "j['normal_wage_ceiling'] is None and [r['hours'] for r in j['rows']] == ['20'] * 4"
same_as hours_wage_da.txt 0 over_wage
same_as hours_wage_en.txt 0 over_wage --lang en --ceiling 30000 --church-tax 0.8
runs 0 over_wage --ceiling 30000 --format json
json_has "j['normal_wage_ceiling'] == '30000.00'"
runs 0 over_wage --format csv
[ "$(cut -d, -f1-4 "$work/out" | sed -n 2,3p | tr '\n' ' ')" = '20,100,20,160.00 20,100,20,180.00 ' ] || fail "csv over the wage: $(cut -d, -f1-4 "$work/out" | sed -n 1,3p)"
runs 0 over_wage --format svg
grep -q 'kroner i timen' "$work/out" && grep -q 'Hvor går en højere timeløn hen? 2025, 20 timer om ugen' "$work/out" || fail 'no picture over the wage'
runs 0 over_wage --format svg --lang en
grep -q 'Where does a higher hourly wage go? 2025, 20 hours a week' "$work/out" || fail 'no English picture over the wage'
# One point is no change: nothing to draw but the point, and no word of steps.
runs 0 hours --year 2025 --municipal-tax 25 --over wage --from 150 --to 150 --at-hours 20 --format svg
grep -q '</svg>' "$work/out" || fail 'no picture of one point'
runs 0 hours --year 2025 --hourly-wage 150 --municipal-tax 25 --from 0 --to 0
grep -q 'skridt betaler' "$work/out" && fail 'steps of one row are counted'
# A raise under a ceiling that is stated, no raise at all, and one that cannot be.
same_as hours_raise_stated_en.txt 0 hours --year 2025 --hourly-wage 150 --municipal-tax 25 --ceiling 30000 --raise 10 --at-hours 20 --lang en
runs 0 hours --year 2025 --hourly-wage 150 --municipal-tax 25 --raise 0 --at-hours 20 --format json
json_has "j['ceiling_stays']['share_of_raise_pct'] is None and j['ceiling_stays']['in_hand'] == '0.00'"
runs 0 hours --year 2025 --hourly-wage 150 --municipal-tax 25 --raise 0 --at-hours 20
grep -q 'af stigningen' "$work/out" && fail 'a share of no raise'
refuses '--hourly-wage: »' hours --year 2025 --hourly-wage 99999999 --municipal-tax 25 --raise 10 --at-hours 20
# An intensity is named with its hours, in the picture too; a reform is named first.
runs 0 hours --year 2025 --hourly-wage 200 --municipal-tax 25 --intensity 50 --format svg
grep -q 'fremmødetimer om ugen' "$work/out" || fail 'no intensity in the picture'
runs 0 hours --year 2025 --hourly-wage 200 --municipal-tax 25 --reform "$FLEKS_SOURCE_DIR/examples/reforms/1-always-pays.json"
grep -q '^Efter en reform: Det kan altid betale sig' "$work/out" || fail 'the reform is not named'
runs 0 hours --year 2025 --hourly-wage 200 --church
grep -q 'årets gennemsnit' "$work/out" || fail 'the average tax is not named'
runs 0 hours --year 2025 --hourly-wage 200 --intensity 50 --format csv --from 0 --to 3
[ "$(cut -d, -f1-3 "$work/out" | tr '\n' ' ')" = 'hours,intensity,paid_hours 0,50,0 1,50,0.5 2,50,1 3,50,1.5 ' ] || fail 'csv columns'
[ "$(awk -F, '{print NF}' "$work/out" | sort -u)" = 38 ] || fail 'csv rows of different lengths'

# The picture, in both languages.
runs 0 hours --year 2025 --hourly-wage 200 --municipality Aarhus --format svg -o "$work/a.svg"
grep -q '</svg>' "$work/a.svg" && grep -q 'jobfradraget begynder' "$work/a.svg" || fail 'no picture'
runs 0 hours --year 2025 --hourly-wage 200 --municipality Aarhus --format svg --lang en
grep -q 'job deduction begins' "$work/out" || fail 'no English picture'

# Another year's taxes of the municipalities, given at run time; the built-in ones stay as they are.
{ head -n 1 "$FLEKS_SOURCE_DIR/src/rates/municipal_tax.csv"; echo 'Aarhus,2025-01-01,2025-12-31,20,0.5,read,a list'; } >"$work/taxes.csv"
runs 0 hours --year 2025 --hourly-wage 200 --municipality aarhus --church --municipal-taxes "$work/taxes.csv" --format json
json_has "j['municipal_tax'] == '20' and j['church_tax'] == '0.5' and j['municipality'] == 'Aarhus'"
runs 0 hours --year 2026 --hourly-wage 200 --municipality aarhus --municipal-taxes "$work/taxes.csv" --format json
json_has "float(j['municipal_tax']) > 20"
echo 'Aarhus,2026-01-02,,20,0.5,read,a list' >>"$work/taxes.csv"
refuses 'linje 3: Aarhus: ' hours --year 2025 --hourly-wage 200 --municipality aarhus --municipal-taxes "$work/taxes.csv"
refuses '--municipal-taxes: ' hours --year 2025 --hourly-wage 200 --municipal-taxes "$work/nowhere.csv"

# Nothing but the program draws it: without a folder for temporary files, without another program.
PATH=/nowhere TMPDIR=/nowhere "$FLEKS" hours --year 2025 --hourly-wage 200 --municipality Aarhus --format svg >"$work/b.svg" || fail 'no picture without other programs'
cmp "$work/a.svg" "$work/b.svg" || fail 'another picture without other programs'
python3 -c "
import sys, xml.etree.ElementTree as tree
root = tree.parse(sys.argv[1]).getroot()
svg = '{http://www.w3.org/2000/svg}'
assert root.get('role') == 'img' and root.get('lang') == 'da'
assert root.find(svg + 'title').text and root.find(svg + 'desc').text
assert not [e for e in root.iter() if '\$' in (e.text or '') or 'nuplot' in (e.text or '')]
" "$work/a.svg" || fail 'the picture is not well formed, or says nothing of itself'

refuses '--year: mangler' hours --hourly-wage 200
refuses '--hourly-wage: mangler' hours --year 2024
refuses 'gennemsnitlig kommuneskat 2024: --municipal-tax: mangler' hours --year 2024 --hourly-wage 200 --format json
refuses '--municipal-tax: mangler' hours --year 2024 --hourly-wage 200 --church
# Before tax, where neither the municipal tax nor the year's average is known.
same_as hours_before_tax_da.txt 0 hours --year 2024 --hourly-wage 200 --from 0 --step 12
same_as hours_before_tax_en.txt 0 hours --year 2020 --over wage --from 150 --to 250 --step 50 --at-hours 20 --lang en
# On a wide terminal wage, subsidy and tax have columns of their own.
on_terminal() {
  python3 - "$FLEKS" "$1" <<'END'
import fcntl, os, pty, struct, sys, termios
child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack('HHHH', 50, int(sys.argv[2]), 0, 0))
    os.execv(sys.argv[1], ['fleks', 'hours', '--year', '2025', '--hourly-wage', '200', '--municipal-tax', '25', '--step', '12'])
said = b''
while True:
    try:
        part = os.read(terminal, 65536)
    except OSError:
        break
    if not part:
        break
    said += part
os.waitpid(child, 0)
sys.stdout.write(said.decode().replace('\r', ''))
END
}
if python3 -c 'import os; os.openpty()' 2>/dev/null; then
  on_terminal 140 >"$work/wide"
  grep -q 'Løn før *Tilskud *AM-bidrag *I hånden' "$work/wide" || fail "no wide table on a wide terminal: $(head -c 300 "$work/wide")"
  on_terminal 100 >"$work/narrow"
  grep -q '^  Timer *I hånden' "$work/narrow" || fail "no narrow table on a narrow terminal: $(head -c 300 "$work/narrow")"
else
  echo 'this machine has no terminals to give (no /dev/pts): the tables on one were left out'
fi
refuses '--own-pension: »4«' hours --year 2025 --hourly-wage 200 --own-pension 4
refuses '--municipality: »Atlantis«' hours --year 2025 --hourly-wage 200 --municipality Atlantis
runs 0 hours --year 2024 --hourly-wage 200 --municipality Aarhus --format csv
refuses '--rent: »-1«' hours --year 2025 --hourly-wage 200 --rent -1
refuses 'housing_benefit' hours --year 2019 --hourly-wage 200 --municipal-tax 25 --rent 5000
refuses '--to: »5«' hours --year 2025 --hourly-wage 200 --from 6 --to 5
refuses '--step: »0«' hours --year 2025 --hourly-wage 200 --step 0
refuses '--children: »x«' hours --year 2025 --hourly-wage 200 --children x
refuses '--at-hours: mangler' hours --year 2025 --hourly-wage 200 --raise 10
refuses '--course: »9x«' hours --year 2025 --hourly-wage 200 --course 9x@75
# Years with health contribution, and 2016 for all but single parents.
for year in $(seq 2013 2019); do runs 0 hours --year "$year" --hourly-wage 200 --municipal-tax 25 --format csv; done
refuses 'tax_single_parent_deduction_max_year' hours --year 2016 --hourly-wage 200 --municipal-tax 25 --single-parent
# The way back: the hours at which so much is in hand, and running them gives it.
runs 0 hours --year 2024 --hourly-wage 200 --municipal-tax 25 --target 17000 --format json
json_has "j['target'] == '17000.00' and j['targets'] and all({'hours', 'exact', 'paid_hours', 'in_hand', 'clock'} <= set(t) for t in j['targets'])"
found=$(python3 -c "import json, sys; print(json.load(open(sys.argv[1]))['targets'][0]['hours'])" "$work/out")
runs 0 hours --year 2024 --hourly-wage 200 --municipal-tax 25 --from "$found" --to "$found" --format json
json_has "abs(float(j['rows'][0]['in_hand']) - 17000) < 1.2"
runs 0 hours --year 2024 --hourly-wage 200 --municipal-tax 25 --target 90000 --format json
json_has "j['targets'] == [] and set(j['most']) == {'hours', 'in_hand'}"
runs 0 hours --year 2025 --municipal-tax 25 --over wage --from 100 --to 400 --at-hours 20 --target 17000 --format json
json_has "len(j['targets']) == 1 and 'hourly_wage' in j['targets'][0]"
runs 0 hours --year 2025 --municipal-tax 25 --over wage --from 100 --to 200 --at-hours 20 --target 90000 --format json
json_has "j['most']['hourly_wage'] == '200.00'"
same_as hours_target_da.txt 0 hours --year 2024 --hourly-wage 200 --municipal-tax 25 --step 6 --target 16300
same_as hours_target_en.txt 0 hours --year 2024 --hourly-wage 200 --municipal-tax 25 --step 6 --target 90000 --lang en
refuses '--target' hours --year 2024 --hourly-wage 200 --municipal-tax 25 --course 9@75,12@85 --target 1
# The last point is a row, whatever the step.
runs 0 hours --year 2024 --hourly-wage 200 --municipal-tax 25 --step 5 --format json
json_has "[r['hours'] for r in j['rows']][-2:] == ['36', '37']"
# A single parent of two with daycare: what each takes, and the steps by name.
family() { hours --year 2026 --hourly-wage 200 --municipality Odense --single-parent --children 2 --daycare-places 2 --daycare-fee 3000 --child-ages 2,5 --rent 8000 --area 80 --heat-apart --wealth 0 --other-income 1000 --transport-km 60 --transport-days 200 --union-fee 5000 --birth-year 1985 "$@"; }
runs 0 family --format json
json_has "all({'daycare', 'child_benefit', 'other_income'} <= set(r) for r in j['rows']) and all('daycare' in r['extra']['taken'] for r in j['rows'][1:])"
json_has "any(k['cause'] == 'daycare_step' and k['rule'] == 'FRIPLADS' and k['jump'] for k in j['kinks'])"
same_as hours_family_da.txt 0 family --step 6
same_as hours_family_en.txt 0 family --step 6 --lang en
runs 0 family --format svg
grep -q 'dyrere dagtilbud' "$work/out" || fail 'daycare is not in the picture'
refuses '--daycare-fee' hours --year 2026 --hourly-wage 200 --municipal-tax 25 --daycare-places 1
refuses '--daycare-fee: kan kun bruges sammen med --daycare-places' hours --year 2026 --hourly-wage 200 --municipal-tax 25 --daycare-fee 1
refuses '--child-ages: »18«' hours --year 2026 --hourly-wage 200 --municipal-tax 25 --child-ages 3,18
refuses 'daycare_free_below_year' hours --year 2023 --hourly-wage 200 --municipal-tax 25 --daycare-places 1 --daycare-fee 3000
next=$(next_year)
refuses "$next" hours --year "$next" --hourly-wage 200 --municipal-tax 25
refuses "$next" hours --year "$next" --hourly-wage 200 --municipality Aarhus
# The measures by their names: each recomputed here from the amounts beside it.
family() { hours --year 2026 --hourly-wage 180 --municipal-tax 25 --own-pension 4% --employer-pension 8% --rent 8000 --area 70 --children 2 --daycare-places 1 --daycare-fee 2500 --child-ages 2,5 --from 0 --to 25 "$@"; }
runs 0 family --measures --format json
cat >"$work/measures.py" <<'PYTHON'
import json, sys
from decimal import Decimal as D, ROUND_HALF_UP
rows = json.load(open(sys.argv[1]))['rows']
def pct(part, of):
    return str((D(part) * 100 / D(of)).quantize(D('0.01'), ROUND_HALF_UP)).replace('-0.00', '0.00')
first = rows[0]
for row, after in zip(rows, rows[1:]):
    e, m = after['extra'], row['measures']['emtr_hour']
    assert m['total'] == pct(D(e['gross_pay']) - D(e['in_hand']), e['gross_pay']), row['hours']
    for name in ('taper', 'ceiling', 'am_contribution', 'tax', 'housing_benefit', 'daycare', 'child_benefit'):
        assert m[name] == pct(e['taken'][name], e['gross_pay']), (row['hours'], name)
    assert m['saved'] == pct(D(e['pension_saved']) - D(e['employer_pension']) - D(e['added']), e['gross_pay']), row['hours']
    assert m['ledighedsydelse'] == pct(D(e['taken'].get('ledighedsydelse', 0)) - D(e.get('given', 0)), e['gross_pay'])
    ptr = after['measures']['ptr']
    assert ptr['total'] == pct(D(after['gross_pay']) - D(after['in_hand']) + D(first['in_hand']), after['gross_pay'])
    assert ptr['tax'] == pct(D(after['tax']) - D(first['tax']), after['gross_pay'])
    assert after['measures']['replacement_rate'] == pct(first['in_hand'], after['in_hand'])
assert all(first['measures'][name] is None for name in ('emtr_krone', 'ptr', 'replacement_rate'))
assert len({row['measures']['emtr_hour']['total'] for row in rows}) > 5
PYTHON
python3 "$work/measures.py" "$work/out" || fail 'the measures are not what the amounts beside them give'
# Of a krone: the slopes of the exact kinks over the wage say the same where the ceiling is stated.
runs 0 hours --year 2025 --municipal-tax 25 --over wage --from 160 --to 220 --step 20 --at-hours 20 --ceiling 30000 --format json --measures
json_has "abs(float(j['kinks'][0]['before']) / (20 * 52 / 12) - (1 - float(j['rows'][0]['measures']['emtr_krone']['total']) / 100)) < 0.0001"
same_as hours_measures_da.txt 0 family --measures --step 5
same_as hours_measures_en.txt 0 family --measures --step 5 --lang en
runs 0 family --measures --format csv
[ "$(sed -n 2p "$work/out" | tr -cd , | wc -c)" = "$(sed -n 1p "$work/out" | tr -cd , | wc -c)" ] || fail 'the measures are not in every CSV row'
head -1 "$work/out" | grep -q ',emtr_hour,emtr_hour_taper,.*,emtr_krone,.*,ptr,.*,replacement_rate$' || fail 'no measures in the CSV heading'
refuses '--measures' family --measures --format svg
refuses '--measures' hours --year 2024 --hourly-wage 200 --municipal-tax 25 --raise 5 --at-hours 10 --measures
# What the help says of years is what the tables know.
runs 0 hours --help
tr -s ' \n' ' ' <"$work/out" >"$work/help"
grep -Eq "gælder \(skat: 20[0-9]{2}-$((next - 1))\)" "$work/help" || fail "the years of tax are not those of the table"
grep -Eq "kommune \(98, årene 20[0-9]{2}-$((next - 1))\)" "$work/help" || fail "the years of municipal tax are not those of the table"
grep -Eq "regnes med \(20[0-9]{2}-$((next - 1))\)" "$work/help" || fail "the years of housing benefit are not those of the table"
finish
