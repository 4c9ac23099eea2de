// Fleksløntilskud for a month, from the rulebook's sections 1, 2, 3 and 6. Readings where it leaves a choice:
// - FLT-2   all rates of the month, those of the ATP of the wage too, are of the month that `rates_of` names.
// - FLT-3   when not entitled, S0, S1, S2 and both cuts are 0; L, A, B, M, T, D and C are still told.
// - FLT-3/7 care income of a subsidy month before 2024-01 is ignored altogether (CareFrom names the other month).
// - FLT-5   a pension in per cent is of the pay before own pension and own ATP, and is not rounded.
// - FLT-5   own ATP is taken out of the pay, so never more of it than there is pay.
// - FLT-5   `own_atp` matters only for pay given before ATP; counted with am_income adds nothing.
// - FLT-13  reduces M and C, not T; the ceiling cut and the result come from the reduced ones.
// - FLT-17, FLT-19 are computed from the subsidy as rounded by FLT-14; "nearest krone" is half up.
// - FLT-18  unknown when the paid hours are, also when the subsidy is 0; hours over full time give 0.
// - TIME-1  a stated number of paid hours a month wins over weekly hours x intensity (for ATP; the pay is unchanged).
#include "law.hpp"
#include "oracle.hpp"

#include <stdexcept>

