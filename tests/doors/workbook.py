#!/usr/bin/env python3
"""usage: workbook.py ROWS     FLEKS is the program. Exit 1 where LibreOffice computes another øre than the program."""
import csv
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

FLEKS, ROWS = os.environ["FLEKS"], int(sys.argv[1])
FIELDS = ("fleksloentilskud", "own_atp", "payout", "obligatory_pension")
work = Path(tempfile.mkdtemp())
profile = work / "profile"
(profile / "user").mkdir(parents=True)
# A sheet is computed when it is opened, not shown as it was last.
(profile / "user/registrymodifications.xcu").write_text(
    '<?xml version="1.0"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">'
    '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>'
    '</oor:items>')


def office(kind, *files):
    done = subprocess.run(["soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", kind, "--outdir",
                           str(work / "out"), *map(str, files)], capture_output=True, text=True, timeout=580)
    if done.returncode:
        sys.exit(f"LibreOffice: {done.stderr}")


def program(month, facts, *more):
    command = [FLEKS, "month", "--month", month, *more]
    for option, value in facts.items():
        command += [f"--{option.replace('_', '-')}", value]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def sheet(path):
    """The amounts of a sheet by the rule and order of their rows."""
    rows = list(csv.reader(open(path, encoding="utf-8")))
    return {row[0]: row[1] for row in rows if len(row) > 2 and row[2]}


def changed(source, target, cells):
    """A copy in which input cells have other values, and no cached result is right."""
    with zipfile.ZipFile(source) as book, zipfile.ZipFile(target, "w") as copy:
        for name in book.namelist():
            text = book.read(name)
            if name == "xl/worksheets/sheet1.xml":
                text = text.decode()
                for cell, value in cells.items():
                    text, count = re.subn(rf'(<c r="{cell}"[^>]*?)(/>|><v>[^<]*</v></c>)', rf'\1><v>{value}</v></c>', text)
                    assert count == 1, cell
                text = re.sub(r"</f><v>[^<]*</v>", "</f><v>0</v>", text).encode()
            copy.writestr(name, text)


def amount(text):
    return round(float(text.replace(",", "")) * 100)


CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"
dice = random.Random(16)
failed = 0
oere = lambda most: f"{(n := dice.randrange(most)) // 100}.{n % 100:02d}"

# The workbook itself: one month's facts written, other facts put into the sheet.
books = []
for i in range(int(os.environ.get("FLEKS_BOOKS", "12"))):
    month = dice.choice(("2013-03", "2014-06", "2019-05", "2022-03", "2023-01", "2024-03", "2026-02"))
    given = {"am_income": "15600", "ceiling": "32067", "paid_hours": "78"}
    other = {"am_income": oere(2_500_000), "own_pension": oere(100_000), "other_wage": oere(900_000), "daily_benefit": oere(500_000)}
    if i % 3:
        other["ceiling"] = oere(4_000_000)
    file = work / f"book{i}.xlsx"
    program(month, given, "--format", "xlsx", "-o", str(file))
    again = work / "again.xlsx"
    program(month, given, "--format", "xlsx", "-o", str(again))
    if file.read_bytes() != again.read_bytes():
        failed = 1
        print("the same month gives other bytes")
    labels = {v: k for k, v in (("am_income", "AM-bidragspligtig indkomst (felt 13)"), ("own_pension", "Eget pensionsbidrag"),
                                ("other_wage", "Løn fra andre job"), ("daily_benefit", "Dagpenge m.v. i lønmåneden"), ("ceiling", "Lønloft"))}
    with zipfile.ZipFile(file) as book:
        strings = re.findall(r"<si><t[^>]*>([^<]*)</t></si>", book.read("xl/sharedStrings.xml").decode())
        rows = dict(re.findall(r'<c r="A(\d+)"[^>]*t="s"[^>]*><v>(\d+)</v>', book.read("xl/worksheets/sheet1.xml").decode()))
    cells = {}
    for row, place in rows.items():
        fact = labels.get(strings[int(place)])
        if fact in other and f"B{row}" not in cells and fact not in [labels.get(strings[int(rows[c[1:]])]) for c in cells]:
            cells[f"B{row}"] = other[fact]
    assert len(cells) == len(other), (cells, other)
    changed(file, work / f"changed{i}.xlsx", cells)
    books.append((i, month, given, {**given, **other}))
