#include <algorithm>
#include <iterator>

#include "formula/symbol.hpp"

namespace fleks {
namespace law {

using Op = Formula::Op;

namespace {

/// Of a rate's count in the table.
std::int64_t finest_pieces(RateKey key) noexcept {
  switch (info(key).unit) {
    case RateUnit::percent: return 1'000'000;
    case RateUnit::hours_a_week: return 10'000;
    default: return 1;
  }
}

}  // namespace

int Expressions::kept(const Formula::Node& node) {
  // A formula has some dozens of nodes.
  const auto place = std::find(nodes_.begin(), nodes_.end(), node) - nodes_.begin();
  if (place == std::ssize(nodes_)) nodes_.push_back(node);
  return static_cast<int>(place);
}

int Expressions::sum(int a, int b) {
  if (is(a, 0)) return b;
  if (is(b, 0)) return a;
  if (is_constant(a) && is_constant(b)) return constant(number(a) + number(b));
  return made(Op::sum, a, b);
}
int Expressions::difference(int a, int b) {
  if (is(b, 0)) return a;
  if (a == b) return constant(0);
  if (is_constant(a) && is_constant(b)) return constant(number(a) - number(b));
  if (at(b).op == Op::difference && at(b).of[0] == a) return at(b).of[1];
  return made(Op::difference, a, b);
}
int Expressions::product(int a, int b) {
  if (is(a, 0) || is(b, 0)) return constant(0);
  if (is(a, 1)) return b;
  if (is(b, 1)) return a;
  if (is_constant(a) && is_constant(b)) return constant(number(a) * number(b));
  if (is_constant(b) && at(a).op == Op::product && is_constant(at(a).of[1])) return times(at(a).of[0], number(at(a).of[1]) * number(b));
  return is_constant(a) ? made(Op::product, b, a) : made(Op::product, a, b);
}
int Expressions::quotient(int a, std::int64_t by) {
  if (is_constant(a)) return constant(number(a) / by);
  const int divisor = constant(by);
  return made(Op::quotient, a, divisor);
}
int Expressions::least(int a, int b) {
  if (a == b) return a;
  if (is_constant(a) && is_constant(b)) return constant(std::min(number(a), number(b)));
  if ((is(a, 0) && is_never_negative(b)) || (is(b, 0) && is_never_negative(a))) return constant(0);
  return made(Op::least, a, b);
}
int Expressions::above_zero(int a) {
  if (is_constant(a)) return constant(std::max<std::int64_t>(number(a), 0));
  return made(Op::above_zero, a, 0);
}
bool Expressions::is_never_negative(int node) const {
  const Formula::Node& n = at(node);
  switch (n.op) {
    case Op::constant: return n.number >= 0;
    case Op::fact:
    case Op::rate:
    case Op::above_zero: return true;
    case Op::sum:
    case Op::product:
    case Op::least: return is_never_negative(n.of[0]) && is_never_negative(n.of[1]);
    case Op::if_positive:
    case Op::if_not_negative: return is_never_negative(n.of[1]) && is_never_negative(n.of[2]);
    case Op::difference:
    case Op::quotient: break;
  }
  return false;
}
int Expressions::choice(Op op, int test, int then, int otherwise) {
  if (then == otherwise) return then;
  return made(op, test, then, otherwise);
}

Symbol SymbolRates::operator()(RateKey key) {
  auto place = static_cast<std::size_t>(
      std::find_if(formula_.rates.begin(), formula_.rates.end(), [&](const Formula::RateInput& r) { return r.key == key; }) -
      formula_.rates.begin());
  if (place == formula_.rates.size()) {
    // Øre, hours and percentage points stand as they are, or in the tenths of them that every row comes out even in.
    const std::int64_t finest = finest_pieces(key);
    std::int64_t pieces = info(key).unit == RateUnit::percent ? 100 : 1;
    const auto rows = table_.rows(key);
    const auto comes_out_even = [&](const Rate& row) { return row.count % (finest / pieces) == 0; };
    while (!std::all_of(rows.begin(), rows.end(), comes_out_even)) pieces *= 10;
    formula_.rates.push_back({key, pieces});
  }
  return {in_, in_.input(Op::rate, place), formula_.rates[place].pieces};
}
}  // namespace law

std::optional<std::int64_t> Formula::value(int node, std::span<const std::int64_t> facts_counted,
                                           std::span<const std::int64_t> rates_counted) const {
  std::vector<std::int64_t> values;
  for (int place = 0; place <= node; ++place) {
    const Node& n = nodes[static_cast<std::size_t>(place)];
    const auto of = [&](std::size_t which) { return n.op <= Op::rate ? 0 : values[static_cast<std::size_t>(n.of[which])]; };
    const std::int64_t a = of(0), b = of(1);
    std::int64_t value = 0;
    bool overflow = false;
    switch (n.op) {
      case Op::constant: value = n.number; break;
      case Op::fact: value = facts_counted[static_cast<std::size_t>(n.number)]; break;
      case Op::rate: value = rates_counted[static_cast<std::size_t>(n.number)]; break;
      case Op::sum: overflow = __builtin_add_overflow(a, b, &value); break;
      case Op::difference: overflow = __builtin_sub_overflow(a, b, &value); break;
      case Op::product: overflow = __builtin_mul_overflow(a, b, &value); break;
      case Op::quotient: value = a / b; break;
      case Op::least: value = std::min(a, b); break;
      case Op::above_zero: value = std::max<std::int64_t>(a, 0); break;
      case Op::if_positive: value = a > 0 ? b : of(2); break;
      case Op::if_not_negative: value = a >= 0 ? b : of(2); break;
    }
    if (overflow) return std::nullopt;
    values.push_back(value);
  }
  return values.back();
}

const Formula::Step* Formula::step(std::string_view name) const noexcept {
  const auto found = std::find_if(steps.begin(), steps.end(), [&](const Step& s) { return s.name == name; });
  return found == steps.end() ? nullptr : &*found;
}

std::optional<std::int64_t> counted(const Formula::RateInput& input, Month month, const RateTable& rates) noexcept {
  const Rate* rate = rates.on(month).find(input.key);
  if (rate != nullptr) return rate->count / (law::finest_pieces(input.key) / input.pieces);
  const auto rows = rates.rows(input.key);
  const bool not_yet =
      rates.on(month).row(input.key) == nullptr && !rows.empty() && std::chrono::sys_days{first_day(month)} < rows.front().first;
  if (not_yet && input.key == RateKey::obligatory_pension_pct) return 0;
  return std::nullopt;
}

}  // namespace fleks
