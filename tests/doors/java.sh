#!/usr/bin/env bash
# The Java class: its JSON and its objects against the program's on 10.000 months and every case. Its README's example and what it refuses
# are tests of the package.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source examples/packages.sh
install_missing "${packages_build[@]}" openjdk-17-jdk-headless libjna-java python3

build=${FLEKS_BUILD:-build/release}
[ -e "$build/build.ninja" ] || step "Configuring $build" cmake --preset release
step 'Building the program and the C library' cmake --build "$build" --target fleks_program fleks_c
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
javac -Xlint:all -Werror -encoding UTF-8 -cp /usr/share/java/jna.jar -d "$work" examples/link-java/fleks/Fleks.java tests/doors/java/Check.java
python3 tests/doors/check.py "$build/fleks" . "${FLEKS_MONTHS:-10000}" java \
  java -cp "/usr/share/java/jna.jar:$work" "-Djna.library.path=$(cd "$build" && pwd)" Check
