#pragma once

#include <cassert>
#include <stdexcept>
#include <utility>
#include <variant>

#include <fleks/errors/error.hpp>

namespace fleks {

/// Thrown by `Result::value()` when there is no value, and by nothing else.
class BadResult : public std::runtime_error {
 public:
  /// Wraps an error.
  explicit BadResult(Error error);
  /// Throws it. The library does, so a program compiled without exceptions can use all the rest, and ends here.
  [[noreturn]] static void raise(Error error);
  /// The error that `value()` was asked for.
  [[nodiscard]] const Error& error() const noexcept { return error_; }

 private:
  Error error_;
};

/// A value, or the error that stands in its way; with the member names of `std::expected`.
///
/// Example: `Money::parse("1e4").error().code` is `ErrorCode::not_a_number`.
template <class T>
class [[nodiscard]] Result {
 public:
  /// A value.
  constexpr Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(google-explicit-constructor)
  /// The value made where it stands.
  template <class... Arguments>
  constexpr explicit Result(std::in_place_t, Arguments&&... arguments)
      : state_(std::in_place_index<0>, std::forward<Arguments>(arguments)...) {}
  /// An error.
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

  /// Whether there is a value.
  [[nodiscard]] constexpr bool has_value() const noexcept { return state_.index() == 0; }
  /// Whether there is a value.
  constexpr explicit operator bool() const noexcept { return has_value(); }

  /// The value; throws `BadResult` where there is none.
  [[nodiscard]] constexpr const T& value() const& {
    if (!has_value()) BadResult::raise(error());
    return *std::get_if<0>(&state_);
  }
  /// The value, moved out; throws `BadResult` where there is none.
  [[nodiscard]] constexpr T&& value() && {
    if (!has_value()) BadResult::raise(error());
    return std::move(*std::get_if<0>(&state_));
  }
  /// The value, which must be there (assert).
  [[nodiscard]] constexpr const T& operator*() const& noexcept {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  /// The value, which must be there (assert).
  [[nodiscard]] constexpr T& operator*() & noexcept {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }
  /// The value, moved out, which must be there (assert).
  [[nodiscard]] constexpr T&& operator*() && noexcept {
    assert(has_value());
    return std::move(*std::get_if<0>(&state_));
  }
  /// A member of the value, which must be there (assert).
  [[nodiscard]] constexpr const T* operator->() const noexcept {
    assert(has_value());
    return std::get_if<0>(&state_);
  }
  /// A member of the value, which must be there (assert).
  [[nodiscard]] constexpr T* operator->() noexcept {
    assert(has_value());
    return std::get_if<0>(&state_);
  }
  /// The error, which must be there (assert).
  [[nodiscard]] constexpr const Error& error() const& noexcept {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }
  /// The error, moved out, which must be there (assert).
  [[nodiscard]] constexpr Error&& error() && noexcept {
    assert(!has_value());
    return std::move(*std::get_if<1>(&state_));
  }
  /// The value, or `otherwise` where there is none.
  template <class U>
  [[nodiscard]] constexpr T value_or(U&& otherwise) const& {
    return has_value() ? **this : static_cast<T>(std::forward<U>(otherwise));
  }

 private:
  std::variant<T, Error> state_;
};

}  // namespace fleks
