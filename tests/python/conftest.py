import os
import pathlib
import subprocess

import pytest


@pytest.fixture(scope='session')
def source() -> pathlib.Path:
    return pathlib.Path(os.environ['FLEKS_SOURCE_DIR'])


@pytest.fixture(scope='session')
def program():
    """Runs the program: its standard output."""
    def run(*arguments: str, exit_code: int = 0, given: str = '') -> str:
        done = subprocess.run([os.environ['FLEKS'], *arguments], capture_output=True, text=True, input=given)
        assert done.returncode == exit_code, done.stderr
        return done.stdout
    return run
