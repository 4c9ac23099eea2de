"""The C interface as ctypes, made from its header: structs, constants and functions, so that none can be another than C's."""

import re
import sys

PLAIN = {'size_t': 'c_size_t', 'int32_t': 'c_int32', 'int64_t': 'c_int64', 'char': 'c_char', 'const char*': 'c_char_p',
         'const int64_t*': 'POINTER(c_int64)', 'int64_t*': 'POINTER(c_int64)', 'int32_t*': 'POINTER(c_int32)'}


def without_comments(header: str) -> str:
    return re.sub(r'/\*.*?\*/', ' ', header, flags=re.S)


def type_of(c: str, structs: 'set[str]') -> str:
    if c in PLAIN:
        return PLAIN[c]
    if c in structs:
        return c
    if c.endswith('*'):
        return 'c_void_p'
    raise ValueError(f'fleks.h: no ctypes for {c!r}')


def structs_of(text: str) -> 'list[str]':
    out: 'list[str]' = []
    known: 'set[str]' = set()
    for name, body in re.findall(r'typedef struct (\w+) \{(.*?)\} \1;', text, flags=re.S):
        members = []
        for c, member, count in re.findall(r'((?:const )?\w+\*?)\s+(\w+)(?:\[(\w+)\])?;', body):
            ctype = type_of(c, known)
            members.append(f"('{member}', {ctype}{' * ' + count if count else ''})")
        known.add(name)
        out.append(f'class {name}(Structure):\n    _fields_ = [\n        ' + ',\n        '.join(members) + ',\n    ]\n')
    return out


def constants_of(text: str) -> 'list[str]':
    out = []
    for body in re.findall(r'enum \{(.*?)\};', text, flags=re.S):
        value = -1
        for entry in filter(None, (e.strip() for e in body.split(','))):
            name, _, given = (part.strip() for part in entry.partition('='))
            value = int(given) if given else value + 1
            out.append(f'{name} = {value}')
    return out


def functions_of(text: str) -> 'list[str]':
    returns = {'void': 'None', 'int32_t': 'c_int32', 'int64_t': 'c_int64', 'size_t': 'c_size_t', 'const char*': 'c_char_p'}
    out = []
    for result, name, given in re.findall(r'^((?:const )?\w+\*?) (fleks_\w+)\(([^)]*)\);', text, flags=re.M):
        arguments = []
        for argument in filter(None, (a.strip() for a in given.replace('\n', ' ').split(','))):
            if argument == 'void':
                continue
            c = re.sub(r'\s*\w+$', '', argument).strip()
            arguments.append({'size_t': 'c_size_t', 'int32_t': 'c_int32', 'int64_t': 'c_int64', 'const char*': 'c_char_p'}.get(c, 'c_void_p'))
        out.append(f"    '{name}': ({returns.get(result, 'c_void_p')}, [{', '.join(arguments)}]),")
    return out


def interface(header: str) -> str:
    version = re.search(r'#define FLEKS_INTERFACE_VERSION (\d+)', header)
    if version is None:
        raise ValueError('fleks.h: no FLEKS_INTERFACE_VERSION')
    text = without_comments(header)
    return '\n'.join([
        '# Made from fleks.h by from_header.py.',
        'from ctypes import (POINTER, Structure, c_char, c_char_p, c_int32, c_int64, c_size_t, c_void_p)',
        'from typing import Any, Dict',
        '',
        f'FLEKS_INTERFACE_VERSION = {version.group(1)}',
        'FLEKS_NO_CEILING = 2**63 - 1',
        'FLEKS_NOT_KNOWN = -1',
        'FLEKS_NO_MEASURE = -2**63',
        *constants_of(text),
        '',
        '',
        '\n\n'.join(structs_of(text)),
        '',
        'FUNCTIONS: Dict[str, Any] = {',
        *functions_of(text),
        '}',
        '',
    ])


if __name__ == '__main__':
    with open(sys.argv[1], encoding='utf-8') as header_file:
        print(interface(header_file.read()), end='')
