#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

#include <fleks/formula/formula.hpp>
#include <fleks/values/exact.hpp>

#include "rules/number.hpp"
#include "rules/scaled.hpp"

// The law's number that is only a name: an expression over facts and rates. Run with symbols, a rule gives the formula
// of what it would have computed. Every amount is a whole number of pieces of its unit, as in `Scaled`, with as many
// pieces as its shares need; equal expressions are one node.

namespace fleks::law {

/// The nodes of a formula while it is made.
class Expressions {
 public:
  explicit Expressions(Formula& formula) noexcept : nodes_(formula.nodes) {}

  [[nodiscard]] int constant(std::int64_t number) { return kept({.op = Formula::Op::constant, .number = number}); }
  [[nodiscard]] int input(Formula::Op op, std::size_t place) { return kept({.op = op, .number = static_cast<std::int64_t>(place)}); }
  [[nodiscard]] int sum(int a, int b);
  [[nodiscard]] int difference(int a, int b);
  [[nodiscard]] int times(int a, std::int64_t by) { return product(a, constant(by)); }
  [[nodiscard]] int product(int a, int b);
  [[nodiscard]] int quotient(int a, std::int64_t by);
  [[nodiscard]] int least(int a, int b);
  [[nodiscard]] int above_zero(int a);
  /// `if_positive` or `if_not_negative`.
  [[nodiscard]] int choice(Formula::Op op, int test, int then, int otherwise);

  [[nodiscard]] bool is_constant(int node) const { return at(node).op == Formula::Op::constant; }
  [[nodiscard]] std::int64_t number(int node) const { return at(node).number; }

 private:
  [[nodiscard]] const Formula::Node& at(int node) const { return nodes_[static_cast<std::size_t>(node)]; }
  [[nodiscard]] bool is(int node, std::int64_t number) const { return is_constant(node) && at(node).number == number; }
  [[nodiscard]] bool is_never_negative(int node) const;
  int kept(const Formula::Node& node);
  int made(Formula::Op op, int a, int b, int c = 0) { return kept({.op = op, .of = {a, b, c}}); }

  std::vector<Formula::Node>& nodes_;
};

class Symbol {
 public:
  Symbol() = default;
  explicit Symbol(const Exact& constant) noexcept {
    const Exact reduced = constant.reduced();
    number_ = static_cast<std::int64_t>(reduced.numerator());
    pieces_ = static_cast<std::int64_t>(reduced.denominator());
  }
  Symbol(Expressions& of, int node, std::int64_t pieces) noexcept : of_(&of), node_(node), pieces_(pieces) {}

  [[nodiscard]] std::int64_t pieces() const noexcept { return pieces_; }
  /// Its node in a formula that is being made.
  [[nodiscard]] int node(Expressions& in) const { return of_ == nullptr ? in.constant(number_) : node_; }

  friend Symbol operator+(const Symbol& a, const Symbol& b) { return joined(a, b, &Expressions::sum); }
  friend Symbol operator-(const Symbol& a, const Symbol& b) { return joined(a, b, &Expressions::difference); }
  friend Symbol operator*(const Symbol& a, const Symbol& b) {
    Expressions* of = of_both(a, b);
    if (of == nullptr) return Symbol(Exact::ratio(a.number_, a.pieces_) * Exact::ratio(b.number_, b.pieces_));
    return {*of, of->product(a.node(*of), b.node(*of)), a.pieces_ * b.pieces_};
  }
  friend Symbol operator*(const Symbol& a, const Exact& b) { return a * Symbol(b); }
  friend const Symbol& operator*(const Symbol& a, AllOfIt) noexcept { return a; }

