#include "tasks/ranges.hpp"

#include <algorithm>

#include <fleks/values/hours.hpp>
#include <fleks/values/money.hpp>

#include "facts/ledighedsydelse_numbers.hpp"
#include "tasks/facts.hpp"
#include "tasks/net_facts.hpp"

namespace fleks::tasks {

namespace {

constexpr Fact of_month[] = {Fact::am_income,           Fact::monthly_wage,      Fact::hourly_wage,
                             Fact::weekly_hours,        Fact::intensity,         Fact::benefits_in_kind,
                             Fact::own_pension,         Fact::employer_pension,  Fact::holiday_supplement,
                             Fact::paid_hours,          Fact::other_wage,        Fact::care_income,
                             Fact::daily_benefit,       Fact::unclaimed_benefit, Fact::ledighedsydelse_days,
                             Fact::ledighedsydelse,     Fact::ceiling,           Fact::ceiling_hourly,
                             Fact::ceiling_supplements, Fact::ceiling_bonus,     Fact::ceiling_holiday_supplement,
                             Fact::ceiling_pension};

constexpr Fact of_hours[] = {Fact::ceiling,        Fact::ceiling_hourly,   Fact::ceiling_supplements,
                             Fact::ceiling_bonus,  Fact::ceiling_pension,  Fact::ceiling_holiday_supplement,
                             Fact::rent,           Fact::hourly_wage,      Fact::intensity,
                             Fact::own_pension,    Fact::employer_pension, Fact::other_income,
                             Fact::daycare_fee,    Fact::wealth,           Fact::union_fee,
                             Fact::municipal_tax,  Fact::church_tax,       Fact::transport_km,
                             Fact::transport_days, Fact::birth_year,       Fact::area,
                             Fact::children,       Fact::daycare_places};

/// A percentage in whole steps of a range.
std::int64_t read_per_cent(std::string_view text, std::string_view option) {
  const Percent percent = or_stop(Percent::parse(text), option);
  if (percent.ten_thousandths() % intensity_step != 0)
    throw Stop{{.code = ErrorCode::out_of_range, .field = asked(option), .given = std::string(text), .allowed = OneOf{{"N.NN"}}}};
  return percent.ten_thousandths() / intensity_step;
}

std::int64_t read_count(Fact fact, std::string_view text, std::string_view option) {
  const FactRange all = all_of(fact).value();
  switch (fact) {
    case Fact::weekly_hours: return or_stop(hours_up_to<hours_in_a_week.ten_thousandths()>(text), option).ten_thousandths();
    case Fact::self_employed_hours:
    case Fact::paid_hours: return or_stop(hours_up_to<hours_in_a_month.ten_thousandths()>(text), option).ten_thousandths();
    case Fact::entitled_weekdays:
    case Fact::sanction_days:
    case Fact::untaken_holiday_days:
    case Fact::holiday_days:
    case Fact::ledighedsydelse_days: return or_stop(Days::parse(text, Days::whole(31)), option).ten_thousandths();
    case Fact::municipal_tax:
    case Fact::church_tax:
    case Fact::ceiling_pension:
    case Fact::intensity: return read_per_cent(text, option);
    case Fact::children:
    case Fact::daycare_places:
    case Fact::transport_days:
    case Fact::birth_year: return or_stop(parse_whole(text, static_cast<int>(all.from), static_cast<int>(all.to)), option);
    case Fact::transport_km:
    case Fact::area: {
      const Hours most = Hours::of_ten_thousandths(all.to), least = Hours::of_ten_thousandths(all.from);
      const Hours count = or_stop(Hours::parse(text, most), option);
      if (count < least)
        throw Stop{{.code = ErrorCode::out_of_range, .field = asked(option), .given = std::string(text), .allowed = Range{least, most}}};
      return count.ten_thousandths();
    }
    default: return or_stop(Money::parse(text), option).in_oere();
  }
}

/// An end of all that a fact may be, as it would be written.
std::string in_text(Fact fact, std::int64_t count) {
  if (fact == Fact::transport_km || fact == Fact::area) return to_text(Hours::of_ten_thousandths(count));
  return fact == Fact::daycare_fee ? to_text(Money::oere(count)) : std::to_string(count);
}

/// Of nothing of it there is nothing of another fact either, which would be refused: a fee and its places, days and kilometres.
bool is_nothing_alone(Fact fact) noexcept {
  return fact == Fact::daycare_fee || fact == Fact::daycare_places || fact == Fact::transport_days || fact == Fact::transport_km;
}

}  // namespace

std::span<const Fact> month_facts_in_ranges() noexcept { return of_month; }
std::span<const Fact> benefit_facts_in_ranges() noexcept { return numbers_of_ledighedsydelse; }

std::span<const Fact> hours_facts_in_ranges() noexcept { return of_hours; }

Stop not_with_ranges(std::string_view option) {
  return Stop{{.code = ErrorCode::exclusive_facts, .field = asked(option), .allowed = NoRange{WhyNoRange::one_amount, {}, {}}}};
}

void refuse_with_ranges(const Arguments& a, std::initializer_list<const char*> options) {
  for (const char* option : options)
    if (a.has(option)) throw not_with_ranges(option);
}

void refuse_other_ranges(const Arguments& a, std::initializer_list<const char*> choices) {
  for (const auto& [option, given] : a.options) {
    const bool is_range = !given.empty() && (given.front() == "?" || given.front().find("..") != std::string::npos);
    const bool is_file = option == "rates" || option == "reform" || option == "municipal_taxes";
    if (!is_range || is_file) continue;
    const bool choice = std::ranges::find(choices, option) != choices.end();
    throw Stop{{.code = ErrorCode::exclusive_facts,
                .field = asked(option),
                .allowed = NoRange{choice ? WhyNoRange::no_scale : WhyNoRange::not_here, {}, {}}}};
  }
}

namespace {

/// `A%..B%` or `?%` of a pension: a share of the pay.
FactRange read_shares(Fact fact, const std::string& given, const std::string& option, std::string& least) {
  FactRange range = all_of_share(fact).value();
  least = "0%";
  if (given == "?%") return range;
  const Stop wrong{{.code = ErrorCode::out_of_range, .field = asked(option), .given = given, .allowed = OneOf{{"?%", "A%..B%"}}}};
  const std::size_t dots = given.find("..");
  if (dots == std::string::npos || dots == 0 || given[dots - 1] != '%') throw wrong;
  least = given.substr(0, dots);
  range.from = read_per_cent(std::string_view(given).substr(0, dots - 1), option);
  range.to = read_per_cent(std::string_view(given).substr(dots + 2, given.size() - dots - 3), option);
  if (range.from > range.to) throw wrong;
  return range;
}

}  // namespace

std::vector<FactRange> take_ranges(Arguments& a, std::span<const Fact> facts) {
  std::vector<FactRange> ranges;
  for (const Fact fact : facts) {
    std::string option(to_text(fact));
    // The full-time base of a ceiling from its parts is its amount.
    if (fact == Fact::ceiling && a.has("ceiling_monthly") && !a.has(option)) option = "ceiling_monthly";
    const std::string* given = a.text(option);
    if (given == nullptr) continue;
    const std::size_t dots = given->find("..");
    const bool is_share = given->ends_with('%') && (*given == "?%" || dots != std::string::npos) && all_of_share(fact);
    if (*given != "?" && dots == std::string::npos && !is_share) continue;
    FactRange range = all_of(fact).value();
    // Nobody is born later than the year that is asked about.
    if (fact == Fact::birth_year) range.to = read_year(a);
    std::string least = in_text(fact, range.from), most = in_text(fact, range.to);
    if (is_share) {
      range = read_shares(fact, *given, option, least);
    } else if (dots != std::string::npos) {
      least = given->substr(0, dots);
      most = given->substr(dots + 2);
      range.from = read_count(fact, least, option);
      range.to = read_count(fact, most, option);
      if (range.from > range.to)
        throw Stop{{.code = ErrorCode::out_of_range, .field = asked(option), .given = *given, .allowed = OneOf{{"?", "A..B"}}}};
    }
    ranges.push_back(range);
    a.options.find(option)->second.front() = is_nothing_alone(fact) ? std::move(most) : std::move(least);
  }
  return ranges;
}

}  // namespace fleks::tasks
