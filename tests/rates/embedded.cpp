#include <doctest/doctest.h>

#include <fleks/fleks.hpp>

#include <fstream>

#include "first_unknown.hpp"
#include "source_file.hpp"

using namespace fleks;
using std::chrono::sys_days;

namespace {

/// The published table, read a second time by hand: a comma ends a field outside quotes.
std::vector<std::vector<std::string>> published(const char* file) {
  std::ifstream in(source_file("/src/rates/") + file);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (const char c : line) {
      if (c == '"')
        quoted = !quoted;
      else if (c == ',' && !quoted)
        fields.emplace_back();
      else
        fields.back() += c;
    }
    rows.push_back(fields);
  }
  rows.erase(rows.begin());
  return rows;
}

/// `19952` as 1995200 and `1.18` as 118: the count of 10^-decimals.
std::int64_t count_of(const std::string& text, std::size_t decimals) {
  const auto mark = text.find('.');
  std::string digits = text.substr(0, mark), fraction = mark == std::string::npos ? "" : text.substr(mark + 1);
  fraction.resize(decimals, '0');
  return std::stoll(digits + fraction);
}

}  // namespace

TEST_CASE("the rates in the library are the published table, row by row") {
  const auto rows = published("rates.csv");
  const RateTable table = RateTable::embedded();
  REQUIRE(table.rows().size() == rows.size());
  CHECK(!rows.empty());
  for (const auto& row : rows) {
    INFO(row[0] << ' ' << row[1]);
    REQUIRE(row.size() == 8);
    const auto key = rate_key(row[0]);
    REQUIRE(key);
    const Rate* rate = table.on(parse_date(row[1]).value()).row(*key);
    REQUIRE(rate != nullptr);
    CHECK(rate->first == sys_days{parse_date(row[1]).value()});
    if (row[2].empty())
      CHECK(!rate->has_end());
    else
      CHECK(rate->last == sys_days{parse_date(row[2]).value()});
    CHECK(to_text(rate->unit()) == row[4]);
    CHECK(to_text(rate->status) == row[5]);
    CHECK(rate->source == row[6]);
    CHECK(rate->note == row[7]);
    if (row[3].empty()) continue;
    const bool fine = !row[4].starts_with("kr");
    CHECK(rate->count == count_of(row[3], fine ? 4 : 2));
    const auto pieces = row[4] == "pct" ? 1'000'000 : fine ? 10'000 : 1;
    CHECK(rate->exact == Exact::counted(rate->count, pieces));
  }
}

// Every boundary of every row: the day before, the day, the last day and the day after.
TEST_CASE("a lookup on every boundary gives the row whose period holds the day") {
  const RateTable table = RateTable::embedded();
  for (const Rate& rate : table.rows()) {
    CAPTURE(info(rate.key).name);
    std::vector<sys_days> days{rate.first - std::chrono::days{1}, rate.first, rate.first + std::chrono::days{1}};
    if (rate.has_end())
      for (const int beside : {-1, 0, 1}) days.push_back(rate.last + std::chrono::days{beside});
    for (const sys_days day : days) {
      const Rate* expected = nullptr;
      for (const Rate& candidate : table.rows(rate.key))
        if (candidate.first <= day && day <= candidate.last) expected = &candidate;
      CHECK(table.on(Date{day}).row(rate.key) == expected);
      CHECK(table.on(day).find(rate.key) == (expected != nullptr && expected->status == RateStatus::missing ? nullptr : expected));
    }
  }
}

