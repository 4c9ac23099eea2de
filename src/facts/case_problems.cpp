#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

#include <fleks/facts/case.hpp>
#include <fleks/facts/municipal_facts.hpp>

#include "facts/case_lists.hpp"
#include "values/bounded.hpp"
#include "values/day_number.hpp"

namespace fleks {
namespace {

constexpr std::size_t most_errors = 100;
constexpr std::chrono::days longest_record{longest_year};
constexpr std::size_t longest_chain = 100;  // of corrections of corrections
constexpr auto most_months = std::chrono::months{1200};

std::string at(std::string_view list, std::size_t index) { return std::string(list) + "[" + std::to_string(index) + "]"; }
std::string text_of(const Period& p) { return to_text(p.first) + ".." + to_text(p.last); }
bool are_dates(const Period& p) { return p.first.ok() && p.last.ok(); }

/// Whether a fact is one of several reports of the income register, whose ids have payer, report and period in them: those add up.
bool is_of_report(const FactRecord& r) { return r.id.find('/') != std::string::npos; }

/// Where a fact stands; its path is made only for who is told.
struct Place {
  const Place* in;
  const char* list;
  std::size_t index;
  [[nodiscard]] std::string path() const { return (in != nullptr ? in->path() + "." : std::string()) + at(list, index); }
  friend std::string operator+(const Place& place, std::string_view rest) { return place.path().append(rest); }
};

/// What a file cannot say and a program can: a date or month that does not exist or was not set, a job that is not there.
class Unset {
 public:
  std::vector<Error> find(const Case& c) {
    if (!c.first.ok()) no_such(months, "from");
    if (!c.last.ok()) no_such(months, "to");
    find_in_jobs(c);
    find_in_wages(c);
    const auto benefit = [&](const DailyBenefit& b, const Place& here) {
      if (!has_facts(b.record, here)) return;
      period(b.period, here);
      date(b.paid, here, "paid");
    };
    each(c.daily_benefits, {nullptr, "daily_benefits", 0}, benefit);
    each(c.unclaimed_benefits, {nullptr, "unclaimed_benefits", 0}, benefit);
    each(c.holidays, {nullptr, "holidays", 0}, [&](const HolidayTaken& h, const Place& here) {
      if (!has_facts(h.record, here)) return;
      if (h.employment && *h.employment >= c.employments.size()) no_job(*h.employment, here);
      period(h.period, here);
    });
    each(c.ledighedsydelse, {nullptr, "ledighedsydelse", 0}, [&](const BenefitPeriod& b, const Place& here) {
      if (!has_facts(b.record, here)) return;
      date(b.from, here, "from");
      date(b.to, here, "to");
    });
    each(c.sanctions, {nullptr, "sanctions", 0}, [&](const Sanction& s, const Place& here) {
      if (has_facts(s.record, here)) date(s.date, here, "date");
    });
    each(c.day_sanctions, {nullptr, "day_sanctions", 0}, [&](const DaySanction& s, const Place& here) {
      if (!has_facts(s.record, here)) return;
      date(s.from, here, "from");
      date(s.to, here, "to");
    });
    each(c.capped, {nullptr, "capped", 0}, [&](const CappedTime& t, const Place& here) {
      date(t.from, here, "from");
      date(t.to, here, "to");
    });
    for (const auto& [day, field] : {std::pair{c.birth_date, "birth_date"},
                                     {c.pension_from, "pension_from"},
                                     {c.fleksydelse_age, "fleksydelse_age"},
                                     {c.approved, "approved"}})
      if (day && !day->ok()) no_such(days, field);
    each(c.back_payments, {nullptr, "back_payments", 0}, [&](const BackPayment& b, const Place& here) {
      if (has_facts(b.record, here)) period(b.period, here);
    });
    each(c.incomes, {nullptr, "incomes", 0}, [&](const OtherIncome& i, const Place& here) {
      if (has_facts(i.record, here)) month(i.month, here, "month");
    });
    each(c.decisions, {nullptr, "decisions", 0}, [&](const Decision& d, const Place& here) {
      month(d.month, here, "month");
      date(d.date, here, "date");
    });
    each(c.corrections, {nullptr, "corrections", 0}, [&](const SettledCorrection& s, const Place& here) {
      date(s.date, here, "date");
      month(s.from, here, "from");
    });
    find_in_letters(c.letters);
    if (errors_.size() > most_errors) errors_.resize(most_errors);
    return std::move(errors_);
  }

