#include <doctest/doctest.h>

#include <cstdlib>
#include <new>

#include "agreement/agreement.hpp"
#include "agreement/random_month.hpp"
#include "rules/steps.hpp"

// This program counts what it allocates.
namespace {
std::size_t allocations = 0;
}
void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

using namespace fleks;
using agreement::rounds;
using agreement::table;

bool same(const MonthStatement& a, const MonthStatement& b) {
  return a.has_right == b.has_right && a.has_ceiling == b.has_ceiling && a.pay == b.pay && a.own_pension == b.own_pension &&
         a.employer_pension == b.employer_pension && a.paid_hours == b.paid_hours && a.wage == b.wage && a.other_wage == b.other_wage &&
         a.daily_benefit == b.daily_benefit && a.base == b.base && a.threshold == b.threshold && a.taper == b.taper &&
         a.before_ceiling == b.before_ceiling && a.part_cut == b.part_cut && a.normal_wage_ceiling == b.normal_wage_ceiling &&
         a.ceiling_cut == b.ceiling_cut && a.holiday_cut == b.holiday_cut && a.fleksloentilskud == b.fleksloentilskud &&
         a.own_atp == b.own_atp && a.payout == b.payout && a.public_atp == b.public_atp && a.obligatory_pension == b.obligatory_pension &&
         a.total == b.total;
}

/// The amount of a step worked out again from what it says it was computed from.
struct Again {
  template <steps::Named S>
  std::optional<Exact> operator()(const S&) const {
    return std::nullopt;
  }
  std::optional<Exact> operator()(const steps::WageFromAmIncome& s) const {
    return s.am_income + s.own_pension + s.employer_pension + s.holiday_supplement;
  }
  std::optional<Exact> operator()(const steps::WageFromPay& s) const {
    return s.pay - s.own_atp + s.employer_pension + s.holiday_supplement;
  }
  std::optional<Exact> operator()(const steps::AllWage& s) const { return s.wage + s.other_wage; }
  std::optional<Exact> operator()(const steps::Taper& s) const { return s.up_to * s.low + s.above * s.high; }
  std::optional<Exact> operator()(const steps::BeforeCeiling& s) const { return larger(Exact{}, s.base - s.taper - s.daily_benefit); }
  std::optional<Exact> operator()(const steps::UnderCeiling& s) const { return smaller(s.before, larger(Exact{}, s.ceiling - s.under)); }
  std::optional<Exact> operator()(const steps::HolidayDays& s) const { return s.before - s.before * s.share; }
  std::optional<Exact> operator()(const steps::PartOfMonth& s) const { return s.whole * s.part; }
  std::optional<Exact> operator()(const steps::Rounded& s) const {
    return s.wording == RoundTo::oere ? s.before.whole_part_exact(Rounding::half_up) : s.before.to_krone(Rounding::half_up);
  }
  std::optional<Exact> operator()(const steps::HolidayBenefit& s) const { return larger(Exact{}, s.before - s.benefit); }
  std::optional<Exact> operator()(const steps::CeilingRaised& s) const { return s.stated + s.holiday_supplement; }
  std::optional<Exact> operator()(const steps::OwnAtpOfSubsidy& s) const {
    if (s.wording == OwnAtpOf::before_ceiling) return std::nullopt;  // also never more than is paid
    return smaller(s.most, (s.subsidy * s.share).to_krone(Rounding::half_up));
  }
  std::optional<Exact> operator()(const steps::ObligatoryPension& s) const { return (s.benefit * s.share).to_krone(Rounding::half_up); }
  std::optional<Exact> operator()(const steps::PaidHours& s) const { return s.present * s.intensity; }
  std::optional<Exact> operator()(const steps::HoursAMonth& s) const { return s.a_week * Exact::ratio(52, 12); }
  std::optional<Exact> operator()(const steps::FullTimeBase& s) const {
    return s.hourly_pay * (s.rounded_hours_a_month.is_zero() ? s.hours_a_week * Exact::ratio(52, 12) : s.rounded_hours_a_month);
  }
  std::optional<Exact> operator()(const steps::CeilingFromParts& s) const {
    return (s.base + s.supplements) * (Exact::whole(1) + s.employer_pension) + s.holiday_supplement;
  }
};

std::optional<Exact> again(const Step& step) {
  const Again work_out;
  return steps::visit(step, work_out, std::optional<Exact>(), steps::All{});
}

/// What of the operands the step's kind has.
struct Operands {
  template <steps::Named S>
  std::size_t operator()(const S&) const {
    return steps::operand_count<S>;
  }
};
bool same_operands(const Step& x, const Step& y) {
  const Operands operands;
  const auto count = steps::visit(x, operands, std::size_t{0}, steps::All{});
  return x.kind == y.kind && std::equal(x.operands.begin(), x.operands.begin() + count, y.operands.begin());
}

