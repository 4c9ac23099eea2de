"""The tasks: facts by their names in, the fields of the program's JSON out."""

import ctypes
import json
import pathlib
from typing import Any, Dict, List, Mapping, NamedTuple, Optional, Sequence, Tuple, Type, TypeVar, Union

from . import _interface as c
from .errors import FleksError
from .library import FORMS, PUBLISHED, Rates, language_number, lib, new, new_error, raised, taken
from .results import (Audit, Case, CeilingResult, Correction, Effort, Holiday, Hours, Ledger, Ledighedsydelse, Measures, Month, SelfEmployed,
                      Tax, Told, Verification)
from .values import Date, Kroner, Month as MonthValue, Number, date_number, kroner_or_share, month_number, scaled

R = TypeVar('R', bound=Told)

_STATED_BY = {'employer': c.FLEKS_BY_EMPLOYER, 'computed': c.FLEKS_COMPUTED, 'agreement-table': c.FLEKS_BY_AGREEMENT_TABLE}
_CLASSES = {'full': c.FLEKS_CLASS_FULL, 'low_provider': c.FLEKS_CLASS_LOW_PROVIDER, 'low_nonprovider': c.FLEKS_CLASS_LOW_NONPROVIDER}
_KINDS = {'pay': c.FLEKS_HOLIDAY_PAY, 'allowance': c.FLEKS_HOLIDAY_ALLOWANCE}
_OWN_ATP = {'excluded': 0, 'counted': 1}
_RATES_OF = {'subsidy-month': 0, 'wage-month': 1}
_OTHER_WAGE = {'by-law': 0, 'included': 1, 'excluded': 2}
_UNDER_CEILING = _OTHER_WAGE
_HOLIDAY_DAYS = {'by-law': 0, 'benefit-deducted': 1, 'holiday-month': 2, 'month-after': 3}
_OWN_ATP_OF = {'paid-subsidy': 0, 'before-ceiling': 1}
_ATP_CONTRIBUTION = {'A': 0, 'C': 1, 'D': 2, 'E': 3, 'F': 4}
_FIRST_MONTH = {'own-wage': 0, 'no-deduction': 1, 'no-subsidy': 2}
_ROUND_TO = {'by-law': 0, 'krone': 1, 'oere': 2}


class Ceiling(NamedTuple):
    """A normal-wage ceiling (lønloft): stated (``amount``), or from the full-time pay an hour or a month and its parts.

    Stated by the ``employer``, ``computed``, or of an ``agreement-table``; unsaid it is the first for an amount, else the second.
    """

    amount: Optional[Kroner] = None
    hourly: Optional[Kroner] = None
    monthly_base: Optional[Kroner] = None
    supplements: Kroner = 0
    bonus: Kroner = 0
    pension: Number = 0
    holiday_supplement: Kroner = 0
    stated_by: Optional[str] = None


def _choice(field: str, value: str, choices: Dict[str, int]) -> int:
    if value not in choices:
        raise FleksError(f'{field}: "{value}" is not one of {", ".join(choices)}', 'no_such_choice', field, str(value))
    return choices[value]


def _only_one(facts: 'Dict[str, Any]') -> Tuple[str, Any]:
    given = [(name, value) for name, value in facts.items() if value is not None]
    if len(given) != 1:
        code = 'exclusive_facts' if given else 'missing_fact'
        names = ', '.join(facts)
        raise FleksError(f'{next(iter(facts))}: exactly one of {names} is to be given', code, given[1][0] if given else next(iter(facts)))
    return given[0]


def _ceiling(into: Any, ceiling: Union[None, Kroner, Ceiling]) -> None:
    if ceiling is None:
        return
    if not isinstance(ceiling, Ceiling):
        ceiling = Ceiling(amount=ceiling)
    form, amount = _only_one({'ceiling': ceiling.amount, 'ceiling_hourly': ceiling.hourly, 'ceiling_monthly_base': ceiling.monthly_base})
    into.form = {'ceiling': c.FLEKS_CEILING_STATED, 'ceiling_hourly': c.FLEKS_CEILING_FROM_HOURLY,
                 'ceiling_monthly_base': c.FLEKS_CEILING_FROM_MONTHLY}[form]
    into.amount = scaled(form, amount, 2)
    stated_by = ceiling.stated_by or ('employer' if form == 'ceiling' else 'computed')
    into.stated_by = _choice('ceiling_stated_by', stated_by, _STATED_BY)
    into.supplements = scaled('ceiling_supplements', ceiling.supplements, 2)
    into.fixed_bonus = scaled('ceiling_bonus', ceiling.bonus, 2)
    into.employer_pension = scaled('ceiling_pension', ceiling.pension, 4)
    into.holiday_supplement = scaled('ceiling_holiday_supplement', ceiling.holiday_supplement, 2)