 private:
  void find_in_letters(const Correspondence& letters) {
    each(letters.inquiries, {nullptr, "letters.inquiries", 0}, [&](const Inquiry& i, const Place& here) {
      date(i.sent, here, "sent");
      month(i.month, here, "month");
    });
    each(letters.hearings, {nullptr, "letters.hearings", 0}, [&](const Hearing& h, const Place& here) {
      date(h.sent, here, "sent");
      date(h.answer_by, here, "answer_by");
      month(h.from, here, "from");
    });
  }
  void find_in_jobs(const Case& c) {
    each(c.employments, {nullptr, "employments", 0}, [&](const Employment& e, const Place& job) {
      date(e.from, job, "from");
      date(e.to, job, "to");
      date(e.end_known, job, "end_known");
      each(e.ceilings, {&job, "ceilings", 0}, [&](const DatedCeiling& ceiling, const Place& here) {
        if (!has_facts(ceiling.record, here)) return;
        date(ceiling.from, here, "from");
        date(ceiling.to, here, "to");
      });
    });
  }
  void find_in_wages(const Case& c) {
    each(c.wages, {nullptr, "wages", 0}, [&](const WageRecord& w, const Place& wage) {
      if (!has_facts(w.record, wage)) return;
      if (w.employment >= c.employments.size()) no_job(w.employment, wage);
      period(w.period, wage);
      date(w.disposal, wage, "disposal");
      each(w.spread, {&wage, "bonus", 0}, [&](const SpreadPay& s, const Place& here) {
        month(s.first, here, "from");
        month(s.last, here, "to");
      });
      each(w.supplements, {&wage, "supplements", 0}, [&](const SupplementPaid& s, const Place& here) {
        if (s.first) month(*s.first, here, "from");
        if (s.last) month(*s.last, here, "to");
      });
    });
  }

  static constexpr Form days = Form::date, months = Form::month;

  template <class List, class Check>
  void each(const List& list, Place place, Check check) {
    for (const auto& fact : list) {
      check(fact, place);
      ++place.index;
    }
  }
  void no_such(Form form, std::string field) {
    errors_.push_back({.code = ErrorCode::no_such_date, .field = std::move(field), .allowed = form});
  }
  void no_job(std::size_t index, const Place& place) {
    errors_.push_back({.code = ErrorCode::unknown_fact, .field = place.path() + ".employment", .given = std::to_string(index)});
  }
  void date(const std::optional<Date>& d, const Place& place, const char* field) {
    if (d && !d->ok()) no_such(days, place.path() + "." + field);
  }
  void month(Month m, const Place& place, const char* field) {
    if (!m.ok()) no_such(months, place.path() + "." + field);
  }
  void period(const Period& p, const Place& place) {
    date(p.first, place, "from");
    date(p.last, place, "to");
  }
  /// Whether more than a withdrawal is said. A fact without a day it became known was known from the beginning.
  bool has_facts(const FactRecord& r, const Place& place) {
    if (r.known != Date{}) date(r.known, place, "known");
    return !r.withdrawn;
  }

  std::vector<Error> errors_{};
};

/// The facts that hold once everything is known: not corrected by a later one, and not a withdrawal.
class Problems {
 public:
  explicit Problems(const Case& facts) : case_(facts) {}

  std::vector<Error> find() {
    check_months();
    check_records();
    for (std::size_t i = 0; i < case_.employments.size(); ++i) check_employment(i);
    for (std::size_t i = 0; i < case_.wages.size(); ++i) check_wage(i);
    check_daily_benefits("daily_benefits", case_.daily_benefits);
    check_daily_benefits("unclaimed_benefits", case_.unclaimed_benefits);
    for (std::size_t i = 0; i < case_.holidays.size(); ++i) check_holiday(i);
    check_benefit_periods();
    check_overlaps();
    check_holiday_years();
    check_others();
    check_said_twice();
    return std::move(errors_);
  }

 private:
  void complain(ErrorCode code, std::string field, std::string given = {}, Allowed allowed = {}) {
    if (errors_.size() < most_errors)
      errors_.push_back({.code = code, .field = std::move(field), .given = std::move(given), .allowed = std::move(allowed)});
  }
  bool in_order(const Period& p, const Place& path) {
    if (!are_dates(p)) return false;
    if (p.first <= p.last) return true;
    complain(ErrorCode::out_of_range, path + ".to", to_text(p.last), AtLeast{p.first});
    return false;
  }
  void not_negative(Money amount, const Place& path, const char* field) {
    if (Money{} <= amount && amount <= largest_amount) return;  // the path is made only for who is told
    if (auto wrong = bounded(path + "." + field, amount, largest_amount); wrong && errors_.size() < most_errors)
      errors_.push_back(*std::move(wrong));
  }
  [[nodiscard]] bool replaced(const FactRecord& r) const { return !r.id.empty() && corrected_.contains(r.id); }
  [[nodiscard]] bool holds(const FactRecord& r) const { return !r.withdrawn && !replaced(r); }

