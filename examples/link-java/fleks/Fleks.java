package fleks;

import com.sun.jna.IntegerType;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fleksløntilskud beregnet af biblioteket fleks: amounts in kroner as BigDecimal, exact to the øre both ways.
 *
 * <p>One object holds the rates and may be used by any number of threads at once; close it when none of them uses it any
 * more. A {@link Month} or {@link Citizen} is used by one thread at a time. What cannot be computed is a
 * {@link FleksException}, which names the fact.
 *
 * <p>The C library {@code libfleks_c.so.2} is found where the system finds libraries, or in a folder of the system
 * property {@code jna.library.path}. What a fact is in law is told in its header, {@code fleks/fleks.h}.
 */
public final class Fleks implements AutoCloseable {
  /** The form of a text. */
  public enum Form { TEXT, JSON, CSV, HTML }

  /** The language of texts and messages. */
  public enum Language { DANISH, ENGLISH }

  /** Whether an hour more pays: at least 30 pct. of its gross pay stays in hand, less than that, or nothing. */
  public enum Verdict { NONE, PAYS, HARDLY_PAYS, DOES_NOT_PAY }

  /** What is known of a month; what is not set is not known, and never taken to be 0 by itself. */
  public static final class Month {
    private final MonthFacts facts = new MonthFacts();

    /** @param month the month that the subsidy is for; the wage is that of the month before */
    public Month(YearMonth month) {
      facts.month = number(month);
    }

    /** Field 13 of eIndkomst: after own pension and own ATP. */
    public Month amIncome(BigDecimal kroner) {
      return pay(1, "am_income", kroner);
    }

    /** Before own pension and own ATP; needs {@link #paidHours}. */
    public Month monthlyWage(BigDecimal kroner) {
      return pay(2, "monthly_wage", kroner);
    }

    /** Before own pension and own ATP. */
    public Month hourlyWage(BigDecimal kroner, BigDecimal weeklyHours) {
      facts.weekly_hours = tenThousandths("weekly_hours", weeklyHours);
      return pay(3, "hourly_wage", kroner);
    }

    public Month ownPension(BigDecimal kroner) {
      facts.own_pension = oere("own_pension", kroner);
      return this;
    }

    public Month employerPension(BigDecimal kroner) {
      facts.employer_pension = oere("employer_pension", kroner);
      return this;
    }

    /** Betalte timer i måneden, for the ATP. */
    public Month paidHours(BigDecimal hours) {
      facts.paid_hours = tenThousandths("paid_hours", hours);
      facts.paid_hours_known = 1;
      return this;
    }

    public Month otherWage(BigDecimal kroner) {
      facts.other_wage = oere("other_wage", kroner);
      return this;
    }

    /** Syge-, barsels- eller sorgorlovsdagpenge, ressourceforløbsydelse. */
    public Month dailyBenefit(BigDecimal kroner) {
      facts.daily_benefit = oere("daily_benefit", kroner);
      return this;
    }

    public Month ledighedsydelseDays(BigDecimal days) {
      facts.ledighedsydelse_days = tenThousandths("ledighedsydelse_days", days);
      return this;
    }

    /** Lønloft: full-time pay a month on ordinary terms, as the employer states it. */
    public Month ceiling(BigDecimal kroner) {
      facts.ceiling.form = 1;
      facts.ceiling.amount = oere("ceiling", kroner);
      return this;
    }

    private Month pay(int form, String name, BigDecimal kroner) {
      facts.pay_form = form;
      facts.pay = oere(name, kroner);
      return this;
    }
  }

  /** A month's result in kroner; the first four are rounded each by itself, for display. */
  public record Statement(
      BigDecimal taper,
      BigDecimal beforeCeiling,
      BigDecimal ceilingCut,
      BigDecimal holidayCut,
      BigDecimal fleksloentilskud,
      BigDecimal ownAtp,
      BigDecimal payout,
      Optional<BigDecimal> publicAtp,
      BigDecimal obligatoryPension,
      BigDecimal total) {}

  /** A citizen whose hours may change, in one year; no ceiling set: the same wage on full time. */
  public static final class Citizen {
    private final CitizenFacts facts = new CitizenFacts();

    public Citizen(int year, BigDecimal hourlyWage) {
      facts.year = year;
      facts.hourly_wage = oere("hourly_wage", hourlyWage);
    }

    public Citizen ceiling(BigDecimal kroner) {
      facts.ceiling.form = 1;
      facts.ceiling.amount = oere("ceiling", kroner);
      return this;
    }

    public Citizen pension(BigDecimal ownPercent, BigDecimal employerPercent) {
      facts.own_pension = tenThousandths("own_pension", ownPercent);
      facts.employer_pension = tenThousandths("employer_pension", employerPercent);
      return this;
    }

