#!/usr/bin/env bash
# usage: check.sh FILE.cpp COMPILER FLAG...
# FILE begins with "// expect: REGEX" and has the right use under #ifdef FLEKS_CONTROL and the wrong one under #else.
# The right use must compile; the wrong one must be refused with an error that matches REGEX.
set -uo pipefail
file=$1
shift
expect=$(sed -n '1s|^// expect: ||p' "$file")
if [ -z "$expect" ]; then
  echo "$file: the first line must be '// expect: REGEX'"
  exit 1
fi
if ! grep -q '^#ifdef FLEKS_CONTROL' "$file" || ! grep -q '^#else' "$file"; then
  echo "$file: needs '#ifdef FLEKS_CONTROL', the right use, '#else', the wrong one, '#endif'"
  exit 1
fi
if ! errors=$("$@" -fsyntax-only -DFLEKS_CONTROL "$file" 2>&1); then
  echo "$file: the right use does not compile:"
  echo "$errors"
  exit 1
fi
if errors=$("$@" -fsyntax-only "$file" 2>&1); then
  echo "$file: the wrong use compiles"
  exit 1
fi
if ! grep -E 'error: ' <<<"$errors" | grep -qE -e "$expect"; then
  echo "$file: refused, but with no error that matches '$expect':"
  echo "$errors"
  exit 1
fi