  void check_months() {
    if (!case_.first.ok() || !case_.last.ok()) return;
    if (case_.last < case_.first || case_.last - case_.first > most_months)
      complain(ErrorCode::out_of_range, "to", to_text(case_.last), AtLeast{case_.first});
  }

  // Ids once, and corrections of facts of the same list that were known before.
  void check_records() {
    struct Known {
      std::string_view list;
      Date known;
    };
    std::map<std::string_view, Known> ids;
    const auto each = [&](auto check) {
      each_list_of_facts(case_, [&](std::string_view name, const auto& list) {
        for (std::size_t i = 0; i < list.size(); ++i) check(name, list[i].record, [&, i] { return at(name, i); });
      });
      for (std::size_t e = 0; e < case_.employments.size(); ++e)
        for (std::size_t i = 0; i < case_.employments[e].ceilings.size(); ++i)
          check(std::string_view("ceilings"), case_.employments[e].ceilings[i].record,
                [&, e, i] { return at("employments", e) + "." + at("ceilings", i); });
    };
    each([&](std::string_view name, const FactRecord& r, auto path) {
      if (!r.id.empty() && !ids.emplace(r.id, Known{name, r.known}).second) complain(ErrorCode::duplicate, path() + ".id", r.id);
    });
    each([&](std::string_view name, const FactRecord& r, auto path) {
      if (r.corrects.empty()) {
        if (r.withdrawn) complain(ErrorCode::missing_fact, path() + ".corrects");
        return;
      }
      const auto found = ids.find(r.corrects);
      if (found == ids.end() || found->second.list != name || r.corrects == r.id)
        complain(ErrorCode::unknown_fact, path() + ".corrects", r.corrects);
      else if (r.known.ok() && r.known < found->second.known)
        complain(ErrorCode::corrected_before_known, path() + ".known", to_text(r.known), AtLeast{found->second.known});
      else if (!corrected_.emplace(r.corrects, true).second)
        complain(ErrorCode::duplicate, path() + ".corrects", r.corrects);
    });
    check_for_circles(each);
  }

  // On one day several corrections may become known; they must not correct each other in a circle.
  template <class Each>
  void check_for_circles(const Each& each) {
    std::map<std::string_view, std::string_view> corrects;
    each([&](std::string_view, const FactRecord& r, auto) {
      if (!r.id.empty() && !r.corrects.empty()) corrects.emplace(r.id, r.corrects);
    });
    each([&](std::string_view, const FactRecord& r, auto path) {
      if (r.id.empty() || r.corrects.empty()) return;
      std::string_view step = r.corrects;
      // A chain as long as that ends in a circle elsewhere, or is none of ours.
      for (std::size_t i = 0, longest = std::min(corrects.size(), longest_chain); i <= longest; ++i) {
        if (step == r.id) return complain(ErrorCode::unknown_fact, path() + ".corrects", r.corrects);
        const auto next = corrects.find(step);
        if (next == corrects.end()) return;
        step = next->second;
      }
    });
  }

  void check_employment(std::size_t i) {
    const Employment& e = case_.employments[i];
    const Place path{nullptr, "employments", i};
    for (std::size_t j = 0; j < i; ++j)
      if (!e.id.empty() && case_.employments[j].id == e.id) complain(ErrorCode::duplicate, path + ".id", e.id);
    if (!e.from.ok()) return;
    if (e.to && *e.to < e.from) complain(ErrorCode::out_of_range, path + ".to", to_text(*e.to), AtLeast{e.from});
    for (std::size_t c = 0; c < e.ceilings.size(); ++c) check_ceiling(e, c, {&path, "ceilings", c});
  }

  void check_ceiling(const Employment& e, std::size_t c, const Place& path) {
    const DatedCeiling& ceiling = e.ceilings[c];
    if (!holds(ceiling.record) || !ceiling.from.ok()) return;
    not_negative(ceiling.ceiling.amount, path, "amount");
    not_negative(ceiling.ceiling.supplements, path, "supplements");
    not_negative(ceiling.ceiling.fixed_bonus, path, "bonus");
    if (ceiling.to && *ceiling.to < ceiling.from)
      complain(ErrorCode::out_of_range, path + ".to", to_text(*ceiling.to), AtLeast{ceiling.from});
    if (e.to && ceiling.from > *e.to) complain(ErrorCode::outside_employment, path + ".from", to_text(ceiling.from), AtMost{*e.to});
    for (std::size_t before = 0; before < e.ceilings.size(); ++before) {
      const DatedCeiling& other = e.ceilings[before];
      if (before == c || !holds(other.record) || !other.from.ok()) continue;
      // An open ceiling lasts until the next; one with an end must end before it. The later in the file is named.
      const bool same_day = other.from == ceiling.from && before < c;
      const bool within = other.from < ceiling.from && other.to && *other.to >= ceiling.from;
      if (same_day || within) complain(ErrorCode::overlapping_periods, path + ".from", to_text(ceiling.from));
    }
  }

