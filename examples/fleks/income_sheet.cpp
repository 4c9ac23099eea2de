#include "income_sheet.hpp"

#include <zip.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <new>
#include <system_error>
#include <utility>
#include <vector>

#include <fleks/reading/income_register.hpp>
#include <fleks/text/shown.hpp>

#include "command.hpp"

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

[[noreturn]] void cannot_write(const fs::path& path) {
  throw Stop{{.code = ErrorCode::cannot_write,
              .field = "-o",
              .given = without_person(path.string()),
              .allowed = errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? FileTrouble::full : FileTrouble::not_allowed}};
}

fs::path beside(const fs::path& path) { return path.string() + ".part"; }
fs::path cells_of(const fs::path& path) { return path.string() + ".cells.part"; }

/// Whether two files have the same bytes.
bool same_bytes(const fs::path& a, const fs::path& b) {
  std::ifstream one(a, std::ios::binary), other(b, std::ios::binary);
  if (!one || !other) return false;
  std::array<char, 1 << 14> here{}, there{};
  while (true) {
    one.read(here.data(), here.size());
    other.read(there.data(), there.size());
    if (one.bad() || other.bad() || one.gcount() != other.gcount()) return false;
    if (!std::equal(here.begin(), here.begin() + one.gcount(), there.begin())) return false;
    if (one.gcount() == 0) return true;
  }
}

/// The part in the place of the file, unless that is the same.
void put(const fs::path& path) {
  std::error_code failed;
  if (same_bytes(path, beside(path)))
    fs::remove(beside(path), failed);
  else
    fs::rename(beside(path), path, failed);
  if (failed) cannot_write(path);
}

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
  explicit Archive(const fs::path& path) : path_(path) {
    int why = 0;
    zip_.reset(zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &why));
    if (zip_ == nullptr) stop(why);
  }
  void add(const char* name, zip_source_t* source) {
    if (source == nullptr) stop(zip_error_code_zip(zip_get_error(zip_.get())));
    const zip_int64_t at = zip_file_add(zip_.get(), name, source, ZIP_FL_ENC_UTF_8);
    if (at < 0) {
      zip_source_free(source);
      stop(zip_error_code_zip(zip_get_error(zip_.get())));
    }
    // The first day that an archive knows, in no zone: a day of its own would make each file another.
    constexpr zip_uint16_t first_day = 1 << 5 | 1;
    if (zip_file_set_dostime(zip_.get(), static_cast<zip_uint64_t>(at), 0, first_day, 0) != 0 ||
        zip_file_set_external_attributes(zip_.get(), static_cast<zip_uint64_t>(at), 0, ZIP_OPSYS_DOS, 0) != 0)
      stop(zip_error_code_zip(zip_get_error(zip_.get())));
  }
  /// The text stays where it is until the archive is closed.
  void add_text(const char* name, std::string_view text) { add(name, zip_source_buffer(zip_.get(), text.data(), text.size(), 0)); }
  void add_file(const char* name, const fs::path& file) { add(name, zip_source_file(zip_.get(), file.c_str(), 0, 0)); }
  void close() {
    if (zip_close(zip_.get()) != 0) stop(zip_error_code_zip(zip_get_error(zip_.get())));
    (void)zip_.release();  // closing it well has freed it
  }

 private:
  [[noreturn]] void stop(int why) const {
    if (why == ZIP_ER_MEMORY) throw std::bad_alloc();
    cannot_write(path_);
  }
  struct Discard {
    void operator()(zip_t* zip) const noexcept { zip_discard(zip); }
  };
  fs::path path_;
  std::unique_ptr<zip_t, Discard> zip_{};
};

/// What a run that was killed has left of a workbook: the archive's library has names of its own beside it.
void remove_pieces(const fs::path& path) {
  std::vector<fs::path> pieces;
  const std::string begin = path.filename().string() + ".";
  std::error_code failed;
  for (fs::directory_iterator at(path.parent_path(), failed), end; !failed && at != end; at.increment(failed))
    if (at->path().filename().string().starts_with(begin)) pieces.push_back(at->path());
  for (const fs::path& piece : pieces) fs::remove(piece, failed);
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
    : csv_(folder / "sheet.csv"), book_(folder / "sheet.xlsx"), language_(language) {
  remove_pieces(book_);
  text_.open(beside(csv_), std::ios::binary | std::ios::trunc);
  cells_.open(cells_of(book_), std::ios::binary | std::ios::trunc);
  const bool danish = language == Language::danish;
  cells_
      << declaration
      << R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>)";
  for (std::size_t i = 0; i < columns.size(); ++i)
    cells_ << "<col min=\"" << i + 1 << "\" max=\"" << i + 1 << "\" width=\"" << columns[i].width << "\" customWidth=\"1\"/>";
  cells_ << "</cols><sheetData><row r=\"1\">";
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const char* name = danish ? columns[i].danish : columns[i].english;
    text_ << (i == 0 ? "" : ";") << name;
    cells_ << text_cell(i, 1, name, bold);
  }
  text_ << '\n';
  cells_ << "</row>\n";
}

void IncomeSheet::add(std::string_view row) {
  text_ << row << '\n';
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
  cells_ << cells << "</row>\n";
}

void IncomeSheet::keep() {
  cells_ << "</sheetData><autoFilter ref=\"A1:" << place(columns.size() - 1, std::min(rows_, most_rows) + 1) << "\"/></worksheet>\n";
  text_.close();
  if (!text_) cannot_write(csv_);
  cells_.close();
  if (!cells_) cannot_write(book_);
  put(csv_);
  if (too_long()) {
    // What there was before is of other rows.
    std::error_code not_there;
    fs::remove(book_, not_there);
    return remove_pieces(book_);
  }
  const std::string workbook = std::string(declaration) + workbook_part(language_);
  std::vector<std::string> texts;
  for (const Part& part : parts) texts.push_back(std::string(declaration) + part.text);
  {
    Archive archive(beside(book_));
    for (std::size_t i = 0; i < parts.size(); ++i) archive.add_text(parts[i].name, texts[i]);
    archive.add_text("xl/workbook.xml", workbook);
    archive.add_file("xl/worksheets/sheet1.xml", cells_of(book_));
    archive.close();
  }
  std::error_code failed;
  fs::remove(cells_of(book_), failed);
  put(book_);
}

}  // namespace program
