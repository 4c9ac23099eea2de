#include "income_sheet.hpp"

#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <new>
#include <system_error>
#include <vector>

#include <fleks/text/shown.hpp>

#include "another_process.hpp"
#include "folders.hpp"

namespace program {

using namespace fleks;
namespace fs = std::filesystem;

namespace {

enum class Is : std::uint8_t { text, amount, count };
struct Column {
  Is is;
  int width;
  const char *danish, *english;
};
constexpr auto columns = std::to_array<Column>({{Is::text, 16, "borger", "citizen"},
                                                {Is::amount, 18, "til udbetaling, kr.", "payment, DKK"},
                                                {Is::amount, 18, "ret til før, kr.", "due before, DKK"},
                                                {Is::amount, 18, "udbetalt før, kr.", "paid before, DKK"},
                                                {Is::amount, 14, "forskel, kr.", "difference, DKK"},
                                                {Is::text, 44, "hvorfor", "why"},
                                                {Is::text, 20, "mangler", "missing"},
                                                {Is::count, 10, "spørgsmål", "questions"},
                                                {Is::text, 24, "skal ses af et menneske", "to be looked at"}});

/// The fields of a row.
std::vector<std::string> fields_of(std::string_view row) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '"') {
      if (quoted && i + 1 < row.size() && row[i + 1] == '"')
        fields.back() += row[++i];
      else
        quoted = !quoted;
    } else if (row[i] == ';' && !quoted) {
      fields.emplace_back();
    } else {
      fields.back() += row[i];
    }
  }
  return fields;
}

bool begins_a_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t").find(text.front()) != std::string_view::npos;
}

/// `-1.234,50` as a workbook has it: `-1234.50`. The digits are the amount's own.
std::string plain(std::string_view amount, Language language) {
  const char group = language == Language::danish ? '.' : ',';
  std::string out;
  for (const char c : amount)
    if (c != group) out += c == ',' ? '.' : c;
  return out;
}

std::string in_xml(std::string_view text) {
  constexpr std::size_t most_letters = 32'000;  // of a cell, 32.767
  std::string out;
  for (const char c : shown(text, most_letters)) switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      default: out += c;
    }
  return out;
}

std::string place(std::size_t column, std::uint64_t row) { return static_cast<char>('A' + column) + std::to_string(row); }
std::string text_cell(std::size_t column, std::uint64_t row, std::string_view text, const char* style) {
  return "<c r=\"" + place(column, row) + "\"" + style + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + in_xml(text) + "</t></is></c>";
}

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char *bold = " s=\"1\"", *money = " s=\"2\"", *unstyled = "";

/// What a workbook has beside its cells.
struct Part {
  const char *name, *text;
};
constexpr auto
    parts = std::to_array<Part>({{"[Content_Types].xml",
                                  R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>)"},
                                 {"_rels/.rels",
                                  R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
                                 {"xl/_rels/workbook.xml.rels",
                                  R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>)"},
                                 {"xl/styles.xml",
                                  R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>)"}});

std::string workbook_part(Language language) {
  return std::string(
             R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name=")") +
         (language == Language::danish ? "Borgere" : "Citizens") + R"(" sheetId="1" r:id="rId1"/></sheets></workbook>)";
}

/// An archive while it is made; what goes wrong takes it away.
class Archive {
 public:
  /// `meant` is where it will lie: so it is named.
  Archive(const fs::path& path, const fs::path& meant) : path_(path), meant_(meant) {
    int why = 0;
    zip_.reset(zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &why));
    if (zip_ == nullptr) stop(why, errno);
  }
  void add(const char* name, zip_source_t* source) {
    if (source == nullptr) stop();
    const zip_int64_t at = zip_file_add(zip_.get(), name, source, ZIP_FL_ENC_UTF_8);
    if (at < 0) {
      zip_source_free(source);
      stop();
    }
    // The first day that an archive knows, in no zone: a day of its own would make each file another.
    constexpr zip_uint16_t first_day = 1 << 5 | 1;
    if (zip_file_set_dostime(zip_.get(), static_cast<zip_uint64_t>(at), 0, first_day, 0) != 0 ||
        zip_file_set_external_attributes(zip_.get(), static_cast<zip_uint64_t>(at), 0, ZIP_OPSYS_DOS, 0) != 0)
      stop();
  }
  /// The text stays where it is until the archive is closed.
  void add_text(const char* name, std::string_view text) { add(name, zip_source_buffer(zip_.get(), text.data(), text.size(), 0)); }
  void add_file(const char* name, const fs::path& file) { add(name, zip_source_file(zip_.get(), file.c_str(), 0, 0)); }
  void close() {
    if (zip_close(zip_.get()) != 0) stop();
    (void)zip_.release();  // closing it well has freed it
  }
  /// Stops unless a part has as many bytes as the file it is of: where a read gives nothing the library sees the file's end.
  void check_size(const char* name, const fs::path& file) {
    int why = 0;
    zip_.reset(zip_open(path_.c_str(), ZIP_RDONLY, &why));
    if (zip_ == nullptr) stop(why, errno);
    zip_stat_t made{};
    if (zip_stat(zip_.get(), name, 0, &made) != 0) stop();
    std::error_code failed;
    if (made.size != fs::file_size(file, failed) || failed) cannot_write_part(meant_.string(), EIO);
  }

 private:
  [[noreturn]] void stop() const {
    const zip_error_t* why = zip_get_error(zip_.get());
    stop(zip_error_code_zip(why), zip_error_code_system(why));
  }
  [[noreturn]] void stop(int why, int system) const {
    constexpr int memory_of_zlib = -4;
    if (why == ZIP_ER_MEMORY || (why == ZIP_ER_ZLIB && system == memory_of_zlib)) throw std::bad_alloc();
    cannot_write_part(meant_.string(), system);
  }
  struct Discard {
    void operator()(zip_t* zip) const noexcept { zip_discard(zip); }
  };
  fs::path path_, meant_;
  std::unique_ptr<zip_t, Discard> zip_{};
};

/// What a run that was killed has left of a workbook: the archive's library has names of its own beside it.
fs::path without_pieces(const fs::path& path) {
  std::vector<fs::path> pieces;
  const std::string begin = path.filename().string() + ".";
  // What cannot be seen there is in nobody's way.
  (void)each_name(path.parent_path().string(), [&](const std::string& name) {
    if (name.starts_with(begin)) pieces.push_back(path.parent_path() / name);
  });
  for (const fs::path& piece : pieces) ::unlink(piece.c_str());
  return path;
}

}  // namespace

