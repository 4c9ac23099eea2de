# Sourced by examples/run.sh, tests/run.sh and .ci/run: the Debian packages each needs, and how a step is shown.
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8

packages_build=(g++ cmake ninja-build libboost-dev libfmt-dev libhowardhinnant-date-dev nlohmann-json3-dev libexpat1-dev libxlsxwriter-dev libzip-dev)
packages_tests=(abigail-tools doctest-dev libbenchmark-dev python3 python3-jsonschema python3-pandas python3-distributed
  python3-numpy python3-matplotlib python3-pip python3-venv python3-setuptools python3-wheel python3-pytest mypy
  pkgconf man-db dpkg-dev file libjna-java valgrind)
# The Java runtime has the compiler in it. A machine with a Java of its own needs no other.
command -v java >/dev/null || packages_tests+=(openjdk-17-jre-headless)
packages_clang=(clang clang-format libclang-rt-14-dev lld)
# The pages of the public interface: it brings LLVM with it, so only .ci/run installs it, and its test is left out without it.
packages_docs=(doxygen)
packages_coverage=(clang lld llvm gcovr)

# step "what is done" command...: one line with the time it took; the output only when it fails.
step() {
  local what=$1 log start=$SECONDS status=0
  shift
  log=$(mktemp)
  printf '%s ... ' "$what"
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if [ "$status" -eq 0 ]; then
    printf 'done (%d s)\n' $((SECONDS - start))
  else
    printf 'failed (exit %d)\n' "$status"
    cat "$log"
  fi
  rm -f "$log"
  return "$status"
}

# build_preset NAME: build/NAME as CMakePresets.json has it, all of it.
build_preset() {
  step "Configuring build/$1" cmake --preset "$1" && step "Building build/$1" cmake --build --preset "$1"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo env DEBIAN_FRONTEND=noninteractive "$@"; fi
}

# install_missing package...: apt-get is called only when something is missing.
install_missing() {
  local package missing=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  if ! command -v apt-get >/dev/null; then
    echo "Not a Debian system, and these are missing: ${missing[*]}" >&2
    return 1
  fi
  step 'Reading the package lists' as_root apt-get -q -o DPkg::Lock::Timeout=300 update &&
    step "Installing ${missing[*]}" \
      as_root apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "${missing[@]}"
}
