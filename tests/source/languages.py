#!/usr/bin/env python3
"""Where words stand in each language, and what a language still lacks.

usage: languages.py PROJECT CODE

Every place where words for people are kept has them for each language: the columns of tables, the arguments of a call that says
something, the pairs of names and helps. For a language that is there the texts are counted, the tables' may not be empty, and what is
filled into a text must be the same in both; for another the list is what has to be written, file by file, with the places that choose
between the two and would take the second in silence. Exit 1 when anything is missing.
"""
import csv
import re
import sys
from pathlib import Path

TOKEN = re.compile(r'R"\((?:.|\n)*?\)"|"(?:\\.|[^"\\\n])*"|//[^\n]*|[(){}\[\],;?:]|[^\s"(){}\[\],;?:/]+|/|\s+')
PLACES = {"da": 0, "en": 1}  # of a language among the arguments
# What says something in each language at once: a call of Say, a message of the case, a pair of names.
CALL = re.compile(r"^say_?$")


def arguments(tokens, i):
    """The arguments of the bracket at i, as lists of tokens, and where it ends."""
    found, depth = [[]], 0
    while i < len(tokens):
        token = tokens[i]
        if token in "([{":
            depth += 1
            if depth == 1:
                i += 1
                continue
        elif token in ")]}":
            depth -= 1
            if depth == 0:
                break
        if token == "," and depth == 1:
            found.append([])
        else:
            found[-1].append(token)
        i += 1
    return found, i


def is_text(argument):
    return bool(argument) and all(token.startswith(('"', 'R"')) for token in argument)


def placeholders(argument):
    return sorted(re.findall(r"\{[^{}]*\}", "".join(argument)))


def said(source):
    """Of each call and pair with two texts beside each other: those two."""
    tokens = [t for t in TOKEN.findall(source) if t.strip() and not t.startswith("//")]
    for i, token in enumerate(tokens):
        is_call = token == "(" and i and CALL.match(tokens[i - 1].split(".")[0].split("->")[0])
        if not is_call and not (token == "{" and i + 1 < len(tokens) and is_text([tokens[i + 1]])):
            continue
        parts, _ = arguments(tokens, i)
        texts = [p for p in parts[:2] if is_text(p)]
        if len(texts) == 2 and len(parts) >= 2:
            yield texts, is_call


def main(project, code):
    project, places, missing, wrong = Path(project), {}, {}, []
    for table in ("src/rules/rules.csv", "src/rates/keys.csv"):
        with open(project / table, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        stems = [c[:-3] for c in rows[0] if c.endswith("_da")]
        for stem in stems:
            count = sum(bool(row[stem + "_da"]) for row in rows)
            places[f"{table}: {stem}_{code}"] = count
            lacking = sum(bool(row[stem + "_da"]) and not row.get(f"{stem}_{code}") for row in rows)
            if lacking:
                missing[f"{table}: column {stem}_{code}"] = lacking
    # The tables of rates are in English themselves; another language has a list of what they say of their sources.
    with open(project / "src/rates/sources_da.csv", encoding="utf-8", newline="") as file:
        sources = {row["english"] for row in csv.DictReader(file)}
    if code != "en":
        own = project / f"src/rates/sources_{code}.csv"
        there = set()
        if own.exists():
            with open(own, encoding="utf-8", newline="") as file:
                there = {row["english"] for row in csv.DictReader(file)}
        places[f"src/rates/{own.name}"] = len(sources & there)
        if sources - there:
            missing[f"src/rates/{own.name}"] = f"{len(sources - there)} texts"
    for folder in ("src", "examples/fleks"):
        for path in sorted((project / folder).rglob("*.[ch]pp")):
            source, name = path.read_text(encoding="utf-8"), str(path.relative_to(project))
            pairs = list(said(source))
            # `language == Language::danish ? … : …`: one of two, so a third language falls to the second in silence.
            either = len(re.findall(r"Language::(?:danish|english)\b", source))
            for texts, is_call in pairs:
                if is_call and placeholders(texts[0]) != placeholders(texts[1]):
                    wrong.append(f"{name}: not the same {{}}: {''.join(texts[0])} | {''.join(texts[1])}")
            if pairs or either:
                places[name] = len(pairs)
                if code not in PLACES:
                    missing[name] = f"{len(pairs)} texts" + (f", {either} choices between the two" if either else "")
    for path in sorted((project / "examples/web/src").glob("*.ts*")):
        if count := len(re.findall(r"\bsay\(", path.read_text(encoding="utf-8"))):
            places[str(path.relative_to(project))] = count
            if code not in PLACES:
                missing[str(path.relative_to(project))] = f"{count} texts"
    for line in wrong:
        print(line)
    for where, what in missing.items():
        print(f"{where}: {what}")
    count = sum(places.values())
    print(f"{code}: {count} texts in {len(places)} places; missing in {len(missing)}")
    return bool(missing or wrong or count < 1000)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
