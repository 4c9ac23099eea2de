#!/usr/bin/env python3
"""The algorithms of ranges that the page's older standard library is given are all that its sources use.

usage: older_library.py PROJECT [NAME]: NAME is used besides, which must be told.
Compiling the page finds it too, but only where Emscripten is.
"""
import pathlib
import re
import sys

project = pathlib.Path(sys.argv[1])
shim = (project / "examples/web/library/older/algorithm").read_text(encoding="utf-8")
given = set(re.findall(r"^constexpr \w+ (\w+)\(|^void (\w+)\(", shim, re.MULTILINE))
given = {name for pair in given for name in pair if name}
if not {"find", "sort", "stable_sort", "minmax"} <= given:
    sys.exit(f"the names of the older library are not found in its header: {sorted(given)}")

wrong = []
for folder in ("include", "src", "examples/fleks", "examples/web/library"):
    for path in sorted((project / folder).rglob("*.[ch]pp")):
        # What of the library the page has no use for may be written with the newer one.
        if "src/kernels/" in path.as_posix() or "src/c_interface/" in path.as_posix():
            continue
        text = path.read_text(encoding="utf-8")
        for match in re.finditer(r"\bstd::(?:ranges::(?!views\b)(\w+)|(views::\w+|ranges::views::\w+))", text):
            name = match[1] or match[2]
            if name not in given:
                wrong.append(f"{path.relative_to(project)}:{text.count(chr(10), 0, match.start()) + 1}: std::ranges::{name}")
wrong += [f"asked for: std::ranges::{name}" for name in sys.argv[2:] if name not in given]
for line in wrong:
    print(f"{line} is not in examples/web/library/older/algorithm, which the page is compiled with")
sys.exit(bool(wrong))
