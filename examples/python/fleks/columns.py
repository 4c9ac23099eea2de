"""Many months at once, as columns of whole øre: numpy arrays and pandas frames, read in place and never through a float."""

import ctypes
from typing import Any, Dict, List, Optional, Union

import numpy
import pandas

from . import _interface as c
from .errors import FleksError, RowsError
from .library import PUBLISHED, Rates, lib, new, new_error, raised
from .tasks import options_struct
from .values import Month, month_number

#: The columns of facts, in whole øre, hours and days in ten-thousandths; all but ``am_income`` may be left out.
FACTS = ('am_income', 'own_pension', 'employer_pension', 'other_wage', 'daily_benefit', 'ceiling', 'ledighedsydelse_days', 'paid_hours',
         'ledighedsydelse')
#: The columns of the answer, in whole øre.
AMOUNTS = ('taper', 'before_ceiling', 'ceiling_cut', 'holiday_cut', 'fleksloentilskud', 'own_atp', 'payout', 'obligatory_pension')
_EMPTY = {'ceiling': c.FLEKS_NO_CEILING, 'paid_hours': c.FLEKS_NOT_KNOWN, 'ledighedsydelse': c.FLEKS_NOT_KNOWN}

Frame = Union[pandas.DataFrame, Dict[str, Any]]


def _column(name: str, values: Any) -> 'numpy.ndarray[Any, Any]':
    """As whole øre: an int64 array is used where it lies; what else can be exact is copied; a float is refused."""
    if isinstance(values, pandas.Series):
        if isinstance(values.dtype, pandas.Int64Dtype):
            if name in _EMPTY:
                values = values.fillna(_EMPTY[name])
            elif values.isna().any():
                raise FleksError(f'{name}: row {int(values.isna().to_numpy().argmax())} is empty', 'empty', name)
            values = values.astype('int64')
        values = values.to_numpy()
    array = numpy.asarray(values)
    if array.dtype.kind not in 'iu' or array.ndim != 1 or array.dtype.itemsize == 8 and array.dtype.kind == 'u':
        raise TypeError(f'{name}: {array.dtype} of {array.ndim} dimensions; give int64 (or Int64) of whole øre')
    return numpy.ascontiguousarray(array, dtype='int64')


def _months(frame: Frame, month: Optional[Month], rows: int) -> 'numpy.ndarray[Any, Any]':
    if month is not None:
        if 'month' in frame:
            raise FleksError('month: is also a column', 'exclusive_facts', 'month')
        return numpy.full(rows, month_number('month', month), dtype='int64')
    if 'month' not in frame:
        raise FleksError('month: is missing, as a column or an argument', 'missing_fact', 'month')
    values = pandas.Series(frame['month']).reset_index(drop=True)
    if values.dtype.kind in 'iu':
        return numpy.asarray(values, dtype='int64')
    known = {value: month_number('month', value) for value in values.unique()}
    return numpy.asarray(values.map(known), dtype='int64')


def _pointer(array: 'numpy.ndarray[Any, Any]', kind: Any = ctypes.c_int64) -> Any:
    return array.ctypes.data_as(ctypes.POINTER(kind))


def _compute(month: int, facts: 'Dict[str, numpy.ndarray[Any, Any]]', into: 'Dict[str, numpy.ndarray[Any, Any]]',
             status: 'numpy.ndarray[Any, Any]', options: Any, rates: Rates, language: str) -> None:
    months, results, error = new(c.fleks_months), new(c.fleks_statements), new_error(language)
    months.rows = len(status)
    for name, column in facts.items():
        setattr(months, name, _pointer(column))
    for name, column in into.items():
        setattr(results, name, _pointer(column))
    results.status = _pointer(status, ctypes.c_int32)
    if lib.fleks_compute(rates.handle, month, ctypes.byref(months), ctypes.byref(options), ctypes.byref(results),
                         ctypes.byref(error)) != c.FLEKS_OK:
        raise raised(error)


def _why(month: int, facts: 'Dict[str, numpy.ndarray[Any, Any]]', row: int, options: Any, rates: Rates, language: str) -> FleksError:
    """What is wrong with a row: it alone is computed again, which names the fact."""
    one = {name: column[row:row + 1].copy() for name, column in facts.items()}
    months, results, error = new(c.fleks_months), new(c.fleks_statements), new_error(language)
    months.rows = 1
    for name, column in one.items():
        setattr(months, name, _pointer(column))
    lib.fleks_compute(rates.handle, month, ctypes.byref(months), ctypes.byref(options), ctypes.byref(results), ctypes.byref(error))
    return raised(error)