  void check_wage(std::size_t i) {
    const WageRecord& w = case_.wages[i];
    if (w.record.withdrawn) return;
    const Place path{nullptr, "wages", i};
    for (const auto& [amount, field] : {std::pair{w.am_income, "am_income"},
                                        {w.b_income, "b_income"},
                                        {w.own_pension, "own_pension"},
                                        {w.employer_pension, "employer_pension"},
                                        {w.holiday_allowance, "holiday_allowance"},
                                        {w.benefits_in_kind, "benefits_in_kind"},
                                        {w.gifts, "gifts"}})
      if (amount < -largest_amount || amount > largest_amount)  // the register corrects by amounts below zero
        complain(ErrorCode::too_large, path + "." + field, to_text(amount), Range{-largest_amount, largest_amount});
    const bool fewer_hours = w.paid_hours && *w.paid_hours < Hours{};
    if ((w.am_income < Money{} || fewer_hours) && holds(w.record)) check_correcting_wage(w, path);
    Money inside = w.benefits_in_kind + w.gifts + w.holiday_allowance;
    for (std::size_t s = 0; s < w.spread.size(); ++s) {
      const SpreadPay& part = w.spread[s];
      not_negative(part.amount, {&path, "bonus", s}, "amount");
      inside += part.amount;
      if (part.first.ok() && part.last.ok() && (part.last < part.first || part.last - part.first >= std::chrono::months{60}))
        complain(ErrorCode::out_of_range, Place{&path, "bonus", s} + ".to", to_text(part.last), AtLeast{part.first});
      else
        check_months_of_bonus(w, part, {&path, "bonus", s});
    }
    for (std::size_t s = 0; s < w.supplements.size(); ++s) {
      const SupplementPaid& part = w.supplements[s];
      not_negative(part.amount, Place{&path, "supplements", s}, "amount");
      not_negative(part.full_time.value_or(Money{}), Place{&path, "supplements", s}, "full_time");
      inside += part.amount;
      if (part.first.has_value() != part.last.has_value())
        complain(ErrorCode::missing_fact, Place{&path, "supplements", s} + (part.first ? ".to" : ".from"));
      else if (part.first && (*part.last < *part.first || *part.last - *part.first >= std::chrono::months{60}))
        complain(ErrorCode::out_of_range, Place{&path, "supplements", s} + ".to", to_text(*part.last), AtLeast{*part.first});
    }
    if (w.am_income >= Money{} && inside > w.am_income)
      complain(ErrorCode::out_of_range, path + ".am_income", to_text(w.am_income), AtLeast{inside});
    if (!in_order(w.period, path)) return;
    if (std::chrono::sys_days{w.period.last} - std::chrono::sys_days{w.period.first} > longest_record)
      complain(ErrorCode::out_of_range, path + ".to", to_text(w.period.last),
               AtMost{Date{std::chrono::sys_days{w.period.first} + longest_record}});
    if (w.employment >= case_.employments.size() || !holds(w.record)) return;
    const Employment& e = case_.employments[w.employment];
    if (e.from.ok() && w.period.first < e.from)
      complain(ErrorCode::outside_employment, path + ".from", to_text(w.period.first), AtLeast{e.from});
    check_end_of_wage(w, e, path);
  }
  // An amount below zero corrects others of its job and month, and leaves no less than nothing of them.
  void check_correcting_wage(const WageRecord& w, const Place& path) {
    if (!w.period.first.ok()) return;
    Money sum{};
    std::int64_t hours = 0;
    for (const WageRecord& other : case_.wages)
      if (other.employment == w.employment && other.expected == w.expected && holds(other.record) && other.period.first.ok() &&
          month_of(other.period.first) == month_of(w.period.first)) {
        sum += other.am_income;
        hours += other.paid_hours ? other.paid_hours->ten_thousandths() : 0;
      }
    if (hours < 0 && w.paid_hours && *w.paid_hours < Hours{})
      complain(ErrorCode::negative, path + ".paid_hours", to_text(*w.paid_hours),
               AtLeast{Hours::of_ten_thousandths(w.paid_hours->ten_thousandths() - hours)});
    if (w.am_income < Money{} && sum < Money{})
      complain(ErrorCode::negative, path + ".am_income", to_text(w.am_income), AtLeast{w.am_income - sum});
  }
  // FLT-24: pay for the time after the end says so, or has all its days there; a wage over the end is neither.
  void check_end_of_wage(const WageRecord& w, const Employment& e, const Place& path) {
    if (w.after_end && !e.to) return complain(ErrorCode::missing_fact, at("employments", w.employment) + ".to");
    if (!e.to) return;
    if (w.after_end && w.period.last <= *e.to) complain(ErrorCode::out_of_range, path + ".to", to_text(w.period.last), Above{*e.to});
    if (!w.after_end && w.period.last > *e.to && w.period.first <= *e.to)
      complain(ErrorCode::outside_employment, path + ".to", to_text(w.period.last), AtMost{*e.to});
    // By its disposal a wage over two months would count in a month that no subsidy rests on.
    if (case_.options.split_wage == SplitWage::by_disposal && month_of(w.period.first) != month_of(w.period.last) &&
        w.period.first <= *e.to && w.disposal.ok() && month_of(w.disposal) > month_of(*e.to))
      complain(ErrorCode::outside_employment, path + ".disposal", to_text(w.disposal), AtMost{last_day(month_of(*e.to))});
  }
  // FLT-6: a bonus is for work in the job.
  void check_months_of_bonus(const WageRecord& w, const SpreadPay& part, const Place& path) {
    if (!part.first.ok() || !part.last.ok() || w.employment >= case_.employments.size() || !holds(w.record)) return;
    const Employment& e = case_.employments[w.employment];
    if (e.from.ok() && part.first < month_of(e.from))
      complain(ErrorCode::outside_employment, path + ".from", to_text(part.first), AtLeast{month_of(e.from)});
    if (e.to && e.to->ok() && part.last > month_of(*e.to))
      complain(ErrorCode::outside_employment, path + ".to", to_text(part.last), AtMost{month_of(*e.to)});
  }

