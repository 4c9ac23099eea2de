#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fleks/reading/income_case.hpp>

#include "reading/income/facts_of_register.hpp"
#include "reading/income/uses.hpp"

namespace fleks {
namespace {

using income::Candidate;
using income::Use;
using Ask = IncomeQuestion::Kind;
using Why = IncomeLeftOut::Why;

template <class T>
using Said = std::map<std::string, std::vector<Candidate<T>>, std::less<>>;

std::string at(std::string_view list, std::size_t index) { return std::string(list) + "[" + std::to_string(index) + "]"; }

class Maker {
 public:
  Maker(const RegisterPerson& person, const IncomeChoices& choices, const Case* old)
      : person_(person), choices_(choices), hidden_(choices.keep_person ? std::string() : person.number) {
    if (old != nullptr) out_.facts = *old;
    out_.extends = old != nullptr;
    out_.employments = out_.facts.employments.size();
    out_.wages = out_.facts.wages.size();
    out_.daily_benefits = out_.facts.daily_benefits.size();
    out_.incomes = out_.facts.incomes.size();
  }

  Result<IncomeCase> make() {
    if (person_.reports.empty() && !out_.extends) return Error{.code = ErrorCode::missing_fact, .field = "LoenPeriodeOplysningStruktur"};
    history_ = register_history(person_.reports, choices_.fetched);
    if (auto wrong = find_jobs()) return *std::move(wrong);
    for (const RegisterStanding& standing : history_) take(standing);
    add(income::reconcile(out_.facts.wages, wages_));
    add(income::reconcile(out_.facts.daily_benefits, benefits_));
    add(income::reconcile(out_.facts.incomes, incomes_));
    set_months();
    if (auto below = sum_below_zero()) return *std::move(below);
    add_ceilings();
    ask();
    return std::move(out_);
  }

 private:
  void add(income::Reconciled done) {
    out_.recognised += done.recognised;
    out_.corrected += done.corrected;
  }
  [[nodiscard]] std::string employee_of(const RegisterReport& r) const {
    return hidden_.empty() ? r.employee : without_person(r.employee, hidden_);
  }
  /// What the officer has said of the payer, of this number of employee before of all.
  [[nodiscard]] const PayerIs* said_of(const RegisterReport& r) const {
    const PayerIs* of_all = nullptr;
    for (const PayerIs& said : choices_.jobs)
      if (said.payer == r.payer) {
        if (said.employee == r.employee && !said.employee.empty()) return &said;
        if (said.employee.empty()) of_all = &said;
      }
    return of_all;
  }
  /// A payer, or one number of employee of it where the officer has told them apart.
  [[nodiscard]] std::string key_of(const RegisterReport& r) const {
    const PayerIs* said = said_of(r);
    return said != nullptr && !said->employee.empty() ? r.payer + "/" + employee_of(r) : r.payer;
  }
  [[nodiscard]] std::optional<std::size_t> employment_named(std::string_view id) const {
    for (std::size_t i = 0; i < out_.facts.employments.size(); ++i)
      if (out_.facts.employments[i].id == id) return i;
    return {};
  }
  /// The job that earlier records of the payer stand under.
  [[nodiscard]] std::optional<std::size_t> job_of_earlier(const std::string& payer) const {
    for (std::size_t i = 0; i < out_.wages; ++i)
      if (out_.facts.wages[i].record.id.starts_with(payer + "/")) return out_.facts.wages[i].employment;
    return {};
  }

  static bool is_wage(const RegisterReport& r, const RegisterPart& p) {
    using enum RegisterAmount;
    return income::use_of(r, p).as == Use::As::wage &&
           (p.has(am_income) || p.has(b_income) || p.has(own_pension) || p.has(employer_pension) || p.paid_hours);
  }

