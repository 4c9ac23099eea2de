#include "check.hpp"

#include <fleks/reading/reform.hpp>
#include <fleks/statement/month_statement.hpp>

#include <nlohmann/json.hpp>

// Any bytes as a reform, what follows a NUL as its file of ceilings: errors that name their member, or a reform that
// reads the same when it is written again, and that changes nothing before its first month.

using namespace fleks;
using fuzz::must;

namespace {

std::string decimal(std::int64_t count, RateUnit unit) {
  if (unit == RateUnit::percent) return to_text(Percent::of_ten_thousandths(count));
  if (!is_kroner(unit)) return to_text(Hours::of_ten_thousandths(count));
  return to_text(Money::oere(count));
}

std::string written(const Reform& r) {
  nlohmann::json json{{"id", r.id}, {"title", r.title}, {"from", to_text(r.from)}};
  for (const auto& rate : r.rates) json["rates"][std::string(info(rate.key).name)] = decimal(rate.count, info(rate.key).unit);
  const Policy& p = r.policy;
  if (!p.care_income_counts) json["rules"]["FLT-7"] = "off";
  if (p.reduced_by_hours) json["rules"]["FLT-8"] = "by_hours";
  if (!p.daily_benefit_deducted) json["rules"]["FLT-9"] = "off";
  if (!p.ceiling_applies)
    json["rules"]["FLT-11"] = "off";
  else if (p.ceiling_cut_share != Percent::whole(100))
    json["rules"]["FLT-11"]["cut_pct"] = to_text(p.ceiling_cut_share);
  if (!p.holiday_days_cut) json["rules"]["FLT-12"] = "off";
  if (!r.ceilings.empty()) json["ceilings"] = "ceilings.csv";
  return json.dump();
}

std::string ceilings_written(const Reform& r) {
  std::string text = "agreement_area,ceiling\n";
  for (const auto& each : r.ceilings) {
    text += '"';
    for (const char c : each.area) text += c == '"' ? std::string("\"\"") : std::string(1, c);
    text += "\"," + to_text(each.ceiling) + "\n";
  }
  return text;
}

bool same(const Reform& a, const Reform& b) {
  const auto rates = [](const auto& x, const auto& y) { return x.key == y.key && x.count == y.count && x.first == y.first; };
  const auto areas = [](const auto& x, const auto& y) { return x.area == y.area && x.ceiling == y.ceiling; };
  const auto sorted = [](std::vector<Reform::ChangedRate> all) {
    std::sort(all.begin(), all.end(), [](const auto& x, const auto& y) { return x.key < y.key; });
    return all;
  };
  const auto of_a = sorted(a.rates), of_b = sorted(b.rates);
  return a.id == b.id && a.title == b.title && a.from == b.from && std::equal(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), rates) &&
         std::equal(a.ceilings.begin(), a.ceilings.end(), b.ceilings.begin(), b.ceilings.end(), areas) &&
         a.policy.ceiling_applies == b.policy.ceiling_applies && a.policy.reduced_by_hours == b.policy.reduced_by_hours &&
         (!a.policy.ceiling_applies || a.policy.ceiling_cut_share == b.policy.ceiling_cut_share) &&
         a.policy.care_income_counts == b.policy.care_income_counts && a.policy.holiday_days_cut == b.policy.holiday_days_cut &&
         a.policy.daily_benefit_deducted == b.policy.daily_benefit_deducted;
}

}  // namespace

void fuzz_one(std::string_view input) {
  static const RateTable rates = RateTable::embedded();
  const auto end = std::min(input.find('\0'), input.size());
  const std::string ceilings(input.substr(std::min(end + 1, input.size())));
  const auto reform = read_reform(input.substr(0, end), [&](std::string_view) -> Result<std::string> { return ceilings; });
  if (!reform) {
    must(!reform.error().field.empty(), "an error names its member", input);
    return fuzz::must_have_words(reform.error());
  }
  const std::string text = written(*reform);
  const auto again = read_reform(text, [&](std::string_view) -> Result<std::string> { return ceilings_written(*reform); });
  must(again.has_value() && same(*reform, *again), "what is read and written reads the same", text);

  const auto reformed = apply(*reform, rates);
  if (!reformed) return fuzz::must_have_words(reformed.error());
  const Month before = reform->from - std::chrono::months{1};
  for (const Month month : {before, reform->from, reform->from + std::chrono::months{14}}) {
    MonthFacts facts{.month = month, .pay = Pay::am_income(Money::kroner(16'000))};
    facts.paid_hours = Hours::whole(80);
    facts.ceiling = Ceiling::stated(Money::kroner(24'000));
    const auto today = fleksloentilskud(facts, rates), then = fleksloentilskud(facts, reformed->rates, reformed->options);
    if (!then) fuzz::must_have_words(then.error());
    if (month == before) {
      must(today.has_value() == then.has_value(), "a reform changes nothing before its first month", input);
      if (today) must(today->fleksloentilskud == then->fleksloentilskud, "a reform changes nothing before its first month", input);
    }
    if (then) must(then->fleksloentilskud >= Money{} && then->fleksloentilskud <= largest_amount, "a subsidy is an amount", input);
  }
}
