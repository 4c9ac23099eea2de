#include <fleks/words/income.hpp>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "text/shown_json.hpp"
#include "words/steps_json.hpp"

// A case file is written by people too: what is there is not written anew, only added to.

namespace fleks {
namespace {

/// Where a value stands in a JSON text: from its first letter to the one behind its last.
struct Place {
  std::size_t first = 0, last = 0;
};

/// Reads over a JSON text that is known to be one.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  [[nodiscard]] Place whole() {
    at_ = 0;
    blanks();
    return value();
  }
  /// The members of an object by their names.
  [[nodiscard]] std::map<std::string, Place, std::less<>> members(Place object) {
    std::map<std::string, Place, std::less<>> found;
    at_ = object.first + 1;
    for (blanks(); text_[at_] != '}'; blanks()) {
      if (text_[at_] == ',') {
        ++at_;
        continue;
      }
      const Place key = value();
      blanks();
      ++at_;  // the colon
      blanks();
      found.emplace(text_.substr(key.first + 1, key.last - key.first - 2), value());
    }
    return found;
  }
  [[nodiscard]] std::vector<Place> items(Place list) {
    std::vector<Place> found;
    at_ = list.first + 1;
    for (blanks(); text_[at_] != ']'; blanks()) {
      if (text_[at_] == ',')
        ++at_;
      else
        found.push_back(value());
    }
    return found;
  }

