#include "sheet_cells.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <expat.h>
#include <zip.h>

namespace program {

using namespace fleks;

namespace {

constexpr std::uint64_t most_unpacked = 32'000'000;
constexpr std::int64_t most_parts = 1'000;
constexpr int deepest = 64;

Error of_part(ErrorCode code, std::string_view part, std::string given = {}, Allowed allowed = {}) {
  return {.code = code, .field = part, .given = std::move(given), .allowed = std::move(allowed)};
}
/// What is no zip archive, or what of it could be read.
Error no_archive(std::string_view part, std::size_t size) {
  return of_part(ErrorCode::not_json, part, std::to_string(size) + " byte", OneOf{{"zip"}});
}
/// Where there was no memory the file is not to be told as a bad one.
void stop_without_memory(const zip_error_t* why) {
  constexpr int memory_of_zlib = -4;  // Z_MEM_ERROR
  const int code = zip_error_code_zip(why);
  if (code == ZIP_ER_MEMORY || (code == ZIP_ER_ZLIB && zip_error_code_system(why) == memory_of_zlib)) throw std::bad_alloc();
}
Allowed a_workbook() { return OneOf{{"xlsx"}}; }

/// The parts of a zip archive, which are looked at before any of them is unpacked.
class Parts {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Parts>> of(std::string_view bytes) {
    zip_error_t why;
    zip_error_init(&why);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &why);
    zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &why);
    if (archive == nullptr) {
      zip_source_free(source);
      const std::unique_ptr<zip_error_t, void (*)(zip_error_t*)> freed(&why, zip_error_fini);
      stop_without_memory(&why);
      return no_archive("xlsx", bytes.size());
    }
    zip_error_fini(&why);
    std::unique_ptr<Parts> parts(new Parts(archive));
    if (auto wrong = parts->what_is_wrong()) return std::move(*wrong);
    return parts;
  }
  ~Parts() { zip_discard(archive_); }
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  [[nodiscard]] bool has(const std::string& name) const { return names_.contains(name); }
  [[nodiscard]] const std::set<std::string>& names() const noexcept { return names_; }
  [[nodiscard]] Result<std::string> read(const std::string& name) const {
    if (!has(name)) return of_part(ErrorCode::missing_fact, name);
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen(archive_, name.c_str(), 0), zip_fclose);
    if (!file) {
      stop_without_memory(zip_get_error(archive_));
      return no_archive(name, 0);
    }
    std::string text;
    std::vector<char> piece(65'536);
    zip_int64_t got = 0;
    while ((got = zip_fread(file.get(), piece.data(), piece.size())) > 0) {
      text.append(piece.data(), static_cast<std::size_t>(got));
      if (text.size() > most_unpacked) break;  // what a part says of its size is only said
    }
    if (got < 0) {
      stop_without_memory(zip_file_get_error(file.get()));
      return no_archive(name, text.size());
    }
    if (text.size() > most_unpacked) return too_large(name, text.size());
    return text;
  }

 private:
  explicit Parts(zip_t* archive) noexcept : archive_(archive) {}
  static Error too_large(const std::string& name, std::uint64_t size) {
    return of_part(ErrorCode::too_large, name, std::to_string(size), AtMost{Limit(static_cast<std::int64_t>(most_unpacked))});
  }
  std::optional<Error> what_is_wrong() {
    const zip_int64_t count = zip_get_num_entries(archive_, 0);
    if (count > most_parts) return of_part(ErrorCode::too_many, "xlsx", std::to_string(count), AtMost{Limit(most_parts)});
    std::uint64_t unpacked = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
      zip_stat_t about;
      zip_stat_init(&about);
      if (zip_stat_index(archive_, static_cast<zip_uint64_t>(i), 0, &about) != 0 || (about.valid & ZIP_STAT_NAME) == 0) {
        stop_without_memory(zip_get_error(archive_));
        return no_archive("xlsx", 0);
      }
      std::string name = about.name;
      if ((about.valid & ZIP_STAT_SIZE) == 0 || about.size > most_unpacked) return too_large(name, about.size);
      unpacked += about.size;
      if (unpacked > most_unpacked) return too_large("xlsx", unpacked);
      if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE)
        return of_part(ErrorCode::no_such_choice, name, "AES, PKWARE", a_workbook());
      if (name.ends_with("vbaProject.bin")) return of_part(ErrorCode::no_such_choice, "xlsx", std::move(name), a_workbook());
      if (!names_.insert(name).second) return of_part(ErrorCode::duplicate, name);
    }
    return std::nullopt;
  }

  zip_t* archive_;
  std::set<std::string> names_{};
};

