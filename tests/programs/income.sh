#!/usr/bin/env bash
# fleks income: every example as stored, the old case kept, the person's number nowhere, what is no answer refused in little memory.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
examples=$FLEKS_SOURCE_DIR/examples/income
cd "$work" || exit 1

# Each situation: what is said, and the case that is written.
situations() {
  local file name
  for file in "$examples"/*.xml "$examples"/*.json; do
    name=$(basename "$file")
    printf '=== %s ===\n' "$name"
    rm -f case.json
    "$FLEKS" income "$file" -o case.json "$@" 2>&1 || printf 'exit %d\n' $?
    if [ -e case.json ]; then cat case.json; fi
  done | sed "s|$examples/||"
}
export -f situations
export examples FLEKS
same_as income_examples_da.txt 0 bash -c situations
same_as income_examples_en.txt 0 "$FLEKS" income "$examples/25-unknown.xml" "$examples/04-reduction.xml" -o case.json --lang en --fetched 2024-04-02
situations --keep-cpr >/dev/null
for option in '' '--lang en'; do
  # shellcheck disable=SC2086
  situations $option >all
  if grep -qE '3213990017|321399-0017|213990017|3213990025' all; then fail "the person's number is written: $(grep -nE '3213990|213990017' all | head -3)"; fi
done
runs 0 "$FLEKS" income "$examples/37-number-in-id.xml" -o case.json --keep-cpr
grep -q 'CPR 3213990017' out || fail 'the number that was asked for is not written'
grep -q 'LON-3213990017-2' case.json || fail 'the number in an id that was asked for is not written'

# Every case that is written is a case.
for file in "$examples"/*.xml; do
  rm -f case.json
  "$FLEKS" income "$file" -o case.json >/dev/null 2>&1
  if [ -e case.json ]; then runs 0 "$FLEKS" case case.json; fi
done

# With a case: the next month is added, what the officer has typed stays.
runs 0 "$FLEKS" income "$examples/01-plain-month.xml" -o first.json --ceiling 27800 --job 12345678=fleksjob
sed -i 's/"from": "2024-02",/"name": "Mette Hansen",\n  "from": "2024-02",/' first.json
runs 0 "$FLEKS" income "$examples/02-soap-two-months.xml" --case first.json -o second.json --fetched 2024-04-02
grep -q 'genkendt: 1, rettet: 0' out || fail "$(cat out)"
grep -q '"name": "Mette Hansen",' second.json || fail 'the name is lost'
runs 0 "$FLEKS" income "$examples/02-soap-two-months.xml" --case second.json -o third.json --fetched 2024-05-02
cmp -s second.json third.json || fail 'the same answer has changed the case'
runs 0 "$FLEKS" case second.json --as-of 2024-03-29 --format json
json_has 'j["months"][-1]["status"] == "unknown"'
runs 0 "$FLEKS" case second.json --as-of 2024-04-02 --format json
json_has 'j["months"][-1]["payout"] == "17033.00"'

# The subsidy itself is held against the case.
runs 0 "$FLEKS" income "$examples/19-own-subsidy.xml" -o case.json --lang en
grep -q 'the case DKK' out && grep -q 'difference' out || fail "$(cat out)"

runs 1 "$FLEKS" income "$examples/01-plain-month.xml" -o case.json --strict
refuses 'mangler' "$FLEKS" income -o case.json
refuses '-o' "$FLEKS" income "$examples/01-plain-month.xml"
refuses '--job: »brugsen«' "$FLEKS" income "$examples/01-plain-month.xml" -o x.json --job brugsen
refuses '12345678: »brugsen«' "$FLEKS" income "$examples/01-plain-month.xml" -o x.json --job 12345678=brugsen
refuses 'højst 1' "$FLEKS" income "$examples/35-two-persons.xml" -o x.json
refuses 'findes ikke' "$FLEKS" income missing.xml -o x.json
[ ! -e x.json ] || fail 'a refused answer has left a case'

# What is no answer: one message, exit 2, under 100 MiB.
cat >no_answers.py <<'P'
import os, resource, subprocess, sys
program, example = sys.argv[1:]
good = open(example, encoding='utf-8').read()
laughs = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">' + ''.join(
    f'<!ENTITY {chr(98 + i)} "' + f'&{chr(97 + i)};' * 10 + '">' for i in range(9)) + ']><l>&j;</l>'
head = good[:good.index('LON2')]
wrong = {
    'broken.xml': good[:-200].encode(), 'wrong_namespace.xml': good.replace('skat.dk/eindkomst/"', 'skat.dk/x/"').encode(),
    'laughs.xml': laughs.encode(), 'levels.xml': (head.split('<k:Hoved')[0] + '<q>' * 1_000_000).encode(),
    'windows.xml': good.replace('UTF-8', 'windows-31j').encode(), 'latin_without_name.xml': good.replace('LON2', 'LØN2').encode('latin-1'),
    'login.xml': b'<!DOCTYPE html>\n<html><title>Log ind</title></html>', 'empty.xml': b'', 'other.xml': b'<a:Svar xmlns:a="urn:a"/>',
    'nul.xml': good.encode().replace(b'LON2', b'LO\0N'), 'table.csv': b'CPR;Navn\n3213990017;M\n', 'deep.json': b'{"a":' * 500_000,
}
failed = 0
for name, content in wrong.items():
    open(name, 'wb').write(content)
with open('long_text.xml', 'w') as f:
    f.write(head)
    for _ in range(300):
        f.write('x' * 1_000_000)
for name in [*wrong, 'long_text.xml']:
    done = subprocess.run([program, 'income', name, '-o', 'no.json'], capture_output=True, text=True)
    if done.returncode != 2 or done.stdout or done.stderr.count('\n') != 1 or os.path.exists('no.json') or '3213990017' in done.stderr:
        print(name, done.returncode, done.stderr[:300]); failed = 1
    else:
        print(name + ':', done.stderr.strip())
# An encoding that is not read is named; one that the declaration is silent of, or wrong about, is told.
open('windows-1252.xml', 'wb').write(good.replace('UTF-8', 'windows-1252').replace('LON2', 'LØN2').encode('cp1252'))
open('wrong_utf16.xml', 'wb').write(good.encode('utf-16'))
for name, danish, english in (('windows.xml', 'gem svaret som UTF-8: windows-31j', 'unknown encoding: windows-31j'),
                              ('windows-1252.xml', 'gem svaret som UTF-8: windows-1252', 'unknown encoding: windows-1252'),
                              ('latin_without_name.xml', 'byte, der ikke er UTF-8', 'bytes that are not UTF-8'),
                              ('wrong_utf16.xml', 'XML-erklæringen nævner: UTF-8', 'declaration is incorrect: UTF-8')):
    for language, words in ('da', danish), ('en', english):
        done = subprocess.run([program, 'income', name, '-o', 'no.json', '--lang', language], capture_output=True, text=True)
        if done.returncode != 2 or words not in done.stderr or done.stderr.count('\n') != 1: print(name, done.returncode, done.stderr); failed = 1
open('utf16.xml', 'wb').write(good.replace('UTF-8', 'UTF-16').encode('utf-16'))
open('latin.xml', 'wb').write(good.replace('UTF-8', 'ISO-8859-1').replace('LON2', 'LØN2').encode('latin-1'))
for name in 'utf16.xml', 'latin.xml':
    done = subprocess.run([program, 'income', name, '-o', 'yes.json'], capture_output=True, text=True)
    if done.returncode != 0: print(name, done.stderr); failed = 1
if 'LØN2' not in open('yes.json', encoding='utf-8').read(): print('Latin-1 is not read right'); failed = 1
most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
# In Danish without the parser's English.
for name in 'broken.xml', 'latin_without_name.xml', 'nul.xml', 'windows.xml':
    said = subprocess.run([program, 'income', name, '-o', 'no.json'], capture_output=True, text=True).stderr
    if any(word in said for word in ('token', 'well-formed', 'encoding', 'element found', 'tag')): print(name, said); failed = 1
print('most memory:', most, 'MiB')
sys.exit(failed or most >= int(os.environ.get('FLEKS_MOST_MIB', 100)))
P
# A sanitizer keeps for a while what is given back.
if grep -q __asan_init "$FLEKS"; then export FLEKS_MOST_MIB=2000; fi
python3 no_answers.py "$FLEKS" "$examples/01-plain-month.xml" || fail 'what is no answer'

# The guide's page: what it shows is what the program says.
cd "$FLEKS_SOURCE_DIR" || exit 1
python3 - examples/guide/from_the_register_to_the_letter.md "$FLEKS" "$work" <<'P' || fail 'the guide'
import re, shlex, subprocess, sys
page, program, work = open(sys.argv[1], encoding='utf-8').read(), *sys.argv[2:]
wrong, output, shown = [], '', 0
for kind, block in re.findall(r'```(sh|text)\n(.*?)```', page, re.S):
    if kind == 'text':
        shown += 1
        if block not in output + '\n' and block.rstrip('\n') != output.rstrip('\n'):
            wrong.append(f'not printed:\n{block}')
    elif block.startswith('build/release/fleks '):
        done = subprocess.run([program, *(x.replace('build/', work + '/') for x in shlex.split(block)[1:])], capture_output=True, text=True)
        if done.returncode != 0:
            wrong.append(block + done.stderr)
        output = done.stdout
print('\n'.join(wrong))
sys.exit(bool(wrong) or shown < 4)
P
finish
