#include "formula/symbol.hpp"

#include <doctest/doctest.h>

#include <array>

#include "rules/atp_of_wage.hpp"

using namespace fleks;
using law::Expressions;
using law::Symbol;

// Symbols compute what numbers do, and say it in as few operations as there are.

namespace {

struct Sheet {
  Formula formula{};
  Expressions in{formula};
  Symbol fact(std::int64_t pieces = 1) {
    formula.facts.push_back({Fact::am_income, pieces});
    return {in, in.input(Formula::Op::fact, formula.facts.size() - 1), pieces};
  }
  Exact at(const Symbol& symbol, std::initializer_list<std::int64_t> facts) {
    return Exact::ratio(formula.value(symbol.node(in), std::span(facts.begin(), facts.size()), {}).value(), symbol.pieces());
  }
  Exact constant(const Symbol& symbol) { return at(symbol, {}); }
};

const Exact half = Exact::ratio(1, 2);

}  // namespace

TEST_CASE("nothing is left of what changes nothing") {
  Sheet s;
  const Symbol a = s.fact(), b = s.fact(), zero, one(Exact::whole(1));
  const std::size_t nodes = s.formula.nodes.size();
  CHECK((a + zero).node(s.in) == a.node(s.in));
  CHECK((zero + a).node(s.in) == a.node(s.in));
  CHECK((a - zero).node(s.in) == a.node(s.in));
  CHECK((a * one).node(s.in) == a.node(s.in));
  CHECK((one * a).node(s.in) == a.node(s.in));
  CHECK(s.in.number((a * zero).node(s.in)) == 0);
  CHECK(s.in.number((a - a).node(s.in)) == 0);
  CHECK(least(Cause::none, a, a).node(s.in) == a.node(s.in));
  CHECK(if_positive(Cause::none, b, a, a).node(s.in) == a.node(s.in));
  CHECK((a - (a - b)).node(s.in) == b.node(s.in));
  CHECK(nearest_oere(a).node(s.in) == a.node(s.in));
  CHECK((a * law::AllOfIt{}).node(s.in) == a.node(s.in));
  CHECK(s.formula.nodes.size() <= nodes + 3);  // a − b, and the constants 0 and 1
  CHECK((a + b).node(s.in) == (a + b).node(s.in));
  // Two factors are one.
  const Symbol twelve = a * Exact::whole(3) * Exact::whole(4);
  const Formula::Node& product = s.formula.nodes[static_cast<std::size_t>(twelve.node(s.in))];
  CHECK(product.of[0] == a.node(s.in));
  CHECK(s.in.number(product.of[1]) == 12);
}

TEST_CASE("constants are computed at once, as fractions") {
  Sheet s;
  const Symbol third(Exact::ratio(1, 3)), two(Exact::whole(2));
  CHECK(s.constant(third + Symbol(half)) == Exact::ratio(5, 6));
  CHECK(s.constant(third - Symbol(half)) == Exact::ratio(-1, 6));
  CHECK(s.constant(third * Symbol(half)) == Exact::ratio(1, 6));
  CHECK(s.constant(least(Cause::none, third, Symbol(half))) == Exact::ratio(1, 3));
  CHECK(s.constant(not_below_zero(Cause::none, third - two)) == Exact{});
  CHECK(s.constant(not_below_zero(Cause::none, two - third)) == Exact::ratio(5, 3));
  CHECK(s.constant(if_positive(Cause::none, third, two, third)) == Exact::whole(2));
  CHECK(s.constant(if_positive(Cause::none, Symbol{}, two, third)) == Exact::ratio(1, 3));
  CHECK(s.constant(if_not_negative(Cause::none, Symbol{}, two, third)) == Exact::whole(2));
  CHECK(s.constant(nearest_krone(Symbol(Exact::whole(150)))) == Exact::whole(200));
  CHECK(s.constant(nearest_oere(Symbol(half))) == Exact::whole(1));
  CHECK(s.in.number(s.in.quotient(s.in.constant(7), 2)) == 3);
  CHECK(s.in.number(s.in.above_zero(s.in.constant(-7))) == 0);
  CHECK(s.in.number(s.in.times(s.in.constant(-7), 2)) == -14);
}

TEST_CASE("FLT-14: half up, also where the pieces have no half") {
  Sheet s;
  const Symbol whole = s.fact();
  const Symbol fifth = whole * Exact::ratio(1, 65);
  for (const auto& [count, oere] : {std::pair{32, 0}, {33, 1}, {97, 1}, {98, 2}})
    CHECK(s.at(nearest_oere(fifth), {count}) == Exact::whole(oere));
  for (const auto& [count, oere] : {std::pair{3'249, 0}, {3'250, 100}}) CHECK(s.at(nearest_krone(fifth), {count}) == Exact::whole(oere));
  for (const auto& [count, oere] : {std::pair{49, 0}, {50, 100}, {149, 100}})
    CHECK(s.at(nearest_krone(whole), {count}) == Exact::whole(oere));
}

TEST_CASE("amounts in unlike pieces meet in those that both come out even in") {
  Sheet s;
  const Symbol a = s.fact(100), b = s.fact(65);
  CHECK(s.at(a + b, {50, 13}) == half + Exact::ratio(1, 5));
  CHECK(s.at(b - a, {50, 13}) == Exact::ratio(1, 5) - half);
  CHECK(s.at(least(Cause::none, a, b), {50, 13}) == Exact::ratio(1, 5));
  CHECK(s.at(above(Cause::none, a, b), {50, 13}) == Exact::ratio(3, 10));
  CHECK(s.at(above(Cause::none, b, a), {50, 13}) == Exact{});
  CHECK(s.at(if_positive(Cause::none, a, b, a), {50, 13}) == Exact::ratio(1, 5));
  CHECK(s.at(if_positive(Cause::none, a, b, a), {0, 13}) == Exact{});
  CHECK(s.at(if_not_negative(Cause::none, a, b, a), {-1, 13}) == Exact::ratio(-1, 100));
  CHECK(s.at(Symbol(half) * a, {50, 0}) == Exact::ratio(1, 4));
}

TEST_CASE("ATP: the bands of the wage are one expression of the hours") {
  Sheet s;
  const Symbol hours = s.fact(10'000);
  law::AtpBandsOf<Symbol> bands;
  law::AtpBands exact;
  for (std::size_t band = 0; band < 3; ++band) {
    exact.own[band] = Exact::whole(33 * static_cast<int>(band + 1));
    exact.employer[band] = Exact::whole(66 * static_cast<int>(band + 1));
    bands.own[band] = Symbol(exact.own[band]);
    bands.employer[band] = Symbol(exact.employer[band]);
  }
  law::Untraced nobody;
  const auto atp = law::atp_of_wage(bands, hours, nobody);
  for (const int count : {0, 389'999, 390'000, 779'999, 780'000, 1'169'999, 1'170'000, 1'600'000}) {
    const auto told = law::atp_of_wage(exact, Exact::ratio(count, 10'000), nobody);
    CHECK(s.at(atp.own, {count}) == told.own);
    CHECK(s.at(atp.employer, {count}) == told.employer);
  }
}
