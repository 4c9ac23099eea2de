#!/usr/bin/env bash
# The SQLite extension: its README's lines, the øre of the program, and what it refuses; in sqlite3 and in Python's sqlite3.
set -uo pipefail
source "$FLEKS_SOURCE_DIR/tests/programs/helpers/compare.sh"
if ! command -v sqlite3 >/dev/null || ! echo '#include <sqlite3ext.h>' | cc -E - >/dev/null 2>&1 || [ ! -e "$FLEKS_BINARY_DIR/libfleks_c.so" ]; then
  echo 'No sqlite3, its header or libfleks_c.so: not tested'
  exit 77
fi
# sqlite3 itself is not built with the sanitizers, and then cannot load a library that is.
if grep -q __asan_init "$FLEKS_BINARY_DIR/libfleks_c.so"; then exit 77; fi
folder=$FLEKS_SOURCE_DIR/examples/sqlite
cc -std=c11 -Wall -Wextra -Werror -shared -fPIC -O1 -I"$FLEKS_SOURCE_DIR/include" -o "$work/fleks.so" \
  "$folder/fleks_sqlite.c" -L"$FLEKS_BINARY_DIR" -Wl,-rpath,"$FLEKS_BINARY_DIR" -lfleks_c || fail 'it does not compile'
cd "$work" || exit 1
sql() { sqlite3 -cmd '.load ./fleks' :memory: "$1"; }
gives() { # gives ANSWER EXPRESSION
  local got
  got=$(sql "SELECT $2" 2>&1) || fail "$2: $got"
  [ "$got" = "$1" ] || fail "$2 is $got, not $1"
}
refused() { # refused TEXT EXPRESSION
  local got
  got=$(sql "SELECT $2" 2>&1) && fail "$2 is $got, not refused"
  case $got in *"$1"*) ;; *) fail "$2: $got" ;; esac
}

# The README's lines.
grep -E "^SELECT fleks_[a-z_]+\(" "$folder/README.md" | while IFS= read -r line; do sql "${line%%;*};" >/dev/null || exit 1; done || fail 'README'
gives 1527200 "fleks_subsidy('2024-03', 1560000, 0, 0, 0, 0, 0, 3206700)"
gives 1477200 "fleks_payout('2024-03', 1560000)"
wanted=$("$FLEKS" hours --year 2025 --hourly-wage 200 --municipality Aarhus --own-pension 4% --employer-pension 8% --ceiling 30000 --children 1 \
  --rent 6000 --from 18.5 --to 18.5 --format json | python3 -c 'import json, sys; print(json.load(sys.stdin)["rows"][0]["in_hand"].replace(".", ""))')
gives "$wanted" "fleks_in_hand(2025, 20000, '18.5', 'Aarhus', 4, 8, 3000000, 1, 600000)"

# NULL is not known, never 0.
gives '' "fleks_subsidy('2024-03', NULL)"
gives '' "fleks_subsidy(NULL, 1560000)"
gives '' "fleks_in_hand(2025, NULL, 18)"
gives 1527200 "fleks_subsidy('2024-03', 1560000, NULL, NULL, NULL, NULL, NULL, NULL, NULL)"
gives 0 "fleks_subsidy('2024-03', 1560000, 0, 0, 0, 0, 0, 0)"

# What is refused, with the fact.
refused 'am_income: is whole oere' "fleks_subsidy('2024-03', 15600.0)"
refused 'am_income: is whole oere' "fleks_subsidy('2024-03', '15600')"
refused 'am_income: "-0.01" is negative' "fleks_subsidy('2024-03', -1)"
refused 'month: ' "fleks_subsidy('2024-3', 1)"
refused 'month: ' "fleks_subsidy(202403, 1)"
refused 'month: ' "fleks_subsidy('2024-13', 1)"
refused 'ledighedsydelse_days: ' "fleks_subsidy('2024-03', 1, 0, 0, 0, 0, 1.5)"
refused 'paid_hours: ' "fleks_subsidy('2024-03', 1, 0, 0, 0, 0, 0, NULL, '1.23456')"
refused 'paid_hours: ' "fleks_subsidy('2024-03', 1, 0, 0, 0, 0, 0, NULL, '1.')"
# What was paid on ledighedsydelse is deducted krone for krone to March 2022, and needed.
gives 1257200 "fleks_subsidy('2021-05', 1560000, 0, 0, 0, 0, 2, NULL, NULL, 160000)"
refused 'ledighedsydelse: is missing' "fleks_subsidy('2021-05', 1560000, 0, 0, 0, 0, 2)"
refused 'ledighedsydelse: is whole oere' "fleks_subsidy('2021-05', 1560000, 0, 0, 0, 0, 2, NULL, NULL, '1600')"
refused '2 to 10 arguments' "fleks_subsidy('2024-03')"
refused '3 to 9 arguments' "fleks_in_hand(2025)"
refused 'year: ' "fleks_in_hand('2025', 1, 1)"
# What is cut, rounded or wound around is another fact.
refused 'year: ' "fleks_in_hand(4294969321, 20000, 18)"
refused 'children: ' "fleks_in_hand(2025, 20000, 18, NULL, NULL, NULL, NULL, 'two')"
refused 'children: ' "fleks_in_hand(2025, 20000, 18, NULL, NULL, NULL, NULL, 2.7)"
refused 'children: ' "fleks_in_hand(2025, 20000, 18, NULL, NULL, NULL, NULL, 4294967297)"
refused 'municipality: has a zero byte' "fleks_in_hand(2025, 20000, 18, 'Aarhus' || char(0) || 'x')"
refused 'month: has a zero byte' "fleks_subsidy('2024-03' || char(0), 1560000)"
refused 'paid_hours: has a zero byte' "fleks_subsidy('2024-03', 1, 0, 0, 0, 0, 0, NULL, '12' || char(0) || '34')"
refused 'municipality' "fleks_in_hand(2025, 20000, 18, 'Nowhere')"

# The øre of the program on a population, in Debian's Python.
if [ -x /usr/bin/python3 ] && /usr/bin/python3 -c 'import sqlite3; sqlite3.connect(":memory:").enable_load_extension(True)' 2>/dev/null; then
  "$FLEKS" sample --rows 12000 --seed 5 -o given.csv || fail 'no sample'
  "$FLEKS" population given.csv -o out.csv 2>/dev/null || fail 'no population'
  /usr/bin/python3 - <<'PY' || fail 'not the øre of the program'
import csv, sqlite3, sys
from decimal import Decimal

oere = lambda text: int(Decimal(text).scaleb(2)) if text else None
connection = sqlite3.connect(':memory:')
connection.enable_load_extension(True)
connection.load_extension('./fleks')
columns = ('own_pension', 'employer_pension', 'other_wage', 'daily_benefit', 'ledighedsydelse_days', 'ceiling', 'paid_hours')
rows, wrong = 0, 0
with open('given.csv', encoding='utf-8') as given, open('out.csv', encoding='utf-8') as out:
    for row, wanted in zip(csv.DictReader(given), csv.DictReader(out)):
        more = [(row.get(name) or None) if name in ('ledighedsydelse_days', 'paid_hours') else oere(row.get(name, '')) for name in columns]
        got = connection.execute('SELECT fleks_subsidy(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9), fleks_payout(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)',
                                 (row['month'], oere(row['am_income']), *more)).fetchone()
        rows += 1
        wrong += got != (oere(wanted['fleksloentilskud']), oere(wanted['payout']))
print(f'{rows} rows, {wrong} wrong')
sys.exit(wrong != 0 or rows < 10000)
PY
fi
finish
