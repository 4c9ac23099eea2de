#pragma once

#include <span>
#include <string>

#include <fleks/rates/rate_table.hpp>

namespace fuzz {

inline std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

/// Rates as a rates file.
inline std::string written(std::span<const fleks::Rate> rates) {
  std::string text = "key,valid_from,valid_to,value,unit,status,source,note\n";
  for (const fleks::Rate& rate : rates)
    text += std::string(info(rate.key).name) + "," + fleks::to_text(fleks::Date{rate.first}) + "," +
            (rate.has_end() ? fleks::to_text(fleks::Date{rate.last}) : "") + "," + value_text(rate) + "," +
            std::string(to_text(rate.unit())) + "," + std::string(to_text(rate.status)) + "," + quoted(rate.source) + "," +
            quoted(rate.note) + "\n";
  return text;
}

}  // namespace fuzz
