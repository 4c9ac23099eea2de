"""Doxygen's input filter: what stands in a room is a group of its name, and each of several members that are declared on
one line has the line's comment. Lines keep their numbers."""
import pathlib
import re
import sys

path = pathlib.Path(sys.argv[1])
room = path.parent.name
lines = path.read_text().split('\n')

several = re.compile(r'^(\s+(?:static |inline |constexpr )*[\w:<>, ]*?[\w>]) (\w+(?:\{[^{}]*\}| = [^,;(){}]+)?(?:, \w+(?:\{[^{}]*\}| = [^,;(){}]+)?)+);\s*(?:///< (.*))?$')
for at, line in enumerate(lines):
    found = several.match(line)
    if not found:
        continue
    kind, members, comment = found.groups()
    if comment is None:
        above = []
        while at - 1 - len(above) >= 0 and (said := re.match(r'\s+/// (.*)', lines[at - 1 - len(above)])):
            above.insert(0, said.group(1))
        comment = ' '.join(above)
    if not comment:
        continue
    each = re.findall(r'\w+(?:\{[^{}]*\}| = [^,;(){}]+)?', members)
    lines[at] = ' '.join(f'{kind} {member}; /**< {comment} */' for member in each)

text = '\n'.join(lines)
if room != 'fleks':
    text = text.replace('namespace fleks {\n', f'namespace fleks {{ /** @addtogroup {room} */ /** @{{ */\n', 1)
    end = text.rfind('}  // namespace fleks')
    text = text[:end] + '/** @} */ ' + text[end:]
sys.stdout.write(text)
