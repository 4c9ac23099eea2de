"""A population in figures: counts, sums, means and deciles, weighted and by group, exactly as ``fleks population --summary`` has them."""

from decimal import Decimal
from typing import Any, Dict, List, Optional, Sequence, Union

import numpy
import pandas

from .columns import batch
from .errors import FleksError

#: What is counted: the amounts whose spread is told, and those of which only the sum is.
SPREAD = ('fleksloentilskud', 'payout')
SUMS = ('own_atp', 'obligatory_pension')
_UNITS = 10_000
# An int64 array.
_Ints = Any


def _kroner(oere: int, pieces: int) -> Decimal:
    """A sum of pieces of an øre in kroner, every decimal of it."""
    if pieces == 1:
        return Decimal(oere).scaleb(-2)
    shown = Decimal(oere).scaleb(-6)
    # At least two decimals, and no needless ones beyond.
    return shown.quantize(Decimal('0.01')) if oere % _UNITS == 0 else shown.normalize()


def _count(weight: int, pieces: int) -> Union[int, Decimal]:
    return weight if pieces == 1 else Decimal(weight) / pieces


def _sum(values: _Ints, weights: _Ints) -> int:
    # Whole numbers of any size: a weighted sum may be more than 64 bits hold.
    return int((values.astype(object) * weights).sum()) if len(values) else 0


def _mean(total: int, weight: int) -> Decimal:
    return Decimal((2 * total + weight) // (2 * weight)).scaleb(-2)


def _deciles(values: _Ints, weights: _Ints) -> List[Decimal]:
    """The lower edges of the kroner up to which at least so many tenths of all lie."""
    kroner = values // 100
    order = numpy.argsort(kroner, kind='stable')
    up_to = numpy.cumsum(weights[order])
    total = int(up_to[-1])
    return [Decimal(int(kroner[order][numpy.searchsorted(up_to, -(-total * tenth // 10))])).quantize(Decimal('0.01')) for tenth in range(1, 10)]


def _figures(answer: pandas.DataFrame, weights: _Ints, pieces: int) -> Dict[str, Any]:
    total = int(weights.sum())
    figures: Dict[str, Any] = {'rows': len(answer), 'weight': _count(total, pieces),
                               'without_subsidy': _count(int(weights[answer.fleksloentilskud.to_numpy() == 0].sum()), pieces),
                               'cut_by_ceiling': _count(int(weights[answer.ceiling_cut.to_numpy() > 0].sum()), pieces)}
    for name in SPREAD:
        values = answer[name].to_numpy()
        whole = _sum(values, weights)
        figures[f'{name}_total'], figures[f'{name}_mean'] = _kroner(whole, pieces), _mean(whole, total)
        for tenth, edge in enumerate(_deciles(values, weights), 1):
            figures[f'{name}_d{tenth}'] = edge
    for name in SUMS:
        figures[f'{name}_total'] = _kroner(_sum(answer[name].to_numpy(), weights), pieces)
    return figures


def _weights(people: pandas.DataFrame) -> _Ints:
    values = people['weight']
    if values.dtype.kind not in 'iu':
        raise TypeError(f'weight: {values.dtype}; give int64 of ten-thousandths, as read_population does')
    weights = values.to_numpy(dtype='int64')
    if len(weights) and int(weights.min()) <= 0:
        row = int(weights.argmin())
        raise FleksError(f'weight: row {row} has {weights[row]}; a weight is above 0', 'out_of_range', 'weight', str(weights[row]))
    return weights


def population_summary(people: pandas.DataFrame, by: Optional[Union[str, Sequence[str]]] = None, *,
                       answer: Optional[pandas.DataFrame] = None, **options: Any) -> pandas.DataFrame:
    """The figures of a population, a row for all of it or for each group of the columns ``by``.

    ``people`` is a frame for :func:`fleks.batch`, whose answer may be given where it is known; ``options`` are those of ``batch``. Where
    it has the column ``weight`` (ten-thousandths, as :func:`fleks.read_population` reads it), a row counts as many times as it says, and
    counts are ``Decimal``. Amounts are ``Decimal`` kroner a month: sums exact, means half up to the øre, ``_d1`` to ``_d9`` the whole
    kroner up to which so many tenths lie. The same figures as ``fleks population --summary``.

    >>> people = pandas.DataFrame({'am_income': [1560000, 100000], 'weight': [10000, 25000]})
    >>> population_summary(people, month='2024-03')[['rows', 'weight', 'fleksloentilskud_total', 'fleksloentilskud_mean']].iloc[0].tolist()
    [2, Decimal('3.5'), Decimal('64402.00'), Decimal('18400.57')]
    """
    if answer is None:
        answer = batch(people, **options)
    elif options:
        raise TypeError('options are those of batch, whose answer is given')
    if len(people) == 0 or len(answer) != len(people):
        raise FleksError(f'answer: has {len(answer)} rows, people has {len(people)}', 'bad_row', 'answer')
    pieces = _UNITS if 'weight' in people else 1
    weights = _weights(people) if pieces != 1 else numpy.ones(len(people), dtype='int64')
    if by is None:
        return pandas.DataFrame([_figures(answer, weights, pieces)], index=['all'], dtype=object)
    names = [by] if isinstance(by, str) else list(by)
    for name in names:
        if name not in people:
            raise FleksError(f'{name}: the column is missing', 'missing_fact', name)
    places = pandas.Series(range(len(people)))
    groups = places.groupby([people[name].to_numpy() for name in names], sort=True)
    figures = {key: _figures(answer.iloc[rows], weights[rows], pieces) for key, rows in groups.indices.items()}
    table = pandas.DataFrame(list(figures.values()), dtype=object)
    table.index = (pandas.Index(list(figures), name=names[0]) if len(names) == 1
                   else pandas.MultiIndex.from_tuples(list(figures), names=names))
    return table.sort_index()
