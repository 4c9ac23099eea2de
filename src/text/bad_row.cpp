#include "text/bad_row.hpp"

namespace fleks {

Error bad_row(std::size_t fields, bool broken, std::size_t columns) {
  Error error{.code = ErrorCode::bad_row, .field = "row", .given = std::to_string(fields), .allowed = Exactly{columns}};
  if (broken) error.allowed = OneOf{{"\"a,b\"", "\"a \"\"b\"\"\""}};
  return error;
}

}  // namespace fleks
