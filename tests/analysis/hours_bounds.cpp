#include <doctest/doctest.h>

#include <array>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <fleks/fleks.hpp>

#include "agreement/agreement.hpp"
#include "analysis/box.hpp"

using namespace fleks;

// Bounds of a citizen's curve are those of every ceiling and rent of the box, computed one by one.

namespace {

const RateTable& rates() {
  static const RateTable table = RateTable::embedded();
  return table;
}

struct Interval {
  Money from, to;
};
using Intervals = std::map<std::string, Interval>;

void join(Intervals& all, const NetRow& r) {
  const auto add = [&](const char* name, Money amount) {
    const auto [at, fresh] = all.try_emplace(name, Interval{amount, amount});
    at->second.from = std::min(at->second.from, amount);
    at->second.to = std::max(at->second.to, amount);
  };
  add("fleksloentilskud", r.fleksloentilskud);
  add("subsidy_atp_own", r.subsidy_atp_own);
  add("public_atp", r.public_atp);
  add("obligatory_pension", r.obligatory_pension);
  add("tax", r.tax);
  add("housing_benefit", r.housing_benefit);
  add("daycare", r.daycare);
  add("child_benefit", r.child_benefit);
  add("other_income", r.other_income);
  add("in_hand", r.in_hand);
  add("pension_saved", r.pension_saved);
}

struct Asked {
  Citizen citizen;
  std::vector<FactRange> ranges;
  Work work;
};

Asked random_box(std::mt19937_64& dice) {
  const auto one_in = [&](int n) { return dice() % static_cast<unsigned>(n) == 0; };
  const auto below = [&](std::int64_t most) { return static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(most)); };
  Asked a;
  Citizen& c = a.citizen;
  c.year = 2024 + static_cast<int>(below(3));
  c.hourly_wage = Money::oere(10'000 + below(20'000));
  c.municipal = Percent::whole(25);
  if (one_in(2)) c.employer_pension = Percent::whole(8);
  if (one_in(2)) c.rent = Money::kroner(3'000 + below(7'000));
  if (one_in(3)) {
    c.year = 2026;  // the rates of daycare are known for it
    c.children = 2;
    c.single_parent = one_in(2);
    c.daycare_places = 1;
    c.daycare_fee = Money::kroner(2'000 + below(2'000));
    if (one_in(2)) c.child_ages = {2, 5};
  }
  a.work = {Hours::of_ten_thousandths(one_in(8) ? 0 : below(370'000)), Percent::whole(100), c.hourly_wage};
  // Where the ceiling takes some of the subsidy, about.
  const std::int64_t pay = c.hourly_wage.in_oere() * a.work.hours.ten_thousandths() / 10'000 * 52 / 12;
  const std::int64_t ceiling = pay + below(2'200'000);
  const bool hourly = one_in(4);
  if (hourly) c.ceiling = Ceiling::from_hourly(Money::oere(ceiling / 160), {}, Percent::whole(8));
  const bool two = one_in(3);
  if (hourly)
    a.ranges.push_back({Fact::ceiling_hourly, ceiling / 160, ceiling / 160 + 1 + below(two ? 8 : 60)});
  else
    a.ranges.push_back({Fact::ceiling, ceiling, ceiling + 1 + below(two ? 400 : 6'000)});
  if (!two) return a;
  std::vector<FactRange> beside{{Fact::rent, 400'000 + below(500'000), 0},
                                {Fact::other_income, below(2) * below(600'000), 0},
                                {Fact::union_fee, one_in(2) ? 600'000 + below(100'000) : below(700'000), 0}};
  if (c.daycare_places > 0) beside.push_back({Fact::daycare_fee, below(2) * below(300'000), 0});
  if (c.rent && c.year >= 2024) beside.push_back({Fact::wealth, below(200'000'000), 0});
  a.ranges.push_back(beside[static_cast<std::size_t>(below(std::ssize(beside)))]);
  a.ranges.back().to = a.ranges.back().from + 1 + below(12);
  if (a.ranges.back().fact == Fact::other_income) a.ranges.front().to = a.ranges.front().from + 1 + below(80);
  return a;
}

void set(Citizen& c, const FactRange& range, std::int64_t count) {
  if (range.fact == Fact::rent)
    c.rent = Money::oere(count);
  else if (range.fact == Fact::other_income)
    c.other_income = Money::oere(count);
  else if (range.fact == Fact::union_fee)
    c.deductions.union_fee = Money::oere(count);
  else if (range.fact == Fact::wealth)
    c.home.wealth = Money::oere(count);
  else if (range.fact == Fact::daycare_fee) {
    c.daycare_fee = Money::oere(count);
    c.daycare_places = count == 0 ? 0 : 1;
  } else if (range.fact == Fact::ceiling)
    c.ceiling = Ceiling::stated(Money::oere(count));
  else
    c.ceiling->amount = Money::oere(count);
}

NetRow row(const Citizen& citizen, const Work& work) { return NetPicture::of(citizen, rates()).value().at(work).value(); }

/// The bounds of a row against what was tried: an amount is there where it moved, from its least to its most. How many moved.
int moved_as_tried(const NetRowBounds& row, const Intervals& all) {
  int moved = 0;
  for (const auto& each : all) {
    const std::string& name = each.first;
    const Interval& interval = each.second;
    CAPTURE(name);
    const auto amount = std::ranges::find_if(row.amounts, [&](const AmountBounds& b) { return b.name == name; });
    REQUIRE((amount == row.amounts.end()) == (interval.from == interval.to));
    if (amount == row.amounts.end()) continue;
    ++moved;
    REQUIRE(amount->from == Exact::of(interval.from));
    REQUIRE(amount->to == Exact::of(interval.to));
  }
  REQUIRE(row.lowest.in_hand == all.at("in_hand").from);
  REQUIRE(row.highest.in_hand == all.at("in_hand").to);
  return moved;
}

}  // namespace

TEST_CASE("bounds of random boxes of ceiling, rent and what else is beside the pay are the least and the most of all their points") {
  std::mt19937_64 dice(37);
  constexpr int boxes = agreement::rounds(500);
  int bent = 0, moved = 0;
  for (int round = 0; round < boxes; ++round) {
    const Asked a = random_box(dice);
    std::string said = std::to_string(a.citizen.year) + " " + to_text(a.citizen.hourly_wage) + " " + to_text(a.work.hours);
    for (const FactRange& r : a.ranges)
      said += " " + std::string(to_text(r.fact)) + " " + std::to_string(r.from) + ".." + std::to_string(r.to);
    CAPTURE(round);
    CAPTURE(said);
    const std::array works{a.work};
    const HoursBounds found = bounds(a.citizen, a.ranges, works, rates()).value();
    Intervals all;
    Citizen c = a.citizen;
    const FactRange beside = a.ranges.size() > 1 ? a.ranges[1] : FactRange{};
    for (std::int64_t i = a.ranges[0].from; i <= a.ranges[0].to; ++i) {
      set(c, a.ranges[0], i);
      for (std::int64_t j = beside.from; j <= beside.to; ++j) {
        if (a.ranges.size() > 1) set(c, beside, j);
        join(all, row(c, a.work));
      }
    }
    moved += moved_as_tried(found.rows.at(0), all);
    // In hand is not what a corner of the box gives: that is what is searched for.
    for (const FactRange& r : a.ranges) set(c, r, r.to);
    bent += row(c, a.work).in_hand != all["in_hand"].to;
    for (const DecidingFact& d : found.decides) {
      if (!d.stops_at || (d.range.fact != Fact::ceiling && d.range.fact != Fact::ceiling_hourly)) continue;
      set(c, d.range, *d.stops_at);
      const NetRow there = row(c, a.work);
      set(c, d.range, d.range.to);
      REQUIRE(there.in_hand == row(c, a.work).in_hand);
      set(c, d.range, *d.stops_at - 1);
      REQUIRE(row(c, a.work).ceiling_cut != there.ceiling_cut);
    }
  }
  CHECK(bent >= boxes / 100);
  CHECK(moved > 2 * boxes);
}

TEST_CASE("FLT-11: at 18 hours of 200 kr. a ceiling that is not known decides up to where it takes nothing") {
  Citizen c{.year = 2024, .hourly_wage = Money::kroner(200), .municipal = Percent::whole(25)};
  const std::array unknown{all_of(Fact::ceiling).value()};
  const std::array works{Work{Hours::whole(18), Percent::whole(100), c.hourly_wage}, Work{Hours{}, Percent::whole(100), c.hourly_wage}};
  const auto found = bounds(c, unknown, works, rates()).value();
  REQUIRE(found.rows.size() == 2);
  CHECK(found.rows[0].lowest.fleksloentilskud == Money{});
  CHECK(found.rows[0].highest.ceiling_cut.is_zero());
  CHECK(found.rows[1].amounts.empty());
  REQUIRE(found.decides.size() == 1);
  CHECK(found.decides[0].worth == found.rows[0].highest.in_hand - found.rows[0].lowest.in_hand);
  // Wage and subsidy together, of which none is above the ceiling there.
  const NetRow& most = found.rows[0].highest;
  REQUIRE(found.decides[0].stops_at);
  c.ceiling = Ceiling::stated(Money::oere(*found.decides[0].stops_at));
  CHECK(row(c, works[0]).in_hand == most.in_hand);
  c.ceiling = Ceiling::stated(Money::oere(*found.decides[0].stops_at - 1));
  CHECK(row(c, works[0]).ceiling_cut.is_positive());
}

TEST_CASE("bounds over the hourly wage and over the intensity are the least and the most of all their points") {
  std::mt19937_64 dice(2'412);
  const auto below = [&](std::int64_t most) { return static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(most)); };
  int inside = 0;
  for (int round = 0; round < agreement::rounds(100); ++round) {
    CAPTURE(round);
    Asked a = random_box(dice);
    Citizen& c = a.citizen;
    // Every other one with the ceiling that follows the wage.
    if (round % 2 == 0) c.ceiling.reset();
    const bool wage = below(2) == 0;
    FactRange range{wage ? Fact::hourly_wage : Fact::intensity, wage ? 9'000 + below(20'000) : below(9'000), 0};
    range.to = range.from + below(wage ? 2'000 : 1'000);
    const std::array works{a.work};
    const NetRowBounds found = bounds(c, std::array{range}, works, rates()).value().rows.at(0);
    Intervals all;
    const NetPicture picture = NetPicture::of(c, rates()).value();
    NetRow first, last;
    for (std::int64_t count = range.from; count <= range.to; ++count) {
      Work work = a.work;
      if (wage)
        work.hourly_wage = Money::oere(count);
      else
        work.intensity = Percent::of_ten_thousandths(count * 100);
      last = picture.at(work).value();
      if (count == range.from) first = last;
      join(all, last);
      all.try_emplace("gross_pay", Interval{last.gross_pay, last.gross_pay}).first->second.to = last.gross_pay;
    }
    moved_as_tried(found, all);
    // More pay is not always more in hand: neither end need have the most, or the least.
    inside += found.highest.in_hand > std::max(first.in_hand, last.in_hand) || found.lowest.in_hand < std::min(first.in_hand, last.in_hand);
  }
  CHECK((inside > agreement::rounds(100) / 10 || agreement::rounds(100) < 100));  // a fiftieth of the rounds need not meet one
}

TEST_CASE(
    "bounds over pay, taxes and pensions with each other and with a ceiling or a rent are the least and the most of all their points") {
  std::mt19937_64 dice(41);
  const auto below = [&](std::int64_t most) { return static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(most)); };
  constexpr int boxes = agreement::rounds(1'000);
  int with_box = 0, moved = 0;
  for (int round = 0; round < boxes; ++round) {
    Asked a = random_box(dice);
    Citizen& c = a.citizen;
    if (below(2) == 0) c.ceiling.reset();
    std::vector<FactRange> gone{{Fact::hourly_wage, 9'000 + below(20'000), 0}, {Fact::intensity, below(9'900), 0},
                                {Fact::municipal_tax, 2'300 + below(400), 0},  {Fact::church_tax, below(130), 0},
                                {Fact::own_pension, below(1'500), 0, true},    {Fact::employer_pension, below(1'500), 0, true}};
    std::ranges::shuffle(gone, dice);
    gone.resize(1 + static_cast<std::size_t>(below(2)));
    for (FactRange& r : gone) r.to = r.from + 1 + below(gone.size() == 1 ? 40 : 9);
    std::vector<FactRange> ranges = gone;
    // With what is beside the pay, in the same order as it was made.
    if (below(3) != 0 && (c.ceiling || a.ranges[0].fact == Fact::ceiling)) {
      ranges.push_back(a.ranges.back());
      ranges.back().to = std::min(ranges.back().to, ranges.back().from + 30);
      ++with_box;
    }
    std::string said = std::to_string(c.year) + " " + to_text(c.hourly_wage) + " " + to_text(a.work.hours);
    for (const FactRange& r : ranges)
      said += " " + std::string(to_text(r.fact)) + " " + std::to_string(r.from) + ".." + std::to_string(r.to);
    CAPTURE(round);
    CAPTURE(said);
    const std::array works{a.work};
    const HoursBounds found = bounds(c, ranges, works, rates()).value();
    Intervals all;
    const auto visit = [&](auto&& self, Citizen citizen, Work work, std::size_t place) -> void {
      if (place == ranges.size()) {
        const NetRow r = row(citizen, work);
        join(all, r);
        const auto add = [&](const char* name, Money amount) {
          const auto [at, fresh] = all.try_emplace(name, Interval{amount, amount});
          at->second = {std::min(at->second.from, amount), std::max(at->second.to, amount)};
        };
        add("gross_pay", r.gross_pay);
        add("own_pension", r.own_pension);
        add("employer_pension", r.employer_pension);
        add("am_contribution", r.am_contribution);
        return;
      }
      const FactRange& range = ranges[place];
      for (std::int64_t count = range.from; count <= range.to; ++count) {
        const Percent share = Percent::of_ten_thousandths(count * 100);
        switch (range.fact) {
          case Fact::hourly_wage: work.hourly_wage = Money::oere(count); break;
          case Fact::intensity: work.intensity = share; break;
          case Fact::municipal_tax: citizen.municipal = share; break;
          case Fact::church_tax: citizen.church = share; break;
          case Fact::own_pension: citizen.own_pension = share; break;
          case Fact::employer_pension: citizen.employer_pension = share; break;
          default: set(citizen, range, count);
        }
        self(self, citizen, work, place + 1);
      }
    };
    visit(visit, c, a.work, 0);
    const NetRowBounds& of_row = found.rows.at(0);
    moved += moved_as_tried(of_row, all);
    for (const DecidingFact& d : found.decides) REQUIRE(d.worth <= of_row.highest.in_hand - of_row.lowest.in_hand);
  }
  MESSAGE(boxes << " boxes, " << with_box << " with a fact beside the pay");
  CHECK(with_box > boxes / 4);
  CHECK(moved > 2 * boxes);
}

namespace {

/// A range of a number of a citizen, and the counts of it that are computed: all of them, or its ends, where it turns, and many between.
struct Tried {
  FactRange range;
  std::vector<std::int64_t> counts{};
};

void set_number(Citizen& c, Fact fact, std::int64_t count) {
  switch (fact) {
    case Fact::children: c.children = static_cast<int>(count); break;
    case Fact::daycare_places: c.daycare_places = static_cast<int>(count); break;
    case Fact::transport_days: c.deductions.transport_days = static_cast<int>(count); break;
    case Fact::birth_year: c.birth_year = static_cast<int>(count); break;
    case Fact::transport_km: c.deductions.transport_km = Exact::ratio(count, 10'000); break;
    case Fact::area: c.home.area = Exact::ratio(count, 10'000); break;
    case Fact::daycare_fee: c.daycare_fee = Money::oere(count); break;
    default: set(c, {fact}, count);
  }
}
/// What is nothing without the other is nothing with it.
Citizen settled(Citizen c) {
  if (c.deductions.transport_days == 0 || c.deductions.transport_km.is_zero()) c.deductions = {{}, 0, c.deductions.union_fee};
  if (c.daycare_places == 0 || c.daycare_fee == Money{}) c.daycare_places = 0, c.daycare_fee = {};
  return c;
}

std::vector<std::int64_t> all_of_it(const FactRange& range) {
  std::vector<std::int64_t> counts;
  for (std::int64_t count = range.from; count <= range.to; ++count) counts.push_back(count);
  return counts;
}
/// Ends, places where the law bends and what lies about them, and steps between.
std::vector<std::int64_t> samples(const FactRange& range, const std::vector<std::int64_t>& bends) {
  std::vector<std::int64_t> counts{range.from, range.to};
  for (std::int64_t i = 1; i < 12; ++i) counts.push_back(range.from + (range.to - range.from) * i / 12);
  for (const std::int64_t bend : bends)
    for (const std::int64_t count : {bend - 1, bend, bend + 1})
      if (count > range.from && count < range.to) counts.push_back(count);
  std::ranges::sort(counts);
  counts.erase(std::unique(counts.begin(), counts.end()), counts.end());
  return counts;
}

template <class Below>
Tried random_number(Fact fact, Below below) {
  Tried t{{fact, 0, 0}};
  FactRange& r = t.range;
  const auto wide = [&](std::int64_t from, std::int64_t width) {
    r.from = from;
    r.to = from + 1 + below(width);
  };
  switch (fact) {
    case Fact::children: wide(below(6), 8); break;
    case Fact::daycare_places: wide(below(3), 6); break;
    case Fact::transport_days: wide(below(2) * below(200), 10); break;
    case Fact::birth_year: wide(1'950 + below(15), 12); break;
    case Fact::transport_km: wide(below(2) * below(900'000), 1'500'000); break;
    default: wide(10'000 + below(1'500'000), 1'500'000); break;
  }
  const bool fine = fact == Fact::transport_km || fact == Fact::area;
  std::vector<std::int64_t> of_area;
  for (std::int64_t children = 0; children < 13; ++children) of_area.push_back(650'000 + 200'000 * children);
  t.counts = fine ? samples(r, fact == Fact::area ? of_area : std::vector<std::int64_t>{240'000, 1'200'000}) : all_of_it(r);
  return t;
}

}  // namespace

TEST_CASE("bounds over children, places, transport, area and year of birth are the least and the most of all their points") {
  std::mt19937_64 dice(2'611);
  const auto below = [&](std::int64_t most) { return static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(most)); };
  constexpr int boxes = agreement::rounds(2'500);
  int moved = 0, ends = 0, alone = 0;
  for (int round = 0; round < boxes; ++round) {
    Citizen c{.year = 2026, .hourly_wage = Money::oere(10'000 + below(20'000)), .municipal = Percent::whole(25)};
    c.children = static_cast<int>(below(4));
    c.benefit_class = static_cast<BenefitClass>(below(3));
    c.single_parent = below(2) == 0;
    c.rent = Money::kroner(3'000 + below(7'000));
    c.home = {.area = Exact::whole(40 + below(80)), .heat_apart = below(2) == 0, .pensioner = below(4) == 0};
    if (!c.home.heat_apart) c.home.heat_included = below(2) == 0;
    if (below(3) != 0) c.daycare_places = 1 + static_cast<int>(below(3)), c.daycare_fee = Money::kroner(1'000 + below(4'000));
    if (below(2) == 0) c.deductions = {Exact::whole(20 + below(120)), 200, Money{}};
    if (below(2) == 0) c.child_ages = {2, 5};
    if (below(3) == 0) c.ceiling = Ceiling::stated(Money::oere(2'000'000 + below(2'000'000)));
    const Work work{Hours::of_ten_thousandths(below(4) == 0 ? 0 : 10'000 + below(360'000)), Percent::whole(100), c.hourly_wage};

    std::vector<Fact> facts{Fact::children, Fact::birth_year, Fact::area};
    if (c.daycare_places > 0) facts.push_back(Fact::daycare_places);
    if (c.deductions.transport_days > 0) facts.insert(facts.end(), {Fact::transport_days, Fact::transport_km});
    std::ranges::shuffle(facts, dice);
    facts.resize(1 + static_cast<std::size_t>(below(3)));
    std::vector<Tried> tried;
    for (const Fact fact : facts) tried.push_back(random_number(fact, below));
    std::int64_t points = 1;
    for (const Tried& t : tried) points *= std::ssize(t.counts);
    // With one of what can be a range beside them.
    if (points < 200 && below(2) == 0) {
      std::vector<FactRange> beside{{Fact::rent, 300'000 + below(500'000), 0},
                                    {Fact::union_fee, below(700'000), 0},
                                    {Fact::wealth, below(200'000'000), 0},
                                    {Fact::other_income, below(2) * below(600'000), 0},
                                    {Fact::ceiling, c.ceiling ? c.ceiling->amount.in_oere() : 2'500'000, 0}};
      if (c.daycare_places > 0) beside.push_back({Fact::daycare_fee, below(2) * below(300'000), 0});
      FactRange range = beside[static_cast<std::size_t>(below(std::ssize(beside)))];
      range.to = range.from + 1 + below(6);
      tried.push_back({range, all_of_it(range)});
    }
    std::vector<FactRange> ranges;
    std::string said = to_text(c.hourly_wage) + " " + to_text(work.hours);
    for (const Tried& t : tried) {
      ranges.push_back(t.range);
      said += " " + std::string(to_text(t.range.fact)) + " " + std::to_string(t.range.from) + ".." + std::to_string(t.range.to);
    }
    CAPTURE(round);
    CAPTURE(said);
    const std::array works{work};
    const HoursBounds found = bounds(c, ranges, works, rates()).value();
    Intervals all;
    const auto visit = [&](auto&& self, const Citizen& at, std::size_t place) -> void {
      if (place == tried.size()) return join(all, row(settled(at), work));
      for (const std::int64_t count : tried[place].counts) {
        Citizen next = at;
        set_number(next, tried[place].range.fact, count);
        self(self, next, place + 1);
      }
    };
    visit(visit, c, 0);
    const NetRowBounds& of_row = found.rows.at(0);
    moved += moved_as_tried(of_row, all);
    for (const DecidingFact& d : found.decides) {
      REQUIRE(d.worth >= Money{});
      REQUIRE(d.worth <= of_row.highest.in_hand - of_row.lowest.in_hand);
    }
    if (tried.size() != 1) continue;
    // Alone a fact is worth all that moves, and between the places that are said of it, before any rounding, it moves something.
    ++alone;
    const DecidingFact& d = found.decides.at(0);
    REQUIRE(d.worth == of_row.highest.in_hand - of_row.lowest.in_hand);
    const auto exact = [&](std::int64_t count) {
      Citizen at = c;
      set_number(at, d.range.fact, count);
      return NetPicture::of(settled(at), rates()).value().exact_in_hand(row(settled(at), work));
    };
    const Exact first = exact(d.range.from), last = exact(d.range.to);
    for (const std::int64_t count : tried[0].counts) {
      if (d.starts_at && count <= *d.starts_at) REQUIRE(exact(count) == first);
      if (d.stops_at && count >= *d.stops_at) REQUIRE(exact(count) == last);
    }
    if (d.starts_at) REQUIRE(exact(*d.starts_at + 1) != first);
    if (d.stops_at) REQUIRE(exact(*d.stops_at - 1) != last);
    if (!d.starts_at && d.worth != Money{}) REQUIRE(exact(d.range.from + 1) != first);
    if (!d.stops_at && d.worth != Money{}) REQUIRE(exact(d.range.to - 1) != last);
    ends += d.starts_at || d.stops_at;
  }
  MESSAGE(boxes << " boxes, " << alone << " of one fact, " << ends << " with a place where it begins or ends to matter");
  CHECK(moved > boxes);
  CHECK((ends > alone / 10 || boxes < 1'000));  // few boxes need not have one
}

TEST_CASE("bounds over several parts of a ceiling are the least and the most of all their points") {
  std::mt19937_64 dice(27);
  const auto below = [&](std::int64_t most) { return static_cast<std::int64_t>(dice() % static_cast<std::uint64_t>(most)); };
  for (int round = 0; round < agreement::rounds(150); ++round) {
    CAPTURE(round);
    Citizen c{.year = 2024, .hourly_wage = Money::kroner(200), .municipal = Percent::whole(25)};
    c.ceiling = Ceiling::from_hourly(Money::oere(12'000 + below(9'000)), Money::oere(below(90'000)), Percent::whole(8));
    const std::array works{Work{Hours::of_ten_thousandths(below(370'000)), Percent::whole(100), c.hourly_wage}};
    std::vector<FactRange> ranges{{Fact::ceiling_hourly, c.ceiling->amount.in_oere(), 0},
                                  {Fact::ceiling_supplements, below(100'000), 0},
                                  {Fact::ceiling_bonus, below(100'000), 0},
                                  {Fact::ceiling_pension, below(1'500), 0},
                                  {Fact::ceiling_holiday_supplement, below(100'000), 0}};
    std::ranges::shuffle(ranges, dice);
    ranges.resize(2 + static_cast<std::size_t>(below(2)));
    for (FactRange& r : ranges) r.to = r.from + 1 + below(ranges.size() == 2 ? 30 : 8);
    const HoursBounds found = bounds(c, ranges, works, rates()).value();
    Intervals all;
    const auto visit = [&](auto&& self, const Ceiling& ceiling, std::size_t place) -> void {
      if (place == ranges.size()) {
        c.ceiling = ceiling;
        return join(all, row(c, works[0]));
      }
      for (std::int64_t count = ranges[place].from; count <= ranges[place].to; ++count) {
        MonthFacts with{.ceiling = ceiling};
        set(with, ranges[place], count);
        self(self, with.ceiling, place + 1);
      }
    };
    visit(visit, *c.ceiling, 0);
    for (const auto& each : all) {
      const std::string& name = each.first;
      CAPTURE(name);
      const auto amount = std::ranges::find_if(found.rows[0].amounts, [&](const AmountBounds& b) { return b.name == name; });
      REQUIRE((amount == found.rows[0].amounts.end()) == (each.second.from == each.second.to));
      if (amount == found.rows[0].amounts.end()) continue;
      REQUIRE(amount->from == Exact::of(each.second.from));
      REQUIRE(amount->to == Exact::of(each.second.to));
    }
  }
}

TEST_CASE("a wage that is not known moves the ceiling that follows it, and an intensity the paid hours") {
  const Citizen c{.year = 2024, .hourly_wage = Money::kroner(200), .municipal = Percent::whole(25)};
  const std::array works{Work{Hours::whole(20), Percent::whole(100), c.hourly_wage}};
  const auto named = [](const std::vector<AmountBounds>& list, std::string_view name) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const AmountBounds& a) { return a.name == name; });
    REQUIRE(found != list.end());
    return *found;
  };
  const HoursBounds wage = bounds(c, std::array{FactRange{Fact::hourly_wage, 15'000, 18'000}}, works, rates()).value();
  CHECK(named(wage.amounts, "normal_wage_ceiling").from == Exact::whole(2'405'000));  // 150 kr. at 160 1/3 hours
  CHECK(named(wage.amounts, "normal_wage_ceiling").to == Exact::whole(2'886'000));
  CHECK(named(wage.rows[0].amounts, "gross_pay").from == Exact::whole(1'300'000));
  CHECK(wage.decides[0].worth == wage.rows[0].highest.in_hand - wage.rows[0].lowest.in_hand);
  const HoursBounds intensity = bounds(c, std::array{FactRange{Fact::intensity, 5'000, 10'000}}, works, rates()).value();
  CHECK(named(intensity.rows[0].amounts, "paid_hours").from == Exact::whole(10));
  CHECK(named(intensity.rows[0].amounts, "intensity").to == Exact::whole(100));
  CHECK(intensity.amounts.empty());
}

TEST_CASE("what cannot be with a range of hours is said") {
  const Citizen c{.year = 2024, .hourly_wage = Money::kroner(200), .municipal = Percent::whole(25)};
  const std::array works{Work{Hours::whole(18), Percent::whole(100), c.hourly_wage}};
  const auto refused = [&](std::vector<FactRange> ranges, const Options& options = {}) {
    const auto found = bounds(c, ranges, works, rates(), options);
    REQUIRE(!found);
    return found.error();
  };
  const auto why = [&](std::vector<FactRange> ranges, const Options& options = {}) {
    return std::get<NoRange>(refused(std::move(ranges), options).allowed);
  };
  CHECK(why({{Fact::am_income, 0, 1}}).why == WhyNoRange::not_here);
  CHECK(why({{Fact::own_pension, 0, 1}}).why == WhyNoRange::not_here);  // of the hours' pay it is a share
  CHECK(refused({{Fact::ceiling, 1, 0}}).code == ErrorCode::out_of_range);
  CHECK(why({{Fact::ceiling, 0, 1}, {Fact::ceiling_bonus, 0, 1}}) == NoRange{WhyNoRange::not_here, {Fact::ceiling}, {}});
  CHECK(refused({{Fact::hourly_wage, 0, 100'001}}) == Error{.code = ErrorCode::too_large,
                                                            .field = Fact::hourly_wage,
                                                            .given = "0..1000.01",
                                                            .allowed = NoRange{WhyNoRange::each_value, {}, Limit(Money::kroner(1'000))}});
  CHECK(refused({{Fact::hourly_wage, 0, 5'001}, {Fact::rent, 0, 1}}).code == ErrorCode::too_large);
  CHECK(refused({{Fact::municipal_tax, 0, 1'000}, {Fact::hourly_wage, 0, 100}}).code == ErrorCode::too_large);
  CHECK(refused({{Fact::intensity, 0, 10'001}}).code == ErrorCode::out_of_range);
  CHECK(refused({{Fact::children, 0, 31}}).code == ErrorCode::out_of_range);
  CHECK(refused({{Fact::area, 0, 800'000}}).code == ErrorCode::out_of_range);  // nothing is not known of an area that is a range
  CHECK(refused({{Fact::birth_year, 1'950, 2'025}}) ==
        Error{.code = ErrorCode::out_of_range, .field = Fact::birth_year, .given = "1950..2025", .allowed = Range{1'900, 2'024}});
  CHECK(refused({{Fact::daycare_places, 0, 30}, {Fact::hourly_wage, 0, 5'000}, {Fact::rent, 0, 1}}).code == ErrorCode::too_large);
  CHECK(why({{Fact::child_ages, 0, 1}}).why == WhyNoRange::no_scale);
  Options reform;
  reform.policy.ceiling_applies = false;
  reform.policy.from = std::chrono::year{2024} / 1;
  CHECK(why({{Fact::ceiling, 0, 1}}, reform).why == WhyNoRange::reform);
}
