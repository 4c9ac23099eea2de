#!/usr/bin/env bash
# usage: when_changed.sh STAMP INPUT... -- COMMAND...
# Runs COMMAND, unless it has passed before with the same command, compiler and contents of INPUT (files and folders):
# what only compiles need not compile again when nothing it reads has changed.
set -euo pipefail
stamp=$1
shift
inputs=()
while [ "$1" != -- ]; do
  inputs+=("$1")
  shift
done
shift
key=$({
  printf '%s\n' "$@"
  for word in "$@"; do case $word in */g++* | */c++* | */clang*) "$word" --version ;; esac; done
  find "${inputs[@]}" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum
} | sha256sum)
if [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$key" ]; then
  echo 'passed before, and nothing it reads has changed since'
  exit 0
fi
rm -f "$stamp"
"$@"
mkdir -p "$(dirname "$stamp")"
printf '%s\n' "$key" >"$stamp"
