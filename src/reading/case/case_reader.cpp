#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <utility>

#include <fleks/facts/case.hpp>
#include <fleks/facts/names.hpp>
#include <fleks/reading/case_file.hpp>

#include "facts/case_lists.hpp"
#include "text/json_tree.hpp"
#include "values/day_number.hpp"

namespace fleks {
namespace {

using Kind = JsonTree::Kind;

template <class Choice>
struct Word {
  std::string_view word;
  Choice choice;
};

constexpr Word<FactSource> source_words[] = {{"income_register", FactSource::income_register},
                                             {"holiday_account", FactSource::holiday_account},
                                             {"employer", FactSource::employer},
                                             {"citizen", FactSource::citizen},
                                             {"municipality", FactSource::municipality}};
constexpr Word<Employment::Kind> job_words[] = {{"fleksjob", Employment::Kind::fleksjob}, {"other", Employment::Kind::other}};
constexpr Word<HolidayKind> holiday_kind_words[] = {{"pay", HolidayKind::pay}, {"allowance", HolidayKind::allowance}};
constexpr Word<Ceiling::StatedBy> stated_words[] = {{"employer", Ceiling::StatedBy::employer},
                                                    {"computed", Ceiling::StatedBy::computed},
                                                    {"agreement_table", Ceiling::StatedBy::agreement_table}};
constexpr Word<SupplementPaid::Kind> supplement_words[] = {{"holiday_supplement", SupplementPaid::Kind::holiday_supplement},
                                                           {"free_choice", SupplementPaid::Kind::free_choice},
                                                           {"public_holidays", SupplementPaid::Kind::public_holidays},
                                                           {"holiday_difference", SupplementPaid::Kind::holiday_difference}};
constexpr Word<DailyBenefit::Kind> benefit_words[] = {{"sickness", DailyBenefit::Kind::sickness},
                                                      {"maternity", DailyBenefit::Kind::maternity},
                                                      {"bereavement", DailyBenefit::Kind::bereavement},
                                                      {"resource", DailyBenefit::Kind::resource}};
constexpr Word<HolidayTaken::Kind> taken_words[] = {{"paid", HolidayTaken::Kind::paid},
                                                    {"allowance", HolidayTaken::Kind::allowance},
                                                    {"ledighedsydelse", HolidayTaken::Kind::ledighedsydelse},
                                                    {"unpaid", HolidayTaken::Kind::unpaid},
                                                    {"untaken", HolidayTaken::Kind::untaken}};
constexpr Word<BenefitClass> class_words[] = {
    {"full", BenefitClass::full}, {"low_provider", BenefitClass::low_provider}, {"low_nonprovider", BenefitClass::low_nonprovider}};
struct IncomeWord {
  OtherIncome::Kind kind;
  UncountedIncome uncounted;
};
constexpr Word<IncomeWord> income_words[] = {
    {"care", {OtherIncome::Kind::care, {}}},
    {"side_business", {OtherIncome::Kind::side_business, {}}},
    {"lost_earnings", {OtherIncome::Kind::lost_earnings, {}}},
    {"guarantee_fund", {OtherIncome::Kind::guarantee_fund, {}}},
    {"severance", {OtherIncome::Kind::severance, {}}},
    {"office_pay", {OtherIncome::Kind::office_pay, {}}},
    {"royalties", {OtherIncome::Kind::royalties, {}}},
    {"working_grant", {OtherIncome::Kind::working_grant, {}}},
    {"running_pension", {OtherIncome::Kind::running_pension, {}}},
    {"replacing_wage", {OtherIncome::Kind::replacing_wage, {}}},
    {"self_employment", {OtherIncome::Kind::self_employment, {}}},
    {"paid_out_holiday_allowance", {OtherIncome::Kind::paid_out_holiday_allowance, {}}},
    {"work_injury", {OtherIncome::Kind::uncounted, UncountedIncome::work_injury}},
    {"private_insurance", {OtherIncome::Kind::uncounted, UncountedIncome::private_insurance}},
    {"capital_pension", {OtherIncome::Kind::uncounted, UncountedIncome::capital_pension}},
    {"lost_capacity", {OtherIncome::Kind::uncounted, UncountedIncome::lost_capacity}},
    {"atp", {OtherIncome::Kind::uncounted, UncountedIncome::atp}},
    {"ld", {OtherIncome::Kind::uncounted, UncountedIncome::ld}},
    {"interest", {OtherIncome::Kind::uncounted, UncountedIncome::interest}},
    {"gift", {OtherIncome::Kind::uncounted, UncountedIncome::gift}},
    {"inheritance", {OtherIncome::Kind::uncounted, UncountedIncome::inheritance}},
    {"prize", {OtherIncome::Kind::uncounted, UncountedIncome::prize}},
    {"survivor_pension", {OtherIncome::Kind::uncounted, UncountedIncome::survivor_pension}},
    {"war_damage", {OtherIncome::Kind::uncounted, UncountedIncome::war_damage}},
    {"artist_grant", {OtherIncome::Kind::uncounted, UncountedIncome::artist_grant}},
    {"invalidity_benefit", {OtherIncome::Kind::uncounted, UncountedIncome::invalidity_benefit}},
    {"dismissal_compensation", {OtherIncome::Kind::uncounted, UncountedIncome::dismissal_compensation}},
    {"sale_of_property", {OtherIncome::Kind::uncounted, UncountedIncome::sale_of_property}},
    {"rent", {OtherIncome::Kind::uncounted, UncountedIncome::rent}},
    {"maintenance", {OtherIncome::Kind::uncounted, UncountedIncome::maintenance}},
    {"injury_pension", {OtherIncome::Kind::uncounted, UncountedIncome::injury_pension}},
    {"competition_clause", {OtherIncome::Kind::uncounted, UncountedIncome::competition_clause}},
    {"holiday_hindrance", {OtherIncome::Kind::uncounted, UncountedIncome::holiday_hindrance}},
    {"licence_fees", {OtherIncome::Kind::uncounted, UncountedIncome::licence_fees}},
    {"council_member", {OtherIncome::Kind::uncounted, UncountedIncome::council_member}},
    {"lay_office", {OtherIncome::Kind::uncounted, UncountedIncome::lay_office}},
    {"fire_fighter", {OtherIncome::Kind::uncounted, UncountedIncome::fire_fighter}},
    {"bonus", {OtherIncome::Kind::uncounted, UncountedIncome::bonus}}};
constexpr Word<Sanction::Kind> sanction_words[] = {{"refused_job", Sanction::Kind::refused_job},
                                                   {"ended_job", Sanction::Kind::ended_job},
                                                   {"refused_offer", Sanction::Kind::refused_offer},
                                                   {"ended_offer", Sanction::Kind::ended_offer}};
constexpr Word<DaySanction::Kind> day_sanction_words[] = {{"missed_meeting", DaySanction::Kind::missed_meeting},
                                                          {"no_booking", DaySanction::Kind::no_booking},
                                                          {"no_cv", DaySanction::Kind::no_cv},
                                                          {"absence", DaySanction::Kind::absence}};
constexpr Word<BackPayment::Kind> back_payment_words[] = {{"disability_pension", BackPayment::Kind::disability_pension},
                                                          {"senior_pension", BackPayment::Kind::senior_pension},
                                                          {"early_pension", BackPayment::Kind::early_pension},
                                                          {"sickness_benefit", BackPayment::Kind::sickness_benefit},
                                                          {"maternity_benefit", BackPayment::Kind::maternity_benefit},
                                                          {"resource_benefit", BackPayment::Kind::resource_benefit},
                                                          {"other", BackPayment::Kind::other}};
constexpr Word<CeilingOfMonth> ceiling_month_words[] = {
    {"last-day", CeilingOfMonth::last_day}, {"first-day", CeilingOfMonth::first_day}, {"by-weekdays", CeilingOfMonth::by_weekdays}};
constexpr Word<CeilingOfTwoJobs> two_jobs_words[] = {
    {"highest", CeilingOfTwoJobs::highest}, {"lowest", CeilingOfTwoJobs::lowest}, {"by-hours", CeilingOfTwoJobs::by_hours}};
// The last two are the words of earlier files.
constexpr Word<HolidayDaysRule> days_of_words[] = {{"by-law", HolidayDaysRule::by_law},
                                                   {"benefit-deducted", HolidayDaysRule::benefit_deducted},
                                                   {"holiday-month", HolidayDaysRule::holiday_month},
                                                   {"month-after", HolidayDaysRule::month_after},
                                                   {"subsidy-month", HolidayDaysRule::holiday_month},
                                                   {"wage-month", HolidayDaysRule::month_after}};
constexpr Word<AfterHoliday> after_holiday_words[] = {
    {"by-law", AfterHoliday::by_law}, {"regulated", AfterHoliday::regulated}, {"as-paid", AfterHoliday::as_paid}};
constexpr Word<PublicHolidays> public_holidays_words[] = {{"excluded", PublicHolidays::excluded}, {"counted", PublicHolidays::counted}};
constexpr Word<CeilingRise> rise_words[] = {{"one-percent", CeilingRise::one_percent}, {"none", CeilingRise::none}};
constexpr Word<SplitWage> split_words[] = {
    {"by-weekdays", SplitWage::by_weekdays}, {"evenly", SplitWage::evenly}, {"by-disposal", SplitWage::by_disposal}};
constexpr Word<AfterPartMonth> after_part_words[] = {
    {"by-law", AfterPartMonth::by_law}, {"regulated", AfterPartMonth::regulated}, {"as-paid", AfterPartMonth::as_paid}};
constexpr Word<PartOf> part_of_words[] = {{"subsidy-month", PartOf::subsidy_month}, {"wage-month", PartOf::wage_month}};
constexpr Word<FirstMonthOnBenefit> first_on_benefit_words[] = {{"own-wage", FirstMonthOnBenefit::own_wage},
                                                                {"month-before", FirstMonthOnBenefit::month_before}};
constexpr Word<UnclaimedBenefit> unclaimed_words[] = {{"deducted", UnclaimedBenefit::deducted}, {"ignored", UnclaimedBenefit::ignored}};
constexpr Word<HolidayBenefitOffset> holiday_offset_words[] = {{"none", HolidayBenefitOffset::none}, {"wage", HolidayBenefitOffset::wage}};

constexpr Days most_days = Days::whole(longest_month);
constexpr std::uint32_t most_facts = 5000;  // in one list: a hundred years of weeks

class CaseReader {
 public:
  explicit CaseReader(CaseReading& out, bool ranges = false) : out_(out), case_(out.facts), ranges_(ranges) {}

