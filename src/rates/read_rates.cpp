#include "rates/read_rates.hpp"

#include <algorithm>
#include <set>

#include "text/bad_row.hpp"
#include "text/csv.hpp"
#include "text/decimal.hpp"
#include "text/utf8.hpp"

namespace fleks {
namespace {

struct Row {
  std::vector<std::string>& fields;
  int line;
  std::vector<Error>& errors;

  void wrong(ErrorCode code, std::string field, std::string given, Allowed allowed = {}) const {
    errors.push_back({.code = code, .field = std::move(field), .given = std::move(given), .allowed = std::move(allowed), .line = line});
  }
  /// The date in a column, or nothing after a complaint.
  bool date(std::size_t column, const std::string& name, std::chrono::sys_days& out) const {
    auto parsed = parse_date(fields[column]);
    if (parsed) {
      out = *parsed;
      return true;
    }
    wrong(parsed.error().code, name, fields[column], Form::date);
    return false;
  }
  bool period(std::chrono::sys_days& first, std::chrono::sys_days& last) const {
    bool good = date(1, "valid_from", first);
    last = Rate::open;
    if (!fields[2].empty()) good = date(2, "valid_to", last) && good;
    if (good && last < first) {
      wrong(ErrorCode::out_of_range, "valid_to", fields[2], AtLeast{Date{first}});
      return false;
    }
    return good;
  }
  bool status(std::size_t column, RateStatus& out) const {
    for (const auto known : {RateStatus::read, RateStatus::derived, RateStatus::missing})
      if (fields[column] == to_text(known)) {
        out = known;
        return true;
      }
    wrong(ErrorCode::bad_status, "status", fields[column], OneOf{{"read", "derived", "missing"}});
    return false;
  }
  bool number(std::size_t column, const std::string& name, int decimals, std::int64_t most, std::int64_t& out) const {
    auto count = parse_decimal(fields[column], decimals, most);
    if (count) {
      out = *count;
      return true;
    }
    wrong(count.error().code, name, fields[column], count.error().allowed);
    return false;
  }
};

constexpr std::size_t most_bytes = 16'000'000, most_rows = 5'000, most_errors = 1'000;

/// Calls `row` for each line that has the columns of the header; complains of the others.
template <class Each>
void each_row(std::string_view csv, std::string_view header, std::vector<Error>& errors, Each each) {
  if (csv.size() > most_bytes) {
    errors.push_back(
        {.code = ErrorCode::too_large, .field = "rows", .given = std::to_string(csv.size()) + " B", .allowed = AtMost{most_bytes}});
    return;
  }
  if (const std::size_t bad = text_until(csv); bad != csv.size()) {
    const auto line = 1 + std::count(csv.begin(), csv.begin() + static_cast<std::ptrdiff_t>(bad), '\n');
    errors.push_back({.code = ErrorCode::not_text, .field = "rows", .given = text_about(csv, bad), .line = line});
    return;
  }
  CsvLines lines(without_byte_order_mark(csv));
  std::vector<std::string> fields;
  std::string first;
  if (lines.next(fields))
    for (const auto& field : fields) first += (first.empty() ? "" : ",") + field;
  if (first != header || lines.broken() || fields.size() != static_cast<std::size_t>(std::count(header.begin(), header.end(), ',')) + 1) {
    errors.push_back({.code = ErrorCode::bad_header,
                      .field = "header",
                      .given = first.substr(0, 80),
                      .allowed = OneOf{{std::string(header)}},
                      .line = 1});
    return;
  }
  const std::size_t columns = fields.size();
  for (std::size_t count = 0; lines.next(fields); ++count) {
    const Row row{fields, lines.line(), errors};
    if (count == most_rows || errors.size() >= most_errors)
      return row.wrong(ErrorCode::too_many, "rows", "", AtMost{count == most_rows ? most_rows : most_errors});
    if (fields.size() != columns || lines.broken()) {
      errors.push_back(bad_row(fields.size(), lines.broken(), columns));
      errors.back().line = lines.line();
      continue;
    }
    each(row);
  }
}

bool is_percent(RateUnit unit) { return unit == RateUnit::percent; }
int decimals_of(RateUnit unit) { return is_kroner(unit) ? 2 : 4; }

/// Rows of one key stand together, in order, without overlap or hole.
void check_periods(RateRows& read) {
  std::array<bool, rate_key_count> seen{};
  for (std::size_t i = 0; i < read.rows.size(); ++i) {
    const Rate& rate = read.rows[i];
    const auto complain = [&](ErrorCode code, const Allowed& allowed) {
      read.errors.push_back({.code = code,
                             .field = std::string(info(rate.key).name),
                             .given = to_text(Date{rate.first}),
                             .allowed = allowed,
                             .line = read.lines[i]});
    };
    const bool follows = i > 0 && read.rows[i - 1].key == rate.key;
    if (!follows) {
      if (seen[static_cast<std::size_t>(rate.key)]) complain(ErrorCode::disorder, {});
      seen[static_cast<std::size_t>(rate.key)] = true;
      continue;
    }
    const Rate& before = read.rows[i - 1];
    const Limit next = before.has_end() ? Limit(day_after(Date{before.last})) : Limit{};
    const Allowed no_earlier = before.has_end() ? Allowed(AtLeast{next}) : Allowed{};
    if (rate.first <= before.first)
      complain(rate.first == before.first ? ErrorCode::overlap : ErrorCode::disorder, no_earlier);
    else if (rate.first <= before.last)
      complain(ErrorCode::overlap, no_earlier);
    else if (rate.first > before.last + std::chrono::days{1})
      complain(ErrorCode::hole, Exactly{next});
  }
}

}  // namespace

std::string_view to_text(RateStatus status) noexcept {
  switch (status) {
    case RateStatus::read: return "read";
    case RateStatus::derived: return "derived";
    case RateStatus::missing: return "missing";
  }
  return "";
}

std::string value_text(const Rate& rate) {
  if (rate.status == RateStatus::missing) return {};
  const int decimals = decimals_of(rate.unit());
  const std::string text = decimal_text(rate.count, decimals, 0);
  // Kroner have no decimals or two.
  return decimals == 2 && text.find('.') != std::string::npos ? decimal_text(rate.count, 2, 2) : text;
}

std::int64_t largest_count(RateUnit unit) noexcept {
  if (is_percent(unit)) return Percent::whole(100).ten_thousandths();
  if (is_kroner(unit)) return largest_amount.in_oere();
  // Kilometres a day or square metres of a home: a thousand of them.
  return unit == RateUnit::hours_a_week ? hours_in_a_week.ten_thousandths() : 10'000'000;
}

RateRows read_rates(std::string_view csv) {
  RateRows read;
  each_row(csv, "key,valid_from,valid_to,value,unit,status,source,note", read.errors, [&](const Row& row) {
    auto& fields = row.fields;
    const auto key = rate_key(fields[0]);
    if (!key) return row.wrong(ErrorCode::unknown_key, "key", fields[0]);
    Rate rate{.key = *key};
    const auto unit = rate.unit();
    bool good = row.period(rate.first, rate.last);
    good = row.status(5, rate.status) && good;
    if (fields[4] != to_text(unit)) {
      row.wrong(ErrorCode::bad_unit, fields[0], fields[4], OneOf{{to_text(unit)}});
      good = false;
    }
    if (fields[6].empty()) {
      row.wrong(ErrorCode::missing_source, fields[0], "");
      good = false;
    }
    if ((rate.status == RateStatus::missing) != fields[3].empty()) {
      row.wrong(ErrorCode::bad_status, fields[0], fields[5] + " / " + fields[3], Form::missing_has_no_value);
      good = false;
    } else if (!fields[3].empty()) {
      good = row.number(3, fields[0], decimals_of(unit), largest_count(unit), rate.count) && good;
    }
    if (!good) return;
    rate.exact = exact_rate(unit, rate.count);
    rate.source = *read.texts.emplace_back(std::make_unique<const std::string>(fields[6]));
    if (!fields[7].empty()) rate.note = *read.texts.emplace_back(std::make_unique<const std::string>(fields[7]));
    read.rows.push_back(rate);
    read.lines.push_back(row.line);
  });
  check_periods(read);
  if (read.rows.empty() && read.errors.empty()) read.errors.push_back({.code = ErrorCode::empty, .field = "rows", .line = 1});
  std::stable_sort(read.errors.begin(), read.errors.end(), [](const Error& a, const Error& b) { return a.line < b.line; });
  return read;
}

MunicipalTaxRows read_municipal_tax(std::string_view csv) {
  MunicipalTaxRows read;
  std::set<std::string> seen;
  each_row(csv, "municipality,valid_from,valid_to,municipal_pct,church_pct,status,source", read.errors, [&](const Row& row) {
    auto& fields = row.fields;
    MunicipalTax tax;
    std::int64_t municipal = 0, church = 0;
    const auto whole = Percent::whole(100).ten_thousandths();
    bool good = row.period(tax.first, tax.last);
    good = row.number(3, "municipal_pct", 4, whole, municipal) && good;
    // An empty percentage is not known: it is never 0.
    if (!fields[4].empty()) good = row.number(4, "church_pct", 4, whole, church) && good;
    good = row.status(5, tax.status) && good;
    if (fields[0].empty() || fields[6].empty()) {
      row.wrong(fields[0].empty() ? ErrorCode::empty : ErrorCode::missing_source, "municipality", fields[0]);
      good = false;
    }
    const bool follows = !read.rows.empty() && read.rows.back().municipality == fields[0];
    if (good && !follows && !seen.insert(fields[0]).second) {
      row.wrong(ErrorCode::disorder, fields[0], fields[1]);
      good = false;
    }
    if (follows && good) {
      const auto next = read.rows.back().last + std::chrono::days{1};
      if (tax.first != next) {
        if (tax.first < next)
          row.wrong(ErrorCode::overlap, fields[0], fields[1], AtLeast{Date{next}});
        else
          row.wrong(ErrorCode::hole, fields[0], fields[1], Exactly{Date{next}});
        good = false;
      }
    }
    if (!good) return;
    tax.municipal = Percent::of_ten_thousandths(municipal);
    if (!fields[4].empty()) tax.church = Percent::of_ten_thousandths(church);
    tax.municipality = *read.texts.emplace_back(std::make_unique<const std::string>(fields[0]));
    tax.source = *read.texts.emplace_back(std::make_unique<const std::string>(fields[6]));
    read.rows.push_back(tax);
  });
  if (read.rows.empty() && read.errors.empty()) read.errors.push_back({.code = ErrorCode::empty, .field = "rows", .line = 1});
  return read;
}

}  // namespace fleks
