#include <fleks/analysis/calibration.hpp>

#include <algorithm>
#include <array>

#include <fleks/rates/municipal_tax.hpp>

#include "analysis/synthetic_row.hpp"
#include "text/bad_row.hpp"
#include "text/csv.hpp"
#include "text/decimal.hpp"
#include "text/utf8.hpp"

// A file of published totals.

namespace fleks {
namespace {

constexpr std::size_t most_bytes = 1'000'000, most_targets = 1'000;
constexpr int full_time = 37;
constexpr std::array<std::string_view, 5> figure_words{"persons", "weekly_hours", "agreement_area", "municipality", "fleksloentilskud"};
constexpr std::array<std::string_view, 4> column_words{"figure", "group", "total", "source"};
constexpr std::size_t needed_columns = 3;

template <std::size_t n>
OneOf choices(const std::array<std::string_view, n>& words, std::size_t count = n) {
  OneOf all;
  for (std::size_t i = 0; i < count; ++i) all.choices.emplace_back(words[i]);
  return all;
}

class Targets {
 public:
  std::optional<Error> read(std::string_view text) {
    if (text.size() > most_bytes) return Error{.code = ErrorCode::too_large, .field = "file", .allowed = AtMost{most_bytes}};
    if (const std::size_t bad = text_until(text); bad != text.size())
      return Error{.code = ErrorCode::not_text, .field = "file", .given = text_about(text, bad)};
    text = without_byte_order_mark(text);
    const std::string_view header = text.substr(0, text.find('\n'));
    const bool semicolons = std::ranges::count(header, ';') > std::ranges::count(header, ',');
    CsvLines lines(text, semicolons ? ';' : ',');
    std::vector<std::string> fields;
    while (lines.next(fields)) {
      auto wrong = lines.broken()     ? bad_row(fields.size(), true, columns_.size())
                   : columns_.empty() ? read_header(fields)
                                      : read_row(fields);
      if (!wrong) continue;
      wrong->line = lines.line();
      return wrong;
    }
    if (columns_.empty()) return Error{.code = ErrorCode::empty, .field = "header", .allowed = choices(column_words)};
    if (targets.empty()) return Error{.code = ErrorCode::empty, .field = "rows"};
    return std::nullopt;
  }
  std::vector<CalibrationTarget> targets{};

 private:
  std::optional<Error> read_header(const std::vector<std::string>& fields) {
    for (const std::string& field : fields) {
      const auto found = std::ranges::find(column_words, std::string_view(field));
      if (found == column_words.end())
        return Error{.code = ErrorCode::bad_header, .field = "header", .given = field.substr(0, 60), .allowed = choices(column_words)};
      const auto column = static_cast<std::size_t>(found - column_words.begin());
      if (std::ranges::find(columns_, column) != columns_.end()) return Error{.code = ErrorCode::duplicate, .field = field};
      columns_.push_back(column);
    }
    for (std::size_t column = 0; column < needed_columns; ++column)
      if (std::ranges::find(columns_, column) == columns_.end())
        return Error{.code = ErrorCode::missing_fact, .field = std::string(column_words[column])};
    return std::nullopt;
  }

  std::optional<Error> read_row(const std::vector<std::string>& fields) {
    if (fields.size() != columns_.size()) return bad_row(fields.size(), false, columns_.size());
    if (targets.size() == most_targets) return Error{.code = ErrorCode::too_many, .field = "row", .allowed = AtMost{most_targets}};
    std::array<std::string, column_words.size()> row;
    for (std::size_t i = 0; i < fields.size(); ++i) row[columns_[i]] = fields[i];
    const auto& [figure, group, total, source] = row;
    const auto word = std::ranges::find(figure_words, std::string_view(figure));
    if (word == figure_words.end())
      return Error{.code = ErrorCode::no_such_choice, .field = "figure", .given = figure.substr(0, 60), .allowed = choices(figure_words)};
    CalibrationTarget target{.figure = static_cast<TargetFigure>(word - figure_words.begin()), .group = group, .source = source};
    if (auto wrong = read_group(target)) return std::move(*wrong).in("group");
    if (auto wrong = read_total(target, total)) return std::move(*wrong).in("total");
    for (const CalibrationTarget& other : targets) {
      if (other.figure != target.figure || other.last_hour < target.first_hour || target.last_hour < other.first_hour) continue;
      if (target.figure != TargetFigure::weekly_hours && other.group != target.group) continue;
      return Error{.code = ErrorCode::duplicate, .field = target.group.empty() ? figure : figure + " " + target.group};
    }
    targets.push_back(std::move(target));
    return std::nullopt;
  }

  static std::optional<Error> read_group(CalibrationTarget& target) {
    std::string& group = target.group;
    const auto wrong = [&](ErrorCode code, Allowed allowed) {
      return Error{.code = code, .given = group.substr(0, 60), .allowed = std::move(allowed)};
    };
    switch (target.figure) {
      case TargetFigure::persons:
      case TargetFigure::fleksloentilskud:
        if (!group.empty()) return wrong(ErrorCode::no_such_choice, OneOf{{""}});
        break;
      case TargetFigure::weekly_hours: return read_hours(target);
      case TargetFigure::agreement_area:
        if (!is_sample_area(group)) return wrong(ErrorCode::no_such_choice, sample_areas());
        break;
      case TargetFigure::municipality: {
        if (group == "other") break;
        // By its name of any year: municipalities have not changed since 2013.
        const auto found = MunicipalTaxTable::embedded().find(group, std::chrono::year{2025} / 1 / 1);
        if (!found) return found.error();
        group = found->municipality;
        break;
      }
    }
    return std::nullopt;
  }
  /// `6-10`, or one number.
  static std::optional<Error> read_hours(CalibrationTarget& target) {
    const std::string_view text = target.group;
    const auto dash = text.find('-');
    const auto hour = [](std::string_view digits) {
      const auto parsed = parse_decimal(digits, 0, full_time);
      return parsed ? static_cast<int>(*parsed) : 0;
    };
    target.first_hour = hour(text.substr(0, dash));
    target.last_hour = dash == std::string_view::npos ? target.first_hour : hour(text.substr(dash + 1));
    if (target.first_hour >= 1 && target.first_hour <= target.last_hour) return std::nullopt;
    return Error{.code = ErrorCode::out_of_range, .given = target.group.substr(0, 60), .allowed = Range{1, full_time}};
  }
  static std::optional<Error> read_total(CalibrationTarget& target, const std::string& text) {
    const bool money = target.figure == TargetFigure::fleksloentilskud;
    constexpr std::int64_t most_persons = 100'000'000, most_kroner = 1'000'000'000'000;
    const Limit none{money ? LimitUnit::oere : LimitUnit::ten_thousandths, 0},
        most{none.unit, money ? most_kroner * 100 : most_persons * 10'000};
    auto total = parse_decimal(text, money ? 2 : 4, most.value);
    if (!total) return std::move(total).error();
    if (*total == 0) return Error{.code = ErrorCode::out_of_range, .given = text, .allowed = Above{none, most}};
    target.total = *total;
    return std::nullopt;
  }

  std::vector<std::size_t> columns_{};
};

}  // namespace

std::string_view to_text(TargetFigure figure) noexcept { return figure_words[static_cast<std::size_t>(figure)]; }

Result<std::vector<CalibrationTarget>> read_calibration_targets(std::string_view csv) {
  Targets read;
  if (auto wrong = read.read(csv)) return *std::move(wrong);
  return std::move(read.targets);
}

}  // namespace fleks