  std::optional<Error> find_jobs() {
    std::map<std::string, Period> payers;  // by key, with all days
    std::map<std::string, const RegisterReport*> first_report;
    std::map<std::string, std::set<std::string>> employees;
    for (const RegisterStanding& s : history_) {
      const RegisterReport& r = person_.reports[s.report];
      if (!is_wage(r, r.parts[s.part]) || s.fate == RegisterFate::unknown_reversal) continue;
      const std::string key = key_of(r);
      const auto [found, is_new] = payers.try_emplace(key, r.period);
      if (is_new) first_report[key] = &r;
      found->second.first = std::min(found->second.first, r.period.first);
      if (!r.employee.empty() && key == r.payer) employees[key].insert(r.employee);
    }
    for (const auto& [key, days] : payers) {
      const RegisterReport& r = *first_report[key];
      const PayerIs* said = said_of(r);
      std::optional<std::size_t> job;
      if (said != nullptr && said->is != "fleksjob" && said->is != "other") {
        job = employment_named(said->is);
        if (!job) return no_such_job(*said);
      }
      if (!job) job = employment_named("se-" + key);
      if (!job && key == r.payer) job = job_of_earlier(r.payer);
      if (!job && said == nullptr && payers.size() == 1 && out_.employments == 1) {
        job = 0;
        question(Ask::same_job, at("wages", out_.wages) + ".employment", key);
      }
      if (!job) job = new_job(key, days.first, said, payers.size() == 1 && out_.employments == 0);
      jobs_[key] = *job;
      if (employees[key].size() > 1) question(Ask::two_employees, at("employments", *job), key);
    }
    return {};
  }

  Error no_such_job(const PayerIs& said) const {
    OneOf allowed{{"fleksjob", "other"}};
    for (std::size_t i = 0; i < out_.employments; ++i) allowed.choices.emplace_back(out_.facts.employments[i].id);
    return {.code = ErrorCode::no_such_choice, .field = said.payer, .given = said.is, .allowed = std::move(allowed)};
  }

  std::size_t new_job(const std::string& key, Date from, const PayerIs* said, bool only) {
    const std::size_t place = out_.facts.employments.size();
    Employment& e = out_.facts.employments.emplace_back();
    e.id = "se-" + key;
    e.employer = "SE " + key;
    e.from = from;
    e.kind = said != nullptr ? (said->is == "other" ? Employment::Kind::other : Employment::Kind::fleksjob)
             : only          ? Employment::Kind::fleksjob
                             : Employment::Kind::other;
    if (said == nullptr) question(Ask::job_kind, at("employments", place) + ".kind", key);
    question(Ask::job_begins, at("employments", place) + ".from", key);
    return place;
  }

  void question(Ask kind, std::string place, std::string about, std::optional<Month> month = {}) {
    out_.questions.push_back({kind, std::move(place), std::move(about), month});
  }
  void leave_out(Why why, const RegisterReport& r, std::string detail, Money amount = {}) {
    out_.left_out.push_back({why, income::name_of(r, hidden_), r.period, std::move(detail), amount});
  }
  [[nodiscard]] std::string id_of(const RegisterReport& r, const RegisterPart& p) const {
    return income::name_of(r, hidden_) + "/" + to_text(r.period.first) + (p.kind.empty() ? "" : "/" + p.kind);
  }
  [[nodiscard]] std::string other_of(const RegisterStanding& s) const {
    return s.other ? income::name_of(person_.reports[*s.other], hidden_) : std::string();
  }

