#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "reading/income/answer_builder.hpp"
#include "text/decimal.hpp"

// Which field of the register is what: felt and id are not the same number (rulebook 11).

namespace fleks {
namespace {

using enum RegisterAmount;

struct AmountName {
  RegisterAmount amount;
  int field;  // of the id 100000000000000000 + n
  std::string_view name, felt;
};
constexpr auto amount_names = std::to_array<AmountName>({{am_income, 57, "am_income", "felt 13"},
                                                         {without_am, 58, "income_without_am", "felt 14"},
                                                         {a_tax, 59, "a_tax", "felt 15"},
                                                         {am_contribution, 60, "am_contribution", "felt 16"},
                                                         {company_car, 65, "company_car", "felt 19"},
                                                         {telephone, 184, "telephone", "felt 20"},
                                                         {board_and_lodging, 66, "board_and_lodging", "felt 21"},
                                                         {health_insurance, 183, "health_insurance", "felt 26"},
                                                         {b_income, 70, "b_income", "felt 36"},
                                                         {b_without_am, 71, "b_income_without_am", "felt 38"},
                                                         {jubilee, 91, "jubilee", "felt 69"},
                                                         {severance, 92, "severance", "felt 70"},
                                                         {severance_taxed, 93, "severance_taxed", "felt 71"},
                                                         {holiday_paid_out, 217, "holiday_paid_out", "felt 113"},
                                                         {own_pension, 197, "own_pension", "felt 147"},
                                                         {employer_pension, 198, "employer_pension", "felt 148"},
                                                         {atp, 76, "atp", "felt 46"},
                                                         {own_atp, 199, "own_atp", "eget ATP"},
                                                         {holiday_allowance, 98, "holiday_allowance", "felt 201"},
                                                         {public_holidays, 157, "public_holidays", "felt 248"},
                                                         {free_days, 158, "free_days", "felt 249"},
                                                         {net_holiday_pay, 176, "net_holiday_pay", "blanket 16200"},
                                                         {net_on_leaving, 178, "net_on_leaving", "blanket 16200"},
                                                         {gross_holiday_213, 213, "gross_holiday_213", "blanket 16202"},
                                                         {gross_holiday_214, 214, "gross_holiday_214", "blanket 16202"}});
static_assert(amount_names.size() == register_amounts);

const AmountName& named(RegisterAmount amount) noexcept { return amount_names[static_cast<std::size_t>(amount)]; }

}  // namespace

std::string_view to_text(RegisterAmount amount) noexcept { return named(amount).name; }
std::string_view felt_of(RegisterAmount amount) noexcept { return named(amount).felt; }

bool RegisterPart::same_content(const RegisterPart& other) const noexcept {
  return kind == other.kind && amounts == other.amounts && paid_hours == other.paid_hours;
}

namespace income {
namespace {

constexpr std::string_view first_id = "100000000000000";  // and three digits

/// n of a field's id; -1 when it has none.
int number_of(std::string_view id) noexcept {
  if (id.size() != first_id.size() + 3 || !id.starts_with(first_id)) return -1;
  int n = 0;
  for (const char c : id.substr(first_id.size())) {
    if (c < '0' || c > '9') return -1;
    n = 10 * n + (c - '0');
  }
  return n;
}

bool is_form_of_income(std::uint32_t number) noexcept {
  return number == 16000 || number == 16001 || number == 16200 || number == 16201 || number == 16202;
}

std::string padded(std::string_view digits, std::size_t size) {
  return digits.size() >= size ? std::string(digits) : std::string(size - digits.size(), '0') + std::string(digits);
}

Error in_field(Error error, const RegisterField& field, std::string_view called) {
  error.field = std::string(called) + " (" + without_person(field.id) + ")";
  error.given = without_person(field.text);
  error.line = field.line;
  return error;
}

/// One field of one form, into the part.
std::optional<Error> put_field(const RegisterField& field, std::uint32_t form, RegisterPart& part) {
  const int n = number_of(field.id);
  const auto keep = [&] {
    part.others.push_back({.form = form, .id = without_person(field.id), .text = field.text, .line = field.line});
    return std::optional<Error>{};
  };
  if (n < 0 || !is_form_of_income(form)) return keep();
  if (field.text.empty()) return {};
  const auto amount = std::find_if(amount_names.begin(), amount_names.end(), [&](const AmountName& each) { return each.field == n; });
  if (amount != amount_names.end()) {
    auto money = signed_amount(field.text);
    if (!money) return in_field(std::move(money).error(), field, amount->felt);
    part.add(amount->amount, *money);
    return {};
  }
  switch (n) {
    case 19: part.kind = padded(field.text, 4); return {};
    case 21: part.reversed = field.text == "1"; return {};
    case 96: {
      const bool below = field.text.starts_with('-');
      auto hours = Hours::parse(std::string_view(field.text).substr(below ? 1 : 0), hours_in_a_month);
      if (!hours) return in_field(std::move(hours).error(), field, "felt 200");
      const std::int64_t count = below ? -hours->ten_thousandths() : hours->ten_thousandths();
      part.paid_hours = Hours::of_ten_thousandths(count + (part.paid_hours ? part.paid_hours->ten_thousandths() : 0));
      return {};
    }
    case 200: part.hours_without_relation = field.text == "1" || field.text == "X" || field.text == "x"; return {};
    case 177: {
      auto days = Days::parse(field.text, Days::whole(366));
      if (!days) return in_field(std::move(days).error(), field, "blanket 16200");
      part.holiday_days = *days;
      return {};
    }
    default: return keep();
  }
}

/// What the whole report says of itself (form 11000).
void put_head(const RegisterField& field, RegisterReport& report, RegisterPart& rest) {
  switch (number_of(field.id)) {
    case 11: report.reversal = field.text == "T"; break;
    case 12: report.income_type = padded(field.text, 2); break;
    case 16: report.tax_month = field.text; break;
    case 151: report.correction = field.text == "1"; break;
    default: rest.others.push_back({.form = 11000, .id = without_person(field.id), .text = field.text, .line = field.line});
  }
}

}  // namespace

Result<Money> signed_amount(std::string_view text) {
  const bool below = text.starts_with('-');
  const std::string_view body = text.substr(!text.empty() && (below || text.front() == '+') ? 1 : 0);
  auto amount = Money::parse(body);
  if (!amount || !below) return amount;
  return -*amount;
}

std::optional<Error> put_forms(std::vector<FormRead>& forms, RegisterReport& report) {
  // Each form right below the first is a part, with all that is in it.
  std::vector<std::int32_t> part_of(forms.size(), -1);
  RegisterPart rest;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const FormRead& form = forms[i];
    if (form.above >= 0 && forms[static_cast<std::size_t>(form.above)].above < 0) {
      part_of[i] = static_cast<std::int32_t>(report.parts.size());
      report.parts.emplace_back();
    } else if (form.above >= 0) {
      part_of[i] = part_of[static_cast<std::size_t>(form.above)];
    }
    for (const RegisterField& field : form.fields) {
      if (part_of[i] < 0 && form.number == 11000) {
        put_head(field, report, rest);
      } else {
        RegisterPart& part = part_of[i] < 0 ? rest : report.parts[static_cast<std::size_t>(part_of[i])];
        if (auto wrong = put_field(field, form.number, part)) return wrong;
      }
    }
  }
  if (report.parts.empty() || rest.given != 0) {
    report.parts.push_back(std::move(rest));
  } else {
    auto& others = report.parts.front().others;
    others.insert(others.end(), std::make_move_iterator(rest.others.begin()), std::make_move_iterator(rest.others.end()));
  }
  return {};
}

}  // namespace income
}  // namespace fleks
