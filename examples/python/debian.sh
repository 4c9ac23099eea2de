#!/usr/bin/env bash
# The Debian package python3-fleks: the package for Debian's Python, on the library of the package fleks beside it (`cpack -G DEB`).
# usage, in the project's folder: bash examples/python/debian.sh [FOLDER]     (FOLDER: build/release)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$here/../..
out=${1:-$project/build/release}
header=$project/include/fleks/fleks.h
number() { sed -n "s/^#define FLEKS_VERSION_$1 //p" "$project/include/fleks/version_number.h"; }
version=$(number MAJOR).$(number MINOR).$(number PATCH)
# The day of the version, as in the package fleks: the same files give the same package, byte for byte.
seconds=$(date -u -d "$(sed -n 's/^ -- .*>  //p' "$project/src/package/changelog" | head -n 1)" +%s)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=$work/usr/lib/python3/dist-packages doc=$work/usr/share/doc/python3-fleks
install -d "$work/DEBIAN" "$python/fleks" "$python/fleks-$version.dist-info" "$doc"
cp "$here"/fleks/*.py "$here/fleks/py.typed" "$python/fleks/"
PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$here/from_header.py" "$header" >"$python/fleks/_interface.py"
printf 'Metadata-Version: 2.1\nName: fleks\nVersion: %s\nSummary: Fleksløntilskud, exact to the øre\nRequires-Python: >=3.9\n' "$version" \
  >"$python/fleks-$version.dist-info/METADATA"
cp "$here/README.md" "$doc/"
cp "$project/LICENSE" "$doc/copyright"
{ printf 'python3-fleks (%s) unstable; urgency=medium\n' "$version"; sed -n '/^fleks /d;1,/^ -- /p' "$project/src/package/changelog"; } | gzip -9n >"$doc/changelog.gz"
cat >"$work/DEBIAN/control" <<END
Package: python3-fleks
Version: $version
Architecture: all
Maintainer: The fleks authors <fleks@fleks.invalid>
Section: python
Priority: optional
Depends: python3 (>= 3.9), fleks (= $version)
Recommends: python3-numpy, python3-pandas
Suggests: python3-matplotlib
Installed-Size: $(du -sk --apparent-size "$work/usr" | cut -f1)
Description: Danish flex-wage subsidy, exact and explained, in Python
 Computes fleksloentilskud and ledighedsydelse to the oere on the C library
 of fleks: months, hours, cases and the municipality's ledger with the fields
 of the program's JSON, populations as columns of numpy and pandas, pictures
 by matplotlib.
END
(cd "$work" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
chmod -R u=rwX,go=rX "$work"
find "$work" -exec touch -h -d "@$seconds" {} +
mkdir -p "$out"
SOURCE_DATE_EPOCH=$seconds dpkg-deb --root-owner-group --build -Zgzip "$work" "$out/python3-fleks_${version}_all.deb" >/dev/null
echo "$out/python3-fleks_${version}_all.deb"