  /// One part of a report: a fact of the case, or a line of what is left out.
  void take(const RegisterStanding& s) {
    using enum RegisterFate;
    const RegisterReport& r = person_.reports[s.report];
    const RegisterPart& p = r.parts[s.part];
    for (const RegisterField& other : p.others)
      leave_out(Why::unknown_field, r, std::to_string(other.form) + "/" + other.id + " = " + other.text);
    const Money amount = p[RegisterAmount::am_income] + p[RegisterAmount::without_am] + p[RegisterAmount::b_income];
    switch (s.fate) {
      case twice: return leave_out(Why::twice, r, {}, amount);
      case reversal: return leave_out(Why::reversal, r, other_of(s), amount);
      case marked_reversed: return leave_out(Why::reversed, r, other_of(s), amount);
      case unknown_reversal:
        leave_out(Why::unknown_reversal, r, {}, amount);
        return question(Ask::unknown_reversal, "wages", income::name_of(r, hidden_), month_of(r.period.first));
      case cancelled:
        if (!out_.extends) return leave_out(Why::reversed, r, other_of(s), amount);
        break;
      default: break;
    }
    const Use use = income::use_of(r, p);
    if (use.uncertain)
      question(Ask::unknown_kind, {}, income::name_of(r, hidden_) + " " + r.income_type + "/" + p.kind, month_of(r.period.first));
    switch (use.as) {
      case Use::As::wage: return take_wage(s, r, p);
      case Use::As::daily_benefit: return take_benefit(s, r, p, use.benefit, amount);
      case Use::As::other_income: return take_income(s, r, p, use.income, amount);
      case Use::As::own_subsidy:
        if (!s.until && s.fate == counts) out_.paid.push_back({month_of(r.period.first), amount, income::name_of(r, hidden_)});
        return leave_out(use.why, r, p.kind, amount);
      case Use::As::left_out: return leave_out(use.why, r, r.income_type + "/" + p.kind, amount);
    }
  }

  template <class T>
  void keep(Said<T>& said, const RegisterStanding& s, std::string id, T fact) {
    fact.record.known = s.known;
    fact.record.source = FactSource::income_register;
    const bool never = s.fate == RegisterFate::cancelled;
    said[std::move(id)].push_back({std::move(fact), never ? std::nullopt : s.until, never});
  }

  void take_wage(const RegisterStanding& s, const RegisterReport& r, const RegisterPart& p) {
    using enum RegisterAmount;
    for (const RegisterAmount never : {without_am, a_tax, am_contribution, b_without_am, atp, own_atp, public_holidays, free_days})
      if (p[never] != Money{}) leave_out(Why::not_wage, r, std::string(felt_of(never)), p[never]);
    for (const RegisterAmount asked : {jubilee, severance, severance_taxed}) {
      if (p[asked] == Money{}) continue;
      leave_out(Why::not_wage, r, std::string(felt_of(asked)), p[asked]);
      question(Ask::bonus_months, "incomes", income::name_of(r, hidden_), month_of(r.period.first));
    }
    for (const RegisterAmount asked : {holiday_paid_out, gross_holiday_213, gross_holiday_214}) {
      if (p[asked] == Money{}) continue;
      leave_out(Why::not_wage, r, std::string(felt_of(asked)), p[asked]);
      question(Ask::holiday_pay, "holidays", income::name_of(r, hidden_), month_of(r.period.first));
    }
    if (p.holiday_days) leave_out(Why::not_wage, r, "16200/177 = " + to_text(*p.holiday_days));
    if (p[holiday_allowance] > p[am_income]) question(Ask::holiday_pay, "wages", income::name_of(r, hidden_), month_of(r.period.first));
    if (!is_wage(r, p)) {
      // Holiday pay alone says nothing of the month's wage.
      for (const RegisterAmount asked : {net_holiday_pay, net_on_leaving}) {
        if (p[asked] == Money{}) continue;
        leave_out(Why::not_wage, r, std::string(felt_of(asked)), p[asked]);
        question(Ask::holiday_pay, "holidays", income::name_of(r, hidden_), month_of(r.period.first));
      }
      if (p.given == 0 && p.others.empty()) leave_out(Why::nothing, r, {});
      return;
    }
    WageRecord w = income::wage_of(r, p);
    w.employment = jobs_.at(key_of(r));
    const Employment& job = out_.facts.employments[w.employment];
    if (w.employment < out_.employments && job.from > w.period.last) return leave_out(Why::before_job, r, job.id, w.am_income);
    // A report is for the whole month also where the job has only days of it.
    w.period.first = std::max(w.period.first, job.from);
    if (job.to && w.period.first <= *job.to) w.period.last = std::min(w.period.last, *job.to);
    if (r.correction) corrects_months_.insert(id_of(r, p));
    keep(wages_, s, id_of(r, p), std::move(w));
  }

