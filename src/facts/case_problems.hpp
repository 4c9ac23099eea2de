#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/facts/case.hpp>

#include "values/bounded.hpp"

// What a case is looked through for; shared by the files that look.

namespace fleks::case_problems {

inline constexpr std::size_t most_errors = 100;

inline std::string at(std::string_view list, std::size_t index) { return std::string(list) + "[" + std::to_string(index) + "]"; }
inline std::string text_of(const Period& p) { return to_text(p.first) + ".." + to_text(p.last); }
inline bool are_dates(const Period& p) { return p.first.ok() && p.last.ok(); }
/// Whether a fact is one of several reports of the income register, whose ids have payer, report and period in them: those add up.
inline bool is_of_report(const FactRecord& r) { return r.id.find('/') != std::string::npos; }

/// Where a fact stands; its path is made only for who is told.
struct Place {
  const Place* in;
  const char* list;
  std::size_t index;
  [[nodiscard]] std::string path() const { return (in != nullptr ? in->path() + "." : std::string()) + at(list, index); }
  friend std::string operator+(const Place& place, std::string_view rest) { return place.path().append(rest); }
};

/// What a file cannot say and a program can: a date or month that does not exist or was not set, a job that is not there.
[[nodiscard]] std::vector<Error> unset(const Case& facts);

/// The facts that hold once everything is known: not corrected by a later one, and not a withdrawal.
class Problems {
 public:
  explicit Problems(const Case& facts) : case_(facts) {}

  [[nodiscard]] std::vector<Error> find();

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
  /// An amount that the register may correct by one below zero: what holds of its month is not less than nothing.
  template <class Sum>
  void corrects_others(Money amount, const Place& path, Sum sum_of_month) {
    if (amount >= Money{}) return not_negative(amount, path, "amount");
    if (amount < -largest_amount)
      return complain(ErrorCode::too_large, path + ".amount", to_text(amount), Range{-largest_amount, largest_amount});
    if (const Money sum = sum_of_month(); sum < Money{})
      complain(ErrorCode::negative, path + ".amount", to_text(amount), AtLeast{amount - sum});
  }

  void check_months();
  void check_records();
  template <class Each>
  void check_for_circles(const Each& each);

  void check_employment(std::size_t i);
  void check_ceiling(const Employment& e, std::size_t c, const Place& path);
  void check_wage(std::size_t i);
  void check_correcting_wage(const WageRecord& w, const Place& path);
  void check_end_of_wage(const WageRecord& w, const Employment& e, const Place& path);
  void check_months_of_bonus(const WageRecord& w, const SpreadPay& part, const Place& path);

  void check_daily_benefits(const char* list, const std::vector<DailyBenefit>& benefits);
  void check_holiday(std::size_t i);
  void check_days_of_holiday(const HolidayTaken& h, const Place& path);
  void check_holiday_job(const HolidayTaken& h, const Employment& e, const Place& path);
  void check_benefit_periods();
  void check_overlaps();
  void check_holiday_years();

  void check_said_twice();
  void check_benefit_weeks();
  void check_back_payments();
  void check_others();

  const Case& case_;
  std::vector<Error> errors_{};
  std::map<std::string_view, bool> corrected_{};
};

}  // namespace fleks::case_problems