  void check_daily_benefits(const char* list, const std::vector<DailyBenefit>& benefits) {
    for (std::size_t i = 0; i < benefits.size(); ++i) {
      const DailyBenefit& b = benefits[i];
      if (b.record.withdrawn) continue;
      in_order(b.period, {nullptr, list, i});
      corrects_others(b.amount, {nullptr, list, i}, [&] {
        Money sum{};
        for (const DailyBenefit& other : benefits)
          if (other.kind == b.kind && holds(other.record) && other.paid.ok() && month_of(other.paid) == month_of(b.paid))
            sum += other.amount;
        return holds(b.record) ? sum : Money{};
      });
    }
  }
  /// An amount that the register may correct by one below zero: what holds of its month is not less than nothing.
  template <class Sum>
  void corrects_others(Money amount, const Place& path, Sum sum_of_month) {
    if (amount >= Money{}) return not_negative(amount, path, "amount");
    if (amount < -largest_amount)
      return complain(ErrorCode::too_large, path + ".amount", to_text(amount), Range{-largest_amount, largest_amount});
    if (const Money sum = sum_of_month(); sum < Money{})
      complain(ErrorCode::negative, path + ".amount", to_text(amount), AtLeast{amount - sum});
  }

  void check_holiday(std::size_t i) {
    const HolidayTaken& h = case_.holidays[i];
    const Place path{nullptr, "holidays", i};
    if (h.record.withdrawn || !in_order(h.period, path)) return;
    not_negative(h.pay_per_day.value_or(Money{}), path, "pay_per_day");
    not_negative(h.monthly_pay.value_or(Money{}), path, "monthly_pay");
    const Days most = Days::whole(weekdays(h.period.first, h.period.last));
    if (h.days && *h.days > most) complain(ErrorCode::too_many_days, path + ".days", to_text(*h.days), Range{Days{}, most});
    if (h.days && month_of(h.period.first) != month_of(h.period.last) && *h.days != most)
      complain(ErrorCode::out_of_range, path + ".to", to_text(h.period.last), AtMost{last_day(month_of(h.period.first))});
    if (h.kind != HolidayTaken::Kind::untaken && !h.days && most > Days::whole(25))
      complain(ErrorCode::too_many_days, path + ".to", to_text(most), Range{Days{}, Days::whole(25)});
    if (h.hours_then.has_value() != h.hours_now.has_value())
      complain(ErrorCode::missing_fact, path + (h.hours_then ? ".hours_now" : ".hours_then"));
    if (h.hours_now && *h.hours_now == Hours{}) complain(ErrorCode::out_of_range, path + ".hours_now", "0", Above{Hours{}});
    if (h.kind == HolidayTaken::Kind::allowance && !h.employment && !h.pay_per_day && holds(h.record))
      complain(ErrorCode::missing_fact, path + ".pay_per_day");
    if (!holds(h.record)) return;
    const bool of_employer = h.kind == HolidayTaken::Kind::paid || h.kind == HolidayTaken::Kind::unpaid;
    if (h.kind == HolidayTaken::Kind::ledighedsydelse || (of_employer && !h.employment)) check_days_of_holiday(h, path);
    if (h.employment) check_holiday_job(h, case_.employments[*h.employment], path);
  }
  // LY-11: holiday on ledighedsydelse is within a fleksjob or on ledighedsydelse, holiday with or without pay of no named job in
  // any job or on ledighedsydelse; a day outside would vanish.
  void check_days_of_holiday(const HolidayTaken& h, const Place& path) {
    if (weekdays(h.period.first, h.period.last) > longest_year) return;  // said already
    const auto has = [](Date from, const std::optional<Date>& to, Date day) { return from.ok() && from <= day && (!to || day <= *to); };
    for (Date day = h.period.first; day <= h.period.last; day = day_after(day)) {
      if (weekdays(day, day) == 0) continue;
      const bool in_job = std::any_of(case_.employments.begin(), case_.employments.end(), [&](const Employment& e) {
        return (e.kind == Employment::Kind::fleksjob || h.kind != HolidayTaken::Kind::ledighedsydelse) && has(e.from, e.to, day);
      });
      if (in_job || std::any_of(case_.ledighedsydelse.begin(), case_.ledighedsydelse.end(),
                                [&](const BenefitPeriod& b) { return holds(b.record) && has(b.from, b.to, day); }))
        continue;
      const bool before = day == h.period.first;
      return complain(ErrorCode::outside_employment, path + (before ? ".from" : ".to"), to_text(before ? day : h.period.last),
                      before ? Allowed{} : Allowed{AtMost{day_before(day)}});
    }
  }
  void check_holiday_job(const HolidayTaken& h, const Employment& e, const Place& path) {
    // Holiday allowance may be used after the job has ended; pay during holiday may not.
    if (h.kind != HolidayTaken::Kind::paid && h.kind != HolidayTaken::Kind::unpaid) return;
    if (e.from.ok() && h.period.first < e.from)
      complain(ErrorCode::outside_employment, path + ".from", to_text(h.period.first), AtLeast{e.from});
    if (e.to && h.period.last > *e.to) complain(ErrorCode::outside_employment, path + ".to", to_text(h.period.last), AtMost{*e.to});
  }

