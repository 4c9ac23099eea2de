#pragma once

#include <cstdint>
#include <vector>

namespace fleks {

/// Keys that were seen before, in memory that grows to 64 MB and then no more: later keys are then not looked at.
class SeenRows {
 public:
  static constexpr std::size_t most_slots = std::size_t{1} << 23, most_keys = most_slots / 4 * 3;

  /// Whether there is room for another key.
  [[nodiscard]] bool looks() const noexcept { return count_ < most_keys; }
  [[nodiscard]] std::int64_t count() const noexcept { return looked_at_; }

  /// Room for so many keys more, so that none of them has to wait for it.
  void make_room(std::size_t more) {
    std::size_t slots = slots_.size();
    while (slots < most_slots && (count_ + more) * 4 > slots * 3) slots *= 2;
    if (slots == slots_.size()) return;
    std::vector<std::uint64_t> old(slots);
    old.swap(slots_);
    for (const std::uint64_t key : old)
      if (key != nothing) slots_[place(key)] = key;
  }
  /// Fetches the place of a key that will be asked for soon.
  void prefetch(std::uint64_t key) const noexcept { __builtin_prefetch(&slots_[key & (slots_.size() - 1)]); }
  /// Remembers the key; whether it was there before.
  bool was_there(std::uint64_t key) noexcept {
    key += static_cast<std::uint64_t>(key == nothing);
    ++looked_at_;
    std::uint64_t& slot = slots_[place(key)];
    if (slot == key) return true;
    slot = key;
    ++count_;
    return false;
  }

 private:
  static constexpr std::uint64_t nothing = 0;
  /// The key's slot, or the free one where it goes.
  [[nodiscard]] std::size_t place(std::uint64_t key) const noexcept {
    std::size_t at = key & (slots_.size() - 1);
    while (slots_[at] != nothing && slots_[at] != key) at = (at + 1) & (slots_.size() - 1);
    return at;
  }
  std::vector<std::uint64_t> slots_ = std::vector<std::uint64_t>(1 << 12);
  std::size_t count_ = 0;
  std::int64_t looked_at_ = 0;
};

}  // namespace fleks
