#!/usr/bin/env bash
# usage: abi.sh SOURCE_DIR C_COMPILER
# What a compiled C program relies on, held against what is recorded: structs, functions and symbol versions (abi.xml, by
# abigail-tools), and the value of every constant (constants.txt). Any difference fails; FLEKS_WRITE_EXPECTED=1 records
# an addition, or what comes with a new FLEKS_INTERFACE_VERSION. Copies of the header that break programs have to be refused.
#
# The types are those of a library compiled from the header alone, each function of it a stub: the C++ file that defines
# the functions includes the header, so the compiler refuses it when it says anything else.
set -euo pipefail
source_dir=$1 compiler=$2
[ "$(uname -m)" = x86_64 ] || { echo 'recorded on x86-64, and this is another processor'; exit 77; }
recorded=$source_dir/tests/c_interface/recorded
map=$source_dir/src/c_interface/fleks_c.map
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "$1"; exit 1; }

# plain HEADER: its text without comments, nothing included.
plain() { "$compiler" -fpreprocessed -dD -E -P -x c "$1"; }
# abi HEADER OUT: the header's ABI.
abi() {
  local version
  version=$(sed -n 's/^#define FLEKS_INTERFACE_VERSION //p' "$1")
  plain "$1" | sed '/^#include <fleks/d;s/);$/) { __builtin_trap(); }/' >"$work/stubs.c"
  (cd "$work" && "$compiler" -std=c11 -g -O0 -fPIC -fdebug-prefix-map="$work"=. -shared stubs.c -Wl,--version-script="$map" -Wl,-soname,"libfleks_c.so.$version" -o libfleks_c.so)
  abidw --no-corpus-path --no-comp-dir-path --no-show-locs --no-elf-needed --type-id-style hash "$work/libfleks_c.so" >"$2"
}
# constants HEADER OUT: every enumerator and number of the header.
constants() {
  {
    printf '#include "%s"\n#include <stdio.h>\nint main(void) {\n' "$1"
    plain "$1" | tr -d '\n' | grep -oE 'enum \{[^}]*\}' | grep -oE '\bFLEKS_[A-Z0-9_]+' | cat - <(echo FLEKS_NO_CEILING FLEKS_NOT_KNOWN | tr ' ' '\n') |
      sed 's/.*/printf("%s %lld\\n", "&", (long long)&);/'
    echo '}'
  } >"$work/constants.c"
  "$compiler" -std=c11 -I"$source_dir/include" "$work/constants.c" -o "$work/constants"
  "$work/constants" >"$2"
}

header=$source_dir/include/fleks/fleks.h
abi "$header" "$work/abi.xml"
constants "$header" "$work/constants.txt"
if [ "${FLEKS_WRITE_EXPECTED:-}" = 1 ]; then
  mkdir -p "$recorded"
  cp "$work/abi.xml" "$work/constants.txt" "$recorded"
fi
[ "$(wc -l <"$work/constants.txt")" -gt 60 ] || fail 'the constants were not found'
functions=$(plain "$header" | grep -c ');$')
[ "$functions" -gt 20 ] && [ "$(grep -c '<function-decl' "$work/abi.xml")" -eq "$functions" ] || fail "not all $functions functions of the header are in its ABI"
abidiff "$recorded/abi.xml" "$work/abi.xml" || fail 'The ABI of the C interface is not the recorded one. Raise FLEKS_INTERFACE_VERSION, or record an addition: FLEKS_WRITE_EXPECTED=1'
diff "$recorded/constants.txt" "$work/constants.txt" || fail 'The constants of the C interface are not the recorded ones'

# broken NAME SED: a header changed so has to be refused.
broken() {
  sed "$2" "$header" >"$work/fleks.h"
  ! cmp -s "$header" "$work/fleks.h" || fail "$1: nothing was changed"
  abi "$work/fleks.h" "$work/broken.xml"
  constants "$work/fleks.h" "$work/broken.txt"
  if abidiff "$recorded/abi.xml" "$work/broken.xml" >/dev/null && cmp -s "$recorded/constants.txt" "$work/broken.txt"; then fail "$1: not noticed"; fi
  echo "refused: $1"
}
broken 'a member in the middle of a struct' 's|^  int64_t taper;  .*|&\n  int64_t taper_low;|'
broken 'a member of another width' 's|^  int32_t own_atp;  .*|  int64_t own_atp;|'
broken 'two members that change places' '/^  int64_t from;/{h;d};/^  int64_t to;/{p;x}'
broken 'a member at the end' 's|^  int64_t hardly_below; .*|&\n  int32_t more;|'
broken 'an argument more' 's|^size_t fleks_rate_key_count(void);|size_t fleks_rate_key_count(int32_t language);|'
broken 'a result of another type' 's|^int32_t fleks_interface_version|int64_t fleks_interface_version|'
broken 'a function that is gone' '/^void fleks_text_free(/d'
broken 'a constant in the middle' 's|^  FLEKS_ERROR_NEGATIVE,|  FLEKS_ERROR_NEW,\n&|'
broken 'another name of the library' 's|^#define FLEKS_INTERFACE_VERSION .*|#define FLEKS_INTERFACE_VERSION 99|'
echo 'the ABI is the recorded one'
