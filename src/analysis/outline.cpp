#include "analysis/outline.hpp"

#include <algorithm>
#include <optional>

namespace fleks {
namespace {

/// A straight part between two kinks.
struct Straight {
  Exact from, to, in_hand_from, in_hand_to, slope;
  const Kink* begins = nullptr;
};

std::vector<Straight> straights(const CurveEnd& first, const CurveEnd& last, std::span<const Kink> kinks) {
  std::vector<Straight> all;
  CurveEnd here = first;
  const Kink* begins = nullptr;
  for (const Kink& k : kinks) {
    const Exact slope = begins != nullptr ? begins->after : k.before;
    all.push_back({here.at, k.at, here.in_hand, (k.in_hand - k.jump).reduced(), slope, begins});
    here = {k.at, k.in_hand};
    begins = &k;
  }
  const Exact distance = last.at - here.at;
  const Exact slope = begins != nullptr ? begins->after : distance.is_positive() ? (last.in_hand - here.in_hand) / distance : Exact{};
  all.push_back({here.at, last.at, here.in_hand, last.in_hand, slope, begins});
  return all;
}

Gain gain_of(const Exact& slope, const Exact& enough) {
  constexpr std::int64_t of_little = 3;
  if (!(slope < enough)) return Gain::full;
  return slope * Exact::whole(of_little) < enough ? Gain::none : Gain::little;
}

/// Neighbours that are alike are one stretch.
void add(std::vector<CurvePart>& all, const CurvePart& next) {
  if (all.empty() || all.back().gain != next.gain) {
    all.push_back(next);
    return;
  }
  all.back().to = next.to;
  all.back().in_hand_to = next.in_hand_to;
}

std::vector<CurvePart> stretches(const std::vector<Straight>& parts, const Exact& enough, const Exact& shortest) {
  std::vector<CurvePart> alike, told;
  for (const Straight& p : parts)
    add(alike, {p.from, p.to, p.in_hand_from, p.in_hand_to, gain_of(p.slope, enough),
                p.begins != nullptr ? std::optional(*p.begins) : std::nullopt});
  for (CurvePart s : alike) {
    if (s.to - s.from < shortest && !told.empty()) s.gain = told.back().gain;
    // A short beginning is part of what follows it.
    if (told.size() == 1 && told[0].to - told[0].from < shortest) told[0].gain = s.gain;
    add(told, s);
  }
  return told;
}

/// Follows the most that has been in hand so far.
class Dips {
 public:
  explicit Dips(const CurveEnd& first) : peak_(first), best_(first) {}

  void see(const Straight& s) {
    rise({s.from, s.in_hand_from});
    if (s.slope.is_positive() && below_ && s.in_hand_to > peak_.in_hand)
      close((s.from + (peak_.in_hand - s.in_hand_from) / s.slope).reduced());
    rise({s.to, s.in_hand_to});
  }
  [[nodiscard]] std::vector<CurveDip> finish(const Exact& end) {
    if (below_) dips_.push_back({peak_.at, end, false});
    return std::move(dips_);
  }
  [[nodiscard]] const CurveEnd& best() const noexcept { return best_; }

 private:
  void rise(const CurveEnd& here) {
    if (here.in_hand > best_.in_hand) best_ = here;
    if (here.in_hand < peak_.in_hand) {
      below_ = true;
      return;
    }
    if (below_) close(here.at);
    peak_ = here;
  }
  void close(const Exact& at) {
    dips_.push_back({peak_.at, at, true});
    below_ = false;
  }

  CurveEnd peak_, best_;
  bool below_ = false;
  std::vector<CurveDip> dips_;
};

}  // namespace

CurveOutline outline_of(const CurveEnd& first, const CurveEnd& last, std::span<const Kink> kinks, const Exact& enough,
                        const Exact& shortest) {
  const std::vector<Straight> parts = straights(first, last, kinks);
  Dips dips(first);
  for (const Straight& p : parts) dips.see(p);
  CurveOutline outline{.stretches = stretches(parts, enough, shortest), .best_at = dips.best().at, .best = dips.best().in_hand};
  const auto falls = [&](const Exact& at) {
    return std::any_of(kinks.begin(), kinks.end(), [&](const Kink& k) { return k.at == at && k.jump < Exact{}; });
  };
  outline.just_below = falls(outline.best_at);
  for (CurveDip& d : dips.finish(last.at)) {
    if (d.to - d.from < shortest) continue;
    d.just_below = falls(d.from);
    outline.dips.push_back(d);
  }
  return outline;
}

}  // namespace fleks
