#pragma once

#include <sstream>

#include <fleks/fleks.hpp>

#include "history/random_course.hpp"
#include "statement/against_oracle.hpp"

// A course beside the oracle: every amount of every month of the two compared, and the smallest course that differs.
namespace against_course {

namespace oc = oracle::course;
using oracle::Month;
using oracle::Ore;

inline std::string text(const Month& m) { return std::to_string(m.year) + "-" + (m.month < 10 ? "0" : "") + std::to_string(m.month); }
inline std::string text(oc::Date d) {
  if (d == oc::open) return "open";
  if (d == oc::always) return "always";
  const oracle::Day day = oc::day_of(d);
  return text(Month{day.year, day.month}) + "-" + (day.day < 10 ? "0" : "") + std::to_string(day.day);
}
inline std::string text(const oracle::Number& n) {
  std::ostringstream out;
  out << oracle::floor_of(n) << "+" << (n - oracle::floor_of(n));
  return n == oracle::floor_of(n) ? std::to_string(oracle::floor_of(n)) : out.str();
}

inline std::string text(const oc::Record& r) {
  return r.id + (r.corrects.empty() ? "" : " corrects " + r.corrects) + (r.withdrawn ? " withdrawn" : "") + " known " + text(r.known) +
         " source " + std::to_string(static_cast<int>(r.source));
}

inline std::string text(const oc::Course& c) {
  std::ostringstream out;
  out << text(c.first) << " to " << text(c.last) << (c.provider ? ", provider" : "");
  if (c.birth) out << ", born " << text(*c.birth);
  if (c.pension_from) out << ", pension from " << text(*c.pension_from);
  out << '\n';
  for (const oc::Job& j : c.jobs) {
    out << (j.fleksjob ? "fleksjob " : "other job ") << text(j.from) << " to " << text(j.to);
    if (j.weekly_hours) out << ' ' << text(*j.weekly_hours) << " h";
    for (const oc::DatedCeiling& x : j.ceilings)
      out << "; ceiling " << text(x.from) << ' ' << text(x.amount) << " [" << text(x.record) << ']';
    out << '\n';
  }
  for (const oc::WageRecord& w : c.wages) {
    out << (w.expected    ? "expected "
            : w.after_end ? "after the end "
                          : "")
        << "wage of job " << w.job << ' ' << text(w.from) << " to " << text(w.to) << " disposal " << text(w.disposal) << ": "
        << text(w.am_income) << " own " << text(w.own_pension) << " employer " << text(w.employer_pension) << " not wage "
        << text(w.not_wage);
    if (w.paid_hours) out << ' ' << text(*w.paid_hours) << " h";
    for (const oc::Spread& s : w.spread) out << " spread " << text(s.amount) << " over " << text(s.first) << " to " << text(s.last);
    out << " [" << text(w.record) << "]\n";
  }
  for (const oc::DailyBenefit& b : c.daily_benefits)
    out << (b.unclaimed ? "unclaimed" : "daily") << " benefit " << text(b.from) << " to " << text(b.to) << " paid " << text(b.paid) << ": "
        << text(b.amount) << " [" << text(b.record) << "]\n";
  for (const oc::Holiday& h : c.holidays)
    out << "holiday " << static_cast<int>(h.kind) << ' ' << text(h.from) << " to " << text(h.to) << " [" << text(h.record) << "]\n";
  for (const oc::BenefitPeriod& p : c.ledighedsydelse)
    out << "ledighedsydelse " << text(p.from) << " to " << text(p.to) << " class " << static_cast<int>(p.benefit_class) << " ["
        << text(p.record) << "]\n";
  for (const oc::Sanction& s : c.sanctions) out << "sanction " << text(s.day) << " [" << text(s.record) << "]\n";
  for (const oc::DaySanction& d : c.day_sanctions)
    out << "missed " << text(d.from) << " to " << text(d.to) << " [" << text(d.record) << "]\n";
  for (const oc::Income& i : c.incomes)
    out << "income " << static_cast<int>(i.kind) << ' ' << text(i.month) << ": " << text(i.amount) << " [" << text(i.record) << "]\n";
  for (const auto& [m, d] : c.decisions) out << "decided " << text(m) << " on " << text(d) << '\n';
  for (const oc::Settled& s : c.settled) out << "settled " << text(s.day) << " from " << text(s.from) << '\n';
  return out.str();
}

/// What is compared of a month, by name, øre.
using Amounts = std::vector<std::pair<std::string, std::optional<Ore>>>;

inline Amounts amounts(const oc::CourseMonth& m) {
  Amounts out;
  const auto put = [&](const char* name, std::optional<Ore> amount) { out.emplace_back(name, amount); };
  const auto subsidy = [&](Ore oracle::law::Subsidy::*amount) {
    return m.subsidy ? std::optional<Ore>((*m.subsidy).*amount) : std::nullopt;
  };
  const auto benefit = [&](Ore oracle::law::Benefit::*amount) {
    return m.benefit ? std::optional<Ore>((*m.benefit).*amount) : std::nullopt;
  };
  put("fleksloentilskud", subsidy(&oracle::law::Subsidy::fleksloentilskud));
  put("own ATP of fleksloentilskud", subsidy(&oracle::law::Subsidy::own_atp));
  put("payout of fleksloentilskud", subsidy(&oracle::law::Subsidy::payout));
  put("obligatory pension of fleksloentilskud", subsidy(&oracle::law::Subsidy::obligatory_pension));
  put("public ATP of fleksloentilskud", m.subsidy ? m.subsidy->public_atp : std::nullopt);
  put("ledighedsydelse", benefit(&oracle::law::Benefit::ledighedsydelse));
  put("own ATP of ledighedsydelse", benefit(&oracle::law::Benefit::own_atp));
  put("payout of ledighedsydelse", benefit(&oracle::law::Benefit::payout));
  put("public ATP of ledighedsydelse", benefit(&oracle::law::Benefit::public_atp));
  put("obligatory pension of ledighedsydelse", benefit(&oracle::law::Benefit::obligatory_pension));
  return out;
}

inline Amounts amounts(const fleks::CaseMonth& m) {
  Amounts out;
  const auto put = [&](const char* name, std::optional<Ore> amount) { out.emplace_back(name, amount); };
  const auto subsidy = [&](fleks::Money fleks::MonthStatement::*amount) {
    return m.subsidy ? std::optional<Ore>(((*m.subsidy).*amount).in_oere()) : std::nullopt;
  };
  const auto benefit = [&](fleks::Money fleks::LedighedsydelseStatement::*amount) {
    return m.benefit ? std::optional<Ore>(((*m.benefit).*amount).in_oere()) : std::nullopt;
  };
  put("fleksloentilskud", subsidy(&fleks::MonthStatement::fleksloentilskud));
  put("own ATP of fleksloentilskud", subsidy(&fleks::MonthStatement::own_atp));
  put("payout of fleksloentilskud", subsidy(&fleks::MonthStatement::payout));
  put("obligatory pension of fleksloentilskud", subsidy(&fleks::MonthStatement::obligatory_pension));
  put("public ATP of fleksloentilskud",
      m.subsidy && m.subsidy->public_atp ? std::optional<Ore>(m.subsidy->public_atp->in_oere()) : std::nullopt);
  put("ledighedsydelse", benefit(&fleks::LedighedsydelseStatement::ledighedsydelse));
  put("own ATP of ledighedsydelse", benefit(&fleks::LedighedsydelseStatement::own_atp));
  put("payout of ledighedsydelse", benefit(&fleks::LedighedsydelseStatement::payout));
  put("public ATP of ledighedsydelse", benefit(&fleks::LedighedsydelseStatement::public_atp));
  put("obligatory pension of ledighedsydelse", benefit(&fleks::LedighedsydelseStatement::obligatory_pension));
  return out;
}

/// The first amount of the course that the two do not have alike, with both; empty when there is none. `as_of` none:
/// with all that is known.
inline std::string difference(const oc::Course& c, std::optional<oc::Date> as_of) {
  const fleks::Case facts = random_course::told(c);
  fleks::CaseQuestion question;
  if (as_of) question.as_of = random_course::day(*as_of);
  const auto statement = fleks::case_statement(facts, against::table(), question);
  if (!statement.has_value()) return "refused at " + std::string(statement.error().field.text());
  Month m = c.first;
  for (const fleks::CaseMonth& given : statement.value().months) {
    const oc::CourseMonth expected = oc::month(c, m, as_of.value_or(oc::open - 1), {}, against::book());
    const Amounts ours = amounts(expected), theirs = amounts(given);
    for (std::size_t i = 0; i < ours.size(); ++i) {
      if (ours[i].second == theirs[i].second) continue;
      // Days without a right are no ledighedsydelse, or one of 0.
      if (!expected.benefit && given.benefit && given.benefit->ledighedsydelse == fleks::Money{}) continue;
      const auto shown = [](const std::optional<Ore>& x) { return x ? std::to_string(*x) : std::string("none"); };
      return text(m) + (as_of ? " as of " + text(*as_of) : "") + ": " + ours[i].first + ": oracle " + shown(ours[i].second) + ", library " +
             shown(theirs[i].second);
    }
    m = oracle::month_after(m);
  }
  return {};
}

/// What a difference is of, without its month and amounts.
inline std::string kind_of(const std::string& difference) {
  const std::size_t from = difference.find(": ");
  if (from == std::string::npos) return difference;
  const std::size_t to = difference.find(": ", from + 2);
  return difference.substr(from + 2, to - from - 2);
}

/// The course without what its difference does not need.
template <class Difference>
oc::Course smallest(oc::Course c, const Difference& of) {
  const std::string kind = kind_of(of(c));
  const auto still = [&](const oc::Course& smaller) {
    return fleks::problems(random_course::told(smaller)).empty() && kind_of(of(smaller)) == kind;
  };
  const auto thin = [&](auto member) {
    for (std::size_t i = (c.*member).size(); i-- > 0;) {
      oc::Course smaller = c;
      (smaller.*member).erase((smaller.*member).begin() + static_cast<std::ptrdiff_t>(i));
      if (still(smaller)) c = smaller;
    }
  };
  for (int round = 0; round < 2; ++round) {
    thin(&oc::Course::decisions);
    thin(&oc::Course::settled);
    thin(&oc::Course::incomes);
    thin(&oc::Course::sanctions);
    thin(&oc::Course::day_sanctions);
    thin(&oc::Course::holidays);
    thin(&oc::Course::daily_benefits);
    thin(&oc::Course::wages);
    thin(&oc::Course::ledighedsydelse);
    for (std::size_t j = c.jobs.size(); j-- > 0;) {
      oc::Course smaller = c;
      smaller.jobs.erase(smaller.jobs.begin() + static_cast<std::ptrdiff_t>(j));
      std::erase_if(smaller.wages, [&](const oc::WageRecord& w) { return w.job == j; });
      for (oc::WageRecord& w : smaller.wages)
        if (w.job > j) --w.job;
      if (still(smaller)) c = smaller;
    }
    const auto each = [&](auto change) {
      oc::Course smaller = c;
      change(smaller);
      if (still(smaller)) c = smaller;
    };
    for (std::size_t i = 0; i < c.wages.size(); ++i) {
      each([&](oc::Course& s) { s.wages[i].own_pension = s.wages[i].employer_pension = s.wages[i].not_wage = 0; });
      each([&](oc::Course& s) { s.wages[i].spread.clear(); });
      each([&](oc::Course& s) { s.wages[i].paid_hours.reset(); });
      each([&](oc::Course& s) { s.wages[i].am_income = 1000; });
      each([&](oc::Course& s) { s.wages[i].record.known = oc::always; });
    }
    each([&](oc::Course& s) { s.birth.reset(); });
    each([&](oc::Course& s) { s.pension_from.reset(); });
    for (std::size_t j = 0; j < c.jobs.size(); ++j) {
      each([&](oc::Course& s) { s.jobs[j].ceilings.clear(); });
      each([&](oc::Course& s) { s.jobs[j].weekly_hours.reset(); });
    }
    while (c.first < c.last) {
      oc::Course smaller = c;
      smaller.last = oracle::month_before(c.last);
      if (!still(smaller)) break;
      c = smaller;
    }
    while (c.first < c.last) {
      oc::Course smaller = c;
      smaller.first = oracle::month_after(c.first);
      if (!still(smaller)) break;
      c = smaller;
    }
  }
  return c;
}

}  // namespace against_course
