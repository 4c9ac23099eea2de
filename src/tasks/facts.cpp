#include "tasks/facts.hpp"

#include <fleks/facts/names.hpp>
#include <fleks/words/rules.hpp>

namespace fleks::tasks {

namespace {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Every kind of space as a plain one: non-breaking, narrow, thin, figure.
std::string with_plain_spaces(std::string_view text) {
  std::string out(text);
  for (const std::string_view space : {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE2\x80\x87", "\t"})
    for (std::size_t at = out.find(space); at != std::string::npos; at = out.find(space, at + 1)) out.replace(at, space.size(), " ");
  return out;
}

void trim(std::string_view& text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
}

/// Without the unit before or after it; whether there was one of kroner, which is Danish.
bool take_unit(std::string_view& text) {
  for (const std::string_view unit : {"kr.", "Kr.", "KR.", "kr", "Kr", "KR", "DKK"}) {
    if (text.starts_with(unit))
      text.remove_prefix(unit.size());
    else if (text.ends_with(unit))
      text.remove_suffix(unit.size());
    else
      continue;
    trim(text);
    return unit != "DKK";
  }
  return false;
}

/// Without the spaces between groups of three digits; nothing where a space stands elsewhere.
std::optional<std::string> without_thousands_spaces(std::string_view text) {
  const std::size_t whole = std::min(text.find_first_of(",."), text.size());
  std::string out;
  std::size_t group = 0, groups = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ') {
      out += text[i];
      group += i < whole ? 1 : 0;
      continue;
    }
    if (i > whole || (groups == 0 ? group == 0 || group > 3 : group != 3) || i + 1 == text.size() || !is_digit(text[i + 1])) return {};
    ++groups;
    group = 0;
  }
  if (groups > 0 && group != 3) return {};
  return out;
}

}  // namespace

Result<Money> parse_kroner(std::string_view given) {
  const auto plain = Money::parse(given);
  if (plain) return plain;
  const std::string spaced = with_plain_spaces(given);
  std::string_view text = spaced;
  trim(text);
  bool danish = take_unit(text);
  for (const std::string_view no_oere : {",-", ",--", ",\xE2\x80\x93", ",\xE2\x80\x94"})
    if (text.size() > no_oere.size() && text.ends_with(no_oere) && is_digit(text[text.size() - no_oere.size() - 1])) {
      text.remove_suffix(no_oere.size());
      danish = true;
      break;
    }
  auto joined = without_thousands_spaces(text);
  if (!joined || joined->empty()) return plain;
  // Where it is Danish, full stops stand between thousands: 15.600 kr. has no øre.
  if (danish && joined->find(',') == std::string::npos && joined->find('.') != std::string::npos)
    if (const auto amount = Money::parse(*joined + ",00")) return amount;
  const auto amount = Money::parse(*joined);
  return amount ? amount : plain;
}

Money read_money(const Arguments& a, std::string_view option) { return a.read(option, parse_kroner).value_or(Money{}); }

std::vector<const char*> class_words() {
  return {"full", "low_provider", "low_nonprovider", "fuld", "lav-forsørger", "lav-ikke-forsørger"};
}

BenefitClass read_class(const Arguments& a) {
  const std::string* given = a.text("class");
  if (given == nullptr) return BenefitClass::full;
  const auto words = class_words();
  for (std::size_t i = 0; i < words.size(); ++i)
    if (*given == words[i]) return static_cast<BenefitClass>(i % 3);
  throw Stop{{.code = ErrorCode::no_such_choice, .field = asked("class"), .given = *given}};
}

Percent read_percent(const Arguments& a, std::string_view option) {
  const auto parse = [](std::string_view text) -> Result<Percent> {
    auto percent = Percent::parse(text.ends_with('%') ? text.substr(0, text.size() - 1) : text);
    if (percent) return percent;
    Error wrong = std::move(percent).error();
    wrong.given = text.substr(0, 60);
    return wrong;
  };
  return a.read(option, parse).value_or(Percent{});
}

Contribution read_contribution(const Arguments& a, std::string_view option) {
  const std::string* given = a.text(option);
  if (given == nullptr) return {};
  if (given->ends_with('%')) return Contribution::of(read_percent(a, option));
  return Contribution::of(read_money(a, option));
}

/// LOFT-4: the hours of a full-time month; by law those of the order where the municipality has said to have computed it.
Ceiling::FullTimeMonth read_full_time_month(const Arguments& a) {
  CeilingHours hours = a.choice<CeilingHours>("ceiling_hours");
  const std::string* by = a.text("ceiling_stated_by");
  const auto month = a.read("month", parse_month);
  if (hours == CeilingHours::by_law && month && by != nullptr && *by == "computed")
    hours = named<CeilingHours>(reading_of(Rule::LOFT_4, names<CeilingHours>.id, *month)).value_or(CeilingHours::exact);
  return hours == CeilingHours::three_decimals ? Ceiling::FullTimeMonth::three_decimals : Ceiling::FullTimeMonth::exact;
}

Ceiling read_ceiling(const Arguments& a) {
  Ceiling c;
  const auto stated = a.read("ceiling", parse_kroner), hourly = a.read("ceiling_hourly", parse_kroner),
             monthly = a.read("ceiling_monthly", parse_kroner);
  const auto not_both = [&](const char* option, const char* other) {
    if (a.has(option) && a.has(other))
      throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked(option), .allowed = NotWith{{asked(other)}}}};
  };
  not_both("ceiling_hourly", "ceiling");
  not_both("ceiling_monthly", "ceiling");
  not_both("ceiling_monthly", "ceiling_hourly");
  const auto only_with = [&](const char* option, bool there, OnlyWith allowed) {
    if (a.has(option) && !there)
      throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked(option), .given = *a.text(option), .allowed = std::move(allowed)}};
  };
  for (const char* part : {"ceiling_holiday_supplement", "ceiling_stated_by"})
    only_with(part, stated || hourly || monthly, {{asked("ceiling"), asked("ceiling_hourly"), asked("ceiling_monthly")}});
  for (const char* part : {"ceiling_supplements", "ceiling_bonus", "ceiling_pension"})
    only_with(part, hourly || monthly, {{asked("ceiling_hourly"), asked("ceiling_monthly")}});
  only_with("ceiling_hours", hourly.has_value(), {{asked("ceiling_hourly")}});
  if (stated) c = Ceiling::stated(*stated);
  if (hourly || monthly) {
    c = Ceiling::from_hourly(hourly ? *hourly : *monthly, read_money(a, "ceiling_supplements"), read_percent(a, "ceiling_pension"));
    c.fixed_bonus = read_money(a, "ceiling_bonus");
    if (hourly) c.full_time_month = read_full_time_month(a);
    if (monthly) c.form = Ceiling::Form::from_monthly;
  }
  c.holiday_supplement = read_money(a, "ceiling_holiday_supplement");
  c.stated_by = static_cast<Ceiling::StatedBy>(
      a.choice("ceiling_stated_by", {"employer", "computed", "agreement-table"}, static_cast<std::size_t>(c.stated_by)));
  return c;
}

