#include <fleks/analysis/refund_check.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "rates/rate_reader.hpp"
#include "rules/municipal_refund.hpp"
#include "values/day_number.hpp"

namespace fleks {
namespace {

/// Amounts that are rounded week by week differ by no more.
bool near(const Exact& a, const Exact& b) noexcept { return a - b <= Exact::whole(1) && b - a <= Exact::whole(1); }

Date monday_in(Date day) noexcept { return date_of(monday_of(week_of(number_of(day)))); }

bool is_known(const LedgerMonth& m) noexcept { return m.status != MonthStatus::unknown || !m.facts.weeks.empty(); }

using WeekAndKind = std::pair<Date, RefundRowKind>;

/// What the case has of a week and a benefit.
struct OfCase {
  Exact amount{}, paid_out{}, refund{};
  std::vector<Exact> shares{};
  const LedgerMonth* month = nullptr;  // its last
  WeekOfExpense week{};
};
/// What the file has of it.
struct OfFile {
  Exact amount{}, refund{};
  std::optional<Exact> share{};
  int rows = 0;
  std::int64_t line = 0;
};

Exact amount_in(const WeekOfExpense& w, RefundRowKind kind) {
  return kind == RefundRowKind::fleksloentilskud ? w.subsidy : w.ledighedsydelse;
}
RefundRowKind other_of(RefundRowKind kind) noexcept {
  return kind == RefundRowKind::fleksloentilskud ? RefundRowKind::ledighedsydelse : RefundRowKind::fleksloentilskud;
}

/// The share that the law gives a benefit in such a week of the month; nothing where a rate is not there.
std::optional<Exact> share_of(Month month, WeekOfExpense w, RefundRowKind kind, const RateTable& rates) {
  w.subsidy = kind == RefundRowKind::fleksloentilskud ? Exact::whole(100) : Exact{};
  w.ledighedsydelse = kind == RefundRowKind::ledighedsydelse ? Exact::whole(100) : Exact{};
  const auto s = municipal_statement({.month = month, .weeks = {w}}, rates);
  return s ? s->share : std::nullopt;
}

std::map<WeekAndKind, OfCase> weeks_of(const MunicipalLedger& ledger, const RateTable& rates) {
  std::map<WeekAndKind, OfCase> weeks;
  for (const LedgerMonth& m : ledger.months)
    for (const WeekOfExpense& w : m.facts.weeks)
      for (const RefundRowKind kind : {RefundRowKind::fleksloentilskud, RefundRowKind::ledighedsydelse}) {
        const Exact amount = amount_in(w, kind);
        if (amount.is_zero()) continue;
        OfCase& week = weeks[{w.monday, kind}];
        const Exact share = share_of(m.facts.month, w, kind, rates).value_or(Exact{}), benefit = Exact::of(m.statement.benefit);
        week.amount += amount;
        week.paid_out += benefit.is_zero() ? amount : amount * Exact::of(m.statement.citizen) / benefit;
        week.refund += amount * share;
        if (std::ranges::find(week.shares, share) == week.shares.end()) week.shares.push_back(share);
        week.month = &m;
        week.week = w;
      }
  return weeks;
}

class Check {
 public:
  Check(const MunicipalLedger& ledger, const MunicipalLedger& divided_otherwise, const RateTable& rates, const MunicipalOptions& options)
      : ledger_(ledger),
        rates_(rates),
        options_(options),
        case_(weeks_of(ledger, rates)),
        otherwise_(weeks_of(divided_otherwise, rates)),
        divided_otherwise_(divided_otherwise) {}

  RefundCheck run(std::span<const RefundRow> rows) {
    for (const RefundRow& row : rows) add(row);
    for (const auto& [key, week] : file_) compare(key, week);
    for (const auto& [key, week] : case_) missing(key, week);
    for (std::size_t i = 0; i < ledger_.months.size(); ++i) fleksbidrag(i);
    for (const auto& [month, of_month] : bidrag_)
      if (find(month) == nullptr) out_.outside += of_month.rows;
    std::ranges::stable_sort(out_.differences, {}, &RefundDifference::week);
    return std::move(out_);
  }

