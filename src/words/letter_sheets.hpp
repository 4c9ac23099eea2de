#pragma once

#include <string>
#include <vector>

#include <fleks/words/language.hpp>

namespace fleks {

/// A letter before it is a text or a page.
struct LetterSheets {
  struct Row {
    std::string name;
    std::vector<std::string> cells;
    bool sum = false;
  };
  struct Table {
    std::vector<std::string> heads{};  // of the name and of each cell
    std::vector<Row> rows{};
  };
  /// Paragraphs of one law or order, and the address where it stands, if known.
  struct Source {
    std::string text, address;
  };
  struct Section {
    std::string heading{};
    std::vector<std::string> paragraphs{};
    std::vector<std::string> points{};
    Table table{};
    std::vector<std::string> notes{};  // below the table
    std::vector<Source> sources{};
  };
  Language language{};
  std::vector<std::string> from{}, to{};
  std::string date{}, title{};
  std::vector<std::string> first{};
  std::vector<Section> sections{};
  std::vector<std::string> signature{};
};

/// As plain text of at most 80 columns; ends with a line break.
[[nodiscard]] std::string as_text(const LetterSheets& letter);
/// As one HTML page by `letter.html`: it fetches nothing and prints on one sheet.
[[nodiscard]] std::string as_html(const LetterSheets& letter);

}  // namespace fleks
