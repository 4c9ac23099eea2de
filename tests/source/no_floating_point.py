#!/usr/bin/env python3
"""No binary floating point in the library: usage: no_floating_point.py DIR...

Types, literals and conversions are looked for in C and C++ files, outside comments and strings.
Planted ones are looked for first, so that a check which sees nothing cannot pass.
"""
import pathlib
import re
import sys
import tempfile

TOKEN = re.compile(
    r"""(?P<skip>//(?:\\\n|[^\n])*                                   # comments
              | /\*.*?\*/
              | (?:u8|[uUL])?R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)"  # raw strings
              | (?:u8|[uUL])?"(?:\\.|[^"\\\n])*"                     # strings
              | (?<![0-9A-Za-z_])(?:u8|[uUL])?'(?:\\.|[^'\\\n])*')   # characters
      | (?P<number>\.?[0-9](?:[eEpP][+-]|'?[0-9A-Za-z_]|\.)*)
      | (?P<word>[A-Za-z_][A-Za-z0-9_]*)""",
    re.VERBOSE | re.DOTALL,
)
WORDS = re.compile(
    r"""(?:double|float)(?:_t)? | _Float\d+x? | __float(?:80|128) | _Decimal\d+
      | (?:sto|strto|wcsto)(?:d|f|ld) | atof""",
    re.VERBOSE,
)
SUFFIXES = {".h", ".hpp", ".hxx", ".c", ".cc", ".cpp", ".inc", ".ipp", ".in"}
NOT_CPP = (".cmake.in", ".pc.in")


def is_floating(number):
    digits = number.replace("'", "").lower()
    if digits.startswith("0x"):
        return "." in digits or "p" in digits
    return "." in digits or re.match(r"\d+e", digits) is not None


def found_in(text):
    """(line, token) of every use of binary floating point."""
    for match in TOKEN.finditer(text):
        word, number = match["word"], match["number"]
        if (word and WORDS.fullmatch(word)) or (number and is_floating(number)):
            yield text.count("\n", 0, match.start()) + 1, match[0]


def found_under(*folders):
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob("*")):
            if path.suffix in SUFFIXES and not path.name.endswith(NOT_CPP) and path.is_file():
                for line, token in found_in(path.read_text(encoding="utf-8")):
                    yield f"{path}:{line}: {token}"


PLANTED = [
    "double x;", "std::vector<float> v;", "auto x = 0.98;", "auto x = 1e4;", "auto x = .5f;", "auto x = 0x1p3;",
    "int a = 1'000; double b; int c = 2'000;", "long double x;", 'auto x = std::stod("1");', "_Float64 x;",
    '/* " */ float x; // "', "char c = '\"'; double d; char e = '\"';", 'auto s = R"(")"; double d; // "',
]
CLEAN = [
    "// a double", "/* float\n double */", 'auto s = "double 0.5 \\" float";', 'auto s = R"x(" double )" float)x";',
    "int doubled = 1'000'000 + 0x1E4 + 0b1'0;", "auto c = '\\''; int float_free = 1;", "x.y1(2); a.b.c; f(1, 2);",
    "// 1'000 or 'double\nint e4;", "v[0].x; 1ll; 10'000u; std::array<int, 3>{1, 2, 3};", "u8\"double\"; U'x41';",
]


def check_self():
    with tempfile.TemporaryDirectory() as folder:
        for name, texts, wanted in (("planted", PLANTED, True), ("clean", CLEAN, False)):
            for text in texts:
                file = pathlib.Path(folder, "include", f"{name}.hpp")
                file.parent.mkdir(exist_ok=True)
                file.write_text(text, encoding="utf-8")
                if bool(list(found_under(folder))) is not wanted:
                    sys.exit(f"this check is wrong about: {text}")
                file.unlink()


check_self()
if not any(path.suffix in SUFFIXES for folder in sys.argv[1:] for path in pathlib.Path(folder).rglob("*")):
    sys.exit("no sources found")
uses = list(found_under(*sys.argv[1:]))
for use in uses:
    print(use)
sys.exit(bool(uses))