std::vector<Option> ceiling_options(const Text& ceiling) {
  return {{"ceiling", {"KR", "KR"}, ceiling},
          {"ceiling_hourly",
           {"KR", "KR"},
           {"lønloftet beregnet af timelønnen på fuld tid, eller af", "the ceiling from the hourly pay of full time, or from"}},
          {"ceiling_monthly",
           {"KR", "KR"},
           {"grundlønnen om måneden på fuld tid, begge med:", "the base pay of full time a month, both with:"}},
          {"ceiling_supplements", {"KR", "KR"}, {"  tillæg, gennemsnit om måneden", "  supplements, monthly average"}},
          {"ceiling_bonus", {"KR", "KR"}, {"  fast bonus om måneden", "  fixed bonus a month"}},
          {"ceiling_pension", {"PCT", "PCT"}, {"  arbejdsgivers pensionsbidrag", "  employer's pension"}},
          {"ceiling_hours",
           {"VALG", "CHOICE"},
           {"  timer i en fuldtidsmåned, til timelønnen: by-law, exact (37 × 52/12) eller 160.333",
            "  hours of a full-time month, for the hourly pay: by-law, exact (37 × 52/12) or 160.333"},
           {"by-law", "exact", "160.333"}},
          {"ceiling_holiday_supplement",
           {"KR", "KR"},
           {"ferietillæg, som en fuldtidsansat får i måneden: hæver lønloftet",
            "holiday supplement of a full-time employee in the month: raises the ceiling"}},
          {"ceiling_stated_by",
           {"HVEM", "WHO"},
           {"employer (arbejdsgiver), computed (kommunen) eller agreement-table\n(overenskomst)", "employer, computed or agreement-table"},
           {"employer", "computed", "agreement-table"}}};
}

RateTable read_rates(const Arguments& a) {
  RateTable rates = a.files_read->today != nullptr ? *a.files_read->today : RateTable::embedded();
  if (const std::string* file = a.text("rates")) {
    auto table = rates.extended_by(a.read_file("rates", *file));
    if (!table) throw Stop{std::move(table).error(), asked("rates " + *file)};
    rates = *std::move(table);
  }
  if (a.files_read->rates.empty()) return rates;
  return or_stop(rates.extended_by(a.files_read->rates));
}

MunicipalTaxTable read_municipal_taxes(const Arguments& a) {
  const std::string* file = a.text("municipal_taxes");
  if (file == nullptr) return MunicipalTaxTable::embedded();
  auto table = MunicipalTaxTable::embedded().extended_by(a.read_file("municipal_taxes", *file));
  if (!table) throw Stop{std::move(table).error(), asked("municipal_taxes " + *file)};
  return *std::move(table);
}

}  // namespace fleks::tasks
