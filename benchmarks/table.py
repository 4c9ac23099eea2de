#!/usr/bin/env python3
"""The benchmarks as one table of ratios, each beside its limit: benchmarks/table.py [ROUNDS] [--write]

Every program runs ROUNDS times (7), in turn, so that what disturbs the machine disturbs all of them; the least processor time of each
counts. With --write the table is put into benchmarks/README.md. After the release build, in the project's folder.
"""
import datetime
import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
from time import monotonic

ROOT = pathlib.Path(__file__).resolve().parents[1]
BUILD = ROOT / 'build' / 'release'
README = ROOT / 'benchmarks' / 'README.md'
NANOSECONDS = {'ns': 1, 'us': 1e3, 'ms': 1e6, 's': 1e9}
PEOPLE = 1_000_000
COPY_4_8, COPY_2_1 = 'batch/copy 4 in, 8 out/real_time/threads:', 'batch/copy 2 in, 1 out/real_time/threads:'

# What is measured, what it is held against, and how many of it one run has.
ROWS = [
    ('one month, plain', 'month/month_plain', 'the same facts and statement copied', 'month/copy_loop'),
    ('one month with its steps', 'month/month_traced', 'plain', 'month/month_plain'),
    ('one month from hourly pay', 'month/month_from_hourly_pay', 'plain', 'month/month_plain'),
    ('the built-in rates, asked for again', 'month/embedded_again', 'the rates of a day', 'month/rates_of_a_day'),
    ('a curve of 38 points', 'hours/curve_of_38_points', 'a month, plain', 'month/month_plain'),
    ('exact kinks of a curve', 'hours/exact_kinks', 'the curve', 'hours/curve_of_38_points'),
    ('a case of ten years', 'case/statement', '120 months, plain', ('month/month_plain', 120)),
    ('the same, and its correction', 'case/statement_and_correction', 'the case', 'case/statement'),
    ('the same, explained', 'case/explained', 'the case', 'case/statement'),
    *((f'rows of 4 columns in, 8 out, {n} thread{"s" if n > 1 else ""}', f'batch/batch 4 in, 8 out/real_time/threads:{n}',
       'a plain copy of the columns', f'{COPY_4_8}{n}') for n in (1, 2)),
    *((f'rows of 2 columns in, 1 out, {n} thread{"s" if n > 1 else ""}', f'batch/batch 2 in, 1 out/real_time/threads:{n}',
       'a plain copy of the columns', f'{COPY_2_1}{n}') for n in (1, 2)),
    ('CSV to CSV, a row, processor time', 'csv/processor', '`cat` of what is read and what is written', 'csv/cat_processor'),
    ('CSV to CSV, a row, on all processors', 'csv/wall', '`cat` of what is read and what is written', 'csv/cat_wall'),
    ('the net part of a summary, a row', 'summary/net', 'the same rows without a summary', 'summary/without'),
    ('the program, one month', 'start/fleks', 'an empty static program', 'start/empty'),
]


def processor_time(command):
    """Of one of twenty runs in a row, in nanoseconds."""
    def so_far():
        of_all = resource.getrusage(resource.RUSAGE_CHILDREN)
        return of_all.ru_utime + of_all.ru_stime

    before = so_far()
    for _ in range(20):
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return (so_far() - before) / 20 * 1e9


def spent(command):
    """The time that passed and the processor time of one run, in nanoseconds a row."""
    def so_far():
        of_all = resource.getrusage(resource.RUSAGE_CHILDREN)
        return of_all.ru_utime + of_all.ru_stime

    before, began = so_far(), monotonic()
    subprocess.run(command, shell=True, stdout=subprocess.DEVNULL, check=True)
    return (monotonic() - began) * 1e9 / PEOPLE, (so_far() - before) * 1e9 / PEOPLE


def measure_files(folder, note):
    """Populations from file to file: `people.csv` has all that a summary asks for, `narrow.csv` the columns of the contract."""
    fleks, people, narrow, out = BUILD / 'fleks', folder / 'people.csv', folder / 'narrow.csv', folder / 'out.csv'
    if not people.exists():
        subprocess.run(f'{fleks} sample --rows {PEOPLE} --seed 1 > {people} && cut -d, -f1-5,9 {people} > {narrow}', shell=True, check=True)
    wall, processor = spent(f'{fleks} population {narrow} -o {out}')
    note('csv/wall', wall)
    note('csv/processor', processor)
    copied = [spent(f'cat {each} > {folder}/copy') for each in (narrow, out)]
    note('csv/cat_wall', sum(each[0] for each in copied))
    note('csv/cat_processor', sum(each[1] for each in copied))
    note('summary/without', spent(f'{fleks} population {people} -o {out} --jobs 1')[1])
    note('summary/with', spent(f'{fleks} population {people} -o {out} --jobs 1 --summary {folder}/summary.json')[1])


def measure(rounds):
    best = {}

    def note(name, time):
        best[name] = min(best.get(name, time), time)

    with tempfile.TemporaryDirectory() as folder:
        empty = pathlib.Path(folder) / 'empty'
        subprocess.run(['c++', '-x', 'c++', '-O2', '-static', '-o', empty, '-'], input=b'int main() {}', check=True)
        for turn in range(rounds):
            print(f'round {turn + 1} of {rounds}', file=sys.stderr)
            for program in ('month', 'hours', 'case', 'batch'):
                # The benchmarks' own table goes to the terminal; the file is for us.
                out = pathlib.Path(folder) / 'out.json'
                subprocess.run([BUILD / 'benchmarks' / program, '--benchmark_min_time=0.1', f'--benchmark_out={out}'],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
                for run in json.loads(out.read_text())['benchmarks']:
                    timed = 'real_time' if run['name'].endswith(('threads:1', 'threads:2')) else 'cpu_time'
                    note(f'{program}/{run["name"]}', run[timed] * NANOSECONDS[run['time_unit']])
            measure_files(pathlib.Path(folder), note)
            note('start/fleks', processor_time([BUILD / 'fleks', 'month', '--month', '2024-03', '--am-income', '9000', '--format', 'json']))
            note('start/empty', processor_time([empty]))
    best['summary/net'] = best['summary/with'] - best['summary/without']
    return best


def time(ns):
    for unit, size in (('ms', 1e6), ('µs', 1e3), ('ns', 1)):
        if ns >= size:
            return f'{ns / size:.{1 if ns / size < 100 else 0}f} {unit}'


def table(best):
    lines = ['| what | time | held against | ratio |', '|---|---|---|---|']
    for what, name, limit, of in ROWS:
        of, count = of if isinstance(of, tuple) else (of, 1)
        if name in best and of in best:
            lines.append(f'| {what} | {time(best[name])} | {limit} | {best[name] / (best[of] * count):.2f} |')
    return '\n'.join(lines)


def machine():
    cpu = re.search(r'model name\s*: (.*)', pathlib.Path('/proc/cpuinfo').read_text())
    compiler = subprocess.run(['c++', '--version'], capture_output=True, text=True, check=True).stdout.splitlines()[0]
    return f'{os.cpu_count()} processors ({cpu[1] if cpu else "unknown"}), {compiler}, {datetime.date.today():%Y-%m-%d}'


def main():
    rounds = next((int(each) for each in sys.argv[1:] if each.isdigit()), 7)
    made = f'{machine()}; the least of {rounds} rounds.\n\n{table(measure(rounds))}'
    print(made)
    if '--write' in sys.argv:
        text = README.read_text()
        README.write_text(re.sub(r'(<!-- table -->\n).*?(<!-- end -->)', lambda m: f'{m[1]}{made}\n{m[2]}', text, flags=re.S))


main()
