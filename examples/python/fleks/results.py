"""Results: the fields of the program's JSON as attributes, amounts as Decimal."""

import json
import re
from decimal import Decimal
from typing import Any, Dict, Iterator, List, Optional

_NUMBER = re.compile(r'-?\d+\.\d+|-?\d+')
# Texts that may look like numbers and are names.
_NAMES = frozenset(('id', 'employment', 'name', 'version', 'fact', 'rates', 'program', 'note', 'source', 'text', 'municipality', 'kept'))


def _value(key: str, value: Any) -> Any:
    if isinstance(value, dict):
        return Result(value)
    if isinstance(value, list):
        return [_value(key, each) for each in value]
    if isinstance(value, str) and key not in _NAMES and _NUMBER.fullmatch(value):
        return int(value) if key == 'year' else Decimal(value)
    return value


class Result:
    """An object of a result. Its members are attributes; what is unknown is None, never zero.

    >>> Result({'payout': '14772.00', 'public_atp': None}).payout
    Decimal('14772.00')
    """

    def __init__(self, members: Dict[str, Any]) -> None:
        self._json = members
        self._values: Dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        if name.startswith('_'):
            raise AttributeError(name)
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f'{name}: not in the result; it has {", ".join(self._json)}') from None

    def __getitem__(self, name: str) -> Any:
        if name not in self._values:
            self._values[name] = _value(name, self._json[name])
        return self._values[name]

    def __contains__(self, name: object) -> bool:
        return name in self._json

    def __iter__(self) -> Iterator[str]:
        return iter(self._json)

    def __dir__(self) -> List[str]:
        return [*super().__dir__(), *self._json]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Result) and self._json == other._json

    def __hash__(self) -> int:
        return hash(json.dumps(self._json, sort_keys=True))

    def __repr__(self) -> str:
        shown = ', '.join(f'{key}={self[key]!r}' for key in self if not isinstance(self._json[key], (dict, list)))
        return f'{type(self).__name__}({shown})'

    def as_json(self) -> Dict[str, Any]:
        """The members as the program writes them: amounts as decimal text."""
        return self._json


class Step(Result):
    """A step of a calculation: its rule, the sentence, the amount, where it stands and how sure that is."""

    rule: str
    name: str
    text: str
    amount: Decimal
    unit: str
    source: str
    status: str
    rests_on_choice: bool


class Told(Result):
    """The result of a task."""

    fleks: Result  #: ``program``, ``rates`` and ``format``: the versions

    @property
    def steps(self) -> List[Step]:
        """The steps in the order of calculation."""
        return [Step(each) for each in self._json.get('steps', [])]


class Month(Told):
    """A month's fleksløntilskud; amounts in kroner."""

    month: str
    wage_month: str
    wage: Decimal
    other_wage: Decimal
    daily_benefit: Decimal
    paid_hours: Optional[Decimal]
    base: Decimal
    threshold: Decimal
    taper: Decimal
    before_ceiling: Decimal
    normal_wage_ceiling: Optional[Decimal]
    ceiling_cut: Decimal
    holiday_cut: Decimal
    fleksloentilskud: Decimal
    own_atp: Decimal
    payout: Decimal
    public_atp: Optional[Decimal]
    obligatory_pension: Decimal
    total: Decimal
    has_right: bool


class Ledighedsydelse(Told):
    """A month's ledighedsydelse."""

    month: str
    base: Decimal
    daily_amount: Decimal
    payable_weekdays: Decimal
    part_base: Decimal
    income: Decimal
    offset: Decimal
    holiday_top_up: Decimal
    ledighedsydelse: Decimal
    own_atp: Decimal
    payout: Decimal
    public_atp: Decimal
    obligatory_pension: Decimal


class CeilingResult(Told):
    """A normal-wage ceiling from its parts."""

    normal_wage_ceiling: Decimal


class Holiday(Told):
    """Holiday earned in a period of employment."""

    days_earned: Decimal
    qualifying_pay: Decimal
    holiday_allowance: Optional[Decimal]
    holiday_supplement: Optional[Decimal]
    per_day: Optional[Decimal]
    great_prayer_day_supplement: Decimal


class SelfEmployed(Told):
    """A year's grant to a self-employed person."""

    maximum: Decimal
    reduction: Decimal
    grant: Decimal


class Tax(Told):
    """AM-bidrag and income tax of a year."""

    am_contribution: Decimal
    tax: Decimal
    total: Decimal
    personal_income: Decimal


class Audit(Told):
    """Whether what was paid is right, and which mistake gives it."""

    month: str
    due: Decimal
    paid: Decimal
    difference: Decimal
    verdict: str
    explanations: List[Result]


class Hours(Told):
    """What each extra hour is worth: rows, kinks and summary."""

    rows: List[Result]
    kinks: List[Result]
    summary: Result

    def frame(self) -> Any:
        """The rows as a pandas DataFrame, amounts as whole øre (int64), hours as text of a decimal number.

        The change from the row before is in the columns that begin with ``extra_`` (0 in the first row), and who takes it in
        ``taken_``.
        """
        import pandas
        rows = []
        for row in self._json['rows']:
            flat: Dict[str, Any] = {key: value for key, value in row.items() if not isinstance(value, (dict, type(None)))}
            extra = row.get('extra') or {}
            for key, value in extra.items():
                if key == 'taken':
                    flat.update({f'taken_{who}': amount for who, amount in value.items()})
                else:
                    flat[f'extra_{key}'] = value
            rows.append(flat)
        frame = pandas.DataFrame(rows)
        for column in frame.columns:
            if column in ('hours', 'paid_hours', 'intensity'):
                frame[column] = frame[column].map(Decimal)
            elif column != 'extra_verdict':
                frame[column] = frame[column].fillna('0').map(lambda text: int(Decimal(text).scaleb(2))).astype('int64')
        return frame


class Measures(Result):
    """What the literature measures of a job's pay, in per cent; each share lost in all (``total``) and by who takes it."""

    emtr_hour: Optional[Result]
    emtr_krone: Optional[Result]
    ptr: Optional[Result]
    replacement_rate: Optional[Decimal]


class Case(Told):
    """A case month by month."""

    months: List[Result]


class Correction(Told):
    """The correction of a case's past."""

    total: Decimal
    months: List[Result]


class Ledger(Told):
    """A case in the municipality's ledger, month by month."""

    months: List[Result]


class Effort(Told):
    """What an effort for a group gives and costs, and when it pays."""

    years: List[Result]
    break_even: Result


class Verification(Result):
    """What became of a kept result."""

    same: bool
    changed: List[str]
    rates: List[Result]
    differences: List[Result]
    by_own_rates: Optional[str]
