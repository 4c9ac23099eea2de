#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

// Gives a target the files and folders of files named, without a fuzzer: what was found once is tried for ever.

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size);

int main(int count, char** arguments) {
  namespace fs = std::filesystem;
  int tried = 0;
  const auto replay = [&](const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    std::cout << path.string() << std::endl;  // flushed: the last one named is the one that ended it
    LLVMFuzzerTestOneInput(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    ++tried;
  };
  for (int i = 1; i < count; ++i) {
    if (!fs::is_directory(arguments[i])) {
      replay(arguments[i]);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(arguments[i]))
      if (entry.is_regular_file()) replay(entry.path());
  }
  std::cout << tried << " inputs\n";
  return tried == 0;
}
