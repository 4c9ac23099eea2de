#!/usr/bin/env bash
# usage: example.sh LIBRARY SOURCE_DIR C_COMPILER
# The programs in the header's own comment and on the vendors' page compile as C11 without a warning and print what stands there.
set -euo pipefail
library=$1 source_dir=$2 compiler=$3
# What is built with the sanitizers asks the same of the programs that link it.
if grep -qE '__(asan|tsan|ubsan)_' "$library"; then exit 77; fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed -n '/@code{.c}/,/@endcode/p' "$source_dir/include/fleks/fleks.h" | sed '1d;$d;s/^ \* \{0,1\}//' >"$work/example.c"
"$compiler" -std=c11 -Wall -Wextra -Wpedantic -Werror -I"$source_dir/include" "$work/example.c" "$library" -Wl,-rpath,"$(dirname "$library")" -o "$work/example"
printed=$("$work/example")
grep -qF "prints $printed." "$source_dir/include/fleks/fleks.h" || { echo "it prints $printed, and the comment says something else"; exit 1; }
[ -n "$printed" ]

# The program on the page for vendors likewise, with what stands after it.
page=$source_dir/examples/guide/vendor.md
sed -n '/^```c$/,/^```$/p' "$page" | grep -v '^```' >"$work/record.c"
sed -n '/^```text$/,/^```$/p' "$page" | grep -v '^```' >"$work/wanted"
"$compiler" -std=c11 -Wall -Wextra -Wpedantic -Werror -I"$source_dir/include" "$work/record.c" "$library" -Wl,-rpath,"$(dirname "$library")" -o "$work/record"
"$work/record" "$source_dir/examples/cases/late_wage_report.json" | diff "$work/wanted" -
[ -s "$work/wanted" ]
