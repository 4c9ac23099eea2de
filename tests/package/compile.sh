#!/usr/bin/env bash
# Programs that are compiled in other ways than ours: without exceptions, with macros of Windows, as an older C++, asking for the version.
source "$FLEKS_SOURCE_DIR/tests/package/helpers.sh"
work=$package/compile
rm -rf "$work"
mkdir -p "$work"
cd "$work"
static=("$prefix/lib/libfleks_c.a" "$prefix/lib/libfleks.a")

# compiled NAME FLAGS...: the smallest program of the package's tests.
compiled() { "$CXX" -std=c++20 -Wall -Wextra -Werror -I"$prefix/include" "${@:2}" "$FLEKS_SOURCE_DIR/tests/package/consumer/main.cpp" "${static[@]}" -o "$1"; }
compiled without_exceptions -fno-exceptions
[ "$(./without_exceptions)" = 15272.00 ] || fail 'the program without exceptions'
printf '#define max(a, b) ((a) > (b) ? (a) : (b))\n#define min(a, b) ((a) < (b) ? (a) : (b))\n' >windows.h
printf '#include "windows.h"\n#include <fleks/fleks.hpp>\n#include <fleks/words/worth_in_words.hpp>\n' >macros.cpp
"$CXX" -std=c++20 -Wall -Wextra -Werror -I"$prefix/include" -c macros.cpp

# An amount that leaves its range still ends the program, and nothing is wrong in silence.
cat >overflow.cpp <<'END'
#include <fleks/fleks.hpp>
int main() { return (fleks::Money::oere(INT64_MAX) + fleks::Money::oere(1)).in_oere() == 0; }
END
"$CXX" -std=c++20 -fno-exceptions -I"$prefix/include" overflow.cpp "${static[@]}" -o overflow
if ./overflow 2>err; then fail 'an amount has wrapped'; fi
grep -q MoneyOverflow err || fail "$(cat err)"

# C++17: one error, and not what it leads to.
echo '#include <fleks/fleks.hpp>' >old.cpp
if "$CXX" -std=c++17 -I"$prefix/include" -c old.cpp 2>err; then fail 'C++17 compiled'; fi
[ "$(grep -c 'error:' err)" -eq 1 ] && grep -q 'fleks needs C++20' err || fail "$(cat err)"

cat >version.c <<'END'
#include <fleks/fleks.h>
#include <stdio.h>
#include <string.h>
#if FLEKS_VERSION_NUMBER < 1000 || FLEKS_VERSION_NUMBER != FLEKS_VERSION_MAJOR * 1000000 + FLEKS_VERSION_MINOR * 1000 + FLEKS_VERSION_PATCH
#error "no version"
#endif
int main(void) {
  char text[40];
  sprintf(text, "%d.%d.%d", FLEKS_VERSION_MAJOR, FLEKS_VERSION_MINOR, FLEKS_VERSION_PATCH);
  puts(text);
  return strcmp(text, fleks_version()) != 0;
}
END
"$CC" -std=c11 -Wall -Wextra -Werror -I"$prefix/include" version.c -L"$prefix/lib" -lfleks_c -Wl,-rpath,"$prefix/lib" -o version
[ "fleks $(./version)" = "$("$prefix/bin/fleks" --version | head -n 1)" ] || fail 'the macros are not the version of the program'
