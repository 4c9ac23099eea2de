#!/usr/bin/env python3
"""What a reader has to hold in mind at once: few long functions, and none that is a maze.

usage: functions.py PROJECT

Of the library and the program at most 5 functions have more than 60 lines, and none has a cognitive complexity above 40. Both are
counted as clang-tidy does (readability-function-size, readability-function-cognitive-complexity), without it: in a moment, and
where it is not installed. Those above, and the most complex below, are printed.
"""
import re
import sys
from pathlib import Path

MOST_LINES, MOST_LONG, MOST_COMPLEX = 60, 5, 40
TOKEN = re.compile(r"[A-Za-z_]\w*|\d[\w'.]*|::|->|&&|\|\||[^\s\w]")
PAIRS = {"(": ")", "[": "]", "{": "}"}


def without_text(source):
    """The source with comments, strings and preprocessor lines blanked, line for line."""
    blank = lambda m: re.sub(r"[^\n]", " ", m.group(0))
    source = re.sub(r'R"(\w*)\(.*?\)\1"', lambda m: '""' + "\n" * m.group(0).count("\n"), source, flags=re.S)
    source = re.sub(r'"(?:\\.|[^"\\\n])*"|(?<!\w)\'(?:\\.|[^\'\\\n])+\'|//[^\n]*|/\*.*?\*/',
                    lambda m: blank(m) if m.group(0)[0] == "/" else "0", source, flags=re.S)
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", blank, source, flags=re.M)


class File:
    """The functions of one file; `self.t` are its tokens, `self.line` where each stands."""

    def __init__(self, source):
        text = without_text(source)
        self.t, self.line, self.spaced = [], [], []
        at_line = 1
        for m in TOKEN.finditer(text):
            at_line += text.count("\n", self.end if self.t else 0, m.start())
            self.end = m.start()
            self.t.append(m.group(0))
            self.line.append(at_line)
            self.spaced.append(m.start() > 0 and text[m.start() - 1].isspace())
        self.found = []
        self.declarations(0, len(self.t))

    def after(self, i):
        """Behind the bracket that closes the one at i."""
        depth = 0
        while i < len(self.t):
            depth += (self.t[i] in PAIRS) - (self.t[i] in PAIRS.values())
            i += 1
            if depth == 0:
                break
        return i

    def after_angles(self, i):
        depth = 0
        while i < len(self.t):
            depth += (self.t[i] == "<") - (self.t[i] == ">")
            i = self.after(i) if self.t[i] in PAIRS else i + 1
            if depth == 0:
                break
        return i

    def declarations(self, i, end):
        """Of a namespace or a class: each that has a body."""
        while i < end:
            start, name, initialised, has_list = i, None, False, False
            while i < end and self.t[i] not in ";}":
                token = self.t[i]
                if token == "template":
                    i = self.after_angles(i + 1)
                    start = i
                elif token == "requires" and self.t[i + 1] == "(":
                    i = self.after(i + 1)
                elif token == "(":
                    if name is None and re.match(r"\w|>", self.t[i - 1]):
                        name = self.t[i - 1]
                    elif name is None and "operator" in self.t[start:i]:
                        name = "operator"
                    i = self.after(i)
                elif token == "[":
                    i = self.after(i)
                elif token == "=" and "operator" not in self.t[max(start, i - 3):i]:
                    initialised, i = True, i + 1
                elif token == ":" and name is not None:
                    has_list, i = True, i + 1
                elif token == "{":
                    head = set(self.t[start:i])
                    if head & {"namespace", "class", "struct", "union", "extern"} and name is None:
                        self.declarations(i + 1, self.after(i) - 1)
                    elif name is None or initialised or "enum" in head or (has_list and re.match(r"\w|>", self.t[i - 1])):
                        i = self.after(i)
                        continue
                    else:
                        self.body(name, i)
                    i = self.after(i)
                    break
                else:
                    i += 1
            else:
                i += 1

    def body(self, name, i):
        self.score = 0
        self.block(i, 0)
        self.found.append((self.line[self.after(i) - 1] - self.line[i], self.score, self.line[i], name))

    def block(self, i, nest):
        end = self.after(i) - 1
        i += 1
        while i < end:
            i = self.statement(i, nest)
        return end + 1

    def statement(self, i, nest):
        token = self.t[i]
        if token == "{":
            return self.block(i, nest)
        if token == "if":
            self.score += 1 + nest
            return self.branches(i, nest)
        if token in ("for", "while", "switch"):
            self.score += 1 + nest
            return self.statement(self.expression(i + 1, self.after(i + 1), nest), nest + 1)
        if token == "do":
            self.score += 1 + nest
            return self.statement(self.statement(i + 1, nest + 1) + 1, nest)
        if token == "try":
            return self.block(i + 1, nest)
        if token == "catch":
            self.score += 1 + nest
            return self.block(self.after(i + 1), nest + 1)
        if token in ("case", "default"):
            while self.t[i] != ":":
                i += 1
            return i + 1
        if token in ("struct", "class", "enum", "union"):
            while self.t[i] not in "{;":
                i += 1
            return self.after(i) if self.t[i] == "{" else i + 1
        end = i
        while self.t[end] != ";" and self.t[end] != "}":
            end = self.after(end) if self.t[end] in PAIRS else end + 1
        self.expression(i, end, nest)
        return end + (self.t[end] == ";")

    def branches(self, i, nest):
        """Of an `if` that is counted already."""
        i += 2 if self.t[i + 1] == "constexpr" else 1
        i = self.statement(self.expression(i, self.after(i), nest), nest + 1)
        if i < len(self.t) and self.t[i] == "else":
            self.score += 1
            i = self.branches(i + 1, nest) if self.t[i + 1] == "if" else self.statement(i + 1, nest + 1)
        return i

    def expression(self, i, end, nest):
        """To `end`: a run of one logical operator counts once, `?` as a branch, and a lambda lies one deeper."""
        last = None
        while i < end:
            token = self.t[i]
            if token == "[" and not re.match(r"[\w\])]", self.t[i - 1]) or token == "[" and self.t[i - 1] == "return":
                i = self.after(i)
                while i < end and self.t[i] not in "{;,)":
                    i = self.after(i) if self.t[i] == "(" else i + 1
                if i < end and self.t[i] == "{":
                    i = self.block(i, nest + 1)
                continue
            if token in PAIRS:
                closing = self.after(i)
                self.expression(i + 1, closing - 1, nest)
                i = closing
                continue
            if token in ("&&", "||") and self.spaced[i]:
                self.score += token != last
                last = token
            elif token == "?":
                self.score += 1 + nest
                nest += 1
                last = None
            elif token in (";", ","):
                last = None
            i += 1
        return end


