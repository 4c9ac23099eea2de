#!/usr/bin/env bash
# The workbook of a month, computed again by headless LibreOffice: as it stands, and with facts changed in the sheet; saved by it and
# read back by the program. And its formulas, a row a month, on 20.000 random months.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source examples/packages.sh
install_missing python3 libreoffice-calc || exit 1
fleks=${FLEKS:-build/release/fleks}
[ -x "$fleks" ] || step 'Building the program' bash examples/run.sh || exit 1
FLEKS=$fleks python3 tests/doors/workbook.py "${FLEKS_SHEET_ROWS:-20000}"
