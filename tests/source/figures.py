#!/usr/bin/env python3
"""No figure of the law stands in a sentence: it comes from the rate or from a named constant.

usage: figures.py PROJECT

Looks in the string literals of src for a number beside pct., øre, kr. or timer, and in the texts of src/rules/rules.csv.
"""
import csv
import re
import sys
from pathlib import Path

project = Path(sys.argv[1])
UNIT = r"(?:pct\.?|per cent|øre\b|oere\b|kr\.|kroner\b|timer\b|hours\b)"
FIGURE = re.compile(r"(?<![\w{.,])(\d[\d.,]*)\s?" + UNIT)
LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*"')
# Figures of the project's own, not of the law: (file, what stands there).
OWN = {
    ("src/words/population.cpp", "20 pct."): "a class of the summary",
    ("src/words/population.cpp", "20 per cent"): "a class of the summary",
}

found, unused = [], set(OWN)
for path in sorted((project / "src").rglob("*.[ch]pp")):
    name = str(path.relative_to(project))
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.lstrip().startswith("//"):
            continue
        for literal in LITERAL.findall(line):
            for figure in FIGURE.finditer(literal):
                if not figure[1].strip("0.,"):
                    continue
                if (name, figure[0]) in OWN:
                    unused.discard((name, figure[0]))
                else:
                    found.append(f"{name}:{number}: {figure[0]} in {literal}")
with open(project / "src/rules/rules.csv", encoding="utf-8", newline="") as rows:
    for row in csv.DictReader(rows):
        for column in ("text_da", "text_en", "name_da", "name_en"):
            found += [f"rules.csv: {row['id']} {row['first']}: {figure[0]}" for figure in FIGURE.finditer(row[column])]
found += [f"{name}: {figure} stands there no more" for name, figure in sorted(unused)]
if found:
    sys.exit("\n".join(found))
print("no figure of the law in a sentence")