def functions_of(source):
    return File(source).found


# The count itself must see what it counts: 1 + (1 + 1) + 1 (else) + (1 + 2) + 1 (&&) + (1 + 3) of the ?, 62 lines.
planted = """int planted(int a) {
  for (;;) {
    if (a > 1) { ++a; } else { while (a > 2 && a < 3) a = [&] { return a > 4 ? 1 : 2; }(); }
  }
""" + "  ++a;\n" * 58 + "}\n"
if functions_of(planted) != [(62, 13, 1, "planted")]:
    sys.exit(f"a planted function is not counted: {functions_of(planted)}")

project = Path(sys.argv[1])
files = sorted(p for folder in ("src", "include", "examples/fleks") for p in (project / folder).rglob("*.[ch]pp"))
found = [(*f, p.relative_to(project)) for p in files for f in functions_of(p.read_text(encoding="utf-8"))]
long = sorted((f for f in found if f[0] > MOST_LINES), reverse=True)
maze = sorted((f for f in found if f[1] > MOST_COMPLEX), key=lambda f: -f[1])
for lines, _, at, name, path in long:
    print(f"{lines} lines: {path}:{at} {name}")
for _, score, at, name, path in maze:
    print(f"cognitive complexity {score}: {path}:{at} {name}")
nearest = ", ".join(f"{f[3]} {f[1]}" for f in sorted(found, key=lambda f: -f[1])[:3])
print(f"{len(found)} functions in {len(files)} files: {len(long)} over {MOST_LINES} lines (at most {MOST_LONG}), "
      f"{len(maze)} of a complexity over {MOST_COMPLEX} (none); the most complex: {nearest}")
sys.exit(len(long) > MOST_LONG or bool(maze))
