#include <fleks/rates/municipal_tax.hpp>

#include <algorithm>
#include <map>
#include <utility>

#include "rates/embedded.hpp"
#include "rates/periods.hpp"
#include "rates/read_rates.hpp"

namespace fleks {
namespace {

/// The name in small ASCII letters: æ, ø, å as ae, oe, aa; é and ü as e and u; other signs dropped. A ring that stands apart
/// from its letter, as in decomposed text, makes it å.
std::string folded(std::string_view name) {
  constexpr std::string_view ring_apart = "\xCC\x8A";
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (name.substr(i).starts_with(ring_apart) && out.ends_with('a')) {
      out += 'a';
      ++i;
      continue;
    }
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

/// As one writes without the Danish letters: Kobenhavn, Aro, Arhus.
std::string without_danish_letters(std::string folded_name) {
  for (const auto& [pair, letter] : {std::pair{std::string_view("aa"), 'a'}, {"oe", 'o'}, {"ae", 'a'}})
    for (std::size_t at = folded_name.find(pair); at != std::string::npos; at = folded_name.find(pair, at + 1))
      folded_name.replace(at, pair.size(), 1, letter);
  return folded_name;
}

/// The names that a text may mean, the most likely first: as it stands, without `Kommune`, and without the genitive before it.
std::vector<std::string> meant(std::string_view text) {
  std::vector<std::string> names{folded(text)};
  for (const std::string_view word : {"regionskommune", "kommune"}) {
    if (!names.front().ends_with(word) || names.front().size() == word.size()) continue;
    const std::string owner = names.front().substr(0, names.front().size() - word.size());
    names.push_back(owner);
    if (owner.ends_with('s')) names.push_back(owner.substr(0, owner.size() - 1));
    break;
  }
  return names;
}

/// How many letters have to be put in, taken out or changed.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row[b.size()];
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
  static const MunicipalTaxTable table = of(embedded_municipal_taxes()).value();
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
  constexpr std::size_t longest = 60, near = 2;
  const std::string given(name.substr(0, longest));
  const std::chrono::sys_days day{date};
  const auto names = meant(given);
  bool known = false;
  const auto found = [&](auto same) -> const MunicipalTax* {
    for (std::size_t i = 0; i < data_->rows.size(); ++i) {
      if (!same(data_->names[i])) continue;
      known = true;
      const MunicipalTax& tax = data_->rows[i];
      if (tax.first <= day && day <= tax.last) return &tax;
    }
    return nullptr;
  };
  for (const std::string& wanted : names) {
    if (wanted.empty()) continue;
    const MunicipalTax* tax = found([&](const std::string& each) { return each == wanted; });
    if (tax == nullptr && !known)
      tax = found([&](const std::string& each) { return without_danish_letters(each) == without_danish_letters(wanted); });
    if (tax != nullptr) return *tax;
    if (known) return Error{.code = ErrorCode::no_rate, .field = "municipal_tax " + given, .given = to_text(date), .date = date};
  }
  // None of them: those that are spelled nearly so.
  OneOf suggested;
  for (std::size_t i = 0; i < data_->rows.size(); ++i) {
    if (i > 0 && data_->names[i] == data_->names[i - 1]) continue;
    const std::string each = without_danish_letters(data_->names[i]);
    if (std::any_of(names.begin(), names.end(),
                    [&](const std::string& n) { return n.size() > near && distance(without_danish_letters(n), each) <= near; }))
      suggested.choices.emplace_back(data_->rows[i].municipality);
  }
  return Error{.code = name.empty() ? ErrorCode::empty : ErrorCode::unknown_municipality,
               .field = Fact::municipality,
               .given = given,
               .allowed = suggested.choices.empty() ? Allowed{} : Allowed(std::move(suggested))};
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
    if (facts.church_member) {
      if (!tax->church)
        return Error{.code = ErrorCode::rate_is_missing,
                     .field = "church_tax " + std::string(tax->municipality),
                     .given = to_text(rates.date()),
                     .date = rates.date()};
      local.church = *tax->church;
    }
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
