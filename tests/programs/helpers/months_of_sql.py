#!/usr/bin/env python3
"""Rows for the view fleks_month, and whether a database computes them as the program does.

usage: months_of_sql.py rows COUNT OUT.csv       months as a population file, whole days, every month and turn of the law
       months_of_sql.py sqlite SCRIPT IN.csv      the view's rows in SQLite, as lines `id;month;...` in øre
       months_of_sql.py insert IN.csv             the same months as SQL
       months_of_sql.py compare IN.csv RESULT.csv VIEW.csv   exit 1 where the program's result is another
"""
import csv
import random
import sqlite3
import sys

MONEY = ("am_income", "own_pension", "employer_pension", "other_wage", "daily_benefit", "ceiling")
COLUMNS = ("id", "month", *MONEY, "ledighedsydelse_days")
RESULTS = ("fleksloentilskud", "own_atp", "payout", "obligatory_pension")


def kroner(oere):
    return f"{oere // 100}.{oere % 100:02d}"


def oere(text):
    whole, _, cents = text.partition(".")
    return int(whole) * 100 + int((cents + "00")[:2])


def rows(count, path):
    dice = random.Random(16)
    with open(path, "w", encoding="ascii", newline="") as file:
        out = csv.writer(file)
        out.writerow(COLUMNS)
        for i in range(count):
            year, month = divmod(dice.randrange(168), 12)
            month = f"{2013 + year}-{month + 1:02d}"
            wage = dice.choice((0, 1, dice.randrange(2_500_000), dice.randrange(2_500_000), dice.randrange(6_000_000), 10**10))
            if dice.randrange(4) == 0:
                wage = min(wage // 10 * 10 + 5, 10**10)
            some = lambda most, often: dice.randrange(most) if dice.randrange(often) == 0 else 0
            ceiling = "" if dice.randrange(4) == 0 else kroner(dice.choice((0, 10**10, *[dice.randrange(4_500_000)] * 9)))
            days = dice.randrange(1, 32) if month >= "2022-04" and dice.randrange(3) == 0 else 0
            out.writerow((f"c{i}", month, kroner(wage), kroner(some(200_000, 3)), kroner(some(400_000, 3)), kroner(some(1_500_000, 4)),
                          kroner(some(2_000_000, 5)), ceiling, days))


def months(path):
    for row in csv.DictReader(open(path, encoding="ascii")):
        yield (row["id"], row["month"], *(oere(row[c]) if row[c] else None for c in MONEY), int(row["ledighedsydelse_days"]))


def sqlite(script, path):
    base = sqlite3.connect(":memory:")
    base.execute(f"CREATE TABLE months ({', '.join(c + (' TEXT' if c in ('id', 'month') else ' INTEGER') for c in COLUMNS)})")
    base.executemany(f"INSERT INTO months VALUES ({', '.join('?' * len(COLUMNS))})", months(path))
    for _ in range(2):  # the script can be run again
        base.executescript(open(script, encoding="utf-8").read())
    for row in base.execute(f"SELECT id, month, {', '.join(RESULTS)} FROM fleks_month"):
        print(*row, sep=";")


def insert(path):
    print(f"CREATE TABLE months ({', '.join(c + (' VARCHAR' if c in ('id', 'month') else ' BIGINT') for c in COLUMNS)});")
    block = []
    for row in months(path):
        block.append("(" + ", ".join("NULL" if v is None else f"'{v}'" if isinstance(v, str) else str(v) for v in row) + ")")
        if len(block) == 1000:
            print("INSERT INTO months VALUES " + ",".join(block) + ";")
            block.clear()
    if block:
        print("INSERT INTO months VALUES " + ",".join(block) + ";")


def compare(path, result, view):
    expected = {row["id"]: (row["month"], *(oere(row[c]) for c in RESULTS)) for row in csv.DictReader(open(result, encoding="ascii"))}
    wrong = lines = 0
    for line in open(view, encoding="ascii"):
        ident, month, *amounts = line.strip().split(";")
        lines += 1
        if expected.get(ident) != (month, *map(int, amounts)):
            wrong += 1
            if wrong <= 5:
                print(f"{ident}: {amounts}, the program has {expected.get(ident)}")
    nonzero = sum(e[1] > 0 for e in expected.values())
    print(f"{lines} rows, {nonzero} of them with a subsidy, {wrong} wrong")
    return wrong or lines != len(expected) or nonzero < lines // 3


command, *rest = sys.argv[1:]
if command == "rows":
    rows(int(rest[0]), rest[1])
else:
    sys.exit(bool({"sqlite": sqlite, "insert": insert, "compare": compare}[command](*rest)))
