#!/usr/bin/env bash
# fleks income --batch: a folder of citizens, each by itself; a file that fails, one that is several persons, a name with a person's number;
# killed in the middle it goes on, run again it changes nothing. FLEKS_CITIZENS says how many (10000 is measured by hand).
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
citizens=${FLEKS_CITIZENS:-200}
cd "$work" || exit 1
mkdir answers
PYTHONDONTWRITEBYTECODE=1 python3 - "$FLEKS_SOURCE_DIR" "$citizens" <<'P'
import json, sys
sys.path.insert(0, sys.argv[1] + '/tests/programs/helpers')
from answer import answer, report, tree
def pay(m, amount, **more):
    return report(f'2024-{m:02}-01', f'2024-{m:02}-28', f'LON{m}', f'2024-{m:02}-26', am=f'{amount}.00', own='288.00', employer='576.00', hours='52.00', **more)
for i in range(int(sys.argv[2])):
    number, payer, amount = f'32139{i:05}', f'{20000000 + i}', 7000 + i % 900
    reports = [pay(2, amount), pay(3, amount)]
    name = f'answers/c{i:05}'
    if i % 2 == 0:
        old = {'name': f'Borger {i}', 'from': '2024-02', 'to': '2024-03', 'employments': [{'id': f'se-{payer}', 'employer': 'Brugsen', 'from': '2024-02-01',
               'ceilings': [{'from': '2024-02-01', 'amount': '27800'}]}], 'holidays': [],
               'wages': [{'id': f'{payer}/LON2/2024-02-01', 'known': '2024-02-26', 'from': '2024-02-01', 'to': '2024-02-28', 'disposal': '2024-02-26',
                          'am_income': f'{amount - (500 if i % 4 == 0 else 0)}.00', 'own_pension': '288', 'employer_pension': '576', 'paid_hours': '52'}]}
        open(name + '.case.json', 'w').write(json.dumps(old))
    if i % 10 == 9:
        open(name + '.json', 'w').write(json.dumps(tree([(number, {payer: reports})])))
    else:
        open(name + '.xml', 'w').write(answer([(number, {payer: reports})]))
open('answers/broken.xml', 'w').write('<html>Log ind</html>')
open('answers/=SUM(1)&<x>.xml', 'w').write('')
open('answers/many.xml', 'w').write(answer([('3213999999', {'12345678': [pay(2, 7000), pay(3, 7000)]}), ('3213999998', {'23456789': [pay(2, 7100), pay(3, 7100)]})]))
open('answers/3213999997.xml', 'w').write(answer([('3213999997', {'12345678': [pay(2, 7000)]})]))
P
batch() { "$FLEKS" income --batch answers -o done --month 2024-04 --fetched 2024-04-02 --ceiling 27800 "$@"; }
sums() { (cd done && find . -type f -print0 | sort -z | xargs -0 sha256sum); }

# Killed in the middle, twice: what was done is done.
for _ in 1 2; do
  "$FLEKS" income --batch answers -o done --month 2024-04 --fetched 2024-04-02 --ceiling 27800 >/dev/null 2>&1 &
  pid=$!
  for _ in $(seq 200); do
    if [ "$(find done -name row.csv 2>/dev/null | wc -l)" -gt 5 ] || ! kill -0 "$pid" 2>/dev/null; then break; fi
    sleep 0.01
  done
  kill -9 "$pid" 2>/dev/null
  wait "$pid" 2>/dev/null
done
runs 1 batch
grep -q "^Filer: $((citizens + 4)), .*fejl: 3\$" out || fail "$(cat out)"
[ -z "$(find done -name '*.part')" ] || fail 'a piece is left'
sums >first
stat -c '%Y %Z %n' done/*/* >times
runs 1 batch
grep -q "regnet før: $((citizens + 4))," out || fail "not all was known again: $(cat out)"
sums | cmp -s - first || fail 'run again, bytes have changed'
stat -c '%Y %Z %n' done/*/* | cmp -s - times || fail 'run again, files were written'
# As if it had never been killed.
mv done killed
runs 1 batch
sums | cmp -s - first || fail 'the killed run has left other bytes'

python3 - "$citizens" <<'P' || failed=1
import csv, os, sys
n = int(sys.argv[1])
rows = list(csv.DictReader(open('done/sheet.csv', encoding='utf-8'), delimiter=';'))
by = {r['borger']: r for r in rows}
assert len(rows) == n + 5, len(rows)  # the file of two is two rows
assert 'html' in by['broken']['hvorfor'] and by['broken']['skal ses af et menneske'] == 'ja', by['broken']
assert '--keep-cpr' in by['**********']['hvorfor'], by['**********']
assert by['many.1']['til udbetaling, kr.'] and by['many.2']['til udbetaling, kr.'] and os.path.exists('done/many/2/letter.html')
first = by['c00000']
assert first['forskel, kr.'].startswith('-') and '2024-03 oplysninger er ændret' in first['hvorfor'], first
assert by['c00002']['forskel, kr.'] == '0,00' and by['c00001']['forskel, kr.'] == '', (by['c00002'], by['c00001'])
assert by['c00002']['skal ses af et menneske'] == 'nej', by['c00002']
assert by['c00001']['skal ses af et menneske'] == 'ja' and int(by['c00001']['spørgsmål']) > 0
for name in ('case.json', 'payment.txt', 'letter.html', 'read.txt', 'correction.txt'):
    assert os.path.exists(f'done/c00000/{name}'), name
