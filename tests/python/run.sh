#!/usr/bin/env bash
# usage: run.sh LIBFLEKS_C PROGRAM SOURCE FOLDER
# The Python package as its users install it: offline into an environment of its own, its examples, its types, and its amounts
# against the program's. Debian's Python alone is asked: another one on the path may have none of the packages.
set -euo pipefail
library=$1 source=$3 folder=$4
python=/usr/bin/python3
export FLEKS=$2 FLEKS_SOURCE_DIR=$source FLEKS_C_LIBRARY=$library
for module in pip venv setuptools wheel numpy pandas matplotlib pytest mypy; do
  "$python" -c "import importlib.util, sys; sys.exit(importlib.util.find_spec('$module') is None)" || {
    echo "No $module for $python: not tested"
    exit 77
  }
done
rm -rf "$folder"
"$python" -m venv --system-site-packages "$folder"
cd "$source"
"$folder/bin/pip" install -q --no-build-isolation --no-index --disable-pip-version-check examples/python
# What the wheel left behind is where builds are, not in the source.
[ -z "$(find examples/python -name '*.egg-info' -o -name build -o -name '*.so' -o -name _interface.py)" ] || {
  echo 'The build left files in examples/python'
  exit 1
}
cd "$folder"
export PYTHONDONTWRITEBYTECODE=1
"$folder/bin/python" -m mypy --config-file "$source/examples/python/pyproject.toml" --cache-dir "$folder/mypy" -p fleks
"$folder/bin/python" -m pytest -q -p no:cacheprovider --doctest-modules "$source/tests/python" --pyargs fleks