constexpr Rule order[] = {Rule::FLT_20, Rule::FLT_2,  Rule::TIME_1, Rule::TIME_2, Rule::ATP,    Rule::FLT_5,  Rule::LOFT_1,
                          Rule::FLT_16, Rule::LOFT_3, Rule::LOFT_3, Rule::FLT_4,  Rule::FLT_13, Rule::FLT_7,  Rule::FLT_8,
                          Rule::FLT_9,  Rule::FLT_9,  Rule::FLT_10, Rule::FLT_3,  Rule::FLT_13, Rule::FLT_11, Rule::FLT_13,
                          Rule::FLT_12, Rule::FLT_14, Rule::FLT_17, Rule::FLT_18, Rule::FLT_19};

bool in_order(std::span<const Step> steps) {
  std::size_t at = 0;
  for (const Rule rule : order)
    if (at < steps.size() && steps[at].rule == rule) ++at;
  return at == steps.size();
}

}  // namespace

TEST_CASE("the traced result is the plain one, in the order of calculation, and each operand gives its amount again") {
  agreement::RandomMonth random(5);
  Trace trace;
  for (int i = 0; i < rounds(200'000); ++i) {
    const auto [facts, options] = random.next();
    const auto plain = fleksloentilskud(facts, table(), options);
    const auto traced = fleksloentilskud(facts, table(), options, trace);
    const auto where = [&, &f = facts, &o = options] { return agreement::described(f, o); };
    if (!plain || !traced || !same(*plain, *traced)) FAIL(where());
    if (!in_order(trace.steps())) FAIL("order: " << where());
    for (const Step& step : trace.steps()) {
      const auto amount = again(step);
      if (amount && *amount != step.amount) FAIL(info(step.rule).id << ": " << where());
      for (const RateKey key : step.rates())
        // Before 2020 the step of FLT-19 names the rate that was to come.
        if (table().on(plain->rates_month).find(key) == nullptr && step.rule != Rule::FLT_19) FAIL(info(key).name);
    }
    if (trace.find(Rule::FLT_14)->amount != Exact::of(plain->fleksloentilskud)) FAIL(where());
    if ((trace.find(Rule::FLT_18) != nullptr) != plain->public_atp.has_value()) FAIL(where());
    if ((trace.find(Rule::FLT_3) != nullptr) == plain->has_right) FAIL(where());
  }
}

// Facts in whole øre have a path of their own; a fleksjob over the whole month takes the other one to the same result.
TEST_CASE("the whole-øre path and the exact path give the same statement and the same steps") {
  agreement::RandomMonth random(6);
  Trace fast, exact;
  int compared = 0;
  for (int i = 0; i < rounds(300'000); ++i) {
    auto [facts, options] = random.next();
    if (facts.pay.form != Pay::Form::am_income || facts.ceiling.form > Ceiling::Form::stated) continue;
    facts.ledighedsydelse_days = {};
    facts.employed.reset();
    facts.job.reset();
    if (facts.own_pension.is_share() || facts.employer_pension.is_share() || options.own_atp_of == OwnAtpOf::before_ceiling) continue;
    const auto a = fleksloentilskud(facts, table(), options, fast);
    const Month wage_month = facts.wage_month ? *facts.wage_month : month_before(facts.month);
    facts.employed = Period{first_day(wage_month), last_day(wage_month)};
    const auto b = fleksloentilskud(facts, table(), options, exact);
    ++compared;
    bool good = a && b && same(*a, *b) && fast.steps().size() == exact.steps().size();
    for (std::size_t s = 0; good && s < fast.steps().size(); ++s) {
      const Step &x = fast.steps()[s], &y = exact.steps()[s];
      good = x.rule == y.rule && x.wording == y.wording && x.amount == y.amount && x.rests_on_choice == y.rests_on_choice &&
             same_operands(x, y) && std::equal(x.rates().begin(), x.rates().end(), y.rates().begin(), y.rates().end());
    }
    if (!good) FAIL(agreement::described(facts, options));
  }
  CHECK(compared > rounds(300'000) / 10);
}

TEST_CASE("a month allocates nothing, traced or not") {
  agreement::RandomMonth random(8);
  Trace trace;
  const RateTable& rates = table();
  for (int i = 0; i < rounds(20'000); ++i) {
    const auto [facts, options] = random.next();
    const auto before = allocations;
    const auto plain = fleksloentilskud(facts, rates, options);
    const auto traced = fleksloentilskud(facts, rates, options, trace);
    const auto used = allocations - before;
    if (used != 0 || !plain || !traced) FAIL(used << " allocations: " << agreement::described(facts, options));
  }
  const auto before = allocations;
  const std::string long_text(100, 'x');  // the count itself works
  CHECK(allocations == before + 1);
  CHECK(long_text.size() == 100);
}