def options_struct(own_atp: str = 'excluded', rates_of: str = 'subsidy-month', other_wage_under_ceiling: str = 'by-law',
                   round_to: str = 'by-law', benefits_under_ceiling: str = 'by-law', care_income_under_ceiling: str = 'by-law',
                   holiday_days_of: str = 'by-law', own_atp_of: str = 'paid-subsidy', atp_contribution: str = 'A',
                   first_month: str = 'own-wage') -> Any:
    options = new(c.fleks_options)
    options.own_atp = _choice('own_atp', own_atp, _OWN_ATP)
    options.rates_of = _choice('rates_of', rates_of, _RATES_OF)
    options.other_wage_under_ceiling = _choice('other_wage_under_ceiling', other_wage_under_ceiling, _OTHER_WAGE)
    options.round_to = _choice('round_to', round_to, _ROUND_TO)
    options.benefits_under_ceiling = _choice('benefits_under_ceiling', benefits_under_ceiling, _UNDER_CEILING)
    options.care_income_under_ceiling = _choice('care_income_under_ceiling', care_income_under_ceiling, _UNDER_CEILING)
    options.holiday_days_of = _choice('holiday_days_of', holiday_days_of, _HOLIDAY_DAYS)
    options.own_atp_of = _choice('own_atp_of', own_atp_of, _OWN_ATP_OF)
    options.atp_contribution = _choice('atp_contribution', atp_contribution, _ATP_CONTRIBUTION)
    options.first_month = _choice('first_month', first_month, _FIRST_MONTH)
    return options


def _told(kind: Type[R], function: str, facts: Any, options: Any, rates: Optional[Rates], language: str, *more: Any) -> R:
    error = new_error(language)
    text = getattr(lib, function)((rates or PUBLISHED).handle, ctypes.byref(facts), ctypes.byref(options) if options is not None else None,
                                  *more, c.FLEKS_JSON, language_number(language), ctypes.byref(error))
    return kind(json.loads(taken(text, error)))


def _month_facts(month: MonthValue, *, am_income: Optional[Kroner], monthly_wage: Optional[Kroner], hourly_wage: Optional[Kroner],
                 weekly_hours: Optional[Number], intensity: Optional[Number], wage_month: Optional[MonthValue],
                 paid_hours: Optional[Number], own_pension: Kroner, employer_pension: Kroner, ceiling: Union[None, Kroner, Ceiling],
                 employed_from: Optional[Date], employed_to: Optional[Date], ledighedsydelse_days: Number, job_from: Optional[Date],
                 job_to: Optional[Date], expected: bool, ledighedsydelse: Optional[Kroner], **amounts: Kroner) -> Any:
    facts = new(c.fleks_month_facts)
    facts.month = month_number('month', month)
    if wage_month is not None:
        facts.wage_month = month_number('wage_month', wage_month)
    form, pay = _only_one({'am_income': am_income, 'monthly_wage': monthly_wage, 'hourly_wage': hourly_wage})
    facts.pay_form = {'am_income': c.FLEKS_PAY_AM_INCOME, 'monthly_wage': c.FLEKS_PAY_MONTHLY, 'hourly_wage': c.FLEKS_PAY_HOURLY}[form]
    facts.pay = scaled(form, pay, 2)
    if weekly_hours is not None:
        facts.weekly_hours = scaled('weekly_hours', weekly_hours, 4)
    elif form == 'hourly_wage':
        raise FleksError('weekly_hours: is missing', 'missing_fact', 'weekly_hours')
    if intensity is not None:
        facts.intensity = scaled('intensity', intensity, 4)
    if paid_hours is not None:
        facts.paid_hours_known, facts.paid_hours = 1, scaled('paid_hours', paid_hours, 4)
    facts.own_pension, facts.own_pension_share = kroner_or_share('own_pension', own_pension)
    facts.employer_pension, facts.employer_pension_share = kroner_or_share('employer_pension', employer_pension)
    facts.ledighedsydelse_days = scaled('ledighedsydelse_days', ledighedsydelse_days, 4)
    if employed_from is not None:
        facts.employed_from = date_number('employed_from', employed_from)
    if employed_to is not None:
        facts.employed_to = date_number('employed_to', employed_to)
    if job_from is not None:
        facts.job_from = date_number('job_from', job_from)
    if job_to is not None:
        facts.job_to = date_number('job_to', job_to)
    facts.wage_expected = int(expected)
    if ledighedsydelse is not None:
        facts.ledighedsydelse_known, facts.ledighedsydelse = 1, scaled('ledighedsydelse', ledighedsydelse, 2)
    for name, amount in amounts.items():
        setattr(facts, name, scaled(name, amount, 2))
    _ceiling(facts.ceiling, ceiling)
    return facts


