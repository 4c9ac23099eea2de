// Rates by date. Readings:
// - A month's rates are those in force on its first day (no rate used here changes inside a month).
// - obligatory_pension_pct begins in 2020; before that the scheme did not exist and the percentage is 0.
#include "oracle.hpp"

#include <fstream>
#include <stdexcept>

namespace oracle {

namespace {

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '\r') continue;
    if (c == '"')
      quoted = !quoted;  // a doubled quote would lose its sign; no field used here has one
    else if (c == ',' && !quoted)
      fields.emplace_back();
    else
      fields.back() += c;
  }
  return fields;
}

Day day_of(const std::string& text) {
  if (text.size() != 10) throw std::invalid_argument("not a date: " + text);
  return {std::stoi(text.substr(0, 4)), std::stoi(text.substr(5, 2)), std::stoi(text.substr(8, 2))};
}

}  // namespace

RateBook RateBook::read(const std::filesystem::path& rates_csv) {
  std::ifstream in(rates_csv);
  if (!in) throw std::invalid_argument("cannot open " + rates_csv.string());
  std::string line;
  std::getline(in, line);  // key,valid_from,valid_to,value,...
  RateBook book;
  while (std::getline(in, line)) {
    if (line.empty()) continue;
    const std::vector<std::string> f = fields_of(line);
    if (f.size() < 4) throw std::invalid_argument("rates: " + line);
    RateRow row;
    row.key = f[0];
    row.from = day_of(f[1]);
    if (!f[2].empty()) row.to = day_of(f[2]);
    if (!f[3].empty()) row.value = decimal(f[3]);
    book.rows.push_back(row);
  }
  return book;
}

std::optional<Number> RateBook::find(std::string_view key, const Day& day) const {
  for (const RateRow& row : rows) {
    if (row.key == key && !(day < row.from) && (!row.to || !(*row.to < day))) return row.value;
  }
  return std::nullopt;
}

Number RateBook::get(std::string_view key, const Day& day) const {
  const std::optional<Number> value = find(key, day);
  if (!value) {
    throw std::out_of_range("no rate " + std::string(key) + " on " + std::to_string(day.year) + "-" + std::to_string(day.month) + "-" +
                            std::to_string(day.day));
  }
  return *value;
}

MonthRates month_rates(const RateBook& book, int year, int month) {
  const Day day{year, month, 1};
  MonthRates r;
  r.base = book.get("fleksloentilskud_max_month", day);
  r.threshold = book.get("taper_threshold_month", day);
  r.taper_low = book.get("taper_low_pct", day) / 100;
  r.taper_high = book.get("taper_high_pct", day) / 100;
  r.full_time_hours_week = book.get("full_time_hours_week", day);
  r.full_time_hours_month = monthly_hours(r.full_time_hours_week);
  r.subsidy_own_atp_share = book.get("atp_subsidy_own_pct", day) / 100;
  r.subsidy_own_atp_max = book.get("atp_subsidy_own_max_month", day);
  r.subsidy_public_atp_per_hour = book.get("atp_subsidy_public_per_hour", day);
  r.subsidy_public_atp_under_39h = book.get("atp_subsidy_public_under_39h_month", day);
  r.wage_own_atp_39h = book.get("atp_wage_own_39h_month", day);
  r.wage_own_atp_78h = book.get("atp_wage_own_78h_month", day);
  r.wage_own_atp_117h = book.get("atp_wage_own_117h_month", day);
  r.wage_employer_atp_39h = book.get("atp_wage_employer_39h_month", day);
  r.wage_employer_atp_78h = book.get("atp_wage_employer_78h_month", day);
  r.wage_employer_atp_117h = book.get("atp_wage_employer_117h_month", day);
  r.obligatory_pension_share = year < 2020 ? zero() : Number(book.get("obligatory_pension_pct", day) / 100);
  r.ledighedsydelse_full = book.get("ledighedsydelse_full_month", day);
  r.ledighedsydelse_low_provider = book.get("ledighedsydelse_low_provider_month", day);
  r.ledighedsydelse_low_nonprovider = book.get("ledighedsydelse_low_nonprovider_month", day);
  r.ledighedsydelse_own_atp = book.get("atp_ledighedsydelse_own_month", day);
  r.ledighedsydelse_public_atp = book.get("atp_ledighedsydelse_public_month", day);
  r.conversion_rate_hour = book.find("conversion_rate_hour", day);
  return r;
}

}  // namespace oracle