    /** One of the 98 municipalities (2025-2026); none set: the year's average tax. */
    public Citizen municipality(String name) {
      facts.municipality = name;
      return this;
    }
  }

  /** What a month brings at so many hours a week, and what the hours since the row before were worth. */
  public record Hours(
      BigDecimal hours,
      BigDecimal grossPay,
      BigDecimal fleksloentilskud,
      BigDecimal tax,
      BigDecimal inHand,
      BigDecimal moreInHand,
      Verdict verdict) {}

  /** The published rates. */
  public Fleks(Language language) {
    this.language = language;
    rates = C.fleks_rates_embedded();
    if (rates == null) throw new OutOfMemoryError("fleks_rates_embedded");
  }

  /** The published rates with the rows of a rates file added, or put in place of those of the same key and period. */
  public Fleks(Language language, String ratesCsv) {
    this.language = language;
    byte[] csv = ratesCsv.getBytes(StandardCharsets.UTF_8);
    ErrorOut error = error();
    rates = C.fleks_rates_extended(csv, new SizeT(csv.length), error);
    if (rates == null) throw new FleksException(error);
  }

  @Override
  public void close() {
    C.fleks_rates_free(rates);
    rates = null;
  }

  /** The version of the library. */
  public static String version() {
    return C.fleks_version();
  }

  /** Which rates these are: until when they reach, and a fingerprint. */
  public String ratesVersion() {
    return C.fleks_rates_version(open());
  }

  /** A month's fleksløntilskud. */
  public Statement month(Month month) {
    MonthStatement out = new MonthStatement();
    ErrorOut error = error();
    if (C.fleks_month(open(), month.facts, null, out, error) != 0) throw new FleksException(error);
    return new Statement(kroner(out.taper), kroner(out.before_ceiling), kroner(out.ceiling_cut), kroner(out.holiday_cut),
        kroner(out.fleksloentilskud), kroner(out.own_atp), kroner(out.payout),
        out.public_atp == -1 ? Optional.empty() : Optional.of(kroner(out.public_atp)), kroner(out.obligatory_pension),
        kroner(out.total));
  }

  /** The month explained: TEXT as it can be sent on, or JSON with every step, its rule, paragraph and rates. */
  public String explained(Month month, Form form) {
    ErrorOut error = error();
    return text(C.fleks_month_in_words(open(), month.facts, null, form.ordinal(), language.ordinal(), error), error);
  }

  /** What a month brings at each number of hours a week from {@code from} to {@code to}. */
  public List<Hours> hours(Citizen citizen, BigDecimal from, BigDecimal to, BigDecimal step) {
    HoursAsked asked = new HoursAsked();
    asked.from = tenThousandths("from", from);
    asked.to = tenThousandths("to", to);
    asked.step = tenThousandths("step", step);
    ErrorOut error = error();
    Memory count = new Memory(Native.SIZE_T_SIZE);
    HoursRow row = new HoursRow();
    SizeT rowSize = new SizeT(row.size());
    if (C.fleks_hours(open(), citizen.facts, null, asked, null, rowSize, new SizeT(0), count, error) != 0)
      throw new FleksException(error);
    int size = Math.toIntExact(Native.SIZE_T_SIZE == 8 ? count.getLong(0) : count.getInt(0));
    HoursRow[] rows = (HoursRow[]) row.toArray(size);
    if (C.fleks_hours(open(), citizen.facts, null, asked, row.getPointer(), rowSize, new SizeT(size), count, error) != 0)
      throw new FleksException(error);
    List<Hours> out = new ArrayList<>(size);
    for (HoursRow each : rows) {
      each.read();
      out.add(new Hours(BigDecimal.valueOf(each.hours, 4), kroner(each.gross_pay), kroner(each.fleksloentilskud), kroner(each.tax),
          kroner(each.in_hand), kroner(each.extra.in_hand), Verdict.values()[each.extra.verdict]));
    }
    return out;
  }

  /** A citizen's case: its JSON file in, a statement for every month out, as TEXT or JSON. */
  public String caseStatement(String caseJson, Form form) {
    byte[] json = caseJson.getBytes(StandardCharsets.UTF_8);
    ErrorOut error = error();
    return text(C.fleks_case_statement(open(), json, new SizeT(json.length), null, form.ordinal(), language.ordinal(), error), error);
  }

  /** Everything that is wrong with a case file, a line each; an empty text when it can be computed. */
  public String caseProblems(String caseJson) {
    byte[] json = caseJson.getBytes(StandardCharsets.UTF_8);
    ErrorOut error = error();
    return text(C.fleks_case_problems(json, new SizeT(json.length), language.ordinal(), error), error);
  }

  /** What cannot be computed, and why; its message says what was given and what is allowed. */
  public static final class FleksException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int code;
    private final String field;
    private final String value;
    private final long line;

