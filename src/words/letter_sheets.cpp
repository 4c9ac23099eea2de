#include "words/letter_sheets.hpp"

#include <algorithm>

#include "words/sheet.hpp"

namespace fleks {
namespace {

constexpr std::string_view page =
#include "letter_page.inc"
    ;

using Table = LetterSheets::Table;

std::string table_as_text(const Table& table) {
  std::vector<std::size_t> widths(table.heads.size() > 1 ? table.heads.size() - 1 : 0);
  const bool headed = widths.size() > 1;  // one column of amounts needs no name
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], width(row.cells[i]));
  }
  for (std::size_t i = 0; headed && i < widths.size(); ++i) widths[i] = std::max(widths[i], width(table.heads[i + 1]));
  // Names from outside may be of any length: they are broken before the amounts.
  std::size_t room = text_columns - 2, name = 0;
  for (const std::size_t w : widths) room -= w + 2;
  std::vector<std::string> names;
  for (const auto& row : table.rows) {
    names.push_back(wrapped(row.name, 0, room));
    for (std::string_view rest = names.back(); !rest.empty();) {
      const auto end = rest.find('\n');
      name = std::max(name, width(rest.substr(0, end)));
      rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
  }
  const auto line = [&](const std::string& first, const auto& cell) {
    std::string text = "  " + left(first, name);
    for (std::size_t i = 0; i < widths.size(); ++i) text += "  " + right(cell(i), widths[i]);
    return text + "\n";
  };
  std::string text;
  if (headed) text += line(table.heads.front(), [&](std::size_t i) { return table.heads[i + 1]; });
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const auto& row = table.rows[i];
    if (row.sum) text += line("", [&](std::size_t cell) { return std::string(row.cells[cell].empty() ? 0 : widths[cell], '-'); });
    const auto last = names[i].rfind('\n');
    if (last != std::string::npos) {
      std::string above = names[i].substr(0, last);
      for (std::size_t at = 0; (at = above.find('\n', at)) != std::string::npos; at += 3) above.replace(at, 1, "\n  ");
      text += "  " + above + "\n";
    }
    text += line(last == std::string::npos ? names[i] : names[i].substr(last + 1), [&](std::size_t cell) { return row.cells[cell]; });
  }
  return text;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  return out;
}

/// Text of a page: what holds together stays on a line, and what is to be filled in is marked.
std::string inline_html(std::string_view text) {
  std::string out = escaped(text);
  const auto replace = [&](std::string_view what, std::string_view with) {
    for (std::size_t at = 0; (at = out.find(what, at)) != std::string::npos; at += with.size()) out.replace(at, what.size(), with);
  };
  for (const std::string_view each : {"§ ", "§§ ", "stk. ", "nr. ", "DKK "})
    replace(each, std::string(each.substr(0, each.size() - 1)) + "&nbsp;");
  for (const std::string_view each : {" kr.", " pct."}) replace(each, "&nbsp;" + std::string(each.substr(1)));
  // `§ 74 d`
  for (std::size_t at = 0; (at = out.find("§&nbsp;", at)) != std::string::npos;) {
    at += std::string_view("§&nbsp;").size();
    while (at < out.size() && out[at] >= '0' && out[at] <= '9') ++at;
    if (at + 2 < out.size() && out[at] == ' ' && out[at + 1] >= 'a' && out[at + 1] <= 'z' && !(out[at + 2] >= 'a' && out[at + 2] <= 'z'))
      out.replace(at, 1, "&nbsp;");
  }
  for (std::size_t at = 0; (at = out.find('[', at)) != std::string::npos;) {
    const std::size_t end = out.find(']', at);
    if (end == std::string::npos) break;
    out.insert(end + 1, "</mark>").insert(at, "<mark>");
    at = end + std::string_view("<mark></mark>").size();
  }
  return out;
}

/// An amount in kroner or per cent ends with a full stop, and so does its sentence.
std::string tidy(std::string text) {
  for (const std::string_view twice : {"kr..", "pct.."})
    for (std::size_t at = 0; (at = text.find(twice, at)) != std::string::npos;) text.erase(at + twice.size() - 1, 1);
  return text;
}

