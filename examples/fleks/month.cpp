#include <fleks/words/amounts.hpp>
#include <fleks/words/explanation.hpp>
#include <fleks/words/json.hpp>

#include "command.hpp"
#include "facts.hpp"
#include "month_facts.hpp"
#include "reforms.hpp"

// fleks month: one month's fleksløntilskud.

namespace program {
namespace {

using namespace fleks;

/// "Expected 15.271,00 kr., computed …": empty when they agree.
std::string comparison(Money expected, Money computed, Language language) {
  const bool danish = language == Language::danish;
  const std::string difference = (computed > expected ? "+" : "") + kroner(computed - expected, language);
  if (danish)
    return expected == computed
               ? "Ventet " + kroner(expected, language) + " og beregnet det samme.\n"
               : "Ventet " + kroner(expected, language) + ", beregnet " + kroner(computed, language) + ", forskel " + difference + "\n";
  return expected == computed
             ? "Expected " + kroner(expected, language) + " and computed the same.\n"
             : "Expected " + kroner(expected, language) + ", computed " + kroner(computed, language) + ", difference " + difference + "\n";
}

int run(const Arguments& a, Output& out) {
  const bool json = a.choice("--format", {"text", "json"}) == 1;
  const auto expected = a.read("--expect", Money::parse);
  Options options = read_month_options(a);
  MonthFacts facts = read_month_facts(a);
  RateTable rates = read_rates(a);
  const auto reforms = read_reforms(a);
  if (!reforms.empty()) {
    auto reformed = or_stop(apply(reforms[0], rates, options), "--reform");
    rates = std::move(reformed.rates);
    options = reformed.options;
    if (const std::string* area = a.text("--agreement-area"); area != nullptr && options.policy.in_force(facts.month))
      if (const auto ceiling = reforms[0].ceiling(*area)) facts.ceiling = Ceiling::stated(*ceiling, Ceiling::StatedBy::agreement_table);
  }
  auto month = explained_month(facts, rates, options);
  if (!month) {
    const ErrorCode code = month.error().code;
    const bool of_the_date = code == ErrorCode::no_rate || code == ErrorCode::rate_is_missing;
    throw Stop{std::move(month).error(), of_the_date ? "--month " + to_text(facts.month) : std::string{}};
  }
  const Money computed = month->statement.fleksloentilskud;
  const bool differs = expected && *expected != computed;
  if (json) {
    out.text = to_json(*month, a.language, expected);
    if (differs) out.note = "fleks: " + comparison(*expected, computed, a.language);
  } else {
    out.text = breakdown(*month, a.language);
    if (expected) out.text += "\n" + comparison(*expected, computed, a.language);
  }
  if (const std::string* file = a.text("-o")) out.file = *file;
  return differs ? 1 : 0;
}

const Registered month{{
    .name = "month",
    .what = {"én måneds fleksløntilskud, med hvert trin", "one month's fleksløntilskud, with every step"},
    .usage = {"--month ÅÅÅÅ-MM LØN [valg]\nLØN er én af --am-income, --monthly-wage, --hourly-wage.",
              "--month YYYY-MM PAY [options]\nPAY is one of --am-income, --monthly-wage, --hourly-wage."},
    .options = month_options(
        {reform_option(false),
         {"--agreement-area",
          {"OMRÅDE", "AREA"},
          {"overenskomstområdet, for en reform med lønlofter efter område", "the agreement area, for a reform with ceilings by area"}},
         expect_option(),
         format_option({"text eller json", "text or json"}, {"text", "json"}),
         {"-o", {"FIL", "FILE"}, {"skriv til en fil", "write to a file"}}}),
    .example = {"  fleks month --month 2024-03 --am-income 15600 --ceiling 32067\ngiver 15.272,00 kr.: 19.952,00 - 30 pct. af 15.600,00, "
                "og lønloftet er ikke nået.",
                "  fleks month --month 2024-03 --am-income 15600 --ceiling 32067 --lang en\ngives DKK 15,272.00: 19,952.00 - 30 per cent "
                "of 15,600.00, and the ceiling is not reached."},
    .run = run,
}};

}  // namespace
}  // namespace program
