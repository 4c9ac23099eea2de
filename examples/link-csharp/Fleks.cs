using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;

namespace FleksLib
{
    /// <summary>What cannot be computed: the fact, the value as it was given, and in words what is allowed.</summary>
    public sealed class FleksException : Exception
    {
        /// <summary>The code of <c>fleks.h</c>; below zero for a call that is wrong in itself.</summary>
        public int Code { get; }
        /// <summary>Its name, the same in every language: <c>negative</c>.</summary>
        public string Name { get; }
        /// <summary>The fact, or the path in a case file.</summary>
        public string Field { get; }
        /// <summary>As it was given.</summary>
        public string Value { get; }
        /// <summary>The row of a batch, from 0; -1 where there is none.</summary>
        public long Row { get; }
        /// <summary>The line of a file, from 1; 0 where there is none.</summary>
        public long Line { get; }

        internal FleksException(int code, string name, string field, string value, string text, long row = -1, long line = 0) : base(text)
        {
            Code = code;
            Name = name;
            Field = field;
            Value = value;
            Row = row;
            Line = line;
        }
    }

    /// <summary>The language of texts and messages.</summary>
    public enum Language
    {
        /// <summary>Dansk.</summary>
        Danish,
        /// <summary>English.</summary>
        English
    }
    /// <summary>The form of a text.</summary>
    public enum Form
    {
        /// <summary>As people read it.</summary>
        Text,
        /// <summary>As a program reads it.</summary>
        Json,
        /// <summary>A table; of the hours alone.</summary>
        Csv,
        /// <summary>A page; of a letter alone.</summary>
        Html
    }
    /// <summary>The rate of ledighedsydelse (LY-1).</summary>
    public enum BenefitClass
    {
        /// <summary>The full amount.</summary>
        Full,
        /// <summary>The low amount with dependent children.</summary>
        LowProvider,
        /// <summary>The low amount without.</summary>
        LowNonprovider
    }
    /// <summary>How holiday is paid (FERIE-2).</summary>
    public enum HolidayKind
    {
        /// <summary>An error.</summary>
        NotGiven,
        /// <summary>Pay during holiday and ferietillæg.</summary>
        Pay,
        /// <summary>Feriegodtgørelse.</summary>
        Allowance
    }
    /// <summary>FLT-11: whether wage of other jobs fills the ceiling.</summary>
    public enum UnderCeiling
    {
        /// <summary>As the law of the month.</summary>
        ByLaw,
        /// <summary>It does.</summary>
        Included,
        /// <summary>It does not.</summary>
        Excluded
    }
    /// <summary>FLT-14: what the subsidy is rounded to.</summary>
    public enum RoundTo
    {
        /// <summary>As the law of the month.</summary>
        ByLaw,
        /// <summary>Whole kroner.</summary>
        Krone,
        /// <summary>Whole øre.</summary>
        Oere
    }
    /// <summary>Who has stated a ceiling.</summary>
    public enum StatedBy
    {
        /// <summary>The employer.</summary>
        Employer,
        /// <summary>Worked out from its parts.</summary>
        Computed,
        /// <summary>The table of an agreement.</summary>
        AgreementTable
    }
    /// <summary>Whether an hour more pays.</summary>
    public enum Verdict
    {
        /// <summary>The first row.</summary>
        None,
        /// <summary>At least 30 pct. of its pay stays in hand.</summary>
        Pays,
        /// <summary>Less than that.</summary>
        HardlyPays,
        /// <summary>Nothing, or less.</summary>
        DoesNotPay
    }

    /// <summary>The choices that the law leaves; as it stands, the law's own.</summary>
    public sealed class Options
    {
        /// <summary>FLT-5: own ATP counts in a pay given before it, as in STAR's calculator.</summary>
        public bool OwnAtpCounted { get; set; }
        /// <summary>FLT-2: the rates of the wage month.</summary>
        public bool RatesOfWageMonth { get; set; }
        /// <summary>FLT-11.</summary>
        public UnderCeiling OtherWageUnderCeiling { get; set; }
        /// <summary>FLT-14.</summary>
        public RoundTo RoundTo { get; set; }
    }

    /// <summary>The normal-wage ceiling of the position (lønloft, LOFT-1 to LOFT-4), in kroner.</summary>
    public sealed class Ceiling
    {
        internal int Form;
        internal decimal Amount;
        /// <summary>Who has stated it.</summary>
        public StatedBy StatedBy { get; set; }
        /// <summary>The parts of a ceiling from an hourly or a monthly pay: monthly average of all supplements.</summary>
        public decimal Supplements { get; set; }
        /// <summary>Fixed bonus a month.</summary>
        public decimal FixedBonus { get; set; }
        /// <summary>The employer's pension, a percentage of the rest.</summary>
        public decimal EmployerPension { get; set; }
        /// <summary>Ferietillæg of a full-time employee in the month.</summary>
        public decimal HolidaySupplement { get; set; }

        /// <summary>Full-time pay a month on ordinary terms, as the employer states it.</summary>
        public static Ceiling Stated(decimal kroner) => new Ceiling { Form = 1, Amount = kroner };
        /// <summary>From the hourly pay of full time and its parts.</summary>
        public static Ceiling FromHourly(decimal kroner) => new Ceiling { Form = 2, Amount = kroner, StatedBy = StatedBy.Computed };
        /// <summary>From the monthly base pay of full time and its parts.</summary>
        public static Ceiling FromMonthly(decimal kroner) => new Ceiling { Form = 3, Amount = kroner, StatedBy = StatedBy.Computed };
    }

    /// <summary>What is known of one month of one fleksjob. Amounts in kroner; what is null is not known, never 0.</summary>
    public sealed class MonthFacts
    {
        /// <summary>The subsidy month, <c>2024-03</c>.</summary>
        public string Month { get; set; }
        /// <summary>The month of the wage, when it is not the one before.</summary>
        public string WageMonth { get; set; }
        /// <summary>Field 13 of eIndkomst: after own pension and own ATP. Exactly one of the three pays is given.</summary>
        public decimal? AmIncome { get; set; }
        /// <summary>A month, before own pension and own ATP.</summary>
        public decimal? MonthlyWage { get; set; }
        /// <summary>An hour, before own pension and own ATP; with <see cref="WeeklyHours"/>.</summary>
        public decimal? HourlyWage { get; set; }
        /// <summary>Hours present a week.</summary>
        public decimal? WeeklyHours { get; set; }
        /// <summary>Arbejdsintensitet, a percentage: paid hours are hours present × intensity.</summary>
        public decimal? Intensity { get; set; }
        /// <summary>Paid hours a month, for the ATP where the pay is not by the hour.</summary>
        public decimal? PaidHours { get; set; }
        /// <summary>Personalegoder inside field 13.</summary>
        public decimal BenefitsInKind { get; set; }
        /// <summary>Own pension a month.</summary>
        public decimal OwnPension { get; set; }
        /// <summary>Or as a percentage of the pay.</summary>
        public decimal OwnPensionShare { get; set; }
        /// <summary>The employer's pension a month.</summary>
        public decimal EmployerPension { get; set; }
        /// <summary>Or as a percentage of the pay.</summary>
        public decimal EmployerPensionShare { get; set; }
        /// <summary>Ferietillæg etc. paid with the month on top of the pay.</summary>
        public decimal HolidaySupplement { get; set; }
        /// <summary>Of other jobs, pension included.</summary>
        public decimal OtherWage { get; set; }
        /// <summary>Tabt arbejdsfortjeneste, plejevederlag.</summary>
        public decimal CareIncome { get; set; }
        /// <summary>Syge-, barsels- eller sorgorlovsdagpenge, ressourceforløbsydelse.</summary>
        public decimal DailyBenefit { get; set; }
        /// <summary>Holiday days on ledighedsydelse.</summary>
        public decimal LedighedsydelseDays { get; set; }
        /// <summary>First day, when the job covers only part of the wage month.</summary>
        public DateTime? EmployedFrom { get; set; }
        /// <summary>Last day, likewise.</summary>
        public DateTime? EmployedTo { get; set; }
        /// <summary>Lønloft; null: none is known, and the results are before the ceiling.</summary>
        public Ceiling Ceiling { get; set; }
    }

    /// <summary>A month's fleksløntilskud in kroner; what the law does not round is rounded half up to øre, each by itself.</summary>
    public sealed class MonthStatement
    {
        /// <summary>The wage that counts (FLT-5).</summary>
        public decimal Wage { get; internal set; }
        /// <summary>The highest subsidy (FLT-4).</summary>
        public decimal Base { get; internal set; }
        /// <summary>FLT-8.</summary>
        public decimal Taper { get; internal set; }
        /// <summary>FLT-10.</summary>
        public decimal BeforeCeiling { get; internal set; }
        /// <summary>Null when none is known.</summary>
        public decimal? NormalWageCeiling { get; internal set; }
        /// <summary>FLT-11.</summary>
        public decimal CeilingCut { get; internal set; }
        /// <summary>FLT-12.</summary>
        public decimal HolidayCut { get; internal set; }
        /// <summary>FLT-14, exact.</summary>
        public decimal Fleksloentilskud { get; internal set; }
        /// <summary>FLT-17, exact.</summary>
        public decimal OwnAtp { get; internal set; }
        /// <summary>Before tax, exact.</summary>
        public decimal Payout { get; internal set; }
        /// <summary>FLT-18; null when the paid hours are not known.</summary>
        public decimal? PublicAtp { get; internal set; }
        /// <summary>FLT-19.</summary>
        public decimal ObligatoryPension { get; internal set; }
        /// <summary>Wage and subsidy.</summary>
        public decimal Total { get; internal set; }
        /// <summary>False without a wage, and so without a subsidy (FLT-3).</summary>
        public bool HasRight { get; internal set; }
    }

    /// <summary>What is known of one month on ledighedsydelse; income is that of the month before (LY-5).</summary>
    public sealed class LedighedsydelseFacts
    {
        /// <summary>The month, <c>2024-03</c>.</summary>
        public string Month { get; set; }
        /// <summary>LY-1.</summary>
        public BenefitClass BenefitClass { get; set; }
        /// <summary>Has dependent children; decides the limit of ATP with the full class.</summary>
        public bool Provider { get; set; }
        /// <summary>Field 13.</summary>
        public decimal AmIncome { get; set; }
        /// <summary>Own pension.</summary>
        public decimal OwnPension { get; set; }
        /// <summary>The employer's pension.</summary>
        public decimal EmployerPension { get; set; }
        /// <summary>Income in place of wage.</summary>
        public decimal ReplacingIncome { get; set; }
        /// <summary>Feriegodtgørelse paid out without holiday (LY-10).</summary>
        public decimal PaidOutHolidayAllowance { get; set; }
        /// <summary>Of self-employment or unpaid work (LY-6).</summary>
        public decimal SelfEmployedHours { get; set; }
        /// <summary>Weekdays with a right; null: all of the month.</summary>
        public decimal? EntitledWeekdays { get; set; }
        /// <summary>LY-12.</summary>
        public decimal SanctionDays { get; set; }
        /// <summary>Earned holiday days that were not taken (LY-9).</summary>
        public decimal UntakenHolidayDays { get; set; }
        /// <summary>Paid holiday days taken (LY-9).</summary>
        public decimal HolidayDays { get; set; }
        /// <summary>The holiday pay of each of them.</summary>
        public decimal HolidayPayPerDay { get; set; }
    }