std::string paragraphs(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += "<p>" + inline_html(tidy(text)) + "</p>\n";
  return out;
}

std::string table_as_html(const Table& table) {
  if (table.rows.empty()) return {};
  std::string out = "<table>\n<thead><tr>";
  for (const std::string& head : table.heads) out += "<th scope=\"col\">" + inline_html(head) + "</th>";
  out += "</tr></thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    out += std::string(row.sum ? "<tr class=\"sum\">" : "<tr>") + "<th scope=\"row\">" + inline_html(row.name) + "</th>";
    for (const std::string& cell : row.cells) out += "<td>" + inline_html(cell) + "</td>";
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n";
}

std::string section_as_html(const LetterSheets::Section& section) {
  std::string out = "<h2>" + inline_html(section.heading) + "</h2>\n" + paragraphs(section.paragraphs);
  if (!section.points.empty()) {
    out += "<ul>\n";
    for (const std::string& point : section.points) out += "<li>" + inline_html(point) + "</li>\n";
    out += "</ul>\n";
  }
  out += table_as_html(section.table) + paragraphs(section.notes);
  if (section.sources.empty()) return out;
  out += "<ul class=\"sources\">\n";
  for (const auto& source : section.sources)
    out += "<li>" +
           (source.address.empty() ? inline_html(source.text)
                                   : "<a href=\"" + escaped(source.address) + "\">" + inline_html(source.text) + "</a>") +
           "</li>\n";
  return out + "</ul>\n";
}

}  // namespace

std::string as_text(const LetterSheets& letter) {
  std::string text;
  const auto lines = [&](const std::vector<std::string>& of, std::string_view start = {}) {
    for (const std::string& line : of) text += std::string(start) + wrapped(tidy(line), width(start), text_columns) + "\n";
  };
  lines(letter.from);
  text += letter.date + "\n\n";
  lines(letter.to);
  if (!letter.to.empty()) text += "\n";
  const std::string title = wrapped(letter.title, 0, text_columns);
  text += title + "\n" + std::string(std::min(width(letter.title), text_columns), '=') + "\n\n";
  lines(letter.first);
  for (const auto& section : letter.sections) {
    text += "\n" + section.heading + "\n";
    lines(section.paragraphs);
    lines(section.points, "- ");
    text += table_as_text(section.table);
    lines(section.notes);
    for (const auto& source : section.sources) {
      text += "- " + wrapped(source.text, 2, text_columns) + "\n";
      if (!source.address.empty()) text += "  " + source.address + "\n";
    }
  }
  text += "\n";
  lines(letter.signature);
  return text;
}

std::string as_html(const LetterSheets& letter) {
  std::vector<std::string> from = letter.from;
  from.push_back(letter.date);
  std::string sections;
  for (const auto& section : letter.sections) sections += section_as_html(section);
  if (!sections.empty()) sections.pop_back();
  std::string out(page);
  const auto fill = [&](std::string_view name, std::string_view with) {
    for (std::size_t at = 0; (at = out.find(name, at)) != std::string::npos; at += with.size()) out.replace(at, name.size(), with);
  };
  // What is filled in can hold no place of the page: its braces are text.
  fill("{{language}}", letter.language == Language::danish ? "da" : "en");
  const auto braces = [](std::string text) {
    for (std::size_t at = 0; (at = text.find("{{", at)) != std::string::npos;) text.replace(at, 1, "&#123;");
    return text;
  };
  fill("{{title}}", braces(inline_html(letter.title)));
  fill("{{to}}", braces(paragraphs(letter.to)));
  fill("{{from}}", braces(paragraphs(from)));
  fill("{{first}}", braces(paragraphs(letter.first)));
  fill("{{signature}}", braces(paragraphs(letter.signature)));
  fill("{{sections}}", braces(std::move(sections)));
  return out;
}

}  // namespace fleks
