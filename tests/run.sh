#!/usr/bin/env bash
# Installs what is missing (Debian 12), builds everything and runs every test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source examples/packages.sh

install_missing "${packages_build[@]}" "${packages_tests[@]}"
build_preset release
exec ctest --preset release -j"$(nproc)"