  void read(std::string_view json) {
    out_.errors = tree_.read(json, {.values = 500'000, .depth = 12, .fields = 64});
    if (!out_.errors.empty() && !only_duplicates()) return;
    if (tree_[0].kind != Kind::object) return wrong_type(0, Form::object);
    read_case();
    if (out_.errors.size() < JsonTree::most_errors)
      for (Error& error : contradictions(case_)) complain(std::move(error));
  }

 private:
  using At = std::uint32_t;  // 0: not there

  [[nodiscard]] bool only_duplicates() const {
    return std::all_of(out_.errors.begin(), out_.errors.end(), [](const Error& e) { return e.code == ErrorCode::duplicate; });
  }
  void complain(Error error) {
    if (out_.errors.size() < JsonTree::most_errors) out_.errors.push_back(std::move(error));
  }
  void wrong_type(At at, Allowed allowed) {
    static constexpr const char* kinds[] = {"null", "true/false", "", "\"\"", "[]", "{}"};
    const auto& node = tree_[at];
    complain({.code = ErrorCode::wrong_type,
              .field = tree_.path(at),
              .given = node.text.empty() ? kinds[static_cast<int>(node.kind)] : node.text.substr(0, 60),
              .allowed = std::move(allowed)});
  }
  void missing(At object, std::string_view field, Allowed allowed = {}) {
    complain({.code = ErrorCode::missing_fact, .field = tree_.path(object, field), .allowed = std::move(allowed)});
  }

  /// The field, marked as known; 0 when it is absent or null.
  At find(At object, std::string_view field) {
    for (At at = tree_[object].first; at != 0; at = tree_[at].next)
      if (tree_[at].key == field) {
        tree_[at].taken = true;
        return tree_[at].kind == Kind::nothing ? 0 : at;
      }
    return 0;
  }
  At required(At object, std::string_view field, Allowed allowed = {}) {
    const At at = find(object, field);
    if (at == 0) missing(object, field, std::move(allowed));
    return at;
  }
  /// Every field that nobody asked for.
  void no_other_fields(At object) {
    for (At at = tree_[object].first; at != 0; at = tree_[at].next)
      if (!tree_[at].taken) complain({.code = ErrorCode::unknown_field, .field = tree_.path(at), .given = tree_[at].key});
  }

  template <class Value, class Parse>
  bool parse_into(At at, Value& out, Parse parse, bool number_too, Allowed type) {
    const auto& node = tree_[at];
    if (node.kind != Kind::text && !(number_too && node.kind == Kind::number)) {
      wrong_type(at, std::move(type));
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
    out_.ranges.push_back(range);
  }
  // So that several of them can be added.
  static Money most_of(Money) { return Money::kroner(10'000'000); }
  static std::optional<Hours> most_of(std::optional<Hours>) { return hours_in_a_month; }
  static std::int64_t count_of(Money amount) { return amount.in_oere(); }
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
  /// The same of what stands in a wage, a ceiling or a benefit.
  void set_signed_or_range(At at, Money& out, const CaseRange& range) {
    set_or_range(at, out, range, [&](At there, Money& amount) { set_signed(there, amount); });
  }
  void set_amount_or_range(At at, Money& out, const CaseRange& range) {
    set_or_range(at, out, range, [&](At there, Money& amount) { set(there, amount); });
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
        const std::size_t said = out_.errors.size();
        item(at);  // keeps its place, so that the paths of problems stay right
        out_.errors.resize(said);
      }
    }
  }

  void read_case() {
    find(0, "$schema");
    find(0, "description");
    set(find(0, "name"), case_.name);
    set(find(0, "municipality"), case_.municipality);
    set(find(0, "provider"), case_.provider);
    set(find(0, "sickness_benefit_right"), case_.sickness_benefit_right);
    set(find(0, "from_unsupported_work"), case_.from_unsupported_work);
    set(find(0, "birth_date"), case_.birth_date);
    set(find(0, "pension_from"), case_.pension_from);
    set(find(0, "fleksydelse_age"), case_.fleksydelse_age);
    set(find(0, "approved"), case_.approved);
    set(find(0, "benefit_weeks_before"), case_.benefit_weeks_before);
    set(required(0, "from", Form::month), case_.first);
    set(required(0, "to", Form::month), case_.last);
    read_options(find(0, "options"));
    each(required(0, "employments"), [&](At at) { read_employment(at); });
    each(find(0, "wages"), [&](At at) { read_wage(at); });
    each(find(0, "daily_benefits"), [&](At at) {
      read_daily_benefit(at, case_.daily_benefits, {CaseRange::List::daily_benefits, case_.daily_benefits.size(), 0, Fact::daily_benefit});
    });
    each(find(0, "unclaimed_benefits"), [&](At at) {
      read_daily_benefit(at, case_.unclaimed_benefits,
                         {CaseRange::List::unclaimed_benefits, case_.unclaimed_benefits.size(), 0, Fact::unclaimed_benefit});
    });
    each(find(0, "holidays"), [&](At at) { read_holiday(at); });
    each(find(0, "ledighedsydelse"), [&](At at) { read_benefit_period(at); });
    each(find(0, "sanctions"), [&](At at) { read_sanction(at); });
    each(find(0, "day_sanctions"), [&](At at) { read_day_sanction(at); });
    each(find(0, "capped"), [&](At at) {
      CappedTime& t = case_.capped.emplace_back();
      set(required(at, "from", Form::date), t.from);
      set(find(at, "to"), t.to);
      set(required(at, "level"), t.level);
    });
    each(find(0, "incomes"), [&](At at) { read_income(at); });
    each(find(0, "back_payments"), [&](At at) { read_back_payment(at); });
    read_letters(find(0, "letters"));
    each(find(0, "decisions"), [&](At at) {
      Decision& d = case_.decisions.emplace_back();
      set(required(at, "month", Form::month), d.month);
      set(required(at, "date", Form::date), d.date);
      set(find(at, "paid"), d.paid);
      set(find(at, "library"), d.library);
      set(find(at, "rates"), d.rates);
    });
    each(find(0, "corrections"), [&](At at) {
      SettledCorrection& c = case_.corrections.emplace_back();
      set(required(at, "date", Form::date), c.date);
      set(required(at, "from", Form::month), c.from);
    });
    no_other_fields(0);
  }

  void read_options(At at) {
    if (at == 0) return;
    if (tree_[at].kind != Kind::object) return wrong_type(at, Form::object);
    CaseOptions& o = case_.options;
    choose_named(at, o.month.rates_of);
    choose_named(at, o.month.round_to);
    choose_named(at, o.month.other_wage_under_ceiling);
    choose_named(at, o.month.benefits_under_ceiling);
    choose_named(at, o.month.care_income_under_ceiling);
    choose(find(at, "holiday_days_of"), o.month.holiday_days_of, days_of_words);
    choose_named(at, o.month.atp_contribution);
    choose_named(at, o.first_month);
    choose(find(at, "ceiling_of_month"), o.ceiling_of_month, ceiling_month_words);
    choose(find(at, "ceiling_of_two_jobs"), o.ceiling_of_two_jobs, two_jobs_words);
    choose(find(at, "after_holiday"), o.after_holiday, after_holiday_words);
    choose(find(at, "public_holidays"), o.public_holidays, public_holidays_words);
    choose_named(at, o.ceiling_hours);
    choose(find(at, "ceiling_rise"), o.ceiling_rise, rise_words);
    choose(find(at, "split_wage"), o.split_wage, split_words);
    choose(find(at, "holiday_benefit_offset"), o.holiday_benefit_offset, holiday_offset_words);
    choose(find(at, "after_part_month"), o.after_part_month, after_part_words);
    choose(find(at, "part_of"), o.part_of, part_of_words);
    choose(find(at, "first_month_ledighedsydelse"), o.first_month_on_benefit, first_on_benefit_words);
    choose(find(at, "unclaimed_benefit"), o.unclaimed_benefit, unclaimed_words);
    no_other_fields(at);
  }

  /// What every fact carries. `known_from` is the day it is known from when the file does not say.
  void read_record(At at, FactRecord& r, FactSource usual) {
    r.source = usual;
    set(find(at, "id"), r.id);
    set(find(at, "corrects"), r.corrects);
    set(find(at, "withdrawn"), r.withdrawn);
    choose(find(at, "source"), r.source, source_words);
    const At known = r.withdrawn ? required(at, "known", Form::date) : find(at, "known");
    known_is_wrong_ = known != 0 && !set(known, r.known);
  }
  void known_by_default(FactRecord& r, Date otherwise) {
    if (r.known == Date{} && !known_is_wrong_) r.known = otherwise;
  }
  bool read_period(At at, Period& p) {
    const bool first = set(required(at, "from", Form::date), p.first), last = set(required(at, "to", Form::date), p.last);
    return first && last;
  }
  /// The employment's place by its id; a case with one employment need not name it.
  template <class Out>
  void read_employment_of(At at, Out& out, bool needed) {
    const At named = find(at, "employment");
    std::string id;
    if (named == 0) {
      if (needed && case_.employments.size() != 1)
        missing(at, "employment");
      else if (case_.employments.size() == 1)
        out = 0;
      return;
    }
    if (!set(named, id)) return;
    for (std::size_t i = 0; i < case_.employments.size(); ++i)
      if (case_.employments[i].id == id) {
        out = i;
        return;
      }
    complain({.code = ErrorCode::unknown_fact, .field = tree_.path(named), .given = std::move(id)});
  }

  void read_employment(At at) {
    Employment& e = case_.employments.emplace_back();
    set(required(at, "id"), e.id);
    set(find(at, "employer"), e.employer);
    if (e.employer.empty()) e.employer = e.id;
    choose(find(at, "kind"), e.kind, job_words);
    set(required(at, "from", Form::date), e.from);
    set(find(at, "to"), e.to);
    set(find(at, "end_known"), e.end_known);
    choose(find(at, "holiday"), e.holiday, holiday_kind_words);
    set(find(at, "weekly_hours"), e.weekly_hours, hours_in_a_week);
    each(find(at, "ceilings"), [&](At ceiling) { read_ceiling(ceiling, e); });
  }

  void read_ceiling(At at, Employment& e) {
    DatedCeiling& c = e.ceilings.emplace_back();
    read_record(at, c.record, FactSource::employer);
    if (c.record.withdrawn) return;
    set(required(at, "from", Form::date), c.from);
    known_by_default(c.record, c.from);
    set(find(at, "to"), c.to);
    choose(find(at, "stated_by"), c.ceiling.stated_by, stated_words);
    const At amount = find(at, "amount"), hourly = find(at, "hourly"), base = find(at, "monthly_base");
    if ((amount != 0) + (hourly != 0) + (base != 0) != 1) {
      if (amount + hourly + base == 0)
        missing(at, "amount");
      else
        complain({.code = ErrorCode::exclusive_facts,
                  .field = tree_.path(at, "amount"),
                  .allowed = AnyOf{{"amount", "hourly", "monthly_base"}}});
    }
    c.ceiling.form = amount != 0 ? Ceiling::Form::stated : hourly != 0 ? Ceiling::Form::from_hourly : Ceiling::Form::from_monthly;
    const auto set_part = [&](At part, Money& out, Fact fact) {
      set_amount_or_range(part, out, {CaseRange::List::ceilings, e.ceilings.size() - 1, case_.employments.size() - 1, fact});
    };
    set_part(amount != 0 ? amount : hourly != 0 ? hourly : base, c.ceiling.amount, hourly != 0 ? Fact::ceiling_hourly : Fact::ceiling);
    if (amount != 0) return;
    set_part(find(at, "supplements"), c.ceiling.supplements, Fact::ceiling_supplements);
    set_part(find(at, "bonus"), c.ceiling.fixed_bonus, Fact::ceiling_bonus);
    set(find(at, "pension"), c.ceiling.employer_pension);
  }

  /// A field by its name or its number in the register.
  At named_or_numbered(At at, std::string_view name, std::string_view number) {
    const At by_name = find(at, name), by_number = find(at, number);
    if (by_name != 0 && by_number != 0)
      complain({.code = ErrorCode::duplicate, .field = tree_.path(by_number), .given = std::string(name)});
    return by_name != 0 ? by_name : by_number;
  }

  /// FLT-15: holiday allowance of hourly paid, gross in field 198 or 201, after tax in 202. BEK-FLT § 6 stk. 2: what is known after tax is
  /// made gross by adding tax and AM-bidrag to it.
  void read_holiday_allowance(At at, WageRecord& w) {
    const At gross = named_or_numbered(at, "holiday_allowance", "198"), older = named_or_numbered(at, "holiday_pay_201", "201");
    set_signed(gross != 0 ? gross : older, w.holiday_allowance);
    if (gross != 0 && older != 0) complain({.code = ErrorCode::duplicate, .field = tree_.path(older), .given = "holiday_allowance"});
    const At net = named_or_numbered(at, "holiday_pay_202", "202"), tax = find(at, "holiday_tax");
    set_signed(net, w.net_holiday_allowance);
    Money of_tax{};
    if (!set_signed(tax, of_tax)) return;
    if (net == 0) missing(at, "holiday_pay_202");
    if (gross != 0 || older != 0)
      complain({.code = ErrorCode::exclusive_facts,
                .field = tree_.path(tax),
                .allowed = NotWith{{gross != 0 ? "holiday_allowance" : "holiday_pay_201"}}});
    w.holiday_allowance = w.net_holiday_allowance + of_tax;
  }

  void read_wage(At at) {
    WageRecord& w = case_.wages.emplace_back();
    read_record(at, w.record, FactSource::income_register);
    if (w.record.withdrawn) return;
    read_employment_of(at, w.employment, true);
    read_period(at, w.period);
    w.disposal = w.period.last;
    set(find(at, "disposal"), w.disposal);
    known_by_default(w.record, w.disposal);
    set(find(at, "in_advance"), w.in_advance);
    set(find(at, "expected"), w.expected);
    set(find(at, "after_end"), w.after_end);
    const At am_income = named_or_numbered(at, "am_income", "13"), b_income = named_or_numbered(at, "b_income", "36");
    if (am_income == 0 && b_income == 0) missing(at, "am_income");  // a wage without pay is unknown, not zero
    const auto range_of = [&](Fact fact) { return CaseRange{CaseRange::List::wages, case_.wages.size() - 1, 0, fact}; };
    const auto set_share = [&](At pension, Money& amount, std::optional<Percent>& share, Fact fact) {
      set_or_range(pension, amount, range_of(fact), [&](At there, Money& out) { set_pension(there, out, share); });
    };
    set_signed_or_range(am_income, w.am_income, range_of(Fact::am_income));
    set_signed(b_income, w.b_income);
    set_share(named_or_numbered(at, "own_pension", "147"), w.own_pension, w.own_pension_share, Fact::own_pension);
    set_share(named_or_numbered(at, "employer_pension", "148"), w.employer_pension, w.employer_pension_share, Fact::employer_pension);
    set_or_range(named_or_numbered(at, "paid_hours", "200"), w.paid_hours, range_of(Fact::paid_hours),
                 [&](At there, std::optional<Hours>& hours) { set_signed(there, hours); });
    read_holiday_allowance(at, w);
    for (const auto& [name, number] :
         {std::pair{"company_car", "19"}, {"telephone", "20"}, {"board_and_lodging", "21"}, {"health_insurance", "26"}}) {
      Money in_kind{};
      if (set_signed(named_or_numbered(at, name, number), in_kind)) w.benefits_in_kind += in_kind;
    }
    // Never wage: A-income without AM-bidrag, and ATP.
    Money never{};
    for (const auto& [name, number] : {std::pair{"income_without_am", "14"}, {"atp", "46"}})
      set_signed(named_or_numbered(at, name, number), never);
    set(find(at, "gifts"), w.gifts);
    set(find(at, "great_prayer_day_supplement"), w.great_prayer_day_supplement);
    each(find(at, "bonus"), [&](At bonus) {
      SpreadPay& s = w.spread.emplace_back();
      set(required(bonus, "amount"), s.amount);
      set(required(bonus, "from", Form::month), s.first);
      set(required(bonus, "to", Form::month), s.last);
    });
    each(find(at, "supplements"), [&](At supplement) {
      SupplementPaid& s = w.supplements.emplace_back();
      choose(required(supplement, "kind"), s.kind, supplement_words);
      set(required(supplement, "amount"), s.amount);
      set(find(supplement, "from"), s.first);
      set(find(supplement, "to"), s.last);
      set(find(supplement, "full_time"), s.full_time);
    });
  }

  void read_daily_benefit(At at, std::vector<DailyBenefit>& list, const CaseRange& range) {
    DailyBenefit& b = list.emplace_back();
    read_record(at, b.record, FactSource::municipality);
    if (b.record.withdrawn) return;
    choose(required(at, "kind"), b.kind, benefit_words);
    read_period(at, b.period);
    b.paid = b.period.last;
    set(find(at, "paid"), b.paid);
    known_by_default(b.record, b.paid);
    set_signed_or_range(required(at, "amount"), b.amount, range);
  }

  /// BEK-FLT § 6 stk. 3: FerieKonto's pay of a day, or what it is after tax and the tax and AM-bidrag of it.
  void read_pay_of_holiday(At at, HolidayTaken& h) {
    const At gross = find(at, "pay_per_day"), net = find(at, "net_per_day"), tax = find(at, "tax_per_day");
    set(gross, h.pay_per_day);
    if (net == 0 && tax == 0) return;
    if (net == 0) missing(at, "net_per_day");
    if (tax == 0) missing(at, "tax_per_day");
    if (gross != 0)
      complain({.code = ErrorCode::exclusive_facts, .field = tree_.path(net != 0 ? net : tax), .allowed = NotWith{{"pay_per_day"}}});
    Money after_tax{}, of_tax{};
    if (set(net, after_tax) && set(tax, of_tax)) h.pay_per_day = after_tax + of_tax;
  }

  void read_holiday(At at) {
    HolidayTaken& h = case_.holidays.emplace_back();
    read_record(at, h.record, FactSource::citizen);
    if (h.record.withdrawn) return;
    choose(required(at, "kind"), h.kind, taken_words);
    read_employment_of(at, h.employment, false);
    read_period(at, h.period);
    known_by_default(h.record, h.period.first);
    set(find(at, "days"), h.days);
    read_pay_of_holiday(at, h);
    set(find(at, "monthly_pay"), h.monthly_pay);
    set(find(at, "hours_then"), h.hours_then, hours_in_a_week);
    set(find(at, "hours_now"), h.hours_now, hours_in_a_week);
  }

  void read_benefit_period(At at) {
    BenefitPeriod& b = case_.ledighedsydelse.emplace_back();
    read_record(at, b.record, FactSource::municipality);
    if (b.record.withdrawn) return;
    set(required(at, "from", Form::date), b.from);
    known_by_default(b.record, b.from);
    set(find(at, "to"), b.to);
    choose(find(at, "class"), b.benefit_class, class_words);
  }

  void read_letters(At letters) {
    if (letters == 0) return;
    if (tree_[letters].kind != Kind::object) return wrong_type(letters, Form::object);
    Correspondence& c = case_.letters;
    set(find(letters, "department"), c.department);
    set(find(letters, "address"), c.address);
    set(find(letters, "phone"), c.phone);
    set(find(letters, "digital_post"), c.digital_post);
    set(find(letters, "case_number"), c.case_number);
    set(find(letters, "officer"), c.officer);
    set(find(letters, "citizen_address"), c.citizen_address);
    each(find(letters, "inquiries"), [&](At at) {
      Inquiry& i = c.inquiries.emplace_back();
      set(required(at, "sent", Form::date), i.sent);
      set(required(at, "month", Form::month), i.month);
      set(required(at, "to", Form::text), i.to);
      set(find(at, "answer"), i.answer);
    });
    each(find(letters, "hearings"), [&](At at) {
      Hearing& h = c.hearings.emplace_back();
      set(required(at, "sent", Form::date), h.sent);
      set(required(at, "answer_by", Form::date), h.answer_by);
      set(required(at, "from", Form::month), h.from);
      set(find(at, "answer"), h.answer);
      set(find(at, "knew"), h.knew);
    });
    no_other_fields(letters);
  }

  void read_sanction(At at) {
    Sanction& s = case_.sanctions.emplace_back();
    read_record(at, s.record, FactSource::municipality);
    if (s.record.withdrawn) return;
    set(required(at, "date", Form::date), s.date);
    choose(find(at, "kind"), s.kind, sanction_words);
    known_by_default(s.record, s.date);
  }

  void read_day_sanction(At at) {
    DaySanction& s = case_.day_sanctions.emplace_back();
    read_record(at, s.record, FactSource::municipality);
    if (s.record.withdrawn) return;
    choose(required(at, "kind"), s.kind, day_sanction_words);
    set(required(at, "from", Form::date), s.from);
    set(find(at, "to"), s.to);
    known_by_default(s.record, s.from);
  }

  void read_back_payment(At at) {
    BackPayment& b = case_.back_payments.emplace_back();
    read_record(at, b.record, FactSource::municipality);
    if (b.record.withdrawn) return;
    choose(required(at, "kind"), b.kind, back_payment_words);
    read_period(at, b.period);
    known_by_default(b.record, b.period.last);
    set(required(at, "amount"), b.amount);
  }

  void read_income(At at) {
    OtherIncome& i = case_.incomes.emplace_back();
    read_record(at, i.record, FactSource::citizen);
    if (i.record.withdrawn) return;
    IncomeWord kind{OtherIncome::Kind::replacing_wage, {}};
    choose(required(at, "kind"), kind, income_words);
    i.kind = kind.kind;
    i.uncounted = kind.uncounted;
    set(required(at, "month", Form::month), i.month);
    known_by_default(i.record, i.month.ok() ? first_day(i.month) : Date{});
    if (i.kind == OtherIncome::Kind::self_employment)
      set(required(at, "hours"), i.hours, hours_in_a_month);
    else
      set_signed_or_range(required(at, "amount"), i.amount,
                          {CaseRange::List::incomes, case_.incomes.size() - 1, 0, Fact::replacing_income});
  }

  CaseReading& out_;
  Case& case_;
  JsonTree tree_{};
  bool ranges_ = false;
  bool known_is_wrong_ = false;
};

}  // namespace

CaseReading read_case(std::string_view json) {
  CaseReading reading;
  CaseReader(reading).read(json);
  return reading;
}

CaseReading read_case_in_ranges(std::string_view json) {
  CaseReading reading;
  CaseReader(reading, true).read(json);
  return reading;
}

}  // namespace fleks
