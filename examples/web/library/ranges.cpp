#include <fleks/analysis/bounds.hpp>
#include <fleks/analysis/case_bounds.hpp>
#include <fleks/analysis/hours_bounds.hpp>
#include <fleks/words/bounds.hpp>
#include <fleks/words/case_bounds.hpp>
#include <fleks/words/worth_in_words.hpp>

#include "tasks/ranges.hpp"

// A page has no bounds: its fields take one value, and every kilobyte is one that a citizen waits for. A range is refused with why, and
// what would be computed of one is never asked for.

namespace fleks {
namespace {

Error no_bounds(Field field) {
  return {.code = ErrorCode::exclusive_facts, .field = std::move(field), .allowed = NoRange{WhyNoRange::not_here, {}, {}}};
}
template <class Range>
Error no_bounds_of(std::span<const Range> ranges) {
  return no_bounds(ranges.empty() ? Field(Fact::am_income) : Field(ranges.front().fact));
}

}  // namespace

std::optional<FactRange> all_of(Fact) noexcept { return std::nullopt; }
Result<MonthBounds> bounds(const MonthFacts&, std::span<const FactRange> ranges, const RateTable&, const Options&) {
  return no_bounds_of(ranges);
}
Result<HoursBounds> bounds(const Citizen&, std::span<const FactRange> ranges, std::span<const Work>, const RateTable&, const Options&) {
  return no_bounds_of(ranges);
}
Result<CaseBounds> bounds(const Case&, std::span<const CaseRange> ranges, const RateTable&, const CaseQuestion&) {
  return no_bounds_of(ranges);
}
Result<RightIf> right_if(const MonthFacts&, const FactRange& range, Money, bool, const RateTable&, const Options&) {
  return no_bounds(range.fact);
}
std::string breakdown(const MonthBounds&, const Explained<MonthStatement>&, Language) { return {}; }
std::string to_json(const MonthBounds&, const Explained<MonthStatement>&, Language) { return {}; }
std::string breakdown(const Case&, const CaseBounds&, Language) { return {}; }
std::string to_json(const Case&, const CaseBounds&, const RateTable&, Language) { return {}; }
std::string right_if(const RightIf&, Language) { return {}; }
std::string to_json(const RightIf&, const RateTable&) { return {}; }
std::string table(const WorthOfHours&, const HoursBounds&, Language) { return {}; }
std::string to_json(const WorthOfHours&, const HoursBounds&, Language) { return {}; }

}  // namespace fleks

namespace fleks::tasks {

std::span<const Fact> month_facts_in_ranges() noexcept { return {}; }
std::span<const Fact> hours_facts_in_ranges() noexcept { return {}; }
Stop not_with_ranges(std::string_view option) { return Stop{no_bounds(asked(option))}; }
void refuse_with_ranges(const Arguments&, std::initializer_list<const char*>) {}
void refuse_other_ranges(const Arguments&, std::initializer_list<const char*>) {}

std::vector<FactRange> take_ranges(Arguments& arguments, std::span<const Fact>) {
  for (const auto& [option, given] : arguments.options)
    if (!given.empty() && (given.front() == "?" || given.front() == "?%" || given.front().find("..") != std::string::npos))
      throw Stop{no_bounds(asked(option))};
  return {};
}

}  // namespace fleks::tasks
