#!/usr/bin/env bash
# What the law promises, proved by z3 for all amounts in every period, from the formula that the law's own text gives.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source examples/packages.sh
install_missing python3 z3 || exit 1
fleks=${FLEKS:-build/release/fleks}
[ -x "$fleks" ] || step 'Building the program' bash examples/run.sh || exit 1
python3 tests/doors/proofs.py "$fleks" "$@"
