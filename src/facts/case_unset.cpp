#include "facts/case_problems.hpp"

namespace fleks::case_problems {
namespace {

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

}  // namespace

std::vector<Error> unset(const Case& facts) { return Unset{}.find(facts); }

}  // namespace fleks::case_problems