def month(month: MonthValue, *, am_income: Optional[Kroner] = None, monthly_wage: Optional[Kroner] = None,
          hourly_wage: Optional[Kroner] = None, weekly_hours: Optional[Number] = None, intensity: Optional[Number] = None,
          wage_month: Optional[MonthValue] = None, paid_hours: Optional[Number] = None, own_pension: Kroner = 0,
          employer_pension: Kroner = 0, ceiling: Union[None, Kroner, Ceiling] = None, employed_from: Optional[Date] = None,
          employed_to: Optional[Date] = None, ledighedsydelse_days: Number = 0, benefits_in_kind: Kroner = 0,
          holiday_supplement: Kroner = 0, other_wage: Kroner = 0, care_income: Kroner = 0, daily_benefit: Kroner = 0,
          unclaimed_benefit: Kroner = 0, ledighedsydelse: Optional[Kroner] = None, job_from: Optional[Date] = None,
          job_to: Optional[Date] = None, expected: bool = False, own_atp: str = 'excluded', rates_of: str = 'subsidy-month',
          other_wage_under_ceiling: str = 'by-law', round_to: str = 'by-law', benefits_under_ceiling: str = 'by-law',
          care_income_under_ceiling: str = 'by-law', holiday_days_of: str = 'by-law', own_atp_of: str = 'paid-subsidy',
          atp_contribution: str = 'A', first_month: str = 'own-wage', rates: Optional[Rates] = None, language: str = 'da') -> Month:
    """One month's fleksløntilskud (FLT-1 to FLT-19); the pay in exactly one of three forms, pensions in kroner or as ``'8%'``.

    >>> m = month('2024-03', am_income='15600', ceiling='32067')
    >>> m.fleksloentilskud, m.payout, m.public_atp
    (Decimal('15272.00'), Decimal('14772.00'), None)
    >>> [step.rule for step in m.steps][:2]
    ['FLT-2', 'FLT-5']
    """
    facts = _month_facts(month, am_income=am_income, monthly_wage=monthly_wage, hourly_wage=hourly_wage, weekly_hours=weekly_hours,
                         intensity=intensity, wage_month=wage_month, paid_hours=paid_hours, own_pension=own_pension,
                         employer_pension=employer_pension, ceiling=ceiling, employed_from=employed_from, employed_to=employed_to,
                         ledighedsydelse_days=ledighedsydelse_days, benefits_in_kind=benefits_in_kind,
                         holiday_supplement=holiday_supplement, other_wage=other_wage, care_income=care_income,
                         daily_benefit=daily_benefit, unclaimed_benefit=unclaimed_benefit, ledighedsydelse=ledighedsydelse,
                         job_from=job_from, job_to=job_to, expected=expected)
    options = options_struct(own_atp, rates_of, other_wage_under_ceiling, round_to, benefits_under_ceiling, care_income_under_ceiling,
                             holiday_days_of, own_atp_of, atp_contribution, first_month)
    return _told(Month, 'fleks_month_in_words', facts, options, rates, language)