  void take_benefit(const RegisterStanding& s, const RegisterReport& r, const RegisterPart& p, DailyBenefit::Kind kind, Money amount) {
    DailyBenefit b;
    b.kind = kind;
    b.period = r.period;
    b.paid = r.disposal ? *r.disposal : r.period.last;
    b.amount = amount;
    keep(benefits_, s, id_of(r, p), std::move(b));
  }

  void take_income(const RegisterStanding& s, const RegisterReport& r, const RegisterPart& p, OtherIncome::Kind kind, Money amount) {
    OtherIncome i;
    i.kind = kind;
    i.month = month_of(r.period.first);
    i.amount = amount;
    keep(incomes_, s, id_of(r, p), std::move(i));
  }

  /// From the first month something is known of to the one that rests on the last wage (FLT-1).
  void set_months() {
    Case& c = out_.facts;
    std::optional<Month> first, last;
    const auto note = [&](Month month, Month to) {
      first = first ? std::min(*first, month) : month;
      last = last ? std::max(*last, to) : to;
    };
    for (const WageRecord& w : c.wages)
      if (!w.record.withdrawn) note(month_of(w.period.first), month_after(month_of(w.period.last)));
    for (const DailyBenefit& b : c.daily_benefits)
      if (!b.record.withdrawn) note(month_of(b.period.first), month_after(month_of(b.paid)));
    for (const OtherIncome& i : c.incomes)
      if (!i.record.withdrawn) note(i.month, month_after(i.month));
    if (!first) {
      // Nothing but what is left out.
      if (!out_.extends) c.first = c.last = month_of(person_.reports.front().period.first);
      return;
    }
    if (!out_.extends) c.first = *first;
    c.last = out_.extends ? std::max(c.last, *last) : *last;
  }

  /// Amounts below zero correct others of the month, and leave no less than nothing.
  std::optional<Error> sum_below_zero() const {
    const Case& c = out_.facts;
    struct Sum {
      Money am_income{}, own_pension{}, employer_pension{}, b_income{};
      std::int64_t hours = 0;
      std::string reports{};
    };
    std::set<std::string_view> corrected;
    for (const WageRecord& w : c.wages) corrected.insert(w.record.corrects);
    std::map<std::pair<std::size_t, Month>, Sum> sums;
    for (const WageRecord& w : c.wages) {
      if (w.record.withdrawn || w.expected || (!w.record.id.empty() && corrected.contains(w.record.id))) continue;
      Sum& sum = sums[{w.employment, month_of(w.period.first)}];
      sum.am_income += w.am_income;
      sum.b_income += w.b_income;
      sum.own_pension += w.own_pension;
      sum.employer_pension += w.employer_pension;
      sum.hours += w.paid_hours ? w.paid_hours->ten_thousandths() : 0;
      sum.reports += (sum.reports.empty() ? "" : ", ") + w.record.id;
    }
    for (const auto& [of, sum] : sums)
      for (const auto& [amount, felt] : {std::pair{sum.am_income, "felt 13"},
                                         {sum.b_income, "felt 36"},
                                         {sum.own_pension, "felt 147"},
                                         {sum.employer_pension, "felt 148"},
                                         {Money::oere(sum.hours / 100), "felt 200"}})
        if (amount < Money{})
          return Error{.code = ErrorCode::negative,
                       .field = std::string(felt) + " " + to_text(of.second) + " (" + sum.reports + ")",
                       .given = to_text(amount),
                       .allowed = AtLeast{Money{}}};
    return {};
  }

