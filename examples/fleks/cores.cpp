#include <algorithm>
#include <atomic>
#include <thread>

#include "command.hpp"

namespace program {

void on_every_core(std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  const auto run = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  std::vector<std::jthread> helpers;
  const std::size_t cores = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), count);
  for (std::size_t i = 1; i < cores; ++i) helpers.emplace_back(run);
  run();
}

}  // namespace program