def audit(month: MonthValue, paid: Kroner, *, am_income: Optional[Kroner] = None, monthly_wage: Optional[Kroner] = None,
          hourly_wage: Optional[Kroner] = None, weekly_hours: Optional[Number] = None, intensity: Optional[Number] = None,
          wage_month: Optional[MonthValue] = None, paid_hours: Optional[Number] = None, own_pension: Kroner = 0,
          employer_pension: Kroner = 0, ceiling: Union[None, Kroner, Ceiling] = None, employed_from: Optional[Date] = None,
          employed_to: Optional[Date] = None, ledighedsydelse_days: Number = 0, benefits_in_kind: Kroner = 0,
          holiday_supplement: Kroner = 0, other_wage: Kroner = 0, care_income: Kroner = 0, daily_benefit: Kroner = 0,
          unclaimed_benefit: Kroner = 0, ledighedsydelse: Optional[Kroner] = None, job_from: Optional[Date] = None,
          job_to: Optional[Date] = None, expected: bool = False, wage_of_same_month: Optional[Kroner] = None,
          wage_two_months_before: Optional[Kroner] = None, holiday_allowance: Kroner = 0, own_atp: str = 'excluded',
          rates_of: str = 'subsidy-month', other_wage_under_ceiling: str = 'by-law', round_to: str = 'by-law',
          benefits_under_ceiling: str = 'by-law', care_income_under_ceiling: str = 'by-law', holiday_days_of: str = 'by-law',
          own_atp_of: str = 'paid-subsidy', atp_contribution: str = 'A', first_month: str = 'own-wage', rates: Optional[Rates] = None, language: str = 'da') -> Audit:
    """Whether what was paid for a month is right, and if not, which known mistake gives it.

    >>> a = audit('2024-03', '15632', am_income='14400', employer_pension='1200', ceiling='32067')
    >>> a.verdict, a.difference, a.explanations[0].misreadings
    ('wrong', Decimal('-360.00'), ['employer_pension_left_out_of_wage'])
    """
    of_month = _month_facts(month, am_income=am_income, monthly_wage=monthly_wage, hourly_wage=hourly_wage, weekly_hours=weekly_hours,
                            intensity=intensity, wage_month=wage_month, paid_hours=paid_hours, own_pension=own_pension,
                            employer_pension=employer_pension, ceiling=ceiling, employed_from=employed_from, employed_to=employed_to,
                            ledighedsydelse_days=ledighedsydelse_days, benefits_in_kind=benefits_in_kind,
                            holiday_supplement=holiday_supplement, other_wage=other_wage, care_income=care_income,
                            daily_benefit=daily_benefit, unclaimed_benefit=unclaimed_benefit, ledighedsydelse=ledighedsydelse,
                            job_from=job_from, job_to=job_to, expected=expected)
    facts = new(c.fleks_audit_facts)
    facts.month = ctypes.addressof(of_month)
    facts.paid = scaled('paid', paid, 2)
    if wage_of_same_month is not None:
        facts.pay_of_same_month_known, facts.pay_of_same_month = 1, scaled('wage_of_same_month', wage_of_same_month, 2)
    if wage_two_months_before is not None:
        facts.pay_of_two_months_before_known = 1
        facts.pay_of_two_months_before = scaled('wage_two_months_before', wage_two_months_before, 2)
    facts.holiday_allowance = scaled('holiday_allowance', holiday_allowance, 2)
    options = options_struct(own_atp, rates_of, other_wage_under_ceiling, round_to, benefits_under_ceiling, care_income_under_ceiling,
                             holiday_days_of, own_atp_of, atp_contribution, first_month)
    return _told(Audit, 'fleks_audit_in_words', facts, options, rates, language)


def ledighedsydelse(month: MonthValue, benefit_class: str, *, provider: bool = False, am_income: Kroner = 0, own_pension: Kroner = 0,
                    employer_pension: Kroner = 0, replacing_income: Kroner = 0, paid_out_holiday_allowance: Kroner = 0,
                    self_employed_hours: Number = 0, entitled_weekdays: Optional[Number] = None, sanction_days: Number = 0,
                    untaken_holiday_days: Number = 0, holiday_days: Number = 0, holiday_pay_per_day: Kroner = 0,
                    rates: Optional[Rates] = None, language: str = 'da') -> Ledighedsydelse:
    """One month's ledighedsydelse and its offsets; the class is ``full``, ``low_provider`` or ``low_nonprovider``.

    >>> ledighedsydelse('2022-05', 'full', am_income='3000').ledighedsydelse
    Decimal('16322.00')
    """
    facts = new(c.fleks_ledighedsydelse_facts)
    facts.month = month_number('month', month)
    facts.benefit_class = _choice('class', benefit_class, _CLASSES)
    facts.provider = int(provider)
    if entitled_weekdays is not None:
        facts.entitled_weekdays_known, facts.entitled_weekdays = 1, scaled('entitled_weekdays', entitled_weekdays, 4)
    amounts = {'am_income': am_income, 'own_pension': own_pension, 'employer_pension': employer_pension,
               'replacing_income': replacing_income, 'paid_out_holiday_allowance': paid_out_holiday_allowance,
               'holiday_pay_per_day': holiday_pay_per_day}
    for name, amount in amounts.items():
        setattr(facts, name, scaled(name, amount, 2))
    numbers = {'self_employed_hours': self_employed_hours, 'sanction_days': sanction_days,
               'untaken_holiday_days': untaken_holiday_days, 'holiday_days': holiday_days}
    for name, number in numbers.items():
        setattr(facts, name, scaled(name, number, 4))
    return _told(Ledighedsydelse, 'fleks_ledighedsydelse_in_words', facts, None, rates, language)


