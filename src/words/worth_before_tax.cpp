#include <fleks/words/amounts.hpp>
#include <fleks/words/worth_in_words.hpp>

#include "words/say.hpp"
#include "words/sheet.hpp"
#include "words/worth_front.hpp"

// What an hour is worth before tax: all that can be said where the municipal tax is not known.

namespace fleks {
namespace {

class BeforeTax {
 public:
  BeforeTax(const WorthOfHours& worth, Language language) : w_(worth), say_(language), l_(language) {}

  std::string text() {
    const Citizen& c = w_.picture.citizen();
    const std::string title = say_("Hvad en ekstra time er værd før skat, {}", "What an extra hour is worth before tax, {}", c.year);
    line(title);
    line(std::string(width(title), '='));
    line(
        say_("Kommuneskatten for {} er ikke oplyst, og årets gennemsnit kendes ikke. Derfor er beløbene før skat. Oplys kommunen for at "
             "se dem efter skat.",
             "The municipal tax of {} was not given, and the year's average is not known. So the amounts are before tax. State the "
             "municipality to see them after tax.",
             c.year));
    line(say_.text("Tallene er vejledende. De er ikke en afgørelse.", "The figures are a guide. They are not a decision."));
    line();
    rows();
    line();
    line(say_("Løn og tilskud er før skat og før eget ATP-bidrag og egen pension. Lønloftet er {}",
              "Pay and subsidy are before tax and before own ATP and own pension. The ceiling is {}", ceiling()));
    if (!w_.rows.empty() && !w_.rows.front().in_job)
      line(say_.text("Uden job er det ledighedsydelsen, der står under »Tilskud«.",
                     "Without a job ledighedsydelse stands under \"Subsidy\"."));
    return std::move(out_);
  }

 private:
  void line(const std::string& text = {}) { out_ += wrapped(text, 0, text_columns) + "\n"; }
  [[nodiscard]] std::string ceiling() const {
    if (w_.over_wage && w_.picture.ceiling_follows_wage())
      return say_.text("lønnen for samme timeløn på fuld tid.", "the pay of the same hourly wage full time.");
    return sentence(kroner(w_.picture.ceiling(w_.picture.citizen().hourly_wage), l_));
  }
  void row(const std::string& where, const std::string& pay, const std::string& subsidy, const std::string& all, const std::string& more) {
    std::string text = right(where, 8);
    for (const std::string& cell : {pay, subsidy, all, more}) text += right(cell, 14);
    out_ += text.substr(0, text.find_last_not_of(' ') + 1) + "\n";
  }
  void rows() {
    row(w_.over_wage ? say_.text("Kroner", "Kroner") : say_.text("Timer", "Hours"), say_.text("Løn", "Pay"),
        say_.text("Tilskud", "Subsidy"), say_.text("I alt", "In all"), say_.text("Mere i alt", "More in all"));
    row(w_.over_wage ? say_.text("i timen", "an hour") : say_.text("om ugen", "a week"), say_.text("kr./md.", "DKK/month"),
        say_.text("kr./md.", "DKK/month"), say_.text("kr./md.", "DKK/month"), say_.text("kr./md.", "DKK/month"));
    const auto all = [](const NetRow& r) { return r.gross_pay + r.fleksloentilskud + r.ledighedsydelse; };
    for (std::size_t i = 0; i < w_.rows.size(); ++i) {
      const NetRow& r = w_.rows[i];
      row(w_.over_wage ? amount(r.hourly_wage, l_) : number(Exact::of(r.hours), l_), amount(r.gross_pay, l_),
          amount(r.fleksloentilskud + r.ledighedsydelse, l_), amount(all(r), l_), i == 0 ? "" : amount(all(r) - all(w_.rows[i - 1]), l_));
    }
  }

  const WorthOfHours& w_;
  Say say_;
  Language l_;
  std::string out_;
};

}  // namespace

std::string table_before_tax(const WorthOfHours& worth, Language language) { return BeforeTax(worth, language).text(); }

}  // namespace fleks