    private FleksException(ErrorOut error) {
      super(text(error.text));
      code = error.code;
      field = text(error.field);
      value = text(error.value);
      line = error.line;
    }

    private FleksException(String field, BigDecimal value, int decimals) {
      super(field + ": \"" + value.toPlainString() + "\". Allowed: at most " + decimals + " decimals");
      code = 4;  // FLEKS_ERROR_TOO_MANY_DECIMALS
      this.field = field;
      this.value = value.toPlainString();
      line = 0;
    }

    /** One of the FLEKS_ERROR_ codes of fleks.h. */
    public int code() {
      return code;
    }

    /** The fact by its name, or its path in a case file. */
    public String field() {
      return field;
    }

    /** What was given. */
    public String value() {
      return value;
    }

    /** The line of a file, from 1; 0 where there is none. */
    public long line() {
      return line;
    }

    private static String text(byte[] bytes) {
      int end = 0;
      while (bytes[end] != 0) ++end;
      return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
  }

  // ------------------------------------------------------------------------------------------- the C interface

  private final Language language;
  private Pointer rates;

  private static final Interface C = load();

  private static Interface load() {
    Interface library = Native.load("libfleks_c.so.2", Interface.class);
    if (library.fleks_interface_version() != 2) throw new UnsatisfiedLinkError("libfleks_c has another interface than this class");
    return library;
  }

  private Pointer open() {
    if (rates == null) throw new IllegalStateException("closed");
    return rates;
  }

  private ErrorOut error() {
    ErrorOut error = new ErrorOut();
    error.language = language.ordinal();
    return error;
  }

  private static String text(Pointer text, ErrorOut error) {
    if (text == null) throw new FleksException(error);
    try {
      int size = Math.toIntExact(C.fleks_text_size(text).longValue());
      return new String(C.fleks_text_data(text).getByteArray(0, size), StandardCharsets.UTF_8);
    } finally {
      C.fleks_text_free(text);
    }
  }

  private static int number(YearMonth month) {
    return month.getYear() * 100 + month.getMonthValue();
  }

  private static BigDecimal kroner(long oere) {
    return BigDecimal.valueOf(oere, 2);
  }

  private static long oere(String field, BigDecimal kroner) {
    return whole(field, kroner, 2);
  }

  private static long tenThousandths(String field, BigDecimal value) {
    return whole(field, value, 4);
  }

  /** Nothing is rounded on the way in: what does not fit is refused. */
  private static long whole(String field, BigDecimal value, int decimals) {
    try {
      return value.movePointRight(decimals).longValueExact();
    } catch (ArithmeticException e) {
      throw new FleksException(field, value, decimals);
    }
  }

  /** size_t */
  public static final class SizeT extends IntegerType {
    private static final long serialVersionUID = 1;

    public SizeT() {
      this(0);
    }

    public SizeT(long value) {
      super(Native.SIZE_T_SIZE, value, true);
    }
  }

  /** The functions of fleks/fleks.h; public only because JNA asks for it, as the structs are. */
  public interface Interface extends Library {
    int fleks_interface_version();
    String fleks_version();
    Pointer fleks_rates_embedded();
    Pointer fleks_rates_extended(byte[] csv, SizeT size, ErrorOut error);
    void fleks_rates_free(Pointer rates);
    String fleks_rates_version(Pointer rates);
    Pointer fleks_text_data(Pointer text);
    SizeT fleks_text_size(Pointer text);
    void fleks_text_free(Pointer text);
    int fleks_month(Pointer rates, MonthFacts facts, Pointer options, MonthStatement statement, ErrorOut error);
    Pointer fleks_month_in_words(Pointer rates, MonthFacts facts, Pointer options, int form, int language, ErrorOut error);
    int fleks_hours(Pointer rates, CitizenFacts citizen, Pointer options, HoursAsked asked, Pointer rows, SizeT rowSize, SizeT capacity,
        Pointer count, ErrorOut error);
    Pointer fleks_case_statement(Pointer rates, byte[] json, SizeT size, Pointer asked, int form, int language, ErrorOut error);
    Pointer fleks_case_problems(byte[] json, SizeT size, int language, ErrorOut error);
  }

  /** A struct that begins with its own size. */
  @FieldOrder("size")
  public abstract static class Sized extends Structure {
    public SizeT size = new SizeT();

    Sized() {
      setStringEncoding("UTF-8");
    }

    @Override
    public void write() {
      size.setValue(size());
      super.write();
    }
  }

  @FieldOrder({"language", "code", "row", "line", "field", "value", "text"})
  public static final class ErrorOut extends Sized {
    public int language;
    public int code;
    public long row;
    public long line;
    public byte[] field = new byte[96];
    public byte[] value = new byte[128];
    public byte[] text = new byte[512];
  }

