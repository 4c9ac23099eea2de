#!/usr/bin/env bash
# Lines and branches of src/ and include/ that the tests run, by gcovr; fails below 95 and 90 pct.
#
# What is counted, and why so:
# - by the source (clang, llvm-cov): a line is one of the file, however often a template is made into code, and a branch is
#   a side of a condition that is written there. gcov sees the machine's code: a call that might throw is a branch to it,
#   and so is each thing that must be destroyed then, twice what the source has. gcovr is given the source's.
# - What an assert refuses is a caller's broken contract, and no test may take it.
# The build and the tests are those of the sanitizers (preset asan-ubsan): nothing is compiled or run a second time to be counted.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source examples/packages.sh

install_missing "${packages_build[@]}" "${packages_tests[@]}" "${packages_coverage[@]}" || exit 1
build_preset asan-ubsan || exit 1
rm -rf build/asan-ubsan/profile
ctest --preset asan-ubsan -j"$(nproc)" || exit 1

cd build/asan-ubsan
llvm-profdata merge -sparse profile/*.profraw -o tests.profdata || exit 1
others=()
for program in tests/tests_* libfleks_c.so examples/one_month src/embed_rates; do
  [ -x "$program" ] && others+=(-object="$program")
done
export_as() { llvm-cov export fleks "${others[@]}" -instr-profile tests.profdata "$@" ../../src ../../include; }
export_as -format=lcov >lines.info && export_as --skip-functions >branches.json || exit 1
python3 - >gcovr.json <<'END' || exit 1
import collections, json, os, sys
top = os.path.abspath('../..')
lines, branches = collections.defaultdict(dict), collections.defaultdict(lambda: [0, 0])
for row in open('lines.info'):
    what, _, rest = row.strip().partition(':')
    if what == 'SF':
        file = os.path.relpath(rest, top)
    elif what == 'DA':
        number, count = map(int, rest.split(',')[:2])
        lines[file][number] = {'line_number': number, 'count': count, 'branches': [], 'gcovr/noncode': False,
                               'gcovr/excluded': False}
for file in json.load(open('branches.json'))['data'][0]['files']:
    for line, column, to_line, to_column, true, false, *_ in file.get('branches', []):
        sides = branches[os.path.relpath(file['filename'], top), line, column, to_line, to_column]
        sides[0] += true
        sides[1] += false
text = {file: open(os.path.join(top, file)).read().split('\n') for file in lines}
for (file, line, *_), sides in sorted(branches.items()):
    if sides == [0, 0] and 'if constexpr' in text[file][line - 1]:
        continue  # decided when it was compiled
    if ' assert(' in text[file][line - 1]:
        continue
    lines[file][line]['branches'] += [{'count': n, 'fallthrough': False, 'throw': False} for n in sides]
json.dump({'gcovr/format_version': '0.3',
           'files': [{'file': f, 'lines': [l for _, l in sorted(of.items())], 'functions': []} for f, of in sorted(lines.items())]}, sys.stdout)
END
mkdir -p pages
# No functions are counted.
gcovr --root ../.. --add-tracefile gcovr.json --html-details pages/index.html &&
  gcovr --root ../.. --add-tracefile gcovr.json --branches --print-summary --fail-under-line 95 --fail-under-branch 90 |
  grep -v '^functions: '
