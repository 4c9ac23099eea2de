#!/usr/bin/env python3
"""How fast the other doors are, as ratios in one run, and whether any gives another øre: benchmarks/doors.py [ROWS] [--rounds N] [--write]

The same ROWS (1000000) through fleks_compute from C, Python, R, SQLite and DuckDB, through Dask and through a pandas script; each answer
is held against `fleks population`. The least processor time of N rounds (3) counts. After the release build, in the project's folder, with Debian's
/usr/bin/python3, python3-pandas, python3-distributed, r-base-core, libsqlite3-dev and npm; what is not there is left out and said. With
--write the table is put into benchmarks/README.md.
"""
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
BUILD = pathlib.Path(os.environ.get('FLEKS_BUILD', ROOT / 'build' / 'release'))
PYTHON = '/usr/bin/python3'
FACTS = ('am_income', 'own_pension', 'employer_pension', 'other_wage', 'daily_benefit', 'ceiling', 'ledighedsydelse_days')

# Each script says, as JSON, the seconds of a round and the rows with another answer.
IN_PYTHON = r'''
import json, sys, time
import numpy, pandas, fleks
from fleks.columns import AMOUNTS, FACTS
rows, rounds, work, used = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4].split(',')
people = fleks.read_population(f'{work}/in.csv')
wanted = pandas.read_csv(f'{work}/out.csv', dtype=str)
wanted = {name: wanted[name].str.replace('.', '', regex=False).astype('int64').to_numpy() for name in AMOUNTS}
# A month after the other, as int64: what both C and Python then read where it lies.
order = people['month'].argsort(kind='stable').to_numpy()
months = people['month'].to_numpy()[order]
columns = {name: numpy.ascontiguousarray(people[name].to_numpy()[order]) for name in used}
numpy.concatenate([columns[name] for name in used]).tofile(f'{work}/columns')
begins = [0, *(numpy.flatnonzero(months[1:] != months[:-1]) + 1).tolist(), rows]
parts = [(months[a], {name: column[a:b] for name, column in columns.items()}) for a, b in zip(begins, begins[1:])]
with open(f'{work}/months', 'w') as out:
    out.write(','.join(f'{month.replace("-", "")}:{b - a}' for month, a, b in zip(months[begins[:-1]], begins, begins[1:])))
best, wrong = 1e9, 0
for _ in range(rounds):
    start = time.process_time()
    answers = [fleks.batch(facts, month) for month, facts in parts]
    best = min(best, time.process_time() - start)
for name in AMOUNTS:
    wrong += int((numpy.concatenate([each[name].to_numpy() for each in answers]) != wanted[name][order]).sum())
mixed = 1e9
frame = people[['month', *used]]
for _ in range(rounds):
    start = time.process_time()
    answer = fleks.batch(frame)
    mixed = min(mixed, time.process_time() - start)
wrong += sum(int((answer[name].to_numpy() != wanted[name]).sum()) for name in AMOUNTS)
numpy.concatenate([wanted[name][order] for name in AMOUNTS]).tofile(f'{work}/wanted')
print(json.dumps({'seconds': best, 'mixed': mixed, 'wrong': wrong}))
'''
IN_R = r'''
library(fleks)
given <- commandArgs(trailingOnly = TRUE)
people <- read.csv(file.path(given[3], "in.csv"), colClasses = c(month = "character"))
people$paid_hours <- NULL
wanted <- read.csv(file.path(given[3], "out.csv"))
best <- Inf
for (i in seq_len(as.integer(given[2]))) best <- min(best, sum(system.time(answer <- fleks_batch(people))[c("user.self", "sys.self")]))
wrong <- 0
for (name in c("taper", "before_ceiling", "ceiling_cut", "holiday_cut", "fleksloentilskud", "own_atp", "payout", "obligatory_pension"))
  wrong <- wrong + sum(is.na(answer[[name]]) | round(answer[[name]] * 100) != round(wanted[[name]] * 100))
cat(sprintf("{\"seconds\": %.6f, \"wrong\": %d, \"rows\": %d}\n", best, as.integer(wrong), nrow(answer)))
'''
IN_SQLITE = r'''
import csv, json, sqlite3, sys, time
rounds, work, used = int(sys.argv[2]), sys.argv[3], sys.argv[4].split(',')
oere = lambda text: int(text.replace('.', '')) if text else None
base = sqlite3.connect(':memory:')
base.enable_load_extension(True)
base.load_extension(f'{work}/sqlite/fleks.so')  # its name says where it begins
base.execute(f"CREATE TABLE months (n INTEGER PRIMARY KEY, month TEXT, {', '.join(f'{name} INTEGER' for name in used)})")
with open(f'{work}/in.csv', encoding='utf-8') as given:
    base.executemany(f"INSERT INTO months VALUES (?, ?{', ?' * len(used)})",
                     ((n, row['month'], *(int(row[name] or 0) if name == 'ledighedsydelse_days' else oere(row[name]) for name in used))
                      for n, row in enumerate(csv.DictReader(given))))
facts = 'month, am_income, own_pension, employer_pension, other_wage, daily_benefit, ledighedsydelse_days, ceiling'
wrong = rows = 0
with open(f'{work}/out.csv', encoding='utf-8') as out:
    for row, got in zip(csv.DictReader(out), base.execute(f'SELECT fleks_subsidy({facts}), fleks_payout({facts}) FROM months ORDER BY n')):
        rows += 1
        wrong += got != (oere(row['fleksloentilskud']), oere(row['payout']))
best = {}
for _ in range(rounds):
    for what, expression in ('without', 'am_income + own_pension + employer_pension'), ('with', f'fleks_subsidy({facts})'):
        start = time.process_time()
        base.execute(f'SELECT sum({expression}) FROM months').fetchone()
        best[what] = min(best.get(what, 1e9), time.process_time() - start)
print(json.dumps({'seconds': best['with'], 'without': best['without'], 'wrong': wrong, 'rows': rows}))
'''
IN_DUCKDB = r'''
const { DuckDBInstance } = require('@duckdb/node-api');
process.chdir(process.argv[4]);
(async () => {
  const base = await (await DuckDBInstance.create(':memory:', { allow_unsigned_extensions: 'true' })).connect();
  const rows = async (sql) => (await base.runAndReadAll(sql)).getRows();
  await base.run("LOAD './fleks.duckdb_extension'");
  const kroner = ['am_income', 'own_pension', 'employer_pension', 'other_wage', 'daily_benefit', 'ceiling'];
  const exact = (names) => `{${names.map((name) => `'${name}': 'DECIMAL(12, 2)'`).join(', ')}, 'month': 'VARCHAR'}`;
  const oere = (name) => `CAST(${name} * 100 AS BIGINT) AS ${name}`;
  await base.run(`COPY (SELECT row_number() OVER () AS n, month, CAST(ledighedsydelse_days AS BIGINT) AS ledighedsydelse_days,
    ${kroner.map(oere)} FROM read_csv('in.csv', types = ${exact(kroner)})) TO 'in.parquet'`);
  const facts = '(month, am_income, own_pension, employer_pension, other_wage, daily_benefit, ledighedsydelse_days, ceiling)';
  const [[all, wrong]] = await rows(`SELECT count(*), count(*) FILTER (fleks_subsidy${facts} IS DISTINCT FROM fleksloentilskud
    OR fleks_payout${facts} IS DISTINCT FROM payout) FROM 'in.parquet' JOIN (SELECT row_number() OVER () AS n,
    ${['fleksloentilskud', 'payout'].map(oere)} FROM read_csv('out.csv', types = ${exact(['fleksloentilskud', 'payout'])})) USING (n)`);
  const best = {};
  for (let i = 0; i < Number(process.argv[3]) + 2; ++i)
    for (const [name, sum] of [['without', `coalesce(${kroner.join(' + ')} + ledighedsydelse_days, length(month))`], ['with', `fleks_subsidy${facts}`]]) {
      const start = process.cpuUsage();
      await rows(`SELECT sum(${sum}) FROM 'in.parquet'`);
      const { user, system } = process.cpuUsage(start);
      best[name] = Math.min(best[name] ?? Infinity, (user + system) / 1e6);
    }
  console.log(JSON.stringify({ seconds: best.with, without: best.without, wrong: Number(wrong), rows: Number(all) }));
})().catch((error) => { console.error(error.message); process.exit(1); });
'''


