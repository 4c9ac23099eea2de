#include <fleks/rates/rates_csv.hpp>

#include <fleks/text/shown.hpp>

#include "text/csv.hpp"

namespace fleks {
std::string to_csv(std::span<const Rate* const> rates) {
  std::string text = "key,valid_from,valid_to,value,unit,status,source,note\n";
  for (const Rate* rate : rates) {
    text += std::string(info(rate->key).name) + "," + to_text(Date{rate->first}) + "," +
            (rate->has_end() ? to_text(Date{rate->last}) : "") + "," + value_text(*rate) + "," + std::string(to_text(rate->unit())) + "," +
            std::string(to_text(rate->status)) + "," + csv_field(shown(rate->source)) + "," + csv_field(shown(rate->note)) + "\n";
  }
  return text;
}

}  // namespace fleks
