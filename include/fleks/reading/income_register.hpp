#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fleks/errors/result.hpp>
#include <fleks/facts/month_facts.hpp>
#include <fleks/values/calendar.hpp>
#include <fleks/values/hours.hpp>
#include <fleks/values/money.hpp>

namespace fleks {

/// The amounts of a report that have a name here, each with its *felt* in the register (rulebook 11).
enum class RegisterAmount : std::uint8_t {
  am_income,          ///< felt 13: A-income on which AM-bidrag is due
  without_am,         ///< felt 14: A-income without it
  a_tax,              ///< felt 15
  am_contribution,    ///< felt 16
  company_car,        ///< felt 19
  telephone,          ///< felt 20
  board_and_lodging,  ///< felt 21
  health_insurance,   ///< felt 26
  b_income,           ///< felt 36: B-income on which AM-bidrag is due
  b_without_am,       ///< felt 38
  jubilee,            ///< felt 69: jubilee pay and severance
  severance,          ///< felt 70
  severance_taxed,    ///< felt 71
  holiday_paid_out,   ///< felt 113: A-income paid out as holiday pay
  own_pension,        ///< felt 147
  employer_pension,   ///< felt 148
  atp,                ///< felt 46: ATP in all
  own_atp,            ///< own part of it
  holiday_allowance,  ///< felt 201: gross *feriegodtgørelse*; a guess of the field
  public_holidays,    ///< felt 248: *søgnehelligdage* saved; a guess
  free_days,          ///< felt 249: *feriefridage* saved; a guess
  net_holiday_pay,    ///< form 16200: net holiday pay of those paid by the hour
  net_on_leaving,     ///< form 16200: net holiday pay when the job ends
  gross_holiday_213,  ///< form 16202: gross holiday pay; which of the two is which is not known
  gross_holiday_214,  ///< form 16202
};
/// How many amounts have a name.
inline constexpr std::size_t register_amounts = 25;
/// The name scripts use. Example: `am_income`.
[[nodiscard]] std::string_view to_text(RegisterAmount amount) noexcept;
/// What the register calls it. Example: `felt 13`.
[[nodiscard]] std::string_view felt_of(RegisterAmount amount) noexcept;

/// A field as it stands in the register, which has no meaning here: kept, and told.
struct RegisterField {
  std::uint32_t form = 0;  ///< the *blanket*, such as 16001
  std::string id{};        ///< the field's id, such as 100000000000000057
  std::string text{};      ///< its value as written
  std::int64_t line = 0;   ///< of the file
};

/// What one part of a report (form 16000) says of one kind of income: amounts with their sign, exact øre.
struct RegisterPart {
  std::string kind{};                             ///< *indkomstart*, four digits; empty: none, ordinary wage
  bool reversed = false;                          ///< field 021: this part has been reversed
  std::array<Money, register_amounts> amounts{};  ///< by `RegisterAmount`; zero where not given
  std::uint32_t given = 0;                        ///< a bit for each amount that is given
  std::optional<Hours> paid_hours{};              ///< felt 200; below zero in a correction
  std::optional<Days> holiday_days{};             ///< form 16200: days of the holiday pay
  bool hours_without_relation = false;            ///< felt 220: hours have no relation to the pay
  std::vector<RegisterField> others{};            ///< fields without a meaning here

  /// An amount, zero when it is not given.
  [[nodiscard]] Money operator[](RegisterAmount amount) const noexcept { return amounts[static_cast<std::size_t>(amount)]; }
  /// Whether an amount is given.
  [[nodiscard]] bool has(RegisterAmount amount) const noexcept { return (given >> static_cast<unsigned>(amount) & 1U) != 0; }
  /// Adds to an amount, and notes that it is given.
  void add(RegisterAmount amount, Money money) {
    amounts[static_cast<std::size_t>(amount)] += money;
    given |= 1U << static_cast<unsigned>(amount);
  }
  /// The same kind, amounts and hours.
  [[nodiscard]] bool same_content(const RegisterPart& other) const noexcept;
};

/// One report (*indberetning*) of one payer for one person and pay period. Several for a period are normal.
struct RegisterReport {
  std::string payer{};              ///< SE-number, eight digits
  std::string id{};                 ///< the payer's own id of the report
  std::string employee{};           ///< the payer's number of the employee, which tells two jobs apart
  Period period{};                  ///< the pay period
  std::optional<Date> disposal{};   ///< *dispositionsdato*; none: the last day of the period
  std::string income_type{};        ///< *indkomsttype*, two digits: 00 wage
  std::string tax_month{};          ///< YYYYMM as written
  bool reversal = false;            ///< `T`: takes back an earlier report of the same id
  bool correction = false;          ///< R mark: corrects earlier periods of the year
  std::vector<RegisterPart> parts;  ///< one for each kind of income
  std::int64_t line = 0;            ///< of the file, where it begins

