#!/usr/bin/env bash
# The law as SQL in three databases: 100.000 months of every period, each row against the program's. SQLite and PostgreSQL must agree;
# DuckDB is asked where npm has it, as is the extension of examples/duckdb.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source examples/packages.sh
install_missing python3 postgresql || exit 1
fleks=${FLEKS:-build/release/fleks}
[ -x "$fleks" ] || step 'Building the program' bash examples/run.sh || exit 1
rows=tests/programs/helpers/months_of_sql.py
count=${FLEKS_SQL_ROWS:-100000}
# The server has a user of its own.
work=$(mktemp -d)
chmod 755 "$work"
failed=0

stop() {
  [ -z "${server:-}" ] || as_server pg_ctl -D "$work/data" -m immediate -w stop >/dev/null 2>&1
  rm -rf "$work"
}
trap stop EXIT
compare() { # NAME: $work/NAME against the program
  printf '%s: ' "$1"
  python3 "$rows" compare "$work/months.csv" "$work/result.csv" "$work/$1" || failed=1
}

python3 "$rows" rows "$count" "$work/months.csv"
"$fleks" population "$work/months.csv" -o "$work/result.csv" || exit 1
for dialect in sqlite postgresql duckdb; do "$fleks" formula --dialect "$dialect" -o "$work/$dialect.sql" || exit 1; done
python3 "$rows" insert "$work/months.csv" >"$work/insert.sql"
view='SELECT id, month, fleksloentilskud, own_atp, payout, obligatory_pension FROM fleks_month'

python3 "$rows" sqlite "$work/sqlite.sql" "$work/months.csv" >"$work/sqlite" || failed=1
compare sqlite