 private:
  void add(const RefundRow& row) {
    ++out_.rows;
    if (row.kind == RefundRowKind::other) {
      ++out_.other_rows;
      return;
    }
    const Date monday = monday_in(row.week);
    if (!out_.first || monday < *out_.first) out_.first = monday;
    if (!out_.last || monday > *out_.last) out_.last = monday;
    const Money paid = row.computed ? *row.computed : row.reported.value_or(Money{});
    if (row.kind == RefundRowKind::fleksbidrag) {
      OfFile& month = bidrag_[month_of(row.week)];
      month.amount += Exact::of(row.refund && *row.refund != Money{} ? *row.refund : paid);
      ++month.rows;
      if (month.line == 0) month.line = row.line;
      return;
    }
    OfFile& week = file_[{monday, row.kind}];
    week.amount += Exact::of(paid);
    const Exact by_share = row.share ? Exact::of(paid) * Exact::ratio(row.share->ten_thousandths(), 1'000'000) : Exact{};
    week.refund += row.refund ? Exact::of(*row.refund) : by_share;
    if (row.share) week.share = Exact::ratio(row.share->ten_thousandths(), 1'000'000);
    ++week.rows;
    if (week.line == 0) week.line = row.line;
    if (row.share && row.refund && !near(by_share, Exact::of(*row.refund)))
      out_.differences.push_back({.of = RefundDifferenceOf::arithmetic,
                                  .week = monday,
                                  .kind = row.kind,
                                  .file = Exact::of(*row.refund),
                                  .due = by_share,
                                  .line = row.line});
  }

  [[nodiscard]] const LedgerMonth* find(Month month) const {
    const auto at = std::ranges::find(ledger_.months, month, [](const LedgerMonth& m) { return m.facts.month; });
    return at == ledger_.months.end() || !is_known(*at) ? nullptr : &*at;
  }
  /// How many of a week's two ends the case can compute.
  [[nodiscard]] int ends_known(Date monday) const {
    const Date sunday = date_of(number_of(monday) + 6);
    return static_cast<int>(find(month_of(monday)) != nullptr) + static_cast<int>(find(month_of(sunday)) != nullptr);
  }
  [[nodiscard]] const OfCase* due(const WeekAndKind& key) const {
    const auto found = case_.find(key);
    return found == case_.end() ? nullptr : &found->second;
  }

  RefundDifference difference(RefundDifferenceOf of, const WeekAndKind& key, const OfFile* file, const OfCase* due) const {
    RefundDifference d{.of = of, .week = key.first, .kind = key.second};
    if (file != nullptr) {
      d.file_refund = file->refund;
      d.line = file->line;
    }
    if (due != nullptr) {
      d.weeks = due->week.weeks;
      d.refund = due->refund;
    }
    return d;
  }

  void compare(const WeekAndKind& key, const OfFile& file) {
    const int ends = ends_known(key.first);
    if (ends == 0) {
      out_.outside += file.rows;
      return;
    }
    const OfCase* law = due(key);
    ++out_.compared;
    if (law != nullptr && file.share && std::ranges::find(law->shares, *file.share) == law->shares.end()) {
      auto& d = out_.differences.emplace_back(difference(RefundDifferenceOf::share, key, &file, law));
      d.file = file.share;
      d.due = law->shares.back();
      d.causes = causes_of_share(*file.share, *law, key.second);
    }
    if (ends == 1) {
      out_.partly += file.rows;
      return;
    }
    out_.file_refund += file.refund;
    if (law != nullptr) out_.refund += law->refund;
    if (near(file.amount, law != nullptr ? law->amount : Exact{})) return;
    auto& d = out_.differences.emplace_back(
        difference(law != nullptr ? RefundDifferenceOf::amount : RefundDifferenceOf::not_due, key, &file, law));
    d.file = file.amount;
    if (law != nullptr) d.due = law->amount;
    d.causes = causes_of_amount(file.amount, key);
  }

