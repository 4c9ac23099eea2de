import fleks.Fleks;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Every benefit of the Java class, with the amounts of the C header's examples, and what it refuses. Usage: Benefits CASE.json */
public final class Benefits {
  private static int failed = 0;

  private static void same(String what, Object wanted, Object got) {
    if (wanted.equals(got)) return;
    ++failed;
    System.err.println(what + ": " + got + " and not " + wanted);
  }

  private static BigDecimal kr(String text) {
    return new BigDecimal(text);
  }

  /** What is refused, as `code field: message`. */
  private static String refused(Supplier<?> call) {
    try {
      return "not refused: " + call.get();
    } catch (Fleks.FleksException e) {
      if (e.name().isEmpty()) ++failed;
      return e.code() + " " + e.getMessage();
    }
  }

  public static void main(String[] arguments) throws Exception {
    try (Fleks fleks = new Fleks(Fleks.Language.ENGLISH); Fleks paaDansk = new Fleks(Fleks.Language.DANISH)) {
      Fleks.Ledighedsydelse benefit =
          new Fleks.Ledighedsydelse(YearMonth.of(2022, 5), Fleks.BenefitClass.FULL).amIncome(kr("3000"));
      same("ledighedsydelse", kr("16322.00"), fleks.of(benefit).ledighedsydelse());
      same("own ATP of it", kr("95.00"), fleks.of(benefit).ownAtp());
      Fleks.Ceiling ceiling = Fleks.Ceiling.fromHourly(LocalDate.of(2024, 1, 1), kr("200")).pension(kr("8"));
      same("ceiling", kr("34632.00"), fleks.of(ceiling));
      Fleks.Holiday holiday = new Fleks.Holiday(LocalDate.of(2024, 9, 1), LocalDate.of(2025, 8, 31), kr("12000"), false);
      same("days", kr("25.0000"), fleks.of(holiday).daysEarned());
      same("allowance", Optional.of(kr("18000.00")), fleks.of(holiday).holidayAllowance());
      same("supplement", Optional.empty(), fleks.of(holiday).holidaySupplement());
      Fleks.SelfEmployed year = new Fleks.SelfEmployed(2019, kr("48000"));
      same("grant", kr("126806.00"), fleks.of(year).grant());
      Fleks.Tax tax = new Fleks.Tax(2021).municipalTax(kr("23.8")).pay(kr("120000"));
      same("tax", kr("29434.00"), fleks.of(tax).total());
      Fleks.Month month = new Fleks.Month(YearMonth.of(2024, 3)).amIncome(kr("15600")).ceiling(kr("32067"));
      Fleks.Finding found = fleks.of(new Fleks.Audit(month, kr("15484.50")));
      same("audit", List.of(false, kr("-212.50")), List.of(found.right(), found.difference()));
      same("right", true, fleks.of(new Fleks.Audit(month, kr("15272"))).right());
      Fleks.Month other =
          new Fleks.Month(YearMonth.of(2024, 3)).amIncome(kr("15600")).otherWage(kr("3000.50")).ceiling(kr("20000"));
      same("a choice", false,
          fleks.of(other, new Fleks.Options().otherWageUnderCeiling(true)).equals(
              fleks.of(other, new Fleks.Options().otherWageUnderCeiling(false))));
      for (Fleks.Facts<?> each : List.of(benefit, ceiling, holiday, year, tax, month, new Fleks.Audit(month, kr("1"))))
        for (Fleks.Form form : List.of(Fleks.Form.TEXT, Fleks.Form.JSON))
          same("explained", form == Fleks.Form.JSON, fleks.explained(each, form).startsWith("{\n  \"fleks\": {"));

      String json = Files.readString(Path.of(arguments[0]));
      same("correction", true,
          fleks.caseCorrection(json, YearMonth.of(2024, 2), null, Fleks.Form.JSON).contains("\"total\": \""));
      same("letter", true, paaDansk.caseLetter(json, YearMonth.of(2024, 4), null, Fleks.Form.TEXT).contains("april 2024"));
      String record = fleks.caseRecord(json, null, null), corrected = fleks.caseRecord(json, YearMonth.of(2024, 2), null);
      same("record", new Fleks.Verification(true, "record: the same result\n"), fleks.verify(record, Fleks.Form.TEXT));
      same("record of a correction", true, fleks.verify(corrected, Fleks.Form.JSON).same());
      same("a changed record", false, fleks.verify(record.replace("\"payout\":\"17033.00\"", "\"payout\":\"17034.00\""), Fleks.Form.TEXT).same());
      same("ledger", true,
          fleks.caseLedger(json, null, Fleks.FleksbidragBase.AFTER_REFUND, Fleks.WeeksOfMonth.CALENDAR_DAYS, Fleks.Form.JSON)
              .contains("\"refund_pct\""));
      same("effort", true, refused(() -> fleks.effort("{}", Fleks.Form.JSON)).startsWith("10 "));

      Fleks.Months rows = new Fleks.Months();
      rows.amIncome = new long[] {1560000, 1560000, -1};
      rows.ledighedsydelseDays = new long[] {20000, 20000, 0};
      rows.ledighedsydelse = new long[] {160000, Fleks.Months.NOT_KNOWN, Fleks.Months.NOT_KNOWN};
      Fleks.Statements columns = fleks.compute(YearMonth.of(2021, 5), rows);
      same("a row's subsidy", List.of(1257200L, 0), List.of(columns.fleksloentilskud()[0], columns.status()[0]));
      same("a row without what was paid on ledighedsydelse, and one below zero", List.of(10, 5, Fleks.Months.NOT_KNOWN),
          List.of(columns.status()[1], columns.status()[2], columns.payout()[2]));
      rows.ceiling = new long[2];
      same("a column too short", "25 ceiling: has not 3 rows as am_income.", refused(() -> fleks.compute(YearMonth.of(2021, 5), rows)));

      Fleks.CaseMonths months;
      Fleks.CaseCorrection correction;
      try (Fleks.CaseFile file = fleks.caseFile(json)) {
        months = file.months(Fleks.Detail.STEPS, null, null, null);
        correction = file.correction(YearMonth.of(2024, 2), null);
        same("amounts alone", List.of(months.months(), List.of(), List.of()),
            List.of(file.months(Fleks.Detail.AMOUNTS, null, null, null).months(), file.months(Fleks.Detail.AMOUNTS, null, null, null).facts(),
                file.months(Fleks.Detail.FACTS, null, null, null).steps()));
        same("as it was known", kr("17033.00"),
            file.months(Fleks.Detail.AMOUNTS, LocalDate.of(2024, 4, 30), YearMonth.of(2024, 4), YearMonth.of(2024, 4)).months().get(0).payout());
        same("a month outside", "7 last", refused(() -> file.months(Fleks.Detail.AMOUNTS, null, null, YearMonth.of(2099, 1))).split(":")[0]);
      }
      same("months", 5, months.months().size());
      same("steps", true, months.steps().stream().anyMatch(step -> step.rule().equals("FLT-8") && step.amount().signum() > 0));
      same("facts", true, months.facts().stream().anyMatch(fact -> fact.counts() == 0 && fact.amount().signum() > 0));
      same("the correction's months", correction.total(),
          correction.months().stream().map(Fleks.CorrectedMonth::difference).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add));
      same("no case", "10 from", refused(() -> fleks.caseFile("{}")).split(":")[0]);
      same("no impact of what is kept", List.of(), fleks.caseImpact(null, record));
      String dearer = "key,valid_from,valid_to,value,unit,status,source,note\n"
          + "fleksloentilskud_max_month,2024-03-01,2024-12-31,20052,kr/month,read,a test,\n";
      try (Fleks raised = new Fleks(Fleks.Language.ENGLISH, dearer)) {
        List<Fleks.ImpactMonth> impact = raised.caseImpact(fleks, json);
        same("impact", List.of(YearMonth.of(2024, 3), Optional.of(kr("100.00"))), List.of(impact.get(0).month(), impact.get(0).difference()));
        same("of what is kept", impact, raised.caseImpact(null, record));
      }

      same("as of", true,
          fleks.caseStatement(json, LocalDate.of(2024, 3, 31), null, null, Fleks.Form.JSON).contains("\"as_of\": \"2024-03-31\""));
      byte[] answer = Files.readAllBytes(Path.of(arguments[1]));
      Fleks.Income register =
          new Fleks.Income(answer).jobs("12345678=fleksjob").ceiling(kr("27800")).fetched(LocalDate.of(2024, 3, 1));
      String made = fleks.incomeCase(register);
      same("the register's wage", true, made.contains("\"am_income\": \"7200.00\"") && made.contains("\"known\": \"2024-03-01\""));
      same("the same answer twice", made, fleks.incomeCase(register.oldCase(made)));
      same("the register in words", true, fleks.incomeInWords(register).startsWith("Read: 1 report."));
      same("the case of an answer", true, fleks.caseStatement(made, Fleks.Form.JSON).contains("\"payout\": \"17033.00\""));
      same("no answer", "10 answer: null", refused(() -> fleks.incomeCase(new Fleks.Income(null))));
      same("another file", true, refused(() -> fleks.incomeCase(new Fleks.Income("<a/>".getBytes()))).contains("XML"));

      same("last month", Optional.of(YearMonth.of(2026, 12)), fleks.lastMonth(Fleks.Task.MONTH));

      same("large", "6 am_income: \"1000000000000000000000000000000\" is too large.",
          refused(() -> fleks.of(new Fleks.Month(YearMonth.of(2024, 3)).amIncome(kr("1e30")))));
      same("stort", "6 am_income: »1000000000000000000000000000000« er for stort.",
          refused(() -> paaDansk.of(new Fleks.Month(YearMonth.of(2024, 3)).amIncome(kr("1e30")))));
      same("decimals", "4 am_income: \"0.001\" has too many decimals. Allowed: at most 2.",
          refused(() -> fleks.of(new Fleks.Month(YearMonth.of(2024, 3)).amIncome(kr("0.001")))));
      same("trailing zeros are no decimals", kr("15272.00"),
          fleks.of(new Fleks.Month(YearMonth.of(2024, 3)).amIncome(kr("15600.0000"))).fleksloentilskud());
      same("null", "10 am_income: mangler (null).",
          refused(() -> paaDansk.of(new Fleks.Month(YearMonth.of(2024, 3)).amIncome(null))));
      try {
        fleks.of(new Fleks.Month(YearMonth.of(2024, 3)).amIncome(kr("-1")));
      } catch (Fleks.FleksException e) {
        same("name", "negative", e.name());
      }
      same("no month", "10 month: null", refused(() -> new Fleks.Month(null)));
      same("no facts", "10 facts: null", refused(() -> fleks.of((Fleks.Facts<Object>) null)));
      same("nothing paid", "10 pay_form", refused(() -> fleks.of(new Fleks.Month(YearMonth.of(2024, 3)))).split(":")[0]);
    }
    if (failed != 0) System.exit(1);
    System.out.println("every benefit");
  }
}
