#!/usr/bin/env python3
"""Instructions of the hot paths, counted by valgrind's callgrind, beside those recorded: benchmarks/counts.py BUILD [--record]

A count is the same on a loaded machine as on an idle one, which a time is not. Each thing of build/.../benchmarks/counted runs a few times
and some more, and what the further ones cost, one of them, may be 3 pct. from the figure in counts.csv; the program's start is counted
whole. The figures are of one compiler: of another nothing is compared (exit 77). After a change that is meant, --record writes them anew.
"""
import csv
import pathlib
import re
import subprocess
import sys
import tempfile

RECORDED = pathlib.Path(__file__).with_name('counts.csv')
WITHIN, A_HANDFUL = 0.03, 4  # of a path of sixty instructions a percentage is none
FEW, MORE = 2, 12


def instructions(command):
    with tempfile.NamedTemporaryFile() as out:
        said = subprocess.run(['valgrind', '--tool=callgrind', f'--callgrind-out-file={out.name}', *command],
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True).stderr
    return int(re.search(r'Collected : (\d+)', said)[1])


def counted(build):
    program = build / 'benchmarks' / 'counted'
    for name in subprocess.run([program], capture_output=True, text=True, check=True).stdout.split():
        yield name, (instructions([program, name, str(MORE)]) - instructions([program, name, str(FEW)])) // (MORE - FEW)
    yield 'program_one_month', instructions([build / 'fleks', 'month', '--month', '2024-03', '--am-income', '9000', '--format', 'json'])


def main():
    build, record = pathlib.Path(sys.argv[1]), '--record' in sys.argv
    compiler = re.search(r'^CMAKE_CXX_COMPILER:\w+=(.*)$', (build / 'CMakeCache.txt').read_text(), re.M)[1]
    compiler = subprocess.run([compiler, '--version'], capture_output=True, text=True, check=True).stdout.splitlines()[0]
    rows = [row for row in csv.reader(RECORDED.open())][1:] if RECORDED.exists() else []
    if record:
        rows = [row for row in rows if row[0] != compiler] + [[compiler, what, str(count)] for what, count in counted(build)]
        with RECORDED.open('w', newline='') as file:
            csv.writer(file, lineterminator='\n').writerows([['compiler', 'what', 'instructions'], *rows])
        return 0
    recorded = {what: int(count) for of, what, count in rows if of == compiler}
    if not recorded:
        print(f'nothing is recorded of {compiler}')
        return 77
    failed = False
    for what, count in counted(build):
        before = recorded.pop(what, None)
        far = before is not None and abs(count - before) > max(WITHIN * before, A_HANDFUL)
        failed |= far
        print(f'{what}: {count} instructions, ' + ('not recorded' if before is None else f'recorded {before}, {count / before - 1:+.1%}'))
    for what in recorded:
        failed = True
        print(f'{what} is recorded and not counted')
    if failed:
        print(f'more than 3 pct. from what is recorded: if it is meant, benchmarks/counts.py {build} --record')
    return int(failed)


sys.exit(main())
