#include <fleks/errors/result.hpp>

namespace fleks {

BadResult::BadResult(Error error)
    : std::runtime_error("fleks: a Result without a value was read (" + std::string(error.field.text()) + ")"), error_(std::move(error)) {}

void BadResult::raise(Error error) { throw BadResult(std::move(error)); }

}  // namespace fleks