  void add_ceilings() {
    for (std::size_t i = 0; i < out_.facts.employments.size(); ++i) {
      Employment& e = out_.facts.employments[i];
      if (e.kind != Employment::Kind::fleksjob || !e.ceilings.empty()) continue;
      if (!choices_.ceiling) {
        question(Ask::ceiling, at("employments", i) + ".ceilings", e.id);
        continue;
      }
      DatedCeiling& c = e.ceilings.emplace_back();
      c.from = e.from;
      c.ceiling.amount = *choices_.ceiling;
      c.record.known = choices_.fetched ? std::max(*choices_.fetched, e.from) : e.from;
      c.record.source = FactSource::employer;
      if (i < out_.employments) out_.ceilings.push_back(i);
    }
  }

  void ask() {
    const Case& c = out_.facts;
    if (c.holidays.empty() && !out_.extends) question(Ask::holiday, "holidays", {});
    for (const auto& [key, job] : jobs_) {
      if (job < out_.employments) continue;
      std::vector<Money> pays;
      std::optional<std::size_t> first;
      bool pension = false;
      for (std::size_t i = 0; i < c.wages.size(); ++i) {
        const WageRecord& w = c.wages[i];
        if (w.record.withdrawn || w.employment != job) continue;
        if (!first) first = i;
        pension = pension || w.own_pension != Money{} || w.employer_pension != Money{};
        pays.push_back(w.am_income);
      }
      if (!first) continue;
      if (!pension) question(Ask::private_pension, at("wages", *first) + ".own_pension", key);
      question(Ask::supplements, at("wages", *first) + ".supplements", key);
    }
    ask_of_new_wages();
  }

  /// A payment half as large again as usual may be for several months.
  void ask_of_new_wages() {
    const Case& c = out_.facts;
    std::map<std::size_t, std::vector<Money>> pays;
    for (const WageRecord& w : c.wages)
      if (!w.record.withdrawn && w.am_income > Money{}) pays[w.employment].push_back(w.am_income);
    for (auto& [job, list] : pays) std::nth_element(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(list.size() / 2), list.end());
    for (std::size_t i = out_.wages; i < c.wages.size(); ++i) {
      const WageRecord& w = c.wages[i];
      if (w.record.withdrawn) continue;
      const auto& list = pays[w.employment];
      const std::string about = w.record.id;
      const Month month = month_of(w.period.first);
      if (w.net_holiday_allowance != Money{} && w.holiday_allowance == Money{})
        question(Ask::holiday_tax, at("wages", i) + ".holiday_tax", about, month);
      if (corrects_months_.contains(std::string(income::first_of_name(w.record.id))))
        question(Ask::corrected_months, at("wages", i) + ".bonus", about, month);
      else if (list.size() >= 3 && w.am_income + w.am_income > list[list.size() / 2] + list[list.size() / 2] + list[list.size() / 2])
        question(Ask::bonus_months, at("wages", i) + ".bonus", about, month);
    }
  }

  const RegisterPerson& person_;
  const IncomeChoices& choices_;
  std::string hidden_;
  IncomeCase out_{};
  std::vector<RegisterStanding> history_{};
  std::map<std::string, std::size_t> jobs_{};
  Said<WageRecord> wages_{};
  Said<DailyBenefit> benefits_{};
  Said<OtherIncome> incomes_{};
  std::set<std::string> corrects_months_{};
};

}  // namespace

Result<PayerIs> parse_payer_is(std::string_view text) {
  const auto mark = text.find('=');
  const std::string_view left = text.substr(0, mark);
  const auto slash = left.find('/');
  const std::string payer(left.substr(0, slash));
  const bool number = payer.size() == 8 && payer.find_first_not_of("0123456789") == std::string::npos;
  if (mark == std::string_view::npos || mark + 1 == text.size() || !number)
    return Error{.code = ErrorCode::no_such_choice,
                 .given = without_person(text),
                 .allowed = OneOf{{"12345678=fleksjob", "12345678=other", "12345678/17=fleksjob"}}};
  return PayerIs{payer, slash == std::string_view::npos ? std::string() : std::string(left.substr(slash + 1)),
                 std::string(text.substr(mark + 1))};
}

Result<IncomeCase> income_case(const RegisterPerson& person, const IncomeChoices& choices, const Case* old) {
  return Maker(person, choices, old).make();
}

}  // namespace fleks
