#include <algorithm>
#include <array>
#include <utility>

#include <fleks/reading/case_file.hpp>

#include "facts/case_lists.hpp"
#include "reading/case/case_range_fields.hpp"

namespace fleks {
namespace {

using namespace case_words;

/// The records of a case file, one function for each kind.
class CaseReader final : CaseRangeFields {
 public:
  explicit CaseReader(CaseReading& out, bool ranges = false) : CaseRangeFields(out, ranges), case_(out.facts) {}

  void read(std::string_view json) {
    errors_ = tree_.read(json, {.values = 500'000, .depth = 12, .fields = 64});
    if (!errors_.empty() && !only_duplicates()) return;
    if (tree_[0].kind != Kind::object) return wrong_type(0, Form::object);
    read_case();
    if (errors_.size() < JsonTree::most_errors)
      for (Error& error : contradictions(case_)) complain(std::move(error));
  }

 private:
  [[nodiscard]] bool only_duplicates() const {
    return std::all_of(errors_.begin(), errors_.end(), [](const Error& e) { return e.code == ErrorCode::duplicate; });
  }

  void read_case() {
    take(0, "$schema");
    take(0, "description");
    set(find(0, "name"), case_.name);
    set(find(0, "municipality"), case_.municipality);
    set(find(0, "provider"), case_.provider);
    set(find(0, "sickness_benefit_right"), case_.sickness_benefit_right);
    set(find(0, "from_unsupported_work"), case_.from_unsupported_work);
    set(find(0, "birth_date"), case_.birth_date);
    set(find(0, "pension_from"), case_.pension_from);
    set(find(0, "fleksydelse_age"), case_.fleksydelse_age);
    set(find(0, "approved"), case_.approved);
    set(find(0, "benefit_weeks_before"), case_.benefit_weeks_before);
    set(required(0, "from", Form::month), case_.first);
    set(required(0, "to", Form::month), case_.last);
    read_options(find(0, "options"));
    each(required(0, "employments"), [&](At at) { read_employment(at); });
    each(find(0, "wages"), [&](At at) { read_wage(at); });
    each(find(0, "daily_benefits"), [&](At at) {
      read_daily_benefit(at, case_.daily_benefits, {CaseRange::List::daily_benefits, case_.daily_benefits.size(), 0, Fact::daily_benefit});
    });
    each(find(0, "unclaimed_benefits"), [&](At at) {
      read_daily_benefit(at, case_.unclaimed_benefits,
                         {CaseRange::List::unclaimed_benefits, case_.unclaimed_benefits.size(), 0, Fact::unclaimed_benefit});
    });
    each(find(0, "holidays"), [&](At at) { read_holiday(at); });
    each(find(0, "ledighedsydelse"), [&](At at) { read_benefit_period(at); });
    each(find(0, "sanctions"), [&](At at) { read_sanction(at); });
    each(find(0, "day_sanctions"), [&](At at) { read_day_sanction(at); });
    each(find(0, "capped"), [&](At at) {
      CappedTime& t = case_.capped.emplace_back();
      set(required(at, "from", Form::date), t.from);
      set(find(at, "to"), t.to);
      set(required(at, "level"), t.level);
    });
    each(find(0, "incomes"), [&](At at) { read_income(at); });
    each(find(0, "back_payments"), [&](At at) { read_back_payment(at); });
    read_letters(find(0, "letters"));
    each(find(0, "decisions"), [&](At at) {
      Decision& d = case_.decisions.emplace_back();
      set(required(at, "month", Form::month), d.month);
      set(required(at, "date", Form::date), d.date);
      set(find(at, "paid"), d.paid);
      set(find(at, "library"), d.library);
      set(find(at, "rates"), d.rates);
    });
    each(find(0, "corrections"), [&](At at) {
      SettledCorrection& c = case_.corrections.emplace_back();
      set(required(at, "date", Form::date), c.date);
      set(required(at, "from", Form::month), c.from);
    });
    no_other_fields(0);
  }

  void read_options(At at) {
    if (at == 0) return;
    if (tree_[at].kind != Kind::object) return wrong_type(at, Form::object);
    CaseOptions& o = case_.options;
    choose_named(at, o.month.rates_of);
    choose_named(at, o.month.round_to);
    choose_named(at, o.month.other_wage_under_ceiling);
    choose_named(at, o.month.benefits_under_ceiling);
    choose_named(at, o.month.care_income_under_ceiling);
    choose(find(at, "holiday_days_of"), o.month.holiday_days_of, days_of_words);
    choose_named(at, o.month.atp_contribution);
    choose_named(at, o.first_month);
    choose(find(at, "ceiling_of_month"), o.ceiling_of_month, ceiling_month_words);
    choose(find(at, "ceiling_of_two_jobs"), o.ceiling_of_two_jobs, two_jobs_words);
    choose(find(at, "after_holiday"), o.after_holiday, after_holiday_words);
    choose(find(at, "public_holidays"), o.public_holidays, public_holidays_words);
    choose_named(at, o.ceiling_hours);
    choose(find(at, "ceiling_rise"), o.ceiling_rise, rise_words);
    choose(find(at, "split_wage"), o.split_wage, split_words);
    choose(find(at, "holiday_benefit_offset"), o.holiday_benefit_offset, holiday_offset_words);
    choose(find(at, "after_part_month"), o.after_part_month, after_part_words);
    choose(find(at, "part_of"), o.part_of, part_of_words);
    choose(find(at, "first_month_ledighedsydelse"), o.first_month_on_benefit, first_on_benefit_words);
    choose(find(at, "unclaimed_benefit"), o.unclaimed_benefit, unclaimed_words);
    no_other_fields(at);
  }

  /// What every fact carries. `known_from` is the day it is known from when the file does not say.
  void read_record(At at, FactRecord& r, FactSource usual) {
    r.source = usual;
    set(find(at, "id"), r.id);
    set(find(at, "corrects"), r.corrects);
    set(find(at, "withdrawn"), r.withdrawn);
    choose(find(at, "source"), r.source, source_words);
    const At known = r.withdrawn ? required(at, "known", Form::date) : find(at, "known");
    known_is_wrong_ = known != 0 && !set(known, r.known);
  }
  void known_by_default(FactRecord& r, Date otherwise) {
    if (r.known == Date{} && !known_is_wrong_) r.known = otherwise;
  }
  bool read_period(At at, Period& p) {
    const bool first = set(required(at, "from", Form::date), p.first), last = set(required(at, "to", Form::date), p.last);
    return first && last;
  }
  /// The employment's place by its id; a case with one employment need not name it.
  template <class Out>
  void read_employment_of(At at, Out& out, bool needed) {
    const At named = find(at, "employment");
    std::string id;
    if (named == 0) {
      if (needed && case_.employments.size() != 1)
        missing(at, "employment");
      else if (case_.employments.size() == 1)
        out = 0;
      return;
    }
    if (!set(named, id)) return;
    for (std::size_t i = 0; i < case_.employments.size(); ++i)
      if (case_.employments[i].id == id) {
        out = i;
        return;
      }
    complain({.code = ErrorCode::unknown_fact, .field = tree_.path(named), .given = std::move(id)});
  }

  void read_employment(At at) {
    Employment& e = case_.employments.emplace_back();
    set(required(at, "id"), e.id);
    set(find(at, "employer"), e.employer);
    if (e.employer.empty()) e.employer = e.id;
    choose(find(at, "kind"), e.kind, job_words);
    set(required(at, "from", Form::date), e.from);
    set(find(at, "to"), e.to);
    set(find(at, "end_known"), e.end_known);
    choose(find(at, "holiday"), e.holiday, holiday_kind_words);
    set(find(at, "weekly_hours"), e.weekly_hours, hours_in_a_week);
    each(find(at, "ceilings"), [&](At ceiling) { read_ceiling(ceiling, e); });
  }

  void read_ceiling(At at, Employment& e) {
    DatedCeiling& c = e.ceilings.emplace_back();
    read_record(at, c.record, FactSource::employer);
    if (c.record.withdrawn) return;
    set(required(at, "from", Form::date), c.from);
    known_by_default(c.record, c.from);
    set(find(at, "to"), c.to);
    choose(find(at, "stated_by"), c.ceiling.stated_by, stated_words);
    const At amount = find(at, "amount"), hourly = find(at, "hourly"), base = find(at, "monthly_base");
    if ((amount != 0) + (hourly != 0) + (base != 0) != 1) {
      if (amount + hourly + base == 0)
        missing(at, "amount");
      else
        complain({.code = ErrorCode::exclusive_facts,
                  .field = tree_.path(at, "amount"),
                  .allowed = AnyOf{{"amount", "hourly", "monthly_base"}}});
    }
    c.ceiling.form = amount != 0 ? Ceiling::Form::stated : hourly != 0 ? Ceiling::Form::from_hourly : Ceiling::Form::from_monthly;
    const auto set_part = [&](At part, Money& out, Fact fact) {
      set_amount_or_range(part, out, {CaseRange::List::ceilings, e.ceilings.size() - 1, case_.employments.size() - 1, fact});
    };
    set_part(amount != 0 ? amount : hourly != 0 ? hourly : base, c.ceiling.amount, hourly != 0 ? Fact::ceiling_hourly : Fact::ceiling);
    if (amount != 0) return;
    set_part(find(at, "supplements"), c.ceiling.supplements, Fact::ceiling_supplements);
    set_part(find(at, "bonus"), c.ceiling.fixed_bonus, Fact::ceiling_bonus);
    set_or_range(find(at, "pension"), c.ceiling.employer_pension,
                 {CaseRange::List::ceilings, e.ceilings.size() - 1, case_.employments.size() - 1, Fact::ceiling_pension});
  }

  /// A field by its name or its number in the register.
  At named_or_numbered(At at, std::string_view name, std::string_view number) {
    const At by_name = find(at, name), by_number = find(at, number);
    if (by_name != 0 && by_number != 0)
      complain({.code = ErrorCode::duplicate, .field = tree_.path(by_number), .given = std::string(name)});
    return by_name != 0 ? by_name : by_number;
  }

  /// What is after tax, with the percentage and the deduction of the tax: none of them is 0 for being left out.
  struct AfterTax {
    At all, net, share, deduction, known;  // known: what says the gross already
  };
  void read_share_of_tax(const AfterTax& of, const std::array<const char*, 3>& names, std::optional<Percent>& share, Money& deduction,
                         CaseRange range, const std::array<CaseRange::List, 2>& lists) {
    const std::array parts{of.net, of.share, of.deduction};
    for (std::size_t i = 0; i < parts.size(); ++i)
      if (parts[i] == 0) missing(of.all, names[i]);
    if (of.known != 0) complain({.code = ErrorCode::exclusive_facts, .field = tree_.path(of.known), .allowed = NotWith{{names[1]}}});
    range.list = lists[1];
    set_amount_or_range(of.deduction, deduction, range);
    range.list = lists[0];
    range.is_share = true;
    set_or_range(of.share, share, range);
    if (share && *share >= Percent::whole(100))
      complain({.code = ErrorCode::out_of_range, .field = tree_.path(of.share), .given = to_text(*share), .allowed = Range{0, 99}});
  }

  /// FLT-15: holiday allowance of hourly paid, gross in field 198 or 201, after tax in 202. BEK-FLT § 6 stk. 2: what is known after tax is
  /// made gross by adding tax and AM-bidrag to it.
  void read_holiday_allowance(At at, WageRecord& w, const CaseRange& range) {
    const At gross = named_or_numbered(at, "holiday_allowance", "198"), older = named_or_numbered(at, "holiday_pay_201", "201");
    set_signed_or_range(gross != 0 ? gross : older, w.holiday_allowance, range);
    if (gross != 0 && older != 0) complain({.code = ErrorCode::duplicate, .field = tree_.path(older), .given = "holiday_allowance"});
    const At net = named_or_numbered(at, "holiday_pay_202", "202"), tax = find(at, "holiday_tax");
    const auto after_tax = [&](CaseRange::List list) {
      CaseRange of_tax = range;
      of_tax.list = list;
      return of_tax;
    };
    using List = CaseRange::List;
    const At share = find(at, "holiday_tax_pct"), deduction = find(at, "holiday_tax_deduction");
    // Alone it says nothing of the gross, and beside it nothing more.
    if (tax != 0 || share != 0 || deduction != 0)
      set_signed_or_range(net, w.net_holiday_allowance, after_tax(List::allowance_nets));
    else
      set_signed(net, w.net_holiday_allowance);
    if (share != 0 || deduction != 0) {
      const At known = tax != 0 ? tax : gross != 0 ? gross : older;
      return read_share_of_tax({at, net, share, deduction, known}, {"holiday_pay_202", "holiday_tax_pct", "holiday_tax_deduction"},
                               w.holiday_tax_share, w.holiday_tax_deduction, range,
                               {List::allowance_tax_shares, List::allowance_deductions});
    }
    if (tax == 0) return;
    Money of_tax{};
    set_signed_or_range(tax, of_tax, after_tax(List::allowance_taxes));
    if (net == 0) missing(at, "holiday_pay_202");
    if (gross != 0 || older != 0)
      complain({.code = ErrorCode::exclusive_facts,
                .field = tree_.path(tax),
                .allowed = NotWith{{gross != 0 ? "holiday_allowance" : "holiday_pay_201"}}});
    w.holiday_allowance = w.net_holiday_allowance + of_tax;
  }

  void read_wage(At at) {
    WageRecord& w = case_.wages.emplace_back();
    read_record(at, w.record, FactSource::income_register);
    if (w.record.withdrawn) return;
    read_employment_of(at, w.employment, true);
    read_period(at, w.period);
    w.disposal = w.period.last;
    set(find(at, "disposal"), w.disposal);
    known_by_default(w.record, w.disposal);
    set(find(at, "in_advance"), w.in_advance);
    set(find(at, "expected"), w.expected);
    set(find(at, "after_end"), w.after_end);
    const At am_income = named_or_numbered(at, "am_income", "13"), b_income = named_or_numbered(at, "b_income", "36");
    if (am_income == 0 && b_income == 0) missing(at, "am_income");  // a wage without pay is unknown, not zero
    const auto range_of = [&](Fact fact) { return CaseRange{CaseRange::List::wages, case_.wages.size() - 1, 0, fact}; };
    const auto part_of = [&](CaseRange::List part, std::size_t item = 0) {
      return CaseRange{.list = part, .index = case_.wages.size() - 1, .fact = Fact::am_income, .item = item};
    };
    const auto set_share = [&](At pension, Money& amount, std::optional<Percent>& share, Fact fact) {
      if (is_range_of_shares(pension)) return set_range_of_shares(pension, share, range_of(fact));
      set_or_range(pension, amount, range_of(fact), [&](At there, Money& out) { set_pension(there, out, share); });
    };
    set_signed_or_range(am_income, w.am_income, range_of(Fact::am_income));
    set_signed_or_range(b_income, w.b_income, part_of(CaseRange::List::b_incomes));
    set_share(named_or_numbered(at, "own_pension", "147"), w.own_pension, w.own_pension_share, Fact::own_pension);
    set_share(named_or_numbered(at, "employer_pension", "148"), w.employer_pension, w.employer_pension_share, Fact::employer_pension);
    set_or_range(named_or_numbered(at, "paid_hours", "200"), w.paid_hours, range_of(Fact::paid_hours),
                 [&](At there, std::optional<Hours>& hours) { set_signed(there, hours); });
    const std::size_t before = count_of_ranges();
    read_holiday_allowance(at, w, part_of(CaseRange::List::holiday_allowances));
    for (const auto& [name, number] :
         {std::pair{"company_car", "19"}, {"telephone", "20"}, {"board_and_lodging", "21"}, {"health_insurance", "26"}}) {
      Money in_kind{};
      if (set_signed(named_or_numbered(at, name, number), in_kind)) w.benefits_in_kind += in_kind;
    }
    // Never wage: A-income without AM-bidrag, and ATP.
    Money never{};
    for (const auto& [name, number] : {std::pair{"income_without_am", "14"}, {"atp", "46"}})
      set_signed(named_or_numbered(at, name, number), never);
    set_amount_or_range(find(at, "gifts"), w.gifts, part_of(CaseRange::List::gifts));
    set(find(at, "great_prayer_day_supplement"), w.great_prayer_day_supplement);
    each(find(at, "bonus"), [&](At bonus) {
      SpreadPay& s = w.spread.emplace_back();
      set_amount_or_range(required(bonus, "amount"), s.amount, part_of(CaseRange::List::bonuses, w.spread.size() - 1));
      set(required(bonus, "from", Form::month), s.first);
      set(required(bonus, "to", Form::month), s.last);
    });
    each(find(at, "supplements"), [&](At supplement) {
      SupplementPaid& s = w.supplements.emplace_back();
      choose(required(supplement, "kind"), s.kind, supplement_words);
      set_amount_or_range(required(supplement, "amount"), s.amount, part_of(CaseRange::List::supplements, w.supplements.size() - 1));
      set(find(supplement, "from"), s.first);
      set(find(supplement, "to"), s.last);
      set_amount_or_range(find(supplement, "full_time"), s.full_time,
                          part_of(CaseRange::List::full_time_supplements, w.supplements.size() - 1));
    });
    within_pay(w, before);
  }

  void read_daily_benefit(At at, std::vector<DailyBenefit>& list, const CaseRange& range) {
    DailyBenefit& b = list.emplace_back();
    read_record(at, b.record, FactSource::municipality);
    if (b.record.withdrawn) return;
    choose(required(at, "kind"), b.kind, benefit_words);
    read_period(at, b.period);
    b.paid = b.period.last;
    set(find(at, "paid"), b.paid);
    known_by_default(b.record, b.paid);
    set_signed_or_range(required(at, "amount"), b.amount, range);
  }

  /// BEK-FLT § 6 stk. 3: FerieKonto's pay of a day, or what it is after tax and the tax and AM-bidrag of it, or their percentage.
  void read_pay_of_holiday(At at, HolidayTaken& h) {
    const At gross = find(at, "pay_per_day"), net = find(at, "net_per_day"), tax = find(at, "tax_per_day");
    const At share = find(at, "tax_pct"), deduction = find(at, "tax_deduction");
    using List = CaseRange::List;
    const auto of = [&](List list) {
      return CaseRange{.list = list, .index = case_.holidays.size() - 1, .fact = Fact::holiday_pay_per_day};
    };
    set_amount_or_range(gross, h.pay_per_day, of(List::holidays));
    if (share != 0 || deduction != 0) {
      set_amount_or_range(net, h.net_per_day, of(List::holiday_nets));
      return read_share_of_tax({at, net, share, deduction, tax != 0 ? tax : gross}, {"net_per_day", "tax_pct", "tax_deduction"},
                               h.tax_share, h.tax_deduction, of(List::holidays), {List::holiday_tax_shares, List::holiday_deductions});
    }
    if (net == 0 && tax == 0) return;
    if (net == 0) missing(at, "net_per_day");
    if (gross != 0)
      complain({.code = ErrorCode::exclusive_facts, .field = tree_.path(net != 0 ? net : tax), .allowed = NotWith{{"pay_per_day"}}});
    // A day after tax alone is not known before tax: nothing moves with it.
    if (tax == 0) {
      set(net, h.net_per_day);
      return;
    }
    // What is left and its tax are the pay: a range of one of them is a range of it.
    if (is_range(net) && is_range(tax))
      return complain(
          {.code = ErrorCode::exclusive_facts, .field = tree_.path(net), .allowed = NoRange{WhyNoRange::not_here, {"tax_per_day"}, {}}});
    Money after_tax{}, of_tax{};
    const bool net_moves = is_range(net);
    CaseRange range = of(net_moves ? List::holiday_nets : List::holiday_taxes);
    set(net_moves ? tax : net, range.beside);
    set_amount_or_range(net, after_tax, range);
    set_amount_or_range(tax, of_tax, range);
    h.pay_per_day = after_tax + of_tax;
  }

  void read_holiday(At at) {
    HolidayTaken& h = case_.holidays.emplace_back();
    read_record(at, h.record, FactSource::citizen);
    if (h.record.withdrawn) return;
    choose(required(at, "kind"), h.kind, taken_words);
    read_employment_of(at, h.employment, false);
    read_period(at, h.period);
    known_by_default(h.record, h.period.first);
    set_or_range(find(at, "days"), h.days,
                 {.list = CaseRange::List::holiday_days, .index = case_.holidays.size() - 1, .fact = Fact::holiday_days});
    read_pay_of_holiday(at, h);
    set(find(at, "monthly_pay"), h.monthly_pay);
    set(find(at, "hours_then"), h.hours_then, hours_in_a_week);
    set(find(at, "hours_now"), h.hours_now, hours_in_a_week);
  }

  void read_benefit_period(At at) {
    BenefitPeriod& b = case_.ledighedsydelse.emplace_back();
    read_record(at, b.record, FactSource::municipality);
    if (b.record.withdrawn) return;
    set(required(at, "from", Form::date), b.from);
    known_by_default(b.record, b.from);
    set(find(at, "to"), b.to);
    choose(find(at, "class"), b.benefit_class, class_words);
  }

  void read_letters(At letters) {
    if (letters == 0) return;
    if (tree_[letters].kind != Kind::object) return wrong_type(letters, Form::object);
    Correspondence& c = case_.letters;
    set(find(letters, "department"), c.department);
    set(find(letters, "address"), c.address);
    set(find(letters, "phone"), c.phone);
    set(find(letters, "digital_post"), c.digital_post);
    set(find(letters, "case_number"), c.case_number);
    set(find(letters, "officer"), c.officer);
    set(find(letters, "citizen_address"), c.citizen_address);
    each(find(letters, "inquiries"), [&](At at) {
      Inquiry& i = c.inquiries.emplace_back();
      set(required(at, "sent", Form::date), i.sent);
      set(required(at, "month", Form::month), i.month);
      set(required(at, "to", Form::text), i.to);
      set(find(at, "answer"), i.answer);
    });
    each(find(letters, "hearings"), [&](At at) {
      Hearing& h = c.hearings.emplace_back();
      set(required(at, "sent", Form::date), h.sent);
      set(required(at, "answer_by", Form::date), h.answer_by);
      set(required(at, "from", Form::month), h.from);
      set(find(at, "answer"), h.answer);
      set(find(at, "knew"), h.knew);
    });
    no_other_fields(letters);
  }

  void read_sanction(At at) {
    Sanction& s = case_.sanctions.emplace_back();
    read_record(at, s.record, FactSource::municipality);
    if (s.record.withdrawn) return;
    set(required(at, "date", Form::date), s.date);
    choose(find(at, "kind"), s.kind, sanction_words);
    known_by_default(s.record, s.date);
  }

  void read_day_sanction(At at) {
    DaySanction& s = case_.day_sanctions.emplace_back();
    read_record(at, s.record, FactSource::municipality);
    if (s.record.withdrawn) return;
    choose(required(at, "kind"), s.kind, day_sanction_words);
    set(required(at, "from", Form::date), s.from);
    set(find(at, "to"), s.to);
    known_by_default(s.record, s.from);
  }

  void read_back_payment(At at) {
    BackPayment& b = case_.back_payments.emplace_back();
    read_record(at, b.record, FactSource::municipality);
    if (b.record.withdrawn) return;
    choose(required(at, "kind"), b.kind, back_payment_words);
    read_period(at, b.period);
    known_by_default(b.record, b.period.last);
    set_amount_or_range(required(at, "amount"), b.amount,
                        {.list = CaseRange::List::back_payments, .index = case_.back_payments.size() - 1, .fact = Fact::daily_benefit});
  }

  void read_income(At at) {
    OtherIncome& i = case_.incomes.emplace_back();
    read_record(at, i.record, FactSource::citizen);
    if (i.record.withdrawn) return;
    IncomeWord kind{OtherIncome::Kind::replacing_wage, {}};
    choose(required(at, "kind"), kind, income_words);
    i.kind = kind.kind;
    i.uncounted = kind.uncounted;
    set(required(at, "month", Form::month), i.month);
    known_by_default(i.record, i.month.ok() ? first_day(i.month) : Date{});
    if (i.kind == OtherIncome::Kind::self_employment)
      set_or_range(required(at, "hours"), i.hours,
                   {.list = CaseRange::List::incomes, .index = case_.incomes.size() - 1, .fact = Fact::self_employed_hours},
                   [&](At there, Hours& hours) { set(there, hours, hours_in_a_month); });
    else
      set_signed_or_range(required(at, "amount"), i.amount,
                          {CaseRange::List::incomes, case_.incomes.size() - 1, 0, Fact::replacing_income});
  }

  Case& case_;
  bool known_is_wrong_ = false;
};

}  // namespace

CaseReading read_case(std::string_view json) {
  CaseReading reading;
  CaseReader(reading).read(json);
  return reading;
}

CaseReading read_case_in_ranges(std::string_view json) {
  CaseReading reading;
  CaseReader(reading, true).read(json);
  return reading;
}

}  // namespace fleks