  @FieldOrder({"form", "stated_by", "amount", "supplements", "fixed_bonus", "employer_pension", "holiday_supplement"})
  public static final class Ceiling extends Structure {
    public int form;
    public int stated_by;
    public long amount;
    public long supplements;
    public long fixed_bonus;
    public long employer_pension;
    public long holiday_supplement;
  }

  @FieldOrder({"month", "wage_month", "pay_form", "paid_hours_known", "pay", "weekly_hours", "intensity", "paid_hours", "benefits_in_kind",
      "own_pension", "own_pension_share", "employer_pension", "employer_pension_share", "holiday_supplement", "other_wage", "care_income",
      "daily_benefit", "ledighedsydelse_days", "employed_from", "employed_to", "ceiling"})
  public static final class MonthFacts extends Sized {
    public int month;
    public int wage_month;
    public int pay_form;
    public int paid_hours_known;
    public long pay;
    public long weekly_hours;
    public long intensity;
    public long paid_hours;
    public long benefits_in_kind;
    public long own_pension;
    public long own_pension_share;
    public long employer_pension;
    public long employer_pension_share;
    public long holiday_supplement;
    public long other_wage;
    public long care_income;
    public long daily_benefit;
    public long ledighedsydelse_days;
    public int employed_from;
    public int employed_to;
    public Ceiling ceiling = new Ceiling();
  }

  @FieldOrder({"month", "wage_month", "rates_month", "has_right", "pay", "own_pension", "employer_pension", "paid_hours", "wage",
      "other_wage", "daily_benefit", "base", "threshold", "taper", "before_ceiling", "normal_wage_ceiling", "ceiling_cut", "holiday_cut",
      "fleksloentilskud", "own_atp", "payout", "public_atp", "obligatory_pension", "total"})
  public static final class MonthStatement extends Sized {
    public int month;
    public int wage_month;
    public int rates_month;
    public int has_right;
    public long pay;
    public long own_pension;
    public long employer_pension;
    public long paid_hours;
    public long wage;
    public long other_wage;
    public long daily_benefit;
    public long base;
    public long threshold;
    public long taper;
    public long before_ceiling;
    public long normal_wage_ceiling;
    public long ceiling_cut;
    public long holiday_cut;
    public long fleksloentilskud;
    public long own_atp;
    public long payout;
    public long public_atp;
    public long obligatory_pension;
    public long total;
  }

  @FieldOrder({"year", "benefit_class", "hourly_wage", "own_pension", "employer_pension", "intensity", "ceiling", "municipality",
      "municipal_tax", "church_tax", "church", "children", "single_parent", "rent_known", "rent"})
  public static final class CitizenFacts extends Sized {
    public int year;
    public int benefit_class;
    public long hourly_wage;
    public long own_pension;
    public long employer_pension;
    public long intensity;
    public Ceiling ceiling = new Ceiling();
    public String municipality;
    public long municipal_tax;
    public long church_tax;
    public int church;
    public int children;
    public int single_parent;
    public int rent_known;
    public long rent;
  }

  @FieldOrder({"from", "to", "step", "hardly_below"})
  public static final class HoursAsked extends Sized {
    public long from;
    public long to;
    public long step;
    public long hardly_below;
  }

  @FieldOrder({"gross_pay", "employer_pension", "added", "given", "in_hand", "pension_saved", "taken_taper", "taken_ceiling",
      "taken_am_contribution", "taken_tax", "taken_housing_benefit", "taken_ledighedsydelse", "starts_job", "verdict"})
  public static final class Extra extends Structure {
    public long gross_pay;
    public long employer_pension;
    public long added;
    public long given;
    public long in_hand;
    public long pension_saved;
    public long taken_taper;
    public long taken_ceiling;
    public long taken_am_contribution;
    public long taken_tax;
    public long taken_housing_benefit;
    public long taken_ledighedsydelse;
    public int starts_job;
    public int verdict;
  }

  @FieldOrder({"hours", "paid_hours", "gross_pay", "own_pension", "employer_pension", "wage_atp_own", "wage_atp_employer",
      "fleksloentilskud", "subsidy_atp_own", "public_atp", "obligatory_pension", "am_contribution", "tax", "housing_benefit",
      "ledighedsydelse", "ledighedsydelse_atp_own", "in_hand", "pension_saved", "extra"})
  public static final class HoursRow extends Structure {
    public long hours;
    public long paid_hours;
    public long gross_pay;
    public long own_pension;
    public long employer_pension;
    public long wage_atp_own;
    public long wage_atp_employer;
    public long fleksloentilskud;
    public long subsidy_atp_own;
    public long public_atp;
    public long obligatory_pension;
    public long am_contribution;
    public long tax;
    public long housing_benefit;
    public long ledighedsydelse;
    public long ledighedsydelse_atp_own;
    public long in_hand;
    public long pension_saved;
    public Extra extra = new Extra();
  }
}
