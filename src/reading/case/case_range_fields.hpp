#pragma once

#include "reading/case/case_fields.hpp"

namespace fleks {

/// Amounts and hours that may be unknown, `?`, or in a range, `A..B`.
class CaseRangeFields : public CaseFields {
 protected:
  CaseRangeFields(CaseReading& out, bool ranges) : CaseFields(out.errors), given_ranges_(out.ranges), ranges_(ranges) {}
  ~CaseRangeFields() = default;

  /// An amount or hours that may be `?` or `A..B`; then `out` is the least of it.
  template <class Value, class Otherwise>
  void set_or_range(At at, Value& out, CaseRange range, Otherwise otherwise) {
    if (!is_range(at)) return otherwise(at, out);
    if (!ranges_) return no_range_here(at);
    Value least{}, most = most_of(least);
    const std::string_view text = tree_[at].text;
    const std::size_t dots = text.find("..");
    if (dots != std::string::npos) {
      if (!parse_end(at, text.substr(0, dots), least) || !parse_end(at, text.substr(dots + 2), most)) return;
      if (least > most)
        return complain(
            {.code = ErrorCode::out_of_range, .field = tree_.path(at), .given = std::string(text), .allowed = OneOf{{"?", "A..B"}}});
    }
    out = least;
    range.from = count_of(least);
    range.to = count_of(most);
    given_ranges_.push_back(range);
  }
  [[nodiscard]] bool is_range(At at) const {
    return at != 0 && tree_[at].kind == Kind::text && (tree_[at].text == "?" || tree_[at].text.find("..") != std::string::npos);
  }
  /// A pension as a share: `A%..B%`, or `?%` where it is only known to be one.
  [[nodiscard]] bool is_range_of_shares(At at) const {
    if (at == 0 || tree_[at].kind != Kind::text || !tree_[at].text.ends_with('%')) return false;
    return tree_[at].text == "?%" || tree_[at].text.find("..") != std::string::npos;
  }
  void set_range_of_shares(At at, std::optional<Percent>& share, CaseRange range) {
    if (!ranges_) return no_range_here(at);
    const std::string_view text = tree_[at].text;
    const std::size_t dots = text.find("..");
    Percent least{}, most = range.fact == Fact::own_pension ? Percent::of_ten_thousandths(999'900) : Percent::whole(100);
    if (dots != std::string_view::npos) {
      const std::string_view from = text.substr(0, dots), to = text.substr(dots + 2, text.size() - dots - 3);
      if (!from.ends_with('%') || from.size() < 2)
        return complain(
            {.code = ErrorCode::out_of_range, .field = tree_.path(at), .given = std::string(text), .allowed = OneOf{{"?%", "A%..B%"}}});
      if (!parse_end(at, from.substr(0, from.size() - 1), least) || !parse_end(at, to, most)) return;
      if (least > most)
        return complain(
            {.code = ErrorCode::out_of_range, .field = tree_.path(at), .given = std::string(text), .allowed = OneOf{{"?%", "A%..B%"}}});
    }
    share = least;
    range.is_share = true;
    range.from = count_of(least);
    range.to = count_of(most);
    given_ranges_.push_back(range);
  }
  /// A percentage or days.
  template <class Value>
  void set_or_range(At at, Value& out, const CaseRange& range) {
    set_or_range(at, out, range, [&](At there, Value& value) { set(there, value); });
  }
  /// The same of what stands in a wage, a ceiling or a benefit.
  void set_signed_or_range(At at, Money& out, const CaseRange& range) {
    set_or_range(at, out, range, [&](At there, Money& amount) { set_signed(there, amount); });
  }
  void set_amount_or_range(At at, Money& out, const CaseRange& range) {
    set_or_range(at, out, range, [&](At there, Money& amount) { set(there, amount); });
  }
  void set_amount_or_range(At at, std::optional<Money>& out, const CaseRange& range) {
    if (at != 0) set_amount_or_range(at, out.emplace(), range);
  }
  /// Of a part of the pay of which nothing is known, by its place among the ranges: it is at most what the others leave of it.
  void within_pay(const WageRecord& w, std::size_t first) {
    Money others = w.benefits_in_kind + w.gifts + w.holiday_allowance;
    for (const SpreadPay& s : w.spread) others += s.amount;
    for (const SupplementPaid& s : w.supplements) others += s.amount;
    const Money left = w.am_income > others ? w.am_income - others : Money{};
    for (std::size_t i = first; i < given_ranges_.size(); ++i)
      if (CaseRange& r = given_ranges_[i];
          r.list != CaseRange::List::full_time_supplements && r.from == 0 && r.to == count_of(most_of(Money{})))
        r.to = left.in_oere();
  }
  [[nodiscard]] std::size_t count_of_ranges() const noexcept { return given_ranges_.size(); }

 private:
  template <class Value>
  static constexpr bool is_percent = std::is_same_v<Value, Percent> || std::is_same_v<Value, std::optional<Percent>>;
  // So that several of them can be added.
  static Money most_of(Money) { return Money::kroner(10'000'000); }
  static Hours most_of(Hours) { return hours_in_a_month; }
  static std::optional<Hours> most_of(std::optional<Hours>) { return hours_in_a_month; }
  static Percent most_of(Percent) { return Percent::whole(100); }
  // A percentage that tax was withheld by is below all of it.
  static std::optional<Percent> most_of(std::optional<Percent>) { return Percent::of_ten_thousandths(999'900); }
  static std::optional<Days> most_of(std::optional<Days>) { return most_days; }
  static std::int64_t count_of(Money amount) { return amount.in_oere(); }
  static std::int64_t count_of(Hours hours) { return hours.ten_thousandths(); }
  static std::int64_t count_of(std::optional<Hours> hours) { return hours.value_or(Hours{}).ten_thousandths(); }
  static std::int64_t count_of(Percent share) { return share.ten_thousandths() / share_step; }
  static std::int64_t count_of(std::optional<Percent> share) { return count_of(share.value_or(Percent{})); }
  static std::int64_t count_of(std::optional<Days> days) { return days.value_or(Days{}).ten_thousandths(); }
  template <class Value>
  bool parse_end(At at, std::string_view text, Value& out) {
    const auto parsed = [&] {
      if constexpr (std::is_same_v<Value, Money>)
        return Money::parse(text);
      else if constexpr (is_percent<Value>)
        return Percent::parse(text);
      else if constexpr (std::is_same_v<Value, std::optional<Days>>)
        return Days::parse(text, most_days);
      else
        return Hours::parse(text, hours_in_a_month);
    }();
    if (!parsed) {
      complain(Error(parsed.error()).in(tree_.path(at)));
      return false;
    }
    if constexpr (is_percent<Value>) {
      if (parsed->ten_thousandths() % share_step != 0) {
        complain({.code = ErrorCode::out_of_range, .field = tree_.path(at), .given = std::string(text), .allowed = OneOf{{"N.NN"}}});
        return false;
      }
    }
    out = *parsed;
    return true;
  }

  std::vector<CaseRange>& given_ranges_;
  bool ranges_;
};

}  // namespace fleks
