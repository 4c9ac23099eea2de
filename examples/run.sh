#!/usr/bin/env bash
# Installs what is missing (Debian 12), builds the program fleks and runs it on an example.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source examples/packages.sh

install_missing "${packages_build[@]}"
# A build folder that tests/run.sh has set up is used as it is: both share what is compiled.
if [ ! -e build/release/build.ninja ]; then
  step 'Configuring build/release' cmake --preset release -DFLEKS_BUILD_TESTS=OFF -DFLEKS_BUILD_BENCHMARKS=OFF
fi
step 'Building build/release/fleks' cmake --build build/release --target fleks_program

cat <<'END'

Eksempel: fleksløntilskud for marts 2024. Lønnen er 200 kr. i timen i 18 timer om ugen, og
lønnen på fuld tid uden fleksjob ville også være 200 kr. i timen.

$ build/release/fleks month --month 2024-03 --hourly-wage 200 --weekly-hours 18 --ceiling-hourly 200

END
build/release/fleks month --month 2024-03 --hourly-wage 200 --weekly-hours 18 --ceiling-hourly 200

cat <<'END'

Og hvad er en ekstra time værd for en borger i København med den løn i 2025?

$ build/release/fleks hours --year 2025 --hourly-wage 200 --municipality København --step 4

END
build/release/fleks hours --year 2025 --hourly-wage 200 --municipality København --step 4
