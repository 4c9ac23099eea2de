#include "analysis/population_net.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fleks/analysis/net_columns.hpp>
#include <fleks/analysis/worth_of_hours.hpp>
#include <fleks/rates/municipal_tax.hpp>

namespace fleks {
namespace {

using enum TableColumn;
constexpr std::int64_t whole_unit = Percent::whole(1).ten_thousandths();

/// How a column comes from a picture: an amount of the row, or a part of one of the measures.
struct Source {
  std::string_view name;
  Money NetRow::*amount = nullptr;
  std::optional<LostShare> PayMeasures::*measure = nullptr;
  Exact LostShare::*part = nullptr;
};
using M = PayMeasures;
using L = LostShare;
constexpr auto sources = std::to_array<Source>({
    {"gross_pay", &NetRow::gross_pay},
    {"wage_atp_own", &NetRow::wage_atp_own},
    {"wage_atp_employer", &NetRow::wage_atp_employer},
    {"net_fleksloentilskud", &NetRow::fleksloentilskud},
    {"subsidy_atp_own", &NetRow::subsidy_atp_own},
    {"am_contribution", &NetRow::am_contribution},
    {"tax", &NetRow::tax},
    {"housing_benefit", &NetRow::housing_benefit},
    {"daycare", &NetRow::daycare},
    {"child_benefit", &NetRow::child_benefit},
    {"in_hand", &NetRow::in_hand},
    {"pension_saved", &NetRow::pension_saved},
    {"in_hand_without_job", &NetRow::in_hand},
    {"emtr_hour", nullptr, &M::hour, &L::total},
    {"emtr_hour_taper", nullptr, &M::hour, &L::taper},
    {"emtr_hour_ceiling", nullptr, &M::hour, &L::ceiling},
    {"emtr_hour_am_contribution", nullptr, &M::hour, &L::am_contribution},
    {"emtr_hour_tax", nullptr, &M::hour, &L::tax},
    {"emtr_hour_housing_benefit", nullptr, &M::hour, &L::housing_benefit},
    {"emtr_hour_daycare", nullptr, &M::hour, &L::daycare},
    {"emtr_hour_child_benefit", nullptr, &M::hour, &L::child_benefit},
    {"emtr_hour_ledighedsydelse", nullptr, &M::hour, &L::benefit},
    {"emtr_hour_saved", nullptr, &M::hour, &L::saved},
    {"emtr_krone", nullptr, &M::krone, &L::total},
    {"emtr_krone_taper", nullptr, &M::krone, &L::taper},
    {"emtr_krone_ceiling", nullptr, &M::krone, &L::ceiling},
    {"emtr_krone_am_contribution", nullptr, &M::krone, &L::am_contribution},
    {"emtr_krone_tax", nullptr, &M::krone, &L::tax},
    {"emtr_krone_housing_benefit", nullptr, &M::krone, &L::housing_benefit},
    {"emtr_krone_daycare", nullptr, &M::krone, &L::daycare},
    {"emtr_krone_child_benefit", nullptr, &M::krone, &L::child_benefit},
    {"emtr_krone_saved", nullptr, &M::krone, &L::saved},
    {"ptr", nullptr, &M::participation, &L::total},
    {"replacement_rate"},
});
static_assert(sources.size() == static_cast<std::size_t>(NetColumn::replacement_rate) + 1);
static_assert(sources[static_cast<std::size_t>(NetColumn::emtr_hour)].part == &L::total &&
              sources[static_cast<std::size_t>(NetColumn::ptr)].measure == &M::participation);

constexpr const Source& source(NetColumn column) noexcept { return sources[static_cast<std::size_t>(column)]; }

/// Hundredths of a per cent, half up.
std::int64_t hundredths(const Exact& share) { return (share * Exact::whole(10'000)).rounded(Rounding::half_up).value_or(no_value); }

/// Ages of children between spaces.
Result<std::vector<int>> ages_of(std::string_view text) {
  std::vector<int> ages;
  while (!text.empty()) {
    const std::string_view age = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), age.size() + 1));
    if (age.empty()) continue;
    const bool good = age.size() <= 2 && std::ranges::all_of(age, [](char c) { return c >= '0' && c <= '9'; });
    const int years = !good ? -1 : age.size() == 1 ? age[0] - '0' : (age[0] - '0') * 10 + age[1] - '0';
    if (years < 0 || years > 17)
      return Error{
          .code = ErrorCode::out_of_range, .field = "child_ages", .given = std::string(age.substr(0, 20)), .allowed = Range{0, 17}};
    ages.push_back(years);
  }
  return ages;
}

constexpr std::array<std::string_view, 3> class_words{"full", "low_provider", "low_nonprovider"};

Result<BenefitClass> class_of(std::string_view text) {
  if (text.empty()) return BenefitClass::full;
  const auto found = std::ranges::find(class_words, text);
  if (found != class_words.end()) return static_cast<BenefitClass>(found - class_words.begin());
  OneOf allowed;
  for (const std::string_view word : class_words) allowed.choices.emplace_back(word);
  return Error{
      .code = ErrorCode::no_such_choice, .field = "class", .given = std::string(text.substr(0, 40)), .allowed = std::move(allowed)};
}

Error missing(TableColumn column, Allowed allowed) {
  return {.code = ErrorCode::missing_fact, .field = std::string(to_text(column)), .allowed = std::move(allowed)};
}

/// A pension of the picture is a share of the pay; kroner alone do not say which.
Result<Percent> pension(const TableRow& row, TableColumn share, TableColumn amount) {
  if (row[share] != not_known) return Percent::of_ten_thousandths(row[share]);
  if (row[amount] != 0) return missing(share, Range{Percent{}, Percent::whole(100)});
  return Percent{};
}

LocalTaxFacts tax_facts(const TableRow& row) {
  LocalTaxFacts facts{.church_member = row[church] != 0};
  if (!row.municipality.empty()) facts.municipality = std::string(row.municipality);
  if (row[municipal_tax] != not_known) facts.municipal = Percent::of_ten_thousandths(row[municipal_tax]);
  if (row[church_tax] != not_known) facts.church = Percent::of_ten_thousandths(row[church_tax]);
  return facts;
}

HomeFacts home_of(const TableRow& row) {
  return {.area = Exact::counted(row[area], whole_unit),
          .heat_apart = row[heat_apart] != 0,
          .heat_included = row[heat_included] != 0,
          .hot_water_included = row[hot_water_included] != 0,
          .wealth = Money::oere(row[wealth]),
          .pensioner = row[pensioner] != 0};
}

}  // namespace

std::string_view to_text(NetColumn column) noexcept { return source(column).name; }

Result<std::vector<NetColumn>> read_net_columns(std::string_view names) {
  std::vector<NetColumn> columns;
  for (;;) {
    const auto comma = names.find(',');
    const std::string_view name = names.substr(0, comma);
    const auto found = std::ranges::find(sources, name, &Source::name);
    if (found == sources.end()) {
      OneOf allowed;
      for (const Source& each : sources) allowed.choices.emplace_back(each.name);
      return Error{.code = name.empty() ? ErrorCode::empty : ErrorCode::no_such_choice,
                   .given = std::string(name.substr(0, 60)),
                   .allowed = std::move(allowed)};
    }
    const auto column = static_cast<NetColumn>(found - sources.begin());
    if (std::ranges::find(columns, column) != columns.end()) return Error{.code = ErrorCode::duplicate, .given = std::string(name)};
    columns.push_back(column);
    if (comma == std::string_view::npos) return columns;
    names.remove_prefix(comma + 1);
  }
}

NetOfRows::NetOfRows(const Scenario& law, PopulationSummary* summary)
    : rates_(law.rates),
      options_(law.options),
      taxes_(law.municipal_taxes ? *law.municipal_taxes : MunicipalTaxTable::embedded()),
      columns_(law.columns),
      summary_(summary) {
  measured_ = std::ranges::any_of(columns_, [](NetColumn c) { return c >= NetColumn::in_hand_without_job; });
}

NetOfRows::Facts NetOfRows::facts_of(const TableRow& row) {
  Facts facts{.year = row.year,
              .figures = {row.figures.begin() + static_cast<std::ptrdiff_t>(own_pension_pct), row.figures.end()},
              .municipality = std::string(row.municipality),
              .child_ages = std::string(row.child_ages),
              .benefit_class = std::string(row.benefit_class)};
  for (const TableColumn column : {hourly_wage, weekly_hours, ceiling, own_pension, employer_pension}) facts.figures.push_back(row[column]);
  return facts;
}

Result<Citizen> NetOfRows::citizen_of(const TableRow& row) {
  Citizen c;
  c.year = row.year;
  if (row[hourly_wage] == not_known) return missing(hourly_wage, Form::amount);
  if (row[weekly_hours] == not_known) return missing(weekly_hours, Range{Hours{}, hours_in_a_week});
  c.hourly_wage = Money::oere(row[hourly_wage]);
  const auto own = pension(row, own_pension_pct, own_pension), employer = pension(row, employer_pension_pct, employer_pension);
  if (!own) return own.error();
  if (!employer) return employer.error();
  c.own_pension = *own;
  c.employer_pension = *employer;
  if (row[ceiling] <= largest_amount.in_oere()) c.ceiling = Ceiling::stated(Money::oere(row[ceiling]));
  const auto tax = local_tax(tax_facts(row), rates_.on(std::chrono::year{row.year} / std::chrono::January), taxes_);
  if (!tax) return tax.error();
  c.municipal = tax->municipal;
  c.church = tax->church;
  where_ = tax->municipality;
  c.children = static_cast<int>(row[children]);
  c.single_parent = row[single_parent] != 0;
  if (row[rent] != not_known) c.rent = Money::oere(row[rent]);
  c.home = home_of(row);
  c.other_income = Money::oere(row[other_income]);
  c.deductions = {.transport_km = Exact::counted(row[transport_km], whole_unit),
                  .transport_days = static_cast<int>(row[transport_days]),
                  .union_fee = Money::oere(row[union_fee])};
  if (row[birth_year] != not_known) c.birth_year = static_cast<int>(row[birth_year]);
  c.daycare_places = static_cast<int>(row[daycare_places]);
  c.daycare_fee = Money::oere(row[daycare_fee]);
  auto ages = ages_of(row.child_ages);
  if (!ages) return std::move(ages).error();
  c.child_ages = *std::move(ages);
  const auto benefit = class_of(row.benefit_class);
  if (!benefit) return benefit.error();
  c.benefit_class = *benefit;
  return c;
}

std::optional<Error> NetOfRows::compute(const TableRow& row) {
  auto citizen = citizen_of(row);
  if (!citizen) return std::move(citizen).error();
  const auto picture = NetPicture::of(*citizen, rates_, options_);
  if (!picture) return picture.error();
  const auto at = picture->at(Hours::of_ten_thousandths(row[weekly_hours]));
  if (!at) return at.error();
  NetRow without_job;
  PayMeasures measured;
  if (measured_) {
    auto found = measures(*picture, *at);
    if (!found) return std::move(found).error();
    measured = *std::move(found);
    auto idle = picture->at(Hours{});
    if (!idle) return std::move(idle).error();
    without_job = *idle;
  }
  last_values_.clear();
  for (const NetColumn column : columns_) {
    const Source& from = source(column);
    if (column == NetColumn::in_hand_without_job)
      last_values_.push_back(without_job.in_hand.in_oere());
    else if (column == NetColumn::replacement_rate)
      last_values_.push_back(measured.replacement_rate ? hundredths(*measured.replacement_rate) : no_value);
    else if (from.amount != nullptr)
      last_values_.push_back((*at.*from.amount).in_oere());
    else
      last_values_.push_back(measured.*from.measure ? hundredths((*(measured.*from.measure)).*from.part) : no_value);
  }
  return std::nullopt;
}

NetOfRows::Counted NetOfRows::counted(const TableRow& row) const noexcept {
  const FamilyKind family = row[single_parent] != 0 ? FamilyKind::single_parent
                            : row[children] != 0    ? FamilyKind::children
                                                    : FamilyKind::no_children;
  return {where_, row[hourly_wage], family, row[weight] == not_known ? 1 : row[weight]};
}

void NetOfRows::drop_last() noexcept {
  values_.resize(values_.size() - columns_.size());
  if (!counted_.empty()) counted_.pop_back();
}

void NetOfRows::clear() {
  if (!counted_.empty() && summary_->net.empty())
    for (const NetColumn column : columns_) summary_->net.emplace_back(column);
  for (std::size_t row = 0; row < counted_.size(); ++row) {
    const Counted& c = counted_[row];
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (of(row)[i] != no_value) summary_->net[i].add(of(row)[i], c.municipality, c.hourly_wage, c.family, c.rows);
  }
  values_.clear();
  counted_.clear();
}

std::optional<Error> NetOfRows::add(const TableRow& row) {
  Facts facts = facts_of(row);
  if (last_ != facts) {
    last_.reset();
    if (auto wrong = compute(row)) return wrong;
    last_ = std::move(facts);
  }
  if (summary_ != nullptr) counted_.push_back(counted(row));
  values_.insert(values_.end(), last_values_.begin(), last_values_.end());
  return std::nullopt;
}

}  // namespace fleks
