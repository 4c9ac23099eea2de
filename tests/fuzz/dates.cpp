#include "check.hpp"

#include <fleks/values/calendar.hpp>

// Any text as a month and as a date: read as it stands, or an error.

namespace {

using namespace fleks;
using fuzz::must;

template <class T>
void one_reader(std::string_view text, const Result<T>& read) {
  if (read) {
    must(read->ok() && int{read->year()} >= 1900, "what is read exists", text);
    must(to_text(*read) == text, "what is read is written as it stood", text);
    return;
  }
  fuzz::must_have_words(read.error());
  must(read.error().allowed != Allowed{}, "an error says what is allowed", text);
  must(text.empty() || text.starts_with(read.error().given), "an error shows what was given", text);
}

}  // namespace

void fuzz_one(std::string_view input) {
  one_reader(input, parse_month(input));
  one_reader(input, parse_date(input));

  // Two dates, one after the other: the weekdays of the days between, counted one by one.
  const auto first = parse_date(input.substr(0, 10)), last = parse_date(input.substr(std::min<std::size_t>(input.size(), 10), 10));
  if (!first || !last) return;
  must(parse_month(input.substr(0, 7)).has_value(), "the month of a date exists", input);
  const std::chrono::sys_days from{*first}, to{*last};
  must(weekdays(*first, *last) >= 0, "weekdays are not negative", input);
  if (to - from > std::chrono::days{4000}) return;
  int count = 0;
  for (auto day = from; day <= to; day += std::chrono::days{1}) count += std::chrono::weekday{day}.iso_encoding() < 6 ? 1 : 0;
  must(weekdays(*first, *last) == count, "weekdays are those of the calendar", input);
}