using Attributes = const char**;
std::optional<std::string_view> attribute(Attributes all, std::string_view name) {
  for (; *all != nullptr; all += 2)
    if (name == all[0]) return all[1];
  return std::nullopt;
}

// expat takes some refusals of memory for faults of the text. A parser is used by one thread.
thread_local bool memory_refused = false;
void* watched(void* memory) noexcept {
  if (memory == nullptr) memory_refused = true;
  return memory;
}
constexpr XML_Memory_Handling_Suite memory_of_expat{
    .malloc_fcn = [](std::size_t size) { return watched(std::malloc(size)); },
    .realloc_fcn = [](void* old, std::size_t size) { return watched(std::realloc(old, size)); },
    .free_fcn = [](void* memory) { std::free(memory); }};

/// Reads a part as XML: elements by their local names, the text of those that are listened to.
class XmlPart {
 public:
  virtual ~XmlPart() = default;
  XmlPart() = default;
  XmlPart(const XmlPart&) = delete;
  XmlPart& operator=(const XmlPart&) = delete;

  [[nodiscard]] std::optional<Error> read(const std::string& part, std::string_view text) {
    part_ = part;
    const std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser(XML_ParserCreate_MM(nullptr, &memory_of_expat, "\n"),
                                                                         XML_ParserFree);
    if (!parser) throw std::bad_alloc();
    memory_refused = false;
    parser_ = parser.get();
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(
        parser_, [](void* self, const char* name, Attributes all) { static_cast<XmlPart*>(self)->opened(name, all); },
        [](void* self, const char* name) { static_cast<XmlPart*>(self)->closed(name); });
    XML_SetCharacterDataHandler(parser_, [](void* self, const char* text_of_it, int size) {
      static_cast<XmlPart*>(self)->said({text_of_it, static_cast<std::size_t>(size)});
    });
    XML_SetStartDoctypeDeclHandler(parser_, [](void* self, const char* name, const char*, const char*, int) {
      auto& part_of = *static_cast<XmlPart*>(self);
      part_of.stop(of_part(ErrorCode::no_such_choice, part_of.part_, "<!DOCTYPE " + std::string(name).substr(0, 60) + ">", a_workbook()));
    });
    const XML_Status status = XML_Parse(parser_, text.data(), static_cast<int>(text.size()), XML_TRUE);
    if (memory_refused) throw std::bad_alloc();
    if (status == XML_STATUS_ERROR && !error_) {
      error_ = Error{.code = ErrorCode::not_json,
                     .field = part_,
                     .given = XML_ErrorString(XML_GetErrorCode(parser_)),
                     .allowed = OneOf{{"XML"}},
                     .line = static_cast<std::int64_t>(XML_GetCurrentLineNumber(parser_))};
    }
    return std::move(error_);
  }

