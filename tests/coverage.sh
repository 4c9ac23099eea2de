#!/usr/bin/env bash
# Lines and branches of src/ and include/ that the tests run; fails when there are fewer than once were reached.
#
# What is counted, and why so:
# - by the source (clang, llvm-cov): a line is one of the file, however often a template is made into code, and a branch is
#   a side of a condition that is written there. By gcov and gcovr each call that might throw counts as a branch too, and
#   what is made of a line in another place: 13.000 and more "branches" where the source has 7.500.
# - NDEBUG: the false side of an assert is a caller's broken contract, and no test may take it.
# - The tests of chance do a fiftieth or a twentieth of their rounds, as in any build without optimisation.
# Left out, because they take minutes at -O0 and run the same lines: every bend in every month (agreement/boundaries), the
# kinks of random citizens (analysis/kinks), a thousand runs of the program (programs/population_equals_month), Dask. Nor what asks something else of the same code:
# allocations, threads, fuzzers, the exported symbols, limits of memory and disk (programs/limits).
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source examples/packages.sh

least_lines=96
least_branches=88

install_missing "${packages_build[@]}" "${packages_run[@]}" "${packages_tests[@]}" "${packages_coverage[@]}" || exit 1
step 'Configuring build/coverage' cmake --preset coverage || exit 1
step 'Building build/coverage' cmake --build --preset coverage || exit 1
rm -rf build/coverage/profile
ctest --preset coverage -j"$(nproc)" || exit 1

llvm-profdata merge -sparse build/coverage/profile/*.profraw -o build/coverage/tests.profdata || exit 1
programs=()
for program in build/coverage/tests/{tests_*,c_program} build/coverage/{fleks,libfleks_c.so,examples/one_month,src/embed_rates}; do
  [ -x "$program" ] && programs+=(-object="$program")
done
llvm-cov export "${programs[@]}" -instr-profile build/coverage/tests.profdata --skip-functions \
  >build/coverage/coverage.json || exit 1
python3 - "$least_lines" "$least_branches" <<'END'
import json, os, sys
least = dict(zip(('lines', 'branches'), map(float, sys.argv[1:])))
files = {os.path.relpath(f['filename']): f['summary'] for f in json.load(open('build/coverage/coverage.json'))['data'][0]['files']}
files = {name: s for name, s in files.items() if name.startswith(('src/', 'include/'))}
def share(summaries, what):
    count = sum(s[what]['count'] for s in summaries)
    return 100 * sum(s[what]['covered'] for s in summaries) / count if count else 100, count
print(f'\n{"":42}{"lines":>8}{"run":>9}{"branches":>10}{"taken":>9}')
for name in [*sorted(files), 'all']:
    some = list(files.values()) if name == 'all' else [files[name]]
    (line, lines), (branch, branches) = share(some, 'lines'), share(some, 'branches')
    if name == 'all' or line < 95 or branch < 90:
        print(f'{name:42}{lines:8}{line:7.1f} %{branches:10}{branch:7.1f} %')
print(f'({len(files)} files; those with at least 95 pct. of lines and 90 pct. of branches are not listed)')
short = [what for what in least if share(files.values(), what)[0] < least[what]]
if short:
    print('fewer than were once reached: ' + ', '.join(f'{what} {least[what]} pct.' for what in short))
sys.exit(bool(short))
END
