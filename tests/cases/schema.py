#!/usr/bin/env python3
"""usage: schema.py SCHEMA CASES EXAMPLES PROGRAM

The published schema accepts every worked case and example and refuses every file of CASES/broken_form; the program
reads and refuses the same ones, and names the path in each file of CASES/broken and CASES/broken_form. Of the ways to write
an amount, a number, a day and a month the schema accepts those that the program accepts, and no other.
"""
import decimal
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

schema_file, cases, examples, program = sys.argv[1:]


def read(text):
    """Numbers as they are written: a binary fraction is another number."""
    return json.loads(text, parse_float=decimal.Decimal)


schema = read(pathlib.Path(schema_file).read_text())
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
failed = 0


def check(ok, what):
    global failed
    if not ok:
        print(what)
        failed += 1


def run(path):
    return subprocess.run([program, "case", str(path), "--lang", "en"], capture_output=True, text=True, timeout=60)


good = sorted(pathlib.Path(cases).glob("*.json")) + sorted(pathlib.Path(examples).glob("*.json"))
check(len(good) > 25, f"only {len(good)} cases")
for path in good:
    for error in validator.iter_errors(read(path.read_text())):
        check(False, f"{path.name}: the schema refuses {error.json_path}: {error.message}")
    result = run(path)
    check(result.returncode == 0, f"{path.name}: exit {result.returncode}: {result.stderr}")

for folder, refused_by_schema in (("broken_form", True), ("broken", False)):
    broken = sorted(pathlib.Path(cases, folder).glob("*.json"))
    check(len(broken) >= 5, f"only {len(broken)} files in {folder}")
    for path in broken:
        case = read(path.read_text())
        check(validator.is_valid(case) is not refused_by_schema, f"{path.name}: the schema {'accepts' if refused_by_schema else 'refuses'} it")
        result = run(path)
        check(result.returncode == 2 and not result.stdout, f"{path.name}: exit {result.returncode}")
        for where in case["description"].split():
            check(where in result.stderr, f"{path.name}: {where} is not named in {result.stderr}")

# Each text stands in a case that is right but for it.
CASE = """{"from": "2024-03", "to": "2024-03", "employments": [{"id": "a", "from": "2023-01-01", "weekly_hours": HOURS_A_WEEK}],
 "wages": [{"from": "2024-02-01", "to": "2024-02-29", "am_income": SIGNED, "own_pension": PENSION, "paid_hours": 52,
   "great_prayer_day_supplement": AMOUNT},
  {"from": "2023-05-01", "to": "2023-05-31", "am_income": 1, "paid_hours": HOURS_A_MONTH}, {"from": "2023-05-01", "to": "2023-05-31", "am_income": 2, "paid_hours": 744}],
 "holidays": [{"kind": "untaken", "from": "2024-03-01", "to": "2024-03-29", "days": DAYS}],
 "incomes": [{"kind": "care", "month": MONTH, "amount": 15600, "known": DATE}],
 "daily_benefits": [{"kind": "sickness", "from": "2024-02-05", "to": "2024-02-06", "amount": RANGE}],
 "unclaimed_benefits": [{"kind": "sickness", "from": "2024-02-07", "to": "2024-02-07", "amount": 0}]}"""
USUAL = {"AMOUNT": "15600", "SIGNED": "15600", "PENSION": "0", "HOURS_A_WEEK": "12", "HOURS_A_MONTH": "52", "DAYS": "5", "DATE": '"2024-03-01"', "MONTH": '"2024-02"', "RANGE": "10"}
NUMBERS = ["0", "1", "-1", "-0.5", "0.5", "0.0001", "0.00001", '""', '" 1"', '"1"', '"-1"', '"+1"', '"1,5"', '"1.5"', '".5"', '"5."', '"1,"',
           '"0,0001"', '"0.00001"', '"1e1"', '"0.001,5"', '"00.001,5"', '"0000001"', '"1.000"', "true", "[]", "{}"]
