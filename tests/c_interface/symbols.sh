#!/usr/bin/env bash
# usage: symbols.sh LIBRARY SOURCE_DIR C_COMPILER
# The shared C library shows the functions of its header, each with the interface's version, and nothing else: nothing of the
# C++ library, of the standard library or of what it is built with. A library that shows more has to be refused.
set -euo pipefail
library=$1 source_dir=$2 compiler=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
header=$source_dir/include/fleks/fleks.h
version=$(sed -n 's/^#define FLEKS_INTERFACE_VERSION //p' "$header")

"$compiler" -E -P -x c -I"$source_dir/include" "$header" | grep -oE "\bfleks_[a-z_]+\(" | sed "s/($/@@FLEKS_$version/" | sort >"$work/wanted"
# shown LIBRARY: what can be linked to; the version's own name is not a symbol of ours.
shown() { nm -D --defined-only "$1" | awk '$2 != "A" { print $3 }' | sort; }

[ "$(wc -l <"$work/wanted")" -gt 20 ] || { echo 'the functions of the header were not found'; exit 1; }
shown "$library" | diff "$work/wanted" - || { echo "$library does not show exactly the functions of fleks.h"; exit 1; }
objdump -p "$library" | grep -qE "SONAME +libfleks_c\.so\.$version\$" || { echo "the soname is not libfleks_c.so.$version"; exit 1; }

echo 'int fleks_planted(void) { return 1; }' >"$work/planted.c"
"$compiler" -shared -fPIC "$work/planted.c" -o "$work/planted.so"
if shown "$work/planted.so" | diff "$work/wanted" - >/dev/null; then echo 'this check sees nothing'; exit 1; fi
echo "$(wc -l <"$work/wanted") functions, and nothing else"