    /// <summary>A month's ledighedsydelse in kroner.</summary>
    public sealed class LedighedsydelseStatement
    {
        /// <summary>The amount of the class a month (LY-3).</summary>
        public decimal Base { get; internal set; }
        /// <summary>LY-5.</summary>
        public decimal Offset { get; internal set; }
        /// <summary>LY-9.</summary>
        public decimal HolidayTopUp { get; internal set; }
        /// <summary>Exact.</summary>
        public decimal Ledighedsydelse { get; internal set; }
        /// <summary>LY-13, exact.</summary>
        public decimal OwnAtp { get; internal set; }
        /// <summary>Before tax, exact.</summary>
        public decimal Payout { get; internal set; }
        /// <summary>Paid by the state, exact.</summary>
        public decimal PublicAtp { get; internal set; }
        /// <summary>Paid by the state, exact.</summary>
        public decimal ObligatoryPension { get; internal set; }
    }

    /// <summary>What is said beside an answer of the income register.</summary>
    public sealed class IncomeAsked
    {
        /// <summary>The case file that is added to; null: a new case.</summary>
        public string OldCase { get; set; }
        /// <summary>What the payers are, such as <c>12345678=fleksjob;23456789=other</c>.</summary>
        public string Jobs { get; set; }
        /// <summary>Full-time pay of a fleksjob a month (LOFT-1), in kroner; 0: not known.</summary>
        public decimal Ceiling { get; set; }
        /// <summary>The day the answer was fetched: nothing in it was known before.</summary>
        public DateTime? Fetched { get; set; }
        /// <summary>Ids keep the person's number, where a payer has it in them.</summary>
        public bool KeepPerson { get; set; }
    }

    /// <summary>A year's income of a single person without capital income, in kroner a year.</summary>
    public sealed class TaxFacts
    {
        /// <summary>Whose rates hold.</summary>
        public int Year { get; set; }
        /// <summary>By name, any letter case; null: none named, and the year's average unless <see cref="MunicipalTax"/> is given.</summary>
        public string Municipality { get; set; }
        /// <summary>A percentage, not with a municipality.</summary>
        public decimal MunicipalTax { get; set; }
        /// <summary>A percentage, not with <see cref="Church"/>.</summary>
        public decimal ChurchTax { get; set; }
        /// <summary>With the municipality's church tax, or the year's average.</summary>
        public bool Church { get; set; }
        /// <summary>Enlig forsørger.</summary>
        public bool SingleParent { get; set; }
        /// <summary>Before own pension and own ATP.</summary>
        public decimal Pay { get; set; }
        /// <summary>Own pension.</summary>
        public decimal OwnPension { get; set; }
        /// <summary>Of the wage.</summary>
        public decimal OwnAtp { get; set; }
        /// <summary>The employer's pension.</summary>
        public decimal EmployerPension { get; set; }
        /// <summary>The employer's ATP.</summary>
        public decimal EmployerAtp { get; set; }
        /// <summary>Fleksløntilskud and ledighedsydelse after own ATP, daily benefits, pensions.</summary>
        public decimal WithoutAm { get; set; }
    }

    /// <summary>AM-bidrag and income tax of a year, in kroner.</summary>
    public sealed class TaxStatement
    {
        /// <summary>SKAT-1.</summary>
        public decimal AmContribution { get; internal set; }
        /// <summary>SKAT-2.</summary>
        public decimal PersonalIncome { get; internal set; }
        /// <summary>Both in whole kroner (SKAT-5).</summary>
        public decimal AmAndTax { get; internal set; }
        /// <summary>Without AM-bidrag.</summary>
        public decimal Tax { get; internal set; }
    }

    /// <summary>What was found of a payment, in kroner.</summary>
    public sealed class AuditStatement
    {
        /// <summary>Paid is due, to the øre.</summary>
        public bool Right { get; internal set; }
        /// <summary>FLT-14.</summary>
        public decimal Due { get; internal set; }
        /// <summary>Above 0 to be paid out, below 0 paid too much.</summary>
        public decimal Difference { get; internal set; }
        /// <summary>The best explanation gives what was paid, to the øre.</summary>
        public bool Exact { get; internal set; }
        /// <summary>The mistake of the best explanation; empty where there is none.</summary>
        public string Best { get; internal set; }
        /// <summary>The other mistake when it takes two.</summary>
        public string BestWith { get; internal set; }
    }

    /// <summary>A citizen whose hours may change, in one year.</summary>
    public sealed class Citizen
    {
        /// <summary>Whose rates hold.</summary>
        public int Year { get; set; }
        /// <summary>Of the ledighedsydelse at 0 hours.</summary>
        public BenefitClass BenefitClass { get; set; }
        /// <summary>Kroner, before own pension and own ATP.</summary>
        public decimal HourlyWage { get; set; }
        /// <summary>A percentage of the pay.</summary>
        public decimal OwnPension { get; set; }
        /// <summary>A percentage of the pay.</summary>
        public decimal EmployerPension { get; set; }
        /// <summary>A percentage: the hours are then hours present.</summary>
        public decimal? Intensity { get; set; }
        /// <summary>Null: the same hourly wage at full time, with the employer's pension.</summary>
        public Ceiling Ceiling { get; set; }
        /// <summary>As in <see cref="TaxFacts"/>.</summary>
        public string Municipality { get; set; }
        /// <summary>A percentage, not with a municipality.</summary>
        public decimal MunicipalTax { get; set; }
        /// <summary>A percentage, not with <see cref="Church"/>.</summary>
        public decimal ChurchTax { get; set; }
        /// <summary>With church tax.</summary>
        public bool Church { get; set; }
        /// <summary>Children at home.</summary>
        public int Children { get; set; }
        /// <summary>Enlig forsørger.</summary>
        public bool SingleParent { get; set; }
        /// <summary>A month; with it housing benefit is part of it.</summary>
        public decimal? Rent { get; set; }
    }

    /// <summary>What a month brings at so many hours a week, in kroner; and what the last step of hours was worth.</summary>
    public sealed class HoursRow
    {
        /// <summary>Present a week.</summary>
        public decimal Hours { get; internal set; }
        /// <summary>Before own pension and own ATP.</summary>
        public decimal GrossPay { get; internal set; }
        /// <summary>FLT-14.</summary>
        public decimal Fleksloentilskud { get; internal set; }
        /// <summary>What the citizen has to live on.</summary>
        public decimal InHand { get; internal set; }
        /// <summary>Pension and ATP put aside, by whomever.</summary>
        public decimal PensionSaved { get; internal set; }
        /// <summary>What is in hand more than in the row before.</summary>
        public decimal ExtraInHand { get; internal set; }
        /// <summary>Whether that pays.</summary>
        public Verdict Verdict { get; internal set; }
    }

    /// <summary>Facts of many months under the same rates as columns of whole øre; null: none in any row.</summary>
    public sealed class Months
    {
        /// <summary>In <see cref="Ceiling"/>: none is known.</summary>
        public const long NoCeiling = long.MaxValue;
        /// <summary>In <see cref="PaidHours"/> and <see cref="Ledighedsydelse"/>: not known.</summary>
        public const long NotKnown = -1;
        /// <summary>Never null.</summary>
        public long[] AmIncome { get; set; }
        /// <summary>Own pension.</summary>
        public long[] OwnPension { get; set; }
        /// <summary>The employer's pension.</summary>
        public long[] EmployerPension { get; set; }
        /// <summary>Of other jobs.</summary>
        public long[] OtherWage { get; set; }
        /// <summary>FLT-9.</summary>
        public long[] DailyBenefit { get; set; }
        /// <summary><see cref="NoCeiling"/> where none is known.</summary>
        public long[] Ceiling { get; set; }
        /// <summary>Ten-thousandths of days.</summary>
        public long[] LedighedsydelseDays { get; set; }
        /// <summary>Ten-thousandths of hours a month; <see cref="NotKnown"/> where they are not.</summary>
        public long[] PaidHours { get; set; }
        /// <summary>What was paid for <see cref="LedighedsydelseDays"/>, needed to March 2022 (FLT-12); <see cref="NotKnown"/> where it is not.</summary>
        public long[] Ledighedsydelse { get; set; }
    }

    /// <summary>Of what the share of the fleksbidrag is taken (KOM-7).</summary>
    public enum FleksbidragBase
    {
        /// <summary>Of the highest subsidy after the refund.</summary>
        AfterRefund,
        /// <summary>The refund is taken from the share.</summary>
        LessRefund
    }
    /// <summary>The days on which a month's expense is divided (KOM-9).</summary>
    public enum WeeksOfMonth
    {
        /// <summary>All of them.</summary>
        CalendarDays,
        /// <summary>Monday to Friday.</summary>
        Weekdays
    }
    /// <summary>Whether the weeks before the new fleksjob of one approved from 2013 to June 2014 count (KOM-4).</summary>
    public enum WeeksBeforeNewJob
    {
        /// <summary>From 1 July 2014.</summary>
        Counted,
        /// <summary>Only those from the new fleksjob.</summary>
        NotCounted
    }

    /// <summary>What became of a kept result.</summary>
    public sealed class Verification
    {
        /// <summary>Whether it is the same.</summary>
        public bool Same { get; internal set; }
        /// <summary>That, or what makes the difference.</summary>
        public string Text { get; internal set; }
    }

    /// <summary>How much of a case's months is wanted; each has what stands above it.</summary>
    public enum Detail
    {
        /// <summary>The months.</summary>
        Amounts,
        /// <summary>Which fact counts in which month.</summary>
        Facts,
        /// <summary>Every step of the calculation.</summary>
        Steps
    }
    /// <summary>Whether a month could be computed.</summary>
    public enum MonthStatus
    {
        /// <summary>It was.</summary>
        Computed,
        /// <summary>A fact that decides it is missing.</summary>
        Unknown,
        /// <summary><see cref="CaseMonth.Reason"/> names the rule.</summary>
        NoRight
    }
    /// <summary>What the rates are asked for.</summary>
    public enum RatesTask
    {
        /// <summary>A month's fleksløntilskud, case and batch included.</summary>
        Month,
        /// <summary>Ledighedsydelse.</summary>
        Ledighedsydelse,
        /// <summary>The last month of the last year.</summary>
        SelfEmployed,
        /// <summary>Likewise, at an average municipal tax.</summary>
        Tax,
        /// <summary>Likewise, without housing benefit.</summary>
        Hours
    }

