#!/usr/bin/env python3
"""Rooms are in order: no include leads from a room to a later one, so no circle of rooms is possible.

usage: rooms.py PROJECT [--write]

The order is src/rooms.txt. README.md shows it as a table, which is compared, or written with --write. With FLEKS_ROOMS_ADD
(ROOM/FILE=HEADER) the test's own test adds an include that must be found.
"""
import os
import re
import sys
from pathlib import Path

project = Path(sys.argv[1])
rooms, said = [], {}
for line in (project / "src/rooms.txt").read_text(encoding="utf-8").splitlines():
    if line and not line.startswith("#"):
        name, text = line.split(maxsplit=1)
        rooms.append(name)
        said[name] = text

wrong = []
for base in ("src", "include/fleks"):
    for folder in sorted(p for p in (project / base).iterdir() if p.is_dir()):
        if folder.name not in rooms + ["package"]:
            wrong.append(f"{base}/{folder.name}: is no room of src/rooms.txt")

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)
arrows, files = {}, 0


def look(room, path, text):
    for header in INCLUDE.findall(text):
        to = header.removeprefix("fleks/").split("/")[0] if "/" in header else None
        if to not in rooms or to == room:
            continue
        arrows.setdefault((room, to), []).append(path)
        if rooms.index(to) > rooms.index(room):
            wrong.append(f"{path}: includes {header}, from {room} up to {to}")


for base in ("src", "include/fleks"):
    for path in sorted((project / base).rglob("*")):
        inside = path.relative_to(project / base)
        if path.suffix in (".hpp", ".cpp", ".h", ".inc") and len(inside.parts) > 1 and inside.parts[0] in rooms:
            # The generator is a program of its own, beside the room whose tables it embeds.
            if inside.parts[:2] == ("rates", "embed"):
                continue
            files += 1
            look(inside.parts[0], str(path.relative_to(project)), path.read_text(encoding="utf-8"))
if added := os.environ.get("FLEKS_ROOMS_ADD"):
    path, header = added.split("=")
    look(path.split("/")[0], path, f'#include "{header}"')

BEGIN, END = "<!-- rooms: src/rooms.txt -->\n", "<!-- end of rooms -->"
table = "| room | what is there | asks |\n|---|---|---|\n" + "".join(
    f"| `{room}` | {said[room]} | {', '.join(to for to in rooms if (room, to) in arrows) or '–'} |\n" for room in rooms
)
readme = project / "README.md"
text = readme.read_text(encoding="utf-8")
if BEGIN not in text:
    wrong.append("README.md: has no table of rooms")
else:
    before, rest = text.split(BEGIN)
    shown, after = rest.split(END, 1)
    if "--write" in sys.argv:
        readme.write_text(before + BEGIN + table + END + after, encoding="utf-8")
    elif shown != table and not added:
        wrong.append("README.md: its table of rooms is not that of src/rooms.txt (rooms.py PROJECT --write)")

print(f"{files} files in {len(rooms)} rooms, {len(arrows)} arrows between rooms, all down: {not wrong}")
print("\n".join(wrong))
sys.exit(bool(wrong))
