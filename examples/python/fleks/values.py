"""What is given, as the whole numbers of the C interface: øre, ten-thousandths, YYYYMM. No money passes through a float."""

import datetime
import re
from decimal import Decimal
from typing import NamedTuple, Tuple, Union

from .errors import FleksError


class Oere(NamedTuple):
    """A number of whole øre, where kroner would be expected.

    >>> Oere(1560000)
    Oere(value=1560000)
    """

    value: int


#: An amount: text in kroner (``'15600'``, ``'15.600,50'``), ``Decimal`` kroner, whole kroner, or ``Oere``.
Kroner = Union[str, Decimal, int, Oere]
#: Hours, days, a percentage: text, ``Decimal`` or a whole number, at most four decimals.
Number = Union[str, Decimal, int]
#: ``'2024-03'``, 202403, or any date in it.
Month = Union[str, int, datetime.date]
#: ``'2024-03-01'`` or a date.
Date = Union[str, datetime.date]

_POINT = re.compile(r'-?\d+(\.\d+)?')
_DANISH = re.compile(r'-?(\d{1,3}(\.\d{3})+|\d+),\d+')
_MOST = 2**62


def scaled(field: str, value: Union[Kroner, Number], decimals: int) -> int:
    """The number in units of its last allowed decimal, exactly.

    >>> scaled('am_income', '15.600,50', 2), scaled('weekly_hours', Decimal('18.5'), 4)
    (1560050, 185000)
    """
    if isinstance(value, Oere):
        if decimals != 2:
            raise FleksError(f'{field}: {value} is no amount', 'wrong_type', field, str(value))
        return value.value
    if isinstance(value, bool) or isinstance(value, float) or not isinstance(value, (str, Decimal, int)):
        raise TypeError(f'{field}: {value!r} is {type(value).__name__}; give text, Decimal or a whole number, exact to the øre')
    text = value if isinstance(value, str) else format(value, 'f') if isinstance(value, Decimal) else str(value)
    if _DANISH.fullmatch(text):
        text = text.replace('.', '').replace(',', '.')
    if not _POINT.fullmatch(text):
        raise FleksError(f'{field}: "{text}" is not a number', 'not_a_number', field, text)
    whole, _, rest = text.partition('.')
    written = rest if isinstance(value, str) else rest.rstrip('0')  # a Decimal of 15600.000 is no more than 15600
    if len(written) > decimals:
        raise FleksError(f'{field}: "{text}" has more than {decimals} decimals', 'too_many_decimals', field, text)
    count = int((whole.lstrip('-') or '0') + rest[:decimals].ljust(decimals, '0'))
    if count > _MOST:
        raise FleksError(f'{field}: "{text}" is too large', 'too_large', field, text)
    return -count if text.startswith('-') else count


def month_number(field: str, value: Month) -> int:
    """
    >>> month_number('month', '2024-03'), month_number('month', datetime.date(2024, 3, 7))
    (202403, 202403)
    """
    if isinstance(value, datetime.date):
        return value.year * 100 + value.month
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r'\d{4}-\d{2}', value):
        return int(value[:4]) * 100 + int(value[5:])
    raise FleksError(f'{field}: "{value}" is no month such as 2024-03', 'no_such_date', field, str(value))


def date_number(field: str, value: Date) -> int:
    """
    >>> date_number('employed_from', '2024-03-01')
    20240301
    """
    if isinstance(value, datetime.date):
        return value.year * 10000 + value.month * 100 + value.day
    if isinstance(value, str) and re.fullmatch(r'\d{4}-\d{2}-\d{2}', value):
        return int(value.replace('-', ''))
    raise FleksError(f'{field}: "{value}" is no date such as 2024-03-01', 'no_such_date', field, str(value))


def kroner_or_share(field: str, value: Kroner) -> Tuple[int, int]:
    """An amount, or a percentage of the pay: øre and ten-thousandths, one of them 0.

    >>> kroner_or_share('own_pension', '400'), kroner_or_share('own_pension', '4%')
    ((40000, 0), (0, 40000))
    """
    if isinstance(value, str) and value.endswith('%'):
        return 0, scaled(field, value[:-1], 4)
    return scaled(field, value, 2), 0
