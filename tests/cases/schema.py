#!/usr/bin/env python3
"""usage: schema.py SCHEMA CASES EXAMPLES PROGRAM

The published schema accepts every worked case and example and refuses every file of CASES/broken_form; the program
reads and refuses the same ones, and names the path in each file of CASES/broken and CASES/broken_form.
"""
import json
import pathlib
import subprocess
import sys

import jsonschema

schema_file, cases, examples, program = sys.argv[1:]
schema = json.loads(pathlib.Path(schema_file).read_text())
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
    for error in validator.iter_errors(json.loads(path.read_text())):
        check(False, f"{path.name}: the schema refuses {error.json_path}: {error.message}")
    result = run(path)
    check(result.returncode == 0, f"{path.name}: exit {result.returncode}: {result.stderr}")

for folder, refused_by_schema in (("broken_form", True), ("broken", False)):
    broken = sorted(pathlib.Path(cases, folder).glob("*.json"))
    check(len(broken) >= 5, f"only {len(broken)} files in {folder}")
    for path in broken:
        case = json.loads(path.read_text())
        check(validator.is_valid(case) is not refused_by_schema, f"{path.name}: the schema {'accepts' if refused_by_schema else 'refuses'} it")
        result = run(path)
        check(result.returncode == 2 and not result.stdout, f"{path.name}: exit {result.returncode}")
        for where in case["description"].split():
            check(where in result.stderr, f"{path.name}: {where} is not named in {result.stderr}")

printed = subprocess.run([program, "case", "--schema"], capture_output=True, text=True, check=True).stdout
check(json.loads(printed) == schema, "fleks case --schema is not the published schema")
sys.exit(failed > 0)
