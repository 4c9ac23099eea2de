#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace fleks {

class JsonPart;
class JsonTree;

/// A JSON value that is put together to be written: null, true or false, a whole number, a text, a list, or an object whose members
/// stay in the order in which they came.
///
/// Braces make an object where every part is a name with its value, and else a list: `Json{{"a", 1}, {"b", "x"}}`. To take a value
/// apart asks for no memory: where memory is refused while one is made, that is an error and not the end of the program.
class Json {
 public:
  Json() noexcept = default;
  Json(std::nullptr_t) noexcept {}  // NOLINT(google-explicit-constructor): a value is one of these
  template <std::integral Number>
  Json(Number number) noexcept {  // NOLINT(google-explicit-constructor)
    if constexpr (std::same_as<Number, bool>)
      value_ = number;
    else
      value_ = static_cast<std::int64_t>(number);
  }
  Json(std::string text) noexcept : value_(std::move(text)) {}  // NOLINT(google-explicit-constructor)
  Json(std::string_view text) : value_(std::string(text)) {}    // NOLINT(google-explicit-constructor)
  Json(const char* text) : value_(std::string(text)) {}         // NOLINT(google-explicit-constructor)
  template <class Item>
  Json(const std::vector<Item>& items) {  // NOLINT(google-explicit-constructor)
    value_.template emplace<List>(items.begin(), items.end());
  }
  Json(std::initializer_list<JsonPart> parts);  // NOLINT(google-explicit-constructor)
  Json(const Json&) = default;
  Json(Json&&) noexcept = default;
  ~Json() = default;
  /// The value is taken before the member it is given to is looked for, which may move the others: `json["a"] = json["b"] = 2` holds.
  Json& operator=(Json value) noexcept {
    value_ = std::move(value.value_);
    return *this;
  }

  [[nodiscard]] static Json object();
  [[nodiscard]] static Json array(std::initializer_list<JsonPart> parts = {});
  /// What `text()` has written, read again. Throws where it is none.
  [[nodiscard]] static Json parse(std::string_view written);

  /// The member of that name, which is made where it is not there. Null becomes an object.
  Json& operator[](std::string_view name);
  Json& operator[](const char* name) { return (*this)[std::string_view(name)]; }
  Json& operator[](const std::string& name) { return (*this)[std::string_view(name)]; }
  /// An item of a list.
  Json& operator[](std::size_t place) { return std::get<List>(value_)[place]; }
  /// The member of that name, or null where there is none.
  [[nodiscard]] Json* find(std::string_view name) noexcept;
  [[nodiscard]] const Json* find(std::string_view name) const noexcept;
  /// An item at the end of a list. Null becomes a list.
  void push_back(Json item);
  /// The members of another object, in the place of those that are there.
  void update(Json members);

  /// Of a list its items, of anything else none.
  [[nodiscard]] std::vector<Json>::const_iterator begin() const noexcept;
  [[nodiscard]] std::vector<Json>::const_iterator end() const noexcept;
  /// How many items or members.
  [[nodiscard]] std::size_t size() const noexcept;
  [[nodiscard]] bool empty() const noexcept { return size() == 0; }
  /// The text, where it is one.
  [[nodiscard]] const std::string* text() const noexcept { return std::get_if<std::string>(&value_); }

  /// As JSON on lines of its own, two letters further in at each level; what is not UTF-8 is replaced.
  [[nodiscard]] std::string written() const;

 private:
  using List = std::vector<Json>;
  using Member = std::pair<std::string, Json>;
  using Object = std::vector<Member>;

  [[nodiscard]] static Json of(const JsonTree& tree, std::uint32_t at);
  [[nodiscard]] bool is_named_value() const noexcept;
  void write(std::string& to, std::size_t indent) const;

  std::variant<std::nullptr_t, bool, std::int64_t, std::string, List, Object> value_{nullptr};
};

/// A part of braces: a value that is moved out of them, where a list of values would have to be copied.
class JsonPart {
 public:
  template <class Value>
  requires std::constructible_from<Json, Value> &&(!std::same_as<std::remove_cvref_t<Value>, JsonPart>)JsonPart(Value&& value)
      : value_(Json(std::forward<Value>(value))) {}                         // NOLINT(google-explicit-constructor)
  JsonPart(std::initializer_list<JsonPart> parts) : value_(Json(parts)) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] Json taken() const noexcept { return std::move(value_); }
  [[nodiscard]] const Json& value() const noexcept { return value_; }

 private:
  mutable Json value_;
};

}  // namespace fleks
