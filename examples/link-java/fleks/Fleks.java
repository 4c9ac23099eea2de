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
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;

/**
 * Fleksløntilskud beregnet af biblioteket fleks: amounts in kroner as BigDecimal, exact to the øre both ways.
 *
 * <p>Each benefit has one shape: facts that are set one by one ({@link Month}, {@link Ledighedsydelse}, {@link Ceiling},
 * {@link Holiday}, {@link SelfEmployed}, {@link Tax}, {@link Audit}), {@link #of} for the amounts, {@link #explained} for the
 * calculation as text or JSON. What is not set is not known, and never taken to be 0 by itself.
 *
 * <p>One object holds the rates and may be used by any number of threads at once; close it when none of them uses it any
 * more. Facts are used by one thread at a time. What cannot be computed is a {@link FleksException}, which names the fact.
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

  /** The rate of ledighedsydelse. */
  public enum BenefitClass { FULL, LOW_PROVIDER, LOW_NONPROVIDER }

  /** What rates are needed for. */
  public enum Task { MONTH, LEDIGHEDSYDELSE, SELF_EMPLOYED, TAX, HOURS }

  /** The choices that the law leaves; what is not set is the law's own. */
  public static final class Options {
    private final OptionsIn in = new OptionsIn();

    /** FLT-5: own ATP counts in a pay given before it, as in STAR's calculator. */
    public Options ownAtpCounted() {
      in.own_atp = 1;
      return this;
    }

    /** FLT-2: the rates of the wage month. */
    public Options ratesOfWageMonth() {
      in.rates_of = 1;
      return this;
    }

    /** FLT-11: whether wage of other jobs fills the ceiling. */
    public Options otherWageUnderCeiling(boolean included) {
      in.other_wage_under_ceiling = included ? 1 : 2;
      return this;
    }

    /** FLT-14: whole kroner, or øre. */
    public Options roundToKrone(boolean krone) {
      in.round_to = krone ? 1 : 2;
      return this;
    }
  }

  /** What a benefit is computed from, and how it is asked for; R is what comes out. */
  public abstract static class Facts<R> {
    final Sized in;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    /** A number that is set; what cannot be is refused when it is asked for, in the language of who asks. */
    private record Field(BigDecimal value, int decimals, LongConsumer to) {}

    Facts(Sized in) {
      this.in = in;
    }

    final void kroner(String field, BigDecimal value, LongConsumer to) {
      fields.put(field, new Field(value, 2, to));
    }

    /** Hours, days, percentages. */
    final void number(String field, BigDecimal value, LongConsumer to) {
      fields.put(field, new Field(value, 4, to));
    }

    Sized filled(Language language) {
      fields.forEach((name, field) -> field.to.accept(whole(name, field.value, field.decimals, language)));
      return in;
    }

    abstract int compute(Pointer rates, Structure options, Sized out, Sized facts, ErrorOut error);

    abstract Pointer inWords(Pointer rates, Structure options, Sized facts, int form, int language, ErrorOut error);

    abstract Sized out();

    abstract R result(Sized out);
  }

  /** A month of a fleksjob. */
  public static final class Month extends Facts<Statement> {
    private final MonthFacts facts;

    /** @param month the month that the subsidy is for; the wage is that of the month before */
    public Month(YearMonth month) {
      super(new MonthFacts());
      facts = (MonthFacts) in;
      facts.month = Fleks.number("month", month);
    }

    /** The month of the wage, when it is not the one before. */
    public Month wageMonth(YearMonth month) {
      facts.wage_month = Fleks.number("wage_month", month);
      return this;
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
      number("weekly_hours", weeklyHours, n -> facts.weekly_hours = n);
      return pay(3, "hourly_wage", kroner);
    }

    /** Arbejdsintensitet: paid hours are hours present × intensity. */
    public Month intensity(BigDecimal percent) {
      number("intensity", percent, n -> facts.intensity = n);
      return this;
    }

    public Month benefitsInKind(BigDecimal kroner) {
      kroner("benefits_in_kind", kroner, n -> facts.benefits_in_kind = n);
      return this;
    }

    public Month ownPension(BigDecimal kroner) {
      kroner("own_pension", kroner, n -> facts.own_pension = n);
      return this;
    }

    public Month employerPension(BigDecimal kroner) {
      kroner("employer_pension", kroner, n -> facts.employer_pension = n);
      return this;
    }

    /** Of the pay; not with {@link #amIncome}. */
    public Month pensionPercent(BigDecimal own, BigDecimal employer) {
      number("own_pension_share", own, n -> facts.own_pension_share = n);
      number("employer_pension_share", employer, n -> facts.employer_pension_share = n);
      return this;
    }

    /** Ferietillæg etc. paid with the month on top of the pay. */
    public Month holidaySupplement(BigDecimal kroner) {
      kroner("holiday_supplement", kroner, n -> facts.holiday_supplement = n);
      return this;
    }

    /** Betalte timer i måneden, for the ATP. */
    public Month paidHours(BigDecimal hours) {
      number("paid_hours", hours, n -> facts.paid_hours = n);
      facts.paid_hours_known = 1;
      return this;
    }

    public Month otherWage(BigDecimal kroner) {
      kroner("other_wage", kroner, n -> facts.other_wage = n);
      return this;
    }

    /** Tabt arbejdsfortjeneste, plejevederlag. */
    public Month careIncome(BigDecimal kroner) {
      kroner("care_income", kroner, n -> facts.care_income = n);
      return this;
    }

    /** Syge-, barsels- eller sorgorlovsdagpenge, ressourceforløbsydelse. */
    public Month dailyBenefit(BigDecimal kroner) {
      kroner("daily_benefit", kroner, n -> facts.daily_benefit = n);
      return this;
    }

    public Month ledighedsydelseDays(BigDecimal days) {
      number("ledighedsydelse_days", days, n -> facts.ledighedsydelse_days = n);
      return this;
    }

    /** The job's days, when it covers only part of the wage month. */
    public Month employed(LocalDate from, LocalDate to) {
      facts.employed_from = Fleks.number("employed_from", from);
      facts.employed_to = Fleks.number("employed_to", to);
      return this;
    }

    /** Lønloft: full-time pay a month on ordinary terms, as the employer states it. */
    public Month ceiling(BigDecimal kroner) {
      facts.ceiling.form = 1;
      kroner("ceiling", kroner, n -> facts.ceiling.amount = n);
      return this;
    }

    /** Lønloft from the hourly pay of full time, the supplements a month and the employer's pension. */
    public Month ceilingFromHourly(BigDecimal kroner, BigDecimal supplements, BigDecimal pensionPercent) {
      facts.ceiling.form = 2;
      facts.ceiling.stated_by = 1;
      kroner("ceiling_hourly", kroner, n -> facts.ceiling.amount = n);
      kroner("ceiling_supplements", supplements, n -> facts.ceiling.supplements = n);
      number("ceiling_pension", pensionPercent, n -> facts.ceiling.employer_pension = n);
      return this;
    }

    private Month pay(int form, String name, BigDecimal kroner) {
      facts.pay_form = form;
      kroner(name, kroner, n -> facts.pay = n);
      return this;
    }

    @Override
    int compute(Pointer rates, Structure options, Sized out, Sized facts, ErrorOut error) {
      return C.fleks_month(rates, facts, options, out, error);
    }

    @Override
    Pointer inWords(Pointer rates, Structure options, Sized facts, int form, int language, ErrorOut error) {
      return C.fleks_month_in_words(rates, facts, options, form, language, error);
    }

    @Override
    Sized out() {
      return new MonthStatement();
    }

    @Override
    Statement result(Sized out) {
      MonthStatement s = (MonthStatement) out;
      return new Statement(oere(s.taper), oere(s.before_ceiling), oere(s.ceiling_cut), oere(s.holiday_cut), oere(s.fleksloentilskud),
          oere(s.own_atp), oere(s.payout), ifKnown(s.public_atp), oere(s.obligatory_pension), oere(s.total));
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

  /** A month on ledighedsydelse; income is that of the month before. */
  public static final class Ledighedsydelse extends Facts<LedighedsydelseStatement> {
    private final LedighedsydelseFacts facts;

    public Ledighedsydelse(YearMonth month, BenefitClass benefitClass) {
      super(new LedighedsydelseFacts());
      facts = (LedighedsydelseFacts) in;
      facts.month = Fleks.number("month", month);
      facts.benefit_class = given("benefit_class", benefitClass).ordinal();
    }

    /** Has dependent children. */
    public Ledighedsydelse provider() {
      facts.provider = 1;
      return this;
    }

    /** Field 13 of eIndkomst. */
    public Ledighedsydelse amIncome(BigDecimal kroner) {
      kroner("am_income", kroner, n -> facts.am_income = n);
      return this;
    }

    public Ledighedsydelse pension(BigDecimal own, BigDecimal employer) {
      kroner("own_pension", own, n -> facts.own_pension = n);
      kroner("employer_pension", employer, n -> facts.employer_pension = n);
      return this;
    }

    /** Income in place of wage. */
    public Ledighedsydelse replacingIncome(BigDecimal kroner) {
      kroner("replacing_income", kroner, n -> facts.replacing_income = n);
      return this;
    }

    /** Feriegodtgørelse paid out without holiday. */
    public Ledighedsydelse paidOutHolidayAllowance(BigDecimal kroner) {
      kroner("paid_out_holiday_allowance", kroner, n -> facts.paid_out_holiday_allowance = n);
      return this;
    }

    /** Of self-employment or unpaid work. */
    public Ledighedsydelse selfEmployedHours(BigDecimal hours) {
      number("self_employed_hours", hours, n -> facts.self_employed_hours = n);
      return this;
    }

    /** Weekdays with a right; all of the month when not set. */
    public Ledighedsydelse entitledWeekdays(BigDecimal days) {
      number("entitled_weekdays", days, n -> facts.entitled_weekdays = n);
      facts.entitled_weekdays_known = 1;
      return this;
    }

    public Ledighedsydelse sanctionDays(BigDecimal days) {
      number("sanction_days", days, n -> facts.sanction_days = n);
      return this;
    }

    public Ledighedsydelse untakenHolidayDays(BigDecimal days) {
      number("untaken_holiday_days", days, n -> facts.untaken_holiday_days = n);
      return this;
    }

    public Ledighedsydelse paidHoliday(BigDecimal days, BigDecimal payPerDay) {
      number("holiday_days", days, n -> facts.holiday_days = n);
      kroner("holiday_pay_per_day", payPerDay, n -> facts.holiday_pay_per_day = n);
      return this;
    }

    @Override
    int compute(Pointer rates, Structure options, Sized out, Sized facts, ErrorOut error) {
      return C.fleks_ledighedsydelse(rates, facts, options, out, error);
    }

    @Override
    Pointer inWords(Pointer rates, Structure options, Sized facts, int form, int language, ErrorOut error) {
      return C.fleks_ledighedsydelse_in_words(rates, facts, options, form, language, error);
    }

    @Override
    Sized out() {
      return new LedighedsydelseOut();
    }

    @Override
    LedighedsydelseStatement result(Sized out) {
      LedighedsydelseOut s = (LedighedsydelseOut) out;
      return new LedighedsydelseStatement(oere(s.base), BigDecimal.valueOf(s.payable_weekdays, 4), oere(s.income), oere(s.offset),
          oere(s.ledighedsydelse), oere(s.own_atp), oere(s.payout), oere(s.public_atp), oere(s.obligatory_pension));
    }
  }

  public record LedighedsydelseStatement(
      BigDecimal base,
      BigDecimal payableWeekdays,
      BigDecimal income,
      BigDecimal offset,
      BigDecimal ledighedsydelse,
      BigDecimal ownAtp,
      BigDecimal payout,
      BigDecimal publicAtp,
      BigDecimal obligatoryPension) {}

  /** Lønloftet from its parts. */
  public static final class Ceiling extends Facts<BigDecimal> {
    private final CeilingFacts facts;

    private Ceiling(LocalDate date, int form) {
      super(new CeilingFacts());
      facts = (CeilingFacts) in;
      facts.date = Fleks.number("date", date);
      facts.ceiling.form = form;
      facts.ceiling.stated_by = 1;
    }

    /** From the hourly pay of full time; the date decides how many hours that is. */
    public static Ceiling fromHourly(LocalDate date, BigDecimal kroner) {
      Ceiling ceiling = new Ceiling(date, 2);
      ceiling.kroner("ceiling_hourly", kroner, n -> ceiling.facts.ceiling.amount = n);
      return ceiling;
    }

    /** From the monthly base pay of full time. */
    public static Ceiling fromMonthly(LocalDate date, BigDecimal kroner) {
      Ceiling ceiling = new Ceiling(date, 3);
      ceiling.kroner("ceiling_monthly_base", kroner, n -> ceiling.facts.ceiling.amount = n);
      return ceiling;
    }

    /** Monthly average. */
    public Ceiling supplements(BigDecimal kroner) {
      kroner("ceiling_supplements", kroner, n -> facts.ceiling.supplements = n);
      return this;
    }

    /** Fixed, a month. */
    public Ceiling bonus(BigDecimal kroner) {
      kroner("ceiling_bonus", kroner, n -> facts.ceiling.fixed_bonus = n);
      return this;
    }

    /** The employer's, on base, supplements and bonus. */
    public Ceiling pension(BigDecimal percent) {
      number("ceiling_pension", percent, n -> facts.ceiling.employer_pension = n);
      return this;
    }

    /** Ferietillæg of a full-time employee in the month. */
    public Ceiling holidaySupplement(BigDecimal kroner) {
      kroner("ceiling_holiday_supplement", kroner, n -> facts.ceiling.holiday_supplement = n);
      return this;
    }

    @Override
    int compute(Pointer rates, Structure options, Sized out, Sized facts, ErrorOut error) {
      return C.fleks_ceiling_from_parts(rates, facts, options, out, error);
    }

    @Override
    Pointer inWords(Pointer rates, Structure options, Sized facts, int form, int language, ErrorOut error) {
      return C.fleks_ceiling_from_parts_in_words(rates, facts, options, form, language, error);
    }

    @Override
    Sized out() {
      return new CeilingOut();
    }

    @Override
    BigDecimal result(Sized out) {
      return oere(((CeilingOut) out).normal_wage_ceiling);
    }
  }

  /** Holiday earned in a period of employment. */
  public static final class Holiday extends Facts<HolidayStatement> {
    private final HolidayFacts facts;

    /** @param withPay pay during holiday and ferietillæg; else feriegodtgørelse */
    public Holiday(LocalDate from, LocalDate to, BigDecimal monthlyPay, boolean withPay) {
      super(new HolidayFacts());
      facts = (HolidayFacts) in;
      facts.from = Fleks.number("from", from);
      facts.to = Fleks.number("to", to);
      facts.kind = withPay ? 1 : 2;
      kroner("monthly_pay", monthlyPay, n -> facts.monthly_pay = n);
    }

    /** A month; counts for store bededagstillæg only. */
    public Holiday employerPension(BigDecimal kroner) {
      kroner("employer_pension", kroner, n -> facts.employer_pension = n);
      return this;
    }

    @Override
    int compute(Pointer rates, Structure options, Sized out, Sized facts, ErrorOut error) {
      return C.fleks_holiday(rates, facts, options, out, error);
    }

    @Override
    Pointer inWords(Pointer rates, Structure options, Sized facts, int form, int language, ErrorOut error) {
      return C.fleks_holiday_in_words(rates, facts, options, form, language, error);
    }

    @Override
    Sized out() {
      return new HolidayOut();
    }

    @Override
    HolidayStatement result(Sized out) {
      HolidayOut s = (HolidayOut) out;
      return new HolidayStatement(BigDecimal.valueOf(s.days_earned, 4), oere(s.qualifying_pay), ifKnown(s.holiday_allowance),
          ifKnown(s.holiday_supplement), ifKnown(s.per_day), oere(s.great_prayer_day_supplement));
    }
  }

  public record HolidayStatement(
      BigDecimal daysEarned,
      BigDecimal qualifyingPay,
      Optional<BigDecimal> holidayAllowance,
      Optional<BigDecimal> holidaySupplement,
      Optional<BigDecimal> perDay,
      BigDecimal greatPrayerDaySupplement) {}

  /** The year's grant to a self-employed person. */
  public static final class SelfEmployed extends Facts<Grant> {
    private final SelfEmployedFacts facts;

    public SelfEmployed(int year, BigDecimal income) {
      super(new SelfEmployedFacts());
      facts = (SelfEmployedFacts) in;
      facts.year = year;
      kroner("income", income, n -> facts.income = n);
    }

    @Override
    int compute(Pointer rates, Structure options, Sized out, Sized facts, ErrorOut error) {
      return C.fleks_self_employed(rates, facts, options, out, error);
    }

    @Override
    Pointer inWords(Pointer rates, Structure options, Sized facts, int form, int language, ErrorOut error) {
      return C.fleks_self_employed_in_words(rates, facts, options, form, language, error);
    }

    @Override
    Sized out() {
      return new SelfEmployedOut();
    }

    @Override
    Grant result(Sized out) {
      SelfEmployedOut s = (SelfEmployedOut) out;
      return new Grant(oere(s.maximum), oere(s.reduction), oere(s.grant));
    }
  }

  public record Grant(BigDecimal maximum, BigDecimal reduction, BigDecimal grant) {}

  /** AM-bidrag and income tax of a year of a single person. */
  public static final class Tax extends Facts<TaxStatement> {
    private final TaxFacts facts;

    public Tax(int year) {
      super(new TaxFacts());
      facts = (TaxFacts) in;
      facts.year = year;
    }

    /** One of the 98 municipalities; neither it nor its tax set: the year's average. */
    public Tax municipality(String name) {
      facts.municipality = given("municipality", name);
      return this;
    }

    public Tax municipalTax(BigDecimal percent) {
      number("municipal_tax", percent, n -> facts.municipal_tax = n);
      return this;
    }

    public Tax church() {
      facts.church = 1;
      return this;
    }

    /** Enlig forsørger. */
    public Tax singleParent() {
      facts.single_parent = 1;
      return this;
    }

    /** A year, before own pension and own ATP. */
    public Tax pay(BigDecimal kroner) {
      kroner("pay", kroner, n -> facts.pay = n);
      return this;
    }

    public Tax pension(BigDecimal own, BigDecimal employer) {
      kroner("own_pension", own, n -> facts.own_pension = n);
      kroner("employer_pension", employer, n -> facts.employer_pension = n);
      return this;
    }

    public Tax atp(BigDecimal own, BigDecimal employer) {
      kroner("own_atp", own, n -> facts.own_atp = n);
      kroner("employer_atp", employer, n -> facts.employer_atp = n);
      return this;
    }

    /** Fleksløntilskud and ledighedsydelse after own ATP, daily benefits, pensions. */
    public Tax withoutAm(BigDecimal kroner) {
      kroner("without_am", kroner, n -> facts.without_am = n);
      return this;
    }

    @Override
    int compute(Pointer rates, Structure options, Sized out, Sized facts, ErrorOut error) {
      return C.fleks_tax(rates, facts, options, out, error);
    }

    @Override
    Pointer inWords(Pointer rates, Structure options, Sized facts, int form, int language, ErrorOut error) {
      return C.fleks_tax_in_words(rates, facts, options, form, language, error);
    }

    @Override
    Sized out() {
      return new TaxOut();
    }

    @Override
    TaxStatement result(Sized out) {
      TaxOut s = (TaxOut) out;
      return new TaxStatement(oere(s.am_contribution), oere(s.tax), oere(s.am_and_tax), oere(s.personal_income));
    }
  }

  public record TaxStatement(BigDecimal amContribution, BigDecimal tax, BigDecimal total, BigDecimal personalIncome) {}

  /** Whether what was paid for a month is right. */
  public static final class Audit extends Facts<Finding> {
    private final AuditFacts facts;
    private final Month month;

    public Audit(Month month, BigDecimal paid) {
      super(new AuditFacts());
      facts = (AuditFacts) in;
      this.month = given("month", month);
      kroner("paid", paid, n -> facts.paid = n);
    }

    @Override
    Sized filled(Language language) {
      Sized inside = month.filled(language);
      inside.write();
      facts.month = inside.getPointer();
      return super.filled(language);
    }

    @Override
    int compute(Pointer rates, Structure options, Sized out, Sized facts, ErrorOut error) {
      return C.fleks_audit(rates, facts, options, out, error);
    }

    @Override
    Pointer inWords(Pointer rates, Structure options, Sized facts, int form, int language, ErrorOut error) {
      return C.fleks_audit_in_words(rates, facts, options, form, language, error);
    }

    @Override
    Sized out() {
      return new AuditOut();
    }

    @Override
    Finding result(Sized out) {
      AuditOut s = (AuditOut) out;
      List<String> mistakes = new ArrayList<>();
      for (byte[] each : List.of(s.best, s.best_with))
        if (each[0] != 0) mistakes.add(terminated(each));
      return new Finding(s.right == 1, oere(s.due), oere(s.paid), oere(s.difference), mistakes, s.exact == 1);
    }
  }

  /** What was found: the mistakes of the best explanation by name, and whether they give what was paid to the øre. */
  public record Finding(
      boolean right, BigDecimal due, BigDecimal paid, BigDecimal difference, List<String> mistakes, boolean exact) {}

  /** A citizen whose hours may change, in one year; no ceiling set: the same wage on full time. */
  public static final class Citizen {
    private final CitizenFacts facts = new CitizenFacts();
    private final Map<String, BigDecimal> set = new LinkedHashMap<>();

    public Citizen(int year, BigDecimal hourlyWage) {
      facts.year = year;
      set.put("hourly_wage", hourlyWage);
    }

    public Citizen ceiling(BigDecimal kroner) {
      facts.ceiling.form = 1;
      set.put("ceiling", kroner);
      return this;
    }

    public Citizen pension(BigDecimal ownPercent, BigDecimal employerPercent) {
      set.put("own_pension", ownPercent);
      set.put("employer_pension", employerPercent);
      return this;
    }

    /** One of the 98 municipalities; none set: the year's average tax. */
    public Citizen municipality(String name) {
      facts.municipality = given("municipality", name);
      return this;
    }

    private CitizenFacts filled(Language language) {
      set.forEach((field, value) -> {
        switch (field) {
          case "hourly_wage" -> facts.hourly_wage = whole(field, value, 2, language);
          case "ceiling" -> facts.ceiling.amount = whole(field, value, 2, language);
          case "own_pension" -> facts.own_pension = whole(field, value, 4, language);
          default -> facts.employer_pension = whole(field, value, 4, language);
        }
      });
      return facts;
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

  /** Of what the share of the fleksbidrag is taken (KOM-7): the highest subsidy after the refund, or the refund is taken from the share. */
  public enum FleksbidragBase { AFTER_REFUND, LESS_REFUND }

  /** The days on which a month's expense is divided (KOM-9). */
  public enum WeeksOfMonth { CALENDAR_DAYS, WEEKDAYS }

  /** Whether the weeks before the new fleksjob of one approved from 2013 to June 2014 count (KOM-4). */
  public enum WeeksBeforeNewJob { COUNTED, NOT_COUNTED }

  /**
   * The facts of many citizens' months as columns, a row each: whole øre, days and hours in ten-thousandths. Of {@code amIncome} there are
   * as many as rows; a column that is null is not given.
   */
  public static final class Months {
    /** In {@code ceiling}: none is known. */
    public static final long NO_CEILING = Long.MAX_VALUE;
    /** In {@code paidHours} and {@code ledighedsydelse}: not known. */
    public static final long NOT_KNOWN = -1;
    public long[] amIncome;
    public long[] ownPension;
    public long[] employerPension;
    public long[] otherWage;
    public long[] dailyBenefit;
    public long[] ceiling;
    public long[] ledighedsydelseDays;
    public long[] paidHours;
    /** What was paid for {@code ledighedsydelseDays}, needed to March 2022 (FLT-12). */
    public long[] ledighedsydelse;
  }

  /** The amounts of many months, in whole øre, and of each row 0 or what is wrong with it. */
  public record Statements(long[] fleksloentilskud, long[] ownAtp, long[] payout, long[] obligatoryPension, int[] status) {}

  /** The published rates. */
  public Fleks(Language language) {
    this.language = given("language", language);
    rates = C.fleks_rates_embedded();
    if (rates == null) throw new OutOfMemoryError("fleks_rates_embedded");
  }

  /** The published rates with the rows of a rates file added, or put in place of those of the same key and period. */
  public Fleks(Language language, String ratesCsv) {
    this.language = given("language", language);
    byte[] csv = given("csv", ratesCsv).getBytes(StandardCharsets.UTF_8);
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

  /** The last month for which every rate of a task is known; empty when there is none. */
  public Optional<YearMonth> lastMonth(Task task) {
    int month = C.fleks_rates_last_month(open(), given("task", task).ordinal());
    return month == 0 ? Optional.empty() : Optional.of(YearMonth.of(month / 100, month % 100));
  }

  /** Which rates these are: a date and a fingerprint. */
  public String ratesVersion() {
    return C.fleks_rates_version(open());
  }

  /** The amounts by the law. */
  public <R> R of(Facts<R> facts) {
    return of(facts, null);
  }

  /** The amounts, with choices of one's own. */
  public <R> R of(Facts<R> facts, Options options) {
    ErrorOut error = error();
    Sized out = given("facts", facts).out();
    if (facts.compute(open(), in(options), out, facts.filled(language), error) != 0) throw new FleksException(error);
    return facts.result(out);
  }

  /** The same explained: TEXT as it can be sent on, or JSON with every step, its rule, paragraph and rates. */
  public String explained(Facts<?> facts, Form form) {
    return explained(facts, null, form);
  }

  /** The same explained, with choices of one's own. */
  public String explained(Facts<?> facts, Options options, Form form) {
    ErrorOut error = error();
    Sized in = given("facts", facts).filled(language);
    return text(facts.inWords(open(), in(options), in, given("form", form).ordinal(), language.ordinal(), error), error);
  }

  /** What a month brings at each number of hours a week from {@code from} to {@code to}. */
  public List<Hours> hours(Citizen citizen, BigDecimal from, BigDecimal to, BigDecimal step) {
    HoursAsked asked = new HoursAsked();
    asked.from = whole("from", from, 4, language);
    asked.to = whole("to", to, 4, language);
    asked.step = whole("step", step, 4, language);
    CitizenFacts facts = given("citizen", citizen).filled(language);
    ErrorOut error = error();
    Memory count = new Memory(Native.SIZE_T_SIZE);
    HoursRow row = new HoursRow();
    SizeT rowSize = new SizeT(row.size());
    if (C.fleks_hours(open(), facts, null, asked, null, rowSize, new SizeT(0), count, error) != 0)
      throw new FleksException(error);
    int size = Math.toIntExact(Native.SIZE_T_SIZE == 8 ? count.getLong(0) : count.getInt(0));
    HoursRow[] rows = (HoursRow[]) row.toArray(size);
    if (C.fleks_hours(open(), facts, null, asked, row.getPointer(), rowSize, new SizeT(size), count, error) != 0)
      throw new FleksException(error);
    List<Hours> out = new ArrayList<>(size);
    for (HoursRow each : rows) {
      each.read();
      out.add(new Hours(BigDecimal.valueOf(each.hours, 4), oere(each.gross_pay), oere(each.fleksloentilskud), oere(each.tax),
          oere(each.in_hand), oere(each.extra.in_hand), Verdict.values()[each.extra.verdict]));
    }
    return out;
  }

  /** A citizen's case: its JSON file in, a statement for every month out, as TEXT or JSON. */
  public String caseStatement(String caseJson, Form form) {
    byte[] json = given("json", caseJson).getBytes(StandardCharsets.UTF_8);
    ErrorOut error = error();
    return text(C.fleks_case_statement(open(), json, new SizeT(json.length), null, given("form", form).ordinal(), language.ordinal(), error), error);
  }

  /** The same by what was known on a day, for some of its months; null is not asked for. */
  public String caseStatement(String caseJson, LocalDate asOf, YearMonth first, YearMonth last, Form form) {
    byte[] json = given("json", caseJson).getBytes(StandardCharsets.UTF_8);
    CaseAsked asked = new CaseAsked();
    asked.as_of = asOf == null ? 0 : number("as_of", asOf);
    asked.first = first == null ? 0 : number("first", first);
    asked.last = last == null ? 0 : number("last", last);
    ErrorOut error = error();
    return text(
        C.fleks_case_statement(open(), json, new SizeT(json.length), asked, given("form", form).ordinal(), language.ordinal(), error), error);
  }

  /** The correction of the case's past from a month on (efterregulering), by what is known on a day; null: all that is known. */
  public String caseCorrection(String caseJson, YearMonth from, LocalDate asOf, Form form) {
    byte[] json = given("json", caseJson).getBytes(StandardCharsets.UTF_8);
    ErrorOut error = error();
    return text(
        C.fleks_case_correction(open(), json, new SizeT(json.length), number("from_month", from), asOf == null ? 0 : number("as_of", asOf),
            given("form", form).ordinal(), language.ordinal(), error),
        error);
  }

  /** The letter to the citizen about a month, as TEXT or HTML. */
  public String caseLetter(String caseJson, YearMonth month, LocalDate asOf, Form form) {
    byte[] json = given("json", caseJson).getBytes(StandardCharsets.UTF_8);
    ErrorOut error = error();
    return text(
        C.fleks_case_letter(open(), json, new SizeT(json.length), number("month", month), asOf == null ? 0 : number("as_of", asOf),
            given("form", form).ordinal(), language.ordinal(), error),
        error);
  }

  /**
   * The decision record of a case, to be kept for years: one line of JSON with the case, the rates that were used, the steps, the
   * result and the SHA-256 of each. Of its statement, or where {@code correctFrom} is not null of its correction from that month.
   */
  public String caseRecord(String caseJson, YearMonth correctFrom, LocalDate asOf) {
    byte[] json = given("json", caseJson).getBytes(StandardCharsets.UTF_8);
    CaseAsked asked = new CaseAsked();
    asked.as_of = asOf == null ? 0 : number("as_of", asOf);
    ErrorOut error = error();
    return text(
        C.fleks_case_record(open(), json, new SizeT(json.length), asked, correctFrom == null ? 0 : number("correct_from", correctFrom),
            language.ordinal(), error),
        error);
  }

  /** What became of a kept result: whether it is the same, and that or what makes the difference as text. */
  public record Verification(boolean same, String text) {}

  /**
   * Any task of the program by its name but a case: what a month leaves after tax, a raise, a course, housing benefit, the rules in words.
   * {@code asked} is JSON as a result has it in {@code facts}: the task, and each option of {@code fleks TASK --help} with _ for -, its value
   * a text as it is typed. As JSON it is what the program prints, and can be kept and verified.
   */
  public String task(String asked, Form form) {
    byte[] json = given("asked", asked).getBytes(StandardCharsets.UTF_8);
    ErrorOut error = error();
    return text(C.fleks_task(open(), json, new SizeT(json.length), given("form", form).ordinal(), error), error);
  }

  /** A decision record of any task, or a result that the program printed with {@code --format json}, computed again with these rates. */
  public Verification verify(String record, Form form) {
    byte[] json = given("record", record).getBytes(StandardCharsets.UTF_8);
    Memory same = new Memory(4);
    ErrorOut error = error();
    String text = text(
        C.fleks_verify(open(), json, new SizeT(json.length), given("form", form).ordinal(), language.ordinal(), same, error), error);
    return new Verification(same.getInt(0) == 1, text);
  }

  /**
   * A case in the municipality's ledger: refund, fleksbidrag and what municipality, state and citizen bear of each month, as TEXT,
   * JSON or CSV (KOM-1 to KOM-12).
   */
  public String caseLedger(String caseJson, LocalDate asOf, FleksbidragBase base, WeeksOfMonth weeks, Form form) {
    return caseLedger(caseJson, asOf, base, weeks, WeeksBeforeNewJob.COUNTED, form);
  }

  /** The same with every choice. */
  public String caseLedger(
      String caseJson, LocalDate asOf, FleksbidragBase base, WeeksOfMonth weeks, WeeksBeforeNewJob before, Form form) {
    byte[] json = given("json", caseJson).getBytes(StandardCharsets.UTF_8);
    MunicipalAsked asked = new MunicipalAsked();
    asked.as_of = asOf == null ? 0 : number("as_of", asOf);
    asked.fleksbidrag_base = given("fleksbidrag_base", base).ordinal();
    asked.weeks_of_month = given("weeks_of_month", weeks).ordinal();
    asked.weeks_before_new_job = given("weeks_before_new_job", before).ordinal();
    ErrorOut error = error();
    return text(
        C.fleks_case_ledger(open(), json, new SizeT(json.length), asked, given("form", form).ordinal(), language.ordinal(), error), error);
  }

  /** Whether an effort for a group pays, for whom and when: the file of {@code fleks municipality} in, TEXT, JSON or CSV out. */
  public String effort(String effortJson, Form form) {
    return effort(effortJson, FleksbidragBase.AFTER_REFUND, 0, 0, form);
  }

  /** The same with so many cohorts drawn at random from its ranges, the same for the same seed (0: 1). */
  public String effort(String effortJson, FleksbidragBase base, int cohorts, long seed, Form form) {
    byte[] json = given("json", effortJson).getBytes(StandardCharsets.UTF_8);
    MunicipalAsked asked = new MunicipalAsked();
    asked.fleksbidrag_base = given("fleksbidrag_base", base).ordinal();
    asked.cohorts = cohorts;
    asked.seed = seed;
    ErrorOut error = error();
    return text(C.fleks_effort(open(), json, new SizeT(json.length), asked, given("form", form).ordinal(), language.ordinal(), error), error);
  }

  /**
   * Every row of a month, in one call. A wrong row has its code in {@link Statements#status} and {@link Months#NOT_KNOWN} as its amounts,
   * and does not stop the others.
   */
  public Statements compute(YearMonth month, Months months) {
    int rows = given("am_income", given("facts", months).amIncome).length;
    MonthsIn in = new MonthsIn();
    in.rows = new SizeT(rows);
    in.am_income = column("am_income", months.amIncome, rows);
    in.own_pension = column("own_pension", months.ownPension, rows);
    in.employer_pension = column("employer_pension", months.employerPension, rows);
    in.other_wage = column("other_wage", months.otherWage, rows);
    in.daily_benefit = column("daily_benefit", months.dailyBenefit, rows);
    in.ceiling = column("ceiling", months.ceiling, rows);
    in.ledighedsydelse_days = column("ledighedsydelse_days", months.ledighedsydelseDays, rows);
    in.paid_hours = column("paid_hours", months.paidHours, rows);
    in.ledighedsydelse = column("ledighedsydelse", months.ledighedsydelse, rows);
    StatementsIn out = new StatementsIn();
    out.fleksloentilskud = new Memory(8L * Math.max(rows, 1));
    out.own_atp = new Memory(8L * Math.max(rows, 1));
    out.payout = new Memory(8L * Math.max(rows, 1));
    out.obligatory_pension = new Memory(8L * Math.max(rows, 1));
    out.status = new Memory(4L * Math.max(rows, 1));
    ErrorOut error = error();
    if (C.fleks_compute(open(), number("month", month), in, null, out, error) != 0) throw new FleksException(error);
    return new Statements(out.fleksloentilskud.getLongArray(0, rows), out.own_atp.getLongArray(0, rows),
        out.payout.getLongArray(0, rows), out.obligatory_pension.getLongArray(0, rows), out.status.getIntArray(0, rows));
  }

  private Pointer column(String field, long[] values, int rows) {
    if (values == null) return null;
    if (values.length != rows)
      throw new FleksException(25, field, Integer.toString(values.length),
          language == Language.DANISH ? "har ikke " + rows + " rækker som am_income." : "has not " + rows + " rows as am_income.");
    Memory memory = new Memory(8L * Math.max(rows, 1));
    memory.write(0, values, 0, rows);
    return memory;
  }

  /** What is said beside an answer of the income register; what is null is not known. */
  public static final class Income {
    final byte[] answer;
    private String oldCase, jobs;
    private BigDecimal ceiling;
    private LocalDate fetched;
    private boolean keepPerson;

    /** The bytes of an answer of one person: XML, the platform's JSON or SKAT's reconciliation file. */
    public Income(byte[] answer) {
      this.answer = answer;
    }

    /** The case file that is added to: nothing that was typed in it is lost. */
    public Income oldCase(String caseJson) {
      oldCase = caseJson;
      return this;
    }

    /** What the payers are, such as {@code 12345678=fleksjob;23456789=other}. */
    public Income jobs(String payers) {
      jobs = payers;
      return this;
    }

    /** Full-time pay of a fleksjob a month (LOFT-1). */
    public Income ceiling(BigDecimal kroner) {
      ceiling = kroner;
      return this;
    }

    /** The day the answer was fetched: nothing in it was known before. */
    public Income fetched(LocalDate day) {
      fetched = day;
      return this;
    }

    /** Ids keep the person's number, where a payer has it in them. */
    public Income keepPerson() {
      keepPerson = true;
      return this;
    }

    IncomeAsked asked(Language language) {
      IncomeAsked asked = new IncomeAsked();
      if (oldCase != null) {
        byte[] old = oldCase.getBytes(StandardCharsets.UTF_8);
        asked.old_case = new Memory(Math.max(old.length, 1));
        asked.old_case.write(0, old, 0, old.length);
        asked.old_case_size.setValue(old.length);
      }
      asked.jobs = jobs;
      if (ceiling != null) asked.ceiling = whole("ceiling", ceiling, 2, language);
      asked.fetched = fetched == null ? 0 : fetched.getYear() * 10000 + fetched.getMonthValue() * 100 + fetched.getDayOfMonth();
      asked.keep_person = keepPerson ? 1 : 0;
      return asked;
    }
  }

  /** The case file that an answer of the income register (eIndkomst) makes, or the old one with what is new in it. */
  public String incomeCase(Income income) {
    byte[] answer = given("answer", income.answer);
    ErrorOut error = error();
    return text(C.fleks_income_case(answer, new SizeT(answer.length), income.asked(language), error), error);
  }

  /** What was read of it, what was left out and why, and the questions that the register cannot answer, each with its place in the case. */
  public String incomeInWords(Income income) {
    byte[] answer = given("answer", income.answer);
    ErrorOut error = error();
    return text(C.fleks_income_in_words(answer, new SizeT(answer.length), income.asked(language), language.ordinal(), error), error);
  }

  /** How much of a case's months is wanted; each has what stands above it. */
  public enum Detail { AMOUNTS, FACTS, STEPS }

  /** Whether a month could be computed; UNKNOWN where a fact that decides it is missing, NO_RIGHT with its rule. */
  public enum MonthStatus { COMPUTED, UNKNOWN, NO_RIGHT }

  /** A case that has been read and is in order; it never changes, and any number of threads may use it until it is closed. */
  public final class CaseFile implements AutoCloseable {
    private Pointer facts;

    private CaseFile(String json) {
      byte[] bytes = given("json", json).getBytes(StandardCharsets.UTF_8);
      ErrorOut error = error();
      facts = C.fleks_case_read(bytes, new SizeT(bytes.length), error);
      if (facts == null) throw new FleksException(error);
    }

    @Override
    public void close() {
      C.fleks_case_free(facts);
      facts = null;
    }

    private Pointer open() {
      if (facts == null) throw new IllegalStateException("closed");
      return facts;
    }

    /** Its months as objects, without text between, by what was known on a day; null: all that is known. */
    public CaseMonths months(Detail detail, LocalDate asOf, YearMonth first, YearMonth last) {
      CaseAsked asked = new CaseAsked();
      asked.as_of = asOf == null ? 0 : number("as_of", asOf);
      asked.first = first == null ? 0 : number("first", first);
      asked.last = last == null ? 0 : number("last", last);
      ErrorOut error = error();
      return taken(C.fleks_case_months(Fleks.this.open(), open(), asked, given("detail", detail).ordinal(), error), error, result -> {
        List<CaseMonth> months = rows(C::fleks_case_month_rows, result, CASE_MONTH, Fleks::caseMonth);
        List<CaseFact> facts = detail == Detail.AMOUNTS ? List.of() : rows(C::fleks_case_facts, result, CASE_FACT, Fleks::caseFact);
        List<CaseStep> steps = detail != Detail.STEPS ? List.of() : rows(C::fleks_case_steps, result, CASE_STEP, Fleks::caseStep);
        return new CaseMonths(months, facts, steps);
      });
    }

    /** The correction of its past from a month on as objects, by what is known on a day; null: all that is known. */
    public CaseCorrection correction(YearMonth from, LocalDate asOf) {
      ErrorOut error = error();
      Pointer computed = C.fleks_case_corrected(Fleks.this.open(), open(), number("from_month", from), asOf == null ? 0 : number("as_of", asOf), error);
      return taken(computed, error, result -> {
        Memory totals = new Memory(TOTALS);
        totals.setLong(0, TOTALS);
        if (C.fleks_case_totals(result, totals, error) != 0) throw new FleksException(error);
        return new CaseCorrection(rows(C::fleks_corrected_months, result, CORRECTED_MONTH, Fleks::correctedMonth),
            rows(C::fleks_case_facts, result, CASE_FACT, Fleks::caseFact), oere(totals.getLong(24)), oere(totals.getLong(32)), oere(totals.getLong(40)));
      });
    }
  }

  /** Months of a case; facts and steps are empty where they were not asked for. */
  public record CaseMonths(List<CaseMonth> months, List<CaseFact> facts, List<CaseStep> steps) {}

  /** A month of a case, in kroner. What it has no benefit of is empty; {@code reason} is the rule by which there is no right, or "". */
  public record CaseMonth(YearMonth month, LocalDate decided, MonthStatus status, String reason, BigDecimal payout,
      Optional<BigDecimal> fleksloentilskud, BigDecimal wage, BigDecimal base, BigDecimal taper, BigDecimal ceilingCut, BigDecimal holidayCut,
      BigDecimal ownAtp, boolean wageExpected, Optional<BigDecimal> ledighedsydelse, BigDecimal offset, BigDecimal holidayLeft, int benefitMonths) {}

  /**
   * A fact that a month was computed from, or that does not count in it: its list and place in the case file, 0 or why it does not count, in a
   * correction 1 where it is used now and not then and -1 the other way, and what of it counts. The month is empty for one that counts in none.
   */
  public record CaseFact(Optional<YearMonth> month, int list, int index, int counts, int change, BigDecimal amount, String id) {}

  /** A step of a month: its rule and what it gave, in kroner, hours, days or months (FLEKS_STEP_KRONER and so on). */
  public record CaseStep(YearMonth month, String rule, BigDecimal amount, int unit, boolean restsOnChoice) {}

  /** The months that were decided, the facts that are used now and were not then, and the sums, in kroner. */
  public record CaseCorrection(List<CorrectedMonth> months, List<CaseFact> facts, BigDecimal total, BigDecimal toPayOut, BigDecimal toRecover) {}

  /** A month of a correction; {@code rule} is that of its basis, or "" where nothing differs. */
  public record CorrectedMonth(YearMonth month, BigDecimal paid, BigDecimal due, BigDecimal difference, BigDecimal recoverable, String rule,
      boolean tooOld) {}

  /** A month that new rates, or a new version, change: what is paid out before, now, and more now; empty where it is not known. */
  public record ImpactMonth(YearMonth month, Optional<BigDecimal> before, Optional<BigDecimal> after, Optional<BigDecimal> difference) {}

  /** Reads a case once, to be computed any number of times. */
  public CaseFile caseFile(String caseJson) {
    return new CaseFile(caseJson);
  }

  /**
   * The months of a case that come out otherwise with these rates than with {@code before}; where that is null, otherwise than the kept result
   * says that {@code json} then is (a record, or what {@code fleks case} printed).
   */
  public List<ImpactMonth> caseImpact(Fleks before, String json) {
    byte[] bytes = given("json", json).getBytes(StandardCharsets.UTF_8);
    ErrorOut error = error();
    Pointer impact = C.fleks_case_impact(before == null ? null : before.open(), open(), bytes, new SizeT(bytes.length), null, error);
    return taken(impact, error, result -> rows(C::fleks_impact_months, result, IMPACT_MONTH, Fleks::impactMonth));
  }

  // Where the members lie, as in fleks/fleks.h on a machine of 64 bits.
  private static final int CASE_MONTH = 64 + 37 * 8, CASE_FACT = 48, CASE_STEP = 72, CORRECTED_MONTH = 64, IMPACT_MONTH = 88, TOTALS = 72;

  private static CaseMonth caseMonth(Pointer at) {
    IntFunction<BigDecimal> amount = place -> oere(at.getLong(64 + 8L * place));
    int decided = at.getInt(4);
    return new CaseMonth(month(at.getInt(0)), LocalDate.of(decided / 10000, decided / 100 % 100, decided % 100), MonthStatus.values()[at.getInt(8)],
        text(at.getPointer(56)), amount.apply(0), ifGiven(at.getInt(16), at.getLong(64 + 8L * 11)), amount.apply(1), amount.apply(4), amount.apply(5),
        amount.apply(8), amount.apply(10), amount.apply(12), at.getInt(28) == 1, ifGiven(at.getInt(20), at.getLong(64 + 8L * 25)), amount.apply(21),
        BigDecimal.valueOf(at.getLong(64 + 8L * 32), 4), at.getInt(40));
  }

  private static CaseFact caseFact(Pointer at) {
    int month = at.getInt(0);
    return new CaseFact(month == 0 ? Optional.empty() : Optional.of(month(month)), at.getInt(4), at.getInt(8), at.getInt(16), at.getInt(20),
        oere(at.getLong(32)), text(at.getPointer(40)));
  }

  private static CaseStep caseStep(Pointer at) {
    int unit = at.getInt(4);
    return new CaseStep(month(at.getInt(0)), text(at.getPointer(40)), BigDecimal.valueOf(at.getLong(16), unit == 0 ? 2 : 4), unit, at.getInt(8) == 1);
  }

  private static CorrectedMonth correctedMonth(Pointer at) {
    return new CorrectedMonth(month(at.getInt(0)), oere(at.getLong(32)), oere(at.getLong(40)), oere(at.getLong(48)), oere(at.getLong(56)),
        text(at.getPointer(24)), at.getInt(12) == 1);
  }

  private static ImpactMonth impactMonth(Pointer at) {
    return new ImpactMonth(month(at.getInt(0)), ifGiven(at.getInt(8) == 1 && at.getInt(12) != 1 ? 1 : 0, at.getLong(48)),
        ifGiven(at.getInt(16) == 1 && at.getInt(20) != 1 ? 1 : 0, at.getLong(72)), ifGiven(at.getInt(24), at.getLong(80)));
  }

  private static YearMonth month(int number) {
    return YearMonth.of(number / 100, number % 100);
  }

  private static Optional<BigDecimal> ifGiven(int given, long oere) {
    return given == 1 ? Optional.of(oere(oere)) : Optional.empty();
  }

  private static String text(Pointer terminated) {
    return terminated.getString(0, "UTF-8");
  }

  /** What is made of a result, which is freed then. */
  private <R> R taken(Pointer result, ErrorOut error, Function<Pointer, R> made) {
    if (result == null) throw new FleksException(error);
    try {
      return made.apply(result);
    } finally {
      C.fleks_case_result_free(result);
    }
  }

  private interface RowsOf {
    int of(Pointer result, Pointer rows, SizeT rowSize, SizeT capacity, Pointer count, ErrorOut error);
  }

  /** An array of a result, each row read where it lies. */
  private <R> List<R> rows(RowsOf function, Pointer result, int size, Function<Pointer, R> row) {
    ErrorOut error = error();
    Memory count = new Memory(Native.SIZE_T_SIZE);
    if (function.of(result, null, new SizeT(0), new SizeT(0), count, error) != 0) throw new FleksException(error);
    int many = Math.toIntExact(count.getLong(0));
    Memory rows = new Memory((long) size * Math.max(many, 1));
    if (function.of(result, rows, new SizeT(size), new SizeT(many), count, error) != 0) throw new FleksException(error);
    List<R> all = new ArrayList<>(many);
    for (int i = 0; i < many; ++i) all.add(row.apply(rows.share((long) size * i, size)));
    return all;
  }

  /** Everything that is wrong with a case file, a line each; an empty text when it can be computed. */
  public String caseProblems(String caseJson) {
    byte[] json = given("json", caseJson).getBytes(StandardCharsets.UTF_8);
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
      super(terminated(error.text));
      code = error.code;
      field = terminated(error.field);
      value = terminated(error.value);
      line = error.line;
    }

    private FleksException(int code, String field, String value, String message) {
      super(field + ": " + message);
      this.code = code;
      this.field = field;
      this.value = value;
      line = 0;
    }

    /** One of the FLEKS_ERROR_ codes of fleks.h. */
    public int code() {
      return code;
    }

    /** The code's name, the same in every language. Example: {@code negative}. */
    public String name() {
      return C.fleks_error_name(code);
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

  private static OptionsIn in(Options options) {
    return options == null ? null : options.in;
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

  private static String terminated(byte[] bytes) {
    int end = 0;
    while (bytes[end] != 0) ++end;
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  private static final int MISSING_FACT = 10, TOO_MANY_DECIMALS = 4, TOO_LARGE = 6;  // FLEKS_ERROR_...

  /** What must be there. */
  private static <T> T given(String field, T value) {
    if (value == null) throw new FleksException(MISSING_FACT, field, "", "null");
    return value;
  }

  private static int number(String field, YearMonth month) {
    return given(field, month).getYear() * 100 + month.getMonthValue();
  }

  private static int number(String field, LocalDate date) {
    return given(field, date).getYear() * 10000 + date.getMonthValue() * 100 + date.getDayOfMonth();
  }

  private static BigDecimal oere(long oere) {
    return BigDecimal.valueOf(oere, 2);
  }

  private static Optional<BigDecimal> ifKnown(long oere) {
    return oere == -1 ? Optional.empty() : Optional.of(oere(oere));
  }

  /** Nothing is rounded on the way in: what does not fit is refused, and said in the language of who asks. */
  private static long whole(String field, BigDecimal value, int decimals, Language language) {
    boolean danish = language == Language.DANISH;
    if (value == null) throw new FleksException(MISSING_FACT, field, "", danish ? "mangler (null)." : "is missing (null).");
    String given = value.precision() - value.scale() > 40 || value.scale() > 40 ? value.toString() : value.toPlainString();
    BigDecimal bare = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    if (bare.scale() > decimals)
      throw new FleksException(TOO_MANY_DECIMALS, field, given,
          danish ? "»" + given + "« har for mange decimaler. Tilladt: højst " + decimals + "."
              : "\"" + given + "\" has too many decimals. Allowed: at most " + decimals + ".");
    if (bare.precision() - bare.scale() > 14)
      throw new FleksException(TOO_LARGE, field, given,
          danish ? "»" + given + "« er for stort." : "\"" + given + "\" is too large.");
    return bare.movePointRight(decimals).longValueExact();
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
    String fleks_error_name(int code);
    Pointer fleks_rates_embedded();
    Pointer fleks_rates_extended(byte[] csv, SizeT size, ErrorOut error);
    void fleks_rates_free(Pointer rates);
    String fleks_rates_version(Pointer rates);
    Pointer fleks_text_data(Pointer text);
    SizeT fleks_text_size(Pointer text);
    void fleks_text_free(Pointer text);
    int fleks_rates_last_month(Pointer rates, int task);
    int fleks_month(Pointer rates, Structure facts, Structure options, Structure statement, ErrorOut error);
    Pointer fleks_month_in_words(Pointer rates, Structure facts, Structure options, int form, int language, ErrorOut error);
    int fleks_ledighedsydelse(Pointer rates, Structure facts, Structure options, Structure statement, ErrorOut error);
    Pointer fleks_ledighedsydelse_in_words(Pointer rates, Structure facts, Structure options, int form, int language, ErrorOut error);
    int fleks_ceiling_from_parts(Pointer rates, Structure facts, Structure options, Structure statement, ErrorOut error);
    Pointer fleks_ceiling_from_parts_in_words(Pointer rates, Structure facts, Structure options, int form, int language, ErrorOut error);
    int fleks_holiday(Pointer rates, Structure facts, Structure options, Structure statement, ErrorOut error);
    Pointer fleks_holiday_in_words(Pointer rates, Structure facts, Structure options, int form, int language, ErrorOut error);
    int fleks_self_employed(Pointer rates, Structure facts, Structure options, Structure statement, ErrorOut error);
    Pointer fleks_self_employed_in_words(Pointer rates, Structure facts, Structure options, int form, int language, ErrorOut error);
    int fleks_tax(Pointer rates, Structure facts, Structure options, Structure statement, ErrorOut error);
    Pointer fleks_tax_in_words(Pointer rates, Structure facts, Structure options, int form, int language, ErrorOut error);
    int fleks_audit(Pointer rates, Structure facts, Structure options, Structure statement, ErrorOut error);
    Pointer fleks_audit_in_words(Pointer rates, Structure facts, Structure options, int form, int language, ErrorOut error);
    int fleks_hours(Pointer rates, CitizenFacts citizen, Pointer options, HoursAsked asked, Pointer rows, SizeT rowSize, SizeT capacity,
        Pointer count, ErrorOut error);
    Pointer fleks_case_statement(Pointer rates, byte[] json, SizeT size, CaseAsked asked, int form, int language, ErrorOut error);
    Pointer fleks_case_correction(Pointer rates, byte[] json, SizeT size, int fromMonth, int asOf, int form, int language, ErrorOut error);
    Pointer fleks_case_letter(Pointer rates, byte[] json, SizeT size, int month, int asOf, int form, int language, ErrorOut error);
    Pointer fleks_case_record(Pointer rates, byte[] json, SizeT size, CaseAsked asked, int correctFrom, int language, ErrorOut error);
    Pointer fleks_task(Pointer rates, byte[] asked, SizeT size, int form, ErrorOut error);

    Pointer fleks_verify(Pointer rates, byte[] record, SizeT size, int form, int language, Pointer same, ErrorOut error);
    Pointer fleks_case_ledger(Pointer rates, byte[] json, SizeT size, MunicipalAsked asked, int form, int language, ErrorOut error);
    Pointer fleks_effort(Pointer rates, byte[] json, SizeT size, MunicipalAsked asked, int form, int language, ErrorOut error);
    int fleks_compute(Pointer rates, int month, MonthsIn facts, Structure options, StatementsIn results, ErrorOut error);
    Pointer fleks_income_case(byte[] answer, SizeT size, IncomeAsked asked, ErrorOut error);
    Pointer fleks_income_in_words(byte[] answer, SizeT size, IncomeAsked asked, int language, ErrorOut error);
    Pointer fleks_case_read(byte[] json, SizeT size, ErrorOut error);
    void fleks_case_free(Pointer facts);
    Pointer fleks_case_months(Pointer rates, Pointer facts, CaseAsked asked, int detail, ErrorOut error);
    Pointer fleks_case_corrected(Pointer rates, Pointer facts, int fromMonth, int asOf, ErrorOut error);
    Pointer fleks_case_impact(Pointer before, Pointer after, byte[] json, SizeT size, CaseAsked asked, ErrorOut error);
    void fleks_case_result_free(Pointer result);
    int fleks_case_month_rows(Pointer result, Pointer rows, SizeT rowSize, SizeT capacity, Pointer count, ErrorOut error);
    int fleks_case_facts(Pointer result, Pointer rows, SizeT rowSize, SizeT capacity, Pointer count, ErrorOut error);
    int fleks_case_steps(Pointer result, Pointer rows, SizeT rowSize, SizeT capacity, Pointer count, ErrorOut error);
    int fleks_corrected_months(Pointer result, Pointer rows, SizeT rowSize, SizeT capacity, Pointer count, ErrorOut error);
    int fleks_impact_months(Pointer result, Pointer rows, SizeT rowSize, SizeT capacity, Pointer count, ErrorOut error);
    int fleks_case_totals(Pointer result, Pointer totals, ErrorOut error);
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
  public static final class CeilingIn extends Structure {
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
    public CeilingIn ceiling = new CeilingIn();
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

  @FieldOrder({"own_atp", "rates_of", "other_wage_under_ceiling", "round_to"})
  public static final class OptionsIn extends Sized {
    public int own_atp;
    public int rates_of;
    public int other_wage_under_ceiling;
    public int round_to;
  }

  @FieldOrder({"as_of", "first", "last", "steps", "amounts_only"})
  public static final class CaseAsked extends Sized {
    public int as_of;
    public int first;
    public int last;
    public int steps;
    public int amounts_only;
  }

  @FieldOrder({"old_case", "old_case_size", "jobs", "ceiling", "fetched", "keep_person"})
  public static final class IncomeAsked extends Sized {
    public Pointer old_case;
    public SizeT old_case_size = new SizeT();
    public String jobs;
    public long ceiling;
    public int fetched;
    public int keep_person;
  }

  @FieldOrder({"as_of", "fleksbidrag_base", "weeks_of_month", "cohorts", "seed", "weeks_before_new_job"})
  public static final class MunicipalAsked extends Sized {
    public int as_of;
    public int fleksbidrag_base;
    public int weeks_of_month;
    public int cohorts;
    public long seed;
    public int weeks_before_new_job;
  }

  @FieldOrder({"rows", "am_income", "own_pension", "employer_pension", "other_wage", "daily_benefit", "ceiling", "ledighedsydelse_days",
      "paid_hours", "ledighedsydelse"})
  public static final class MonthsIn extends Sized {
    public SizeT rows = new SizeT();
    public Pointer am_income;
    public Pointer own_pension;
    public Pointer employer_pension;
    public Pointer other_wage;
    public Pointer daily_benefit;
    public Pointer ceiling;
    public Pointer ledighedsydelse_days;
    public Pointer paid_hours;
    public Pointer ledighedsydelse;
  }

  @FieldOrder({"taper", "before_ceiling", "ceiling_cut", "holiday_cut", "fleksloentilskud", "own_atp", "payout", "obligatory_pension",
      "public_atp", "status"})
  public static final class StatementsIn extends Sized {
    public Pointer taper;
    public Pointer before_ceiling;
    public Pointer ceiling_cut;
    public Pointer holiday_cut;
    public Pointer fleksloentilskud;
    public Pointer own_atp;
    public Pointer payout;
    public Pointer obligatory_pension;
    public Pointer public_atp;
    public Pointer status;
  }

  @FieldOrder({"month", "benefit_class", "provider", "entitled_weekdays_known", "am_income", "own_pension", "employer_pension",
      "replacing_income", "paid_out_holiday_allowance", "self_employed_hours", "entitled_weekdays", "sanction_days",
      "untaken_holiday_days", "holiday_days", "holiday_pay_per_day"})
  public static final class LedighedsydelseFacts extends Sized {
    public int month;
    public int benefit_class;
    public int provider;
    public int entitled_weekdays_known;
    public long am_income;
    public long own_pension;
    public long employer_pension;
    public long replacing_income;
    public long paid_out_holiday_allowance;
    public long self_employed_hours;
    public long entitled_weekdays;
    public long sanction_days;
    public long untaken_holiday_days;
    public long holiday_days;
    public long holiday_pay_per_day;
  }

  @FieldOrder({"month", "benefit_class", "base", "daily_amount", "payable_weekdays", "part_base", "income", "offset", "holiday_reduction",
      "holiday_top_up", "ledighedsydelse", "own_atp", "payout", "public_atp", "obligatory_pension"})
  public static final class LedighedsydelseOut extends Sized {
    public int month;
    public int benefit_class;
    public long base;
    public long daily_amount;
    public long payable_weekdays;
    public long part_base;
    public long income;
    public long offset;
    public long holiday_reduction;
    public long holiday_top_up;
    public long ledighedsydelse;
    public long own_atp;
    public long payout;
    public long public_atp;
    public long obligatory_pension;
  }

  @FieldOrder({"date", "ceiling"})
  public static final class CeilingFacts extends Sized {
    public int date;
    public CeilingIn ceiling = new CeilingIn();
  }

  @FieldOrder({"normal_wage_ceiling"})
  public static final class CeilingOut extends Sized {
    public long normal_wage_ceiling;
  }

  @FieldOrder({"from", "to", "kind", "monthly_pay", "employer_pension"})
  public static final class HolidayFacts extends Sized {
    public int from;
    public int to;
    public int kind;
    public long monthly_pay;
    public long employer_pension;
  }

  @FieldOrder({"days_earned", "qualifying_pay", "holiday_allowance", "holiday_supplement", "per_day", "great_prayer_day_supplement"})
  public static final class HolidayOut extends Sized {
    public long days_earned;
    public long qualifying_pay;
    public long holiday_allowance;
    public long holiday_supplement;
    public long per_day;
    public long great_prayer_day_supplement;
  }

  @FieldOrder({"year", "income"})
  public static final class SelfEmployedFacts extends Sized {
    public int year;
    public long income;
  }

  @FieldOrder({"maximum", "reduction", "grant"})
  public static final class SelfEmployedOut extends Sized {
    public long maximum;
    public long reduction;
    public long grant;
  }

  @FieldOrder({"year", "church", "single_parent", "municipality", "municipal_tax", "church_tax", "pay", "own_pension", "own_atp",
      "employer_pension", "employer_atp", "without_am"})
  public static final class TaxFacts extends Sized {
    public int year;
    public int church;
    public int single_parent;
    public String municipality;
    public long municipal_tax;
    public long church_tax;
    public long pay;
    public long own_pension;
    public long own_atp;
    public long employer_pension;
    public long employer_atp;
    public long without_am;
  }

  @FieldOrder({"am_contribution", "personal_income", "employment_deduction", "single_parent_deduction", "job_deduction", "bottom",
      "municipal", "church", "middle", "top", "toptop", "allowance_value", "am_and_tax", "tax"})
  public static final class TaxOut extends Sized {
    public long am_contribution;
    public long personal_income;
    public long employment_deduction;
    public long single_parent_deduction;
    public long job_deduction;
    public long bottom;
    public long municipal;
    public long church;
    public long middle;
    public long top;
    public long toptop;
    public long allowance_value;
    public long am_and_tax;
    public long tax;
  }

  @FieldOrder({"month", "paid", "pay_of_same_month_known", "pay_of_two_months_before_known", "pay_of_same_month",
      "pay_of_two_months_before", "holiday_allowance", "ceiling_supplements", "ceiling_bonus", "ceiling_pension",
      "ceiling_holiday_supplement"})
  public static final class AuditFacts extends Sized {
    public Pointer month;
    public long paid;
    public int pay_of_same_month_known;
    public int pay_of_two_months_before_known;
    public long pay_of_same_month;
    public long pay_of_two_months_before;
    public long holiday_allowance;
    public long ceiling_supplements;
    public long ceiling_bonus;
    public long ceiling_pension;
    public long ceiling_holiday_supplement;
  }

  @FieldOrder({"month", "right", "due", "paid", "difference", "explanations", "exact", "wage_that_fits", "ceiling_that_fits", "best",
      "best_with"})
  public static final class AuditOut extends Sized {
    public int month;
    public int right;
    public long due;
    public long paid;
    public long difference;
    public int explanations;
    public int exact;
    public long wage_that_fits;
    public long ceiling_that_fits;
    public byte[] best = new byte[64];
    public byte[] best_with = new byte[64];
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
    public CeilingIn ceiling = new CeilingIn();
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