FORMS = {
    "AMOUNT": ['"?"', '"1..2"', "0", "15600", "15600.5", "15600.55", "15600.505", "-1", "-0.01", "100000000", "100000000.01", "100000001", '"15600"', '"15.600"',
               '"15.600,00"', '"15600,5"', '"15600.5"', '"15600.505"', '"15600,505"', '"1.5600,00"', '"15.60,00"', '"1.234.567,89"',
               '"0.015.600,00"', '"000.000.015.600,00"', '"99.999.999,99"', '"100.000.000,00"', '"100.000.000,01"', '"0.100.000.000,0"',
               '"100000000.00"', '"100000000,01"', '"0100000000"', '"123456789"', '"00000000015600"', '"15 600"', '"15,600.00"', '"1e4"', '""',
               '"-1"', "true", "[]"],
    # Below zero only beside what it corrects, which is no question of form.
    "RANGE": ['"?"', '"1..2"', '"1.000,00..2.000,5"', '"0..100000000"', '"0..100000000.01"', '"-1..1"', '"1..-1"', '".."', '"1.."', '"..1"', '"1...2"',
              '"1..2..3"', '"1..x"', '"1 .. 2"', '"??"', '"? "', '"4%..5%"', '"1,5..2.5"', "1"],
    "SIGNED": ['"?"', '"15600..15700"', "-0.001", "-100000001", '"-15.600"', '"--1"', '"-"', '"-100.000.000,01"', "0"],
    "PENSION": ['"?"', '"100..200"', '"1%..2%"', "0", "100", "-1.005", '"4%"', '"4,5%"', '"100%"', '"100.0001%"', '"101%"', '"-4%"', '"%"', '"4 %"', '"1.000,00"'],
    "HOURS_A_WEEK": NUMBERS + ["168", "168.0001", "169", '"168,0"', '"168,0001"', '"169"', '"0.168,0"', '"0.168,1"', '"0.169,0"', '"1.000,0"'],
    "HOURS_A_MONTH": NUMBERS + ['"?"', '"0..744"', '"10,5..20"', '"0..744.0001"', '"1..2h"', "744", "744.0001", "745", '"744"', '"744.0001"', '"0.744,0000"', '"0.744,0001"'],
    "DAYS": ["1", "0.5", "20", "32", '"20,0"', '"0.00001"', '"32"', '"0.020,0"', '"0.032,0"'],
    "DATE": ['"2024-02-29"', '"2024-02-30"', '"2023-02-29"', '"2000-02-29"', '"1900-02-29"', '"2024-04-31"', '"2024-00-01"', '"2024-13-01"',
             '"2024-1-01"', '"2024-01-1"', '"2024-01-00"', '"2024-01-32"', '"1899-12-31"', '"1900-01-01"', '"2024-01-01T00:00"', '"20240101"',
             '"2024/01/01"', '""', "20240101"],
    "MONTH": ['"2024-01"', '"2024-00"', '"2024-13"', '"1899-12"', '"1900-01"', '"2024-1"', '"24-01"', '"2024-01-01"', '""', "202401"],
}
accepted = refused = 0
with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder, "case.json")
    for what, texts in FORMS.items():
        for text in texts:
            case = CASE
            for name, usual in USUAL.items():
                case = case.replace(name, text if name == what else usual)
            path.write_text(case)
            said, result = validator.is_valid(read(case)), run(path)
            check(said is (result.returncode == 0), f"{what} {text}: the schema {'accepts' if said else 'refuses'} it: {result.stderr}")
            accepted, refused = accepted + said, refused + (not said)
check(accepted > 40 and refused > 60, f"{accepted} accepted, {refused} refused")

printed = subprocess.run([program, "case", "--schema"], capture_output=True, text=True, check=True).stdout
check(read(printed) == schema, "fleks case --schema is not the published schema")
sys.exit(failed > 0)
