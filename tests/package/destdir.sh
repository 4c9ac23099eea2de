#!/usr/bin/env bash
# Into a folder that is not there yet, as packagers do: it ends, everything lies there, and can be taken away again.
source "$FLEKS_SOURCE_DIR/tests/package/helpers.sh"
stage=$package/stage/not/there
rm -rf "$package/stage"
set_records_aside
DESTDIR=$stage timeout 100 "$CMAKE" --install "$FLEKS_BINARY_DIR" --prefix /opt/fleks >/dev/null || fail "the install ended with $?"
"$stage/opt/fleks/bin/fleks" month --month 2024-03 --am-income 15600 --expect 15272 >/dev/null
if grep -qx / "$FLEKS_BINARY_DIR/installed_folders.txt"; then fail 'the root is noted as a folder of ours'; fi
DESTDIR=$stage "$CMAKE" --build "$FLEKS_BINARY_DIR" --target uninstall
left=$(find "$package/stage" -mindepth 3 | sort)
[ -z "$left" ] || fail "left: $left"