    /// <summary>A month of a case, in kroner; days as numbers.</summary>
    public sealed class CaseMonth
    {
        /// <summary>The month, <c>2024-03</c>.</summary>
        public string Month { get; internal set; }
        /// <summary>The day it is decided.</summary>
        public DateTime Decided { get; internal set; }
        /// <summary>Whether it could be computed.</summary>
        public MonthStatus Status { get; internal set; }
        /// <summary>The rule by which there is no right; "".</summary>
        public string Reason { get; internal set; }
        /// <summary>Of both benefits, after own ATP and before tax.</summary>
        public decimal Payout { get; internal set; }
        /// <summary>FLT-14; null in a month without a fleksjob.</summary>
        public decimal? Fleksloentilskud { get; internal set; }
        /// <summary>The wage that counts (FLT-5).</summary>
        public decimal Wage { get; internal set; }
        /// <summary>The highest subsidy (FLT-4).</summary>
        public decimal Base { get; internal set; }
        /// <summary>FLT-8.</summary>
        public decimal Taper { get; internal set; }
        /// <summary>FLT-11.</summary>
        public decimal CeilingCut { get; internal set; }
        /// <summary>FLT-12.</summary>
        public decimal HolidayCut { get; internal set; }
        /// <summary>FLT-17.</summary>
        public decimal OwnAtp { get; internal set; }
        /// <summary>The subsidy rests on an expected wage, and is regulated later (FLT-20).</summary>
        public bool WageExpected { get; internal set; }
        /// <summary>Null in a month without ledighedsydelse.</summary>
        public decimal? Ledighedsydelse { get; internal set; }
        /// <summary>What of income is taken from ledighedsydelse (LY-5).</summary>
        public decimal Offset { get; internal set; }
        /// <summary>Holiday days with pay that are left.</summary>
        public decimal HolidayLeft { get; internal set; }
        /// <summary>Whole months on ledighedsydelse since the last fleksjob (LY-14).</summary>
        public int BenefitMonths { get; internal set; }
    }
    /// <summary>A fact of the case that a month was computed from, or that does not count in it.</summary>
    public sealed class CaseFact
    {
        /// <summary>The month; null for one that counts in none of them.</summary>
        public string Month { get; internal set; }
        /// <summary>FLEKS_LIST_WAGES and so on.</summary>
        public int List { get; internal set; }
        /// <summary>The place in that list of the case file.</summary>
        public int Index { get; internal set; }
        /// <summary>FLEKS_COUNTS (0), or why it does not.</summary>
        public int Counts { get; internal set; }
        /// <summary>In a correction 1: used now and not then, -1 the other way; else 0.</summary>
        public int Change { get; internal set; }
        /// <summary>What of it counts in the month; 0 where it is no amount.</summary>
        public decimal Amount { get; internal set; }
        /// <summary>Its id in the case; "".</summary>
        public string Id { get; internal set; }
    }
    /// <summary>A step of the calculation of a month.</summary>
    public sealed class CaseStep
    {
        /// <summary>The month.</summary>
        public string Month { get; internal set; }
        /// <summary>The rule, <c>FLT-8</c>.</summary>
        public string Rule { get; internal set; }
        /// <summary>What the rule gave, rounded: kroner, hours, days or months.</summary>
        public decimal Amount { get; internal set; }
        /// <summary>FLEKS_STEP_KRONER and so on.</summary>
        public int Unit { get; internal set; }
        /// <summary>An option decided it.</summary>
        public bool RestsOnChoice { get; internal set; }
    }
    /// <summary>The months of a case, with the detail that was asked for.</summary>
    public sealed class CaseMonths
    {
        /// <summary>In order.</summary>
        public IList<CaseMonth> Months { get; internal set; }
        /// <summary>By month; null without <see cref="Detail.Facts"/>.</summary>
        public IList<CaseFact> Facts { get; internal set; }
        /// <summary>By month, in the order of calculation; null without <see cref="Detail.Steps"/>.</summary>
        public IList<CaseStep> Steps { get; internal set; }
    }
    /// <summary>A month of a correction, in kroner.</summary>
    public sealed class CorrectedMonth
    {
        /// <summary>The month.</summary>
        public string Month { get; internal set; }
        /// <summary>When it was decided.</summary>
        public decimal Paid { get; internal set; }
        /// <summary>With what is known now.</summary>
        public decimal Due { get; internal set; }
        /// <summary>Above 0 to be paid out, below 0 paid too much.</summary>
        public decimal Difference { get; internal set; }
        /// <summary>What of too much paid is regulated in later months (KOR-2).</summary>
        public decimal Recoverable { get; internal set; }
        /// <summary>The rule of its basis; "" where nothing differs.</summary>
        public string Rule { get; internal set; }
        /// <summary>More than 12 months back: not regulated (KOR-1).</summary>
        public bool TooOld { get; internal set; }
    }
    /// <summary>The correction of a case's past, in kroner.</summary>
    public sealed class CaseCorrection
    {
        /// <summary>The months that were decided, changed or not.</summary>
        public IList<CorrectedMonth> Months { get; internal set; }
        /// <summary>The facts that are used now and were not then, and the other way.</summary>
        public IList<CaseFact> Facts { get; internal set; }
        /// <summary>The differences of the months that may be regulated.</summary>
        public decimal Total { get; internal set; }
        /// <summary>What is to be paid out.</summary>
        public decimal ToPayOut { get; internal set; }
        /// <summary>What is to be recovered.</summary>
        public decimal ToRecover { get; internal set; }
    }
    /// <summary>A month that new rates, or a new version, change; in kroner, null where it is not known.</summary>
    public sealed class ImpactMonth
    {
        /// <summary>The month.</summary>
        public string Month { get; internal set; }
        /// <summary>What was paid out before.</summary>
        public decimal? Before { get; internal set; }
        /// <summary>What is now.</summary>
        public decimal? After { get; internal set; }
        /// <summary>What is paid out more now.</summary>
        public decimal? Difference { get; internal set; }
    }

    /// <summary>A case that has been read and is in order; it never changes, and any number of threads may use it.</summary>
    public sealed class CaseFile : IDisposable
    {
        internal readonly Fleks.CaseHandle Handle;
        /// <summary>Reads a case from its JSON; refused with the first of its problems.</summary>
        public CaseFile(string json, Language language = Language.Danish) { Handle = Fleks.ReadCase(json, language); }
        /// <summary>Frees it; calls that are under way end first.</summary>
        public void Dispose() => Handle.Dispose();
    }

    /// <summary>The amounts of many months, in whole øre.</summary>
    public sealed class Statements
    {
        /// <summary>FLT-14.</summary>
        public long[] Fleksloentilskud { get; internal set; }
        /// <summary>FLT-17.</summary>
        public long[] OwnAtp { get; internal set; }
        /// <summary>Before tax.</summary>
        public long[] Payout { get; internal set; }
        /// <summary>FLT-19.</summary>
        public long[] ObligatoryPension { get; internal set; }
        /// <summary>0, or the code of what is wrong with the row, whose amounts are then -1.</summary>
        public int[] Status { get; internal set; }
    }

    /// <summary>
    /// Fleksløntilskud by the library fleks: kroner as <see cref="decimal"/>, exact to the øre both ways.
    /// One object holds the rates; any number of threads may use it at once. What cannot be computed is a
    /// <see cref="FleksException"/>. The library <c>libfleks_c.so</c> is found where the system finds libraries.
    /// </summary>
    public sealed class Fleks : IDisposable
    {
        private readonly RatesHandle rates;

        /// <summary>The published rates.</summary>
        public Fleks() : this(fleks_rates_embedded()) { }

        private Fleks(IntPtr handle)
        {
            if (handle == IntPtr.Zero) throw new OutOfMemoryException();
            rates = new RatesHandle(handle);
        }

        /// <summary>With the rows of a rates file added; for a key and period that both have, the file's row holds.</summary>
        public static Fleks WithRates(string csv, Language language = Language.Danish)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(csv);
            ErrorOut error = NewError(language);
            IntPtr handle = fleks_rates_extended(bytes, (UIntPtr)bytes.Length, ref error);
            if (handle == IntPtr.Zero) throw Thrown(error);
            return new Fleks(handle);
        }