def ceiling(*, hourly: Optional[Kroner] = None, monthly_base: Optional[Kroner] = None, supplements: Kroner = 0, bonus: Kroner = 0,
            pension: Number = 0, holiday_supplement: Kroner = 0, date: Date = '2024-01-01', rates: Optional[Rates] = None,
            language: str = 'da') -> CeilingResult:
    """The normal-wage ceiling from its parts.

    >>> ceiling(hourly='200', pension='8').normal_wage_ceiling
    Decimal('34632.00')
    """
    facts = new(c.fleks_ceiling_facts)
    facts.date = date_number('date', date)
    _ceiling(facts.ceiling, Ceiling(None, hourly, monthly_base, supplements, bonus, pension, holiday_supplement))
    return _told(CeilingResult, 'fleks_ceiling_from_parts_in_words', facts, None, rates, language)


def holiday(start: Date, end: Date, *, monthly_pay: Kroner, kind: str, employer_pension: Kroner = 0, rates: Optional[Rates] = None,
            language: str = 'da') -> Holiday:
    """Holiday earned from ``start`` to ``end``, both counted; the kind is ``pay`` or ``allowance``.

    >>> h = holiday('2024-09-01', '2025-08-31', monthly_pay=12000, kind='allowance')
    >>> h.days_earned, h.holiday_allowance
    (Decimal('25'), Decimal('18000.00'))
    """
    facts = new(c.fleks_holiday_facts)
    setattr(facts, 'from', date_number('from', start))
    facts.to = date_number('to', end)
    facts.kind = _choice('kind', kind, _KINDS)
    facts.monthly_pay = scaled('monthly_pay', monthly_pay, 2)
    facts.employer_pension = scaled('employer_pension', employer_pension, 2)
    return _told(Holiday, 'fleks_holiday_in_words', facts, None, rates, language)


def self_employed(year: int, income: Kroner, *, rates: Optional[Rates] = None, language: str = 'da') -> SelfEmployed:
    """The year's grant to a self-employed person.

    >>> self_employed(2019, 48000).grant
    Decimal('126806.00')
    """
    facts = new(c.fleks_self_employed_facts)
    facts.year, facts.income = year, scaled('income', income, 2)
    return _told(SelfEmployed, 'fleks_self_employed_in_words', facts, None, rates, language)


def _local_tax(facts: Any, municipality: Optional[str], municipal_tax: Optional[Number], church_tax: Optional[Number],
               church: bool) -> None:
    if municipality is not None:
        facts.municipality = municipality.encode('utf-8')
    if municipal_tax is not None:
        facts.municipal_tax = scaled('municipal_tax', municipal_tax, 4)
    if church_tax is not None:
        facts.church_tax = scaled('church_tax', church_tax, 4)
    facts.church = int(church)


def tax(year: int, pay: Kroner, *, own_pension: Kroner = 0, own_atp: Kroner = 0, employer_pension: Kroner = 0,
        employer_atp: Kroner = 0, without_am: Kroner = 0, municipality: Optional[str] = None, municipal_tax: Optional[Number] = None,
        church_tax: Optional[Number] = None, church: bool = False, single_parent: bool = False, rates: Optional[Rates] = None,
        language: str = 'da') -> Tax:
    """AM-bidrag and income tax of a year; ``without_am`` are subsidy and benefits after own ATP.

    >>> tax(2021, 120000, municipal_tax='23.8').total
    Decimal('29434.00')
    """
    facts = new(c.fleks_tax_facts)
    facts.year = year
    facts.single_parent = int(single_parent)
    amounts = {'pay': pay, 'own_pension': own_pension, 'own_atp': own_atp, 'employer_pension': employer_pension,
               'employer_atp': employer_atp, 'without_am': without_am}
    for name, amount in amounts.items():
        setattr(facts, name, scaled(name, amount, 2))
    _local_tax(facts, municipality, municipal_tax, church_tax, church)
    return _told(Tax, 'fleks_tax_in_words', facts, None, rates, language)


def _citizen(year: int, hourly_wage: Kroner, own_pension: Number, employer_pension: Number, ceiling: Union[None, Kroner, Ceiling],
             intensity: Optional[Number], benefit_class: str, municipality: Optional[str], municipal_tax: Optional[Number],
             church_tax: Optional[Number], church: bool, children: int, single_parent: bool, rent: Optional[Kroner]) -> Any:
    citizen = new(c.fleks_citizen)
    citizen.year = year
    citizen.hourly_wage = scaled('hourly_wage', hourly_wage, 2)
    citizen.own_pension = scaled('own_pension', own_pension, 4)
    citizen.employer_pension = scaled('employer_pension', employer_pension, 4)
    citizen.benefit_class = _choice('class', benefit_class, _CLASSES)
    if intensity is not None:
        citizen.intensity = scaled('intensity', intensity, 4)
    if rent is not None:
        citizen.rent_known, citizen.rent = 1, scaled('rent', rent, 2)
    citizen.children, citizen.single_parent = children, int(single_parent)
    _ceiling(citizen.ceiling, ceiling)
    _local_tax(citizen, municipality, municipal_tax, church_tax, church)
    return citizen


