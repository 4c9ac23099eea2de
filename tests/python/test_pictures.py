"""Pictures: drawn of every kind in both languages, the same bytes each time, and axes that say their units."""

from decimal import Decimal

import fleks
import numpy
import pytest
from fleks import pictures


@pytest.fixture(scope='module')
def curve():
    return fleks.hours(2025, 200, municipality='Aarhus', rent=6000, end=20)


@pytest.mark.parametrize('language, unit', [('da', 'kr. om måneden'), ('en', 'DKK a month')])
def test_axes_say_what_they_are(curve, language, unit):
    draw = numpy.random.default_rng(1)
    wages = draw.integers(200_000, 2_500_000, 500)
    before = fleks.batch({'am_income': wages}, '2024-03').fleksloentilskud
    after = fleks.batch({'am_income': wages}, '2025-03').fleksloentilskud
    for figure in (pictures.hours(curve, language=language), pictures.budget(curve, language=language)):
        axes = figure.axes[0]
        assert unit in axes.get_ylabel() and axes.get_xlabel() and axes.get_legend() is not None
    for figure in (pictures.distribution(before, language=language), pictures.winners(before, after, language=language)):
        assert unit in figure.axes[0].get_xlabel() and figure.axes[0].get_ylabel()
    assert pictures.winners(before, before, language=language).axes[0].get_legend() is None
    weighted = pictures.winners([100, 100, 100], [200, 300, 0], weights=[2, 1, 4], language=language).axes[0]
    assert [each.get_text().split(': ')[1] for each in weighted.get_legend().get_texts()] == ['3', '4']
    assert sum(bar.get_height() for bar in weighted.patches) == 7


def test_the_budget_line_turns_at_its_kinks_and_not_at_the_hours_beside_them():
    facts = {'year': 2025, 'hourly_wage': 200, 'municipality': 'Aarhus'}
    curve = fleks.hours(**facts, end=25)
    ceiling = next(kink for kink in curve.kinks if kink.cause == 'ceiling_reached')
    line, kinks = pictures.budget(curve).axes[0].lines
    top = max(zip(line.get_ydata(), line.get_xdata()))
    assert top[1] == pytest.approx(float(ceiling.hours_decimal), abs=0.001) and top[1] in kinks.get_xdata()
    close = fleks.hours(**facts, start=18, end=20, step='0.01')
    assert top[0] == pytest.approx(float(max(row.in_hand for row in close.rows)), abs=1)


def test_the_bars_of_an_hour_are_its_amounts(curve):
    figure = pictures.hours(curve)
    heights = sum(patch.get_height() for patch in figure.axes[0].patches)
    extras = [row.extra for row in curve.rows[1:]]
    wanted = sum(extra.gross_pay + extra.employer_pension + extra.added for extra in extras)
    assert heights == pytest.approx(float(wanted))


def test_the_map_is_the_share_that_an_hour_does_not_leave():
    curves = {Decimal(wage): fleks.hours(2025, wage, municipality='Aarhus', end=12) for wage in (150, 200)}
    mesh = pictures.emtr(curves).axes[0].collections[0].get_array()
    first = curves[Decimal(150)].rows[1].extra
    assert mesh.ravel()[0] == pytest.approx(float(100 - 100 * first.in_hand / first.gross_pay))


@pytest.mark.parametrize('ending', ['svg', 'png', 'pdf'])
def test_a_picture_is_a_file(curve, tmp_path, ending):
    files = [tmp_path / f'{name}.{ending}' for name in 'ab']
    for path in files:
        pictures.budget(curve, str(path))
    assert files[0].stat().st_size > 1000
    if ending != 'pdf':
        assert files[0].read_bytes() == files[1].read_bytes()
