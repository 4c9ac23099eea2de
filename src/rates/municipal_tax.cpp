#include <fleks/rates/municipal_tax.hpp>

#include <algorithm>
#include <map>

#include "rates/embedded.hpp"
#include "rates/periods.hpp"
#include "rates/read_rates.hpp"

namespace fleks {
namespace {

/// The name in small ASCII letters: æ, ø, å as ae, oe, aa; é and ü as e and u; other signs dropped.
std::string folded(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (c >= 'A' && c <= 'Z')
      out += static_cast<char>(c - 'A' + 'a');
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      out += c;
    else if (c == '\xC3' && i + 1 < name.size()) {
      switch (static_cast<unsigned char>(name[++i]) & ~0x20u) {
        case 0x86: out += "ae"; break;
        case 0x98: out += "oe"; break;
        case 0x85: out += "aa"; break;
        case 0x89: out += 'e'; break;
        case 0x9C: out += 'u'; break;
        default: break;
      }
    }
  }
  return out;
}

}  // namespace

struct MunicipalTaxTable::Data {
  std::vector<MunicipalTax> rows;
  std::vector<std::string> names;  // folded, of each row
  std::vector<std::unique_ptr<const std::string>> texts;
};

Result<MunicipalTaxTable> MunicipalTaxTable::of(std::vector<MunicipalTax> rows) {
  auto data = std::make_shared<Data>();
  // A municipality keeps the place and the spelling of its first row; its rows stand by date.
  std::map<std::string, std::vector<MunicipalTax>> by_name;
  std::vector<std::string> order;
  for (const MunicipalTax& row : rows) {
    const std::string name = folded(row.municipality);
    auto& rows_of_name = by_name[name];
    if (rows_of_name.empty()) order.push_back(name);
    rows_of_name.push_back(row);
  }
  const auto kept = [&](std::string_view text) {
    return std::string_view(*data->texts.emplace_back(std::make_unique<const std::string>(text)));
  };
  for (const std::string& name : order) {
    auto& of_name = by_name[name];
    const std::string_view as_written = kept(of_name.front().municipality);
    std::sort(of_name.begin(), of_name.end(), [](const MunicipalTax& a, const MunicipalTax& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < of_name.size(); ++i) {
      MunicipalTax row = of_name[i];
      if (i > 0 && of_name[i - 1].last + std::chrono::days{1} != row.first)
        return Error{.code = row.first <= of_name[i - 1].last ? ErrorCode::overlap : ErrorCode::hole,
                     .field = std::string(row.municipality),
                     .given = to_text(Date{row.first}),
                     .allowed = of_name[i - 1].last == Rate::open ? Allowed{} : Allowed(AtLeast{day_after(Date{of_name[i - 1].last})})};
      row.municipality = as_written;
      row.source = kept(row.source);
      data->rows.push_back(row);
      data->names.push_back(name);
    }
  }
  return MunicipalTaxTable(std::move(data));
}

MunicipalTaxTable MunicipalTaxTable::embedded() {
  const auto rows = embedded_municipal_taxes();
  static const MunicipalTaxTable table = of({rows.begin(), rows.end()}).value();
  return table;
}

Result<MunicipalTaxTable> MunicipalTaxTable::read(std::string_view csv) {
  MunicipalTaxRows read = read_municipal_tax(csv);
  if (!read.errors.empty()) return std::move(read.errors.front());
  return of(std::move(read.rows));
}

std::vector<Error> MunicipalTaxTable::check(std::string_view csv) {
  MunicipalTaxRows read = read_municipal_tax(csv);
  // What no line of its own shows: one municipality under two spellings.
  if (read.errors.empty())
    if (auto table = of(std::move(read.rows)); !table) read.errors.push_back(std::move(table).error());
  return std::move(read.errors);
}

Result<MunicipalTaxTable> MunicipalTaxTable::extended_by(std::string_view csv) const {
  const MunicipalTaxRows read = read_municipal_tax(csv);
  if (!read.errors.empty()) return read.errors.front();
  std::vector<MunicipalTax> rows = data_->rows;
  for (const MunicipalTax& added : read.rows)
    rows = with_row(rows, added, [name = folded(added.municipality)](const MunicipalTax& old) { return folded(old.municipality) == name; });
  return of(std::move(rows));
}

std::span<const MunicipalTax> MunicipalTaxTable::rows() const noexcept { return data_->rows; }

Result<MunicipalTax> MunicipalTaxTable::find(std::string_view name, Date date) const {
  const std::string wanted = folded(name);
  bool known = false;
  const std::chrono::sys_days day{date};
  if (!wanted.empty())
    for (std::size_t i = 0; i < data_->rows.size(); ++i) {
      if (data_->names[i] != wanted) continue;
      known = true;
      const MunicipalTax& tax = data_->rows[i];
      if (tax.first <= day && day <= tax.last) return tax;
    }
  if (known)
    return Error{
        .code = ErrorCode::no_rate, .field = "municipal_tax " + std::string(name.substr(0, 60)), .given = to_text(date), .date = date};
  return Error{.code = name.empty() ? ErrorCode::empty : ErrorCode::unknown_municipality,
               .field = Fact::municipality,
               .given = std::string(name.substr(0, 60))};
}

Result<LocalTax> local_tax(const LocalTaxFacts& facts, const RatesOnDate& rates, const MunicipalTaxTable& taxes) {
  const auto not_with = [](Fact fact, Fact other) {
    return Error{.code = ErrorCode::exclusive_facts, .field = fact, .allowed = NotWith{{other}}};
  };
  LocalTax local;
  if (facts.municipality) {
    if (facts.municipal) return not_with(Fact::municipal_tax, Fact::municipality);
    auto tax = taxes.find(*facts.municipality, rates.date());
    if (!tax) return std::move(tax).error().in(Fact::municipality);
    local.municipal = tax->municipal;
    local.municipality = tax->municipality;
    if (facts.church_member) local.church = tax->church;
  } else if (facts.municipal) {
    if (facts.church_member) return not_with(Fact::church, Fact::municipal_tax);
    local.municipal = *facts.municipal;
  } else {
    const auto average = rates.get<RateKey::tax_municipal_average_pct>();
    // The average is only a stand-in; where it is not known the user has to say which tax.
    if (!average)
      return Error{
          .code = ErrorCode::missing_fact, .field = Fact::municipal_tax, .allowed = AnyOf{{Fact::municipal_tax, Fact::municipality}}};
    local.municipal = *average;
    local.is_average = true;
    if (facts.church_member) {
      auto church = rates.get<RateKey::tax_church_average_pct>();
      if (!church) return std::move(church).error().in(Fact::church);
      local.church = *church;
    }
  }
  if (facts.church) {
    if (facts.church_member) return not_with(Fact::church_tax, Fact::church);
    local.church = *facts.church;
  }
  return local;
}

}  // namespace fleks