  void missing(const WeekAndKind& key, const OfCase& law) {
    if (file_.contains(key) || !out_.first || key.first < *out_.first || key.first > *out_.last || ends_known(key.first) < 2) return;
    ++out_.compared;
    out_.refund += law.refund;
    auto& d = out_.differences.emplace_back(difference(RefundDifferenceOf::missing, key, nullptr, &law));
    d.due = law.amount;
    const auto other = file_.find({key.first, other_of(key.second)});
    if (other != file_.end() && near(other->second.amount, law.amount)) d.causes = {RefundCause::other_benefit};
  }

  [[nodiscard]] std::vector<RefundCause> causes_of_share(const Exact& file, const OfCase& law, RefundRowKind kind) const {
    std::vector<RefundCause> causes;
    const Month month = law.month->facts.month;
    const auto gives = [&](RefundRules rules, int weeks, RefundRowKind of) {
      WeekOfExpense w = law.week;
      w.rules = rules;
      w.weeks = weeks;
      return share_of(month, w, of, rates_) == file;
    };
    const auto any_step = [&] {
      return gives(RefundRules::staircase, 1, kind) ||
             std::ranges::any_of(law::last_week_of_step, [&](int last) { return gives(RefundRules::staircase, last + 1, kind); });
    };
    const auto any_old = [&](RefundRowKind of) {
      return std::ranges::any_of(std::array{RefundRules::old, RefundRules::old_offer, RefundRules::old_alone},
                                 [&](RefundRules rules) { return gives(rules, law.week.weeks, of); });
    };
    if (law.week.rules == RefundRules::staircase) {
      if (gives(RefundRules::staircase, law.week.weeks - 1, kind) || gives(RefundRules::staircase, law.week.weeks + 1, kind))
        causes.push_back(RefundCause::week_count_one_off);
      else if (any_step())
        causes.push_back(RefundCause::other_week_count);
      if (any_old(kind)) causes.push_back(RefundCause::old_rules);
      return causes;
    }
    if (gives(law.week.rules, law.week.weeks, other_of(kind))) causes.push_back(RefundCause::other_benefit);
    if (any_step()) causes.push_back(RefundCause::staircase);
    if (any_old(kind)) causes.push_back(RefundCause::old_rules);
    return causes;
  }

  [[nodiscard]] std::vector<RefundCause> causes_of_amount(const Exact& file, const WeekAndKind& key) const {
    std::vector<RefundCause> causes;
    if (const auto other = otherwise_.find(key); other != otherwise_.end() && near(other->second.amount, file))
      causes.push_back(RefundCause::divided_otherwise);
    if (const OfCase* law = due(key); law != nullptr && near(law->paid_out, file)) causes.push_back(RefundCause::after_own_atp);
    if (const OfCase* other = due({key.first, other_of(key.second)}); other != nullptr && near(other->amount, file))
      causes.push_back(RefundCause::other_benefit);
    return causes;
  }

  void fleksbidrag(std::size_t at) {
    const LedgerMonth& m = ledger_.months[at];
    const Month month = m.facts.month;
    const auto found = bidrag_.find(month);
    if (!is_known(m) || (found == bidrag_.end() && !has_subsidy(month))) return;
    if (found == bidrag_.end() && m.statement.fleksbidrag == Money{}) return;
    ++out_.compared;
    const Exact law = Exact::of(m.statement.fleksbidrag), file = found == bidrag_.end() ? Exact{} : found->second.amount;
    out_.file_fleksbidrag += file;
    out_.fleksbidrag += law;
    if (file == law) return;
    RefundDifference d{.of = RefundDifferenceOf::fleksbidrag,
                       .week = first_day(month),
                       .kind = RefundRowKind::fleksbidrag,
                       .weeks = m.statement.weeks,
                       .due = law,
                       .file_refund = file,
                       .refund = law,
                       .causes = causes_of_fleksbidrag(file, at)};
    if (found != bidrag_.end()) {
      d.file = file;
      d.line = found->second.line;
    }
    out_.differences.push_back(std::move(d));
  }
  /// Whether the file has a subsidy in a week that begins in the month.
  [[nodiscard]] bool has_subsidy(Month month) const {
    return std::ranges::any_of(file_, [&](const auto& each) {
      return each.first.second == RefundRowKind::fleksloentilskud && month_of(each.first.first) == month;
    });
  }

