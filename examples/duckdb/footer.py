#!/usr/bin/env python3
"""usage: footer.py LIBRARY.so OUT.duckdb_extension

The library with the 534 bytes at its end that DuckDB reads before it loads an extension: that it is one of the stable C API v1.2.0, for
which kind of machine, and no signature.
"""
import platform
import sys

MACHINES = {'x86_64': 'linux_amd64', 'aarch64': 'linux_arm64'}

library, out = sys.argv[1:]
field = lambda text: text.encode('ascii').ljust(32, b'\0')
footer = b'\0\x93\x04\x10duckdb_signature\x80\x04'
footer += 3 * field('') + field('C_STRUCT') + field('fleks') + field('v1.2.0') + field(MACHINES[platform.machine()]) + field('4')
footer += bytes(256)
with open(library, 'rb') as plain, open(out, 'wb') as extension:
    extension.write(plain.read() + footer)
