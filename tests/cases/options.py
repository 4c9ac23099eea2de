#!/usr/bin/env python3
"""usage: options.py SCHEMA PROGRAM

A choice of law has the same words in the case file as at the command line: what `fleks rules` lists is what the schema allows.
"""
import json
import subprocess
import sys

schema_file, program = sys.argv[1:]
schema = json.load(open(schema_file, encoding="utf-8"))


def properties(node, name):
    """Every property of that name, wherever it stands."""
    if isinstance(node, dict):
        if name in node.get("properties", {}):
            yield node["properties"][name]
        for child in node.values():
            yield from properties(child, name)
    elif isinstance(node, list):
        for child in node:
            yield from properties(child, name)


def words(node):
    if isinstance(node, dict):
        return [w for w in node.get("enum", []) if w is not None] + [w for child in node.values() for w in words(child)]
    return [w for child in node for w in words(child)] if isinstance(node, list) else []


rules = json.loads(subprocess.run([program, "rules", "--format", "json"], capture_output=True, text=True, check=True).stdout)["rules"]
compared, wrong = 0, []
for rule in rules:
    for option in rule["options"]:
        for found in properties(schema, option["option"].removeprefix("--").replace("-", "_")):
            compared += 1
            if sorted(set(words(found))) != sorted(option["values"]):
                wrong.append(f"{rule['id']}: {option['option']} has {option['values']}, the case file {words(found)}")
if compared < 3:
    wrong.append(f"only {compared} options compared")
if wrong:
    sys.exit("\n".join(wrong))
print(compared, "options")
