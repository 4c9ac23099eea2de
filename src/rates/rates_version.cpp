#include "rates/rates_version.hpp"

#include <vector>

#include <fleks/rates/rates_csv.hpp>

#include "rates/sha256.hpp"

namespace fleks {

std::string version_of(std::span<const Rate> rows) {
  std::vector<const Rate*> all;
  std::string reach = "none";
  for (const Rate& rate : rows) {
    all.push_back(&rate);
    if (rate.key == RateKey::fleksloentilskud_max_month && rate.status != RateStatus::missing)
      reach = rate.has_end() ? to_text(Date{rate.last}) : "open";
  }
  return reach + "." + sha256(to_csv(all)).substr(0, 12);
}

}  // namespace fleks
