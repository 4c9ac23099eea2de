#!/usr/bin/env bash
# The bill of materials (SPDX): it names every library that the installed files are linked to, and those that these need, each with its
# version; and what is compiled in. The same files give the same text. A library that is not named is noticed.
source "$FLEKS_SOURCE_DIR/tests/package/helpers.sh"
sbom=$prefix/share/doc/fleks/fleks.spdx.json
[ -s "$sbom" ] || fail 'no bill of materials is installed'
work=$package/sbom
rm -rf "$work"
mkdir -p "$work"

cat >"$work/check.py" <<'END'
import functools, json, re, subprocess, sys
@functools.cache
def installed(package):
    return subprocess.run(['dpkg-query', '-W', '-f', '${Version}\n', package], capture_output=True, text=True).stdout.split('\n')[0]
sbom, copyright, *files = sys.argv[1:]
j = json.load(open(sbom))
assert j['spdxVersion'] == 'SPDX-2.3' and j['dataLicense'] == 'CC0-1.0' and j['SPDXID'] == 'SPDXRef-DOCUMENT'
assert re.fullmatch(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ', j['creationInfo']['created']), j['creationInfo']
packages = {p['SPDXID']: p for p in j['packages']}
assert len(packages) == len(j['packages']) and all(re.fullmatch(r'SPDXRef-[A-Za-z0-9.-]+', id) for id in packages)
by_name = {p['name']: p for p in j['packages']}
relations = {(r['spdxElementId'], r['relationshipType'], r['relatedSpdxElement']) for r in j['relationships']}
assert all(end in packages or end == 'SPDXRef-DOCUMENT' for a, _, b in relations for end in (a, b)), 'a relation to nothing'
said = open(copyright).read()
for file in files:
    name = file.split('/prefix/')[-1]
    needed = re.findall(r'NEEDED.*\[(.*)\]', subprocess.run(['readelf', '-d', file], capture_output=True, text=True, check=True).stdout)
    # What the linker finds for it, and so what it is linked to in the end.
    found = re.findall(r'^\s+(\S+) => (/\S+)', subprocess.run(['ldd', file], capture_output=True, text=True, check=True).stdout, re.M)
    # What it loads while it runs it names in its text, and that is linked to libraries in turn.
    loads = re.findall(rb'\0(lib\w+\.so\.\d+)\0', open(file, 'rb').read().replace(b'\0', b'\0\0')) if name == 'bin/fleks' else []
    for library in {each.decode() for each in loads} - set(needed):
        cache = subprocess.run(['/sbin/ldconfig', '-p'], capture_output=True, text=True, check=True).stdout
        path = re.search(rf'\s{re.escape(library)} .*x86-64.*=> (\S+)', cache)[1]
        needed.append(library)
        found.append((library, path))
        found += re.findall(r'^\s+(\S+) => (/\S+)', subprocess.run(['ldd', path], capture_output=True, text=True, check=True).stdout, re.M)
    # The loader is a part of libc.
    needed = [library for library in needed if not library.startswith('ld-')]
    assert needed and found
    for library in needed:
        assert library in by_name, f'{name} is linked to {library}, which is not named'
        assert (by_name[name]['SPDXID'], 'DYNAMIC_LINK', by_name[library]['SPDXID']) in relations, (name, library)
        stem = library.split('.so')[0][3:]
        if stem not in ('c', 'm', 'gcc_s', 'stdc++'):
            assert re.search(rf'^(lib)?{stem} ', said, re.M), f'the licence of {stem} is not installed'
    for library, path in found:
        if library.startswith('libfleks'):
            continue
        assert library in by_name, f'{name} is linked to {library}, which is not named'
        package = by_name[library]
        assert package['licenseConcluded'] != 'NOASSERTION', library
        owner = re.search(r'pkg:deb/debian/([^@]+)@', json.dumps(package.get('externalRefs', '')))
        if owner:
            assert installed(owner[1]) == package['versionInfo'], (library, installed(owner[1]), package['versionInfo'])
        else:
            assert package['versionInfo'] != '', library
for name in ('fmt', 'date', 'nlohmann_json', 'boost-multiprecision'):
    assert re.match(r'\d+\.\d+', by_name[name]['versionInfo']), name
print(len(packages), 'elements')
END
files=("$prefix/bin/fleks" "$prefix/lib/libfleks.so" "$prefix/lib/libfleks_c.so")
python3 "$work/check.py" "$sbom" "$prefix/share/doc/fleks/copyright" "${files[@]}" || fail 'the bill of materials'

# One of which a library is missing has to be refused, and one of a file that is linked to another has it.
for library in libexpat libzip libcrypto; do
  python3 - "$sbom" "$work/less.json" $library <<'END'
import json, sys
j = json.load(open(sys.argv[1]))
gone = {p['SPDXID'] for p in j['packages'] if p['name'].startswith(sys.argv[3])}
assert gone, sys.argv[3]
j['packages'] = [p for p in j['packages'] if p['SPDXID'] not in gone]
j['relationships'] = [r for r in j['relationships'] if not gone & {r['spdxElementId'], r['relatedSpdxElement']}]
json.dump(j, open(sys.argv[2], 'w'))
END
  if python3 "$work/check.py" "$work/less.json" "$prefix/share/doc/fleks/copyright" "${files[@]}" >/dev/null 2>&1; then fail "without $library it is not noticed"; fi
done
echo 'int main(void) { return 0; }' >"$work/one.c"
"$CC" "$work/one.c" -Wl,--no-as-needed -lexpat -lm -o "$work/one"
of() {
  "$CMAKE" -D OUT="$2" -D VERSION=1.2.3 -D CHANGELOG="$FLEKS_SOURCE_DIR/src/package/changelog" -D OBJDUMP="$(command -v objdump)" \
    -D FILES="bin/one=$1" -D COMPILED_IN="part|4.5|MIT|https://example.org" -D FOREIGN="${3:-OFF}" -P "$FLEKS_SOURCE_DIR/src/package/sbom.cmake"
}
of "$work/one" "$work/one.json"
of "$work/one" "$work/again.json"
cmp "$work/one.json" "$work/again.json" || fail 'twice is not the same'
python3 - "$work/one.json" <<'END' || fail 'of another program'
import json, sys
names = {p['name']: p['versionInfo'] for p in json.load(open(sys.argv[1]))['packages']}
assert {'libexpat.so.1', 'libm.so.6', 'libc.so.6', 'part', 'fleks'} <= set(names) and names['part'] == '4.5' and 'libzip.so.4' not in names, names
END
of "$work/one" "$work/foreign.json" ON
grep -q '"name": "libexpat.so.1"' "$work/foreign.json" && grep -q '"versionInfo": "NOASSERTION"' "$work/foreign.json" || fail 'for another machine'