letter = open('done/c00000/correction.html', encoding='utf-8').read()
assert 'Borger 0' in letter and 'ikke en afgørelse' in letter, 'the hearing'
assert not os.path.exists('done/c00002/correction.html') and os.path.exists('done/c00002/correction.txt')
assert not os.path.exists('done/c00001/correction.txt')
assert 'Borger 0' in open('done/c00000/letter.html', encoding='utf-8').read()
assert '"name": "Borger 0"' in open('done/c00000/case.json', encoding='utf-8').read()
P
# The workbook says what the other sheet says: amounts as numbers, what looks like a formula as text.
python3 - <<'P' || failed=1
import csv, re, zipfile
import xml.etree.ElementTree as tree
of = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
with zipfile.ZipFile('done/sheet.xlsx') as book:
    assert book.testzip() is None
    for name in book.namelist(): tree.fromstring(book.read(name))
    sheet = tree.fromstring(book.read('xl/worksheets/sheet1.xml'))
got = []
for row in sheet.find(of + 'sheetData'):
    cells = [''] * 9
    for cell in row:
        column, kind = ord(cell.get('r')[0]) - ord('A'), cell.get('t')
        assert cell.get('r')[1:] == row.get('r') and cell.find(of + 'f') is None
        assert (kind is None) == (column in (1, 2, 3, 4, 7) and row.get('r') != '1'), cell.get('r')
        value = cell.find(of + 'v').text if kind is None else cell.find(f'{of}is/{of}t').text
        cells[column] = value or ''
    got.append(cells)
said = list(csv.reader(open('done/sheet.csv', encoding='utf-8'), delimiter=';'))
for row in said[1:]:
    row[1:5] = [x.replace('.', '').replace(',', '.') for x in row[1:5]]
    row[:] = [x[1:] if re.match("'[=+@-]", x) else x for x in row]
assert got == said, [pair for pair in zip(got, said) if pair[0] != pair[1]][:2]
assert any(row[0] == '=SUM(1)&<x>' for row in got) and sheet.find(of + 'autoFilter').get('ref') == f'A1:I{len(said)}'
P
grep -rlE '32139[0-9]{5}' done && fail "a person's number is written"
find done | grep -E '32139[0-9]{5}' && fail "a person's number is a name"

# A case that changes is computed again, and a file that fails takes back what it had given.
echo '{}' >answers/c00003.case.json
runs 1 batch
grep -q "regnet før: $((citizens + 3)), fejl: 4" out || fail "$(cat out)"
mv answers/c00000.case.json away && batch >/dev/null
[ ! -e done/c00000/correction.html ] && [ ! -e done/c00000/correction.txt ] && [ -e done/c00000/letter.html ] || fail 'the correction of a case that is gone is left'
mv away answers/c00000.case.json && batch >/dev/null
cmp -s done/c00000/correction.html killed/c00000/correction.html || fail 'a letter that was there before is another'
[ ! -e done/c00003/letter.html ] || fail 'a letter is left of a file that fails'

# Of an input that was another nothing is left: not its correction, not its other persons; one that comes back is computed again.
rm answers/c00004.case.json
cp answers/many.xml many.before
cp answers/c00001.xml answers/many.xml
echo piece >done/many/letter.html.part
runs 1 batch
[ -e done/c00004/letter.html ] && [ ! -e done/c00004/correction.txt ] || fail 'a correction is left of a case that is gone'
[ -e done/many/letter.html ] && [ ! -e done/many/2 ] && [ ! -e done/many/1 ] || fail "two persons' papers are left of one's"
mv many.before answers/many.xml
runs 1 batch
[ ! -e done/many/letter.html ] && [ -e done/many/2/letter.html ] || fail "one person's papers are left beside two's"
[ -z "$(find done -name '*.part*')" ] || fail 'a piece is left'
# The row goes first: what was begun and not ended is of no input.
rm done/c00005/row.csv
echo of-another >done/c00005/payment.txt
runs 1 batch
grep -q of-another done/c00005/payment.txt && fail 'what was begun with another input is taken for done'

refuses '-o: mangler' "$FLEKS" income --batch answers
refuses '--batch' "$FLEKS" income --batch missing -o x
refuses '--month' "$FLEKS" income a.xml -o x --month 2024-01
refuses 'kan ikke bruges sammen' "$FLEKS" income a.xml --batch answers -o x
cp answers/c00000.xml answers/c00001.json
refuses 'c00001' batch
finish
