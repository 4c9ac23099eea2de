#!/usr/bin/env bash
# usage: bash tests/doors/aarch64.sh [FOLDER]
# The library for another processor (aarch64, by Debian's cross compiler), built with one command, and a C program with it that runs under
# qemu and prints what ours prints. Where compiler or qemu are not to be had it says so and is left out (exit 77). FLEKS_BUILD_TYPE=Debug
# is built sooner.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source examples/packages.sh
work=${1:-build/aarch64}
install_missing "${packages_build[@]}"
install_missing g++-aarch64-linux-gnu qemu-user || true
for tool in aarch64-linux-gnu-g++ qemu-aarch64; do
  command -v "$tool" >/dev/null || {
    echo "left out: $tool is not there and could not be installed (Debian: g++-aarch64-linux-gnu, qemu-user)"
    exit 77
  }
done

# Only headers of these are used, so those of this machine will do; CMake looks for another machine's.
found() { dirname "$(dpkg -L "$1" | grep -m 1 -iE "/$2-?config\\.cmake$")"; }
configure() {
  cmake -S . -B "$work" -G Ninja -DCMAKE_BUILD_TYPE="${FLEKS_BUILD_TYPE:-Release}" -DCMAKE_SYSTEM_NAME=Linux -DCMAKE_SYSTEM_PROCESSOR=aarch64 \
    -DCMAKE_C_COMPILER=aarch64-linux-gnu-gcc -DCMAKE_CXX_COMPILER=aarch64-linux-gnu-g++ \
    -DFLEKS_BUILD_EXAMPLES=OFF -DFLEKS_BUILD_TESTS=OFF -DFLEKS_INCOME_REGISTER=OFF -Dfmt_DIR="$(found libfmt-dev fmt)" -Ddate_DIR="$(found libhowardhinnant-date-dev date)" \
    -DBoost_DIR="$(found libboost1.74-dev boost)" -Dboost_headers_DIR="$(found libboost1.74-dev boost_headers)"
}
step 'Configuring for aarch64' configure
step 'Building for aarch64' cmake --build "$work"
step 'Installing' cmake --install "$work" --prefix "$work/prefix"
file -L "$work/prefix/lib/libfleks_c.so" | grep -q aarch64 || { echo 'the library is not for aarch64'; exit 1; }
aarch64-linux-gnu-gcc -std=c11 -Wall -Wextra -Werror -static -I"$work/prefix/include" tests/package/consumer/main.c -L"$work/prefix/lib" \
  -lfleks_c -lfleks -lstdc++ -lm -o "$work/consumer"
qemu-aarch64 "$work/consumer"
echo 'the same øre on aarch64'
