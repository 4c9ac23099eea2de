#!/usr/bin/env bash
# usage: examples/web/build.sh
# Makes build/web/: fleks.html, the whole page in one file, and the same page as a site (index.html, hour.html to embed,
# fleks-hour.js, fleks.wasm, service worker). Installs what is missing. What is compiled for the page is kept in build/wasm/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source examples/packages.sh
here=examples/web
objects=build/wasm

packages=("${packages_build[@]}" emscripten xz-utils)
command -v node >/dev/null || packages+=(nodejs)
command -v npm >/dev/null || packages+=(npm)
install_missing "${packages[@]}"

# The lists and rates of the library are written by programs of this machine.
generated() {
  cmake -S . -B $objects/host -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-O0 \
    -DFLEKS_BUILD_EXAMPLES=OFF -DFLEKS_BUILD_TESTS=OFF -DFLEKS_INSTALL=OFF -DFLEKS_INCOME_REGISTER=OFF >/dev/null &&
    ninja -C $objects/host -t targets all | sed -n 's/^\(generated\/[a-z_]*\.inc\):.*/\1/p' | sort -u |
    xargs nice ninja -C $objects/host
}

# The headers of the packages, without those of this machine's C library beside them.
headers() {
  mkdir -p $objects/include
  for package in boost date fmt nlohmann; do ln -sfn /usr/include/$package $objects/include/$package; done
  ln -sfn "../../../$here/library/older/algorithm" $objects/include/algorithm
}

# What the page takes of the program: the tasks that it shows. The rest is for a machine (its command line, streams and threads,
# workbooks) or for many (a municipality, populations, formulas), and so is what the library has for those alone. XML is read by the
# browser instead of by expat.
program=(case commands files help income)
sources() {
  find src -name '*.cpp' -not -path 'src/rates/embed/*' -not -path 'src/c_interface/*' -not -path 'src/kernels/*' \
    -not -path 'src/formula/*' -not -name 'formula*' -not -name 'batch*' -not -name 'calibration*' -not -name 'effort*' \
    -not -name 'person_month*' -not -name 'population*' -not -name 'refund_*' -not -name 'sample.cpp' -not -path 'src/reading/income/xml.cpp' \
    -not -path 'src/reading/case/schema.cpp' -not -path 'src/tasks/benefits.cpp' -not -path 'src/tasks/municipality.cpp' \
    -not -path 'src/tasks/ranges.cpp' -not -name '*bounds.cpp' -not -name '*box.cpp' \
    -not -path 'src/tasks/rates*' -not -path 'src/tasks/rules.cpp' -not -path 'src/tasks/tax.cpp' -not -path 'src/tasks/tasks.cpp'
  printf 'examples/fleks/%s.cpp\n' "${program[@]}"
  printf '%s\n' $here/library/*.cpp
}

# Emscripten's CMake file does not find Debian's packages, so the compilation is a list of its own.
compilation() {
  local version source exported='["_fleks_page_file","_fleks_page_run","_fleks_page_version","_fleks_page_written","_fleks_page_answer","_fleks_page_answer_size","_malloc","_free"]'
  version=$(sed -n 's/^#define FLEKS_VERSION_\(MAJOR\|MINOR\|PATCH\) //p' include/fleks/version_number.h | paste -sd.)
  echo "builddir = $objects"
  echo "flags = -std=c++20 -DNDEBUG -fwasm-exceptions -Wno-pass-failed -fconstexpr-steps=16000000 -DFLEKS_VERSION_TEXT='\"$version\"' -Iinclude -Isrc -Iexamples -Iexamples/fleks -I$objects/host/generated -isystem $objects/include"
  echo "link = -Oz -fwasm-exceptions -sSTANDALONE_WASM --no-entry -sALLOW_MEMORY_GROWTH=1 -sFILESYSTEM=0 -sEXPORTED_FUNCTIONS='$exported'"
  echo 'speed = -Oz'
  printf 'rule compile\n  command = nice em++ $flags $speed -MMD -MF $out.d -c $in -o $out\n  depfile = $out.d\n  deps = gcc\n'
  # Emscripten's own tools ask Node.js for modules that Debian keeps there.
  printf 'rule link\n  command = NODE_PATH=/usr/share/nodejs nice em++ @$out.rsp $link -o $out.linked.wasm && nice wasm-opt --enable-exception-handling -Oz $out.linked.wasm -o $out\n  rspfile = $out.rsp\n  rspfile_content = $in\n'
  # What unpacks the library stands alone, and is done with after a few hundredths of a second.
  printf 'rule alone\n  command = nice em++ $flags -c $in -o $out.o && wasm-ld-14 --no-entry --strip-all --export=place --export=unpack -z stack-size=4096 $out.o -o $out\n'
  printf 'build %s/unpack.wasm: alone %s/unpack/lzma.cpp\n  flags = -std=c++20 -O2 -fno-builtin -fno-exceptions\n' $objects $here
  local all=()
  while read -r source; do
    echo "build $objects/${source%.cpp}.o: compile $source"
    # The program formats by what the library has compiled.
    [[ $source == src/* ]] || ! grep -q '<fmt/' "$source" || echo '  flags = $flags -include src/words/format.hpp'
    # Groups of digits are written without the C++ library's locales, which would be a tenth of the page.
    [[ $source != src/words/format.cpp ]] || echo "  flags = \$flags -DFMT_STATIC_THOUSANDS_SEPARATOR=\"'.'\""
    all+=("$objects/${source%.cpp}.o")
    # All is made small; this alone keeps the first answer waiting, as it reads every rate.
    [[ $source != src/rates/sha256.cpp ]] || echo '  speed = -O2'
  done < <(sources | LC_ALL=C sort -t/ -k1,1r -k2,2)
  echo "build $objects/fleks.wasm: link ${all[*]}"
}

wasm() {
  # Emscripten is Debian's, and so is the Python it is written for.
  [ ! -x /usr/bin/python3 ] || export EMSDK_PYTHON=/usr/bin/python3
  if command -v ccache >/dev/null; then export EM_COMPILER_WRAPPER=ccache; fi
  compilation >$objects/build.ninja.new
  cmp -s $objects/build.ninja.new $objects/build.ninja || cp $objects/build.ninja.new $objects/build.ninja
  ninja -f $objects/build.ninja -j"${FLEKS_JOBS:-$(nproc)}" $objects/fleks.wasm $objects/unpack.wasm
}

page() (
  cd $here
  cmp -s package-lock.json node_modules/.installed || { npm ci --no-audit --no-fund && cp package-lock.json node_modules/.installed; }
  npm run --silent check && npm run --silent page
)

mkdir -p $objects build/web
headers
step 'Writing the lists of the law' generated
step 'Compiling the library for the page (minutes, the first time)' wasm
step 'Making the page' page
ls -l build/web | awk 'NR > 1 { printf "  %9d  %s\n", $5, "build/web/" $9 }'
