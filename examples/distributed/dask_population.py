#!/usr/bin/env python3
"""A population on Dask distributed, through the Python package of fleks, with the bytes of `fleks population`.

usage: dask_population.py IN.csv OUT.csv [--workers N] [--scheduler ADDRESS] [--block-bytes N]

Without --scheduler it starts N worker processes of its own on the loopback interface. The file is cut into blocks of whole lines
(plain fields: no quotes); each block is read, computed and formatted by a worker, and the pieces are written in order. A worker that
dies loses nothing: its blocks are computed by another. Debian 12: python3-distributed, python3-pandas, and the package of
examples/python.
"""
import argparse, os, sys


def compute(path, header, first, length):
    """A block in, its lines out: what a worker does."""
    import fleks
    with open(path, 'rb') as file:
        file.seek(first)
        lines = file.read(length)
    try:
        return fleks.population_lines(header, lines, language='en')
    except fleks.FleksError as error:
        raise ValueError(f'in the block from byte {first}: {error}') from None


def blocks(file, size):
    """Where each block of whole lines begins, and its length."""
    first = file.tell()
    while True:
        file.seek(size, os.SEEK_CUR)
        file.readline()
        end = min(file.tell(), os.fstat(file.fileno()).st_size)
        if end <= first: return
        yield first, end - first
        first = end


def main():
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument('input'), ask.add_argument('output')
    ask.add_argument('--workers', type=int, default=2), ask.add_argument('--scheduler'), ask.add_argument('--block-bytes', type=int, default=8_000_000)
    given = ask.parse_args()
    from distributed import Client, LocalCluster
    import dask_population, fleks.lines  # this file as a module: what a worker is sent is its name

    path = os.path.abspath(given.input)
    cluster = None if given.scheduler else LocalCluster(n_workers=given.workers, threads_per_worker=1, processes=True, host='127.0.0.1', dashboard_address=None)
    with Client(given.scheduler or cluster) as client, open(path, 'rb') as file, open(given.output + '.part', 'wb') as out:
        if given.scheduler: client.upload_file(os.path.abspath(__file__))
        print('workers:', *client.run(os.getpid).values(), flush=True)
        header = file.readline().decode()
        out.write(fleks.lines.HEADER.encode())
        waiting = []  # a few blocks for each worker: memory does not grow with the file
        def write_first(): out.write(waiting.pop(0).result())
        try:
            for first, length in blocks(file, given.block_bytes):
                waiting.append(client.submit(dask_population.compute, path, header, first, length, pure=False))
                if len(waiting) > 3 * given.workers: write_first()
            while waiting: write_first()
        except BaseException:
            os.remove(given.output + '.part')
            raise
    if cluster: cluster.close()
    os.replace(given.output + '.part', given.output)


if __name__ == '__main__':
    try: sys.exit(main())
    except Exception as error: sys.exit(f'dask_population.py: {error}')
