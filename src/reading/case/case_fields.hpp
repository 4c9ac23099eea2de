#pragma once

#include <array>
#include <iterator>
#include <span>
#include <type_traits>
#include <utility>

#include <fleks/facts/names.hpp>
#include <fleks/reading/case_file.hpp>

#include "reading/case/case_words.hpp"
#include "text/json_fields.hpp"
#include "values/day_number.hpp"

namespace fleks {

/// The fields of a case file as values, each set from its text.
class CaseFields : protected JsonFields {
 protected:
  template <class Choice>
  using Word = case_words::Word<Choice>;

  static constexpr Days most_days = Days::whole(longest_month);
  static constexpr std::uint32_t most_facts = 5000;  // in one list: a hundred years of weeks

  explicit CaseFields(std::vector<Error>& errors) : JsonFields(file_), errors_(errors) {}
  ~CaseFields() = default;

  void complain(Error error) final {
    if (errors_.size() < JsonTree::most_errors) errors_.push_back(std::move(error));
  }
  void no_range_here(At at) {
    complain({.code = ErrorCode::exclusive_facts, .field = tree_.path(at), .allowed = NoRange{WhyNoRange::not_here, {}, {}}});
  }
  template <class Value, class Parse>
  bool parse_into(At at, Value& out, Parse parse, bool number_too, Allowed type) {
    const auto& node = tree_[at];
    if (node.kind != Kind::text && !(number_too && node.kind == Kind::number)) {
      wrong_type(at, std::move(type));
      return false;
    }
    if (node.text == "?" || node.text.find("..") != std::string::npos) {
      no_range_here(at);
      return false;
    }
    auto value = parse(node.text);
    if (!value) {
      complain(std::move(value).error().in(tree_.path(at)));
      return false;
    }
    out = *value;
    return true;
  }
  bool set(At at, Money& out) {
    return at != 0 && parse_into(
                          at, out, [](const std::string& t) { return Money::parse(t); }, true, OneOf{{"15600.00"}});
  }
  /// An amount that the register may correct by a later one below zero.
  bool set_signed(At at, Money& out) {
    return at != 0 && parse_into(
                          at, out,
                          [](const std::string& t) -> Result<Money> {
                            if (!t.starts_with('-')) return Money::parse(t);
                            auto amount = Money::parse(std::string_view(t).substr(1));
                            return amount ? Result<Money>(-*amount) : amount;
                          },
                          true, OneOf{{"15600.00"}});
  }
  /// Hours of a month, likewise.
  bool set_signed(At at, std::optional<Hours>& out) {
    Hours hours{};
    const auto parse = [](const std::string& t) -> Result<Hours> {
      if (!t.starts_with('-')) return Hours::parse(t, hours_in_a_month);
      auto count = Hours::parse(std::string_view(t).substr(1), hours_in_a_month);
      return count ? Result<Hours>(Hours::of_ten_thousandths(-count->ten_thousandths())) : count;
    };
    if (at == 0 || !parse_into(at, hours, parse, true, OneOf{{"12"}})) return false;
    out = hours;
    return true;
  }

