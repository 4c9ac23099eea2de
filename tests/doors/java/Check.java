import fleks.Fleks;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers for tests/doors/check.py: JSON of what it asks, each followed by a NUL. */
public final class Check {
  private static final PrintStream OUT = new PrintStream(System.out, false, StandardCharsets.UTF_8);

  private static void say(String json) {
    OUT.print(json + "\0");
  }

  private static BigDecimal given(String text) {
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }

  private static Fleks.Month facts(String[] f) {
    Fleks.Month facts = new Fleks.Month(YearMonth.parse(f[0])).amIncome(given(f[1])).ownPension(given(f[2])).employerPension(given(f[3]));
    facts.otherWage(given(f[4])).dailyBenefit(given(f[5])).ledighedsydelseDays(given(f[6]));
    if (!f[7].isEmpty()) facts.ceiling(given(f[7]));
    if (!f[8].isEmpty()) facts.paidHours(given(f[8]));
    return facts;
  }

  private static String quoted(Object value) {
    return "\"" + value + "\"";
  }

  private static String orNull(Optional<BigDecimal> amount) {
    return amount.map(Check::quoted).orElse("null");
  }

  private static String objects(Fleks fleks, String json, YearMonth from) {
    try (Fleks.CaseFile file = fleks.caseFile(json)) {
      Fleks.CaseMonths all = file.months(Fleks.Detail.STEPS, null, null, null);
      Fleks.CaseCorrection correction = file.correction(from, null);
      String months = all.months().stream()
          .map(m -> "{\"month\": " + quoted(m.month()) + ", \"decided\": " + quoted(m.decided()) + ", \"payout\": " + quoted(m.payout())
              + ", \"fleksloentilskud\": " + orNull(m.fleksloentilskud()) + ", \"ledighedsydelse\": " + orNull(m.ledighedsydelse())
              + ", \"reason\": " + quoted(m.reason()) + ", \"status\": " + m.status().ordinal() + "}")
          .collect(Collectors.joining(", "));
      String corrected = correction.months().stream()
          .map(m -> "[" + quoted(m.paid()) + ", " + quoted(m.due()) + ", " + quoted(m.difference()) + ", " + quoted(m.rule()) + "]")
          .collect(Collectors.joining(", "));
      return "{\"months\": [" + months + "], \"facts_of_months\": " + all.facts().size() + ", \"steps\": " + all.steps().size() + ", \"total\": "
          + quoted(correction.total()) + ", \"to_recover\": " + quoted(correction.toRecover()) + ", \"corrected\": [" + corrected + "]}";
    }
  }

  public static void main(String[] arguments) throws Exception {
    try (Fleks fleks = new Fleks(Fleks.Language.DANISH); Fleks english = new Fleks(Fleks.Language.ENGLISH)) {
      for (String line : Files.readAllLines(Path.of(arguments[0]))) say(fleks.explained(facts(line.split("\t", -1)), Fleks.Form.JSON));
      String kept = fleks.task("{\"task\": \"housing\", \"language\": \"da\", \"given\": {\"year\": \"2026\", \"income\": \"260000\", \"rent\": \"6500\"}}",
          Fleks.Form.JSON);
      say(kept);
      if (!fleks.verify(kept, Fleks.Form.JSON).same() || fleks.verify(kept.replace("6500", "6600"), Fleks.Form.JSON).same())
        throw new AssertionError("a result of another task");
      for (int i = 1; i + 1 < arguments.length; i += 2) {
        String json = Files.readString(Path.of(arguments[i]));
        YearMonth from = YearMonth.parse(arguments[i + 1]);
        say(fleks.caseStatement(json, Fleks.Form.JSON));
        say(english.caseCorrection(json, from, null, Fleks.Form.JSON));
        say(fleks.caseLedger(json, null, Fleks.FleksbidragBase.AFTER_REFUND, Fleks.WeeksOfMonth.CALENDAR_DAYS, Fleks.Form.JSON));
        say(objects(fleks, json, from));
        for (YearMonth month : new YearMonth[] {null, from}) {
          if (!fleks.verify(fleks.caseRecord(json, month, null), Fleks.Form.JSON).same()) throw new AssertionError("the record of " + arguments[i]);
        }
        if (!fleks.caseImpact(null, fleks.caseRecord(json, null, null)).isEmpty()) throw new AssertionError("an impact of " + arguments[i]);
      }
    }
    OUT.flush();
  }
}
