"""next_year.py SOURCE FOLDER: the project with a year more in its tables.

FOLDER becomes SOURCE by links, but for rates.csv and municipal_tax.csv: what ended with the last year known goes on for
one more, each value a little higher. The tests that are run on it must hold as they stand, for a year ends each January.
"""
import csv
import io
import os
import shutil
import sys
from decimal import Decimal


def with_next_year(path, of_the_last_year, values):
    """The table's text with a row more after each that ended with the last year known; how many were added."""
    with open(path, encoding='utf-8', newline='') as file:
        rows = list(csv.reader(file))
    last = max(row[2] for row in rows[1:] if of_the_last_year(row))
    year = int(last[:4]) + 1
    assert last.endswith('-12-31'), last
    out = io.StringIO()
    write = csv.writer(out, lineterminator='\n').writerow
    added = 0
    for row, following in zip(rows, rows[1:] + [['']]):
        write(row)
        # Some of the year after may be known already.
        if row[2] != last or row[0] == following[0]:
            continue
        more = list(row)
        more[1], more[2] = f'{year}-01-01', f'{year}-12-31'
        for column in values(row):
            if more[column]:
                one = Decimal(10) ** Decimal(more[column]).as_tuple().exponent
                more[column] = str((Decimal(more[column]) * Decimal('1.01')).quantize(one))
        write(more)
        added += 1
    return out.getvalue(), added, year


def linked(source, folder, own):
    """FOLDER as SOURCE by links; a folder on the way to one of our own files is a folder of links."""
    os.makedirs(folder)
    for name in sorted(os.listdir(source)):
        if name in ('build', '.git') or name in own:
            continue
        there = os.path.join(folder, name)
        inside = {path[len(name) + 1:] for path in own if path.startswith(name + '/')}
        if inside:
            linked(os.path.join(source, name), there, inside)
        else:
            os.symlink(os.path.join(source, name), there)


source, folder = (os.path.abspath(path) for path in sys.argv[1:])
# A percentage of the law does not move with wages.
rates, rate_rows, year = with_next_year(f'{source}/src/rates/rates.csv', lambda row: row[0] == 'fleksloentilskud_max_month',
                                        lambda row: [] if row[4] == 'pct' else [3])
taxes, tax_rows, _ = with_next_year(f'{source}/src/rates/municipal_tax.csv', lambda row: True, lambda row: [3, 4])
shutil.rmtree(folder, ignore_errors=True)
files = {'src/rates/rates.csv': rates, 'src/rates/municipal_tax.csv': taxes}
linked(source, folder, set(files))
for path, text in files.items():
    with open(os.path.join(folder, path), 'w', encoding='utf-8', newline='') as file:
        file.write(text)
print(f'{rate_rows} rows of rates and {tax_rows} of municipal taxes for {year}')
