import fleks.Fleks;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;

/** What a case system asks of fleks, in Java: a month with its explanation, what more hours are worth, and a citizen's case. */
public final class Main {
  public static void main(String[] arguments) throws Exception {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Fleks fleks = new Fleks(Fleks.Language.DANISH)) {
      Fleks.Month month =
          new Fleks.Month(YearMonth.of(2024, 3)).amIncome(new BigDecimal("15600")).ceiling(new BigDecimal("32067"));
      Fleks.Statement statement = fleks.of(month);
      out.printf("Fleksløntilskud %s kr., til udbetaling %s kr.%n%n", statement.fleksloentilskud(), statement.payout());
      out.println(fleks.explained(month, Fleks.Form.TEXT));

      try {
        fleks.of(month.amIncome(new BigDecimal("-0.01")));
      } catch (Fleks.FleksException e) {
        out.printf("Afvist: %s er %s.%n%s%n%n", e.field(), e.value(), e.getMessage());
      }

      Fleks.Citizen citizen = new Fleks.Citizen(2025, new BigDecimal("200")).municipality("København");
      for (Fleks.Hours row : fleks.hours(citizen, new BigDecimal(4), new BigDecimal(20), new BigDecimal(4)))
        out.printf("%s timer om ugen: %s kr. i hånden%s%n", row.hours().stripTrailingZeros().toPlainString(), row.inHand(),
            row.verdict() == Fleks.Verdict.NONE ? "" : ", " + row.moreInHand() + " kr. mere (" + row.verdict() + ")");

      out.println();
      out.print(fleks.caseStatement(Files.readString(Path.of(arguments[0])), Fleks.Form.JSON));
    }
  }
}
