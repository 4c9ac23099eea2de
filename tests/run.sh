#!/usr/bin/env bash
# Installs what is missing (Debian 12), builds everything and runs the tests but for the doors (doors.sh).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source examples/packages.sh

install_missing "${packages_build[@]}" "${packages_tests[@]}"
build_preset release
exec ctest --preset release -j"$(nproc)"
