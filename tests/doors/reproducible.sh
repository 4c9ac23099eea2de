#!/usr/bin/env bash
# Two builds in two folders, with other clocks, umasks and numbers of jobs: every file that is installed, and the Debian package, the same
# byte for byte. Without a compiler's cache, which would give the second what the first has made.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source examples/packages.sh
install_missing "${packages_build[@]}" dpkg-dev file
export CCACHE_DISABLE=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# copy FOLDER: the sources as they are here.
copy() {
  mkdir -p "$1"
  if git rev-parse --git-dir >/dev/null 2>&1; then git ls-files -z --cached --others --exclude-standard; else find . -type f -not -path './build/*' -print0; fi |
    tar --null --files-from=- -c | tar -x -C "$1"
}
# build FOLDER JOBS UMASK ZONE
build() {
  (
    cd "$1"
    umask "$3"
    export TZ=$4
    cmake -G Ninja -B build/two -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE='-O3 -DNDEBUG' -DFLEKS_BUILD_TESTS=OFF
    cmake --build build/two -j "$2"
    cmake --install build/two --prefix "$1/prefix"
    (cd build/two && cpack -G DEB)
    # With debug information the folder would stand in it.
    cmake -G Ninja -B build/debug -DCMAKE_BUILD_TYPE=RelWithDebInfo -DFLEKS_BUILD_TESTS=OFF
    cmake --build build/debug -j "$2" --target fleks_reading
  )
}
# sums FOLDER: of each installed file, of the package, and of the objects with debug information.
sums() {
  (cd "$1/prefix" && find . -type f -print0 | sort -z | xargs -0 sha256sum)
  (cd "$1/build/two" && sha256sum fleks_*.deb)
  (cd "$1/build/debug/src" && find . -name '*.o' -print0 | sort -z | xargs -0 sha256sum)
}
one=$work/one another=$work/another/place/further/down
step 'Copying the sources twice' copy "$one"
copy "$another"
step 'The first build' build "$one" 1 022 Europe/Copenhagen
step 'The second build' build "$another" 2 077 Pacific/Auckland
sums "$one" >"$work/one.sums"
sums "$another" >"$work/another.sums"
[ "$(wc -l <"$work/one.sums")" -gt 100 ] || { echo 'few files were found'; exit 1; }
diff "$work/one.sums" "$work/another.sums" || { echo 'these are not the same in both folders'; exit 1; }

# Where the folder does reach the compiler the sums see it.
for folder in "$one" "$another"; do
  echo 'const char* place(void) { return __FILE__; }' >"$folder/place.c"
  cc -c "$folder/place.c" -o "$folder/place.o"
done
! cmp -s "$one/place.o" "$another/place.o" || { echo 'the two folders are not told apart'; exit 1; }

grep -E '(bin/fleks|libfleks(_c)?\.(a|so)[.0-9]*|\.deb)$' "$work/one.sums"
echo "$(wc -l <"$work/one.sums") files, the same in both folders"
