"""Pictures by matplotlib: what an hour is worth, and what a reform does. Colours that the colour-blind tell apart, and that
print in grey as different greys; axes with their units; Danish or English."""

from decimal import Decimal
from typing import Any, Callable, Dict, List, Optional, Sequence, Tuple

import matplotlib
import numpy
from matplotlib.figure import Figure

from .results import Hours

# Okabe and Ito's colours, each with a pattern of its own for print.
_BLUE, _ORANGE, _GREEN, _PURPLE, _SKY, _GREY = '#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9', '#999999'
_WORDS: Dict[str, Tuple[str, str]] = {
    'hours': ('timer om ugen', 'hours a week'),
    'kroner_month': ('kr. om måneden', 'DKK a month'),
    'in_hand': ('i hånden', 'in hand'),
    'kept': ('i hånden', 'in hand'),
    'saved': ('pension', 'pension'),
    'taper': ('fradrag i tilskuddet', 'taper of the subsidy'),
    'ceiling': ('lønloftet', 'the ceiling'),
    'tax': ('AM-bidrag og skat', 'AM-bidrag and tax'),
    'housing_benefit': ('boligsikring', 'housing benefit'),
    'an_hour_more': ('hvad en time mere giver', 'what an hour more gives'),
    'kinks': ('knæk', 'kinks'),
    'subsidy': ('fleksløntilskud, kr. om måneden', 'fleksløntilskud, DKK a month'),
    'citizens': ('borgermåneder', 'months of citizens'),
    'change': ('ændring af tilskuddet, kr. om måneden', 'change of the subsidy, DKK a month'),
    'winners': ('får mere', 'gain'),
    'losers': ('får mindre', 'lose'),
    'wage': ('timeløn, kr.', 'hourly wage, DKK'),
    'emtr': ('sammensat marginalprocent af en time mere', 'effective marginal tax rate of an hour more, per cent'),
}


def _say(word: str, language: str) -> str:
    return _WORDS[word][0 if language == 'da' else 1]


def _kroner(oere: Any) -> float:
    # A place on paper, not an amount.
    return float(oere) / 100


def _thousands(language: str) -> 'Callable[[float, int], str]':
    mark = '.' if language == 'da' else ','
    return lambda value, _: f'{value:,.0f}'.replace(',', mark)


def _axes(size: Tuple[float, float], x: str, y: str, language: str) -> Tuple[Any, Any]:
    figure = Figure(figsize=size, layout='constrained')
    axes = figure.subplots()
    axes.set_xlabel(x)
    axes.set_ylabel(y)
    axes.yaxis.set_major_formatter(_thousands(language))
    axes.spines[['top', 'right']].set_visible(False)
    axes.grid(axis='y', linewidth=0.4, color='#cccccc')
    axes.set_axisbelow(True)
    return figure, axes


def _saved(figure: Any, path: Optional[str]) -> Any:
    if path is not None:
        # The same picture is the same bytes.
        metadata: Optional[Dict[str, Any]] = {'Date': None} if path.endswith('.svg') else {'Software': None} if path.endswith('.png') else None
        with matplotlib.rc_context({'svg.hashsalt': 'fleks'}):
            figure.savefig(path, dpi=150, metadata=metadata)
    return figure


def hours(result: Hours, path: Optional[str] = None, *, language: str = 'da') -> Any:
    """Of each step of hours: what stays in hand and is saved, and who takes the rest, as stacked bars."""
    frame = result.frame().iloc[1:]
    figure, axes = _axes((9, 5), _say('hours', language), f'{_say("an_hour_more", language)}, {_say("kroner_month", language)}', language)
    tax = frame.extra_in_hand * 0
    for column in ('taken_am_contribution', 'taken_tax'):
        tax = tax + frame[column]
    parts: List[Tuple[str, Any, str, str]] = [
        ('kept', frame.extra_in_hand, _GREEN, ''), ('saved', frame.extra_pension_saved, _SKY, '..'),
        ('taper', frame.taken_taper, _BLUE, '//'), ('ceiling', frame.taken_ceiling, _PURPLE, 'xx'), ('tax', tax, _ORANGE, '\\\\'),
        ('housing_benefit', frame.taken_housing_benefit, _GREY, '--')]
    x = numpy.array([float(each) for each in frame.hours])
    width = 0.8 * (x[1] - x[0] if len(x) > 1 else 1)
    above, below = numpy.zeros(len(x)), numpy.zeros(len(x))
    for word, oere, colour, pattern in parts:
        heights = numpy.array([_kroner(each) for each in oere])
        if not heights.any():
            continue
        axes.bar(x, heights, width, bottom=numpy.where(heights >= 0, above, below), color=colour, hatch=pattern, edgecolor='white',
                 linewidth=0.3, label=_say(word, language))
        above += numpy.maximum(heights, 0)
        below += numpy.minimum(heights, 0)
    axes.axhline(0, color='black', linewidth=0.8)
    axes.legend(frameon=False, ncols=3, loc='upper center', bbox_to_anchor=(0.5, 1.15))
    return _saved(figure, path)


