#include <fleks/rates/rates_csv.hpp>

namespace fleks {
namespace {

/// A field of a CSV line, in quotation marks where it needs them.
std::string field(std::string_view text) {
  if (text.find_first_of(",\"\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

}  // namespace

std::string to_csv(std::span<const Rate* const> rates) {
  std::string text = "key,valid_from,valid_to,value,unit,status,source,note\n";
  for (const Rate* rate : rates) {
    text += std::string(info(rate->key).name) + "," + to_text(Date{rate->first}) + "," +
            (rate->has_end() ? to_text(Date{rate->last}) : "") + "," + value_text(*rate) + "," + std::string(to_text(rate->unit())) + "," +
            std::string(to_text(rate->status)) + "," + field(rate->source) + "," + field(rate->note) + "\n";
  }
  return text;
}

}  // namespace fleks