 protected:
  virtual void begin(std::string_view name, Attributes all) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view) {}
  void stop(Error error) {
    if (!error_) error_ = std::move(error);
    XML_StopParser(parser_, XML_FALSE);
  }
  /// Adds to a text that is kept, up to what a cell can hold.
  void keep(std::string& to, std::string_view more) {
    if (to.size() + more.size() > longest_text)
      return stop(of_part(ErrorCode::too_large, part_, std::to_string(to.size() + more.size()),
                          AtMost{Limit(static_cast<std::int64_t>(longest_text))}));
    to += more;
  }
  [[nodiscard]] const std::string& part() const noexcept { return part_; }

 private:
  static std::string_view local(const char* name) {
    const std::string_view all(name);
    const auto at = all.rfind('\n');
    return at == std::string_view::npos ? all : all.substr(at + 1);
  }
  void opened(const char* name, Attributes all) {
    if (++depth_ > deepest) return stop(of_part(ErrorCode::too_deep, part_, std::to_string(deepest)));
    begin(local(name), all);
  }
  void closed(const char* name) {
    --depth_;
    end(local(name));
  }
  void said(std::string_view piece) { text(piece); }

  XML_Parser parser_ = nullptr;
  std::string part_{};
  int depth_ = 0;
  std::optional<Error> error_{};
};

/// What leads from one part to others: ids to places in the archive.
class Relations : public XmlPart {
 public:
  std::map<std::string, std::string> places{};

 private:
  void begin(std::string_view name, Attributes all) override {
    if (name != "Relationship") return;
    const auto id = attribute(all, "Id"), target = attribute(all, "Target"), mode = attribute(all, "TargetMode");
    if (!id || !target) return;
    if (mode && *mode == "External")
      return stop(of_part(ErrorCode::no_such_choice, part(), std::string(target->substr(0, 100)), a_workbook()));
    const std::string place = target->starts_with('/') ? std::string(target->substr(1)) : "xl/" + std::string(*target);
    if (!places.emplace(*id, place).second) stop(of_part(ErrorCode::duplicate, part() + ": " + std::string(*id)));
  }
  void end(std::string_view) override {}
};

std::string lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

/// The sheets and the names of a workbook.
class Contents : public XmlPart {
 public:
  explicit Contents(std::optional<std::string_view> prefix) : prefix_(prefix) {}
  std::map<std::string, std::string> sheets{};              ///< relation by name
  std::map<std::string, std::string, std::less<>> names{};  ///< place of each cell that has a name: `Måned!$B$5`

 private:
  void begin(std::string_view name, Attributes all) override {
    if (name == "sheet") {
      const auto called = attribute(all, "name");
      std::optional<std::string_view> relation;
      for (Attributes each = all; *each != nullptr; each += 2)
        if (std::string_view(each[0]).ends_with("\nid")) relation = each[1];
      if (!called || !relation) return;
      // Names that differ in letter case alone are the same to every spreadsheet.
      if (!seen_.insert(lower_case(std::string(*called))).second)
        return stop(of_part(ErrorCode::duplicate, std::string(called->substr(0, 100))));
      sheets.emplace(*called, *relation);
    } else if (name == "definedName") {
      const auto called = attribute(all, "name");
      if (called && prefix_ && called->starts_with(*prefix_)) {
        name_ = called->substr(prefix_->size());
        place_.clear();
      }
    }
  }
  void end(std::string_view name) override {
    if (name != "definedName" || !name_) return;
    if (!names.emplace(*name_, place_).second) return stop(of_part(ErrorCode::duplicate, std::string(prefix_.value_or("")) + *name_));
    name_.reset();
  }
  void text(std::string_view piece) override {
    if (name_) keep(place_, piece);
  }

  std::optional<std::string_view> prefix_;  // of the names that are asked for
  std::set<std::string> seen_{};
  std::optional<std::string> name_{};
  std::string place_{};
};

/// The texts that cells have in common, by their number. How a text sounds is no part of it.
class SharedTexts : public XmlPart {
 public:
  std::vector<std::string> texts{};

 private:
  void begin(std::string_view name, Attributes) override {
    if (name == "si") texts.emplace_back();
    if (name == "rPh") sound_ = true;
    if (name == "t") in_text_ = !sound_ && !texts.empty();
  }
  void end(std::string_view name) override {
    if (name == "rPh") sound_ = false;
    if (name == "t") in_text_ = false;
  }
  void text(std::string_view piece) override {
    if (in_text_) keep(texts.back(), piece);
  }

