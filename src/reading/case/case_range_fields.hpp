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
    const bool is_text = at != 0 && tree_[at].kind == Kind::text;
    const std::size_t dots = is_text ? tree_[at].text.find("..") : std::string::npos;
    if (!is_text || (tree_[at].text != "?" && dots == std::string::npos)) return otherwise(at, out);
    if (!ranges_) return wrong_type(at, OneOf{{"15600.00"}});
    Value least{}, most = most_of(least);
    const std::string_view text = tree_[at].text;
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
  // So that several of them can be added.
  static Money most_of(Money) { return Money::kroner(10'000'000); }
  static Hours most_of(Hours) { return hours_in_a_month; }
  static std::optional<Hours> most_of(std::optional<Hours>) { return hours_in_a_month; }
  static std::int64_t count_of(Money amount) { return amount.in_oere(); }
  static std::int64_t count_of(Hours hours) { return hours.ten_thousandths(); }
  static std::int64_t count_of(std::optional<Hours> hours) { return hours.value_or(Hours{}).ten_thousandths(); }
  template <class Value>
  bool parse_end(At at, std::string_view text, Value& out) {
    const auto parsed = [&] {
      if constexpr (std::is_same_v<Value, Money>)
        return Money::parse(text);
      else
        return Hours::parse(text, hours_in_a_month);
    }();
    if (parsed)
      out = *parsed;
    else
      complain(Error(parsed.error()).in(tree_.path(at)));
    return parsed.has_value();
  }

  std::vector<CaseRange>& given_ranges_;
  bool ranges_;
};

}  // namespace fleks