  // One citizen is on ledighedsydelse or in a fleksjob, not both on one day.
  void check_benefit_periods() {
    for (std::size_t i = 0; i < case_.ledighedsydelse.size(); ++i) {
      const BenefitPeriod& b = case_.ledighedsydelse[i];
      if (!holds(b.record) || !b.from.ok()) continue;
      const Place path{nullptr, "ledighedsydelse", i};
      const auto end = [](const std::optional<Date>& to) { return to ? *to : Date{std::chrono::year{9999} / 12 / 31}; };
      if (b.to && *b.to < b.from) complain(ErrorCode::out_of_range, path + ".to", to_text(*b.to), AtLeast{b.from});
      for (std::size_t e = 0; e < case_.employments.size(); ++e) {
        const Employment& job = case_.employments[e];
        if (job.kind != Employment::Kind::fleksjob || !job.from.ok()) continue;
        if (b.from <= end(job.to) && job.from <= end(b.to)) complain(ErrorCode::overlapping_periods, path + ".from", to_text(b.from));
      }
      for (std::size_t j = 0; j < i; ++j) {
        const BenefitPeriod& other = case_.ledighedsydelse[j];
        if (holds(other.record) && other.from.ok() && b.from <= end(other.to) && other.from <= end(b.to))
          complain(ErrorCode::overlapping_periods, path + ".from", to_text(b.from));
      }
    }
  }