def hours(year: int, hourly_wage: Kroner, *, own_pension: Number = 0, employer_pension: Number = 0,
          ceiling: Union[None, Kroner, Ceiling] = None, intensity: Optional[Number] = None, start: Number = 1, end: Number = 37,
          step: Number = 1, benefit_class: str = 'full', municipality: Optional[str] = None, municipal_tax: Optional[Number] = None,
          church_tax: Optional[Number] = None, church: bool = False, children: int = 0, single_parent: bool = False,
          rent: Optional[Kroner] = None, hardly: Optional[Number] = None, own_atp: str = 'excluded', rates: Optional[Rates] = None,
          language: str = 'da') -> Hours:
    """What each extra hour a week is worth from ``start`` to ``end``, and where that changes; pensions are percentages.

    >>> h = hours(2024, '120', municipal_tax=25, own_atp='counted')
    >>> h.rows[0].in_hand > h.rows[-1].in_hand
    True
    """
    citizen = _citizen(year, hourly_wage, own_pension, employer_pension, ceiling, intensity, benefit_class, municipality, municipal_tax,
                       church_tax, church, children, single_parent, rent)
    asked = new(c.fleks_hours_asked)
    setattr(asked, 'from', scaled('from', start, 4))
    asked.to, asked.step = scaled('to', end, 4), scaled('step', step, 4)
    if hardly is not None:
        asked.hardly_below = scaled('hardly', hardly, 4)
    return _told(Hours, 'fleks_hours_in_words', citizen, options_struct(own_atp), rates, language, ctypes.byref(asked))


_LOST = ('total', 'taper', 'ceiling', 'am_contribution', 'tax', 'housing_benefit', 'ledighedsydelse', 'saved')


def _share(hundredths: int) -> Optional[str]:
    if hundredths == c.FLEKS_NO_MEASURE:
        return None
    return f'{"-" if hundredths < 0 else ""}{abs(hundredths) // 100}.{abs(hundredths) % 100:02}'


def measures(year: int, hourly_wage: Kroner, hours: Number, *, own_pension: Number = 0, employer_pension: Number = 0,
             ceiling: Union[None, Kroner, Ceiling] = None, intensity: Optional[Number] = None, benefit_class: str = 'full',
             municipality: Optional[str] = None, municipal_tax: Optional[Number] = None, church_tax: Optional[Number] = None,
             church: bool = False, children: int = 0, single_parent: bool = False, rent: Optional[Kroner] = None,
             own_atp: str = 'excluded', rates: Optional[Rates] = None, language: str = 'da') -> Measures:
    """What the literature measures of a job at so many hours a week, in per cent: EMTR of an hour and of a krone more, by who takes
    it, PTR from ledighedsydelse to the job, and the replacement rate. ``None`` where one has no meaning.

    >>> m = measures(2024, '200', 10, municipal_tax=25)
    >>> m.emtr_hour.total, m.emtr_hour.taper, m.ptr.total, m.replacement_rate
    (Decimal('58.28'), Decimal('30.00'), Decimal('48.13'), Decimal('74.15'))
    """
    citizen = _citizen(year, hourly_wage, own_pension, employer_pension, ceiling, intensity, benefit_class, municipality, municipal_tax,
                       church_tax, church, children, single_parent, rent)
    found, error = new(c.fleks_pay_measures), new_error(language)
    if lib.fleks_measures((rates or PUBLISHED).handle, ctypes.byref(citizen), ctypes.byref(options_struct(own_atp)),
                          scaled('hours', hours, 4), ctypes.byref(found), ctypes.byref(error)) != c.FLEKS_OK:
        raise raised(error)
    told: Dict[str, Any] = {'replacement_rate': _share(found.replacement_rate)}
    for name in ('emtr_hour', 'emtr_krone', 'ptr'):
        parts = {part: _share(getattr(found, name if part == 'total' else f'{name}_{part}')) for part in _LOST}
        told[name] = None if parts['total'] is None else parts
    return Measures(told)


CaseFile = Union[str, pathlib.Path, Dict[str, Any]]


def _case_text(case: CaseFile) -> bytes:
    if isinstance(case, dict):
        return json.dumps(case, ensure_ascii=False).encode('utf-8')
    if isinstance(case, pathlib.Path):
        return case.read_bytes()
    return case.encode('utf-8')


