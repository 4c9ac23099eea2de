# Sourced by the tests of the programs. FLEKS is the program, FLEKS_SOURCE_DIR the project.
# With FLEKS_WRITE_EXPECTED=1 the stored outputs are written instead of compared: read them before they are kept.
expected_dir=$FLEKS_SOURCE_DIR/tests/programs/expected
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

fail() {
  printf 'FAILED: %s\n' "$*"
  failed=1
}

# The first year of which the built-in rates know nothing; a new year is no reason to change a test.
next_year() { "$FLEKS" rates --key fleksloentilskud_max_month --format csv | awk -F, 'END { print substr($3, 1, 4) + 1 }'; }

# runs EXIT command...: the exit code, and the output in $work/out and $work/err.
runs() {
  local want=$1 got=0
  shift
  "$@" >"$work/out" 2>"$work/err" </dev/null || got=$?
  [ "$got" -eq "$want" ] || fail "exit $got, not $want: $* ($(head -c 300 "$work/err"))"
}

# same_as NAME EXIT command...: output and errors are those stored in expected/NAME.
same_as() {
  local name=$1
  shift
  runs "$@"
  # The versions that every JSON begins with are those of the day.
  cat "$work/out" "$work/err" | sed -E '/^  "fleks": \{$/,/^  \},?$/s/("(program|rates)": ")[^"]+"/\1..."/' >"$work/both"
  if [ -n "${FLEKS_WRITE_EXPECTED:-}" ]; then
    cp "$work/both" "$expected_dir/$name"
  elif ! diff -u "$expected_dir/$name" "$work/both"; then
    fail "not as expected/$name: ${*:2}"
  fi
}

# refuses TEXT command...: exit 2, nothing in the output, one line of message that has TEXT.
refuses() {
  local text=$1
  shift
  runs 2 "$@"
  [ ! -s "$work/out" ] || fail "wrote output: $*"
  [ "$(wc -l <"$work/err")" -eq 1 ] || fail "not one line of message: $*"
  grep -qF -- "$text" "$work/err" || fail "no '$text' in: $(cat "$work/err")"
}

# json_has EXPRESSION: of the output as JSON in j.
json_has() {
  python3 -c "import json, sys; j = json.load(open('$work/out')); sys.exit(not ($1))" || fail "not so: $1"
}

# Last line of a test.
finish() { exit "$failed"; }