  // Holidays of one source, and daily benefits of one kind, do not overlap; sorted, so that long lists stay cheap.
  void check_overlaps() {
    struct Placed {
      Period period;
      std::size_t index;
    };
    const auto check = [&](std::vector<Placed>& placed, const char* list) {
      std::sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) { return a.period.first < b.period.first; });
      for (std::size_t i = 1; i < placed.size(); ++i)
        if (placed[i].period.first <= placed[i - 1].period.last) {
          const auto [before, later] = std::minmax(placed[i - 1].index, placed[i].index);
          const Period& named = placed[i].index == later ? placed[i].period : placed[i - 1].period;
          complain(ErrorCode::overlapping_periods, at(list, later) + ".from", text_of(named));
        }
      placed.clear();
    };
    std::vector<Placed> placed;
    for (const FactSource source :
         {FactSource::income_register, FactSource::holiday_account, FactSource::employer, FactSource::citizen, FactSource::municipality}) {
      for (std::size_t i = 0; i < case_.holidays.size(); ++i) {
        const HolidayTaken& h = case_.holidays[i];
        if (h.record.source == source && holds(h.record) && h.kind != HolidayTaken::Kind::untaken && are_dates(h.period))
          placed.push_back({h.period, i});
      }
      check(placed, "holidays");
    }
    for (const DailyBenefit::Kind kind :
         {DailyBenefit::Kind::sickness, DailyBenefit::Kind::maternity, DailyBenefit::Kind::bereavement, DailyBenefit::Kind::resource}) {
      for (std::size_t i = 0; i < case_.daily_benefits.size(); ++i) {
        const DailyBenefit& b = case_.daily_benefits[i];
        if (b.kind == kind && holds(b.record) && are_dates(b.period) && !is_of_report(b.record)) placed.push_back({b.period, i});
      }
      check(placed, "daily_benefits");
    }
  }

