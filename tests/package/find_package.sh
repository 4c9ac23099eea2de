#!/usr/bin/env bash
# Builds a project against the installed prefix: the static, the shared and the C library, and no private need is asked for.
source "$FLEKS_SOURCE_DIR/tests/package/helpers.sh"
work=$package/find_package
rm -rf "$work"
"$CMAKE" --no-warn-unused-cli -S "$FLEKS_SOURCE_DIR/tests/package/consumer" -B "$work" -G Ninja -DCMAKE_BUILD_TYPE=Release \
  -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_FIND_PACKAGE_NO_PACKAGE_REGISTRY=ON \
  -DCMAKE_DISABLE_FIND_PACKAGE_{fmt,date,nlohmann_json,Boost}=ON
"$CMAKE" --build "$work"
for program in consumer consumer_shared consumer_c; do "$work/$program"; done
if readelf -d "$work/consumer" | grep libfleks; then fail 'fleks::fleks is not the static library'; fi
readelf -d "$work/consumer_shared" | grep -q 'libfleks\.so' || fail 'fleks::fleks_shared is not the shared library'

# A project in C alone; and what there is not is refused: a part, and the next minor version.
# project NAME LANGUAGES LINES
project() {
  mkdir -p "$work/$1"
  printf 'cmake_minimum_required(VERSION 3.25)\nproject(p LANGUAGES %s)\n%s\n' "$2" "$3" >"$work/$1/CMakeLists.txt"
  "$CMAKE" -S "$work/$1" -B "$work/$1/build" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" >"$work/log" 2>&1
}
project in_c C "find_package(fleks 0.1 REQUIRED COMPONENTS fleks_c)
add_executable(p \"$FLEKS_SOURCE_DIR/tests/package/consumer/main.c\")
target_link_libraries(p PRIVATE fleks::fleks_c)" || fail "$(cat "$work/log")"
"$CMAKE" --build "$work/in_c/build" >/dev/null
"$work/in_c/build/p"
project by_language C "find_package(fleks 0.1 REQUIRED COMPONENTS c cpp)
add_executable(p \"$FLEKS_SOURCE_DIR/tests/package/consumer/main.c\")
target_link_libraries(p PRIVATE fleks::fleks_c)" || fail "$(cat "$work/log")"
# The Python package is one of its own; where it lies beside, it is found.
if project python C 'find_package(fleks 0.1 REQUIRED COMPONENTS python)'; then fail 'a Python package that is not there was found'; fi
beside=$prefix/lib/python3/dist-packages/fleks
mkdir -p "$beside" && touch "$beside/__init__.py"
project python_beside C 'find_package(fleks 0.1 REQUIRED COMPONENTS c python)' || fail "$(cat "$work/log")"
rm "$beside/__init__.py" && rmdir -p --ignore-fail-on-non-empty "$beside"
project static_in_c C "find_package(fleks 0.1 REQUIRED COMPONENTS fleks_c_static)
add_executable(p \"$FLEKS_SOURCE_DIR/tests/package/consumer/main.c\")
target_link_libraries(p PRIVATE fleks::fleks_c_static)" || fail "$(cat "$work/log")"
"$CMAKE" --build "$work/static_in_c/build" >/dev/null || fail 'a project in C alone does not link with the static library'
"$work/static_in_c/build/p"
if readelf -d "$work/static_in_c/build/p" | grep libfleks; then fail 'fleks::fleks_c_static is not the static library'; fi
# Installed and as a folder of the same project: said, whichever comes first.
if project twice 'C CXX' "find_package(fleks 0.1 REQUIRED)
add_subdirectory(\"$FLEKS_SOURCE_DIR\" fleks)"; then fail 'fleks was taken twice'; fi
grep -q 'already found by find_package' "$work/log" || fail "$(cat "$work/log")"
if project twice_again 'C CXX' "add_subdirectory(\"$FLEKS_SOURCE_DIR\" fleks)
find_package(fleks 0.1 REQUIRED)"; then fail 'fleks was taken twice'; fi
grep -q 'already a part' "$work/log" || fail "$(cat "$work/log")"
if project no_part C 'find_package(fleks 0.1 REQUIRED COMPONENTS fleks_d)'; then fail 'a part that there is not was found'; fi
if project too_new C 'find_package(fleks 0.2 REQUIRED)'; then fail 'version 0.2 was found'; fi
grep -q 'version' "$work/log" || fail "$(cat "$work/log")"