  /// The day it is known: of disposal (or the period's last), or the day the answer was fetched where that is later.
  [[nodiscard]] Date known(std::optional<Date> fetched) const noexcept;
};

/// A message of the register about its own answer (*advis*).
struct RegisterAdvice {
  std::string id{};    ///< its number
  std::string text{};  ///< what it says
};

/// All that an answer says of one person.
struct RegisterPerson {
  std::string number{};                   ///< ten digits; never written on unless asked for
  bool zero_restored = false;             ///< a zero that a spreadsheet had dropped was put back in front
  std::vector<RegisterReport> reports{};  ///< in the order of the file
};

/// The register's answer to *IndkomstOplysningPersonHent*, read to its last byte.
struct RegisterAnswer {
  std::string transaction{};              ///< id of the transaction
  std::string service{};                  ///< id of the service
  std::vector<RegisterAdvice> advice{};   ///< what the register itself says about the answer
  std::vector<RegisterPerson> persons{};  ///< usually one
  std::vector<std::string> unknown{};     ///< elements that are in no table, each once, in the order met
};

/// Reads an answer as it comes, in constant memory beside the answer itself: XML, in a SOAP envelope or bare, in any encoding
/// that names itself (UTF-8, UTF-16, Latin-1), or the platform's JSON of the same tree. SKAT's reconciliation file (CSV with `;`, a
/// column `Feltnr 0013` a felt) gives the same reports without ids, days of disposal and reversals.
///
/// Namespaces are matched, not prefixes. A DTD is refused. At most 64 levels, 4.000 bytes of one text, 1 MB of one tag or comment, 64 MB
/// in all (JSON: 16 MB), 100.000 reports and 1.000.000 fields. Nothing is given out before the last byte is read.
class IncomeReader {
 public:
  IncomeReader();
  ~IncomeReader();
  IncomeReader(const IncomeReader&) = delete;
  /// More of the file. False when it is refused already and no more is needed.
  bool feed(std::string_view bytes);
  /// The answer, or what is wrong: line, place, what was given and what is allowed. Digits that could be a person's number are
  /// hidden. The register's own error (`k:FejlStruktur`, a SOAP fault) is `cannot_read` of the field `FejlStruktur`.
  [[nodiscard]] Result<RegisterAnswer> finish();

 private:
  struct Work;
  std::unique_ptr<Work> work_;
};

/// The same of a text in memory.
/// Example: an answer with one report has `persons[0].reports[0].parts[0][RegisterAmount::am_income]`.
[[nodiscard]] Result<RegisterAnswer> read_income_answer(std::string_view text);

/// What became of a part of a report.
enum class RegisterFate : std::uint8_t {
  counts,            ///< it holds
  reversed,          ///< it held until a later report took it back
  cancelled,         ///< what takes it back was known no later than itself: it never held
  marked_reversed,   ///< it says of itself that it is reversed (field 021)
  reversal,          ///< it takes another back, and counts nothing itself
  unknown_reversal,  ///< it takes back something that is not here
  twice,             ///< the same report is here already
};

/// A part of a report in the history: from when until when it holds.
struct RegisterStanding {
  std::uint32_t report = 0;                             ///< in the list given
  std::uint32_t part = 0;                               ///< of the report
  RegisterFate fate = RegisterFate::counts;             ///< what became of it
  Date known{};                                         ///< the first day it is known
  std::optional<Date> until{};                          ///< the first day it no longer holds
  std::optional<std::uint32_t> other{};                 ///< the report it takes back, is taken back by or repeats
  [[nodiscard]] bool holds(Date as_of) const noexcept;  ///< whether it counts with what is known on a day
};

/// The history of reports: each in the order it became known, taken back by a reversal of its id (`T`, or field 021 of a part), by
/// what it says of itself, never counted twice. A sum of what holds on a day is what a reader makes of the reports known that day.
///
/// A reversal takes back the report of its payer and id with the same content, else the last of its period, else the last; one that comes
/// before what it takes back waits for it. Source: rulebook 11.
[[nodiscard]] std::vector<RegisterStanding> register_history(std::span<const RegisterReport> reports, std::optional<Date> fetched);

/// A text without a person's number in it: runs of nine or ten digits, or six and four with a hyphen or space, stand as `**********`;
/// with `number` given only that number.
[[nodiscard]] std::string without_person(std::string_view text, std::string_view number = {});

}  // namespace fleks
