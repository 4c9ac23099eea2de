#include <cstdint>

// LZMA as its specification has it: what the page unpacks the library by. A browser unpacks gzip by itself, but so packed the library
// takes a third more. This needs no library of its own, and is two thousand bytes packed.

namespace {

using Probability = std::uint16_t;
constexpr int states = 12;

struct Lengths {
  Probability far, farther, low[16][8], middle[16][8], high[256];
};

struct Probabilities {
  Probability match[states][16], repeat[states], repeat_0[states], repeat_1[states], repeat_2[states], repeat_long[states][16];
  Probability slots[4][64], special[128], aligned[16];
  Lengths lengths, repeat_lengths;
  Probability literals[0x300 << 4];
};
Probabilities all;

struct Coded {
  const std::uint8_t* next;
  std::uint32_t code, range;

  void fill() {
    if (range >= 1U << 24) return;
    range <<= 8;
    code = code << 8 | *next++;
  }
  std::uint32_t bit(Probability& chance) {
    const std::uint32_t bound = (range >> 11) * chance;
    std::uint32_t found = 0;
    if (code < bound) {
      range = bound;
      chance = static_cast<Probability>(chance + ((2048 - chance) >> 5));
    } else {
      range -= bound;
      code -= bound;
      chance = static_cast<Probability>(chance - (chance >> 5));
      found = 1;
    }
    fill();
    return found;
  }
  std::uint32_t tree(Probability* from, int bits) {
    std::uint32_t at = 1;
    for (int i = 0; i < bits; ++i) at = at << 1 | bit(from[at]);
    return at - (1U << bits);
  }
  std::uint32_t reversed(Probability* from, int bits) {
    std::uint32_t at = 1, value = 0;
    for (int i = 0; i < bits; ++i) {
      const std::uint32_t found = bit(from[at]);
      at = at << 1 | found;
      value |= found << i;
    }
    return value;
  }
  std::uint32_t direct(int bits) {
    std::uint32_t value = 0;
    for (; bits > 0; --bits) {
      range >>= 1;
      const std::uint32_t found = code >= range ? 1 : 0;
      code -= found * range;
      value = value << 1 | found;
      fill();
    }
    return value;
  }
  std::uint32_t length(Lengths& from, std::uint32_t position) {
    if (bit(from.far) == 0) return tree(from.low[position], 3);
    if (bit(from.farther) == 0) return 8 + tree(from.middle[position], 3);
    return 16 + tree(from.high, 8);
  }
  std::uint32_t distance(std::uint32_t slot) {
    if (slot < 4) return slot;
    const int bits = static_cast<int>(slot >> 1) - 1;
    const std::uint32_t base = (2 | (slot & 1)) << bits;
    if (slot < 14) return base + reversed(all.special + base - slot, bits);
    const std::uint32_t far = direct(bits - 4) << 4;
    return base + far + reversed(all.aligned, 4);
  }
  std::uint8_t literal(Probability* from, bool after_match, std::uint32_t matched) {
    std::uint32_t at = 1;
    while (after_match && at < 0x100) {
      matched <<= 1;
      const std::uint32_t expected = matched & 0x100, found = bit(from[0x100 + expected + at]);
      at = at << 1 | found;
      if (expected >> 8 != found) break;
    }
    while (at < 0x100) at = at << 1 | bit(from[at]);
    return static_cast<std::uint8_t>(at);
  }
};

}  // namespace

extern "C" {

extern std::uint8_t __heap_base;  // the linker's name for where memory is free

/// Where the packed bytes are to be put, with room for the others after them.
std::uint8_t* place() { return &__heap_base; }

/// The `size` bytes of a `.lzma` file that was packed with lp=0 and pb=0. False where it points before its begin, and so is none.
bool unpack(const std::uint8_t* packed, std::uint8_t* out, std::uint32_t size) {
  const int context_bits = packed[0] % 9;
  auto* chances = reinterpret_cast<Probability*>(&all);
  for (std::uint32_t i = 0; i < sizeof all / sizeof(Probability); ++i) chances[i] = 1024;
  Coded coded{packed + 18, 0, 0xFFFFFFFF};
  for (int i = 14; i < 18; ++i) coded.code = coded.code << 8 | packed[i];
  std::uint32_t state = 0, rep[4] = {};
  for (std::uint32_t at = 0; at < size;) {
    if (coded.bit(all.match[state][0]) == 0) {
      const std::uint32_t before = at == 0 ? 0 : out[at - 1];
      out[at] = coded.literal(all.literals + 0x300 * (before >> (8 - context_bits)), state >= 7, state >= 7 ? out[at - rep[0] - 1] : 0);
      ++at;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    std::uint32_t count = 0;
    if (coded.bit(all.repeat[state]) == 0) {
      rep[3] = rep[2], rep[2] = rep[1], rep[1] = rep[0];
      count = coded.length(all.lengths, 0);
      state = state < 7 ? 7 : 10;
      rep[0] = coded.distance(coded.tree(all.slots[count < 3 ? count : 3], 6));
    } else {
      if (coded.bit(all.repeat_0[state]) == 0) {
        if (coded.bit(all.repeat_long[state][0]) == 0) {
          state = state < 7 ? 9 : 11;
          out[at] = out[at - rep[0] - 1];
          ++at;
          continue;
        }
      } else {
        std::uint32_t which = 1;
        if (coded.bit(all.repeat_1[state]) != 0) which = 2 + coded.bit(all.repeat_2[state]);
        const std::uint32_t again = rep[which];
        for (; which > 0; --which) rep[which] = rep[which - 1];
        rep[0] = again;
      }
      count = coded.length(all.repeat_lengths, 0);
      state = state < 7 ? 8 : 11;
    }
    if (rep[0] >= at) return false;
    for (const std::uint32_t end = at + 2 + count < size ? at + 2 + count : size; at < end; ++at) out[at] = out[at - rep[0] - 1];
  }
  return true;
}

}  // extern "C"
