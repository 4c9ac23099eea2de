#include <cstdlib>

// Loses memory on purpose: under the address sanitizer this must be reported, or no other report is worth anything.

[[gnu::noinline]] static int lose(int bytes) {
  volatile char* memory = static_cast<volatile char*>(std::malloc(static_cast<std::size_t>(bytes)));
  if (memory == nullptr) return 1;
  memory[0] = 0;
  return memory[0];
}

int main(int count, char**) { return lose(1'233 + count); }
