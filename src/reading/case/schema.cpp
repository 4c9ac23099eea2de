#include <fleks/facts/case.hpp>
#include <fleks/reading/case_file.hpp>

namespace fleks {

std::string_view case_schema() noexcept {
  static constexpr char text[] =
#include "case_schema.inc"
      ;
  return text;
}

}  // namespace fleks
