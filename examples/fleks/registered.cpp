#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <iterator>

#include "audit.hpp"
#include "command.hpp"
#include "table_form.hpp"
#include "workbook.hpp"

// The library's tasks as subcommands: how they are asked for on a command line, and what they ask of the machine.

namespace program {
namespace {

using fleks::ErrorCode;

/// How a task is asked for here, and an example of it.
struct Usage {
  std::string_view task;
  Text usage, example;
};
constexpr Usage usages[] = {
    {"audit",
     {"--month ÅÅÅÅ-MM LØN --paid KR [valg]\n      fleks audit --batch IND.csv -o UD.csv [valg]\nLØN er én af --am-income, "
      "--monthly-wage, --hourly-wage.",
      "--month YYYY-MM PAY --paid KR [options]\n       fleks audit --batch IN.csv -o OUT.csv [options]\nPAY is one of --am-income, "
      "--monthly-wage, --hourly-wage."},
     {"  fleks audit --month 2024-03 --am-income 14400 --employer-pension 1200 --ceiling 32067 --paid 15632\ngiver afslutningskode 1: "
      "der er "
      "udbetalt 360,00 kr. for meget, fordi arbejdsgivers pensionsbidrag\nikke er talt med i lønnen. Med --ceiling siger "
      "--ceiling-pension "
      "og de andre dele, hvad\nlønloftet omfatter.",
      "  fleks audit --month 2024-03 --am-income 14400 --employer-pension 1200 --ceiling 32067 --paid 15632 --lang en\ngives exit 1: "
      "DKK 360.00 too much was paid, because the employer's pension was left out\nof the wage. With --ceiling, --ceiling-pension and "
      "the "
      "other parts say what the ceiling holds."}},
    {"ceiling",
     {"--hourly KR | --monthly-base KR [valg]", "--hourly KR | --monthly-base KR [options]"},
     {"  fleks ceiling --hourly 200 --pension 8\ngiver 34.632,00 kr.: 200 × 37 × 52/12, og 8 pct. pension.",
      "  fleks ceiling --hourly 200 --pension 8 --lang en\ngives DKK 34,632.00: 200 × 37 × 52/12, and 8 per cent pension."}},
    {"holiday",
     {"--from DATO --to DATO --monthly-pay KR --kind pay|allowance [valg]",
      "--from DATE --to DATE --monthly-pay KR --kind pay|allowance [options]"},
     {"  fleks holiday --from 2024-09-01 --to 2025-08-31 --monthly-pay 12000 --kind allowance\ngiver 25 dage og 18.000,00 kr. i "
      "feriegodtgørelse.",
      "  fleks holiday --from 2024-09-01 --to 2025-08-31 --monthly-pay 12000 --kind allowance --lang en\ngives 25 days and a "
      "holiday allowance of DKK 18,000.00."}},
    {"hours",
     {"--year ÅÅÅÅ --hourly-wage KR [valg]\n"
      "Et beløb eller en procent, der ikke kendes, er ? eller A..B: så vises hvad der er i hånden mindst og højst.",
      "--year YYYY --hourly-wage KR [options]\n"
      "An amount or a percentage that is not known is ? or A..B: what is in hand at least and at most is shown."},
     {"fleks hours --year 2024 --hourly-wage 120 --municipal-tax 25\n  viser, at 37 timer giver mindre i hånden end 1 time: "
      "lønloftet tager hele gevinsten allerede fra den første time.",
      "fleks hours --year 2024 --hourly-wage 120 --municipal-tax 25 --lang en\n  shows that 37 hours put less in hand than 1 "
      "hour: the ceiling takes every hour from the first."}},
    {"housing",
     {"--year ÅÅÅÅ --income KR --rent KR [valg]", "--year YYYY --income KR --rent KR [options]"},
     {"  fleks housing --year 2026 --income 432000 --rent 7600 --area 60 --heat-apart\ngiver 740,00 kr. om måneden.",
      "  fleks housing --year 2026 --income 432000 --rent 7600 --area 60 --heat-apart --lang en\ngives DKK 740.00 a month."}},
    {"ledighedsydelse",
     {"--month ÅÅÅÅ-MM --class SATS [valg]\n"
      "Et beløb, timer eller dage, der ikke kendes, er ? eller A..B: så vises hvad ydelsen er mindst og højst.",
      "--month YYYY-MM --class CLASS [options]\n"
      "An amount, hours or days that are not known are ? or A..B: what the benefit is at least and at most is shown."},
     {"  fleks ledighedsydelse --month 2022-05 --class full --am-income 3000\ngiver 16.322,00 kr.: 17.222,00 - 30 pct. af 3.000,00.",
      "  fleks ledighedsydelse --month 2022-05 --class full --am-income 3000 --lang en\ngives DKK 16,322.00: 17,222.00 - 30 per cent "
      "of "
      "3,000.00."}},
    {"month",
     {"--month ÅÅÅÅ-MM LØN [valg]\n      fleks month --from-xlsx FIL [valg]\nLØN er én af --am-income, --monthly-wage, "
      "--hourly-wage.\n"
      "Et beløb, timer, dage eller procent, der ikke kendes, er ? eller A..B: så vises hvad tilskuddet er mindst og højst.",
      "--month YYYY-MM PAY [options]\n       fleks month --from-xlsx FILE [options]\nPAY is one of --am-income, --monthly-wage, "
      "--hourly-wage.\n"
      "An amount, hours, days or per cent that are not known are ? or A..B: what the subsidy is at least and at most is shown."},
     {"  fleks month --month 2024-03 --am-income 15600 --ceiling 32067\ngiver 15.272,00 kr.: 19.952,00 - 30 pct. af 15.600,00, "
      "og lønloftet er ikke nået.",
      "  fleks month --month 2024-03 --am-income 15600 --ceiling 32067 --lang en\ngives DKK 15,272.00: 19,952.00 - 30 per cent "
      "of 15,600.00, and the ceiling is not reached."}},
    {"municipality",
     {"INDSATS.json [valg]\n      fleks municipality --case SAG.json [valg]",
      "EFFORT.json [options]\n       fleks municipality --case CASE.json [options]"},
     {"  fleks municipality --case examples/cases/late_wage_report.json\nviser, hvad kommune og stat bærer af hver måned, og hvorfor.",
      "  fleks municipality --case examples/cases/late_wage_report.json --lang en\nshows what municipality and state bear of each "
      "month, and why."}},
    {"rates",
     {"[--date DATO] [--key NAVN] [--format text|csv|json] [--rates FIL]\n      fleks rates --check FIL\n      fleks rates --diff "
      "GAMMEL NY",
      "[--date DATE] [--key NAME] [--format text|csv|json] [--rates FILE]\n       fleks rates --check FILE\n       fleks rates "
      "--diff OLD NEW"},
     {"  fleks rates --date 2024-03-01 --key fleksloentilskud_max_month\ngiver 19.952 kr. om måneden, 1.1.2024-31.12.2024, og "
      "hvor det står.",
      "  fleks rates --date 2024-03-01 --key fleksloentilskud_max_month --lang en\ngives DKK 19,952 a month, 2024-01-01 to "
      "2024-12-31, and where it stands."}},
    {"rules",
     {"[REGEL…] [--date DATO] [valg]\n      fleks rules --changes [REGEL…] [--date DATO]",
      "[RULE…] [--date DATE] [options]\n       fleks rules --changes [RULE…] [--date DATE]"},
     {"  fleks rules FLT-11 --date 2014-06-30\ngiver lønloftet: reglen med sin paragraf (LAB § 70 f, stk. 3), status, valg og "
      "test, som den gjaldt.",
      "  fleks rules FLT-11 --date 2014-06-30 --lang en\ngives the ceiling: the rule with its paragraph (LAB § 70 f, stk. 3), "
      "status, option "
      "and tests, as it held."}},
    {"self-employed",
     {"--year ÅÅÅÅ --income KR[,KR,KR] [valg]", "--year YYYY --income KR[,KR,KR] [options]"},
     {"  fleks self-employed --year 2019 --income 48000\ngiver 126.806,00 kr.: 141.206,00 - 30 pct. af 48.000,00.",
      "  fleks self-employed --year 2019 --income 48000 --lang en\ngives DKK 126,806.00: 141,206.00 - 30 per cent of 48,000.00."}},
    {"tax",
     {"--year ÅÅÅÅ --wage KR [valg]\nBeløb er for hele året.", "--year YYYY --wage KR [options]\nAmounts are for the whole year."},
     {"  fleks tax --year 2026 --wage 600000 --municipality København\ngiver 208.725,00 kr. i AM-bidrag og skat.",
      "  fleks tax --year 2026 --wage 600000 --municipality København --lang en\ngives DKK 208,725.00 of AM-bidrag and tax."}},
};

/// None of a task that is the program's own.
const Usage* usage_of(std::string_view task) {
  const auto* found = std::ranges::find(usages, task, &Usage::task);
  return found == std::end(usages) ? nullptr : found;
}

/// What says how the answer to a table is written has no effect on that to one payment.
int audit(const Arguments& a, Output& out, Files& files) {
  if (const std::string* table = a.text("batch")) return audit_batch(a, *table, out, files);
  for (const Option& option : form_options())
    if (a.has(option.name))
      throw Stop{{.code = ErrorCode::exclusive_facts, .field = asked(option.name), .allowed = fleks::OnlyWith{{asked("batch")}}}};
  return audit_task().run(a, out);
}

std::vector<Option> of_tables() {
  return joined({{{.name = "batch",
                   .value = {"FIL", "FILE"},
                   .help = {"en fil af måneder: kolonnerne fra fleks population og paid,\nog disse valg som kolonner (_ for -); - er "
                            "standardindlæsning",
                            "a file of months: the columns of fleks population and paid,\nand these options as columns (_ for -); - is "
                            "standard input"},
                   .role = Option::Role::machine}},
                 form_options()});
}
std::vector<Option> of_workbooks() {
  return {workbook_option({"måned og fakta fra et regneark, som --format xlsx har lavet, og som er udfyldt",
                           "month and facts from a workbook that --format xlsx made and that was filled in"})};
}

const bool registered = [] {
  for (Command task : own_tasks()) {
    const std::string_view name = task.name;
    const Usage* usage = usage_of(name);
    task.usage = usage->usage;
    task.example = usage->example;
    if (name == "month") task.more = of_workbooks;
    if (name == "audit") {
      task.more = of_tables;
      task.run_with_files = audit;
    }
    Registered{task};
  }
  return true;
}();

std::optional<std::size_t> columns_of_terminal() {
  if (isatty(STDOUT_FILENO) != 1) return std::nullopt;
  constexpr std::size_t ordinary = 80;
  winsize size{};
  const bool told = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col != 0;
  return told ? size.ws_col : ordinary;
}

}  // namespace

Machine this_machine() {
  return {.read_file = read_file, .month_workbook = workbook, .hours_workbook = workbook, .terminal = columns_of_terminal};
}

int run_here(const Command& command, const Arguments& given, Output& output, Files& files) {
  Arguments arguments = with_workbook(command.name, given);
  const bool to_file = arguments.has("output");
  if (const std::string* format = arguments.text("format"); format != nullptr && *format == "xlsx" && !to_file)
    throw Stop{{.code = ErrorCode::missing_fact, .field = asked("output")}};
  if (to_file) arguments.machine.terminal = nullptr;
  // The library's have no use for where it is written.
  if (usage_of(command.name) != nullptr && command.run_with_files == nullptr) arguments.options.erase("output");
  return run(command, arguments, output, &files);
}

}  // namespace program
