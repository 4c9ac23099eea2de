#pragma once

#include <span>

// g++ 12 cannot see that what is moved is no longer than the room it lies in.
#pragma GCC diagnostic push
#ifndef __clang__
#pragma GCC diagnostic ignored "-Wstringop-overread"
#endif
#include <boost/container/small_vector.hpp>
#pragma GCC diagnostic pop

namespace fleks {

/// A list that is rarely longer than `usual`: until then it asks for no memory.
template <class Value, std::size_t usual>
struct Few : boost::container::small_vector<Value, usual> {
  using boost::container::small_vector<Value, usual>::small_vector;
  // Boost 1.74 does not yet tell the standard that its values lie side by side.
  operator std::span<const Value>() const noexcept { return {this->data(), this->size()}; }  // NOLINT(google-explicit-constructor)
};

}  // namespace fleks
