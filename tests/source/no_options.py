#!/usr/bin/env python3
"""The library knows no program: no text in its sources is an option of the command line (`--am-income`, `-o`).

    no_options.py FOLDER...
"""
import pathlib
import re
import sys

# The generators are programs with options of their own.
ALLOWED = {"rates/embed/embed_rates.cpp", "rates/embed/embed_lists.cpp"}
OPTION = re.compile(r'"(?:(?:[^"\\\n]|\\.)*--[a-z](?:[^"\\\n]|\\.)*|-[a-z])"')


def main(folders):
    found, files = [], 0
    for folder in map(pathlib.Path, folders):
        for path in sorted(folder.rglob("*")):
            if path.suffix not in {".hpp", ".cpp", ".h", ".inc", ".json"} or str(path.relative_to(folder)) in ALLOWED:
                continue
            files += 1
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                if OPTION.search(line):
                    found.append(f"{path}:{number}: {line.strip()}")
    print("\n".join(found))
    if not files:
        print("no sources found")
    print(f"{len(found)} options in {files} files")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