        /// <summary>The same rates under a reform: its rates and its rules, for every task but cases.</summary>
        public Fleks UnderReform(string json, string ceilings = null, Language language = Language.Danish)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(json), table = ceilings == null ? null : Encoding.UTF8.GetBytes(ceilings);
            ErrorOut error = NewError(language);
            IntPtr handle = fleks_rates_reformed(rates, bytes, (UIntPtr)bytes.Length, table, (UIntPtr)(table == null ? 0 : table.Length), ref error);
            if (handle == IntPtr.Zero) throw Thrown(error);
            return new Fleks(handle);
        }

        /// <summary>The version of the library's code.</summary>
        public static string Version => Static(fleks_version());
        /// <summary>Which rates these are.</summary>
        public string RatesVersion => Static(fleks_rates_version(rates));

        /// <summary>Frees the rates; calls that are under way end first.</summary>
        public void Dispose() => rates.Dispose();

        /// <summary>One month's fleksløntilskud (FLT-1 to FLT-19).</summary>
        public MonthStatement Month(MonthFacts facts, Options options = null, Language language = Language.Danish)
        {
            MonthFactsIn f = In(facts, language);
            OptionsIn o = In(options);
            var s = new MonthStatementOut { size = Size<MonthStatementOut>() };
            ErrorOut error = NewError(language);
            Check(fleks_month(rates, ref f, ref o, ref s, ref error), error);
            return new MonthStatement
            {
                Wage = Kroner(s.wage), Base = Kroner(s.@base), Taper = Kroner(s.taper), BeforeCeiling = Kroner(s.before_ceiling),
                NormalWageCeiling = s.normal_wage_ceiling == long.MaxValue ? (decimal?)null : Kroner(s.normal_wage_ceiling),
                CeilingCut = Kroner(s.ceiling_cut), HolidayCut = Kroner(s.holiday_cut), Fleksloentilskud = Kroner(s.fleksloentilskud),
                OwnAtp = Kroner(s.own_atp), Payout = Kroner(s.payout), PublicAtp = s.public_atp < 0 ? (decimal?)null : Kroner(s.public_atp),
                ObligatoryPension = Kroner(s.obligatory_pension), Total = Kroner(s.total), HasRight = s.has_right != 0
            };
        }

        /// <summary>The same explained, as text or JSON.</summary>
        public string MonthInWords(MonthFacts facts, Form form, Language language = Language.Danish, Options options = null)
        {
            MonthFactsIn f = In(facts, language);
            OptionsIn o = In(options);
            ErrorOut error = NewError(language);
            return Taken(fleks_month_in_words(rates, ref f, ref o, (int)form, (int)language, ref error), error);
        }

        /// <summary>Whether the amount paid for a month is right, and if not, which known mistake gives it.</summary>
        public AuditStatement Audit(MonthFacts month, decimal paid, Options options = null, Language language = Language.Danish)
        {
            OptionsIn o = In(options);
            MonthFactsIn f = In(month, language);
            IntPtr inside = Marshal.AllocHGlobal(Marshal.SizeOf(typeof(MonthFactsIn)));
            try
            {
                AuditFactsIn facts = In(f, inside, paid, language);
                var s = new AuditStatementOut { size = Size<AuditStatementOut>(), best = new byte[64], best_with = new byte[64] };
                ErrorOut error = NewError(language);
                Check(fleks_audit(rates, ref facts, ref o, ref s, ref error), error);
                return new AuditStatement { Right = s.right != 0, Due = Kroner(s.due), Difference = Kroner(s.difference), Exact = s.exact != 0,
                                            Best = Fixed(s.best), BestWith = Fixed(s.best_with) };
            }
            finally { Marshal.FreeHGlobal(inside); }
        }

        /// <summary>The same explained, as text or JSON.</summary>
        public string AuditInWords(MonthFacts month, decimal paid, Form form, Language language = Language.Danish, Options options = null)
        {
            OptionsIn o = In(options);
            MonthFactsIn f = In(month, language);
            IntPtr inside = Marshal.AllocHGlobal(Marshal.SizeOf(typeof(MonthFactsIn)));
            try
            {
                AuditFactsIn facts = In(f, inside, paid, language);
                ErrorOut error = NewError(language);
                return Taken(fleks_audit_in_words(rates, ref facts, ref o, (int)form, (int)language, ref error), error);
            }
            finally { Marshal.FreeHGlobal(inside); }
        }

        /// <summary>One month's ledighedsydelse (LY-1 to LY-13).</summary>
        public LedighedsydelseStatement Ledighedsydelse(LedighedsydelseFacts facts, Language language = Language.Danish)
        {
            LedighedsydelseFactsIn f = In(facts, language);
            var s = new LedighedsydelseStatementOut { size = Size<LedighedsydelseStatementOut>() };
            ErrorOut error = NewError(language);
            Check(fleks_ledighedsydelse(rates, ref f, IntPtr.Zero, ref s, ref error), error);
            return new LedighedsydelseStatement
            {
                Base = Kroner(s.@base), Offset = Kroner(s.offset), HolidayTopUp = Kroner(s.holiday_top_up), Ledighedsydelse = Kroner(s.ledighedsydelse),
                OwnAtp = Kroner(s.own_atp), Payout = Kroner(s.payout), PublicAtp = Kroner(s.public_atp), ObligatoryPension = Kroner(s.obligatory_pension)
            };
        }

        /// <summary>The same explained.</summary>
        public string LedighedsydelseInWords(LedighedsydelseFacts facts, Form form, Language language = Language.Danish)
        {
            LedighedsydelseFactsIn f = In(facts, language);
            ErrorOut error = NewError(language);
            return Taken(fleks_ledighedsydelse_in_words(rates, ref f, IntPtr.Zero, (int)form, (int)language, ref error), error);
        }

        /// <summary>The normal-wage ceiling from its parts, in kroner a month.</summary>
        public decimal CeilingFromParts(Ceiling ceiling, DateTime date, Language language = Language.Danish)
        {
            CeilingFactsIn f = In(ceiling, date, language);
            var s = new CeilingStatementOut { size = Size<CeilingStatementOut>() };
            ErrorOut error = NewError(language);
            Check(fleks_ceiling_from_parts(rates, ref f, IntPtr.Zero, ref s, ref error), error);
            return Kroner(s.normal_wage_ceiling);
        }

        /// <summary>The same explained.</summary>
        public string CeilingFromPartsInWords(Ceiling ceiling, DateTime date, Form form, Language language = Language.Danish)
        {
            CeilingFactsIn f = In(ceiling, date, language);
            ErrorOut error = NewError(language);
            return Taken(fleks_ceiling_from_parts_in_words(rates, ref f, IntPtr.Zero, (int)form, (int)language, ref error), error);
        }

        /// <summary>Holiday earned in a period of employment, both days counted, explained as text or JSON.</summary>
        public string HolidayInWords(DateTime from, DateTime to, HolidayKind kind, decimal monthlyPay, Form form, decimal employerPension = 0,
                                     Language language = Language.Danish)
        {
            var f = new HolidayFactsIn
            {
                size = Size<HolidayFactsIn>(), from = Number(from), to = Number(to), kind = (int)kind,
                monthly_pay = Oere("monthly_pay", monthlyPay, language), employer_pension = Oere("employer_pension", employerPension, language)
            };
            ErrorOut error = NewError(language);
            return Taken(fleks_holiday_in_words(rates, ref f, IntPtr.Zero, (int)form, (int)language, ref error), error);
        }

        /// <summary>The year's grant to a self-employed person, explained as text or JSON.</summary>
        public string SelfEmployedInWords(int year, decimal income, Form form, Language language = Language.Danish)
        {
            var f = new SelfEmployedFactsIn { size = Size<SelfEmployedFactsIn>(), year = year, income = Oere("income", income, language) };
            ErrorOut error = NewError(language);
            return Taken(fleks_self_employed_in_words(rates, ref f, IntPtr.Zero, (int)form, (int)language, ref error), error);
        }

        /// <summary>AM-bidrag and income tax of a year (SKAT-1 to SKAT-5).</summary>
        public TaxStatement Tax(TaxFacts facts, Language language = Language.Danish)
        {
            using (var name = new Utf8(facts.Municipality))
            {
                TaxFactsIn f = In(facts, name, language);
                var s = new TaxStatementOut { size = Size<TaxStatementOut>() };
                ErrorOut error = NewError(language);
                Check(fleks_tax(rates, ref f, IntPtr.Zero, ref s, ref error), error);
                return new TaxStatement { AmContribution = Kroner(s.am_contribution), PersonalIncome = Kroner(s.personal_income),
                                          AmAndTax = Kroner(s.am_and_tax), Tax = Kroner(s.tax) };
            }
        }

        /// <summary>The same explained.</summary>
        public string TaxInWords(TaxFacts facts, Form form, Language language = Language.Danish)
        {
            using (var name = new Utf8(facts.Municipality))
            {
                TaxFactsIn f = In(facts, name, language);
                ErrorOut error = NewError(language);
                return Taken(fleks_tax_in_words(rates, ref f, IntPtr.Zero, (int)form, (int)language, ref error), error);
            }
        }

        /// <summary>What a month brings at each number of hours a week, and what each step is worth.</summary>
        public IList<HoursRow> Hours(Citizen citizen, decimal from = 1, decimal to = 37, decimal step = 1, Options options = null,
                                     Language language = Language.Danish)
        {
            using (var name = new Utf8(citizen.Municipality))
            {
                CitizenIn f = In(citizen, name, language);
                OptionsIn o = In(options);
                HoursAskedIn asked = Asked(from, to, step, language);
                ErrorOut error = NewError(language);
                UIntPtr count;
                UIntPtr size = Size<HoursRowOut>();
                Check(fleks_hours(rates, ref f, ref o, ref asked, null, size, UIntPtr.Zero, out count, ref error), error);
                var rows = new HoursRowOut[(int)count];
                error = NewError(language);
                Check(fleks_hours(rates, ref f, ref o, ref asked, rows, size, count, out count, ref error), error);
                var list = new List<HoursRow>(rows.Length);
                foreach (HoursRowOut r in rows)
                    list.Add(new HoursRow { Hours = r.hours / 10000m, GrossPay = Kroner(r.gross_pay), Fleksloentilskud = Kroner(r.fleksloentilskud),
                                            InHand = Kroner(r.in_hand), PensionSaved = Kroner(r.pension_saved), ExtraInHand = Kroner(r.extra.in_hand),
                                            Verdict = (Verdict)r.extra.verdict });
                return list;
            }
        }

        /// <summary>Rows, kinks and summary as text, JSON or CSV.</summary>
        public string HoursInWords(Citizen citizen, Form form, decimal from = 1, decimal to = 37, decimal step = 1,
                                   Language language = Language.Danish, Options options = null)
        {
            using (var name = new Utf8(citizen.Municipality))
            {
                CitizenIn f = In(citizen, name, language);
                OptionsIn o = In(options);
                HoursAskedIn asked = Asked(from, to, step, language);
                ErrorOut error = NewError(language);
                return Taken(fleks_hours_in_words(rates, ref f, ref o, ref asked, (int)form, (int)language, ref error), error);
            }
        }

        /// <summary>A citizen's case month by month, by what was known on a day (null: all that is known), as text or JSON.</summary>
        public string Case(string json, Form form, DateTime? asOf = null, Language language = Language.Danish)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(json);
            var asked = new CaseAskedIn { size = Size<CaseAskedIn>(), as_of = asOf.HasValue ? Number(asOf.Value) : 0 };
            ErrorOut error = NewError(language);
            return Taken(fleks_case_statement(rates, bytes, (UIntPtr)bytes.Length, ref asked, (int)form, (int)language, ref error), error);
        }

        /// <summary>The correction of a case's past (efterregulering, LAB § 139) from a month on, as text or JSON.</summary>
        public string Correction(string json, string fromMonth, Form form, DateTime? asOf = null, Language language = Language.Danish)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(json);
            ErrorOut error = NewError(language);
            return Taken(fleks_case_correction(rates, bytes, (UIntPtr)bytes.Length, Number("from_month", fromMonth, language),
                                               asOf.HasValue ? Number(asOf.Value) : 0, (int)form, (int)language, ref error), error);
        }

        /// <summary>The letter to the citizen about a month, as text or HTML.</summary>
        public string Letter(string json, string month, Form form, DateTime? asOf = null, Language language = Language.Danish)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(json);
            ErrorOut error = NewError(language);
            return Taken(fleks_case_letter(rates, bytes, (UIntPtr)bytes.Length, Number("month", month, language),
                                           asOf.HasValue ? Number(asOf.Value) : 0, (int)form, (int)language, ref error), error);
        }

        /// <summary>The decision record of a case, to be kept for years: one line of JSON with the case, the rates that were used, the steps, the
        /// result and the SHA-256 of each. Of its statement, or where <paramref name="correctFrom"/> is a month of its correction from then.</summary>
        public string Record(string json, string correctFrom = null, DateTime? asOf = null, Language language = Language.Danish)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(json);
            var asked = new CaseAskedIn { size = Size<CaseAskedIn>(), as_of = asOf.HasValue ? Number(asOf.Value) : 0 };
            ErrorOut error = NewError(language);
            return Taken(fleks_case_record(rates, bytes, (UIntPtr)bytes.Length, ref asked,
                                           correctFrom == null ? 0 : Number("correct_from", correctFrom, language), (int)language, ref error), error);
        }

        /// <summary>Any task of the program by its name but a case: what a month leaves after tax, a raise, a course, housing benefit, the rules in
        /// words. <paramref name="asked"/> is JSON as a result has it in <c>facts</c>: the task, and each option of <c>fleks TASK --help</c>
        /// with _ for -, its value a text as it is typed. As JSON it is what the program prints, and can be kept and verified.</summary>
        public string Task(string asked, Form form, Language language = Language.Danish)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(asked);
            ErrorOut error = NewError(language);
            return Taken(fleks_task(rates, bytes, (UIntPtr)bytes.Length, (int)form, ref error), error);
        }

        /// <summary>A decision record of any task, or a result that the program printed with <c>--format json</c>, computed again with these
        /// rates: the same, or what makes the difference.</summary>
        public Verification Verify(string record, Form form, Language language = Language.Danish)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(record);
            int same;
            ErrorOut error = NewError(language);
            string text = Taken(fleks_verify(rates, bytes, (UIntPtr)bytes.Length, (int)form, (int)language, out same, ref error), error);
            return new Verification { Same = same == 1, Text = text };
        }

        /// <summary>The last month for which every rate of a task is known, <c>2026-12</c>; null when there is none.</summary>
        public string LastMonth(RatesTask task)
        {
            int month = fleks_rates_last_month(rates, (int)task);
            return month == 0 ? null : MonthText(month);
        }

        /// <summary>The months of a case as objects, without text between, by what was known on a day (null: all that is known).</summary>
        public CaseMonths CaseMonths(CaseFile facts, Detail detail = Detail.Amounts, DateTime? asOf = null, string first = null, string last = null,
                                     Language language = Language.Danish)
        {
            var asked = new CaseAskedIn { size = Size<CaseAskedIn>(), as_of = asOf.HasValue ? Number(asOf.Value) : 0,
                                          first = first == null ? 0 : Number("first", first, language),
                                          last = last == null ? 0 : Number("last", last, language) };
            ErrorOut error = NewError(language);
            using (ResultHandle result = Taken(fleks_case_months(rates, facts.Handle, ref asked, (int)detail, ref error), error, language))
            {
                var answer = new CaseMonths { Months = new List<CaseMonth>() };
                foreach (CaseMonthOut m in Rows<CaseMonthOut>(fleks_case_month_rows, result, language))
                    answer.Months.Add(new CaseMonth
                    {
                        Month = MonthText(m.month), Decided = new DateTime(m.decided / 10000, m.decided / 100 % 100, m.decided % 100),
                        Status = (MonthStatus)m.status, Reason = Static(m.reason), Payout = Kroner(m.payout),
                        Fleksloentilskud = m.has_subsidy == 1 ? Kroner(m.fleksloentilskud) : (decimal?)null, Wage = Kroner(m.wage), Base = Kroner(m.@base),
                        Taper = Kroner(m.taper), CeilingCut = Kroner(m.ceiling_cut), HolidayCut = Kroner(m.holiday_cut), OwnAtp = Kroner(m.own_atp),
                        WageExpected = m.wage_expected == 1, Ledighedsydelse = m.has_benefit == 1 ? Kroner(m.ledighedsydelse) : (decimal?)null,
                        Offset = Kroner(m.offset), HolidayLeft = m.left_with_pay / 10000m, BenefitMonths = m.benefit_months
                    });
                if (detail >= Detail.Facts) answer.Facts = FactsOf(result, language);
                if (detail < Detail.Steps) return answer;
                answer.Steps = new List<CaseStep>();
                foreach (CaseStepOut step in Rows<CaseStepOut>(fleks_case_steps, result, language))
                    answer.Steps.Add(new CaseStep { Month = MonthText(step.month), Rule = Static(step.rule), Unit = step.unit,
                                                    Amount = step.unit == 0 ? Kroner(step.amount) : step.amount / 10000m,
                                                    RestsOnChoice = step.rests_on_choice == 1 });
                return answer;
            }
        }

        /// <summary>The correction of a case's past from a month on as objects.</summary>
        public CaseCorrection CaseCorrection(CaseFile facts, string fromMonth, DateTime? asOf = null, Language language = Language.Danish)
        {
            ErrorOut error = NewError(language);
            using (ResultHandle result = Taken(fleks_case_corrected(rates, facts.Handle, Number("from_month", fromMonth, language),
                                                                    asOf.HasValue ? Number(asOf.Value) : 0, ref error), error, language))
            {
                var totals = new TotalsOut { size = Size<TotalsOut>() };
                Check(fleks_case_totals(result, ref totals, ref error), error);
                var answer = new CaseCorrection { Months = new List<CorrectedMonth>(), Facts = FactsOf(result, language), Total = Kroner(totals.total),
                                                  ToPayOut = Kroner(totals.to_pay_out), ToRecover = Kroner(totals.to_recover) };
                foreach (CorrectedMonthOut m in Rows<CorrectedMonthOut>(fleks_corrected_months, result, language))
                    answer.Months.Add(new CorrectedMonth { Month = MonthText(m.month), Paid = Kroner(m.paid), Due = Kroner(m.due),
                                                           Difference = Kroner(m.difference), Recoverable = Kroner(m.recoverable),
                                                           Rule = Static(m.rule), TooOld = m.too_old == 1 });
                return answer;
            }
        }

        /// <summary>The months of a case that come out otherwise with these rates than with <paramref name="before"/>; where that is null,
        /// otherwise than the kept result <paramref name="json"/> says (a record, or what <c>fleks case</c> printed).</summary>
        public IList<ImpactMonth> Impact(Fleks before, string json, Language language = Language.Danish)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(json);
            ErrorOut error = NewError(language);
            using (ResultHandle result = Taken(before == null
                       ? fleks_case_impact(IntPtr.Zero, rates, bytes, (UIntPtr)bytes.Length, IntPtr.Zero, ref error)
                       : fleks_case_impact(before.rates, rates, bytes, (UIntPtr)bytes.Length, IntPtr.Zero, ref error), error, language))
            {
                var answer = new List<ImpactMonth>();
                foreach (ImpactMonthOut m in Rows<ImpactMonthOut>(fleks_impact_months, result, language))
                    answer.Add(new ImpactMonth { Month = MonthText(m.month), Before = IfKnown(m.before_known == 1 && m.before_status != 1, m.before_payout),
                                                 After = IfKnown(m.after_known == 1 && m.after_status != 1, m.after_payout),
                                                 Difference = IfKnown(m.difference_known == 1, m.difference) });
                return answer;
            }
        }

        /// <summary>A case in the municipality's ledger: refund, fleksbidrag and what municipality, state and citizen bear of each month, as text,
        /// JSON or CSV (KOM-1 to KOM-12).</summary>
        public string Ledger(string json, Form form, DateTime? asOf = null, FleksbidragBase fleksbidragBase = FleksbidragBase.AfterRefund,
                             WeeksOfMonth weeksOfMonth = WeeksOfMonth.CalendarDays, Language language = Language.Danish,
                             WeeksBeforeNewJob weeksBeforeNewJob = WeeksBeforeNewJob.Counted)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(json);
            var asked = new MunicipalAskedIn { size = Size<MunicipalAskedIn>(), as_of = asOf.HasValue ? Number(asOf.Value) : 0,
                                               fleksbidrag_base = (int)fleksbidragBase, weeks_of_month = (int)weeksOfMonth,
                                               weeks_before_new_job = (int)weeksBeforeNewJob };
            ErrorOut error = NewError(language);
            return Taken(fleks_case_ledger(rates, bytes, (UIntPtr)bytes.Length, ref asked, (int)form, (int)language, ref error), error);
        }

        /// <summary>Whether an effort for a group pays, for whom and when: the file of <c>fleks municipality</c> in, as text, JSON or CSV out. With
        /// <paramref name="cohorts"/> so many are drawn at random from its ranges, the same for the same seed.</summary>
        public string Effort(string json, Form form, int cohorts = 0, long seed = 0, FleksbidragBase fleksbidragBase = FleksbidragBase.AfterRefund,
                             Language language = Language.Danish)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(json);
            var asked = new MunicipalAskedIn { size = Size<MunicipalAskedIn>(), fleksbidrag_base = (int)fleksbidragBase, cohorts = cohorts, seed = seed };
            ErrorOut error = NewError(language);
            return Taken(fleks_effort(rates, bytes, (UIntPtr)bytes.Length, ref asked, (int)form, (int)language, ref error), error);
        }

        /// <summary>The case file that an answer of the income register (eIndkomst) makes, or <c>OldCase</c> with what is new in it: nothing
        /// that was typed is lost. The answer is XML, the platform's JSON or SKAT's reconciliation file, of one person, as its bytes.</summary>
        public static string IncomeCase(byte[] answer, IncomeAsked asked = null, Language language = Language.Danish) =>
            Income(answer, asked, language, (IncomeAskedIn f, ref ErrorOut error) => fleks_income_case(answer, (UIntPtr)answer.Length, ref f, ref error));

        /// <summary>What was read of it, what was left out and why, and the questions that the register cannot answer, each with its place
        /// in the case file.</summary>
        public static string IncomeInWords(byte[] answer, IncomeAsked asked = null, Language language = Language.Danish) =>
            Income(answer, asked, language,
                   (IncomeAskedIn f, ref ErrorOut error) => fleks_income_in_words(answer, (UIntPtr)answer.Length, ref f, (int)language, ref error));

        private delegate IntPtr OfIncome(IncomeAskedIn asked, ref ErrorOut error);
        private static string Income(byte[] answer, IncomeAsked asked, Language language, OfIncome task)
        {
            if (answer == null) throw Own("missing_fact", "answer", "", language);
            asked = asked ?? new IncomeAsked();
            byte[] old = asked.OldCase == null ? null : Encoding.UTF8.GetBytes(asked.OldCase);
            using (var jobs = new Utf8(asked.Jobs))
            using (var pinned = new Pinned())
            {
                var f = new IncomeAskedIn { size = Size<IncomeAskedIn>(), old_case = pinned.Of(old), old_case_size = (UIntPtr)(old == null ? 0 : old.Length),
                                            jobs = jobs.Pointer, ceiling = Oere("ceiling", asked.Ceiling, language),
                                            fetched = asked.Fetched.HasValue ? Number(asked.Fetched.Value) : 0, keep_person = asked.KeepPerson ? 1 : 0 };
                ErrorOut error = NewError(language);
                return Taken(task(f, ref error), error);
            }
        }

        /// <summary>Everything that is wrong with a case file, a line each; empty when it can be computed.</summary>
        public static string Problems(string json, Language language = Language.Danish)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(json);
            ErrorOut error = NewError(language);
            return Taken(fleks_case_problems(bytes, (UIntPtr)bytes.Length, (int)language, ref error), error);
        }

        /// <summary>Every row of a month, at the speed of the memory; the columns are read where they lie. A wrong row has its code in
        /// <see cref="Statements.Status"/> and does not stop the others.</summary>
        public Statements Compute(string month, Months months, Options options = null, Language language = Language.Danish)
        {
            if (months.AmIncome == null) throw Own("missing_fact", "am_income", "", language);
            int rows = months.AmIncome.Length;
            var answer = new Statements { Fleksloentilskud = new long[rows], OwnAtp = new long[rows], Payout = new long[rows],
                                          ObligatoryPension = new long[rows], Status = new int[rows] };
            OptionsIn o = In(options);
            using (var pinned = new Pinned())
            {
                Func<string, long[], IntPtr> column = (name, values) => {
                    if (values != null && values.Length != rows) throw Own("bad_row", name, values.Length.ToString(), language);
                    return pinned.Of(values);
                };
                var f = new MonthsIn
                {
                    size = Size<MonthsIn>(), rows = (UIntPtr)rows, am_income = column("am_income", months.AmIncome),
                    own_pension = column("own_pension", months.OwnPension), employer_pension = column("employer_pension", months.EmployerPension),
                    other_wage = column("other_wage", months.OtherWage), daily_benefit = column("daily_benefit", months.DailyBenefit),
                    ceiling = column("ceiling", months.Ceiling), ledighedsydelse_days = column("ledighedsydelse_days", months.LedighedsydelseDays),
                    paid_hours = column("paid_hours", months.PaidHours), ledighedsydelse = column("ledighedsydelse", months.Ledighedsydelse)
                };
                var s = new StatementsIn
                {
                    size = Size<StatementsIn>(), fleksloentilskud = pinned.Of(answer.Fleksloentilskud), own_atp = pinned.Of(answer.OwnAtp),
                    payout = pinned.Of(answer.Payout), obligatory_pension = pinned.Of(answer.ObligatoryPension), status = pinned.Of(answer.Status)
                };
                ErrorOut error = NewError(language);
                Check(fleks_compute(rates, Number("month", month, language), ref f, ref o, ref s, ref error), error);
            }
            return answer;
        }

        // -------------------------------------------------------------------------------------------- from and to C

        private static decimal Kroner(long oere) => oere / 100m;

        private static long Whole(string field, decimal value, int decimals, Language language)
        {
            if (Math.Abs(value) > 1e14m) throw Own("too_large", field, value.ToString(Invariant), language);
            decimal scaled = value * (decimals == 2 ? 100m : 10000m);
            if (decimal.Truncate(scaled) != scaled) throw Own("too_many_decimals", field, value.ToString(Invariant), language);
            return (long)scaled;
        }
        private static long Oere(string field, decimal kroner, Language language) => Whole(field, kroner, 2, language);
        private static long Count(string field, decimal number, Language language) => Whole(field, number, 4, language);
        private static int Number(DateTime date) => date.Year * 10000 + date.Month * 100 + date.Day;
        private static int Number(string field, string month, Language language)
        {
            int year, number;
            if (month == null) throw Own("missing_fact", field, "", language);
            if (month.Length != 7 || month[4] != '-' || !int.TryParse(month.Substring(0, 4), System.Globalization.NumberStyles.None, Invariant, out year) ||
                !int.TryParse(month.Substring(5), System.Globalization.NumberStyles.None, Invariant, out number))
                throw Own("no_such_date", field, month, language);
            return year * 100 + number;
        }
        private static readonly System.Globalization.CultureInfo Invariant = System.Globalization.CultureInfo.InvariantCulture;

        /// What is wrong before C is asked.
        private static FleksException Own(string name, string field, string value, Language language)
        {
            var sentences = new Dictionary<string, string[]> {
                { "missing_fact", new[] { "mangler", "is missing" } }, { "exclusive_facts", new[] { "kun én løn kan gives", "only one pay can be given" } },
                { "too_many_decimals", new[] { "har for mange decimaler", "has too many decimals" } }, { "too_large", new[] { "er for stor", "is too large" } },
                { "no_such_date", new[] { "er ikke en måned som 2024-03", "is no month such as 2024-03" } },
                { "bad_row", new[] { "har et andet antal rækker end am_income", "has another number of rows than am_income" } } };
            string sentence = sentences[name][(int)language];
            return new FleksException(0, name, field, value, field + ": " + (value == "" ? "" : "\"" + value + "\" ") + sentence);
        }

        private static MonthFactsIn In(MonthFacts m, Language language)
        {
            var f = new MonthFactsIn { size = Size<MonthFactsIn>(), month = Number("month", m.Month, language) };
            if (m.WageMonth != null) f.wage_month = Number("wage_month", m.WageMonth, language);
            Action<int, string, decimal?> pay = (form, field, kroner) => {
                if (!kroner.HasValue) return;
                if (f.pay_form != 0) throw Own("exclusive_facts", field, "", language);
                f.pay_form = form;
                f.pay = Oere(field, kroner.Value, language);
            };
            pay(1, "am_income", m.AmIncome);
            pay(2, "monthly_wage", m.MonthlyWage);
            pay(3, "hourly_wage", m.HourlyWage);
            if (m.WeeklyHours.HasValue) f.weekly_hours = Count("weekly_hours", m.WeeklyHours.Value, language);
            else if (f.pay_form == 3) throw Own("missing_fact", "weekly_hours", "", language);
            if (m.Intensity.HasValue) f.intensity = Count("intensity", m.Intensity.Value, language);
            if (m.PaidHours.HasValue)
            {
                f.paid_hours_known = 1;
                f.paid_hours = Count("paid_hours", m.PaidHours.Value, language);
            }
            f.benefits_in_kind = Oere("benefits_in_kind", m.BenefitsInKind, language);
            f.own_pension = Oere("own_pension", m.OwnPension, language);
            f.own_pension_share = Count("own_pension_share", m.OwnPensionShare, language);
            f.employer_pension = Oere("employer_pension", m.EmployerPension, language);
            f.employer_pension_share = Count("employer_pension_share", m.EmployerPensionShare, language);
            f.holiday_supplement = Oere("holiday_supplement", m.HolidaySupplement, language);
            f.other_wage = Oere("other_wage", m.OtherWage, language);
            f.care_income = Oere("care_income", m.CareIncome, language);
            f.daily_benefit = Oere("daily_benefit", m.DailyBenefit, language);
            f.ledighedsydelse_days = Count("ledighedsydelse_days", m.LedighedsydelseDays, language);
            if (m.EmployedFrom.HasValue) f.employed_from = Number(m.EmployedFrom.Value);
            if (m.EmployedTo.HasValue) f.employed_to = Number(m.EmployedTo.Value);
            f.ceiling = In(m.Ceiling, language);
            return f;
        }

        private static CeilingIn In(Ceiling c, Language language)
        {
            if (c == null) return new CeilingIn();
            string name = c.Form == 1 ? "ceiling" : c.Form == 2 ? "ceiling_hourly" : "ceiling_monthly_base";
            return new CeilingIn
            {
                form = c.Form, stated_by = (int)c.StatedBy, amount = Oere(name, c.Amount, language),
                supplements = Oere("ceiling_supplements", c.Supplements, language), fixed_bonus = Oere("ceiling_bonus", c.FixedBonus, language),
                employer_pension = Count("ceiling_pension", c.EmployerPension, language),
                holiday_supplement = Oere("ceiling_holiday_supplement", c.HolidaySupplement, language)
            };
        }

        private static CeilingFactsIn In(Ceiling c, DateTime date, Language language) =>
            new CeilingFactsIn { size = Size<CeilingFactsIn>(), date = Number(date), ceiling = In(c, language) };

        private static OptionsIn In(Options o) => new OptionsIn
        {
            size = Size<OptionsIn>(), own_atp = o != null && o.OwnAtpCounted ? 1 : 0, rates_of = o != null && o.RatesOfWageMonth ? 1 : 0,
            other_wage_under_ceiling = o == null ? 0 : (int)o.OtherWageUnderCeiling, round_to = o == null ? 0 : (int)o.RoundTo
        };

        private static AuditFactsIn In(MonthFactsIn month, IntPtr inside, decimal paid, Language language)
        {
            Marshal.StructureToPtr(month, inside, false);
            return new AuditFactsIn { size = Size<AuditFactsIn>(), month = inside, paid = Oere("paid", paid, language) };
        }

        private static LedighedsydelseFactsIn In(LedighedsydelseFacts l, Language language) => new LedighedsydelseFactsIn
        {
            size = Size<LedighedsydelseFactsIn>(), month = Number("month", l.Month, language), benefit_class = (int)l.BenefitClass,
            provider = l.Provider ? 1 : 0, entitled_weekdays_known = l.EntitledWeekdays.HasValue ? 1 : 0,
            am_income = Oere("am_income", l.AmIncome, language), own_pension = Oere("own_pension", l.OwnPension, language),
            employer_pension = Oere("employer_pension", l.EmployerPension, language),
            replacing_income = Oere("replacing_income", l.ReplacingIncome, language),
            paid_out_holiday_allowance = Oere("paid_out_holiday_allowance", l.PaidOutHolidayAllowance, language),
            self_employed_hours = Count("self_employed_hours", l.SelfEmployedHours, language),
            entitled_weekdays = Count("entitled_weekdays", l.EntitledWeekdays ?? 0, language),
            sanction_days = Count("sanction_days", l.SanctionDays, language),
            untaken_holiday_days = Count("untaken_holiday_days", l.UntakenHolidayDays, language),
            holiday_days = Count("holiday_days", l.HolidayDays, language),
            holiday_pay_per_day = Oere("holiday_pay_per_day", l.HolidayPayPerDay, language)
        };

        private static TaxFactsIn In(TaxFacts t, Utf8 municipality, Language language) => new TaxFactsIn
        {
            size = Size<TaxFactsIn>(), year = t.Year, church = t.Church ? 1 : 0, single_parent = t.SingleParent ? 1 : 0,
            municipality = municipality.Pointer, municipal_tax = Count("municipal_tax", t.MunicipalTax, language),
            church_tax = Count("church_tax", t.ChurchTax, language), pay = Oere("pay", t.Pay, language),
            own_pension = Oere("own_pension", t.OwnPension, language), own_atp = Oere("own_atp", t.OwnAtp, language),
            employer_pension = Oere("employer_pension", t.EmployerPension, language), employer_atp = Oere("employer_atp", t.EmployerAtp, language),
            without_am = Oere("without_am", t.WithoutAm, language)
        };

        private static CitizenIn In(Citizen c, Utf8 municipality, Language language) => new CitizenIn
        {
            size = Size<CitizenIn>(), year = c.Year, benefit_class = (int)c.BenefitClass, hourly_wage = Oere("hourly_wage", c.HourlyWage, language),
            own_pension = Count("own_pension", c.OwnPension, language), employer_pension = Count("employer_pension", c.EmployerPension, language),
            intensity = Count("intensity", c.Intensity ?? 0, language), ceiling = In(c.Ceiling, language), municipality = municipality.Pointer,
            municipal_tax = Count("municipal_tax", c.MunicipalTax, language), church_tax = Count("church_tax", c.ChurchTax, language),
            church = c.Church ? 1 : 0, children = c.Children, single_parent = c.SingleParent ? 1 : 0, rent_known = c.Rent.HasValue ? 1 : 0,
            rent = Oere("rent", c.Rent ?? 0, language)
        };

        private static HoursAskedIn Asked(decimal from, decimal to, decimal step, Language language) => new HoursAskedIn
        {
            size = Size<HoursAskedIn>(), from = Count("from", from, language), to = Count("to", to, language), step = Count("step", step, language)
        };

        private static UIntPtr Size<T>() => (UIntPtr)Marshal.SizeOf(typeof(T));

        private static ErrorOut NewError(Language language) => new ErrorOut
        {
            size = Size<ErrorOut>(), language = (int)language, field = new byte[96], value = new byte[128], text = new byte[512]
        };
        private static FleksException Thrown(ErrorOut e) => new FleksException(
            e.code, Static(fleks_error_name(e.code)), Fixed(e.field), Fixed(e.value), Fixed(e.text), e.row, e.line);
        private static void Check(int code, ErrorOut error)
        {
            if (code != 0) throw Thrown(error);
        }

        private static string Fixed(byte[] text) => Encoding.UTF8.GetString(text, 0, Math.Max(0, Array.IndexOf(text, (byte)0)));
        private static string Static(IntPtr text)
        {
            int length = 0;
            while (Marshal.ReadByte(text, length) != 0) ++length;
            return Utf8Of(text, length);
        }
        private static string Utf8Of(IntPtr text, int length)
        {
            var bytes = new byte[length];
            Marshal.Copy(text, bytes, 0, length);
            return Encoding.UTF8.GetString(bytes);
        }
        /// A text that the library has made, which is freed.
        private static string Taken(IntPtr text, ErrorOut error)
        {
            if (text == IntPtr.Zero) throw Thrown(error);
            try { return Utf8Of(fleks_text_data(text), (int)fleks_text_size(text)); }
            finally { fleks_text_free(text); }
        }

        private static decimal? IfKnown(bool known, long oere) => known ? Kroner(oere) : (decimal?)null;
        private static string MonthText(int month) => (month / 100).ToString("0000", Invariant) + "-" + (month % 100).ToString("00", Invariant);

        internal static CaseHandle ReadCase(string json, Language language)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(json);
            ErrorOut error = NewError(language);
            IntPtr read = fleks_case_read(bytes, (UIntPtr)bytes.Length, ref error);
            if (read == IntPtr.Zero) throw Thrown(error);
            return new CaseHandle(read);
        }

        private static ResultHandle Taken(IntPtr result, ErrorOut error, Language language)
        {
            if (result == IntPtr.Zero) throw Thrown(error);
            return new ResultHandle(result);
        }

        private delegate int RowsOf(ResultHandle result, IntPtr rows, UIntPtr rowSize, UIntPtr capacity, out UIntPtr count, ref ErrorOut error);

        /// An array of a result; the structs are as they lie in C.
        private static T[] Rows<T>(RowsOf of, ResultHandle result, Language language) where T : struct
        {
            UIntPtr count;
            ErrorOut error = NewError(language);
            Check(of(result, IntPtr.Zero, UIntPtr.Zero, UIntPtr.Zero, out count, ref error), error);
            var rows = new T[(int)count];
            using (var pinned = new Pinned())
                Check(of(result, pinned.Of(rows), (UIntPtr)Marshal.SizeOf(typeof(T)), count, out count, ref error), error);
            return rows;
        }

        private static IList<CaseFact> FactsOf(ResultHandle result, Language language)
        {
            var facts = new List<CaseFact>();
            foreach (CaseFactOut f in Rows<CaseFactOut>(fleks_case_facts, result, language))
                facts.Add(new CaseFact { Month = f.month == 0 ? null : MonthText(f.month), List = f.list, Index = f.index, Counts = f.counts,
                                         Change = f.change, Amount = Kroner(f.amount), Id = Static(f.id) });
            return facts;
        }

        /// Text for C during a call; null is NULL.
        private sealed class Utf8 : IDisposable
        {
            internal readonly IntPtr Pointer;
            internal Utf8(string text)
            {
                if (text == null) return;
                byte[] bytes = Encoding.UTF8.GetBytes(text + "\0");
                Pointer = Marshal.AllocHGlobal(bytes.Length);
                Marshal.Copy(bytes, 0, Pointer, bytes.Length);
            }
            public void Dispose() => Marshal.FreeHGlobal(Pointer);
        }

        /// Arrays that stay where they are during a call.
        private sealed class Pinned : IDisposable
        {
            private readonly List<GCHandle> handles = new List<GCHandle>();
            internal IntPtr Of(Array values)
            {
                if (values == null) return IntPtr.Zero;
                handles.Add(GCHandle.Alloc(values, GCHandleType.Pinned));
                return handles[handles.Count - 1].AddrOfPinnedObject();
            }
            public void Dispose() => handles.ForEach(handle => handle.Free());
        }

        /// Rates that are freed when no call uses them any more.
        private sealed class RatesHandle : SafeHandle
        {
            internal RatesHandle(IntPtr rates) : base(IntPtr.Zero, true) { SetHandle(rates); }
            public override bool IsInvalid => handle == IntPtr.Zero;
            protected override bool ReleaseHandle()
            {
                fleks_rates_free(handle);
                return true;
            }
        }

        /// A case that is freed when no call uses it any more.
        internal sealed class CaseHandle : SafeHandle
        {
            internal CaseHandle(IntPtr facts) : base(IntPtr.Zero, true) { SetHandle(facts); }
            public override bool IsInvalid => handle == IntPtr.Zero;
            protected override bool ReleaseHandle()
            {
                fleks_case_free(handle);
                return true;
            }
        }
        private sealed class ResultHandle : SafeHandle
        {
            internal ResultHandle(IntPtr result) : base(IntPtr.Zero, true) { SetHandle(result); }
            public override bool IsInvalid => handle == IntPtr.Zero;
            protected override bool ReleaseHandle()
            {
                fleks_case_result_free(handle);
                return true;
            }
        }

        // --------------------------------------------------------------------------------------------- fleks/fleks.h