def budget(result: Hours, path: Optional[str] = None, *, language: str = 'da') -> Any:
    """The budget line: what is in hand at each number of hours, with the exact kinks marked."""
    rows = result.as_json()['rows']
    figure, axes = _axes((8, 5), _say('hours', language), f'{_say("in_hand", language)}, {_say("kroner_month", language)}', language)
    x, y = [float(Decimal(row['hours'])) for row in rows], [float(Decimal(row['in_hand'])) for row in rows]
    points, marked = dict(zip(x, y)), []
    jumps: Dict[float, float] = {}
    for kink in result.as_json()['kinks']:
        hours = float(_exact(kink['hours']))
        if not x[0] <= hours <= x[-1]:
            continue
        marked.append(hours)
        if hours in points:
            continue
        # From the row or kink before it, along the slope there.
        before = max(place for place in points if place < hours)
        points[hours] = points[before] + jumps.get(before, 0.0) + (hours - before) * float(kink['before'])
        jumps[hours] = float(kink['jump'] or 0)
    line = sorted(points.items())
    axes.plot([place for place, _ in line], [in_hand for _, in_hand in line], color=_BLUE, linewidth=1.8)
    axes.plot(marked, [points[hours] for hours in marked], 'o', color=_ORANGE, markeredgecolor='black', markersize=5, label=_say('kinks', language))
    axes.legend(frameon=False)
    return _saved(figure, path)


def _exact(hours_of_kink: str) -> Decimal:
    """Hours as a decimal number or a quotient, for a place on the axis."""
    numerator, _, denominator = str(hours_of_kink).partition('/')
    return Decimal(numerator) / Decimal(denominator or 1)


def distribution(oere: 'Sequence[int]', path: Optional[str] = None, *, weights: 'Optional[Sequence[float]]' = None, bins: int = 40,
                 language: str = 'da') -> Any:
    """How the subsidies of a population are spread; the amounts in whole øre."""
    figure, axes = _axes((8, 4.5), _say('subsidy', language), _say('citizens', language), language)
    axes.hist(numpy.asarray(oere) / 100, bins=bins, weights=weights, color=_BLUE, edgecolor='white', linewidth=0.3)
    axes.xaxis.set_major_formatter(_thousands(language))
    return _saved(figure, path)


def winners(before: 'Sequence[int]', after: 'Sequence[int]', path: Optional[str] = None, *, weights: 'Optional[Sequence[float]]' = None,
            bins: int = 40, language: str = 'da') -> Any:
    """Who gains and who loses: the change of each row's subsidy, whole øre before and after; no change is left out. With weights a row
    counts as often as its own says."""
    change = (numpy.asarray(after, dtype='int64') - numpy.asarray(before, dtype='int64'))
    weight = numpy.ones(len(change)) if weights is None else numpy.asarray(weights, dtype='float64')
    figure, axes = _axes((8, 4.5), _say('change', language), _say('citizens', language), language)
    edges = numpy.histogram_bin_edges(change / 100, bins=bins)
    for word, some, colour, pattern in (('winners', change > 0, _GREEN, ''), ('losers', change < 0, _ORANGE, '//')):
        if some.any():
            axes.hist(change[some] / 100, bins=edges, weights=weight[some], color=colour, hatch=pattern, edgecolor='white', linewidth=0.3,
                      label=f'{_say(word, language)}: {_thousands(language)(weight[some].sum(), 0)}')
    axes.axvline(0, color='black', linewidth=0.8)
    axes.xaxis.set_major_formatter(_thousands(language))
    if len(axes.get_legend_handles_labels()[0]):
        axes.legend(frameon=False, ncols=2, loc='upper center', bbox_to_anchor=(0.5, 1.12))
    return _saved(figure, path)


def emtr(curves: 'Dict[Decimal, Hours]', path: Optional[str] = None, *, language: str = 'da') -> Any:
    """The effective marginal tax rate of an hour more, over wage and hours: one ``fleks.hours`` for each hourly wage, all with the
    same hours. 100 per cent and more, where the hour does not pay, is the darkest."""
    wages = sorted(curves)
    steps = [row['hours'] for row in curves[wages[0]].as_json()['rows']][1:]
    rates = []
    for wage in wages:
        extras = [row['extra'] for row in curves[wage].as_json()['rows'][1:]]
        rates.append([float(100 - 100 * Decimal(extra['in_hand']) / Decimal(extra['gross_pay'])) for extra in extras])
    figure, axes = _axes((8, 5), _say('hours', language), _say('wage', language), language)
    x, y = numpy.array([float(Decimal(each)) for each in steps]), numpy.array([float(each) for each in wages])
    mesh = axes.pcolormesh(x, y, numpy.array(rates), cmap='cividis_r', vmin=0, vmax=100, shading='nearest')
    axes.grid(False)
    figure.colorbar(mesh, ax=axes, label=_say('emtr', language), extend='both')
    return _saved(figure, path)
