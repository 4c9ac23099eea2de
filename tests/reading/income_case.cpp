#include <doctest/doctest.h>

#include <algorithm>

#include <fleks/reading/case_file.hpp>
#include <fleks/reading/income_case.hpp>
#include <fleks/words/income.hpp>

using namespace fleks;
using namespace std::chrono_literals;

// Rulebook 11, BEK-FLT § 14: what the register says is facts of the case, what it cannot know is asked, nothing typed is lost.

namespace {

using enum RegisterAmount;
using Ask = IncomeQuestion::Kind;
using Why = IncomeLeftOut::Why;
constexpr Period february{2024y / 2 / 1, 2024y / 2 / 29}, march{2024y / 3 / 1, 2024y / 3 / 31};

RegisterReport report(std::string id, Period period, RegisterAmount of, std::int64_t kroner, std::string kind = {},
                      std::string type = "00") {
  RegisterReport r;
  r.payer = "12345678";
  r.id = std::move(id);
  r.employee = "17";
  r.period = period;
  r.disposal = Date{std::chrono::sys_days{period.last} - std::chrono::days{4}};
  r.income_type = std::move(type);
  r.parts.emplace_back().add(of, Money::kroner(kroner));
  r.parts.back().kind = std::move(kind);
  return r;
}
RegisterReport wage(std::string id, Period period, std::int64_t kroner) { return report(std::move(id), period, am_income, kroner); }
RegisterPerson person(std::vector<RegisterReport> reports) {
  return {.number = "3213990017", .zero_restored = false, .reports = std::move(reports)};
}
IncomeCase made(std::vector<RegisterReport> reports, const IncomeChoices& choices = {}, const Case* old = nullptr) {
  auto result = income_case(person(std::move(reports)), choices, old);
  REQUIRE(result.has_value());
  return *std::move(result);
}
bool asks(const IncomeCase& made, Ask kind) {
  return std::any_of(made.questions.begin(), made.questions.end(), [&](const IncomeQuestion& q) { return q.kind == kind; });
}
std::size_t left(const IncomeCase& made, Why why) {
  return static_cast<std::size_t>(
      std::count_if(made.left_out.begin(), made.left_out.end(), [&](const IncomeLeftOut& l) { return l.why == why; }));
}
/// The case as its file has it: what is written is what was made.
Case written(const IncomeCase& made, std::string_view old = {}) {
  const std::string text = case_text(made, old);
  const CaseReading reading = read_case(text);
  for (const Error& e : reading.errors) FAIL_CHECK(to_text(e.code), " ", std::string(e.field.text()), "\n", text);
  return reading.facts;
}

}  // namespace

