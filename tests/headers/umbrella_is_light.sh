#!/usr/bin/env bash
# usage: umbrella_is_light.sh INCLUDE_DIR COMPILER FLAG...
# <fleks/fleks.hpp> pulls in no library but the standard one; what an empty program with it takes to compile is printed.
set -euo pipefail
shopt -s inherit_errexit
include=$1
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

others='/(boost|fmt|date|nlohmann|CLI|doctest|benchmark)/'
pulled_in() {
  "$@" -I"$include" -M "$work/program.cpp" >"$work/headers"
  tr -s ' \\' '\n\n' <"$work/headers" | grep -v "^$include/" | grep -E "$others" || true
}

# The check itself must see an intruder.
mkdir -p "$work/planted/fmt"
: >"$work/planted/fmt/core.h"
echo '#include <fmt/core.h>' >"$work/program.cpp"
seen=$(pulled_in "$@" -I"$work/planted")
if [ -z "$seen" ]; then
  echo 'This check does not see a planted fmt/core.h'
  exit 1
fi

printf '#include <fleks/fleks.hpp>\nint main() {}\n' >"$work/program.cpp"
intruders=$(pulled_in "$@")
if [ -n "$intruders" ]; then
  printf 'fleks/fleks.hpp pulls in:\n%s\n' "$intruders"
  exit 1
fi

# The aim is under 1,5 s; a time decides nothing here.
TIMEFORMAT='%U s user, %S s system'
used=$({ time "$@" -I"$include" -c "$work/program.cpp" -o "$work/program.o"; } 2>&1) || { echo "$used"; exit 1; }
echo "an empty program with fleks/fleks.hpp takes the compiler $used"
