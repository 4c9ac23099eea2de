#include <fleks/errors/error.hpp>

#include <algorithm>
#include <array>

namespace fleks {
namespace {

constexpr auto code_names = std::to_array<std::string_view>({"empty",
                                                             "not_a_number",
                                                             "contradicting_marks",
                                                             "too_many_decimals",
                                                             "negative",
                                                             "too_large",
                                                             "out_of_range",
                                                             "no_such_date",
                                                             "no_such_choice",
                                                             "missing_fact",
                                                             "exclusive_facts",
                                                             "pension_above_wage",
                                                             "no_rate",
                                                             "rate_is_missing",
                                                             "unknown_key",
                                                             "unknown_option",
                                                             "unknown_municipality",
                                                             "overlap",
                                                             "hole",
                                                             "disorder",
                                                             "bad_unit",
                                                             "bad_status",
                                                             "missing_source",
                                                             "bad_header",
                                                             "bad_row",
                                                             "cannot_read",
                                                             "cannot_write",
                                                             "too_precise",
                                                             "not_exact",
                                                             "begins_before_2013",
                                                             "unknown_field",
                                                             "duplicate",
                                                             "overlapping_periods",
                                                             "not_json",
                                                             "wrong_type",
                                                             "too_deep",
                                                             "outside_employment",
                                                             "too_many_days",
                                                             "unknown_fact",
                                                             "corrected_before_known",
                                                             "not_text",
                                                             "record_too_long",
                                                             "too_many"});
static_assert(code_names.size() == static_cast<std::size_t>(ErrorCode::too_many));

constexpr auto fact_names = std::to_array<std::string_view>({"am_income",
                                                             "monthly_wage",
                                                             "hourly_wage",
                                                             "weekly_hours",
                                                             "intensity",
                                                             "paid_hours",
                                                             "benefits_in_kind",
                                                             "own_pension",
                                                             "employer_pension",
                                                             "holiday_supplement",
                                                             "other_wage",
                                                             "care_income",
                                                             "daily_benefit",
                                                             "unclaimed_benefit",
                                                             "ledighedsydelse",
                                                             "job_from",
                                                             "ledighedsydelse_days",
                                                             "employed_from",
                                                             "ceiling",
                                                             "ceiling_hourly",
                                                             "ceiling_supplements",
                                                             "ceiling_bonus",
                                                             "ceiling_holiday_supplement",
                                                             "ceiling_pension",
                                                             "month",
                                                             "wage_month",
                                                             "year",
                                                             "uncounted_income",
                                                             "replacing_income",
                                                             "paid_out_holiday_allowance",
                                                             "self_employed_hours",
                                                             "entitled_weekdays",
                                                             "sanction_days",
                                                             "untaken_holiday_days",
                                                             "holiday_days",
                                                             "holiday_pay_per_day",
                                                             "income",
                                                             "other_income",
                                                             "from",
                                                             "to",
                                                             "step",
                                                             "first",
                                                             "last",
                                                             "from_month",
                                                             "monthly_pay",
                                                             "hours_now",
                                                             "pay",
                                                             "own_atp",
                                                             "employer_atp",
                                                             "without_am",
                                                             "rent",
                                                             "children",
                                                             "municipality",
                                                             "municipal_tax",
                                                             "church_tax",
                                                             "church",
                                                             "union_fee",
                                                             "transport_km",
                                                             "transport_days",
                                                             "birth_year",
                                                             "household_income",
                                                             "area",
                                                             "heat",
                                                             "wealth",
                                                             "daycare_places",
                                                             "daycare_fee",
                                                             "child_ages",
                                                             "target",
                                                             "deduction",
                                                             "rates_of",
                                                             "round_to"});
static_assert(fact_names.size() == static_cast<std::size_t>(Fact::round_to) + 1);

std::string padded(std::int64_t number, std::size_t length) {
  const std::string digits = std::to_string(number);
  return std::string(length - std::min(length, digits.size()), '0') + digits;
}

/// A count of 10^-decimals without needless zeros.
std::string decimal(std::int64_t count, std::size_t decimals) {
  std::string digits = std::to_string(count < 0 ? -static_cast<std::uint64_t>(count) : static_cast<std::uint64_t>(count));
  if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
  std::string fraction = digits.substr(digits.size() - decimals);
  digits.resize(digits.size() - decimals);
  if (fraction.find_first_not_of('0') == std::string::npos) fraction.clear();
  if (decimals == 4)
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  return (count < 0 ? "-" : "") + digits + (fraction.empty() ? "" : "." + fraction);
}

std::string listed(const std::vector<Field>& fields) {
  std::string text;
  for (const Field& each : fields) text.append(text.empty() ? "" : ", ").append(each.text());
  return text;
}

struct Shortly {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const Range& a) const {
    return to_text(a.least) + (a.least.unit < LimitUnit::month ? "-" : "..") + to_text(a.most);
  }
  std::string operator()(const AtLeast& a) const { return ">= " + to_text(a.least); }
  std::string operator()(const AtMost& a) const { return "<= " + to_text(a.most); }
  std::string operator()(const Above& a) const { return "> " + to_text(a.bound) + (a.most ? ", <= " + to_text(*a.most) : ""); }
  std::string operator()(const Exactly& a) const { return to_text(a.value); }
  std::string operator()(const OneOf& a) const { return listed(a.choices); }
  std::string operator()(const AnyOf& a) const { return listed(a.facts); }
  std::string operator()(const OnlyWith& a) const { return "only with " + listed(a.others); }
  std::string operator()(const NotWith& a) const { return "not with " + listed(a.others); }
  std::string operator()(const HolidayLeft& a) const {
    return "<= " + to_text(a.left) + " (earned with pay " + to_text(a.earned) + ", held " + to_text(a.held) + ")";
  }
  std::string operator()(const NoRange& a) const {
    static constexpr auto names = std::to_array<const char*>(
        {"no scale", "not here", "one amount", "one fact", "reform", "own ATP before the ceiling", "rounded to oere",
         "steps by the product", "both ways", "each value", "by class", "another month", "ceiling rests on it", "steps of hours"});
    static_assert(names.size() == static_cast<std::size_t>(WhyNoRange::steps_of_hours) + 1);
    return "no range" + (a.others.empty() ? "" : " with " + listed(a.others)) + ": " + names[static_cast<std::size_t>(a.why)] +
           (a.most.value != 0 ? ", <= " + to_text(a.most) : "");
  }
  std::string operator()(Form a) const {
    static constexpr auto names = std::to_array<const char*>(
        {"YYYY-MM", "YYYY-MM-DD", "YYYY", "kr.", "\"...\"", "true, false", "[...]", "{...}", "a-z, 0-9, _", "missing <=> no value"});
    static_assert(names.size() == static_cast<std::size_t>(Form::missing_has_no_value) + 1);
    return names[static_cast<std::size_t>(a)];
  }
  std::string operator()(FileTrouble a) const {
    static constexpr auto names = std::to_array<const char*>(
        {"missing", "directory", "changed", "special", "closed", "full", "no folder", "not allowed", "is read", "is written"});
    static_assert(names.size() == static_cast<std::size_t>(FileTrouble::is_written) + 1);
    return names[static_cast<std::size_t>(a)];
  }
};

}  // namespace

std::string_view to_text(ErrorCode code) noexcept {
  const auto number = static_cast<std::size_t>(code);
  return number == 0 || number > code_names.size() ? std::string_view{} : code_names[number - 1];
}

std::string_view to_text(Fact fact) noexcept {
  const auto place = static_cast<std::size_t>(fact);
  return place < fact_names.size() ? fact_names[place] : std::string_view{};
}

std::string to_text(Limit limit) {
  const std::int64_t v = limit.value;
  switch (limit.unit) {
    case LimitUnit::oere: return decimal(v, 2);
    case LimitUnit::ten_thousandths: return decimal(v, 4);
    case LimitUnit::count: break;
    case LimitUnit::month: return padded(v / 100, 4) + "-" + padded(v % 100, 2);
    case LimitUnit::date: return padded(v / 10'000, 4) + "-" + padded(v / 100 % 100, 2) + "-" + padded(v % 100, 2);
  }
  return std::to_string(v);
}

std::string to_text(const Allowed& allowed) { return std::visit(Shortly{}, allowed); }

}  // namespace fleks
