#pragma once

#include <optional>
#include <string>

#include <fleks/errors/error.hpp>
#include <fleks/errors/result.hpp>

#include "analysis/counted_line.hpp"
#include "analysis/line.hpp"
#include "rules/net_picture.hpp"
#include "values/bounded.hpp"

// A walk along the exact curve of what is in hand, from piece to piece.

namespace fleks {
namespace law {

template <>
struct NumbersOf<Line> {
  using type = LineNumbers;
};

}  // namespace law

/// What is wrong with the ends of a curve, both from 0 to `most`.
template <class Value>
std::optional<Error> wrong_ends(Value from, Value to, Value most) {
  for (const auto& [value, field] : {std::pair{from, Fact::from}, std::pair{to, Fact::to}})
    if (auto wrong = bounded(field, value, most)) return wrong;
  if (to < from) return Error{.code = ErrorCode::out_of_range, .field = Fact::to, .given = to_text(to), .allowed = AtLeast{from}};
  return std::nullopt;
}

/// What a line that passes `from` has come to at `to`, by way of zero where the distance has too many digits for a number.
inline Exact value_after(const law::Line& line, const Exact& from, const Exact& distance, const Exact& to) {
  if (!distance.out_of_range()) return Exact::product_and_sum(line.slope(), distance, line.value());
  return Exact::product_and_sum(line.slope(), to, Exact::product_and_sum(-line.slope(), from, line.value()));
}

/// A piece of the curve: straight from `at` to where the next begins.
struct Piece {
  Exact at{};
  law::Line line{};
  Cause cause{};                 // why it begins
  std::optional<Exact> slope{};  // of the piece before; none of the first
  Exact before{};                // what the piece before comes to at `at`
};

/// What is straight from a place, and where it may bend next.
struct Straight {
  law::Line line{};  // in its smallest terms
  bool ends = false;
  Exact next{}, distance{};  // only where it ends: the place, and how far that is
  Cause cause{};

  template <class InHand>
  static Straight exactly(const Exact& at, InHand in_hand) {
    law::Sweep sweep(at);
    const law::Line moving = in_hand(law::Line::moving(sweep)), line{moving.value().reduced(), moving.slope().reduced()};
    if (!sweep.has_next()) return {.line = line};
    return {.line = line, .ends = true, .next = sweep.next(), .distance = sweep.distance(), .cause = sweep.cause()};
  }
  /// Whether a place is one for counted lines.
  static bool can_be_counted(const Exact& at) noexcept {
    const int128 p = at.numerator(), q = at.denominator();
    return p >= 0 && p <= INT64_MAX && q > 0 && q <= INT64_MAX;
  }
  /// Of what `in_hand` makes of what moves along a sweep.
  template <class InHand>
  static Straight counted(const Exact& at, InHand in_hand) {
    law::CountedSweep sweep(static_cast<std::int64_t>(at.numerator()), static_cast<std::int64_t>(at.denominator()));
    const law::CountedLine line = in_hand(sweep);
    const Exact slope = law::exact(line.slope());
    Straight found{.line = {Exact::product_and_sum(slope, at, law::exact(line.at_zero())).reduced(), slope}, .ends = sweep.has_next()};
    if (!found.ends) return found;
    found.next = sweep.next();
    found.distance = found.next - at;
    found.cause = sweep.cause();
    return found;
  }
};

/// Walks from `from` to `to` and shows each piece to `visit`, the last one beginning at or before `to`. `straight_from` gives what is
/// straight from a place.
template <class StraightFrom, class Visit>
std::optional<Error> walk_along(const Exact& from, const Exact& to, Fact field, StraightFrom straight_from, Visit visit) {
  const Error too_precise{.code = ErrorCode::too_precise, .field = field};
  Exact at = from, last = from, distance{};
  std::optional<law::Line> before;
  Cause cause = Cause::none;
  for (;;) {
    const Straight here = straight_from(at);
    if (here.line.value().out_of_range() || here.line.slope().out_of_range()) return too_precise;
    Piece piece{.at = at, .line = here.line, .cause = cause};
    if (before) {
      piece.slope = before->slope();
      piece.before = value_after(*before, last, distance, at);
    }
    visit(piece);
    if (!here.ends) return std::nullopt;
    before = here.line;
    cause = here.cause;
    distance = here.distance;
    last = at;
    at = here.next.reduced();
    if (at.out_of_range()) return too_precise;
    if (at > to) return std::nullopt;
  }
}

/// The same along a line that `in_hand` gives of what moves.
template <class InHand, class Visit>
std::optional<Error> walk(const Exact& from, const Exact& to, Fact field, InHand in_hand, Visit visit) {
  return walk_along(
      from, to, field, [&](const Exact& at) { return Straight::exactly(at, in_hand); }, visit);
}

}  // namespace fleks