namespace oracle {

namespace {

enum class Band { none, from_39, from_78, from_117 };

Band band(const Number& paid_hours) {
  static const Number h39 = 39, h78 = 78, h117 = 117;
  if (paid_hours < h39) return Band::none;
  if (paid_hours < h78) return Band::from_39;
  if (paid_hours < h117) return Band::from_78;
  return Band::from_117;
}

Number pension(const Pension& p, const Number& pay_before_own_pension) {
  if (p.form == PensionForm::kroner || p.amount.is_zero()) return p.amount;
  return share(p.amount, pay_before_own_pension);
}

}  // namespace

Number monthly_hours(const Number& weekly_hours) {
  static const Number weeks_a_month = ratio(52, 12);
  return weekly_hours * weeks_a_month;
}

Number own_atp_of_wage(const Number& paid_hours, const MonthRates& r) {
  switch (band(paid_hours)) {
    case Band::none: return zero();
    case Band::from_39: return r.wage_own_atp_39h;
    case Band::from_78: return r.wage_own_atp_78h;
    case Band::from_117: return r.wage_own_atp_117h;
  }
  throw std::logic_error("no such band");
}

Number employer_atp_of_wage(const Number& paid_hours, const MonthRates& r) {
  switch (band(paid_hours)) {
    case Band::none: return zero();
    case Band::from_39: return r.wage_employer_atp_39h;
    case Band::from_78: return r.wage_employer_atp_78h;
    case Band::from_117: return r.wage_employer_atp_117h;
  }
  throw std::logic_error("no such band");
}

Number full_time_base(const Number& hourly, const Number& full_time_hours_week) { return hourly * monthly_hours(full_time_hours_week); }

// LOFT-3
Number ceiling_from_parts(const Number& base, const Ceiling& parts) {
  const Number pay = sum(sum(base, parts.supplements), parts.bonus);
  return sum(sum(pay, share(parts.employer_pension_pct, pay)), parts.holiday_supplement);
}

MonthResult month(const MonthFacts& f, const MonthOptions& options, const RateBook& book) {
  const Month& of = options.rates_of == RatesOf::subsidy_month ? f.subsidy_month : f.wage_month;
  return month(f, options, month_rates(book, of.year, of.month));
}

MonthResult month(const MonthFacts& f, const MonthOptions& options, const MonthRates& r) {
  MonthResult out;

  // TIME-1, TIME-2: what was paid for.
  out.paid_hours = f.paid_hours;
  out.pay = f.pay;
  if (f.form == PayForm::hourly_wage) {
    const Number hours = monthly_hours(share(f.intensity_pct, f.weekly_hours));
    if (!out.paid_hours) out.paid_hours = hours;
    out.pay = f.pay * hours;
  }

  // FLT-5: the wage L.
  Number before_own = out.pay;
  if (f.form == PayForm::am_income && f.own_pension.form == PensionForm::percent) before_own = out.pay / (1 - f.own_pension.amount / 100);
  if (f.form == PayForm::am_income && f.own_pension.form == PensionForm::kroner) before_own = out.pay + f.own_pension.amount;
  out.own_pension = pension(f.own_pension, before_own);
  out.employer_pension = pension(f.employer_pension, before_own);
  if (f.form == PayForm::am_income) {
    out.wage = sum(sum(sum(out.pay, -f.benefits_in_kind), out.own_pension), out.employer_pension);
  } else {
    if (options.own_atp == OwnAtp::excluded) {
      if (!out.paid_hours) throw std::invalid_argument("paid hours are needed to take own ATP out of the pay");
      out.own_atp_taken_out = own_atp_of_wage(*out.paid_hours, r);
      if (options.atp_contribution != 'A') {
        const Month& of = options.rates_of == RatesOf::subsidy_month ? f.subsidy_month : f.wage_month;
        const auto table = static_cast<law::AtpTable>(options.atp_contribution - 'C' + 1);
        out.own_atp_taken_out = law::own_atp_of_pay(*out.paid_hours, table, of, r);
      }
      if (out.pay < out.own_atp_taken_out) out.own_atp_taken_out = out.pay;
    }
    out.wage = sum(sum(out.pay, -out.own_atp_taken_out), out.employer_pension);  // own pension is inside the pay
  }
  out.wage = sum(out.wage, f.holiday_supplement);

  // FLT-7: other wage A, and from 2024 care income.
  const Month& care_month = options.care_from == CareFrom::wage_month ? f.wage_month : f.subsidy_month;
  const Number& care = care_month.year >= 2024 ? f.care_income : zero();
  out.other_wage = sum(f.other_wage, care);
  out.daily_benefit = sum(f.daily_benefit, f.unclaimed_benefit);

  // FLT-4, FLT-13: the base, and how much of the month the fleksjob covers.
  out.full_base = r.base;
  out.base = r.base;
  bool part_month = f.covered_weekdays != f.all_weekdays;
  Number covered = part_month ? ratio(f.covered_weekdays, f.all_weekdays) : Number(1);
  Number of_result = 1;
  if (f.job_weekdays) {
    const Number part = *f.job_weekdays >= weekdays_in(f.subsidy_month) ? Number(1) : law::part_of_month(f.subsidy_month, *f.job_weekdays);
    part_month = f.wage_month == f.subsidy_month;
    (part_month ? covered : of_result) = part;
  }
  if (part_month) out.base = r.base * covered;

  // FLT-8: the taper D.
  out.threshold = r.threshold;
  const Number all_wage = sum(out.wage, out.other_wage);
  const Number over = all_wage - r.threshold;
  out.taper_below = r.taper_low * (over.sign() > 0 ? r.threshold : all_wage);
  out.taper_above = over.sign() > 0 ? Number(r.taper_high * over) : zero();
  out.taper = sum(out.taper_below, out.taper_above);

  // LOFT-1, LOFT-3, FLT-13: the ceiling C.
  if (f.ceiling.form == CeilingForm::amount) out.full_ceiling = f.ceiling.amount;
  if (f.ceiling.form == CeilingForm::parts) {
    out.full_ceiling = ceiling_from_parts(f.ceiling.hourly * r.full_time_hours_month, f.ceiling);
  }
  if (f.ceiling.form == CeilingForm::monthly_parts) out.full_ceiling = ceiling_from_parts(f.ceiling.amount, f.ceiling);
  if (out.full_ceiling) out.ceiling = part_month ? Number(*out.full_ceiling * covered) : *out.full_ceiling;

  // FLT-3: is there a right to a subsidy at all?
  out.entitled = out.wage.sign() > 0 || care.sign() > 0 || out.daily_benefit.sign() > 0;
  if (out.entitled) {
    // FLT-9, FLT-10
    out.before_ceiling = below_zero_is_none(sum(out.base - out.taper, -out.daily_benefit));

    // FLT-11
    out.after_ceiling = out.before_ceiling;
    if (out.ceiling) {
      Number room = *out.ceiling - out.wage;
      const auto counts = [](OtherWageUnderCeiling option, bool by_law) {
        return option == OtherWageUnderCeiling::by_law ? by_law : option == OtherWageUnderCeiling::included;
      };
      const bool from_2024 = law::is_from(f.subsidy_month, 2024, 1);
      if (counts(options.other_wage_under_ceiling, law::is_from(f.subsidy_month, 2014, 7))) room = sum(room, -f.other_wage);
      if (counts(options.care_under_ceiling, from_2024)) room = sum(room, -care);
      if (counts(options.benefits_under_ceiling, from_2024)) room = sum(room, -out.daily_benefit);
      if (room.sign() < 0) room = 0;
      const Number cut = out.before_ceiling - room;
      if (cut.sign() > 0) {
        out.after_ceiling = room;
        out.ceiling_cut = cut;
      }
    }

    // FLT-13: what a whole month gives, for the part of it
    out.part_cut = out.after_ceiling * (1 - of_result);
    const Number whole = out.after_ceiling;
    out.after_ceiling = out.after_ceiling * of_result;

    // FLT-12
    out.after_holiday = out.after_ceiling;
    const bool benefit_deducted = options.holiday_rule == HolidayRule::by_law ? !law::is_from(f.subsidy_month, 2022, 4)
                                                                              : options.holiday_rule == HolidayRule::benefit_deducted;
    if (!f.ledighedsydelse_days.is_zero() && benefit_deducted) {
      out.after_holiday = below_zero_is_none(out.after_ceiling - f.ledighedsydelse);
      out.holiday_cut = out.after_ceiling - out.after_holiday;
    } else if (!f.ledighedsydelse_days.is_zero()) {
      const Number days_a_month = ratio(260, 12);
      out.after_holiday = below_zero_is_none(out.after_ceiling * (1 - f.ledighedsydelse_days / days_a_month));
      out.holiday_cut = out.after_ceiling - out.after_holiday;
    }
    out.after_ceiling = whole;
  }

  // FLT-14
  const bool krone = options.round_to == RoundTo::by_law ? law::is_from(f.subsidy_month, 2014, 5) : options.round_to == RoundTo::krone;
  out.fleksloentilskud = krone ? to_krone(out.after_holiday) : to_ore(out.after_holiday);
  const Number subsidy = kroner(out.fleksloentilskud);

  // FLT-17
  const Ore five_pct = to_krone(r.subsidy_own_atp_share * (options.own_atp_of == OwnAtpOf::paid_subsidy ? subsidy : out.before_ceiling));
  const Ore most = to_ore(r.subsidy_own_atp_max);
  out.own_atp = five_pct < most ? five_pct : most;
  if (out.own_atp > out.fleksloentilskud) out.own_atp = out.fleksloentilskud;
  out.payout = out.fleksloentilskud - out.own_atp;

  // FLT-18
  if (out.paid_hours) {
    if (out.fleksloentilskud == 0) {
      out.public_atp = 0;
    } else if (band(*out.paid_hours) == Band::none) {
      out.public_atp = to_krone(r.subsidy_public_atp_under_39h * f.job_calendar_part);
    } else {
      const Number missing_hours = r.full_time_hours_month - *out.paid_hours;
      out.public_atp = to_krone(r.subsidy_public_atp_per_hour * below_zero_is_none(missing_hours) * f.job_calendar_part);
    }
  }

  // FLT-19
  out.obligatory_pension = to_krone(r.obligatory_pension_share * kroner(out.payout));

  out.total = out.wage + care + subsidy;
  return out;
}

}  // namespace oracle
