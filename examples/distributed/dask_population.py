#!/usr/bin/env python3
"""A population on Dask distributed, through the C interface of fleks, with the bytes of `fleks population`.

usage: dask_population.py LIBRARY IN.csv OUT.csv [--workers N] [--scheduler ADDRESS] [--block-rows N]

LIBRARY is libfleks_c.so. Without --scheduler it starts N worker processes of its own on the loopback interface.
The file is cut into blocks of whole lines (plain fields: no quoted line breaks); each block is parsed, computed and
formatted by a worker, and the pieces are written in order. Debian 12: python3-distributed, python3-pandas.
"""
import argparse, ctypes, io, os, sys
from itertools import islice

import numpy as np
import pandas as pd

NO_CEILING, NOT_KNOWN, ENGLISH = 2**63 - 1, -1, 1
FACTS = ['am_income', 'own_pension', 'employer_pension', 'other_wage', 'daily_benefit', 'ceiling', 'ledighedsydelse_days', 'paid_hours',
         'ledighedsydelse']
RESULTS = ['taper', 'before_ceiling', 'ceiling_cut', 'holiday_cut', 'fleksloentilskud', 'own_atp', 'payout', 'obligatory_pension']
Column = ctypes.POINTER(ctypes.c_int64)


class Error(ctypes.Structure):
    _fields_ = [('size', ctypes.c_size_t), ('language', ctypes.c_int32), ('code', ctypes.c_int32), ('row', ctypes.c_int64), ('line', ctypes.c_int64),
                ('field', ctypes.c_char * 96), ('value', ctypes.c_char * 128), ('text', ctypes.c_char * 512)]


class Months(ctypes.Structure):
    _fields_ = [('size', ctypes.c_size_t), ('rows', ctypes.c_size_t), *((name, Column) for name in FACTS)]


class Statements(ctypes.Structure):
    _fields_ = [('size', ctypes.c_size_t), *((name, Column) for name in [*RESULTS, 'public_atp'])]


_loaded = {}


def library(path):
    """The library and its rates, once a process."""
    if path not in _loaded:
        lib = ctypes.CDLL(path)
        lib.fleks_rates_embedded.restype = ctypes.c_void_p
        lib.fleks_compute.argtypes = [ctypes.c_void_p, ctypes.c_int32, ctypes.POINTER(Months), ctypes.c_void_p, ctypes.POINTER(Statements), ctypes.POINTER(Error)]
        if lib.fleks_interface_version() != 2: raise SystemExit(f'{path} has another interface than this program')
        _loaded[path] = lib, lib.fleks_rates_embedded()
    return _loaded[path]


def counts(texts, decimals, otherwise):
    """Decimal text to whole counts of 10^-decimals, without a binary fraction on the way."""
    whole, _, fraction = zip(*(text.partition('.') for text in texts)) if len(texts) else ((), (), ())
    out = np.empty(len(texts), np.int64)
    for i, (text, w, f) in enumerate(zip(texts, whole, fraction)):
        if text == '': out[i] = otherwise
        elif w.isdigit() and len(f) <= decimals and (f.isdigit() or f == '' and '.' not in text): out[i] = int(w) * 10**decimals + int(f.ljust(decimals, '0'))
        else: raise ValueError(f'{text!r} is not an amount')
    return out


def amounts(oere):
    return [f'{value // 100}.{value % 100:02d}' for value in oere.tolist()]


def compute(path, header, lines):
    """Lines in, lines out: what a worker does."""
    lib, rates = library(path)
    table = pd.read_csv(io.StringIO(header + lines), dtype=str, keep_default_na=False)
    facts = {name: counts(table[name].tolist(), 4 if name in ('ledighedsydelse_days', 'paid_hours') else 2,
                          {'ceiling': NO_CEILING, 'paid_hours': NOT_KNOWN, 'ledighedsydelse': NOT_KNOWN}.get(name, 0)) for name in FACTS if name in table}
    results = {name: np.zeros(len(table), np.int64) for name in RESULTS}
    for month, at in table.groupby('month', sort=False).indices.items():
        columns = {name: np.ascontiguousarray(column[at]) for name, column in facts.items()}
        part = {name: np.zeros(len(at), np.int64) for name in RESULTS}
        given = Months(ctypes.sizeof(Months), len(at), **{name: column.ctypes.data_as(Column) for name, column in columns.items()})
        wanted = Statements(ctypes.sizeof(Statements), **{name: column.ctypes.data_as(Column) for name, column in part.items()})
        error = Error(ctypes.sizeof(Error), ENGLISH)
        if lib.fleks_compute(rates, int(month[:4] + month[5:]), given, None, wanted, error): raise ValueError(f'{month}: {error.text.decode()}')
        for name in RESULTS: results[name][at] = part[name]
    return ''.join(','.join(row) + '\n' for row in zip(table['id'], table['month'], *(amounts(results[name]) for name in RESULTS)))


def blocks(file, rows):
    while lines := list(islice(file, rows)): yield ''.join(lines)


def main():
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument('library'), ask.add_argument('input'), ask.add_argument('output')
    ask.add_argument('--workers', type=int, default=2), ask.add_argument('--scheduler'), ask.add_argument('--block-rows', type=int, default=50_000)
    given = ask.parse_args()
    from distributed import Client, LocalCluster
    import dask_population  # this file as a module: what a worker is sent is its name

    path = os.path.abspath(given.library)
    cluster = None if given.scheduler else LocalCluster(n_workers=given.workers, threads_per_worker=1, processes=True, host='127.0.0.1', dashboard_address=None)
    with Client(given.scheduler or cluster) as client, open(given.input, newline='') as file, open(given.output + '.part', 'w', newline='') as out:
        if given.scheduler: client.upload_file(os.path.abspath(__file__))
        header = file.readline()
        out.write(','.join(['id', 'month', *RESULTS]) + '\n')
        waiting = []  # a few blocks for each worker: memory does not grow with the file
        def write_first(): out.write(waiting.pop(0).result())
        for block in blocks(file, given.block_rows):
            waiting.append(client.submit(dask_population.compute, path, header, block, pure=False))
            if len(waiting) > 3 * given.workers: write_first()
        while waiting: write_first()
    if cluster: cluster.close()
    os.replace(given.output + '.part', given.output)


if __name__ == '__main__': sys.exit(main())
