#include <fleks/version.hpp>

#include <fleks/rates/rates_csv.hpp>

#include "rates/sha256.hpp"

namespace fleks {

std::string_view library_version() noexcept { return FLEKS_VERSION_TEXT; }

std::string rates_version(const RateTable& rates) {
  std::vector<const Rate*> rows;
  for (const Rate& rate : rates.rows()) rows.push_back(&rate);
  std::string reach = "none";
  for (const Rate& rate : rates.rows(RateKey::fleksloentilskud_max_month))
    if (rate.status != RateStatus::missing) reach = rate.has_end() ? to_text(Date{rate.last}) : "open";
  return reach + "." + sha256(to_csv(rows)).substr(0, 12);
}

}  // namespace fleks
