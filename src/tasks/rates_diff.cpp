#include "tasks/rates_diff.hpp"

#include <algorithm>

#include <fleks/rates/unusual_rates.hpp>
#include <fleks/text/shown.hpp>
#include <fleks/words/amounts.hpp>
#include <fleks/words/json.hpp>

namespace fleks::tasks {

namespace {

bool has_value(const Rate* rate) { return rate != nullptr && rate->status != RateStatus::missing; }

/// What it changes by, in per cent with one decimal, rounded half up by whole numbers.
std::string per_cent(const Rate* before, const Rate* after, Language language) {
  if (!has_value(before) || !has_value(after) || before->count == 0) return {};
  const std::int64_t difference = after->count - before->count, size = difference < 0 ? -difference : difference;
  const std::int64_t tenths = (size * 2000 + before->count) / (2 * before->count);
  const char mark = language == Language::danish ? ',' : '.';
  return std::string(" (") + (difference < 0 ? '-' : '+') + std::to_string(tenths / 10) + mark + std::to_string(tenths % 10) +
         (language == Language::danish ? " pct.)" : " per cent)");
}

std::string said(const Rate* rate, Language language) {
  if (rate == nullptr) return language == Language::danish ? "ingen" : "none";
  return value_in_words(*rate, language);
}

std::string period(const RateChange& change, Language language) {
  Rate days;
  days.key = change.key;
  days.first = change.first;
  days.last = change.last;
  return period_in_words(days, language);
}

std::string sentence(const UnusualRate& found, bool danish) {
  const std::string change = std::to_string(unusual_change_pct), share = std::to_string(unusual_share_pct);
  switch (found.why) {
    case Unusual::ten_times:
      return danish ? "omkring ti gange så meget eller så lidt som før: et ciffer eller et decimaltegn for meget?"
                    : "about ten times as much or as little as before: a figure or a decimal mark too many?";
    case Unusual::much_changed: return danish ? "mere end " + change + " pct. ændret" : "changed by more than " + change + " per cent";
    case Unusual::share_as_number:
      return danish ? "under " + share + " pct.: er det en andel (0,30), hvor der skal stå procent (30)?"
                    : "under " + share + " per cent: is it a share (0.30) where per cent (30) are meant?";
    case Unusual::inside_a_month:
      return danish ? "et beløb om måneden, der begynder inde i en måned" : "a monthly amount that begins inside a month";
  }
  return {};
}

}  // namespace

RateTable whole_table(const Arguments& a, std::string_view option, const std::string& path) {
  const std::string csv = a.read_file(option, path);
  auto table = RateTable::read(csv);
  if (!table) throw Stop{std::move(table).error(), asked(std::string(option) + " " + path)};
  for (std::size_t i = 0; i < rate_key_count; ++i)
    if (table->rows(static_cast<RateKey>(i)).empty()) {
      auto added = RateTable::embedded().extended_by(csv);
      if (!added) throw Stop{std::move(added).error(), asked(std::string(option) + " " + path)};
      return *std::move(added);
    }
  return *std::move(table);
}

std::string differences(const RateTable& from, const RateTable& to, Language language, bool json) {
  const auto changes = rate_changes(from, to);
  std::string text;
  if (json) return to_json(changes, from, to);
  if (changes.empty()) return language == Language::danish ? "Ingen sats har en anden værdi.\n" : "No rate has another value.\n";
  const RateChange* before = nullptr;
  for (const RateChange& change : changes) {
    if (before == nullptr || before->key != change.key)
      text +=
          (before == nullptr ? "" : "\n") + std::string(info(change.key).name) + ": " + std::string(rate_name(change.key, language)) + "\n";
    before = &change;
    text += "  " + period(change, language) + ": " + said(change.before, language) + " → " + said(change.after, language) +
            per_cent(change.before, change.after, language) + "\n";
  }
  return text;
}

std::string warnings(const std::string& csv, const std::string& path, const Arguments& a) {
  const Language language = a.language;
  const bool danish = language == Language::danish;
  const RateTable known = RateTable::embedded();
  auto table = known.extended_by(csv);
  std::string text;
  if (!table) {
    // By itself the file is right: what would be said of it as rates is told here too.
    text = shown(path) + (danish ? ": advarsel: afvises af " : ": warning: is refused by ") + a.reader.asked("rates") + ": " +
           message(table.error(), language, a.reader) + "\n";
    table = RateTable::read(csv);
  }
  if (!table) return {};
  for (const UnusualRate& found : unusual_rates(*table, known)) {
    const std::string before =
        found.before == nullptr ? "" : (danish ? "før " : "before ") + value_in_words(*found.before, language) + ", ";
    text += shown(path) + (danish ? ": advarsel: " : ": warning: ") + std::string(info(found.rate->key).name) + " " +
            period_in_words(*found.rate, language) + ": " + before + value_in_words(*found.rate, language) + ": " +
            sentence(found, danish) + "\n";
  }
  return text;
}

}  // namespace fleks::tasks