def case(case: CaseFile, *, as_of: Optional[Date] = None, first: Optional[MonthValue] = None, last: Optional[MonthValue] = None,
         rates: Optional[Rates] = None, language: str = 'da') -> Case:
    """A citizen's case month by month: the case file as a path, as JSON text, or as its data."""
    asked = new(c.fleks_case_asked)
    if as_of is not None:
        asked.as_of = date_number('as_of', as_of)
    if first is not None:
        asked.first = month_number('first', first)
    if last is not None:
        asked.last = month_number('last', last)
    data, error = _case_text(case), new_error(language)
    text = lib.fleks_case_statement((rates or PUBLISHED).handle, data, len(data), ctypes.byref(asked), c.FLEKS_JSON,
                                    language_number(language), ctypes.byref(error))
    return Case(json.loads(taken(text, error)))


def correction(case: CaseFile, from_month: MonthValue, *, as_of: Optional[Date] = None, rates: Optional[Rates] = None,
               language: str = 'da') -> Correction:
    """The correction (efterregulering) of a case's past from a month on: paid, due and difference."""
    data, error = _case_text(case), new_error(language)
    text = lib.fleks_case_correction((rates or PUBLISHED).handle, data, len(data), month_number('from_month', from_month),
                                     0 if as_of is None else date_number('as_of', as_of), c.FLEKS_JSON, language_number(language),
                                     ctypes.byref(error))
    return Correction(json.loads(taken(text, error)))


def letter(case: CaseFile, month: MonthValue, *, as_of: Optional[Date] = None, form: str = 'text', rates: Optional[Rates] = None,
           language: str = 'da') -> str:
    """The letter to the citizen about a month, as ``text`` or ``html``."""
    data, error = _case_text(case), new_error(language)
    text = lib.fleks_case_letter((rates or PUBLISHED).handle, data, len(data), month_number('month', month),
                                 0 if as_of is None else date_number('as_of', as_of), _choice('form', form, FORMS),
                                 language_number(language), ctypes.byref(error))
    return taken(text, error)


def record(case: CaseFile, *, correct_from: Optional[MonthValue] = None, as_of: Optional[Date] = None, rates: Optional[Rates] = None,
           language: str = 'da') -> str:
    """The decision record of a case, to be kept for years: one line of JSON with the case, the rates used, the steps, the result and the
    SHA-256 of each. Of its statement, or with ``correct_from`` of its correction from that month."""
    asked = new(c.fleks_case_asked)
    if as_of is not None:
        asked.as_of = date_number('as_of', as_of)
    data, error = _case_text(case), new_error(language)
    text = lib.fleks_case_record((rates or PUBLISHED).handle, data, len(data), ctypes.byref(asked),
                                 0 if correct_from is None else month_number('correct_from', correct_from), language_number(language),
                                 ctypes.byref(error))
    return taken(text, error)


def verify(record: str, *, rates: Optional[Rates] = None, language: str = 'da') -> Verification:
    """A decision record of any task, or a result that the program printed with ``--format json``, computed again: the same, or what makes
    the difference."""
    data, error, same = record.encode('utf-8'), new_error(language), ctypes.c_int32()
    text = lib.fleks_verify((rates or PUBLISHED).handle, data, len(data), c.FLEKS_JSON, language_number(language), ctypes.byref(same),
                            ctypes.byref(error))
    found = json.loads(taken(text, error))
    found['same'] = same.value == 1
    return Verification(found)


def task(name: str, *arguments: str, files: Optional[Mapping[str, str]] = None, rates: Optional[Rates] = None, language: str = 'da',
         **given: Union[Number, bool, Sequence[str], None]) -> Told:
    """Any task of the program by its name but a case, with the program's options by their names: what a month leaves after tax, a raise, a
    course of hours, housing benefit, the rules in words. ``files`` has what the files say that are named; none is read.

    >>> fleks.task('housing', year=2026, income='260000', rent='6500').housing_benefit  # doctest: +SKIP
    """
    said: Dict[str, Any] = {}
    for option, value in given.items():
        if value is None or value is False:
            continue
        if isinstance(value, float):
            raise TypeError(f'{option}: a float is no exact number; give a text or a Decimal')
        said[option] = value if value is True or isinstance(value, (str, list, tuple)) else str(value)
    asked = {'task': name, 'language': language, 'given': said, 'arguments': list(arguments), 'files': dict(files or {})}
    data, error = json.dumps(asked).encode('utf-8'), new_error(language)
    text = lib.fleks_task((rates or PUBLISHED).handle, data, len(data), c.FLEKS_JSON, ctypes.byref(error))
    return Told(json.loads(taken(text, error)))


