#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

#include <fleks/reading/income_register.hpp>

namespace fleks {
namespace {

/// Parts of one payer's reports of one id, in the order they became known.
struct Group {
  std::vector<std::size_t> holding{};  // places of standings that hold
  std::vector<std::size_t> waiting{};  // reversals of what has not come yet
  std::vector<std::size_t> originals{}, reversals{};
};

class History {
 public:
  History(std::span<const RegisterReport> reports, std::optional<Date> fetched) : reports_(reports), fetched_(fetched) {}

  std::vector<RegisterStanding> make() {
    std::vector<std::uint32_t> order(reports_.size());
    std::iota(order.begin(), order.end(), 0U);
    // A later day first known changes nothing of what was made of the days before.
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return reports_[a].known(fetched_) < reports_[b].known(fetched_); });
    for (const std::uint32_t report : order)
      for (std::uint32_t part = 0; part < reports_[report].parts.size(); ++part) add(report, part);
    std::sort(out_.begin(), out_.end(), [](const RegisterStanding& a, const RegisterStanding& b) {
      return std::pair(a.report, a.part) < std::pair(b.report, b.part);
    });
    return std::move(out_);
  }

 private:
  [[nodiscard]] const RegisterReport& report(std::size_t place) const { return reports_[out_[place].report]; }
  [[nodiscard]] const RegisterPart& part(std::size_t place) const { return report(place).parts[out_[place].part]; }
  [[nodiscard]] bool same_report(std::size_t a, std::size_t b) const {
    return report(a).period == report(b).period && report(a).employee == report(b).employee;
  }
  static constexpr int same = 7, same_elsewhere = 3;
  /// How well a reversal fits what it may take back: the content, the period, the kind.
  [[nodiscard]] int fit(std::size_t reversal, std::size_t original) const {
    const RegisterPart &r = part(reversal), &o = part(original);
    if (!r.kind.empty() && !o.kind.empty() && r.kind != o.kind) return 0;
    const bool empty = r.given == 0 && !r.paid_hours;
    if (!empty && !r.same_content(o) && !same_but_sign(r, o)) return same_report(reversal, original) ? 2 : 0;
    return 1 + 2 * static_cast<int>(!empty) + 4 * static_cast<int>(same_report(reversal, original));
  }
  static bool same_but_sign(const RegisterPart& a, const RegisterPart& b) {
    for (std::size_t i = 0; i < register_amounts; ++i)
      if (a.amounts[i] != -b.amounts[i]) return false;
    return true;
  }

  void add(std::uint32_t report_place, std::uint32_t part_place) {
    const RegisterReport& r = reports_[report_place];
    const RegisterPart& p = r.parts[part_place];
    const std::size_t place = out_.size();
    out_.push_back({.report = report_place, .part = part_place, .known = r.known(fetched_)});
    Group& group = groups_[{r.payer, r.id}];
    const bool takes_back = r.reversal || p.reversed;
    // The same once more, also of what has been taken back meanwhile: answers overlap.
    auto& seen = takes_back ? group.reversals : group.originals;
    for (const std::size_t other : seen)
      if (!r.id.empty() && same_report(place, other) && part(other).same_content(p) && report(other).disposal == r.disposal &&
          report(other).reversal == r.reversal) {
        out_[place].fate = RegisterFate::twice;
        out_[place].other = out_[other].report;
        return;
      }
    seen.push_back(place);
    if (takes_back) return reverse(place, group, r.reversal);
    // What takes it back may have come before it.
    for (auto waits = group.waiting.begin(); waits != group.waiting.end(); ++waits)
      if (fit(*waits, place) >= (report(*waits).reversal ? 1 : same)) {
        take_back(*waits, place);
        group.waiting.erase(waits);
        return;
      }
    group.holding.push_back(place);
  }

  void reverse(std::size_t place, Group& group, bool whole) {
    out_[place].fate = whole ? RegisterFate::unknown_reversal : RegisterFate::marked_reversed;
    auto best = group.holding.end();
    int best_fit = 0;
    for (auto each = group.holding.begin(); each != group.holding.end(); ++each)
      if (const int fits = fit(place, *each); fits > 0 && fits >= best_fit) {
        // Of several that are the same the first goes; by period alone the last.
        if (fits == best_fit && (fits == same || fits == same_elsewhere)) continue;
        best = each;
        best_fit = fits;
      }
    if (best == group.holding.end()) {
      group.waiting.push_back(place);
      return;
    }
    take_back(place, *best);
    group.holding.erase(best);
  }

  void take_back(std::size_t reversal, std::size_t original) {
    if (out_[reversal].fate == RegisterFate::unknown_reversal) out_[reversal].fate = RegisterFate::reversal;
    out_[reversal].other = out_[original].report;
    out_[original].other = out_[reversal].report;
    const Date from = std::max(out_[reversal].known, out_[original].known);
    out_[original].until = from;
    out_[original].fate = from == out_[original].known ? RegisterFate::cancelled : RegisterFate::reversed;
  }

  std::span<const RegisterReport> reports_;
  std::optional<Date> fetched_;
  std::vector<RegisterStanding> out_{};
  std::map<std::pair<std::string_view, std::string_view>, Group> groups_{};
};

}  // namespace

Date RegisterReport::known(std::optional<Date> fetched) const noexcept {
  const Date day = disposal ? *disposal : period.last;
  return fetched ? std::max(day, *fetched) : day;
}

bool RegisterStanding::holds(Date as_of) const noexcept {
  return (fate == RegisterFate::counts || fate == RegisterFate::reversed) && known <= as_of && (!until || as_of < *until);
}

std::vector<RegisterStanding> register_history(std::span<const RegisterReport> reports, std::optional<Date> fetched) {
  return History(reports, fetched).make();
}

}  // namespace fleks
