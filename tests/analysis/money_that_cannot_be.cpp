#include <doctest/doctest.h>

#include <cstdlib>
#include <random>
#include <string>

#include <fleks/fleks.hpp>

#include "analysis/random_citizens.hpp"

using namespace fleks;

namespace {

/// A citizen as they are, or with facts that are allowed and absurd: a krone an hour or a hundred thousand, all of it pension, a
/// ceiling of an øre, twenty children, millions of other income.
citizens::Case absurd_case(std::mt19937_64& dice) {
  auto c = citizens::random_case(dice);
  Citizen& z = c.citizen;
  const auto sometimes = [&] { return citizens::between(dice, 0, 3) == 0; };
  if (sometimes()) z.hourly_wage = Money::oere(citizens::between(dice, 0, 2) == 0 ? 1 : citizens::between(dice, 1, 10'000'000));
  if (sometimes()) z.own_pension = Percent::of_ten_thousandths(citizens::between(dice, 0, 1'000'000));
  if (sometimes()) z.employer_pension = Percent::of_ten_thousandths(citizens::between(dice, 0, 1'000'000));
  if (sometimes())
    z.ceiling = Ceiling::stated(Money::oere(citizens::between(dice, 0, 1) == 0 ? 1 : citizens::between(dice, 1, 10'000'000'000)));
  if (sometimes()) z.municipal = Percent::of_ten_thousandths(citizens::between(dice, 0, 400'000));
  if (sometimes()) z.other_income = Money::oere(citizens::between(dice, 0, 1'000'000'000));
  if (sometimes()) z.children = static_cast<int>(citizens::between(dice, 0, 20));
  if (sometimes()) z.intensity = Percent::of_ten_thousandths(citizens::between(dice, 1, 1'000'000));
  if (z.rent && sometimes()) z.rent = Money::oere(citizens::between(dice, 0, 100'000'000));
  return c;
}

/// What of a row cannot be; empty when all of it can.
std::string what_cannot_be(const NetRow& r) {
  const Money none{};
  const struct {
    const char* name;
    Money amount;
  } amounts[] = {{"gross_pay", r.gross_pay},
                 {"own_pension", r.own_pension},
                 {"employer_pension", r.employer_pension},
                 {"wage_atp_own", r.wage_atp_own},
                 {"wage_atp_employer", r.wage_atp_employer},
                 {"fleksloentilskud", r.fleksloentilskud},
                 {"subsidy_atp_own", r.subsidy_atp_own},
                 {"public_atp", r.public_atp},
                 {"obligatory_pension", r.obligatory_pension},
                 {"am_contribution", r.am_contribution},
                 {"tax", r.tax},
                 {"housing_benefit", r.housing_benefit},
                 {"ledighedsydelse", r.ledighedsydelse},
                 {"ledighedsydelse_atp_own", r.ledighedsydelse_atp_own},
                 {"daycare", r.daycare},
                 {"child_benefit", r.child_benefit},
                 {"pension_saved", r.pension_saved}};
  for (const auto& each : amounts)
    if (each.amount < none) return std::string(each.name) + " is below zero: " + to_text(each.amount);
  const Money income = r.gross_pay + r.other_income + r.fleksloentilskud + r.ledighedsydelse;
  if (r.own_pension > r.gross_pay) return "own pension is above the pay";
  // Each is rounded to øre by itself.
  if (r.am_contribution + r.tax > income + Money::oere(2)) return "tax and AM-bidrag are above all income";
  if (r.subsidy_atp_own > r.fleksloentilskud) return "ATP is above the subsidy";
  if (r.fleksloentilskud != none && r.ledighedsydelse != none) return "subsidy and ledighedsydelse in one row";
  if (r.ceiling_cut < Exact{}) return "a ceiling that gives";
  const Money in_hand = r.gross_pay - r.own_pension - r.wage_atp_own - r.am_contribution - r.tax + r.fleksloentilskud - r.subsidy_atp_own +
                        r.ledighedsydelse - r.ledighedsydelse_atp_own + r.housing_benefit + r.other_income - r.daycare + r.child_benefit;
  if (in_hand != r.in_hand) return "in hand is not the sum of its parts: " + to_text(r.in_hand) + ", " + to_text(in_hand);
  const Money saved = r.own_pension + r.employer_pension + r.wage_atp_own + r.wage_atp_employer + r.subsidy_atp_own +
                      r.ledighedsydelse_atp_own + r.public_atp + r.obligatory_pension;
  if (saved != r.pension_saved) return "what is saved is not the sum of its parts";
  return {};
}

}  // namespace

// FLEKS_CITIZENS=10000000 asks more.
TEST_CASE("no amount of the net picture is below zero, above what it is taken of, or another than the sum of its parts") {
  const auto table = RateTable::embedded();
  std::mt19937_64 dice(13);
  const char* wanted = std::getenv("FLEKS_CITIZENS");
  const int citizens = wanted != nullptr ? std::stoi(wanted) : citizens::rounds(40'000);
  int refused = 0, wrong = 0, beyond_pay = 0;
  for (int round = 0; round < citizens; ++round) {
    const auto c = absurd_case(dice);
    const Hours hours = Hours::of_ten_thousandths(citizens::between(dice, 0, 5) == 0 ? 0 : citizens::between(dice, 0, 370'000));
    const auto picture = NetPicture::of(c.citizen, table, c.options);
    const auto row = picture ? picture->at(hours) : Result<NetRow>(picture.error());
    if (!row) {
      ++refused;
      continue;
    }
    // The whole ATP of a pay that is all pension, or a few kroner: there is no AM-bidrag of what is not left.
    if (row->own_pension + row->wage_atp_own > row->gross_pay) {
      ++beyond_pay;
      CHECK(row->am_contribution == Money{});
    }
    if (const std::string what = what_cannot_be(*row); !what.empty()) {
      INFO("citizen " << round << ", year " << c.citizen.year);
      CHECK_MESSAGE(what.empty(), what);
      if (++wrong == 10) break;
    }
  }
  MESSAGE(citizens << " citizens, " << refused << " refused, " << beyond_pay << " with own pension and ATP above the pay, " << wrong
                   << " with money that cannot be");
  CHECK(refused < citizens / 2);
  CHECK(beyond_pay > citizens / 100);
}
