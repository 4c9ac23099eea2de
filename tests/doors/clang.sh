#!/usr/bin/env bash
# Every test with clang at -O3: its own optimisation and vectorised kernels, and the package as users of clang take it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source examples/packages.sh
install_missing "${packages_build[@]}" "${packages_tests[@]}" "${packages_clang[@]}"
build_preset clang
ctest --preset clang -j"$(nproc)"
