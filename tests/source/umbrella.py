#!/usr/bin/env python3
"""fleks/fleks.hpp is everything public: it includes each public C++ header, in order, each once."""
import pathlib
import re
import sys

include = pathlib.Path(sys.argv[1])
umbrella = include / "fleks/fleks.hpp"
public = sorted(str(p.relative_to(include)) for p in include.rglob("*.hpp") if p != umbrella)
included = re.findall(r"#include <(fleks/[^>]+)>", umbrella.read_text())
missing, unknown = set(public) - set(included), set(included) - set(public)
if missing or unknown or included != sorted(set(included)):
    sys.exit(f"fleks/fleks.hpp lacks {sorted(missing)}, names {sorted(unknown)} that are not there, or is out of order")
print(len(public), "headers")
