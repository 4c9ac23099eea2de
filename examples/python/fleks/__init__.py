"""Fleksløntilskud, exact to the øre: the C++ library fleks in Python.

Amounts are given as text, ``Decimal``, whole kroner or ``Oere``, never as a float, and come back as ``Decimal``. What is not
given is not known, and never taken to be 0 by itself. What cannot be computed is a :class:`FleksError`, which names the fact.

>>> import fleks
>>> fleks.month('2024-03', am_income='15600', ceiling='32067').fleksloentilskud
Decimal('15272.00')
"""

from typing import TYPE_CHECKING, Any

from .errors import FleksError, RowsError
from .library import Rates, lib
from .results import Result, Step
from .tasks import (Ceiling, audit, case, ceiling, correction, effort, holiday, hours, income, ledighedsydelse, letter, measures, month,
                    municipality, problems, record, self_employed, task, tax, verify)
from .values import Oere

if TYPE_CHECKING:
    from .columns import batch, read_population
    from .lines import population_lines
    from .summary import population_summary

__version__ = lib.fleks_version().decode('ascii')
__all__ = ['Ceiling', 'FleksError', 'Oere', 'Rates', 'Result', 'RowsError', 'Step', 'audit', 'batch', 'case', 'ceiling', 'correction',
           'effort', 'holiday', 'hours', 'income', 'ledighedsydelse', 'letter', 'measures', 'month', 'municipality', 'population_lines',
           'population_summary', 'problems', 'read_population', 'record', 'self_employed', 'task', 'tax', 'verify']


def __getattr__(name: str) -> Any:
    # numpy and pandas are asked for only where columns are.
    if name in ('batch', 'read_population'):
        from . import columns
        return getattr(columns, name)
    if name == 'population_lines':
        from .lines import population_lines
        return population_lines
    if name == 'population_summary':
        from .summary import population_summary
        return population_summary
    raise AttributeError(f'module fleks has no {name}')
