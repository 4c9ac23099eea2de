#include "ranges.hpp"

#include <fleks/values/hours.hpp>
#include <fleks/values/money.hpp>

#include "facts.hpp"

namespace program {

using namespace fleks;

namespace {

/// The facts that can be a range; each has its option's name.
constexpr Fact facts_in_ranges[] = {
    Fact::am_income,   Fact::monthly_wage,     Fact::hourly_wage,         Fact::weekly_hours,         Fact::benefits_in_kind,
    Fact::own_pension, Fact::employer_pension, Fact::holiday_supplement,  Fact::paid_hours,           Fact::other_wage,
    Fact::care_income, Fact::daily_benefit,    Fact::unclaimed_benefit,   Fact::ledighedsydelse_days, Fact::ledighedsydelse,
    Fact::ceiling,     Fact::ceiling_hourly,   Fact::ceiling_supplements, Fact::ceiling_bonus,        Fact::ceiling_holiday_supplement};

std::int64_t read_count(Fact fact, std::string_view text, std::string_view option) {
  switch (fact) {
    case Fact::weekly_hours: return or_stop(hours_up_to<hours_in_a_week.ten_thousandths()>(text), option).ten_thousandths();
    case Fact::paid_hours: return or_stop(hours_up_to<hours_in_a_month.ten_thousandths()>(text), option).ten_thousandths();
    case Fact::ledighedsydelse_days: return or_stop(Days::parse(text, Days::whole(31)), option).ten_thousandths();
    default: return or_stop(Money::parse(text), option).in_oere();
  }
}

}  // namespace

std::vector<FactRange> take_ranges(Arguments& a) {
  std::vector<FactRange> ranges;
  for (const Fact fact : facts_in_ranges) {
    std::string option = "--" + std::string(to_text(fact));
    for (char& c : option)
      if (c == '_') c = '-';
    const std::string* given = a.text(option);
    if (given == nullptr) continue;
    const std::size_t dots = given->find("..");
    if (*given != "?" && dots == std::string::npos) continue;
    FactRange range = all_of(fact).value();
    std::string least = "0";
    if (dots != std::string::npos) {
      least = given->substr(0, dots);
      range.from = read_count(fact, least, option);
      range.to = read_count(fact, std::string_view(*given).substr(dots + 2), option);
      if (range.from > range.to)
        throw Stop{{.code = ErrorCode::out_of_range, .field = option, .given = *given, .allowed = OneOf{{"?", "A..B"}}}};
    }
    ranges.push_back(range);
    a.options.find(option)->second.front() = std::move(least);
  }
  return ranges;
}

}  // namespace program
