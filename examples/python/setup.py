"""Builds the wheel: the package, the ctypes of the C interface made from its header, and the C library itself beside them."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
from typing import Tuple

from setuptools import setup
from setuptools.command.build_py import build_py
from wheel.bdist_wheel import bdist_wheel

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))
import from_header  # noqa: E402

# What setuptools leaves behind goes where the rest of the build is.
SCRATCH = ROOT / 'build' / 'python'
SCRATCH.mkdir(parents=True, exist_ok=True)


def version() -> str:
    text = (ROOT / 'include/fleks/version_number.h').read_text(encoding='utf-8')
    return '.'.join(str(re.search(rf'#define FLEKS_VERSION_{part} (\d+)', text).group(1))  # type: ignore[union-attr]
                    for part in ('MAJOR', 'MINOR', 'PATCH'))


def c_library() -> pathlib.Path:
    """The C library: the one that FLEKS_C_LIBRARY names, or the one of build/release, built where it is missing or old."""
    if named := os.environ.get('FLEKS_C_LIBRARY'):
        return pathlib.Path(named).resolve(strict=True)
    build = ROOT / 'build' / 'release'
    if not (build / 'build.ninja').exists():
        subprocess.run(['cmake', '--preset', 'release', '-DFLEKS_BUILD_TESTS=OFF', '-DFLEKS_BUILD_BENCHMARKS=OFF'], cwd=ROOT, check=True)
    subprocess.run(['cmake', '--build', str(build), '--target', 'fleks_c'], check=True)
    return (build / 'libfleks_c.so').resolve(strict=True)


class Build(build_py):
    def run(self) -> None:
        super().run()
        to = pathlib.Path(self.build_lib) / 'fleks'
        header = (ROOT / 'include/fleks/fleks.h').read_text(encoding='utf-8')
        (to / '_interface.py').write_text(from_header.interface(header), encoding='utf-8')
        shutil.copyfile(c_library(), to / 'libfleks_c.so')


class Wheel(bdist_wheel):
    """For every Python of this machine's kind: there is a library in it, and nothing compiled for one Python."""

    def finalize_options(self) -> None:
        super().finalize_options()
        self.root_is_pure = False

    def get_tag(self) -> Tuple[str, str, str]:
        return 'py3', 'none', super().get_tag()[2]


setup(version=version(), packages=['fleks'], package_data={'fleks': ['py.typed']}, cmdclass={'build_py': Build, 'bdist_wheel': Wheel},
      options={'egg_info': {'egg_base': str(SCRATCH)}, 'build': {'build_base': str(SCRATCH)},
               'bdist_wheel': {'bdist_dir': str(SCRATCH / 'wheel')}})
