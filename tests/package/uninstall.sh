#!/usr/bin/env bash
# Takes away what install.sh put in place: a file of someone else's stays, and then nothing is left.
source "$FLEKS_SOURCE_DIR/tests/package/helpers.sh"
set_records_aside
for record in "${records[@]}"; do cp "$package/$record" "$FLEKS_BINARY_DIR/$record"; done
echo 'of someone else' >"$prefix/share/fleks/own.csv"
"$CMAKE" --build "$FLEKS_BINARY_DIR" --target uninstall
left=$(cd "$prefix" && find . -type f)
[ "$left" = ./share/fleks/own.csv ] || fail "left, or taken away too many: $left"

for record in "${records[@]}"; do cp "$package/$record" "$FLEKS_BINARY_DIR/$record"; done
rm "$prefix/share/fleks/own.csv"
"$CMAKE" --build "$FLEKS_BINARY_DIR" --target uninstall
if [ -e "$prefix" ]; then fail "left: $(find "$prefix")"; fi
if "$CMAKE" --build "$FLEKS_BINARY_DIR" --target uninstall >/dev/null 2>&1; then fail 'a second removal did not say that nothing is installed'; fi
