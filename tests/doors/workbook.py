#!/usr/bin/env python3
"""usage: workbook.py ROWS     FLEKS is the program. Exit 1 where LibreOffice computes another øre than the program."""
import calendar
import csv
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from datetime import date, timedelta
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
    """As a workbook shows it, in Danish or by the machine."""
    danish = "," in text[-3:]
    return round(float(text.replace(".", "").replace(",", ".") if danish else text.replace(",", "")) * 100)


def places(path):
    """The input cells of a workbook by name, each with its sheet."""
    with zipfile.ZipFile(path) as book:
        text = book.read("xl/workbook.xml").decode()
    return {name: (sheet, cell.replace("$", ""))
            for name, sheet, cell in re.findall(r'<definedName name="fleks_(\w+)">([^<!]+)!([^<]+)</definedName>', text)}


def sheets(path):
    return list(csv.reader(open(path, encoding="utf-8")))


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

# A curve of hours: as written, and with the citizen's facts and the hours of a row changed in the sheet.
HOURS = ("gross_pay own_pension employer_pension wage_atp_own wage_atp_employer fleksloentilskud subsidy_atp_own public_atp obligatory_pension "
         "am_contribution tax in_hand pension_saved").split()
curves, wrong_hours, cells_of_hours = [], 0, 0
for i in range(int(os.environ.get("FLEKS_CURVES", "24"))):
    def citizen():
        shares = {"--own-pension": f"{dice.randrange(900) / 100:.2f}", "--employer-pension": f"{dice.randrange(1800) / 100:.2f}",
                  "--municipal-tax": f"{dice.randrange(2200, 2800) / 100:.2f}", "--church-tax": f"{dice.randrange(130) / 100:.2f}"}
        return {"--hourly-wage": oere(60_000), "--intensity": str(dice.randrange(1, 101)), "--other-income": oere(900_000), **shares}
    shape = ["--year", str(dice.choice(range(2014, 2027))), "--from", f"{dice.randrange(1, 500) / 100:.2f}", "--step", "0.93"]
    shape += dice.choice(([], ["--single-parent"], ["--birth-year", "1958"], ["--own-atp", "counted"]))
    first, then = citizen(), citizen()
    if i % 2:
        first["--ceiling"], then["--ceiling"] = oere(4_500_000), oere(4_500_000)
    words = lambda facts: [w for name, value in facts.items() for w in (name, value + "%" * name.endswith("pension"))]
    file = work / f"curve{i}.xlsx"
    hours = lambda facts, *more: subprocess.run([FLEKS, "hours", *shape, *words(facts), *more], capture_output=True, text=True, check=True).stdout
    hours(first, "--format", "xlsx", "-o", str(file))
    where = places(file)
    changed(file, work / f"curve_changed{i}.xlsx", {where[name[2:].replace("-", "_")][1]: value for name, value in then.items()})
    curves += [(file, json.loads(hours(first, "--format", "json"))), (work / f"curve_changed{i}.xlsx", json.loads(hours(then, "--format", "json")))]
office(CSV, *(file for file, _ in curves))
for file, expected in curves:
    rows = sheets(next((work / "out").glob(f"{file.stem}[!0-9]*.csv")))
    begin = next(n for n, row in enumerate(rows) if row[0] == "Timer om ugen") + 1
    for row, point in zip(rows[begin:begin + len(expected["rows"])], expected["rows"], strict=True):
        for cell, name in zip(row[1:], HOURS):
            cells_of_hours += 1
            if amount(cell) != round(float(point[name]) * 100):
                wrong_hours += 1
                if wrong_hours < 6:
                    print(f"{file.name}: {point['hours']} hours, {name}: {cell}, the program {point[name]}")
failed |= wrong_hours > 0
print(f"{len(curves)} curves of hours, as written and with other facts: {cells_of_hours} amounts, {wrong_hours} wrong")

# Cases: as written, and with the amounts that months follow changed in the sheet; read back they give what the sheet shows.
ALL = CSV[:-1] + "-1"
case = lambda file, *more: subprocess.run([FLEKS, "case", str(file), *more], capture_output=True, text=True)
in_cases, wrong_cases, without, amounts_of_cases, cells_changed = [], 0, 0, 0, 0