class LeftOut(Exception):
    """A door that is not on this machine."""


class Doors:
    def __init__(self, rows, rounds, work):
        self.rows, self.rounds, self.work = rows, rounds, work
        self.environment = {**os.environ, 'PYTHONPATH': str(work / 'package'), 'PYTHONDONTWRITEBYTECODE': '1', 'LC_ALL': 'C.UTF-8'}

    def run(self, command, **more):
        done = subprocess.run([str(each) for each in command], capture_output=True, text=True, env=self.environment, **more)
        if done.returncode != 0:
            raise SystemExit(f'doors.py: {" ".join(map(str, command))[:200]}\n{done.stdout[-500:]}{done.stderr[-2000:]}')
        return done.stdout

    def least(self, command, rounds=None):
        """The processor time of a command and of what it starts."""
        def so_far():
            of_all = resource.getrusage(resource.RUSAGE_CHILDREN)
            return of_all.ru_utime + of_all.ru_stime

        best = 1e9
        for _ in range(rounds or self.rounds):
            start = so_far()
            self.run(command)
            best = min(best, so_far() - start)
        return best

    def script(self, interpreter, text, name):
        (self.work / name).write_text(text)
        return json.loads(self.run([*interpreter, self.work / name, self.rows, self.rounds, self.work, ','.join(FACTS)]))

    def prepare(self):
        fleks = BUILD / 'fleks'
        self.run([fleks, 'sample', '--rows', self.rows, '--seed', '20', '-o', self.work / 'in.csv'])
        self.run([fleks, 'population', self.work / 'in.csv', '-o', self.work / 'out.csv'])
        package = self.work / 'package'
        shutil.copytree(ROOT / 'examples/python/fleks', package / 'fleks')
        (package / 'fleks/_interface.py').write_text(self.run([PYTHON, ROOT / 'examples/python/from_header.py', ROOT / 'include/fleks/fleks.h']))
        (package / 'fleks/libfleks_c.so').symlink_to(BUILD / 'libfleks_c.so')

    def compiled(self, source, to, *more):
        self.run(['cc', '-std=c11', '-D_POSIX_C_SOURCE=200809L', '-O2', f'-I{ROOT}/include', *more, '-o', self.work / to, source, f'-L{BUILD}', f'-Wl,-rpath,{BUILD}', '-lfleks_c'])

    def python_and_native(self):
        python = self.script([PYTHON], IN_PYTHON, 'in_python.py')
        self.compiled(ROOT / 'benchmarks/doors.c', 'doors')
        months = (self.work / 'months').read_text()
        native = float(self.run([self.work / 'doors', self.work / 'columns', self.rows, months, self.rounds])) * 1e-9 * self.rows
        answer, wanted = (self.work / 'columns').read_bytes()[self.rows * len(FACTS) * 8:], (self.work / 'wanted').read_bytes()
        wrong = sum(answer[i:i + 8] != wanted[i:i + 8] for i in range(0, len(wanted), 8)) if answer != wanted else 0
        return native, wrong, python

    def r(self):
        if shutil.which('R') is None:
            raise LeftOut('no R')
        prefix = self.work / 'prefix'
        for folder in 'include/fleks', 'lib/pkgconfig', 'r':
            (prefix / folder).mkdir(parents=True)
        for header in 'fleks.h', 'version_number.h':
            shutil.copy(ROOT / 'include/fleks' / header, prefix / 'include/fleks')
        (prefix / 'lib/pkgconfig/fleks_c.pc').write_text(f'Name: fleks_c\nDescription: fleks\nVersion: 0\nCflags: -I{prefix}/include\nLibs: -L{BUILD} -lfleks_c\n')
        self.environment |= {'PKG_CONFIG_PATH': str(prefix / 'lib/pkgconfig'), 'LD_LIBRARY_PATH': str(BUILD), 'R_LIBS': str(prefix / 'r')}
        shutil.copytree(ROOT / 'examples/link-r', self.work / 'link-r')
        self.run(['R', 'CMD', 'INSTALL', '-l', prefix / 'r', self.work / 'link-r'])
        return self.script(['Rscript'], IN_R, 'in_r.R')

    def sqlite(self):
        if subprocess.run(['cc', '-E', '-'], input=b'#include <sqlite3ext.h>', capture_output=True).returncode != 0:
            raise LeftOut('no libsqlite3-dev')
        (self.work / 'sqlite').mkdir()
        self.compiled(ROOT / 'examples/sqlite/fleks_sqlite.c', 'sqlite/fleks.so', '-shared', '-fPIC')
        return self.script([PYTHON], IN_SQLITE, 'in_sqlite.py')

    def duckdb(self):
        packages = ['npm', 'install', '--silent', '--no-fund', '--no-audit', '--ignore-scripts', '--prefix']
        for where, package in (self.work, '@duckdb/node-api'), (self.work / 'headers', 'duckdb@1.4.4'):
            if shutil.which('npm') is None or subprocess.run([*packages, where, package], capture_output=True).returncode != 0:
                raise LeftOut(f'npm has no {package} here')
        headers = self.work / 'headers/node_modules/duckdb/src/duckdb/src/include'
        self.compiled(ROOT / 'examples/duckdb/fleks_duckdb.c', 'fleks.so', '-shared', '-fPIC', '-isystem', headers)
        self.run([PYTHON, ROOT / 'examples/duckdb/footer.py', self.work / 'fleks.so', self.work / 'fleks.duckdb_extension'])
        return self.script(['node'], IN_DUCKDB, 'in_duckdb.js')

    def dask(self, population):
        if subprocess.run([PYTHON, '-c', 'import distributed'], capture_output=True).returncode != 0:
            raise LeftOut('no python3-distributed')
        took = self.least([PYTHON, ROOT / 'examples/distributed/dask_population.py', self.work / 'in.csv', self.work / 'dask.csv', '--workers', '2'], 1)
        with open(self.work / 'out.csv') as wanted, open(self.work / 'dask.csv') as got:
            pairs = list(zip(wanted, got, strict=True))
        return {'seconds': took, 'wrong': sum(a != b for a, b in pairs), 'rows': len(pairs) - 1}


