#!/usr/bin/env bash
# usage: link.sh cpp|c|java
# Follows the README of examples/link-* to the letter with the installed prefix, and compares what comes out with what the
# installed program says.
source "$FLEKS_SOURCE_DIR/tests/package/helpers.sh"
language=$1
work=$package/link-$language
rm -rf "$work"
mkdir -p "$work/bin"
cp -r "$FLEKS_SOURCE_DIR/examples/link-$language" "$FLEKS_SOURCE_DIR/examples/cases" "$work"
cd "$work/link-$language"

ln -s "$(command -v "$CC")" "$work/bin/cc"
if [ "$language" = java ]; then
  if ! command -v java >/dev/null || [ ! -e /usr/share/java/jna.jar ]; then
    echo 'Skipped: Java or JNA is missing (openjdk-17-jre-headless libjna-java)'
    exit 77
  fi
  # A JRE has the compiler, without its command.
  if ! command -v javac >/dev/null; then
    printf '#!/bin/sh\nexec java -m jdk.compiler/com.sun.tools.javac.Main "$@"\n' >"$work/bin/javac"
    chmod +x "$work/bin/javac"
  fi
fi
sed -n '/^```sh$/,/^```$/p' README.md | grep -v '^```' >"$work/commands"
[ "$(wc -l <"$work/commands")" -eq 3 ] || fail 'the README has not three commands'
env PREFIX="$prefix" CXX="$CXX" PATH="$work/bin:$PATH" bash -e "$work/commands" >"$work/out" 2>"$work/err" ||
  fail "$(cat "$work/out" "$work/err")"
if grep -i warning "$work/out" "$work/err"; then fail 'there are warnings'; fi

python3 "$FLEKS_SOURCE_DIR/tests/package/linked_output.py" "$language" "$prefix/bin/fleks" "$work/cases/late_wage_report.json" >"$work/expected"
# What cmake says while it builds comes before.
tail -n "$(wc -l <"$work/expected")" "$work/out" | diff "$work/expected" - || fail 'it does not print what fleks says'

if [ "$language" = java ]; then
  javac=javac
  command -v javac >/dev/null || javac=$work/bin/javac
  "$javac" -Xlint:all -Werror -encoding UTF-8 -cp /usr/share/java/jna.jar:build -d build "$FLEKS_SOURCE_DIR/tests/package/consumer/Benefits.java"
  java -cp /usr/share/java/jna.jar:build -Djna.library.path="$prefix/lib" Benefits ../cases/late_wage_report.json \
    "$FLEKS_SOURCE_DIR/examples/income/01-plain-month.xml"
fi