  bool sound_ = false, in_text_ = false;
};

/// XML of which nothing is wanted but that it is whole.
class AnyPart : public XmlPart {
 private:
  void begin(std::string_view, Attributes) override {}
  void end(std::string_view) override {}
};

/// The cells of one sheet that are wanted, or all of them, by their place (`B5`).
class Cells : public XmlPart {
 public:
  struct Found {
    std::string type{}, value{}, formula{};
    bool has_formula = false;
  };
  explicit Cells(std::optional<std::set<std::string>> wanted) : wanted_(std::move(wanted)) {}
  std::map<std::string, Found> cells{};

 private:
  void begin(std::string_view name, Attributes all) override {
    if (name == "c") {
      const auto place = attribute(all, "r");
      // Without a place a cell is wherever a reader counts it to be.
      if (!place) return stop(of_part(ErrorCode::missing_fact, part() + ": <c r>"));
      now_ = nullptr;
      if (wanted_ && !wanted_->contains(std::string(*place))) return;
      const auto [at, fresh] = cells.try_emplace(std::string(*place));
      if (!fresh) return stop(of_part(ErrorCode::duplicate, std::string(*place)));
      now_ = &at->second;
      now_->type = attribute(all, "t").value_or("n");
    } else if (now_ != nullptr) {
      if (name == "f") now_->has_formula = true;
      to_ = name == "f" ? &now_->formula : name == "v" || name == "t" ? &now_->value : to_;
    }
  }
  void end(std::string_view name) override {
    if (name == "f" || name == "v" || name == "t") to_ = nullptr;
    if (name == "c") now_ = nullptr;
  }
  void text(std::string_view piece) override {
    if (to_ != nullptr) keep(*to_, piece);
  }

  std::optional<std::set<std::string>> wanted_;
  Found* now_ = nullptr;
  std::string* to_ = nullptr;
};

/// A place as a name gives it: `Måned!$B$5` or `'Jans måned'!$B$5`.
struct Place {
  std::string sheet, cell;
};
std::optional<Place> place_of(std::string_view text) {
  const auto mark = text.rfind('!');
  if (mark == std::string_view::npos || mark == 0) return std::nullopt;
  std::string_view sheet = text.substr(0, mark);
  Place place;
  if (sheet.front() == '\'') {
    if (sheet.size() < 3 || sheet.back() != '\'') return std::nullopt;
    sheet = sheet.substr(1, sheet.size() - 2);
  }
  for (std::size_t i = 0; i < sheet.size(); ++i) {
    place.sheet += sheet[i];
    if (sheet[i] == '\'' && i + 1 < sheet.size() && sheet[i + 1] == '\'') ++i;
  }
  for (const char c : text.substr(mark + 1))
    if (c != '$') place.cell += c;
  const auto digits = place.cell.find_first_of("0123456789");
  const bool right = digits != std::string::npos && digits > 0 && digits <= 3 &&
                     place.cell.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == digits &&
                     place.cell.find_first_not_of("0123456789", digits) == std::string::npos;
  return right ? std::optional(std::move(place)) : std::nullopt;
}

SheetCell as_seen(const Cells::Found& found, std::string place, const std::vector<std::string>& shared) {
  using Kind = SheetCell::Kind;
  if (found.has_formula) return {std::move(place), Kind::other, "=" + found.formula};
  if (found.value.empty()) return {std::move(place), Kind::blank, {}};
  if (found.type == "n") return {std::move(place), Kind::number, found.value};
  if (found.type == "inlineStr") return {std::move(place), Kind::text, found.value};
  if (found.type == "s") {
    std::size_t number = 0;
    const auto [end, wrong] = std::from_chars(found.value.data(), found.value.data() + found.value.size(), number);
    if (wrong == std::errc{} && end == found.value.data() + found.value.size() && number < shared.size())
      return {std::move(place), shared[number].empty() ? Kind::blank : Kind::text, shared[number]};
  }
  if (found.type == "b") return {std::move(place), Kind::other, found.value == "0" ? "FALSE" : "TRUE"};
  return {std::move(place), Kind::other, found.value};
}

}  // namespace