std::string sheet_field(std::string_view text) {
  std::string out = "\"";
  if (begins_a_formula(text)) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c == '\n' ? ' ' : c;
  }
  return out + "\"";
}

IncomeSheet::IncomeSheet(const fs::path& folder, Language language)
    : book_(without_pieces(folder / "sheet.xlsx")),
      language_(language),
      text_((folder / "sheet.csv").string()),
      cells_(book_.string() + ".cells") {
  const bool danish = language == Language::danish;
  cells_.write(declaration);
  cells_.write(
      R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>)");
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string at = std::to_string(i + 1);
    cells_.write("<col min=\"" + at + "\" max=\"" + at + "\" width=\"" + std::to_string(columns[i].width) + "\" customWidth=\"1\"/>");
  }
  cells_.write("</cols><sheetData><row r=\"1\">");
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string name = danish ? columns[i].danish : columns[i].english;
    text_.write((i == 0 ? "" : ";") + name);
    cells_.write(text_cell(i, 1, name, bold));
  }
  text_.write("\n");
  cells_.write("</row>\n");
}

void IncomeSheet::add(std::string_view row) {
  text_.write(row);
  text_.write("\n");
  if (++rows_ > most_rows) return;
  const std::uint64_t place_of_row = rows_ + 1;
  const std::vector<std::string> fields = fields_of(row);
  std::string cells = "<row r=\"" + std::to_string(place_of_row) + "\">";
  for (std::size_t i = 0; i < std::min(fields.size(), columns.size()); ++i) {
    std::string_view value = fields[i];
    if (value.empty()) continue;
    if (columns[i].is == Is::text) {
      // A cell of text is no formula.
      if (value.starts_with('\'') && begins_a_formula(value.substr(1))) value.remove_prefix(1);
      cells += text_cell(i, place_of_row, value, unstyled);
    } else {
      cells += "<c r=\"" + place(i, place_of_row) + "\"" + (columns[i].is == Is::amount ? money : unstyled) + "><v>" +
               plain(value, language_) + "</v></c>";
    }
  }
  cells_.write(cells + "</row>\n");
}

void IncomeSheet::keep() {
  cells_.write("</sheetData><autoFilter ref=\"A1:" + place(columns.size() - 1, std::min(rows_, most_rows) + 1) + "\"/></worksheet>\n");
  text_.finish();
  cells_.finish();
  if (too_long()) {
    // What there was before is of other rows.
    if (::unlink(book_.c_str()) != 0 && errno != ENOENT) cannot_write_part(book_.string(), errno);
    return text_.replace();
  }
  const std::string workbook = std::string(declaration) + workbook_part(language_);
  std::vector<std::string> texts;
  for (const Part& part : parts) texts.push_back(std::string(declaration) + part.text);
  PartFile book(book_.string());
  const auto make = [&] {
    Archive archive(book.beside(), book_);
    for (std::size_t i = 0; i < parts.size(); ++i) archive.add_text(parts[i].name, texts[i]);
    archive.add_text("xl/workbook.xml", workbook);
    constexpr const char* sheet = "xl/worksheets/sheet1.xml";
    archive.add_file(sheet, cells_.beside());
    archive.close();
    archive.check_size(sheet, cells_.beside());
  };
  switch (in_another_process(make).is) {
    case Elsewhere::Is::done: break;
    case Elsewhere::Is::not_written:
    case Elsewhere::Is::refused: without_pieces(book_); throw std::bad_alloc();
    case Elsewhere::Is::stopped: make(); break;  // which says what it is
  }
  book.reopen();
  book.finish();
  text_.replace();
  book.replace();
}

}  // namespace program