TEST_CASE("rates are typed by their unit") {
  const RateTable table = RateTable::embedded();
  const auto rates = table.on(parse_month("2024-03").value());
  CHECK(rates.get<RateKey::fleksloentilskud_max_month>().value() == Money::kroner(19'952));
  CHECK(rates.get<RateKey::taper_low_pct>().value() == Percent::whole(30));
  CHECK(rates.get<RateKey::full_time_hours_week>().value() == Hours::whole(37));
  CHECK(rates.get<RateKey::atp_subsidy_public_per_hour>().value() == Money::oere(123));
}

// Never a default: the error names the key and the date.
TEST_CASE("no rate for a date is an error that names key and date") {
  const RateTable table = RateTable::embedded();
  const Month beyond = first_unknown_month();
  const auto none = table.on(beyond).get<RateKey::fleksloentilskud_max_month>();
  REQUIRE(!none);
  CHECK(none.error().code == ErrorCode::no_rate);
  CHECK(none.error().field.text() == "fleksloentilskud_max_month");
  CHECK(none.error().given == to_text(first_day(beyond)));
  CHECK(none.error().date == first_day(beyond));
  const auto hole = table.on(parse_date("2015-06-15").value()).get<RateKey::conversion_rate_hour>();
  REQUIRE(!hole);
  CHECK(hole.error().code == ErrorCode::rate_is_missing);
  CHECK(hole.error().field.text() == "conversion_rate_hour");
  CHECK(hole.error().given == "2015-06-15");
  CHECK(table.on(parse_date("1900-01-01").value()).find(RateKey::taper_low_pct) == nullptr);
  CHECK(table.on(parse_date("9999-12-31").value()).find(RateKey::taper_low_pct) != nullptr);

  for (const Month month : {parse_month("2012-12").value(), beyond}) {
    const auto statement = fleksloentilskud({.month = month, .pay = Pay::am_income(Money::kroner(10'000))}, table);
    REQUIRE(!statement);
    CHECK(statement.error().code == ErrorCode::no_rate);
    CHECK(statement.error().field.text() == "fleksloentilskud_max_month");
    CHECK(statement.error().given == to_text(first_day(month)));
  }
}

TEST_CASE("the days on which some rate changes are in order, and between them nothing changes") {
  const RateTable table = RateTable::embedded();
  const auto changes = table.changes();
  REQUIRE(!changes.empty());
  for (std::size_t i = 1; i < changes.size(); ++i) {
    CHECK(changes[i - 1] < changes[i]);
    for (std::size_t key = 0; key < rate_key_count; ++key)
      if (table.on(changes[i - 1]).row(static_cast<RateKey>(key)) !=
          table.on(changes[i] - std::chrono::days{1}).row(static_cast<RateKey>(key)))
        FAIL(rate_keys[key].name);
  }
}

TEST_CASE("every key is found by its name, and has rates") {
  const RateTable table = RateTable::embedded();
  for (std::size_t i = 0; i < rate_key_count; ++i) {
    CHECK(rate_key(rate_keys[i].name) == static_cast<RateKey>(i));
    CHECK(!table.rows(static_cast<RateKey>(i)).empty());
  }
  CHECK(!rate_key("taper"));
  CHECK(!rate_key(""));
}

TEST_CASE("municipal tax: 98 municipalities, as published") {
  const auto rows = published("municipal_tax.csv");
  const auto taxes = MunicipalTaxTable::embedded();
  REQUIRE(taxes.rows().size() == rows.size());
  std::vector<std::string> names;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto& row = rows[i];
    CAPTURE(row[0]);
    if (names.empty() || names.back() != row[0]) names.push_back(row[0]);
    const auto tax = taxes.find(row[0], parse_date(row[1]).value());
    REQUIRE(tax);
    CHECK(tax->municipality == row[0]);
    CHECK(tax->municipal.ten_thousandths() == count_of(row[3], 4));
    // An empty percentage is not known, and never 0.
    CHECK(tax->church.has_value() == !row[4].empty());
    if (tax->church) CHECK(tax->church->ten_thousandths() == count_of(row[4], 4));
    CHECK(to_text(tax->status) == row[5]);
    CHECK(tax->source == row[6]);
    CHECK(taxes.find(row[0], parse_date(row[2]).value())->first == tax->first);
  }
  CHECK(names.size() == 98);
}

TEST_CASE("municipal tax: names in any case, also with ae, oe and aa") {
  const auto taxes = MunicipalTaxTable::embedded();
  const Date day = parse_date("2025-06-01").value();
  struct Row {
    const char* given;
    const char* name;
  };
  for (const Row& row :
       {Row{"København", "København"}, Row{"KØBENHAVN", "København"}, Row{"koebenhavn", "København"}, Row{"KOEBENHAVN", "København"},
        Row{"aarhus", "Aarhus"}, Row{"Århus", "Aarhus"}, Row{"ÅRHUS", "Aarhus"}, Row{"ærø", "Ærø"}, Row{"Aeroe", "Ærø"}, Row{"ÆRØ", "Ærø"},
        Row{"lyngby-taarbæk", "Lyngby-Taarbæk"}, Row{"Lyngby-Tårbæk", "Lyngby-Taarbæk"}, Row{"høje-taastrup", "Høje-Taastrup"},
        Row{"rødovre", "Rødovre"}, Row{"roedovre", "Rødovre"}, Row{"København.", "København"}, Row{"{Købénhavn}:", "København"},
        Row{"Århüs·", "Aarhus"}, Row{"Aaïrhus", "Aarhus"}}) {
    CAPTURE(row.given);
    const auto tax = taxes.find(row.given, day);
    REQUIRE(tax);
    CHECK(tax->municipality == row.name);
  }
  // A name folded to its letters stands for one municipality only.
  for (const auto& a : taxes.rows()) CHECK(taxes.find(a.municipality, Date{a.first})->municipality == a.municipality);

  for (const char* name : {"Kobenhavn2", "Skagen", "x", "Kommune", " ", "\xC3", "\xFF"}) {
    CAPTURE(name);
    REQUIRE(!taxes.find(name, day));
    CHECK(taxes.find(name, day).error().code == ErrorCode::unknown_municipality);
  }
  CHECK(taxes.find("", day).error().code == ErrorCode::empty);
  const Date after_the_last{taxes.rows().back().last + std::chrono::days{1}};
  const auto too_late = taxes.find("Aarhus", after_the_last);
  REQUIRE(!too_late);
  CHECK(too_late.error().code == ErrorCode::no_rate);
  CHECK(too_late.error().given == to_text(after_the_last));
}

TEST_CASE("municipal tax: a file adds a year, and replaces what it says of a period") {
  const std::string header = "municipality,valid_from,valid_to,municipal_pct,church_pct,status,source\n";
  const auto table = MunicipalTaxTable::embedded();
  const Date last{table.rows().back().last}, next = day_after(last);
  const std::string from = to_text(next), to = to_text(Date{next.year() / std::chrono::December / 31});
  const auto more =
      table.extended_by(header + "aarhus," + from + "," + to + ",24.4,0.7,read,a list\nNewtown," + from + ",,20,1,read,a list\n");
  REQUIRE(more);
  CHECK(more->rows().size() == table.rows().size() + 2);
  CHECK(more->find("Aarhus", next)->municipal == Percent::of_ten_thousandths(244'000));
  CHECK(more->find("ÅRHUS", last)->municipal == table.find("Aarhus", last)->municipal);
  CHECK(more->find("newtown", next)->church == Percent::whole(1));
  CHECK(more->find("Odense", next).error().code == ErrorCode::no_rate);
  CHECK(table.find("Aarhus", next).error().code == ErrorCode::no_rate);
  // In the middle of a period: what is not spoken of stays.
  const auto replaced = table.extended_by(header + "Aarhus,2025-03-01,2025-03-31,20,1,derived,another\n").value();
  CHECK(replaced.rows().size() == table.rows().size() + 2);
  CHECK(replaced.find("Aarhus", parse_date("2025-03-31").value())->source == "another");
  for (const char* day : {"2025-02-28", "2025-04-01"})
    CHECK(replaced.find("Aarhus", parse_date(day).value())->municipal == table.find("Aarhus", parse_date(day).value())->municipal);
  // The rows of a municipality stand together, by date.
  for (std::size_t i = 1; i < replaced.rows().size(); ++i) {
    const MunicipalTax &a = replaced.rows()[i - 1], &b = replaced.rows()[i];
    if (a.municipality == b.municipality) CHECK(a.last + std::chrono::days{1} == b.first);
  }

  const auto refused = [&](const std::string& rows) { return table.extended_by(header + rows).error(); };
  CHECK(refused("Aarhus,2100-01-01,,24,1,read,a list\n").code == ErrorCode::hole);
  CHECK(refused("Aarhus,2100-01-01,,24,1,read,a list\n").allowed == Allowed(AtLeast{parse_date(from).value()}));
  CHECK(refused("Aarhus," + from + ",,124,1,read,a list\n").code == ErrorCode::too_large);
  CHECK(refused("Aarhus," + from + "," + to + ",24,1,read,a\nRibe," + from + ",,24,1,read,a\nAarhus,2100-01-01,,24,1,read,a\n").code ==
        ErrorCode::disorder);
  CHECK(refused("").code == ErrorCode::empty);
  CHECK(MunicipalTaxTable::read(header + "Ribe,2025-01-01,,24,1,read,a\n").value().rows().size() == 1);
  CHECK(MunicipalTaxTable::read("nonsense").error().code == ErrorCode::bad_header);
  // One municipality under two spellings.
  const std::string twice = header + "Aarhus,2025-01-01,,24,1,read,a\nÅrhus,2026-01-01,,24,1,read,a\n";
  CHECK(MunicipalTaxTable::read(twice).error().code == ErrorCode::overlap);
  REQUIRE(MunicipalTaxTable::check(twice).size() == 1);
  CHECK(MunicipalTaxTable::check(twice)[0].field.text() == "Århus");
  CHECK(MunicipalTaxTable::check(header + "x,x,,x,x,x,\n").size() == 5);
}

TEST_CASE("municipal tax: a municipality as people write it, and a suggestion when that is near") {
  const auto table = MunicipalTaxTable::embedded();
  const Date day = parse_date("2025-03-01").value();
  const auto means = [&](std::string_view text, std::string_view municipality) {
    CAPTURE(text);
    const auto tax = table.find(text, day);
    REQUIRE(tax);
    CHECK(tax->municipality == municipality);
  };
  means("Københavns Kommune", "København");
  means("københavn kommune", "København");
  means("Kobenhavn", "København");
  means("KOEBENHAVNS KOMMUNE", "København");
  means("Århus", "Aarhus");
  means("A\xCC\x8Arhus", "Aarhus");  // decomposed
  means("Arhus", "Aarhus");
  means("Assens Kommune", "Assens");
  means("Randers kommune", "Randers");
  means("Bornholms Regionskommune", "Bornholm");
  means("Faaborg Midtfyn", "Faaborg-Midtfyn");
  means("Ringkobing-Skjern", "Ringkøbing-Skjern");
  // Every one of them, in each way of writing it, is itself.
  for (const MunicipalTax& tax : table.rows()) {
    if (tax.first != std::chrono::sys_days{std::chrono::year{2025} / 1 / 1}) continue;
    means(std::string(tax.municipality) + " Kommune", tax.municipality);
    means(std::string(tax.municipality) + "s Kommune", tax.municipality);
  }
  const auto suggested = [&](std::string_view text) {
    const Error e = table.find(text, day).error();
    CHECK(e.code == ErrorCode::unknown_municipality);
    return to_text(e.allowed);
  };
  CHECK(suggested("Kobenhvan") == "København");
  CHECK(suggested("Odnse") == "Odense");
  CHECK(suggested("Atlantis").empty());
  CHECK(suggested("Kommune").empty());
  CHECK(suggested("As").empty());
}

TEST_CASE("municipal tax: a church percentage that is not known is not 0") {
  const RateTable table = RateTable::embedded();
  const auto rates = table.on(std::chrono::year{2014} / 1);
  CHECK(local_tax({.municipality = "Aabenraa"}, rates).value().church == Percent{});
  const Error e = local_tax({.municipality = "Aabenraa", .church_member = true}, rates).error();
  CHECK(e.code == ErrorCode::rate_is_missing);
  CHECK(e.field == "church_tax Aabenraa");
  CHECK(local_tax({.municipality = "Aabenraa", .church = Percent::whole(1)}, rates).value().church == Percent::whole(1));
}

TEST_CASE("municipal tax: given, of the municipality, or the average; never two of them") {
  const RateTable table = RateTable::embedded();
  const auto rates = table.on(parse_month("2025-03").value());
  const auto local = [&](const LocalTaxFacts& facts) { return local_tax(facts, rates).value(); };
  const auto count = [](Percent share) { return share.ten_thousandths(); };
  const auto aarhus = local({.municipality = "aarhus", .church_member = true});
  CHECK(aarhus.municipality == "Aarhus");
  CHECK(count(aarhus.municipal) == 245'200);
  CHECK(count(aarhus.church) == 7'400);
  CHECK(!aarhus.is_average);
  CHECK(count(local({.municipality = "aarhus"}).church) == 0);
  CHECK(count(local({.municipality = "aarhus", .church = Percent::whole(1)}).church) == 10'000);
  const auto given = local({.municipal = Percent::whole(26), .church = Percent::whole(1)});
  CHECK(count(given.municipal) == 260'000);
  CHECK(count(given.church) == 10'000);
  CHECK(given.municipality.empty());
  const auto average = local({.church_member = true});
  CHECK(average.is_average);
  CHECK(average.municipal == rates.get<RateKey::tax_municipal_average_pct>().value());
  CHECK(average.church == rates.get<RateKey::tax_church_average_pct>().value());
  CHECK(count(local({}).church) == 0);

  const auto refused = [&](const LocalTaxFacts& facts) {
    const Error e = local_tax(facts, rates).error();
    return std::string(e.field.text()) + " " + to_text(e.allowed);
  };
  CHECK(refused({.municipality = "Aarhus", .municipal = Percent::whole(25)}) == "municipal_tax not with municipality");
  CHECK(refused({.municipal = Percent::whole(25), .church_member = true}) == "church not with municipal_tax");
  CHECK(refused({.municipality = "Aarhus", .church = Percent::whole(1), .church_member = true}) == "church_tax not with church");
  CHECK(refused({.municipality = "Atlantis"}) == "municipality ");

  const auto next_year = MunicipalTaxTable::embedded()
                             .extended_by(
                                 "municipality,valid_from,valid_to,municipal_pct,church_pct,status,source\n"
                                 "Aarhus,2025-03-01,2025-12-31,20,1,read,a list\n")
                             .value();
  CHECK(count(local_tax({.municipality = "aarhus"}, rates, next_year).value().municipal) == 200'000);

  // 2024: no average is known here. With that of the municipalities alone the church's is still missing.
  const Month march = parse_month("2024-03").value();
  CHECK(local_tax({}, table.on(march)).error() ==
        Error{.code = ErrorCode::missing_fact, .field = Fact::municipal_tax, .allowed = AnyOf{{Fact::municipal_tax, Fact::municipality}}});
  const RateTable more = table
                             .extended_by(
                                 "key,valid_from,valid_to,value,unit,status,source,note\n"
                                 "tax_municipal_average_pct,2024-01-01,2024-12-31,25.1,pct,read,found,\n")
                             .value();
  CHECK(count(local_tax({}, more.on(march)).value().municipal) == 251'000);
  const Error church = local_tax({.church_member = true}, more.on(march)).error();
  CHECK(church.code == ErrorCode::rate_is_missing);
  CHECK(church.field == Fact::church);
}

TEST_CASE("the rates of a month are those of its first day, whatever table and month") {
  const RateTable table = RateTable::embedded();
  const auto later = table.extended_by(
      "key,valid_from,valid_to,value,unit,status,source,note\n"
      "taper_low_pct,2031-01-15,2099-12-31,31,pct,read,a list,\n");
  const RateTable far = RateTable::read(
                            "key,valid_from,valid_to,value,unit,status,source,note\n"
                            "taper_low_pct,1900-01-01,1900-12-31,30,pct,read,a list,\n"
                            "taper_high_pct,2500-02-03,,55,pct,read,a list,\n")
                            .value();
  for (const RateTable& each : {table, later.value(), far})
    for (Month month = std::chrono::year{1890} / 1; month < std::chrono::year{2510} / 1; month += std::chrono::months{1}) {
      const RatesOnDate of_month = each.on(month), of_day = each.on(first_day(month));
      REQUIRE(of_month.date() == first_day(month));
      REQUIRE(of_month.same_as(of_day));
    }
}

TEST_CASE("what is known on a day and its counts are what its rows say") {
  const RateTable table = RateTable::embedded();
  for (const sys_days day : table.changes()) {
    const RatesOnDate rates = table.on(day);
    for (std::size_t i = 0; i < rate_key_count; ++i) {
      const auto key = static_cast<RateKey>(i);
      const Rate* rate = rates.find(key);
      CAPTURE(info(key).name);
      CHECK(rates.count(key) == (rate != nullptr ? rate->count : 0));
      CHECK((rates.known()[i / 64] >> i % 64 & 1) == static_cast<std::uint64_t>(rate != nullptr));
    }
  }
}
