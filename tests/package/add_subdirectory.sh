#!/usr/bin/env bash
# Builds a consumer that has fleks as a folder of its own project, as a shared library, and joins its own sources; run by ctest.
# The build folder is kept: only the first run compiles the library again.
set -euo pipefail
work=$FLEKS_BINARY_DIR/package/add_subdirectory
"$CMAKE" -S "$FLEKS_SOURCE_DIR/tests/package/consumer" -B "$work" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG= \
  -DBUILD_SHARED_LIBS=ON -DCMAKE_UNITY_BUILD=ON -DFLEKS_FOLDER="$FLEKS_SOURCE_DIR"
"$CMAKE" --build "$work"
for program in "$work"/consumer*; do "$program"; done

# As a part of another project fleks brings the library alone.
if [ -n "$(find "$work" -name 'tests_*' -o -name fleks -type f)" ]; then
  echo 'The tests or the program were built for a project that only uses the library'
  exit 1
fi