TEST_CASE("one payer is the fleksjob, until the officer says otherwise") {
  const IncomeCase one = made({wage("A", february, 7200)});
  REQUIRE(one.facts.employments.size() == 1);
  CHECK(one.facts.employments[0].kind == Employment::Kind::fleksjob);
  CHECK(one.facts.employments[0].from == 2024y / 2 / 1);
  CHECK(one.facts.first == 2024y / 2);
  CHECK(one.facts.last == 2024y / 3);
  for (const Ask kind : {Ask::job_kind, Ask::job_begins, Ask::ceiling, Ask::holiday, Ask::private_pension, Ask::supplements})
    CHECK(asks(one, kind));
  CHECK(one.questions[0].place == "employments[0].kind");
  const WageRecord& w = one.facts.wages.at(0);
  CHECK(w.record.id == "12345678/A/2024-02-01");
  CHECK(w.record.known == 2024y / 2 / 25);
  CHECK(w.am_income == Money::kroner(7200));
  const Case read = written(one);
  CHECK(read.wages.at(0).am_income == w.am_income);
  CHECK(read.wages[0].disposal == w.disposal);

  const IncomeCase said =
      made({wage("A", february, 7200)}, {.jobs = {{"12345678", "", "other"}}, .ceiling = Money::kroner(27'800), .fetched = 2024y / 4 / 2});
  CHECK(said.facts.employments[0].kind == Employment::Kind::other);
  CHECK_FALSE(asks(said, Ask::job_kind));
  CHECK(said.facts.employments[0].ceilings.empty());
  CHECK(said.facts.wages[0].record.known == 2024y / 4 / 2);
  const IncomeCase ceiling = made({wage("A", february, 7200)},
                                  {.jobs = {{"12345678", "", "fleksjob"}}, .ceiling = Money::kroner(27'800), .fetched = 2024y / 4 / 2});
  CHECK(written(ceiling).employments[0].ceilings.at(0).ceiling.amount == Money::kroner(27'800));
  CHECK_FALSE(asks(ceiling, Ask::ceiling));
}

TEST_CASE("of several payers none is the fleksjob unsaid; numbers of employee can be told apart") {
  auto second = wage("B", march, 2000);
  second.payer = "23456789";
  const IncomeCase two = made({wage("A", february, 7200), second});
  CHECK(std::all_of(two.facts.employments.begin(), two.facts.employments.end(),
                    [](const Employment& e) { return e.kind == Employment::Kind::other; }));
  auto other_number = wage("C", february, 900);
  other_number.employee = "23";
  const IncomeCase numbers = made({wage("A", february, 7200), other_number});
  CHECK(numbers.facts.employments.size() == 1);
  CHECK(asks(numbers, Ask::two_employees));
  const IncomeCase apart =
      made({wage("A", february, 7200), other_number}, {.jobs = {{"12345678", "17", "fleksjob"}, {"12345678", "", "other"}}});
  REQUIRE(apart.facts.employments.size() == 2);
  CHECK(apart.facts.employments[0].id == "se-12345678");
  CHECK(apart.facts.employments[1].id == "se-12345678/17");
  CHECK(apart.facts.employments[1].kind == Employment::Kind::fleksjob);
  CHECK(written(apart).wages.at(1).employment == 0);
  const auto none = income_case(person({wage("A", february, 1)}), {.jobs = {{"12345678", "", "brugsen"}}});
  REQUIRE_FALSE(none.has_value());
  CHECK(none.error().code == ErrorCode::no_such_choice);
}

TEST_CASE("each kind of income is the fact that the law makes of it") {
  const IncomeCase all = made({wage("A", february, 7200), report("S", february, without_am, 2100, "0103", "07"),
                               report("M", february, without_am, 1, "0078"), report("R", february, without_am, 2, "0084"),
                               report("P", february, am_income, 3, "0105"), report("G", february, am_income, 4, "0104"),
                               report("L", february, am_income, 5, "", "10"), report("F", march, without_am, 16'000, "0083", "04"),
                               report("K", february, without_am, 6, "0041", "06"), report("U", february, am_income, 7, "", "04"),
                               report("D", february, without_am, 8, "", "07"), report("H", february, without_am, 9, "", "06")});
  const Case c = written(all);
  REQUIRE(c.daily_benefits.size() == 4);
  const auto benefit = [&](DailyBenefit::Kind kind) {
    return std::count_if(c.daily_benefits.begin(), c.daily_benefits.end(), [&](const DailyBenefit& b) { return b.kind == kind; });
  };
  CHECK(benefit(DailyBenefit::Kind::sickness) == 2);
  CHECK(benefit(DailyBenefit::Kind::maternity) == 1);
  CHECK(benefit(DailyBenefit::Kind::resource) == 1);
  REQUIRE(c.incomes.size() == 3);
  const auto income = [&](OtherIncome::Kind kind) {
    return std::count_if(c.incomes.begin(), c.incomes.end(), [&](const OtherIncome& i) { return i.kind == kind; });
  };
  CHECK(income(OtherIncome::Kind::care) == 1);
  CHECK(income(OtherIncome::Kind::replacing_wage) == 1);
  CHECK(income(OtherIncome::Kind::guarantee_fund) == 1);
  REQUIRE(all.paid.size() == 1);
  CHECK(all.paid[0].month == 2024y / 3);
  CHECK(all.paid[0].amount == Money::kroner(16'000));
  CHECK(left(all, Why::own_subsidy) == 1);
  CHECK(left(all, Why::other_benefit) == 2);
  CHECK(left(all, Why::unknown_income) == 1);
  CHECK(asks(all, Ask::unknown_kind));
}

TEST_CASE("what a report has beside wage is left out with its reason, or asked for") {
  auto r = wage("A", february, 8000);
  RegisterPart& p = r.parts[0];
  for (const RegisterAmount each : {a_tax, own_atp, severance, net_holiday_pay, gross_holiday_213}) p.add(each, Money::kroner(10));
  p.add(company_car, Money::kroner(500));
  p.add(telephone, Money::kroner(100));
  p.add(holiday_allowance, Money::kroner(1000));
  p.paid_hours = Hours::whole(52);
  p.others.push_back({16001, "100000000000000333", "12.00", 7});
  r.correction = true;
  const IncomeCase one = made({r});
  CHECK(left(one, Why::not_wage) == 4);
  CHECK(left(one, Why::unknown_field) == 1);
  CHECK(asks(one, Ask::holiday_pay));
  CHECK(asks(one, Ask::bonus_months));
  CHECK(asks(one, Ask::corrected_months));
  const WageRecord w = written(one).wages.at(0);
  CHECK(w.benefits_in_kind == Money::kroner(600));
  CHECK(w.holiday_allowance == Money::kroner(1000));
  CHECK(*w.paid_hours == Hours::whole(52));

  // After tax it is kept, and its tax asked for, unless the gross is there as well.
  auto net = wage("A", february, 8000);
  net.parts[0].add(net_holiday_pay, Money::kroner(610));
  net.parts[0].add(net_on_leaving, Money::kroner(40));
  net.parts[0].holiday_days = Days::whole(2);
  const IncomeCase after_tax = made({net});
  CHECK(asks(after_tax, Ask::holiday_tax));
  CHECK(std::any_of(after_tax.questions.begin(), after_tax.questions.end(),
                    [](const IncomeQuestion& q) { return q.place == "wages[0].holiday_tax"; }));
  CHECK(written(after_tax).wages.at(0).net_holiday_allowance == Money::kroner(650));
  CHECK(left(after_tax, Why::not_wage) == 1);  // the days
  CHECK_FALSE(asks(one, Ask::holiday_tax));
  // Without pay it says nothing of the month's wage.
  auto alone = wage("B", march, 0);
  alone.parts[0] = {};
  alone.parts[0].add(net_holiday_pay, Money::kroner(610));
  const IncomeCase no_wage = made({wage("A", february, 8000), alone});
  CHECK(no_wage.facts.wages.size() == 1);
  CHECK(asks(no_wage, Ask::holiday_pay));

  // More holiday allowance than pay is not inside it.
  auto more = wage("A", february, 100);
  more.parts[0].add(holiday_allowance, Money::kroner(200));
  const IncomeCase outside = made({more});
  CHECK(outside.facts.wages.at(0).holiday_allowance == Money{});
  CHECK(asks(outside, Ask::holiday_pay));
  auto nothing = wage("B", march, 0);
  nothing.parts[0] = {};
  CHECK(left(made({wage("A", february, 1), nothing}), Why::nothing) == 1);
}

TEST_CASE("a large payment is asked about, an ordinary one is not") {
  std::vector<RegisterReport> reports;
  for (unsigned m = 1; m <= 4; ++m) {
    const Month month = 2024y / std::chrono::month{m};
    reports.push_back(wage("M" + std::to_string(m), {month / 1, Date{month / std::chrono::last}}, m == 3 ? 12'000 : 7200));
  }
  const IncomeCase all = made(reports);
  const auto question =
      std::find_if(all.questions.begin(), all.questions.end(), [](const IncomeQuestion& q) { return q.kind == Ask::bonus_months; });
  REQUIRE(question != all.questions.end());
  CHECK(question->place == "wages[2].bonus");
  CHECK(question->month == 2024y / 3);
}

TEST_CASE("a month whose sum is below zero is an error that names its reports") {
  const auto below = income_case(person({wage("A", february, 700), wage("B", february, -900)}), {});
  REQUIRE_FALSE(below.has_value());
  CHECK(below.error().code == ErrorCode::negative);
  CHECK(below.error().given == "-200.00");
  CHECK(below.error().field.text() == "felt 13 2024-02 (12345678/A/2024-02-01, 12345678/B/2024-02-01)");
  auto hours = wage("A", february, 700);
  hours.parts[0].paid_hours = Hours::of_ten_thousandths(-10'000);
  CHECK_FALSE(income_case(person({hours}), {}).has_value());
  const IncomeCase fine = made({wage("A", february, 900), wage("B", february, -700), wage("C", february, -100)});
  CHECK(written(fine).wages.size() == 3);
  // Two reports may say the same.
  CHECK(written(made({wage("A", february, 900), wage("B", february, 900)})).wages.size() == 2);
  // Benefits are corrected in the same way.
  const IncomeCase benefit = made({report("S", february, without_am, 500, "0103"), report("T", february, without_am, -200, "0103")});
  CHECK(written(benefit).daily_benefits.size() == 2);
}

TEST_CASE("no report at all is told; with a case there may be none") {
  CHECK(income_case(person({}), {}).error().code == ErrorCode::missing_fact);
  const Case old = read_case(R"({"from": "2024-02", "to": "2024-03", "employments": []})").facts;
  CHECK(made({}, {}, &old).facts.last == 2024y / 3);
  const IncomeCase only_paid = made({report("F", march, without_am, 16'000, "0083", "04")});
  CHECK(only_paid.facts.first == 2024y / 3);
}

TEST_CASE("an old case is added to: every letter stays, records are known again, changes are corrections") {
  const std::string old_text =
      "{\"from\": \"2024-02\",  \"name\":\"Mette \\\"M\\\"\",\n \"to\" : \"2024-02\",\n \"employments\": [ {\"id\": \"brugsen\", "
      "\"from\": \"2024-01-01\" } ],\n \"wages\": [],\n \"holidays\": null }\n";
  const CaseReading old = read_case(old_text);
  REQUIRE(old.good());
  const IncomeCase first =
      made({wage("A", february, 7200)}, {.jobs = {}, .ceiling = Money::kroner(27'800), .fetched = 2024y / 3 / 1}, &old.facts);
  CHECK(asks(first, Ask::same_job));
  const std::string text = case_text(first, old_text);
  CHECK(text.find("\"name\":\"Mette \\\"M\\\"\"") != std::string::npos);
  CHECK(text.find("\"to\" : \"2024-03\"") != std::string::npos);
  CHECK(text.ends_with(" \"holidays\": null }\n"));
  CaseReading second = read_case(text);
  REQUIRE(second.good());
  CHECK(second.facts.wages.at(0).employment == 0);
  CHECK(second.facts.employments[0].ceilings.size() == 1);

  // The same once more: nothing, to the letter.
  const IncomeCase again = made({wage("A", february, 7200)}, {.jobs = {}, .ceiling = {}, .fetched = 2024y / 4 / 1}, &second.facts);
  CHECK(again.recognised == 1);
  CHECK(case_text(again, text) == text);

  // The officer tells of a bonus; the register changes the pay, and takes back another.
  const auto at = text.find("\"am_income\"");
  std::string typed = text;
  typed.insert(at, "\"bonus\": [{\"amount\": \"100\", \"from\": \"2024-02\", \"to\": \"2024-02\"}], ");
  second = read_case(typed);
  REQUIRE(second.good());
  CHECK(case_text(made({wage("A", february, 7200)}, {}, &second.facts), typed) == typed);
  const auto march_wage = wage("B", march, 7000);
  const IncomeCase changed =
      made({wage("A", february, 7100), march_wage}, {.jobs = {}, .ceiling = {}, .fetched = 2024y / 4 / 2}, &second.facts);
  CHECK(changed.corrected == 1);
  const Case c = written(changed, typed);
  REQUIRE(c.wages.size() == 3);
  CHECK(c.wages[1].record.id == "12345678/A/2024-02-01/r2");
  CHECK(c.wages[1].record.corrects == "12345678/A/2024-02-01");
  CHECK(c.wages[1].record.known == 2024y / 4 / 2);
  CHECK(c.last == 2024y / 4);
  const std::string third_text = case_text(changed, typed);
  auto back = march_wage;
  back.reversal = true;
  const IncomeCase third = made({wage("A", february, 7100), march_wage, back}, {.jobs = {}, .ceiling = {}, .fetched = 2024y / 5 / 2}, &c);
  CHECK(third.corrected == 1);
  const Case after = written(third, third_text);
  REQUIRE(after.wages.size() == 4);
  CHECK(after.wages[3].record.withdrawn);
  CHECK(after.wages[3].record.corrects == "12345678/B/2024-03-01");
  CHECK(after.wages[3].record.known == 2024y / 5 / 2);
  // And once more, corrected again: a third version of the first.
  const IncomeCase fourth = made({wage("A", february, 7050), march_wage, back}, {}, &after);
  CHECK(written(fourth, case_text(third, third_text)).wages.at(4).record.id == "12345678/A/2024-02-01/r3");
}

TEST_CASE("a case without lists gets them, a job that has other records of the payer keeps them") {
  const std::string bare = "{\"from\": \"2024-02\", \"to\": \"2024-02\", \"employments\": []}";
  const CaseReading old = read_case(bare);
  const IncomeCase one =
      made({wage("A", february, 7200), report("S", february, without_am, 10, "0103"), report("P", february, am_income, 3, "0105")}, {},
           &old.facts);
  const std::string text = case_text(one, bare);
  CaseReading read = read_case(text);
  REQUIRE(read.good());
  CHECK(read.facts.daily_benefits.size() == 1);
  CHECK(read.facts.incomes.size() == 1);
  CHECK(read.facts.employments.at(0).id == "se-12345678");
  std::string renamed = text;
  for (std::size_t at = 0; (at = renamed.find("\"se-12345678\"")) != std::string::npos;) renamed.replace(at, 13, "\"brugsen\"");
  read = read_case(renamed);
  REQUIRE(read.good());
  const IncomeCase more = made({wage("A", february, 7200), wage("B", march, 7200)}, {}, &read.facts);
  CHECK(more.facts.employments.size() == 1);
  CHECK_FALSE(asks(more, Ask::same_job));
  const IncomeCase named = made({wage("A", february, 7200)}, {.jobs = {{"12345678", "", "brugsen"}}}, &read.facts);
  CHECK(named.recognised == 3 - 2);
}

TEST_CASE("reports are cut to the days of the job, and left out before it") {
  const std::string text =
      R"({"from": "2024-02", "to": "2024-04", "employments": [{"id": "a", "from": "2024-02-15", "to": "2024-03-20"}], "wages": []})";
  const CaseReading old = read_case(text);
  REQUIRE(old.good());
  const Period january{2024y / 1 / 1, 2024y / 1 / 31}, april{2024y / 4 / 1, 2024y / 4 / 30};
  const IncomeCase all = made({wage("J", january, 1), wage("F", february, 2), wage("M", march, 3), wage("N", april, 4)},
                              {.jobs = {{"12345678", "", "a"}}}, &old.facts);
  CHECK(left(all, Why::before_job) == 1);
  const Case c = written(all, text);
  REQUIRE(c.wages.size() == 3);
  CHECK(c.wages[0].period == Period{2024y / 2 / 15, 2024y / 2 / 29});
  CHECK(c.wages[1].period == Period{2024y / 3 / 1, 2024y / 3 / 20});
  CHECK(c.wages[2].period == april);
}

TEST_CASE("two of one name are two records, and are matched by what they say") {
  const auto a = wage("LON", february, 7000), b = wage("LON", february, 200);
  const IncomeCase two = made({a, b});
  REQUIRE(two.facts.wages.size() == 2);
  CHECK(two.facts.wages[1].record.id == "12345678/LON/2024-02-01#2");
  const Case c = written(two);
  CHECK(made({b, a}, {}, &c).facts.wages.size() == 2);
  const IncomeCase changed = made({b, wage("LON", february, 6900)}, {}, &c);
  CHECK(changed.corrected == 1);
  CHECK(changed.facts.wages.at(2).record.corrects == "12345678/LON/2024-02-01");
  CHECK(made({a, b, wage("LON", february, 5)}, {}, &c).facts.wages.at(2).record.id == "12345678/LON/2024-02-01#3");
}

TEST_CASE("the person's number is in no id, unless it is asked for") {
  const IncomeCase hidden = made({wage("LON-3213990017", february, 7000)});
  CHECK(case_text(hidden).find("3213990017") == std::string::npos);
  const IncomeCase shown = made({wage("LON-3213990017", february, 7000)}, {.jobs = {}, .ceiling = {}, .fetched = {}, .keep_person = true});
  CHECK(case_text(shown).find("LON-3213990017") != std::string::npos);
}

TEST_CASE("a reversal that came first, one of nothing, and the same twice are told") {
  auto back = wage("A", february, 7200);
  back.reversal = true;
  auto unknown = wage("X", february, 1);
  unknown.reversal = true;
  const IncomeCase all = made({back, wage("A", february, 7200), unknown, wage("B", march, 1), wage("B", march, 1)});
  CHECK(all.facts.wages.size() == 1);
  CHECK(left(all, Why::reversal) == 1);
  CHECK(left(all, Why::reversed) == 1);
  CHECK(left(all, Why::unknown_reversal) == 1);
  CHECK(left(all, Why::twice) == 1);
  CHECK(asks(all, Ask::unknown_reversal));
  auto marked = wage("C", march, 5);
  marked.parts[0].reversed = true;
  CHECK(left(made({wage("B", march, 1), marked}), Why::reversed) == 1);
}

TEST_CASE("what a payer is, as people write it") {
  const PayerIs plain = parse_payer_is("12345678=fleksjob").value();
  CHECK(plain.payer == "12345678");
  CHECK(plain.employee.empty());
  CHECK(plain.is == "fleksjob");
  const PayerIs number = parse_payer_is("12345678/17=a=b").value();
  CHECK(number.employee == "17");
  CHECK(number.is == "a=b");
  for (const char* wrong : {"", "12345678", "12345678=", "1234567=other", "1234567x=other", "=other"})
    CHECK(parse_payer_is(wrong).error().code == ErrorCode::no_such_choice);
}
