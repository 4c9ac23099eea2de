#!/usr/bin/env bash
# The workbooks of a month, of hours and of cases, computed again by headless LibreOffice: as they stand, and with facts changed; saved and
# read back by the program. And its formulas, a row a month, on 20.000 random months.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source examples/packages.sh
install_missing python3 libreoffice-calc || exit 1
fleks=${FLEKS:-build/release/fleks}
[ -x "$fleks" ] || step 'Building the program' bash examples/run.sh || exit 1
FLEKS=$fleks python3 tests/doors/workbook.py "${FLEKS_SHEET_ROWS:-20000}"