_FLEKSBIDRAG_BASE = {'after-refund': c.FLEKS_BIDRAG_AFTER_REFUND, 'm-less-refund': c.FLEKS_BIDRAG_LESS_REFUND}
_WEEKS_OF_MONTH = {'calendar-days': c.FLEKS_CALENDAR_DAYS, 'weekdays': c.FLEKS_WEEKDAYS}
_WEEKS_BEFORE_NEW_JOB = {'counted': c.FLEKS_WEEKS_COUNTED, 'not-counted': c.FLEKS_WEEKS_NOT_COUNTED}


def municipality(case: CaseFile, *, as_of: Optional[Date] = None, fleksbidrag_base: str = 'after-refund',
                 weeks_of_month: str = 'calendar-days', weeks_before_new_job: str = 'counted', rates: Optional[Rates] = None,
                 language: str = 'da') -> Ledger:
    """A case in the municipality's ledger: refund, fleksbidrag, and what municipality, state and citizen bear of each month."""
    asked = new(c.fleks_municipal_asked)
    if as_of is not None:
        asked.as_of = date_number('as_of', as_of)
    asked.fleksbidrag_base = _choice('fleksbidrag_base', fleksbidrag_base, _FLEKSBIDRAG_BASE)
    asked.weeks_of_month = _choice('weeks_of_month', weeks_of_month, _WEEKS_OF_MONTH)
    asked.weeks_before_new_job = _choice('weeks_before_new_job', weeks_before_new_job, _WEEKS_BEFORE_NEW_JOB)
    data, error = _case_text(case), new_error(language)
    text = lib.fleks_case_ledger((rates or PUBLISHED).handle, data, len(data), ctypes.byref(asked), c.FLEKS_JSON,
                                 language_number(language), ctypes.byref(error))
    return Ledger(json.loads(taken(text, error)))


def effort(effort: CaseFile, *, cohorts: int = 0, seed: int = 0, fleksbidrag_base: str = 'after-refund', rates: Optional[Rates] = None,
           language: str = 'da') -> Effort:
    """Whether an effort for a group pays, for whom and when: its file as a path, as JSON text, or as its data; with ``cohorts`` so many
    are drawn at random from its ranges, the same for the same ``seed``."""
    asked = new(c.fleks_municipal_asked)
    asked.fleksbidrag_base = _choice('fleksbidrag_base', fleksbidrag_base, _FLEKSBIDRAG_BASE)
    asked.cohorts, asked.seed = cohorts, seed
    data, error = _case_text(effort), new_error(language)
    text = lib.fleks_effort((rates or PUBLISHED).handle, data, len(data), ctypes.byref(asked), c.FLEKS_JSON, language_number(language),
                            ctypes.byref(error))
    return Effort(json.loads(taken(text, error)))


def income(answer: Union[bytes, pathlib.Path], *, old_case: Optional[CaseFile] = None, jobs: Optional[Dict[str, str]] = None,
           ceiling: Optional[Kroner] = None, fetched: Optional[Date] = None, keep_person: bool = False, language: str = 'da') -> Tuple[str, str]:
    """An answer of the income register (eIndkomst), its bytes or its path: the case file it makes, or ``old_case`` with what is new in it,
    and in words what was read, what was left out and why, and the questions. ``jobs`` says what a payer is: ``{'12345678': 'fleksjob'}``."""
    data = answer if isinstance(answer, bytes) else answer.read_bytes()
    asked, error = new(c.fleks_income_asked), new_error(language)
    if old_case is not None:
        asked.old_case = old = _case_text(old_case)
        asked.old_case_size = len(old)
    if jobs:
        asked.jobs = ';'.join(f'{payer}={what}' for payer, what in jobs.items()).encode('utf-8')
    if ceiling is not None:
        asked.ceiling = scaled('ceiling', ceiling, 2)
    if fetched is not None:
        asked.fetched = date_number('fetched', fetched)
    asked.keep_person = int(keep_person)
    case = taken(lib.fleks_income_case(data, len(data), ctypes.byref(asked), ctypes.byref(error)), error)
    said = lib.fleks_income_in_words(data, len(data), ctypes.byref(asked), language_number(language), ctypes.byref(error))
    return case, taken(said, error)


def problems(case: CaseFile, *, language: str = 'da') -> List[str]:
    """Everything that is wrong with a case file, a sentence each; empty when it can be computed."""
    data, error = _case_text(case), new_error(language)
    return taken(lib.fleks_case_problems(data, len(data), language_number(language), ctypes.byref(error)), error).splitlines()
