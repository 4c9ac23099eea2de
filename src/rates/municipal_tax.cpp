#include <fleks/rates/municipal_tax.hpp>

#include "rates/embedded.hpp"

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

std::span<const MunicipalTax> municipal_taxes() noexcept { return embedded_municipal_taxes(); }

Result<MunicipalTax> municipal_tax(std::string_view name, Date date) {
  const std::string wanted = folded(name);
  bool known = false;
  const std::chrono::sys_days day{date};
  if (!wanted.empty())
    for (const auto& tax : municipal_taxes()) {
      if (folded(tax.municipality) != wanted) continue;
      known = true;
      if (tax.first <= day && day <= tax.last) return tax;
    }
  if (known)
    return Error{
        .code = ErrorCode::no_rate, .field = "municipal_tax " + std::string(name.substr(0, 60)), .given = to_text(date), .date = date};
  return Error{.code = name.empty() ? ErrorCode::empty : ErrorCode::unknown_municipality,
               .field = "municipality",
               .given = std::string(name.substr(0, 60))};
}

Result<LocalTax> local_tax(const LocalTaxFacts& facts, const RatesOnDate& rates) {
  const auto not_with = [](const char* option, const char* other) {
    return Error{.code = ErrorCode::exclusive_facts, .field = option, .given = other};
  };
  LocalTax local;
  if (facts.municipality) {
    if (facts.municipal) return not_with("--municipal-tax", "--municipality");
    auto tax = municipal_tax(*facts.municipality, rates.date());
    if (!tax) return std::move(tax).error().in("--municipality");
    local.municipal = tax->municipal;
    local.municipality = tax->municipality;
    if (facts.church_member) local.church = tax->church;
  } else if (facts.municipal) {
    if (facts.church_member) return not_with("--church", "--municipal-tax");
    local.municipal = *facts.municipal;
  } else {
    const auto average = rates.get<RateKey::tax_municipal_average_pct>();
    // The average is only a stand-in; where it is not known the user has to say which tax.
    if (!average) return Error{.code = ErrorCode::missing_fact, .field = "--municipal-tax", .allowed = "--municipal-tax, --municipality"};
    local.municipal = *average;
    local.is_average = true;
    if (facts.church_member) {
      auto church = rates.get<RateKey::tax_church_average_pct>();
      if (!church) return std::move(church).error().in("--church");
      local.church = *church;
    }
  }
  if (facts.church) {
    if (facts.church_member) return not_with("--church-tax", "--church");
    local.church = *facts.church;
  }
  return local;
}

}  // namespace fleks