def batch(frame: Frame, month: Optional[Month] = None, *, errors: str = 'raise', own_atp: str = 'excluded',
          rates_of: str = 'subsidy-month', other_wage_under_ceiling: str = 'by-law', round_to: str = 'by-law',
          rates: Optional[Rates] = None, language: str = 'da') -> pandas.DataFrame:
    """Every row's fleksløntilskud: columns of whole øre in, columns of whole øre out, at the speed of the memory.

    The frame (or dict of arrays) has the columns of :data:`FACTS` as int64, and ``month`` (``2024-03`` or 202403) unless it is
    the same for all. An empty ceiling, paid_hours or ledighedsydelse (of an Int64 column) is unknown. The answer has the frame's index. With
    ``errors='raise'`` rows that cannot be computed raise :class:`RowsError`; with ``'column'`` they have -1 in every amount
    and the reason in the column ``error``, which is empty elsewhere.

    >>> batch({'am_income': numpy.array([1560000]), 'ceiling': numpy.array([3206700])}, '2024-03').fleksloentilskud.tolist()
    [1527200]
    """
    if errors not in ('raise', 'column'):
        raise FleksError(f'errors: "{errors}" is not one of raise, column', 'no_such_choice', 'errors', errors)
    if 'am_income' not in frame:
        raise FleksError('am_income: the column is missing', 'missing_fact', 'am_income')
    facts = {name: _column(name, frame[name]) for name in FACTS if name in frame}
    rows = len(facts['am_income'])
    for name, column in facts.items():
        if len(column) != rows:
            raise FleksError(f'{name}: has {len(column)} rows, am_income has {rows}', 'bad_row', name)
    months = _months(frame, month, rows)
    table, options = rates or PUBLISHED, options_struct(own_atp, rates_of, other_wage_under_ceiling, round_to)
    out = {name: numpy.empty(rows, dtype='int64') for name in AMOUNTS}
    status = numpy.zeros(rows, dtype='int32')
    different = numpy.unique(months)
    if len(different) == 1:
        _compute(int(different[0]), facts, out, status, options, table, language)
    else:
        for each in different:
            where = numpy.flatnonzero(months == each)
            some = {name: column[where] for name, column in facts.items()}
            into = {name: numpy.empty(len(where), dtype='int64') for name in AMOUNTS}
            some_status = numpy.zeros(len(where), dtype='int32')
            _compute(int(each), some, into, some_status, options, table, language)
            for name, column in into.items():
                out[name][where] = column
            status[where] = some_status
    index = frame.index if isinstance(frame, pandas.DataFrame) else None
    answer = pandas.DataFrame(out, index=index, copy=False)
    bad = numpy.flatnonzero(status)
    if len(bad) == 0 and errors == 'raise':
        return answer
    reasons: List[str] = [''] * rows if errors == 'column' else []
    first: Optional[FleksError] = None
    told: Dict[int, str] = {}
    for row in bad if errors == 'column' else bad[:100]:
        why = _why(int(months[row]), facts, int(row), options, table, language)
        first = first or why
        told[int(row)] = str(why)
    if errors == 'raise':
        raise RowsError(told, len(bad), first)
    for row, text in told.items():
        reasons[row] = text
    answer['error'] = reasons
    return answer


def read_population(path: Any, **options: Any) -> pandas.DataFrame:
    """A population file (the program's CSV) as a frame for :func:`batch`: kroner as whole øre, exactly, hours, days and
    weights in ten-thousandths."""
    from .values import scaled
    frame = pandas.read_csv(path, dtype=str, keep_default_na=False, **options)
    for name in frame.columns:
        if name not in FACTS and name != 'weight':
            continue
        decimals = 4 if name in ('ledighedsydelse_days', 'paid_hours', 'weight') else 2
        if name == 'weight' and (frame[name] == '').any():
            raise FleksError(f'weight: row {int((frame[name] == "").to_numpy().argmax())} is empty', 'empty', 'weight')
        known = {text: scaled(name, text, decimals) if text else _EMPTY.get(name, 0) for text in frame[name].unique()}
        frame[name] = frame[name].map(known).astype('int64')
    return frame