def random_case():
    """A citizen's months: jobs with ceilings, wages with pension and what stands inside them, benefits, holiday, months without a job."""
    first, count = dice.randrange(2014 * 12, 2026 * 12 - 12), dice.randrange(3, 11)
    month = lambda n: f"{n // 12}-{n % 12 + 1:02d}"
    day = lambda n, d: f"{month(n)}-{d:02d}"
    last_day = lambda n: calendar.monthrange(n // 12, n % 12 + 1)[1]
    some = lambda part: dice.random() < part
    parts = lambda: {name: oere(60_000) for name in ("supplements", "bonus") if some(0.5)} | ({"pension": f"{dice.randrange(1800) / 100}"} if some(0.6) else {})
    ceiling = lambda: dice.choice(({"amount": oere(3_500_000)}, {"hourly": oere(25_000), **parts()}, {"monthly_base": oere(3_000_000), **parts()}))
    ends = first + dice.randrange(1, count) if some(0.5) else None
    job = {"id": "f", "employer": "Fleks", "from": day(first - 3, 1)}
    if ends:
        job["to"] = day(ends, last_day(ends) if some(0.5) else dice.randrange(5, 25))
    if some(0.8):
        job["ceilings"] = [{"from": day(first - 3, 1), **ceiling()}] + ([{"from": day(first + 1, dice.choice((1, 15))), **ceiling()}] if some(0.3) and (not ends or ends > first + 1) else [])
    jobs = [job] + ([{"id": "o", "employer": "Andet", "kind": "other", "from": day(first - 3, 1)}] if some(0.3) else [])
    wages = []
    for n in range(first - 1, first + count):
        for of in jobs:
            if of is job and ends and n > ends or some(0.05):
                continue
            to = job["to"] if of is job and ends == n else day(n, last_day(n))
            wage = {"employment": of["id"], "from": day(n, 1), "to": to, "am_income": f"{dice.randrange(300_000, 1_800_000) / 100:.2f}"}
            for name, part in (("own_pension", 0.5), ("employer_pension", 0.5)):
                if some(part):
                    wage[name] = oere(100_000)
            if some(0.6):
                wage["paid_hours"] = str(dice.randrange(10, 130))
            if some(0.15):
                wage["gifts"] = oere(30_000)
            if some(0.15):
                wage["bonus"] = [{"amount": oere(90_000), "from": month(max(n - dice.randrange(4), first - 3)), "to": month(n)}]
            if some(0.1):
                wage["supplements"] = [{"kind": "holiday_supplement", "amount": oere(50_000), "full_time": oere(90_000)}]
            wages.append(wage)
    case = {"from": month(first), "to": month(first + count - 1), "employments": jobs, "wages": wages}
    if ends:
        begins = date.fromisoformat(job["to"]) + timedelta(1)
        case["ledighedsydelse"] = [{"from": begins.isoformat(), "class": dice.choice(("full", "low_provider", "low_nonprovider"))}]
    benefits = [{"kind": "sickness", "from": day(n, 3), "to": day(n, 12), "paid": day(n, 25), "amount": oere(700_000)} for n in range(first - 1, first + count) if some(0.12)]
    incomes = [{"kind": dice.choice(("care", "replacing_wage")), "month": month(n), "amount": oere(400_000)} for n in range(first - 1, first + count) if some(0.12)]
    holidays = [{"kind": "ledighedsydelse", "employment": "f", "from": day(n, 8), "to": day(n, 10)} for n in range(first, first + count) if some(0.1) and (not ends or n < ends)]
    return case | {name: list_ for name, list_ in (("daily_benefits", benefits), ("incomes", incomes), ("holidays", holidays)) if list_}


drawn = []
for i in range(int(os.environ.get("FLEKS_CASES", "40"))):
    source = work / f"random{i}.json"
    source.write_text(json.dumps(random_case()))
    while case(source).returncode:  # what cannot be is drawn anew
        source.write_text(json.dumps(random_case()))
    drawn.append(source)
for number, source in enumerate([*sorted([*Path("examples/cases").glob("*.json"), *Path("tests/cases").glob("*.json")]), *drawn]):
    file, other = work / f"case{number}.xlsx", work / f"case_changed{number}.xlsx"
    made = case(source, "--format", "xlsx", "-o", str(file))
    if made.returncode:
        without += 1
        print(f"{source}: {made.stderr.strip()}")
        continue
    where = places(file)
    with zipfile.ZipFile(file) as book:
        text = book.read("xl/worksheets/sheet1.xml").decode()
    allowed = set(re.findall(r'sqref="(B\d+)"', text))
    values = dict(re.findall(r'<c r="(B\d+)"[^>]*><v>([^<]*)</v></c>', text))
    cells = {}
    for name, (_, cell) in where.items():
        if cell in allowed and dice.random() < 0.6:
            now = float(values[cell])
            cells[cell] = f"{max(0, now + dice.choice((-1, 1)) * dice.randrange(0, 20_000) / 100):.2f}" if now >= 300 else str(int(now))
    cells_changed += len(cells)
    changed(file, other, cells)
    in_cases += [(source.name, file), (source.name, other)]
office(ALL, *(file for _, file in in_cases))
office("xlsx:Calc MS Excel 2007 XML", *(file for _, file in in_cases))
for name, file in in_cases:
    read_back = subprocess.run([FLEKS, "case", "--from-xlsx", str(work / "out" / file.name), "--format", "json"], capture_output=True, text=True)
    if read_back.returncode:
        wrong_cases += 1
        print(f"{name}, {file.name}: {read_back.stderr.strip()}")
        continue
    months = json.loads(read_back.stdout)["months"]
    rows = {row[0]: row[1:6] for row in sheets(work / f"out/{file.stem}-År.csv") if re.fullmatch(r"\d{4}-\d\d", row[0])}
    for month in months:
        subsidy, benefit = month["subsidy"] or {}, month["ledighedsydelse"] or {}
        expected = [subsidy.get("fleksloentilskud"), subsidy.get("own_atp"), benefit.get("ledighedsydelse"), benefit.get("own_atp"), month["payout"]]
        for cell, value in zip(rows[month["month"]], expected):
            if not cell and value is None:
                continue
            amounts_of_cases += 1
            if amount(cell or "0") != round(float(value or 0) * 100):
                wrong_cases += 1
                if wrong_cases < 12:
                    print(f"{name}, {file.name}, {month['month']}: {cell}, the program {value}")
failed |= wrong_cases > 0
print(f"{len(in_cases)} cases, as written and with {cells_changed} amounts changed: {amounts_of_cases} amounts, {wrong_cases} wrong; {without} cases are not in a workbook")

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