  [[nodiscard]] std::vector<RefundCause> causes_of_fleksbidrag(const Exact& file, std::size_t at) const {
    const LedgerMonth& m = ledger_.months[at];
    std::vector<RefundCause> causes;
    const auto gives = [&](const std::optional<Exact>& wage, const MunicipalOptions& options) {
      MunicipalFacts f = m.facts;
      f.wage = wage;
      const auto s = municipal_statement(f, rates_, options);
      return s && Exact::of(s->fleksbidrag) == file;
    };
    if (Exact::of(divided_otherwise_.months[at].statement.fleksbidrag) == file) causes.push_back(RefundCause::divided_otherwise);
    if (file.is_zero() || m.statement.fleksbidrag == Money{}) {
      if (m.facts.wage && !file.is_zero() && gives(Exact{}, options_)) causes.push_back(RefundCause::without_wage);
      if (causes.empty() && m.facts.wage) causes.push_back(RefundCause::share_is_not_lowest);
      return causes;
    }
    const Exact wage = m.facts.wage.value_or(Exact{});
    if (!m.pension.is_zero() && gives(wage + m.pension, options_)) causes.push_back(RefundCause::wage_with_pension);
    if (gives(Exact{}, options_)) causes.push_back(RefundCause::without_wage);
    if (at > 0 && ledger_.months[at - 1].facts.wage && gives(ledger_.months[at - 1].facts.wage, options_))
      causes.push_back(RefundCause::other_months_wage);
    if (without_cap(m) == file) causes.push_back(RefundCause::without_cap);
    MunicipalOptions other = options_;
    other.fleksbidrag_base =
        options_.fleksbidrag_base == FleksbidragBase::after_refund ? FleksbidragBase::m_less_refund : FleksbidragBase::after_refund;
    if (gives(wage, other)) causes.push_back(RefundCause::other_base);
    const Exact less = file - Exact::of(m.statement.fleksbidrag), krone = Exact::whole(100);
    if (less <= krone && -less <= krone) causes.push_back(RefundCause::rounded_otherwise);
    return causes;
  }
  [[nodiscard]] std::optional<Exact> without_cap(const LedgerMonth& m) const {
    const RatesOnDate on = rates_.on(first_day(m.facts.month));
    RateReader fetch(on);
    Exact refund{};
    for (const WeekOfExpense& w : m.facts.weeks)
      refund += w.subsidy * share_of(m.facts.month, w, RefundRowKind::fleksloentilskud, rates_).value_or(Exact{});
    const law::FleksbidragRates r{fetch(RateKey::fleksbidrag_share_pct), m.facts.base, fetch(RateKey::fleksbidrag_wage_pct)};
    if (fetch.failed()) return std::nullopt;
    law::Untraced nobody;
    return law::fleksbidrag({.base = m.facts.base, .refund = refund, .wage = m.facts.wage}, r, options_.fleksbidrag_base, nobody);
  }

  const MunicipalLedger& ledger_;
  const RateTable& rates_;
  MunicipalOptions options_;
  std::map<WeekAndKind, OfCase> case_, otherwise_;
  const MunicipalLedger& divided_otherwise_;
  std::map<WeekAndKind, OfFile> file_{};
  std::map<Month, OfFile> bidrag_{};
  RefundCheck out_{};
};

}  // namespace

Result<RefundCheck> refund_check(const CheckedCase& facts, const RateTable& rates, std::span<const RefundRow> rows,
                                 const LedgerQuestion& question) {
  const auto ledger = municipal_ledger(facts, rates, question);
  if (!ledger) return ledger.error();
  LedgerQuestion other = question;
  other.options.weeks_of_month =
      question.options.weeks_of_month == WeeksOfMonth::calendar_days ? WeeksOfMonth::weekdays : WeeksOfMonth::calendar_days;
  const auto otherwise = municipal_ledger(facts, rates, other);
  if (!otherwise) return otherwise.error();
  return Check(*ledger, *otherwise, rates, question.options).run(rows);
}

}  // namespace fleks