def main():
    given = [each for each in sys.argv[1:] if each.isdigit()]
    rounds = int(given.pop()) if '--rounds' in sys.argv else 3
    rows = int(given[0]) if given else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        doors = Doors(rows, rounds, pathlib.Path(folder))
        doors.prepare()
        table = ['| what | time | held against | ratio | rows with another øre |', '|---|---|---|---|---|']
        wrong_in_all = 0

        def line(what, seconds, against, ratio, wrong):
            nonlocal wrong_in_all
            wrong_in_all += wrong if isinstance(wrong, int) else 0
            each = seconds / rows * 1e9
            table.append(f'| {what} | {each:.1f} ns a row | {against} | {ratio:.2f} | {wrong} |')
            print(table[-1], flush=True)

        def left_out(what, ask):
            try:
                return ask()
            except LeftOut as why:
                table.append(f'| {what} | left out: {why} | | | |')
                print(table[-1], flush=True)
                return None

        native, wrong, python = doors.python_and_native()
        line('native, C: `fleks_compute`, 7 columns in, 8 out', native, 'itself', 1, wrong)
        line('Python: `fleks.batch` month by month', python['seconds'], 'native', python['seconds'] / native, python['wrong'])
        line('Python: `fleks.batch`, months mixed', python['mixed'], 'native', python['mixed'] / native, '0 (above)' if python['wrong'] == 0 else python['wrong'])
        if r := left_out('R', doors.r):
            line('R: `fleks_batch`, months mixed, doubles', r['seconds'], 'native', r['seconds'] / native, r['wrong'])
        if sqlite := left_out('SQLite', doors.sqlite):
            line('SQLite: a sum with `fleks_subsidy`', sqlite['seconds'], 'the sum without it', sqlite['seconds'] / sqlite['without'], sqlite['wrong'])
        if duckdb := left_out('DuckDB', doors.duckdb):
            line('DuckDB: a sum with `fleks_subsidy`, of Parquet', duckdb['seconds'], 'the sum without it', duckdb['seconds'] / duckdb['without'], duckdb['wrong'])
        population = doors.least([BUILD / 'fleks', 'population', doors.work / 'in.csv', '-o', doors.work / 'again.csv'])
        line('`fleks population`, CSV to CSV, all cores', population, 'itself', 1, '–')
        pandas = doors.least([PYTHON, ROOT / 'benchmarks/pandas_population.py', BUILD / 'fleks', doors.work / 'in.csv', doors.work / 'pandas.csv'])
        with open(doors.work / 'out.csv') as wanted, open(doors.work / 'pandas.csv') as got:
            subsidies = [[each.split(',')[6] for each in file] for file in (wanted, got)]
        line('the pandas script, CSV to CSV, in floating point', pandas, '`fleks population`', pandas / population,
             f'{sum(a != b for a, b in zip(*subsidies, strict=True))} (its own)')
        if dask := left_out('Dask', lambda: doors.dask(population)):
            line('Dask: two workers, their start with it', dask['seconds'], '`fleks population`', dask['seconds'] / population, dask['wrong'])
    print(f'{rows} rows, {wrong_in_all} with another øre')
    if '--write' in sys.argv:
        readme = ROOT / 'benchmarks/README.md'
        made = f'{rows} rows; processor time, the least of {rounds} rounds.\n\n' + '\n'.join(table)
        readme.write_text(re.sub(r'(<!-- doors -->\n).*?(<!-- end of doors -->)', lambda m: f'{m[1]}{made}\n{m[2]}', readme.read_text(), flags=re.S))
    return wrong_in_all != 0


sys.exit(main())
