#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include <fleks/text/shown.hpp>
#include <fleks/words/amounts.hpp>

#include "analysis/letter_content.hpp"
#include "words/letter_sheets.hpp"
#include "words/say.hpp"

namespace fleks {

/// Says what a letter's content holds: each function a section, or a few that belong together. It computes nothing.
class LetterWriter {
 public:
  using Section = LetterSheets::Section;

  LetterWriter(const Case& c, const RateTable& rates, const LetterContent& content, Language language)
      : c_(c), rates_(rates), content_(content), m_(content.month), say_(language), l_(language) {
    out_.language = language;
  }

  [[nodiscard]] LetterSheets write();

 private:
  // letter.cpp: what every letter has
  void sender();
  void title();
  void check();
  void complain();
  void signature();

  // letter_month.cpp: a month's decision
  void first_of_month();
  void preliminary();
  void wages();
  void incomes();
  [[nodiscard]] std::string sources(const std::vector<LetterIncome>& incomes) const;
  void subsidy_and_benefit();
  void ceiling();
  void ceiling_as_weighed(std::string& text);
  void holiday();
  void state_pays();
  void changed();

  // letter_benefit.cpp
  void benefit();
  [[nodiscard]] std::string sanction(const Sanction& sanction) const;
  [[nodiscard]] std::string second_sanction() const;

  // letter_tax.cpp
  void after_tax();

  // letter_no_decision.cpp: no right, and not known yet
  void no_right();
  void unknown();

  // letter_correction.cpp
  void first_of_correction();
  void why_corrected();
  void months_table();
  void corrected_rules();
  void hearing();
  void regulation();
  void repayment();

  [[nodiscard]] bool nothing_differs() const { return content_.kind == LetterKind::unchanged || content_.kind == LetterKind::claim; }

  // letter_rules.cpp
  void rules();
  void choices(Section& s);

  // letter_labels.cpp
  [[nodiscard]] std::string line_name(const LetterLine& line) const;
  [[nodiscard]] std::string change_name(const LetterChange& change) const;
  [[nodiscard]] std::string rule_label(Rule rule) const;
  [[nodiscard]] std::string income_name(const LetterIncome& income) const;

  template <class... A>
  [[nodiscard]] std::string say(fmt::format_string<A...> danish, fmt::format_string<A...> english, A&&... arguments) const {
    return say_(danish, english, std::forward<A>(arguments)...);
  }
  /// A letter has kroner and øre.
  [[nodiscard]] std::string kr(const Exact& x) const {
    const auto nearest = x.round(Rounding::half_up);
    return nearest ? kroner(*nearest, l_) : kroner(x, l_);
  }
  [[nodiscard]] std::string kr(Money x) const { return kroner(x, l_); }
  [[nodiscard]] std::string in(Month month) const { return in_words(month, l_); }
  [[nodiscard]] std::string on(Date date) const { return in_words(date, l_); }
  [[nodiscard]] std::string employer(std::size_t job) const { return shown(c_.employments[job].employer); }
  /// What the case does not hold, as a place to fill in.
  [[nodiscard]] std::string or_blank(const std::string& known, const char* danish, const char* english) const {
    return known.empty() ? std::string("[") + say_.text(danish, english) + "]" : shown(known);
  }
  [[nodiscard]] std::string signed_amount(const Exact& x) const { return (x.is_positive() ? "+" : "") + amount(x, l_); }
  Section& section(const char* danish, const char* english) {
    out_.sections.emplace_back().heading = say_.text(danish, english);
    return out_.sections.back();
  }
  [[nodiscard]] std::vector<std::string> amount_heads() const { return {say_.text("Hvad", "What"), say_.text("Kroner", "DKK")}; }
  static void row(Section& s, std::string name, std::string cell, bool sum = false) {
    s.table.rows.push_back({std::move(name), {std::move(cell)}, sum});
  }
  [[nodiscard]] const Step* step_of(Rule rule) const {
    const auto found = std::find_if(m_.steps.begin(), m_.steps.end(), [&](const Step& s) { return s.rule == rule; });
    return found == m_.steps.end() ? nullptr : &*found;
  }

  const Case& c_;
  const RateTable& rates_;
  const LetterContent& content_;
  const CaseMonth& m_;
  Say say_;
  Language l_;
  LetterSheets out_{};
};

/// `a, b og c`
[[nodiscard]] std::string listed(const std::vector<std::string>& all, const Say& say);
/// A benefit's name: `fleksløntilskud`, `ledighedsydelse`, or both.
[[nodiscard]] std::string_view benefits_of(const CaseMonth& m, const Say& say);

}  // namespace fleks
