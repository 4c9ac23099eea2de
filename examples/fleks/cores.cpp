#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>

#include "command.hpp"

namespace program {

void on_every_core(std::size_t count, const std::function<void(std::size_t)>& work, std::size_t at_a_time) {
  std::atomic<std::size_t> next{0};
  const auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::jthread> helpers;
  const std::size_t cores = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()) * at_a_time, count);
  try {
    for (std::size_t i = 1; i < cores; ++i) helpers.emplace_back(run);
  } catch (const std::system_error&) {
    // Where no more threads are to be had, those that are there do the work.
  }
  run();
}

}  // namespace program
