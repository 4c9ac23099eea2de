#include "history/case_by_text.hpp"
#include "rules/steps.hpp"

using namespace fleks;
using namespace case_by_text;

// FLT-12: which holiday days on ledighedsydelse a subsidy loses. 2024: the highest subsidy is 19.952, 30 pct. of the wage.

TEST_CASE("FLT-12: holiday while on ledighedsydelse, though in other work, takes nothing of the subsidy of the fleksjob that follows") {
  const auto m =
      months(R"("from": "2024-05", "to": "2024-05", "employments": [{"id": "o", "kind": "other", "from": "2023-01-01", "to": "2024-04-30"},
    {"id": "a", "from": "2024-05-01"}], "ledighedsydelse": [{"from": "2024-01-01", "to": "2024-04-30", "class": "full"}],
    "holidays": [{"kind": "ledighedsydelse", "from": "2024-04-08", "to": "2024-04-12"}], "wages": [)" +
             wage("a", "2024-05", "8000") + "]");
  CHECK(subsidy(m[0]) == "17552.00");
}

TEST_CASE("FLT-12, LY-2: the class of a holiday begun in the month before is that of its first day in the month") {
  // 2021: the ledighedsydelse paid for the days is deducted. From September 2020 nine months go to 31 May.
  const auto june = [](const std::string& job, const std::string& from) {
    const auto m = months(R"("from": "2021-06", "to": "2021-06", "employments": [{"id": "a", "from": ")" + job + R"("}], "wages": [)" +
                          wage("a", "2021-05", "1000") + R"(], "holidays": [{"kind": "ledighedsydelse", "from": ")" + from +
                          R"(", "to": "2021-06-01"}])");
    return subsidy(m[0]) + " and " + benefit(m[0]);
  };
  CHECK(june("2020-09-01", "2021-05-27") == june("2020-09-01", "2021-06-01"));
  CHECK(june("2020-09-01", "2021-06-01") != june("2020-10-01", "2021-06-01"));
}

TEST_CASE("FLT-12: that the days of a last month are taken at once is said of those alone") {
  const auto said = [](const std::string& month, const std::string& holiday, const std::string& end) {
    const Month m = parse_month(month).value();
    const auto all =
        months(R"("from": ")" + month + R"(", "to": ")" + month + R"(", "employments": [{"id": "a", "from": "2020-01-01")" + end +
               R"(}], "wages": [)" + wage("a", to_text(month_before(m)), "1000") +
               R"(], "holidays": [{"kind": "ledighedsydelse", "from": ")" + holiday + R"(-06", "to": ")" + holiday + R"(-06"}])");
    return std::any_of(all[0].steps.begin(), all[0].steps.end(), [](const Step& s) { return steps::is<steps::HolidayOfLastMonth>(s); });
  };
  CHECK(said("2025-02", "2025-02", R"(, "to": "2025-02-28")"));
  CHECK(!said("2025-02", "2025-01", R"(, "to": "2025-02-28")"));
  CHECK(!said("2025-02", "2025-01", ""));
  CHECK(!said("2023-02", "2023-02", R"(, "to": "2023-02-28")"));  // then each month's days were its own
}

TEST_CASE("FLT-12, LY-15: what is deducted for holiday days is whole kroner, and whole øre before May 2014, to the nearest") {
  const auto june = [](const std::string& year, const std::string& last) {
    return subsidy(months(R"("from": ")" + year + R"(-06", "to": ")" + year +
                          R"(-06", "sickness_benefit_right": true, "employments": [{"id": "a", "from": "2013-01-01"}], "wages": [)" +
                          wage("a", year + "-05", "1000") + R"(], "holidays": [{"kind": "ledighedsydelse", "from": ")" + year +
                          R"(-06-03", "to": ")" + year + "-06-" + last + R"("}])")[0]);
  };
  // 18.936 - 300, less a day's 793,71 or two days' 1.587,42.
  CHECK(june("2021", "03") == "17842.00");
  CHECK(june("2021", "04") == "17049.00");
  // 17.008 - 300, less a day's 712,9846 or two days' 1.425,9692.
  CHECK(june("2013", "03") == "15995.02");
  CHECK(june("2013", "04") == "15282.03");
}
