#!/usr/bin/env bash
# Installs the build into a prefix of its own, and looks at what is there. The tests that link to it use that prefix.
source "$FLEKS_SOURCE_DIR/tests/package/helpers.sh"
rm -rf "$prefix"
mkdir -p "$package"
set_records_aside
"$CMAKE" --install "$FLEKS_BINARY_DIR" --prefix "$prefix" >/dev/null
for record in "${records[@]}"; do mv "$FLEKS_BINARY_DIR/$record" "$package/$record"; done

for file in bin/fleks lib/libfleks.a lib/libfleks.so lib/libfleks_c.a lib/libfleks_c.so lib/pkgconfig/fleks.pc \
  lib/pkgconfig/fleks_c.pc lib/cmake/fleks/fleksConfig.cmake include/fleks/fleks.hpp include/fleks/fleks.h \
  share/fleks/rates.csv share/fleks/municipal_tax.csv share/fleks/case.schema.json share/fleks/results.schema.json share/man/man1/fleks.1 \
  share/man/da/man1/fleks-month.1 share/bash-completion/completions/fleks share/doc/fleks/copyright; do
  [ -s "$prefix/$file" ] || fail "$file is not installed"
done
cmp "$FLEKS_SOURCE_DIR/src/rates/rates.csv" "$prefix/share/fleks/rates.csv"
"$prefix/bin/fleks" month --month 2024-03 --am-income 15600 --expect 15272 >/dev/null

# What every start has to load is the C library and expat; the libraries of workbooks wait until there is one.
needs=$(readelf -d "$prefix/bin/fleks" | sed -n 's/.*NEEDED.*\[\(.*\)\]/\1/p' | grep -v '^ld-' | sort | tr '\n' ' ')
[ "$needs" = 'libc.so.6 libexpat.so.1 ' ] || fail "the program is linked to $needs"

# The soname says what is compatible: the minor version of the C++ library, the number of the C interface.
version=$("$prefix/bin/fleks" --version | sed -n 's/^fleks //p')
interface=$(sed -n 's/^#define FLEKS_INTERFACE_VERSION //p' "$prefix/include/fleks/fleks.h")
soname() { readelf -d "$prefix/lib/$1" | sed -n 's/.*soname: \[\(.*\)\]/\1/p'; }
[ "$(soname libfleks.so)" = "libfleks.so.${version%.*}" ] || fail "libfleks.so is $(soname libfleks.so), the version $version"
[ "$(soname libfleks_c.so)" = "libfleks_c.so.$interface" ] || fail "libfleks_c.so is $(soname libfleks_c.so), the interface $interface"

# What others have written is in the static library under names of our own, and their licences are installed.
others=$(nm -C "$prefix/lib/libfleks.a" 2>/dev/null | grep -oE '\b(nlohmann|fmt)::[a-z_0-9]+' | sort -u)
[ "$others" = $'fmt::fleks_words\nnlohmann::fleks_text' ] || fail "libfleks.a has names of others: $others"
if nm -C "$prefix/lib/libfleks_c.a" 2>/dev/null | grep -E ' [A-Z] (nlohmann|fmt|program)::'; then fail 'libfleks_c.a has names of others'; fi
for needed in 'fleks authors' Zverovich Hinnant 'Niels Lohmann' 'John Maddock' \
  'John McNamara' 'Dieter Baron and Thomas Klausner' 'The names of the authors may not be used' \
  'Boost Software License - Version 1.0' "$(sed -n '/^Permission/,$p' "$FLEKS_SOURCE_DIR/LICENSE" | tail -n 1)"; do
  grep -qF "$needed" "$prefix/share/doc/fleks/copyright" || fail "copyright does not say: $needed"
done

# The page for a vendor, and what it leads to; the conformance kit is run where it lies.
vendor=$prefix/share/doc/fleks/VENDOR.md
links=$(grep -oE '\]\([^)#]+' "$vendor" | sed 's/^](//' | grep -v '^https\?:')
[ "$(wc -l <<<"$links")" -gt 10 ] || fail "VENDOR.md leads to few pages: $links"
while read -r link; do
  [ -e "$prefix/share/doc/fleks/$link" ] || fail "VENDOR.md leads to $link, which is not installed"
done <<<"$links"
PYTHONDONTWRITEBYTECODE=1 python3 "$prefix/share/doc/fleks/examples/conformance/run.py" --program "$prefix/bin/fleks" >/dev/null || fail 'the conformance kit'

# Nothing is shown but what is ours, and nothing is needed but the C and C++ libraries, the reader of XML and, by the program alone,
# the writer of workbooks and the reader of archives.
names=$(nm -D --defined-only -C "$prefix/lib/libfleks.so" | cut -d' ' -f3-)
grep -q '^fleks::fleksloentilskud(' <<<"$names" || fail 'libfleks.so does not show fleks::fleksloentilskud'
if grep -vE '^((typeinfo( name)?|vtable|guard variable) for )?fleks::|^FLEKS' <<<"$names"; then fail 'libfleks.so shows names of others'; fi
for file in bin/fleks lib/libfleks.so lib/libfleks_c.so; do
  more=expat
  [ $file != bin/fleks ] || more='expat|xlsxwriter|zip'
  if readelf -d "$prefix/$file" | grep -E 'NEEDED|RPATH|RUNPATH' | grep -vE "\[(lib(stdc\+\+|gcc_s|c|m|$more)\.so\.[0-9]+|ld-linux[^]]*)\]"; then
    fail "$file needs more than it should"
  fi
done

# The folders of this source tree and build stand in no file; a build with debug information has them in it.
places=(-e "$FLEKS_SOURCE_DIR" -e "$FLEKS_BINARY_DIR")
if [ "$FLEKS_BUILD_TYPE" = Release ]; then
  if grep -rlaF "${places[@]}" "$prefix"; then fail 'these name the folder they were built in'; fi
elif grep -rlIF "${places[@]}" "$prefix"; then
  fail 'these name the folder they were built in'
fi