 private:
  void blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) ++at_;
  }
  Place value() {
    const std::size_t first = at_;
    int depth = 0;
    do {
      const char c = text_[at_];
      if (c == '"') {
        for (++at_; text_[at_] != '"'; ++at_)
          if (text_[at_] == '\\') ++at_;
        ++at_;
      } else if (c == '{' || c == '[') {
        ++depth;
        ++at_;
      } else if (c == '}' || c == ']') {
        --depth;
        ++at_;
      } else if (depth > 0) {
        ++at_;
      } else {
        while (at_ < text_.size() && std::string_view(",]} \t\r\n").find(text_[at_]) == std::string_view::npos) ++at_;
      }
    } while (depth > 0);
    return {first, at_};
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// Something put in place of what stands there.
struct Change {
  Place place;
  std::string text;
};

std::string indented(const Json& json, std::size_t by) {
  const std::string text = shown_json(json.written());
  std::string out;
  for (const char c : text) {
    out += c;
    if (c == '\n') out.append(by, ' ');
  }
  return out;
}

void put(Json& json, const char* name, Money amount) {
  if (amount != Money{}) json[name] = to_text(amount);
}
/// Of every fact: who it is, when it was known, and what it corrects.
Json json_of(const FactRecord& r) {
  Json json = Json::object();
  if (!r.id.empty()) json["id"] = r.id;
  if (!r.corrects.empty()) json["corrects"] = r.corrects;
  if (r.withdrawn) json["withdrawn"] = true;
  json["known"] = to_text(r.known);
  json["source"] = "income_register";
  return json;
}
Json json_of(const WageRecord& w, const Case& c) {
  Json json = json_of(w.record);
  if (w.record.withdrawn) return json;
  json["employment"] = c.employments[w.employment].id;
  json["from"] = to_text(w.period.first);
  json["to"] = to_text(w.period.last);
  if (w.disposal != w.period.last) json["disposal"] = to_text(w.disposal);
  json["am_income"] = to_text(w.am_income);
  put(json, "b_income", w.b_income);
  put(json, "own_pension", w.own_pension);
  put(json, "employer_pension", w.employer_pension);
  if (w.paid_hours) json["paid_hours"] = to_text(*w.paid_hours);
  put(json, "company_car", w.benefits_in_kind);
  put(json, "holiday_allowance", w.holiday_allowance);
  put(json, "holiday_pay_202", w.net_holiday_allowance);
  return json;
}
Json json_of(const DailyBenefit& b, const Case&) {
  static constexpr const char* kinds[] = {"sickness", "maternity", "bereavement", "resource"};
  Json json = json_of(b.record);
  if (b.record.withdrawn) return json;
  json["kind"] = kinds[static_cast<std::size_t>(b.kind)];
  json["from"] = to_text(b.period.first);
  json["to"] = to_text(b.period.last);
  if (b.paid != b.period.last) json["paid"] = to_text(b.paid);
  json["amount"] = to_text(b.amount);
  return json;
}
Json json_of(const OtherIncome& i, const Case&) {
  Json json = json_of(i.record);
  if (i.record.withdrawn) return json;
  json["kind"] = i.kind == OtherIncome::Kind::care             ? "care"
                 : i.kind == OtherIncome::Kind::guarantee_fund ? "guarantee_fund"
                                                               : "replacing_wage";
  json["month"] = to_text(i.month);
  json["amount"] = to_text(i.amount);
  return json;
}
Json json_of(const DatedCeiling& c) {
  Json json = json_of(c.record);
  json["source"] = "employer";
  json["from"] = to_text(c.from);
  json["amount"] = to_text(c.ceiling.amount);
  return json;
}
Json json_of(const Employment& e, const Case&) {
  Json json{{"id", e.id},
            {"employer", e.employer},
            {"kind", e.kind == Employment::Kind::other ? "other" : "fleksjob"},
            {"from", to_text(e.from)}};
  if (!e.ceilings.empty()) json["ceilings"] = Json::array({json_of(e.ceilings.front())});
  return json;
}

template <class List>
Json added(const List& list, std::size_t from, const Case& c) {
  Json json = Json::array();
  for (std::size_t i = from; i < list.size(); ++i) json.push_back(json_of(list[i], c));
  return json;
}

class Extension {
 public:
  explicit Extension(std::string_view text) : text_(text), scanner_(text), top_(scanner_.whole()), members_(scanner_.members(top_)) {}

  /// A member of the file in another value, or a new member.
  void set(std::string_view name, std::string value) {
    if (const auto found = members_.find(name); found != members_.end())
      changes_.push_back({found->second, std::move(value)});
    else
      added_ += std::string(members_.empty() && added_.empty() ? "" : ",") + "\n  \"" + std::string(name) + "\": " + value;
  }
  void append(std::string_view name, const Json& items) {
    if (items.empty()) return;
    const auto found = members_.find(name);
    if (found == members_.end() || text_[found->second.first] != '[') return set(name, indented(items, 2));
    append(found->second, items, 4);
  }
  /// A ceiling for a job that is there.
  void ceiling(std::size_t job, const Json& item) {
    const auto jobs = scanner_.items(members_.find("employments")->second);
    const auto fields = scanner_.members(jobs[job]);
    const Json list = Json::array({item});
    if (const auto found = fields.find("ceilings"); found == fields.end()) {
      // Before the closing bracket, behind the last letter there is.
      const std::size_t end = text_.find_last_not_of(" \t\r\n", jobs[job].last - 2) + 1;
      changes_.push_back({{end, end}, ",\n      \"ceilings\": " + indented(list, 6)});
    } else if (text_[found->second.first] == '[') {
      append(found->second, list, 8);
    } else {
      changes_.push_back({found->second, indented(list, 6)});
    }
  }
  [[nodiscard]] std::string text() {
    if (!added_.empty()) {
      const std::size_t end = text_.find_last_not_of(" \t\r\n", top_.last - 2) + 1;
      changes_.push_back({{end, end}, std::move(added_)});
    }
    std::stable_sort(changes_.begin(), changes_.end(), [](const Change& a, const Change& b) { return a.place.first < b.place.first; });
    std::string out;
    std::size_t done = 0;
    for (const Change& change : changes_) {
      out += text_.substr(done, change.place.first - done);
      out += change.text;
      done = change.place.last;
    }
    return out += text_.substr(done);
  }

 private:
  void append(Place list, const Json& items, std::size_t by) {
    const std::size_t end = text_.find_last_not_of(" \t\r\n", list.last - 2) + 1;
    const bool empty = text_[end - 1] == '[';
    std::string text;
    for (const Json& item : items) text += (empty && text.empty() ? "\n" : ",\n") + std::string(by, ' ') + indented(item, by);
    if (empty) text += "\n" + std::string(by - 2, ' ');
    changes_.push_back({{end, empty ? list.last - 1 : end}, std::move(text)});
  }

  std::string_view text_;
  Scanner scanner_;
  Place top_;
  std::map<std::string, Place, std::less<>> members_;
  std::vector<Change> changes_{};
  std::string added_{};
};

}  // namespace

std::string case_text(const IncomeCase& made, std::string_view old) {
  const Case& c = made.facts;
  const Json jobs = added(c.employments, made.employments, c), wages = added(c.wages, made.wages, c),
             benefits = added(c.daily_benefits, made.daily_benefits, c), incomes = added(c.incomes, made.incomes, c);
  if (!made.extends) {
    Json json{{"from", to_text(c.first)}, {"to", to_text(c.last)}, {"employments", jobs}, {"wages", wages}};
    if (!benefits.empty()) json["daily_benefits"] = benefits;
    if (!incomes.empty()) json["incomes"] = incomes;
    return indented(json, 0) + "\n";
  }
  Extension extension(old);
  extension.set("to", "\"" + to_text(c.last) + "\"");
  extension.append("employments", jobs);
  for (const std::size_t job : made.ceilings) extension.ceiling(job, json_of(c.employments[job].ceilings.front()));
  extension.append("wages", wages);
  extension.append("daily_benefits", benefits);
  extension.append("incomes", incomes);
  return extension.text();
}

}  // namespace fleks
