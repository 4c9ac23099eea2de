#include "rules/catalogue.hpp"

#include <array>

namespace fleks {
namespace {

constexpr Month month(int year, unsigned of_year) { return Month{std::chrono::year{year}, std::chrono::month{of_year}}; }

constexpr RuleInfo period(Rule rule, std::string_view id, Month first, Month last, std::string_view source, std::string_view eli,
                          RuleStatus status) {
  return {.rule = rule, .id = id, .first = first, .last = last, .source = source, .eli = eli, .status = status};
}

#include "rule_periods.inc"

/// Where each rule's periods begin, and the end.
constexpr auto starts = [] {
  std::array<std::size_t, rule_count + 1> first{};
  std::size_t rule = 0;
  for (std::size_t i = 0; i < std::size(all_periods); ++i)
    if (i == 0 || all_periods[i].rule != all_periods[i - 1].rule) first[rule++] = i;
  first[rule] = std::size(all_periods);
  return first;
}();

/// Each rule of the enumeration has its periods, in its order: an id cannot slide to another rule.
constexpr bool in_order() {
  for (std::size_t rule = 0; rule < rule_count; ++rule)
    if (starts[rule] >= std::size(all_periods) || all_periods[starts[rule]].rule != static_cast<Rule>(rule)) return false;
  return starts[rule_count] == std::size(all_periods);
}
static_assert(in_order());

}  // namespace

std::string_view to_text(RuleStatus status) noexcept {
  switch (status) {
    case RuleStatus::read: return "read";
    case RuleStatus::secondary: return "secondary";
    case RuleStatus::interpretation: return "interpretation";
  }
  return "";
}

std::size_t place_of(const RuleInfo& period) noexcept { return static_cast<std::size_t>(&period - std::data(all_periods)); }

std::span<const RuleInfo> periods(Rule rule) noexcept {
  const auto at = static_cast<std::size_t>(rule);
  return std::span{all_periods}.subspan(starts[at], starts[at + 1] - starts[at]);
}

const RuleInfo& info(Rule rule, Month month) noexcept {
  const auto all = periods(rule);
  for (const RuleInfo& period : all)
    if (month <= period.last) return period;
  return all.back();
}

const RuleInfo& info(Rule rule) noexcept { return periods(rule).back(); }

bool in_force(Rule rule, Month month) noexcept {
  const RuleInfo& period = info(rule, month);
  return period.first <= month && month <= period.last;
}

std::optional<Rule> rule(std::string_view id) noexcept {
  for (std::size_t i = 0; i < rule_count; ++i)
    if (all_periods[starts[i]].id == id) return static_cast<Rule>(i);
  return std::nullopt;
}

}  // namespace fleks
