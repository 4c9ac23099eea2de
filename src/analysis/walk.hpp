#pragma once

#include <optional>
#include <string>

#include <fleks/errors/error.hpp>
#include <fleks/errors/result.hpp>

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

/// Walks from `from` to `to` and shows each piece to `visit`, the last one beginning at or before `to`.
template <class InHand, class Visit>
std::optional<Error> walk(const Exact& from, const Exact& to, Fact field, InHand in_hand, Visit visit) {
  const Error too_precise{.code = ErrorCode::too_precise, .field = field};
  Exact at = from, last = from, distance{};
  std::optional<law::Line> before;
  Cause cause = Cause::none;
  for (;;) {
    law::Sweep sweep(at);
    const law::Line here = in_hand(law::Line::moving(sweep));
    if (here.value().out_of_range() || here.slope().out_of_range()) return too_precise;
    Piece piece{.at = at, .line = here, .cause = cause};
    if (before) {
      piece.slope = before->slope();
      piece.before = value_after(*before, last, distance, at);
    }
    visit(piece);
    if (!sweep.has_next()) return std::nullopt;
    before = here;
    cause = sweep.cause();
    distance = sweep.distance();
    last = at;
    at = sweep.next().reduced();
    if (at.out_of_range()) return too_precise;
    if (at > to) return std::nullopt;
  }
}

}  // namespace fleks