#pragma warning disable 0169, 0649, IDE1006
        private struct ErrorOut
        {
            internal UIntPtr size;
            internal int language, code;
            internal long row, line;
            [MarshalAs(UnmanagedType.ByValArray, SizeConst = 96)] internal byte[] field;
            [MarshalAs(UnmanagedType.ByValArray, SizeConst = 128)] internal byte[] value;
            [MarshalAs(UnmanagedType.ByValArray, SizeConst = 512)] internal byte[] text;
            internal long least, most;
        }
        private struct OptionsIn { internal UIntPtr size; internal int own_atp, rates_of, other_wage_under_ceiling, round_to; }
        private struct CeilingIn
        {
            internal int form, stated_by;
            internal long amount, supplements, fixed_bonus, employer_pension, holiday_supplement;
        }
        private struct MonthFactsIn
        {
            internal UIntPtr size;
            internal int month, wage_month, pay_form, paid_hours_known;
            internal long pay, weekly_hours, intensity, paid_hours, benefits_in_kind, own_pension, own_pension_share, employer_pension,
                employer_pension_share, holiday_supplement, other_wage, care_income, daily_benefit, ledighedsydelse_days;
            internal int employed_from, employed_to;
            internal CeilingIn ceiling;
        }
        private struct MonthStatementOut
        {
            internal UIntPtr size;
            internal int month, wage_month, rates_month, has_right;
            internal long pay, own_pension, employer_pension, paid_hours, wage, other_wage, daily_benefit, @base, threshold, taper,
                before_ceiling, normal_wage_ceiling, ceiling_cut, holiday_cut, fleksloentilskud, own_atp, payout, public_atp, obligatory_pension, total;
        }
        private struct LedighedsydelseFactsIn
        {
            internal UIntPtr size;
            internal int month, benefit_class, provider, entitled_weekdays_known;
            internal long am_income, own_pension, employer_pension, replacing_income, paid_out_holiday_allowance, self_employed_hours,
                entitled_weekdays, sanction_days, untaken_holiday_days, holiday_days, holiday_pay_per_day;
        }
        private struct LedighedsydelseStatementOut
        {
            internal UIntPtr size;
            internal int month, benefit_class;
            internal long @base, daily_amount, payable_weekdays, part_base, income, offset, holiday_reduction, holiday_top_up, ledighedsydelse,
                own_atp, payout, public_atp, obligatory_pension;
        }
        private struct CeilingFactsIn { internal UIntPtr size; internal int date; internal CeilingIn ceiling; }
        private struct CeilingStatementOut { internal UIntPtr size; internal long normal_wage_ceiling; }
        private struct HolidayFactsIn { internal UIntPtr size; internal int from, to, kind; internal long monthly_pay, employer_pension; }
        private struct SelfEmployedFactsIn { internal UIntPtr size; internal int year; internal long income; }
        private struct TaxFactsIn
        {
            internal UIntPtr size;
            internal int year, church, single_parent;
            internal IntPtr municipality;
            internal long municipal_tax, church_tax, pay, own_pension, own_atp, employer_pension, employer_atp, without_am;
        }
        private struct TaxStatementOut
        {
            internal UIntPtr size;
            internal long am_contribution, personal_income, employment_deduction, single_parent_deduction, job_deduction, bottom, municipal, church,
                middle, top, toptop, allowance_value, am_and_tax, tax;
        }
        private struct AuditFactsIn
        {
            internal UIntPtr size;
            internal IntPtr month;
            internal long paid;
            internal int pay_of_same_month_known, pay_of_two_months_before_known;
            internal long pay_of_same_month, pay_of_two_months_before, holiday_allowance, ceiling_supplements, ceiling_bonus, ceiling_pension,
                ceiling_holiday_supplement;
        }
        private struct AuditStatementOut
        {
            internal UIntPtr size;
            internal int month, right;
            internal long due, paid, difference;
            internal int explanations, exact;
            internal long wage_that_fits, ceiling_that_fits;
            [MarshalAs(UnmanagedType.ByValArray, SizeConst = 64)] internal byte[] best;
            [MarshalAs(UnmanagedType.ByValArray, SizeConst = 64)] internal byte[] best_with;
        }
        private struct CitizenIn
        {
            internal UIntPtr size;
            internal int year, benefit_class;
            internal long hourly_wage, own_pension, employer_pension, intensity;
            internal CeilingIn ceiling;
            internal IntPtr municipality;
            internal long municipal_tax, church_tax;
            internal int church, children, single_parent, rent_known;
            internal long rent;
        }
        private struct HoursAskedIn { internal UIntPtr size; internal long from, to, step, hardly_below; }
        private struct ExtraOut
        {
            internal long gross_pay, employer_pension, added, given, in_hand, pension_saved, taken_taper, taken_ceiling, taken_am_contribution,
                taken_tax, taken_housing_benefit, taken_ledighedsydelse;
            internal int starts_job, verdict;
        }
        private struct HoursRowOut
        {
            internal long hours, paid_hours, gross_pay, own_pension, employer_pension, wage_atp_own, wage_atp_employer, fleksloentilskud,
                subsidy_atp_own, public_atp, obligatory_pension, am_contribution, tax, housing_benefit, ledighedsydelse, ledighedsydelse_atp_own,
                in_hand, pension_saved;
            internal ExtraOut extra;
        }
        private struct CaseAskedIn { internal UIntPtr size; internal int as_of, first, last, steps, amounts_only; }
        private struct IncomeAskedIn
        {
            internal UIntPtr size;
            internal IntPtr old_case;
            internal UIntPtr old_case_size;
            internal IntPtr jobs;
            internal long ceiling;
            internal int fetched, keep_person;
        }
        private struct CaseMonthOut
        {
            internal int month, decided, status, in_fleksjob, has_subsidy, has_benefit, wage_month, wage_expected, benefit_class, income_month,
                benefit_months, benefit_months_of_24, review_due, long_term;
            internal IntPtr reason;
            internal long payout, wage, other_wage, daily_benefit, @base, taper, before_ceiling, normal_wage_ceiling, ceiling_cut, part_cut, holiday_cut,
                fleksloentilskud, own_atp, subsidy_payout, public_atp, obligatory_pension, benefit_base, daily_amount, payable_weekdays, part_base, income,
                offset, holiday_reduction, holiday_top_up, missed_cut, ledighedsydelse, benefit_own_atp, benefit_payout, benefit_public_atp,
                benefit_obligatory_pension, earned_with_pay, held_with_pay, left_with_pay, left_of_year_before, earned_on_benefit, held_on_benefit,
                left_on_benefit;
        }
        private struct CaseFactOut
        {
            internal int month, list, index, employment, counts, change, source, known;
            internal long amount;
            internal IntPtr id;
        }
        private struct CaseStepOut
        {
            internal int month, unit, rests_on_choice, changed_by_reform;
            internal long amount, numerator, denominator;
            internal IntPtr rule, rate, second_rate, third_rate;
        }
        private struct CorrectedMonthOut
        {
            internal int month, decided, basis, too_old, paid_is_stated, lines;
            internal IntPtr rule;
            internal long paid, due, difference, recoverable;
        }
        private struct TotalsOut
        {
            internal UIntPtr size;
            internal int as_of, first, reaches, reserved;
            internal long total, to_pay_out, to_recover, not_regulated, too_old, not_settled;
        }
        private struct ImpactMonthOut
        {
            internal int month, decided, before_known, before_status, after_known, after_status, difference_known, reserved;
            internal long before_fleksloentilskud, before_ledighedsydelse, before_payout, after_fleksloentilskud, after_ledighedsydelse, after_payout,
                difference;
        }
        private struct MunicipalAskedIn { internal UIntPtr size; internal int as_of, fleksbidrag_base, weeks_of_month, cohorts; internal long seed; internal int weeks_before_new_job; }
        private struct MonthsIn
        {
            internal UIntPtr size, rows;
            internal IntPtr am_income, own_pension, employer_pension, other_wage, daily_benefit, ceiling, ledighedsydelse_days, paid_hours,
                ledighedsydelse;
        }
        private struct StatementsIn
        {
            internal UIntPtr size;
            internal IntPtr taper, before_ceiling, ceiling_cut, holiday_cut, fleksloentilskud, own_atp, payout, obligatory_pension, public_atp, status;
        }
