# Sourced by the tests of the package; they run with FLEKS_SOURCE_DIR, FLEKS_BINARY_DIR, CMAKE, CC and CXX.
set -euo pipefail
export LC_ALL=C.UTF-8
package=$FLEKS_BINARY_DIR/package
prefix=$package/prefix

fail() {
  echo "FAILED: $*"
  exit 1
}

# What a build notes of its last install, for its target uninstall. A developer's own is set aside while a test installs.
records=(installed_files.txt installed_folders.txt)
set_records_aside() {
  mkdir -p "$package/aside"
  trap bring_records_back EXIT
  for record in "${records[@]}"; do
    if [ -e "$FLEKS_BINARY_DIR/$record" ]; then mv "$FLEKS_BINARY_DIR/$record" "$package/aside"; fi
  done
}
bring_records_back() {
  for record in "${records[@]}"; do
    rm -f "$FLEKS_BINARY_DIR/$record"
    if [ -e "$package/aside/$record" ]; then mv "$package/aside/$record" "$FLEKS_BINARY_DIR"; fi
  done
}
