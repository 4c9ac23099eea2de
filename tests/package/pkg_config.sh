#!/usr/bin/env bash
# pkg-config: a C++ and a C program, linked with the shared libraries and with the static ones, also after the prefix was moved.
source "$FLEKS_SOURCE_DIR/tests/package/helpers.sh"
work=$package/pkg_config
rm -rf "$work"
mkdir -p "$work"
cp -r "$prefix" "$work/moved"
export PKG_CONFIG_PATH=$work/moved/lib/pkgconfig
version=$("$prefix/bin/fleks" --version | sed -n 's/^fleks //p')
expected=$("$prefix/bin/fleks" case "$FLEKS_SOURCE_DIR/examples/cases/late_wage_report.json" --format json | sed '/^  "facts": {$/,/^  },$/d')

for name in fleks fleks_c; do
  [ "$(pkg-config --modversion "$name")" = "$version" ] || fail "$name.pc says version $(pkg-config --modversion "$name")"
  pkg-config --validate "$name"
done

# build HOW NAME COMPILER... SOURCE
build() {
  local how=$1 name=$2 flag='' needed
  shift 2
  if [ "$how" = static ]; then flag=-static; fi
  # shellcheck disable=SC2046,SC2086
  "$@" -Wall -Wextra -Werror $flag $(pkg-config ${flag:+--static} --cflags --libs "$name") -o "$work/$name-$how"
  needed=$(readelf -d "$work/$name-$how" | grep -o "NEEDED.*\[lib$name\.so.*" || true)
  if [ "$how" = static ]; then [ -z "$needed" ]; else [ -n "$needed" ]; fi || fail "$name, $how: $needed"
}

for how in shared static; do
  build $how fleks "$CXX" -std=c++20 "$FLEKS_SOURCE_DIR/tests/package/consumer/main.cpp"
  [ "$(LD_LIBRARY_PATH=$work/moved/lib "$work/fleks-$how")" = 15272.00 ] || fail "the C++ program, $how"
  build $how fleks_c "$CC" -std=c11 "$FLEKS_SOURCE_DIR/examples/link-c/main.c"
  got=$(LD_LIBRARY_PATH=$work/moved/lib "$work/fleks_c-$how" "$FLEKS_SOURCE_DIR/examples/cases/late_wage_report.json")
  [ "${got%"$expected"}" != "$got" ] || fail "the C program, $how"
done