#pragma warning restore 0169, 0649, IDE1006

        private const string C = "fleks_c";
        [DllImport(C)] private static extern IntPtr fleks_version();
        [DllImport(C)] private static extern IntPtr fleks_error_name(int code);
        [DllImport(C)] private static extern IntPtr fleks_text_data(IntPtr text);
        [DllImport(C)] private static extern UIntPtr fleks_text_size(IntPtr text);
        [DllImport(C)] private static extern void fleks_text_free(IntPtr text);
        [DllImport(C)] private static extern IntPtr fleks_rates_embedded();
        [DllImport(C)] private static extern IntPtr fleks_rates_extended(byte[] csv, UIntPtr size, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_rates_reformed(RatesHandle rates, byte[] json, UIntPtr size, byte[] ceilings, UIntPtr ceilingsSize, ref ErrorOut error);
        [DllImport(C)] private static extern void fleks_rates_free(IntPtr rates);
        [DllImport(C)] private static extern IntPtr fleks_rates_version(RatesHandle rates);
        [DllImport(C)] private static extern int fleks_month(RatesHandle rates, ref MonthFactsIn facts, ref OptionsIn options, ref MonthStatementOut statement, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_month_in_words(RatesHandle rates, ref MonthFactsIn facts, ref OptionsIn options, int form, int language, ref ErrorOut error);
        [DllImport(C)] private static extern int fleks_audit(RatesHandle rates, ref AuditFactsIn facts, ref OptionsIn options, ref AuditStatementOut statement, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_audit_in_words(RatesHandle rates, ref AuditFactsIn facts, ref OptionsIn options, int form, int language, ref ErrorOut error);
        [DllImport(C)] private static extern int fleks_ledighedsydelse(RatesHandle rates, ref LedighedsydelseFactsIn facts, IntPtr options, ref LedighedsydelseStatementOut statement, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_ledighedsydelse_in_words(RatesHandle rates, ref LedighedsydelseFactsIn facts, IntPtr options, int form, int language, ref ErrorOut error);
        [DllImport(C)] private static extern int fleks_ceiling_from_parts(RatesHandle rates, ref CeilingFactsIn facts, IntPtr options, ref CeilingStatementOut statement, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_ceiling_from_parts_in_words(RatesHandle rates, ref CeilingFactsIn facts, IntPtr options, int form, int language, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_holiday_in_words(RatesHandle rates, ref HolidayFactsIn facts, IntPtr options, int form, int language, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_self_employed_in_words(RatesHandle rates, ref SelfEmployedFactsIn facts, IntPtr options, int form, int language, ref ErrorOut error);
        [DllImport(C)] private static extern int fleks_tax(RatesHandle rates, ref TaxFactsIn facts, IntPtr options, ref TaxStatementOut statement, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_tax_in_words(RatesHandle rates, ref TaxFactsIn facts, IntPtr options, int form, int language, ref ErrorOut error);
        [DllImport(C)] private static extern int fleks_hours(RatesHandle rates, ref CitizenIn citizen, ref OptionsIn options, ref HoursAskedIn asked, [Out] HoursRowOut[] rows, UIntPtr rowSize, UIntPtr capacity, out UIntPtr count, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_hours_in_words(RatesHandle rates, ref CitizenIn citizen, ref OptionsIn options, ref HoursAskedIn asked, int form, int language, ref ErrorOut error);
        [DllImport(C)] private static extern int fleks_compute(RatesHandle rates, int month, ref MonthsIn facts, ref OptionsIn options, ref StatementsIn results, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_case_statement(RatesHandle rates, byte[] json, UIntPtr size, ref CaseAskedIn asked, int form, int language, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_case_correction(RatesHandle rates, byte[] json, UIntPtr size, int fromMonth, int asOf, int form, int language, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_case_letter(RatesHandle rates, byte[] json, UIntPtr size, int month, int asOf, int form, int language, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_case_record(RatesHandle rates, byte[] json, UIntPtr size, ref CaseAskedIn asked, int correctFrom, int language, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_task(RatesHandle rates, byte[] asked, UIntPtr size, int form, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_verify(RatesHandle rates, byte[] record, UIntPtr size, int form, int language, out int same, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_case_ledger(RatesHandle rates, byte[] json, UIntPtr size, ref MunicipalAskedIn asked, int form, int language, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_effort(RatesHandle rates, byte[] json, UIntPtr size, ref MunicipalAskedIn asked, int form, int language, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_income_case(byte[] answer, UIntPtr size, ref IncomeAskedIn asked, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_income_in_words(byte[] answer, UIntPtr size, ref IncomeAskedIn asked, int language, ref ErrorOut error);
        [DllImport(C)] private static extern int fleks_rates_last_month(RatesHandle rates, int task);
        [DllImport(C)] private static extern IntPtr fleks_case_read(byte[] json, UIntPtr size, ref ErrorOut error);
        [DllImport(C)] private static extern void fleks_case_free(IntPtr facts);
        [DllImport(C)] private static extern IntPtr fleks_case_months(RatesHandle rates, CaseHandle facts, ref CaseAskedIn asked, int detail, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_case_corrected(RatesHandle rates, CaseHandle facts, int fromMonth, int asOf, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_case_impact(IntPtr before, RatesHandle after, byte[] json, UIntPtr size, IntPtr asked, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_case_impact(RatesHandle before, RatesHandle after, byte[] json, UIntPtr size, IntPtr asked, ref ErrorOut error);
        [DllImport(C)] private static extern void fleks_case_result_free(IntPtr result);
        [DllImport(C)] private static extern int fleks_case_month_rows(ResultHandle result, IntPtr rows, UIntPtr rowSize, UIntPtr capacity, out UIntPtr count, ref ErrorOut error);
        [DllImport(C)] private static extern int fleks_case_facts(ResultHandle result, IntPtr rows, UIntPtr rowSize, UIntPtr capacity, out UIntPtr count, ref ErrorOut error);
        [DllImport(C)] private static extern int fleks_case_steps(ResultHandle result, IntPtr rows, UIntPtr rowSize, UIntPtr capacity, out UIntPtr count, ref ErrorOut error);
        [DllImport(C)] private static extern int fleks_corrected_months(ResultHandle result, IntPtr rows, UIntPtr rowSize, UIntPtr capacity, out UIntPtr count, ref ErrorOut error);
        [DllImport(C)] private static extern int fleks_impact_months(ResultHandle result, IntPtr rows, UIntPtr rowSize, UIntPtr capacity, out UIntPtr count, ref ErrorOut error);
        [DllImport(C)] private static extern int fleks_case_totals(ResultHandle result, ref TotalsOut totals, ref ErrorOut error);
        [DllImport(C)] private static extern IntPtr fleks_case_problems(byte[] json, UIntPtr size, int language, ref ErrorOut error);
    }
}
