#!/usr/bin/env bash
# The R package: R CMD check without a warning, and every øre against the program's population.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source examples/packages.sh
install_missing "${packages_build[@]}" r-base-core pkgconf

build=${FLEKS_BUILD:-build/release}
[ -e "$build/build.ninja" ] || step "Configuring $build" cmake --preset release
step 'Building the program and the C library' cmake --build "$build" --target fleks_program fleks_c
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# As installed: the header, the library and its pkg-config file, and nothing else.
mkdir -p "$work/prefix/include/fleks" "$work/prefix/lib/pkgconfig" "$work/library"
cp include/fleks/fleks.h include/fleks/version_number.h "$work/prefix/include/fleks/"
cp -a "$build"/libfleks_c.so* "$work/prefix/lib/"
printf 'Name: fleks_c\nDescription: fleks\nVersion: 0\nCflags: -I%s/include\nLibs: -L%s/lib -lfleks_c\n' "$work/prefix" "$work/prefix" \
  >"$work/prefix/lib/pkgconfig/fleks_c.pc"
export PKG_CONFIG_PATH=$work/prefix/lib/pkgconfig LD_LIBRARY_PATH=$work/prefix/lib R_LIBS=$work/library LC_ALL=C.UTF-8
program=$PWD/$build/fleks
cp -r examples/link-r "$work/fleks"
cd "$work"
R CMD build --no-build-vignettes fleks >built 2>&1 || { cat built; exit 1; }
# No clock of the network, and no reading of the manual by TeX.
_R_CHECK_SYSTEM_CLOCK_=0 R CMD check --no-manual fleks_*.tar.gz >checked 2>&1 || { cat checked; exit 1; }
grep -E '^Status: (OK|[0-9]+ NOTEs?)$' checked || { cat checked; exit 1; }
R CMD INSTALL -l library fleks_*.tar.gz >installed 2>&1 || { cat installed; exit 1; }
"$program" sample --rows "${FLEKS_R_ROWS:-1000000}" --seed 4 -o given.csv
"$program" population given.csv -o out.csv 2>/dev/null
cat >compare.R <<'R'
library(fleks)
given <- read.csv("given.csv", colClasses = c(month = "character"))
wanted <- read.csv("out.csv")
took <- system.time(answer <- fleks_batch(given))[["elapsed"]]
wrong <- 0
for (name in c("taper", "before_ceiling", "ceiling_cut", "holiday_cut", "fleksloentilskud", "own_atp", "payout", "obligatory_pension"))
  wrong <- wrong + sum(round(answer[[name]] * 100) != round(wanted[[name]] * 100))
cat(nrow(given), "rows,", wrong, "wrong,", round(took * 1e9 / nrow(given)), "ns a row\n")
png("curve.png")
plot(fleks_hours(2025, 200, municipality = "Aarhus"))
invisible(dev.off())
stopifnot(wrong == 0, nrow(given) >= 100000, file.size("curve.png") > 2000)
R
Rscript compare.R
