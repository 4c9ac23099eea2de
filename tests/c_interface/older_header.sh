#!/usr/bin/env bash
# usage: older_header.sh LIBRARY SOURCE_DIR C_COMPILER
# A program compiled with the first header of this interface number (recorded/older) runs with the library of today: it gets what a
# program compiled today gets, and nothing is read or written beyond its shorter structs. Each member stands where it stood.
set -euo pipefail
library=$1 source_dir=$2 compiler=$3
# What is built with the sanitizers asks the same of the programs that link it.
if grep -qE '__(asan|tsan|ubsan)_' "$library"; then exit 77; fi
recorded=$source_dir/tests/c_interface/recorded/older
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "$1"; exit 1; }
cmp -s "$recorded/fleks/fleks.h" "$source_dir/include/fleks/fleks.h" && fail 'the header that is recorded as older is the one of today'

# compiled INCLUDE SOURCE OUT
compiled() { "$compiler" -std=c11 -O1 -Wall -Wextra -Werror -I"$1" "$2" "$library" -Wl,-rpath,"$(dirname "$library")" -o "$3"; }
for header in "$recorded" "$source_dir/include"; do
  name=$(basename "$header")
  compiled "$header" "$source_dir/tests/c_interface/older_program.c" "$work/$name"
  "$work/$name" "$source_dir/examples/cases/late_wage_report.json" >"$work/$name.out" || fail "the program of $header ended with $?"
done
[ "$(wc -l <"$work/older.out")" -gt 100 ] || fail 'the program printed next to nothing'
diff "$work/older.out" "$work/include.out" || fail 'a program of the older header gets something else'

# Every member of the older header: its place and size in both.
{
  printf '#include <fleks/fleks.h>\n#include <stddef.h>\n#include <stdio.h>\nint main(void) {\n'
  "$compiler" -E -P -x c "$recorded/fleks/fleks.h" | awk '
    /^typedef struct fleks_[a-z_]+ \{/ { name = $3; next }
    /^\}/ { name = "" }
    name != "" { member = $0; sub(/;.*/, "", member); sub(/\[.*/, "", member); sub(/.*[ *]/, "", member)
      printf "printf(\"%s.%s %%zu %%zu\\n\", offsetof(%s, %s), sizeof(((%s*)0)->%s));\n", name, member, name, member, name, member }'
  echo '}'
} >"$work/places.c"
for header in "$recorded" "$source_dir/include"; do
  compiled "$header" "$work/places.c" "$work/places"
  "$work/places" >"$work/places.$(basename "$header")"
done
[ "$(wc -l <"$work/places.older")" -gt 100 ] || fail 'the members were not found'
diff "$work/places.older" "$work/places.include" || fail 'a member has moved'
echo "$(wc -l <"$work/older.out") lines, $(wc -l <"$work/places.older") members: the same"