  friend Symbol least(Cause, const Symbol& a, const Symbol& b) { return joined(a, b, &Expressions::least); }
  friend Symbol not_below_zero(Cause, const Symbol& a) {
    if (a.of_ == nullptr) return a.number_ > 0 ? a : Symbol{};
    return {*a.of_, a.of_->above_zero(a.node_), a.pieces_};
  }
  friend Symbol above(Cause cause, const Symbol& a, const Symbol& limit) { return not_below_zero(cause, a - limit); }
  friend Symbol if_positive(Cause, const Symbol& test, const Symbol& then, const Symbol& otherwise) {
    return chosen(Formula::Op::if_positive, test, then, otherwise);
  }
  friend Symbol if_not_negative(Cause, const Symbol& test, const Symbol& then, const Symbol& otherwise) {
    return chosen(Formula::Op::if_not_negative, test, then, otherwise);
  }
  /// Half up; only for amounts that are not negative.
  friend Symbol nearest_krone(const Symbol& a) { return a.to_multiple_of(100); }
  friend Symbol nearest_oere(const Symbol& a) { return a.to_multiple_of(1); }
  /// The rest left out; likewise.
  friend Symbol whole_kroner(const Symbol& a) {
    const std::int64_t whole = 100 * a.pieces_;
    if (a.of_ == nullptr) return Symbol(Exact::whole(a.number_ / whole * 100));
    return {*a.of_, a.of_->times(a.of_->quotient(a.node_, whole), 100), 1};
  }
  friend const Symbol& in_smallest_terms(const Symbol& rate) noexcept { return rate; }
  /// A name may stand for anything.
  friend bool takes_anything(const Symbol& share) noexcept { return share.of_ != nullptr || share.number_ > 0; }

 private:
  static Expressions* of_both(const Symbol& a, const Symbol& b) noexcept { return a.of_ != nullptr ? a.of_ : b.of_; }
  /// The node in other pieces, which the own ones divide.
  [[nodiscard]] int counted_in(std::int64_t pieces, Expressions& in) const { return in.times(node(in), pieces / pieces_); }
  static Symbol joined(const Symbol& a, const Symbol& b, int (Expressions::*how)(int, int)) {
    const std::int64_t pieces = std::lcm(a.pieces_, b.pieces_);
    if (Expressions* of = of_both(a, b)) return {*of, (of->*how)(a.counted_in(pieces, *of), b.counted_in(pieces, *of)), pieces};
    Formula scratch;
    Expressions in(scratch);
    return Symbol(Exact::ratio(in.number((in.*how)(a.counted_in(pieces, in), b.counted_in(pieces, in))), pieces));
  }
  static Symbol chosen(Formula::Op op, const Symbol& test, const Symbol& then, const Symbol& otherwise) {
    if (test.of_ == nullptr) return (op == Formula::Op::if_positive ? test.number_ > 0 : test.number_ >= 0) ? then : otherwise;
    const std::int64_t pieces = std::lcm(then.pieces_, otherwise.pieces_);
    Expressions& of = *test.of_;
    return {of, of.choice(op, test.node_, then.counted_in(pieces, of), otherwise.counted_in(pieces, of)), pieces};
  }
  [[nodiscard]] Symbol to_multiple_of(std::int64_t unit) const {
    const std::int64_t whole = unit * pieces_;
    if (whole == 1) return *this;
    if (of_ == nullptr) return Symbol(Exact::whole((2 * number_ + whole) / (2 * whole) * unit));
    // An odd number of pieces has no half of them.
    const std::int64_t twice = whole % 2 == 0 ? 1 : 2;
    const int up = of_->sum(of_->times(node_, twice), of_->constant(whole * twice / 2));
    return {*of_, of_->times(of_->quotient(up, whole * twice), unit), 1};
  }

  Expressions* of_ = nullptr;  // null: a constant
  int node_ = 0;
  std::int64_t number_ = 0;
  std::int64_t pieces_ = 1;
};

struct SymbolNumbers {
  using Whole = Symbol;
  using Fine = Symbol;
  using Share = Symbol;
  using Part = AllOfIt;
  using Cut = Exact;
  using Days = Symbol;
  using AtpShare = Symbol;
  using PensionShare = Symbol;
  using Hours = Symbol;
  using AnHour = Symbol;
  using Rate = Symbol;
};

template <>
inline Symbol all<Symbol>() noexcept {
  return Symbol(Exact::whole(1));
}

/// The same where a job covers only part of a month.
struct SymbolPartNumbers : SymbolNumbers {
  using Part = Symbol;
};

/// Rates by name, in the pieces that the rows of the table need.
class SymbolRates {
 public:
  SymbolRates(Formula& formula, Expressions& in, const RateTable& table) noexcept : formula_(formula), in_(in), table_(table) {}
  Symbol operator()(RateKey key);
  /// Before its first period a rate is 0, so that one formula serves all months.
  [[nodiscard]] static bool not_yet(RateKey, const RateTable&) noexcept { return false; }

 private:
  Formula& formula_;
  Expressions& in_;
  const RateTable& table_;
};

}  // namespace fleks::law
