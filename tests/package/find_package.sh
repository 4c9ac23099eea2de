#!/usr/bin/env bash
# Installs the build into a fresh prefix and builds a consumer against it; run by ctest with its variables.
set -euo pipefail
work=$FLEKS_BINARY_DIR/package/find_package
rm -rf "$work"
mkdir -p "$work"

"$CMAKE" --install "$FLEKS_BINARY_DIR" --prefix "$work/prefix" >/dev/null
cmp "$FLEKS_SOURCE_DIR/src/rates/rates.csv" "$work/prefix/share/fleks/rates.csv"
"$work/prefix/bin/fleks" --help >/dev/null

# Nothing of this source tree or build may be left in the package, and no private need may be asked for.
if grep -rnF -e "$FLEKS_SOURCE_DIR/" "$work"/prefix/lib*/cmake "$work"/prefix/lib*/*/cmake 2>/dev/null; then exit 1; fi
"$CMAKE" -S "$FLEKS_SOURCE_DIR/tests/package/consumer" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Release \
  -DCMAKE_PREFIX_PATH="$work/prefix" -DCMAKE_FIND_PACKAGE_NO_PACKAGE_REGISTRY=ON \
  -DCMAKE_DISABLE_FIND_PACKAGE_{fmt,date,nlohmann_json,Boost,CLI11}=ON
"$CMAKE" --build "$work/build"
for program in "$work"/build/consumer*; do "$program"; done