  /// Kroner, or `4%` of the pay before own pension.
  void set_pension(At at, Money& amount, std::optional<Percent>& share) {
    if (at == 0 || tree_[at].kind != Kind::text || !tree_[at].text.ends_with('%')) {
      set_signed(at, amount);
      return;
    }
    Percent percent{};
    const auto parse = [](const std::string& t) { return Percent::parse(std::string_view(t).substr(0, t.size() - 1)); };
    if (parse_into(at, percent, parse, false, OneOf{{"4%"}})) share = percent;
  }
  bool set(At at, Percent& out) {
    return at != 0 && parse_into(
                          at, out, [](const std::string& t) { return Percent::parse(t); }, true, OneOf{{"8"}});
  }
  bool set(At at, Hours& out, Hours most) {
    return at != 0 && parse_into(
                          at, out, [&](const std::string& t) { return Hours::parse(t, most); }, true, OneOf{{"12"}});
  }
  bool set(At at, Days& out) {
    return at != 0 && parse_into(
                          at, out, [](const std::string& t) { return Days::parse(t, most_days); }, true, OneOf{{"5"}});
  }
  /// A count of at most five digits.
  bool set(At at, int& out) {
    return at != 0 && parse_into(
                          at, out,
                          [](const std::string& t) -> Result<int> {
                            if (t.empty() || t.size() > 5 || t.find_first_not_of("0123456789") != std::string::npos)
                              return Error{.code = ErrorCode::out_of_range, .given = t, .allowed = Range{0, 99'999}};
                            return std::stoi(t);
                          },
                          true, OneOf{{"52"}});
  }
  bool set(At at, Date& out) {
    return at != 0 && parse_into(
                          at, out, [](const std::string& t) { return parse_date(t); }, false, Form::date);
  }
  bool set(At at, Month& out) {
    return at != 0 && parse_into(
                          at, out, [](const std::string& t) { return parse_month(t); }, false, Form::month);
  }
  bool set(At at, bool& out) {
    if (at == 0) return false;
    if (tree_[at].kind != Kind::boolean) return wrong_type(at, Form::truth), false;
    out = tree_[at].truth;
    return true;
  }
  bool set(At at, std::string& out) {
    if (at == 0) return false;
    if (tree_[at].kind != Kind::text) return wrong_type(at, Form::text), false;
    out = tree_[at].text;
    return true;
  }
  template <class Value, class... Rest>
  bool set(At at, std::optional<Value>& out, Rest... rest) {
    Value value{};
    if (!set(at, value, rest...)) return false;
    out = value;
    return true;
  }
  template <class Choice>
  bool choose(At at, Choice& out, std::span<const Word<Choice>> words) {
    if (at == 0) return false;
    if (tree_[at].kind != Kind::text) return wrong_type(at, Form::text), false;
    for (const auto& word : words)
      if (word.word == tree_[at].text) {
        out = word.choice;
        return true;
      }
    OneOf allowed;
    for (const auto& word : words) allowed.choices.emplace_back(word.word);
    complain({.code = ErrorCode::no_such_choice, .field = tree_.path(at), .given = tree_[at].text, .allowed = std::move(allowed)});
    return false;
  }
  template <class Choice, std::size_t n>
  bool choose(At at, Choice& out, const Word<Choice> (&words)[n]) {
    return choose(at, out, std::span<const Word<Choice>>(words));
  }
  template <class Choice, std::size_t n>
  bool choose(At at, std::optional<Choice>& out, const Word<Choice> (&words)[n]) {
    Choice choice{};
    if (!choose(at, choice, words)) return false;
    out = choice;
    return true;
  }

  /// A choice by its own name and words.
  template <class Choice>
  void choose_named(At object, Choice& out) {
    std::array<Word<Choice>, std::size(names<Choice>.words)> words{};
    std::transform(std::begin(names<Choice>.words), std::end(names<Choice>.words), words.begin(), [](const Named<Choice>& each) {
      return Word<Choice>{each.word, each.value};
    });
    choose(find(object, names<Choice>.id), out, std::span<const Word<Choice>>(words));
  }

  /// Calls `item(object)` for each object of a list that may be absent.
  template <class Item>
  void each(At list, Item item) {
    if (list == 0) return;
    if (tree_[list].kind != Kind::list) return wrong_type(list, Form::list);
    if (tree_[list].count > most_facts)
      return complain({.code = ErrorCode::too_large,
                       .field = tree_.path(list),
                       .given = std::to_string(tree_[list].count),
                       .allowed = AtMost{most_facts}});
    for (At at = tree_[list].first; at != 0; at = tree_[at].next) {
      if (tree_[at].kind == Kind::object) {
        item(at);
        no_other_fields(at);
      } else {
        wrong_type(at, Form::object);
        const std::size_t said = errors_.size();
        item(at);  // keeps its place, so that the paths of problems stay right
        errors_.resize(said);
      }
    }
  }

  std::vector<Error>& errors_;
  JsonTree file_{};
};

}  // namespace fleks