  // FERIE-1, LY-8: at most 25 days of each ferieår, held from 1/9 to 31/12 of the next year; the oldest first.
  void check_holiday_years() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < case_.holidays.size(); ++i) {
      const HolidayTaken& h = case_.holidays[i];
      if (holds(h.record) && counts_as_held(h.kind) && are_dates(h.period) && h.period.first <= h.period.last) order.push_back(i);
    }
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return case_.holidays[a].period.first < case_.holidays[b].period.first; });
    std::map<int, std::int64_t> held;  // of the ferieår that begins in that year, in ten-thousandths
    const std::int64_t most = Days::whole(25).ten_thousandths();
    for (const std::size_t i : order) {
      const HolidayTaken& h = case_.holidays[i];
      std::int64_t days = days_of(h).ten_thousandths();
      const unsigned month = unsigned{h.period.first.month()};
      const int year = int{h.period.first.year()} - (month < holiday_year_begins);
      const auto take = [&](int of) {
        const std::int64_t taken = std::min(days, most - held[of]);
        held[of] += taken;
        days -= taken;
      };
      if (month >= holiday_year_begins) take(year - 1);
      take(year);
      if (days > 0) complain(ErrorCode::too_many_days, at("holidays", i) + ".from", text_of(h.period), Range{Days{}, Days::whole(25)});
    }
  }

  // FLT-25: the same record twice is said, not added up. What is corrected, or comes from another source, is another.
  void check_said_twice() {
    // `near` is the same of two that are the same, and cheap: only those with it in common are held against each other.
    const auto check = [&](const char* list, const auto& facts, const char* field, auto near, auto key) {
      std::vector<std::pair<std::uint64_t, std::size_t>> order;
      order.reserve(facts.size());
      for (std::size_t i = 0; i < facts.size(); ++i)
        if (holds(facts[i].record)) order.emplace_back(near(facts[i]), i);
      std::sort(order.begin(), order.end());
      std::vector<std::pair<std::size_t, std::size_t>> twice;  // the later, and the first that says the same
      for (auto group = order.begin(); group != order.end();) {
        const auto end = std::find_if(group, order.end(), [&](const auto& other) { return other.first != group->first; });
        if (end - group > 1) {
          std::map<decltype(key(facts.front())), std::size_t> seen;
          for (; group != end; ++group)
            if (const auto [found, is_new] = seen.emplace(key(facts[group->second]), group->second); !is_new)
              twice.emplace_back(group->second, found->second);
        }
        group = end;
      }
      std::sort(twice.begin(), twice.end());
      for (const auto& [later, first] : twice) complain(ErrorCode::duplicate, at(list, later) + "." + field, at(list, first));
    };
    const auto day = [](Date d) { return std::tuple{int{d.year()}, unsigned{d.month()}, unsigned{d.day()}}; };
    // Two reports of the register may say the same.
    const auto of_report = [](const auto& fact) {
      return is_of_report(fact.record) ? std::string_view(fact.record.id) : std::string_view();
    };
    const auto pay_of_days = [](const WageRecord& w) {
      return static_cast<std::uint64_t>(w.am_income.in_oere()) * longest_year +
             static_cast<std::uint64_t>(w.period.first.ok() ? number_of(w.period.first) : 0);
    };
    check("wages", case_.wages, "from", pay_of_days, [&](const WageRecord& w) {
      std::int64_t inside = w.benefits_in_kind.in_oere() + w.gifts.in_oere() + w.holiday_allowance.in_oere();
      for (const SpreadPay& s : w.spread) inside += s.amount.in_oere();
      for (const SupplementPaid& s : w.supplements) inside += s.amount.in_oere();
      return std::tuple{w.employment,
                        day(w.period.first),
                        day(w.period.last),
                        day(w.disposal),
                        w.record.source,
                        w.expected,
                        w.am_income.in_oere(),
                        w.b_income.in_oere(),
                        w.own_pension.in_oere(),
                        w.employer_pension.in_oere(),
                        w.paid_hours ? w.paid_hours->ten_thousandths() : std::int64_t{-1},
                        inside,
                        of_report(w)};
    });
    const auto amount = [](const OtherIncome& i) { return static_cast<std::uint64_t>(i.amount.in_oere()); };
    check("incomes", case_.incomes, "month", amount, [&](const OtherIncome& i) {
      return std::tuple{i.kind,          i.uncounted,        int{i.month.year()},       unsigned{i.month.month()},
                        i.record.source, i.amount.in_oere(), i.hours.ten_thousandths(), of_report(i)};
    });
    const auto of_day = [](const Sanction& s) { return static_cast<std::uint64_t>(s.date.ok() ? number_of(s.date) : 0); };
    check("sanctions", case_.sanctions, "date", of_day, [&](const Sanction& s) { return std::tuple{s.kind, day(s.date)}; });
  }

  // KOM-1, KOM-3: weeks count from 1 July 2014, so no more can have ended before the case's first month.
  void check_benefit_weeks() {
    if (!case_.benefit_weeks_before || !case_.first.ok()) return;
    const int most = std::max(0, week_of(number_of(first_day(case_.first))) - week_of(number_of(first_counted_day)));
    if (const int given = *case_.benefit_weeks_before; given < 0 || given > most)
      complain(ErrorCode::out_of_range, "benefit_weeks_before", std::to_string(given), Range{0, most});
  }

  // KOR-4: what was paid for a day is taken of one claim only.
  void check_back_payments() {
    for (std::size_t i = 0; i < case_.back_payments.size(); ++i) {
      const BackPayment& b = case_.back_payments[i];
      if (b.record.withdrawn) continue;
      const Place path{nullptr, "back_payments", i};
      not_negative(b.amount, path, "amount");
      if (!in_order(b.period, path) || !holds(b.record)) continue;
      for (std::size_t j = 0; j < i; ++j) {
        const BackPayment& other = case_.back_payments[j];
        if (holds(other.record) && are_dates(other.period) && other.period.first <= b.period.last && b.period.first <= other.period.last)
          complain(ErrorCode::overlapping_periods, path + ".from", to_text(b.period.first));
      }
    }
  }

  void check_others() {
    check_benefit_weeks();
    check_back_payments();
    for (std::size_t i = 0; i < case_.day_sanctions.size(); ++i) {
      const DaySanction& s = case_.day_sanctions[i];
      if (!s.record.withdrawn && s.to) in_order({s.from, *s.to}, {nullptr, "day_sanctions", i});
    }
    for (std::size_t i = 0; i < case_.capped.size(); ++i) {
      const CappedTime& t = case_.capped[i];
      not_negative(t.level, {nullptr, "capped", i}, "level");
      if (t.to) in_order({t.from, *t.to}, {nullptr, "capped", i});
    }
    for (std::size_t i = 0; i < case_.incomes.size(); ++i) {
      const OtherIncome& income = case_.incomes[i];
      corrects_others(income.amount, {nullptr, "incomes", i}, [&] {
        Money sum{};
        for (const OtherIncome& other : case_.incomes)
          if (other.kind == income.kind && other.uncounted == income.uncounted && holds(other.record) && other.month == income.month)
            sum += other.amount;
        return holds(income.record) ? sum : Money{};
      });
    }
    for (std::size_t i = 0; i < case_.decisions.size(); ++i)
      if (case_.decisions[i].paid) not_negative(*case_.decisions[i].paid, {nullptr, "decisions", i}, "paid");
    for (std::size_t i = 0; i < case_.decisions.size(); ++i)
      for (std::size_t j = 0; j < i; ++j)
        if (case_.decisions[i].month == case_.decisions[j].month && case_.decisions[i].month.ok())
          complain(ErrorCode::duplicate, at("decisions", i) + ".month", to_text(case_.decisions[i].month));
  }

  const Case& case_;
  std::vector<Error> errors_{};
  std::map<std::string_view, bool> corrected_{};
};

}  // namespace

std::vector<Error> contradictions(const Case& facts) { return Problems(facts).find(); }

std::vector<Error> problems(const Case& facts) {
  auto unset = Unset{}.find(facts);
  return unset.empty() ? contradictions(facts) : unset;
}

Result<CheckedCase> CheckedCase::of(Case facts) {
  if (auto wrong = problems(facts); !wrong.empty()) return std::move(wrong.front());
  return CheckedCase(std::move(facts));
}

}  // namespace fleks
