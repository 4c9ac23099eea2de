#!/usr/bin/env bash
# The Debian package: its fields, and that it installs into a root of its own, runs there, and leaves nothing when removed.
source "$FLEKS_SOURCE_DIR/tests/package/helpers.sh"
work=$package/debian
rm -rf "$work"
mkdir -p "$work/root/var/lib/dpkg/updates" "$work/root/var/lib/dpkg/info"
touch "$work/root/var/lib/dpkg/status" "$work/root/var/lib/dpkg/available"
noted() { cat "${records[@]/#/$FLEKS_BINARY_DIR/}" 2>/dev/null || true; }
noted_before=$(noted)
(cd "$FLEKS_BINARY_DIR" && "${CMAKE%cmake}cpack" -G DEB -B "$work" >"$work/log" 2>&1) || fail "cpack: $(cat "$work/log")"
[ "$(noted)" = "$noted_before" ] || fail 'cpack has changed what the last install noted'
version=$("$FLEKS_BINARY_DIR/fleks" --version | sed -n 's/^fleks //p')
deb=$work/fleks_${version}_$(dpkg --print-architecture).deb
[ -e "$deb" ] || fail "no $deb, but $(ls "$work")"

field() { dpkg-deb -f "$deb" "$1"; }
[ "$(field Package) $(field Version) $(field Architecture)" = "fleks $version $(dpkg --print-architecture)" ] || fail 'wrong name or version'
for needed in 'libc6 (>= ' 'libstdc++6 (>= ' libxlsxwriter4 libzip4; do [[ $(field Depends) == *"$needed"* ]] || fail "Depends: $(field Depends)"; done
[[ $(field Depends) != *fmt* && $(field Maintainer) == *'<'*'@'*'>' && $(field Section) == libs && $(field Description) ]] ||
  fail "$(dpkg-deb -f "$deb")"
[ "$(dpkg-deb --ctrl-tarfile "$deb" | tar -t | sort | tr -d '\n')" = ././control./md5sums./shlibs./triggers ] || fail 'other control files'
grep -q "^fleks ($version) " <(dpkg-deb --fsys-tarfile "$deb" | tar -xO ./usr/share/doc/fleks/changelog.gz | gzip -d) ||
  fail "src/package/changelog does not begin with version $version"

# A user of one's own may install into a folder of one's own.
as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(unshare --map-root-user); fi
in_root() { "${as_root[@]}" dpkg --root="$work/root" --force-depends --force-not-root --log="$work/dpkg.log" "$@" >"$work/log" 2>&1; }
in_root --install "$deb" || fail "dpkg --install: $(cat "$work/log")"
root=$work/root
"$root/usr/bin/fleks" month --month 2024-03 --am-income 15600 --rates "$root/usr/share/fleks/rates.csv" --expect 15272 >/dev/null
"$CC" -std=c11 "$FLEKS_SOURCE_DIR/examples/link-c/main.c" -I"$root/usr/include" -L"$root/usr/lib" -lfleks_c -o "$work/link_c"
LD_LIBRARY_PATH=$root/usr/lib "$work/link_c" "$FLEKS_SOURCE_DIR/examples/cases/late_wage_report.json" >/dev/null
dpkg --root="$root" --verify fleks || fail 'files are not as they were packed'
if grep -rlaF -e "$FLEKS_SOURCE_DIR" -e "$FLEKS_BINARY_DIR" "$root/usr"; then fail 'these name the folder they were built in'; fi

# The Python package beside it: on the library of that version, and found by Debian's Python.
bash "$FLEKS_SOURCE_DIR/examples/python/debian.sh" "$work" >/dev/null
for_python=$work/python3-fleks_${version}_all.deb
[[ $(dpkg-deb -f "$for_python" Depends) == *"fleks (= $version)"* ]] || fail "Depends: $(dpkg-deb -f "$for_python" Depends)"
sum=$(sha256sum <"$for_python")
bash "$FLEKS_SOURCE_DIR/examples/python/debian.sh" "$work" >/dev/null
[ "$(sha256sum <"$for_python")" = "$sum" ] || fail 'python3-fleks has other bytes the second time'
in_root --install "$for_python" || fail "dpkg --install python3-fleks: $(cat "$work/log")"
said=$(cd / && LD_LIBRARY_PATH=$root/usr/lib PYTHONPATH=$root/usr/lib/python3/dist-packages PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 -c '
import fleks, importlib.metadata
print(fleks.__version__, importlib.metadata.version("fleks"), fleks.month("2024-03", am_income="15600", ceiling="32067").fleksloentilskud)')
[ "$said" = "$version $version 15272.00" ] || fail "python3-fleks: $said"
in_root --purge python3-fleks || fail "dpkg --purge python3-fleks: $(cat "$work/log")"

in_root --purge fleks || fail "dpkg --purge: $(cat "$work/log")"
left=$(cd "$root" && find . -not -path './var*' -not -path .)
[ -z "$left" ] || fail "left: $left"
echo "$(stat -c %s "$deb") bytes"
