#!/usr/bin/env bash
# What runs the program by the thousand: every pair of options of every task, and the program's scripts with a year more in the tables.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source examples/packages.sh
install_missing "${packages_build[@]}" "${packages_tests[@]}"
build_preset release
ctest --test-dir build/release -L '^long$' --output-on-failure -j"$(nproc)"
