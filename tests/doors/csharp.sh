#!/usr/bin/env bash
# The C# class under Mono: its README's example, what it refuses, and its JSON against the program's on 10.000 months and every case.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source examples/packages.sh
install_missing "${packages_build[@]}" mono-mcs mono-runtime libmono-system-core4.0-cil python3

build=${FLEKS_BUILD:-build/release}
[ -e "$build/build.ninja" ] || step "Configuring $build" cmake --preset release
step 'Building the program and the C library' cmake --build "$build" --target fleks_program fleks_c
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
LD_LIBRARY_PATH=$(cd "$build" && pwd)
export LD_LIBRARY_PATH
mcs -langversion:7 -warnaserror -doc:"$work/fleks.xml" -out:"$work/main.exe" examples/link-csharp/Main.cs examples/link-csharp/Fleks.cs
mono "$work/main.exe" examples/cases/late_wage_report.json >"$work/said"
grep -qx 'Fleksløntilskud 15272.00' "$work/said"
grep -q '^negative am_income: »-5.00«' "$work/said"
"$build/fleks" case examples/cases/late_wage_report.json >"$work/case"
tail -n "$(wc -l <"$work/case")" "$work/said" | diff "$work/case" -
mcs -langversion:7 -warnaserror -out:"$work/check.exe" tests/doors/csharp/Check.cs examples/link-csharp/Fleks.cs
python3 tests/doors/check.py "$build/fleks" . "${FLEKS_MONTHS:-10000}" csharp mono "$work/check.exe"