namespace {

/// A workbook's parts, read in the order in which one leads to the next.
struct Opened {
  std::unique_ptr<Parts> parts{};
  Contents contents;
  Relations relations{};
  SharedTexts shared{};

  [[nodiscard]] std::optional<Error> read(const std::string& name, XmlPart& as) const {
    const auto text = parts->read(name);
    return text ? as.read(name, *text) : std::optional<Error>(text.error());
  }
  [[nodiscard]] std::optional<Error> open(std::string_view bytes) {
    auto opened = Parts::of(bytes);
    if (!opened) return std::move(opened).error();
    parts = *std::move(opened);
    if (auto wrong = read("xl/workbook.xml", contents)) return wrong;
    if (auto wrong = read("xl/_rels/workbook.xml.rels", relations)) return wrong;
    return parts->has("xl/sharedStrings.xml") ? read("xl/sharedStrings.xml", shared) : std::nullopt;
  }
  [[nodiscard]] std::optional<Error> read_sheet(const std::string& sheet, Cells& cells) const {
    const auto relation = relations.places.find(contents.sheets.at(sheet));
    if (relation == relations.places.end()) return of_part(ErrorCode::missing_fact, sheet);
    return read(relation->second, cells);
  }
};

}  // namespace

Result<std::map<std::string, SheetCell, std::less<>>> whole_workbook(std::string_view bytes) {
  Opened book{.contents = Contents(std::nullopt)};
  if (auto wrong = book.open(bytes)) return std::move(*wrong);
  for (const std::string& part : book.parts->names()) {
    AnyPart any;
    if (auto wrong = book.read(part, any)) return std::move(*wrong);
  }
  std::map<std::string, SheetCell, std::less<>> all;
  for (const auto& each : book.contents.sheets) {
    const std::string& sheet = each.first;
    Cells cells(std::nullopt);
    if (auto wrong = book.read_sheet(sheet, cells)) return std::move(*wrong);
    for (const auto& [cell, found] : cells.cells) {
      const std::string place = sheet + "!" + cell;
      all.emplace(place, as_seen(found, place, book.shared.texts));
    }
  }
  return all;
}

Result<std::map<std::string, SheetCell, std::less<>>> named_cells(std::string_view bytes, std::string_view prefix) {
  Opened book{.contents = Contents(prefix)};
  if (auto wrong = book.open(bytes)) return std::move(*wrong);
  std::map<std::string, std::set<std::string>> wanted;  // cells by sheet
  std::map<std::string, Place> places;
  for (const auto& [name, text] : book.contents.names) {
    auto place = place_of(text);
    if (!place) return of_part(ErrorCode::no_such_choice, std::string(prefix) + name, text.substr(0, 100), OneOf{{"Sheet!$B$5"}});
    if (!book.contents.sheets.contains(place->sheet)) return of_part(ErrorCode::missing_fact, place->sheet.substr(0, 100));
    wanted[place->sheet].insert(place->cell);
    places.emplace(name, *std::move(place));
  }
  std::map<std::string, std::map<std::string, Cells::Found>> found;
  for (auto& [sheet, cells_of_sheet] : wanted) {
    Cells cells(std::move(cells_of_sheet));
    if (auto wrong = book.read_sheet(sheet, cells)) return std::move(*wrong);
    found[sheet] = std::move(cells.cells);
  }
  std::map<std::string, SheetCell, std::less<>> all;
  for (const auto& [name, place] : places)
    all.emplace(name, as_seen(found[place.sheet][place.cell], place.sheet + "!" + place.cell, book.shared.texts));
  return all;
}

}  // namespace program
