#!/usr/bin/env python3
"""The pages for those who change the code name only files that exist.

usage: architecture.py PROJECT
"""
import re
import sys
from pathlib import Path

project = Path(sys.argv[1])
pages = ["src/package/doxygen/architecture.md", "src/package/doxygen/contributing.md"]
named, missing = 0, []
for page in pages:
    text = (project / page).read_text(encoding="utf-8")
    for path in re.findall(r"`((?:src|include|tests|examples|benchmarks)/[\w./-]*)`", text):
        named += 1
        if not (project / path).exists():
            missing.append(f"{page}: there is no {path}")
print(f"{named} paths named")
print("\n".join(missing))
sys.exit(bool(missing) or named < 20)