as_server() {
  if [ "$(id -u)" -eq 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups "$programs/$1" "${@:2}"; else "$programs/$1" "${@:2}"; fi
}
programs=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
install -d "$work/data" "$work/socket"
[ "$(id -u)" -ne 0 ] || chown postgres "$work/data" "$work/socket"
as_server initdb -D "$work/data" -A trust -E UTF8 >"$work/log" 2>&1 &&
  as_server pg_ctl -D "$work/data" -w -l "$work/data/log" -o "-c listen_addresses='' -c unix_socket_directories='$work/socket' -c fsync=off" start >"$work/log" 2>&1 &&
  server=started || { cat "$work/log"; exit 1; }
sql() { as_server psql -h "$work/socket" -d postgres -q -v ON_ERROR_STOP=1 "$@"; }
chmod 644 "$work"/*.sql
sql -f "$work/insert.sql" && sql -f "$work/postgresql.sql" 2>/dev/null && sql -f "$work/postgresql.sql" && sql -A -t -F ';' -c "$view" >"$work/postgresql" || failed=1
compare postgresql
# A value that is not whole, or does not fit, is a row without an amount, never an error and never another row's.
[ "$(sql -A -t -c "ALTER TABLE months ALTER am_income TYPE NUMERIC; " 2>&1 | grep -c 'used by a view')" -eq 1 ] || failed=1
sql -c 'DROP VIEW fleks_month; ALTER TABLE months ALTER am_income TYPE NUMERIC' -f "$work/postgresql.sql" || failed=1
sql -c "INSERT INTO months VALUES ('half', '2024-03', 0.5, 0, 0, 0, 0, NULL, 0), ('large', '2024-03', 1e30, 0, 0, 0, 0, NULL, 0), ('month', '2024-3', 0, 0, 0, 0, 0, NULL, 0)"
[ "$(sql -A -t -c "SELECT count(*) FROM fleks_month WHERE id IN ('half', 'large', 'month') AND fleksloentilskud IS NULL")" = 3 ] || {
  echo 'postgresql: a row that cannot be computed has an amount, or stops the view'
  failed=1
}

# Ledighedsydelse and the ceiling: the databases agree (the tests hold SQLite against the program).
"$fleks" formula --dialect sqlite --of ledighedsydelse --month 2024-03 -o "$work/benefit.sqlite.sql" || failed=1
"$fleks" formula --dialect sqlite --of ceiling --month 2024-03 -o "$work/ceiling.sqlite.sql" || failed=1
"$fleks" formula --dialect postgresql --of ledighedsydelse --month 2024-03 -o "$work/benefit.postgresql.sql" || failed=1
"$fleks" formula --dialect postgresql --of ceiling --month 2024-03 -o "$work/ceiling.postgresql.sql" || failed=1
chmod 644 "$work"/*.sql
python3 - "$work" "$((count / 10))" <<'END' || failed=1
import random, sqlite3, sys
work, count = sys.argv[1], int(sys.argv[2])
dice = random.Random(74)
tables = {"benefit_months": (["am_income", "own_pension", "employer_pension", "replacing_income", "paid_out_holiday_allowance", "self_employed_hours",
                              "entitled_weekdays", "sanction_days", "untaken_holiday_days", "holiday_days", "holiday_pay_per_day"],
                             [2_500_000, 90_000, 180_000, 600_000, 400_000, 900_000, 230_000, 60_000, 60_000, 90_000, 120_000]),
          "ceilings": (["ceiling_hourly", "ceiling_supplements", "ceiling_bonus", "ceiling_pension", "ceiling_holiday_supplement"],
                       [60_000, 900_000, 300_000, 200_000, 500_000])}
base = sqlite3.connect(":memory:")
with open(f"{work}/facts.sql", "w") as out:
    for name, (columns, most) in tables.items():
        rows = [[i, *(None if dice.randrange(3) == 0 else dice.randrange(m) for m in most)] for i in range(count)]
        create = f"CREATE TABLE {name} (id BIGINT, {', '.join(c + ' BIGINT' for c in columns)})"
        base.execute(create)
        base.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * (len(columns) + 1))})", rows)
        print(create + ";", file=out)
        for at in range(0, count, 1000):
            values = ("(" + ", ".join("NULL" if v is None else str(v) for v in row) + ")" for row in rows[at:at + 1000])
            print(f"INSERT INTO {name} VALUES {', '.join(values)};", file=out)
for name, view in (("benefit", "fleks_ledighedsydelse"), ("ceiling", "fleks_ceiling")):
    base.executescript(open(f"{work}/{name}.sqlite.sql", encoding="utf-8").read())
    with open(f"{work}/{name}.sqlite", "w") as out:
        for row in base.execute(f"SELECT * FROM {view} ORDER BY id"):
            print(*("" if v is None else v for v in row), sep=";", file=out)
END
sql -f "$work/facts.sql" && sql -f "$work/benefit.postgresql.sql" -f "$work/ceiling.postgresql.sql" 2>/dev/null || failed=1
for name in benefit ceiling; do
  [ "$name" = benefit ] && of=fleks_ledighedsydelse || of=fleks_ceiling
  sql -A -t -F ';' -c "SELECT * FROM $of ORDER BY id" >"$work/$name.postgresql" || failed=1
  if cmp -s "$work/$name.sqlite" "$work/$name.postgresql" && [ -s "$work/$name.sqlite" ]; then
    echo "$of: $(wc -l <"$work/$name.sqlite") rows, SQLite and PostgreSQL agree"
  else
    echo "$of: SQLite and PostgreSQL do not agree"
    failed=1
  fi
done

if (cd "$work" && command -v npm >/dev/null && npm install --silent --no-fund --no-audit @duckdb/node-api >"$work/log" 2>&1); then
  cat >"$work/duckdb.js" <<'END'
const { DuckDBInstance } = require('@duckdb/node-api');
const { readFileSync } = require('fs');
(async () => {
  const base = await (await DuckDBInstance.create(':memory:')).connect();
  for (const file of ['insert.sql', 'duckdb.sql', 'duckdb.sql']) await base.run(readFileSync(`${__dirname}/${file}`, 'utf8'));
  for (const row of (await base.runAndReadAll(process.argv[2])).getRows()) console.log(row.join(';'));
})().catch((error) => { console.error(error.message); process.exit(1); });
END
  node "$work/duckdb.js" "$view" >"$work/duckdb" || failed=1
  compare duckdb
  # The extension of examples/duckdb, with the header of npm's duckdb: the øre of fleks population from CSV and Parquet; NULL stays NULL.
  if (cd "$work" && npm install --silent --no-fund --no-audit --ignore-scripts --prefix headers duckdb@1.4.4 >"$work/log" 2>&1); then
    library=$(cd "$(dirname "$fleks")" && pwd)
    cc -std=c11 -Wall -Wextra -Werror -shared -fPIC -O2 -Iinclude -isystem "$work/headers/node_modules/duckdb/src/duckdb/src/include" \
      -o "$work/fleks.so" examples/duckdb/fleks_duckdb.c -L"$library" -Wl,-rpath,"$library" -lfleks_c &&
      python3 examples/duckdb/footer.py "$work/fleks.so" "$work/fleks.duckdb_extension" || failed=1
    million=${FLEKS_DUCKDB_ROWS:-1000000}
    "$fleks" sample --rows "$million" --seed 20 -o "$work/sample.csv" && "$fleks" population "$work/sample.csv" -o "$work/sample.out" 2>/dev/null || failed=1
    cat >"$work/extension.js" <<'END'
const { DuckDBInstance } = require('@duckdb/node-api');
process.chdir(__dirname);
(async () => {
  const base = await (await DuckDBInstance.create(':memory:', { allow_unsigned_extensions: 'true' })).connect();
  const rows = async (sql) => (await base.runAndReadAll(sql)).getRows();
  const check = (good, what) => { if (!good) throw new Error(`the extension: ${what}`); };
  await base.run("LOAD './fleks.duckdb_extension'");
  const nothing = 'NULL, NULL, NULL, NULL, NULL, NULL';
  const [few] = await rows(`SELECT fleks_subsidy('2024-03', 1560000, 0, 0, 0, 0, 0, 3206700), fleks_payout('2024-03', 1560000, ${nothing}),
    fleks_subsidy('2024-03', NULL, ${nothing}), fleks_subsidy(NULL, 1560000, ${nothing})`);
  check(String(few) === '1527200,1477200,,', few);
  for (const [facts, field] of [["'2024-3', 1, 0", 'month'], ["'2024-13', 1, 0", 'month'], ["'2024-03', -1, 0", 'am_income'], ["'2024-03', 1, -1", 'own_pension']]) {
    const said = await rows(`SELECT fleks_subsidy(${facts}, 0, 0, 0, 0, NULL)`).then(() => 'nothing', (error) => error.message);
    check(said.includes(`${field}: `), `${facts}: ${said}`);
  }
  const kroner = ['am_income', 'own_pension', 'employer_pension', 'other_wage', 'daily_benefit', 'ceiling'];
  const exact = (names) => `{${names.map((name) => `'${name}': 'DECIMAL(12, 2)'`).join(', ')}, 'month': 'VARCHAR'}`;
  const oere = (name) => `CAST(${name} * 100 AS BIGINT) AS ${name}`;
  const given = `SELECT row_number() OVER () AS n, month, CAST(ledighedsydelse_days AS BIGINT) AS ledighedsydelse_days, ${kroner.map(oere)}
    FROM read_csv('sample.csv', types = ${exact(kroner)})`;
  await base.run(`COPY (${given}) TO 'sample.parquet'`);
  await base.run(`CREATE TABLE wanted AS SELECT row_number() OVER () AS n, ${['fleksloentilskud', 'payout'].map(oere)}
    FROM read_csv('sample.out', types = ${exact(['fleksloentilskud', 'payout'])})`);
  const facts = (income = 'am_income') =>
    `(month, ${income}, own_pension, employer_pension, other_wage, daily_benefit, ledighedsydelse_days, ceiling)`;
  for (const [name, source] of [['CSV', `(${given})`], ['Parquet', "'sample.parquet'"]]) {
    const [[all, wrong]] = await rows(`SELECT count(*), count(*) FILTER (fleks_subsidy${facts()} IS DISTINCT FROM fleksloentilskud
      OR fleks_payout${facts()} IS DISTINCT FROM payout) FROM ${source} JOIN wanted USING (n)`);
    console.log(`extension, ${name}: ${all} rows, ${wrong} wrong`);
    check(wrong === 0n && all === BigInt(process.argv[2]), `${all} rows, ${wrong} wrong`);
  }
  const [[all, known, right]] = await rows(`SELECT count(*), count(got), count(*) FILTER ((got IS NULL) = (n % 3 = 0)) FROM
    (SELECT n, fleks_subsidy${facts('CASE WHEN n % 3 = 0 THEN NULL ELSE am_income END')} AS got FROM 'sample.parquet')`);
  check(right === all && known < all, `${known} of ${all} known where a third is NULL`);
  const best = {};
  for (let i = 0; i < 5; ++i)
    for (const [name, sum] of [['without', `coalesce(${kroner.join(' + ')} + ledighedsydelse_days, length(month))`], ['with', `fleks_subsidy${facts()}`]]) {
      const start = process.hrtime.bigint();
      await rows(`SELECT sum(${sum}) FROM 'sample.parquet'`);
      best[name] = Math.min(best[name] ?? Infinity, Number(process.hrtime.bigint() - start) / 1e6);
    }
  console.log(`extension: a sum with the function ${(best.with / best.without).toFixed(2)} times one without (${best.with.toFixed(0)} and ${best.without.toFixed(0)} ms)`);
})().catch((error) => { console.error(error.message); process.exit(1); });
END
    node "$work/extension.js" "$million" || failed=1
  else
    echo "duckdb's extension: not asked, npm has no duckdb@1.4.4 here"
  fi
else
  echo 'duckdb: not asked, npm has no @duckdb/node-api here'
fi
exit "$failed"
