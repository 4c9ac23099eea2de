#pragma once

#include <utility>

namespace fleks {

/// What few of many have to say: a pointer wide where nothing is said, and a `T` of its own where something is.
///
/// Copies are deep and it compares by value. It reads as a `T` that says nothing, until something is said.
/// Example: `facts.in_parts->part` reads, `facts.in_parts.say().part = Exact::ratio(1, 2)` writes.
template <class T>
class Seldom {
 public:
  constexpr Seldom() noexcept = default;
  /// Its own copy.
  constexpr Seldom(const Seldom& other) : said_(other.said_ == nullptr ? nullptr : new T(*other.said_)) {}
  /// Takes over; the other then says nothing.
  constexpr Seldom(Seldom&& other) noexcept : said_(std::exchange(other.said_, nullptr)) {}
  /// Its own copy, or what is taken over.
  constexpr Seldom& operator=(Seldom other) noexcept {
    std::swap(said_, other.said_);
    return *this;
  }
  constexpr ~Seldom() {
    if (said_ != nullptr) delete said_;
  }

  /// Whether anything is said.
  [[nodiscard]] constexpr explicit operator bool() const noexcept { return said_ != nullptr; }
  /// What is said, or a `T` that says nothing.
  [[nodiscard]] constexpr const T& operator*() const noexcept { return said_ != nullptr ? *said_ : nothing; }
  /// A member of it.
  [[nodiscard]] constexpr const T* operator->() const noexcept { return &**this; }
  /// To write what is said; it begins as what says nothing.
  [[nodiscard]] constexpr T& say() {
    if (said_ == nullptr) said_ = new T{};
    return *said_;
  }

  /// By value; what is said to be nothing is as if nothing were said.
  friend constexpr bool operator==(const Seldom& a, const Seldom& b) { return a.said_ == b.said_ || *a == *b; }

 private:
  static constexpr T nothing{};
  T* said_ = nullptr;
};

}  // namespace fleks
