"""What the package's README shows is run as it stands."""

import contextlib
import io
import re

import fleks


def test_the_readme(source, program, tmp_path, monkeypatch):
    text = (source / 'examples/python/README.md').read_text(encoding='utf-8')
    blocks = re.findall(r'```python\n(.*?)```', text, flags=re.S)
    assert len(blocks) >= 3
    program('sample', '--rows', '240', '-o', str(tmp_path / 'people.csv'))
    monkeypatch.chdir(tmp_path)
    said = io.StringIO()
    names: dict = {}
    with contextlib.redirect_stdout(said):
        for block in blocks:
            exec(block, names)
    first = said.getvalue().splitlines()[0]
    assert f'prints `{first}` and' in text
    assert (tmp_path / 'hours.svg').exists() and (tmp_path / 'budget.png').exists()
    for name in re.findall(r'`fleks\.(\w+)', text):
        assert name == 'pictures' or hasattr(fleks, name)
