#!/usr/bin/env bash
# The page in a real browser, without a network: its answers against the program's, every view by mouse and by keyboard alone,
# what a screen reader is told, hostile inputs, memory, time and size. Its pictures are left in build/web/pictures/.
# FLEKS names a program that is built already, FLEKS_SITUATIONS how many are compared.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source examples/packages.sh
packages=("${packages_build[@]}" chromium fonts-liberation)
command -v node >/dev/null || packages+=(nodejs)
install_missing "${packages[@]}"

# The page first: the program that is built after it has it in it.
bash examples/web/build.sh
build=${FLEKS_BUILD:-build/release}
if [ -z "${FLEKS:-}" ]; then
  [ -e "$build/build.ninja" ] || step "Configuring $build" cmake --preset release
  step 'Building the program' cmake --build "$build" --target fleks_program
  step 'fleks web is the page, byte for byte' cmp <("$build/fleks" web) build/web/fleks.html
fi
FLEKS=$(realpath "${FLEKS:-$build/fleks}") node tests/doors/web/test.mjs "${FLEKS_SITUATIONS:-2000}"
