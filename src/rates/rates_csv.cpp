#include <fleks/rates/rates_csv.hpp>

#include <fleks/text/shown.hpp>

#include "text/csv.hpp"

namespace fleks {
namespace {

/// A line break stands as it is between quotation marks, so that what is written is read back the same.
std::string field_of(std::string_view text) {
  std::string lines;
  for (std::size_t from = 0;;) {
    const std::size_t to = text.find('\n', from);
    lines += shown(text.substr(from, to - from));
    if (to == std::string_view::npos) return csv_field(lines);
    lines += '\n';
    from = to + 1;
  }
}

}  // namespace

std::string to_csv(std::span<const Rate* const> rates) {
  std::string text = "key,valid_from,valid_to,value,unit,status,source,note\n";
  for (const Rate* rate : rates) {
    text += std::string(info(rate->key).name) + "," + to_text(Date{rate->first}) + "," +
            (rate->has_end() ? to_text(Date{rate->last}) : "") + "," + value_text(*rate) + "," + std::string(to_text(rate->unit())) + "," +
            std::string(to_text(rate->status)) + "," + field_of(rate->source) + "," + field_of(rate->note) + "\n";
  }
  return text;
}

}  // namespace fleks