office(CSV, *(work / f"{kind}{i}.xlsx" for i, *_ in books for kind in ("book", "changed")))
NAMES = {"Fleksløntilskud": "fleksloentilskud", "Eget ATP-bidrag": "own_atp", "Til udbetaling før skat": "payout",
         "Obligatorisk pension": "obligatory_pension", "Statens ATP-bidrag": "public_atp"}
for i, month, given, other in books:
    for kind, facts in (("book", given), ("changed", other)):
        expected = json.loads(program(month, facts, "--format", "json"))
        path = next((work / "out").glob(f"{kind}{i}[!0-9]*.csv"))
        shown = sheet(path)
        for name, field in NAMES.items():
            if amount(shown[name]) != round(float(expected[field]) * 100):
                failed = 1
                print(f"{kind} {month} {facts}: {name} {shown[name]}, the program {expected[field]}")
print(f"{len(books)} workbooks, as written and with other facts: {'the same as the program' if not failed else 'WRONG'}")

# Saved by the spreadsheet, it comes back as the facts that were put into it.
office("xlsx:Calc MS Excel 2007 XML", *(work / f"changed{i}.xlsx" for i, *_ in books))
for i, month, given, other in books:
    saved = subprocess.run([FLEKS, "month", "--from-xlsx", str(work / f"out/changed{i}.xlsx"), "--format", "json"], capture_output=True, text=True)
    results = [json.loads(text) for text in (program(month, other, "--format", "json"), saved.stdout or "{}")]
    for result in results:
        result.pop("facts", None)
    if results[0] != results[1]:
        failed = 1
        print(f"saved {month} {other}: {saved.stderr or [key for key in results[0] if results[0][key] != results[1].get(key)]}")
print(f"{len(books)} workbooks saved by LibreOffice and read back: {'the same facts' if not failed else 'WRONG'}")

# The same formulas, a row a month.
months = work / "months.csv"
subprocess.run([sys.executable, "tests/programs/helpers/months_of_sql.py", "rows", str(ROWS), str(months)], check=True)
subprocess.run([FLEKS, "population", str(months), "-o", str(work / "result.csv")], check=True)
laws = {}


def law(month):
    if month not in laws:
        lines = subprocess.run([FLEKS, "formula", "--dialect", "excel", "--month", month], capture_output=True, text=True, check=True).stdout
        laws[month] = dict(line.split(" = ", 1) for line in lines.splitlines() if not line.startswith("#"))
    return laws[month]


to_oere = lambda text: str(int(text.replace(".", "")))
with open(work / "rows.csv", "w", encoding="ascii", newline="") as file:
    out = csv.writer(file)
    for number, row in enumerate(csv.DictReader(open(months, encoding="ascii")), 1):
        known = {fact: to_oere(row[fact]) for fact in ("am_income", "own_pension", "employer_pension", "other_wage", "daily_benefit")}
        known |= {"ledighedsydelse_days": row["ledighedsydelse_days"], "ceiling": to_oere(row["ceiling"]) if row["ceiling"] else str(10**11),
                  "benefits_in_kind": "0", "holiday_supplement": "0", "care_income": "0", "unclaimed_benefit": "0", "ledighedsydelse": "0"}
        cells, places = [], {}
        for name, formula in law(row["month"]).items():
            if name == "public_atp":
                continue
            text = re.sub(r"[a-z][a-z_0-9]*", lambda m: places.get(m.group(0)) or known[m.group(0)], formula)
            places[name] = f"{chr(65 + len(cells))}{number}"
            cells.append(text if text.isdigit() else "=" + text)
        out.writerow(cells)
    order = [name for name in law(row["month"]) if name != "public_atp"]
office("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false", work / "rows.csv")
wrong = lines = 0
for expected, cells in zip(csv.DictReader(open(work / "result.csv", encoding="ascii")), csv.reader(open(work / "out/rows.csv", encoding="utf-8"))):
    names = [name for name in law(expected["month"]) if name != "public_atp"]
    lines += 1
    for field in FIELDS:
        if round(float(cells[names.index(field)])) != int(expected[field].replace(".", "")):
            wrong += 1
            if wrong < 6:
                print(f"{expected}: {field} {cells[names.index(field)]}")
print(f"{lines} months in rows: {wrong} wrong amounts")
sys.exit(failed or wrong or lines != ROWS)
