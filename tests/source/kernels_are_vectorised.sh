#!/usr/bin/env bash
# usage: kernels_are_vectorised.sh SOURCE_DIR BINARY_DIR COMPILER
# Compiles each file of src/kernels as the library does and asks the compiler which loops it vectorised: the batch
# loop has to be among them for AVX2 and for AVX-512. A loop planted with a division must not be.
set -euo pipefail
source_dir=$1 binary_dir=$2 compiler=$3
[ "$(uname -m)" = x86_64 ] || { echo 'not an x86-64 processor: nothing to check'; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

vectorised() {
  if "$compiler" --version | grep -q clang; then
    "$compiler" -std=c++20 -O3 -DNDEBUG -I"$source_dir/include" -I"$source_dir/src" -c "$1" -o "$work/kernel.o" -Rpass=loop-vectorize 2>&1 |
      grep -oE 'vectorization width: [0-9]+' | awk '{ print 8 * $3 }'
  else
    "$compiler" -std=c++20 -O3 -DNDEBUG -I"$source_dir/include" -I"$source_dir/src" -c "$1" -o "$work/kernel.o" -fopt-info-vec-optimized 2>&1 |
      grep 'loop vectorized' | grep -oE '[0-9]+ byte' | cut -d' ' -f1
  fi || true
}

cat >"$work/planted.cpp" <<'END'
__attribute__((target("avx2"))) void planted(const long* __restrict a, long* __restrict b, int n) {
  for (int i = 0; i < n; ++i) b[i] = a[i] / (a[i] | 1);
}
END
if [ -n "$(vectorised "$work/planted.cpp")" ]; then
  echo 'This check takes a loop with a 64-bit division for vectorised'
  exit 1
fi

status=0
for kernel in "$source_dir"/src/kernels/*.cpp; do
  widths=$(vectorised "$kernel" | sort -n | uniq | tr '\n' ' ')
  echo "$(basename "$kernel"): loops vectorised with $widths bytes"
  for width in 32 64; do
    [[ " $widths" == *" $width "* ]] || { echo "$kernel has no loop vectorised with $width bytes"; status=1; }
  done
  # What was built is what was checked: the 64-byte registers are in the library's object.
  object=$(find "$binary_dir/src" -name "$(basename "$kernel").o" | head -n 1)
  if command -v objdump >/dev/null && [ -n "$object" ] && grep -qs 'CMAKE_BUILD_TYPE:STRING=Release' "$binary_dir/CMakeCache.txt"; then
    objdump -d "$object" >"$work/code"
    grep -q '%zmm' "$work/code" && grep -q '%ymm' "$work/code" || { echo "$object has no vector code"; status=1; }
  fi
done
exit "$status"
