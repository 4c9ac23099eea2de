using System;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using FleksLib;

// Answers for tests/doors/check.py: JSON of what it asks, each followed by a NUL.
internal static class Check
{
    private static decimal? Given(string text) => text == "" ? (decimal?)null : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static MonthFacts Facts(string[] f)
    {
        var facts = new MonthFacts
        {
            Month = f[0], OwnPension = Given(f[2]) ?? 0, EmployerPension = Given(f[3]) ?? 0, OtherWage = Given(f[4]) ?? 0,
            DailyBenefit = Given(f[5]) ?? 0, LedighedsydelseDays = Given(f[6]) ?? 0, PaidHours = Given(f[8])
        };
        facts.AmIncome = Given(f[1]);
        if (f[7] != "") facts.Ceiling = Ceiling.Stated(Given(f[7]).Value);
        return facts;
    }

    private static void Say(string json) => Console.Write(json + "\0");

    private static void Require(bool holds, string what)
    {
        if (!holds) throw new Exception("not so: " + what);
    }

    private static void Refused(string name, string field, Action act)
    {
        try
        {
            act();
        }
        catch (FleksException e)
        {
            Require(e.Name == name && e.Field == field && e.Message.Contains(field), name + " of " + field + ", but " + e.Name + " of " + e.Field + ": " + e.Message);
            return;
        }
        throw new Exception(field + " is not refused");
    }

    private static void Behaviour(Fleks fleks)
    {
        Refused("negative", "am_income", () => fleks.Month(new MonthFacts { Month = "2024-03", AmIncome = -5m }));
        Refused("too_many_decimals", "am_income", () => fleks.Month(new MonthFacts { Month = "2024-03", AmIncome = 1.005m }));
        Refused("too_large", "am_income", () => fleks.Month(new MonthFacts { Month = "2024-03", AmIncome = decimal.MaxValue / 1000 }));
        Refused("no_such_date", "month", () => fleks.Month(new MonthFacts { Month = "2024-3", AmIncome = 1 }));
        Refused("missing_fact", "month", () => fleks.Month(new MonthFacts { AmIncome = 1 }));
        Refused("missing_fact", "pay_form", () => fleks.Month(new MonthFacts { Month = "2024-03" }));
        Refused("missing_fact", "weekly_hours", () => fleks.Month(new MonthFacts { Month = "2024-03", HourlyWage = 1 }));
        Refused("exclusive_facts", "monthly_wage", () => fleks.Month(new MonthFacts { Month = "2024-03", AmIncome = 1, MonthlyWage = 1 }));
        Refused("unknown_municipality", "municipality", () => fleks.Hours(new Citizen { Year = 2025, HourlyWage = 200, Municipality = "Nowhere" }));
        Refused("missing_fact", "from", () => fleks.Case("{}", Form.Json));
        Require(Fleks.Problems("{}", Language.English).StartsWith("from: is missing"), "problems");
        byte[] answer = File.ReadAllBytes("examples/income/01-plain-month.xml");
        var asked = new IncomeAsked { Jobs = "12345678=fleksjob", Ceiling = 27800m, Fetched = new DateTime(2024, 3, 1) };
        string made = Fleks.IncomeCase(answer, asked);
        Require(made.Contains("\"am_income\": \"7200.00\"") && made.Contains("\"known\": \"2024-03-01\"") && made.Contains("\"amount\": \"27800.00\""), made);
        asked.OldCase = made;
        Require(Fleks.IncomeCase(answer, asked) == made, "the same answer twice");
        Require(Fleks.IncomeInWords(answer, asked, Language.English).StartsWith("Read: 1 report."), "income in words");
        Require(fleks.Case(made, Form.Json).Contains("\"payout\": \"17033.00\""), "the case of an answer");
        Refused("no_such_choice", "XML", () => Fleks.IncomeCase(new byte[] { (byte)'<', (byte)'a', (byte)'/', (byte)'>' }));
        Refused("missing_fact", "answer", () => Fleks.IncomeCase(null));
        Refused("unknown_key", "key", () => Fleks.WithRates("key,valid_from,valid_to,value,unit,status,source,note\nx,2027-01-01,,1,pct,read,s,\n"));

        MonthStatement m = fleks.Month(new MonthFacts { Month = "2024-03", AmIncome = 15600m });
        Require(m.Fleksloentilskud == 15272m && m.PublicAtp == null && m.NormalWageCeiling == null && m.HasRight, "the month");
        using (Fleks reform = fleks.UnderReform("{\"id\": \"floor\", \"title\": \"t\", \"from\": \"2024-01\", \"rates\": {\"taper_low_pct\": 25}}"))
            Require(reform.Month(new MonthFacts { Month = "2024-03", AmIncome = 15600m }).Fleksloentilskud == 16052m && reform.RatesVersion != fleks.RatesVersion, "the reform");
        AuditStatement a = fleks.Audit(new MonthFacts { Month = "2024-03", AmIncome = 14400, EmployerPension = 1200, Ceiling = Ceiling.Stated(32067) }, 15632);
        Require(!a.Right && a.Difference == -360m && a.Exact && a.Best == "employer_pension_left_out_of_wage", "the audit");
        Require(fleks.Ledighedsydelse(new LedighedsydelseFacts { Month = "2022-05", AmIncome = 3000 }).Ledighedsydelse == 16322m, "ledighedsydelse");
        Ceiling hourly = Ceiling.FromHourly(200);
        hourly.EmployerPension = 8;
        Require(fleks.CeilingFromParts(hourly, new DateTime(2024, 1, 1)) == 34632m, "the ceiling");
        Require(fleks.Tax(new TaxFacts { Year = 2021, Pay = 120000, MunicipalTax = 23.8m }).AmAndTax == 29434m, "the tax");

        Statements some = fleks.Compute("2024-03", new Months { AmIncome = new long[] { 1560000, -1, 1560000 },
                                                                Ceiling = new[] { Months.NoCeiling, Months.NoCeiling, 2000000L } });
        Require(some.Fleksloentilskud[0] == 1527200 && some.Status[0] == 0 && some.Status[1] != 0 && some.Fleksloentilskud[2] == 440000, "the columns");
        // Before April 2022 what was paid on ledighedsydelse is deducted krone for krone.
        Statements days = fleks.Compute("2021-05", new Months { AmIncome = new long[] { 1560000, 1560000 }, LedighedsydelseDays = new long[] { 20000, 20000 },
                                                                Ledighedsydelse = new[] { 160000L, Months.NotKnown } });
        Require(days.Fleksloentilskud[0] == 1257200 && days.Status[0] == 0 && days.Status[1] != 0, "what was paid on ledighedsydelse");
        Refused("bad_row", "ceiling", () => fleks.Compute("2024-03", new Months { AmIncome = new long[2], Ceiling = new long[1] }));

        Require(string.CompareOrdinal(fleks.LastMonth(RatesTask.Month), "2026-12") >= 0, "the last month");
        Refused("missing_fact", "from", () => new CaseFile("{}"));

        decimal alone = fleks.Month(new MonthFacts { Month = "2025-03", AmIncome = 12345.67m }).Payout;
        Parallel.For(0, 2000, i => {
            if (i % 5 == 0) using (new Fleks()) { }
            Require(fleks.Month(new MonthFacts { Month = "2025-03", AmIncome = 12345.67m }).Payout == alone, "threads");
        });
        var closed = new Fleks();
        closed.Dispose();
        closed.Dispose();
        try
        {
            closed.Month(new MonthFacts { Month = "2024-03", AmIncome = 1 });
            throw new Exception("closed rates are used");
        }
        catch (ObjectDisposedException) { }
    }

    /// A case as objects: every amount of it is the JSON's, and a record of today has no impact.
    private static string Objects(Fleks fleks, CaseFile facts, string from)
    {
        var lines = new System.Text.StringBuilder("{\"fleks\": {}");
        CaseMonths all = fleks.CaseMonths(facts, Detail.Steps);
        Require(fleks.CaseMonths(facts).Facts == null && fleks.CaseMonths(facts, Detail.Facts).Steps == null, "the detail");
        Func<decimal, string> text = amount => "\"" + amount.ToString("0.00", CultureInfo.InvariantCulture) + "\"";
        Func<decimal?, string> orNull = amount => amount.HasValue ? text(amount.Value) : "null";
        lines.Append(", \"months\": [");
        foreach (CaseMonth m in all.Months)
            lines.Append(m == all.Months[0] ? "" : ", ").Append("{\"month\": \"" + m.Month + "\", \"decided\": \"" + m.Decided.ToString("yyyy-MM-dd") + "\", \"payout\": " +
                text(m.Payout) + ", \"fleksloentilskud\": " + orNull(m.Fleksloentilskud) + ", \"ledighedsydelse\": " + orNull(m.Ledighedsydelse) + ", \"reason\": \"" +
                m.Reason + "\", \"status\": " + (int)m.Status + "}");
        CaseCorrection correction = fleks.CaseCorrection(facts, from);
        lines.Append("], \"facts_of_months\": " + all.Facts.Count + ", \"steps\": " + all.Steps.Count + ", \"total\": " + text(correction.Total) +
            ", \"to_recover\": " + text(correction.ToRecover) + ", \"corrected\": [");
        foreach (CorrectedMonth m in correction.Months)
            lines.Append(m == correction.Months[0] ? "" : ", ").Append("[" + text(m.Paid) + ", " + text(m.Due) + ", " + text(m.Difference) + ", \"" + m.Rule + "\"]");
        return lines.Append("]}").ToString();
    }

    private static int Main(string[] arguments)
    {
        Console.OutputEncoding = new System.Text.UTF8Encoding(false);
        using (var fleks = new Fleks())
        {
            Behaviour(fleks);
            foreach (string line in File.ReadAllLines(arguments[0])) Say(fleks.MonthInWords(Facts(line.Split('\t')), Form.Json));
            string kept = fleks.Task("{\"task\": \"housing\", \"language\": \"da\", \"given\": {\"year\": \"2026\", \"income\": \"260000\", \"rent\": \"6500\"}}", Form.Json);
            Say(kept);
            Require(fleks.Verify(kept, Form.Json).Same && !fleks.Verify(kept.Replace("6500", "6600"), Form.Json).Same, "a result of another task");
            Refused("no_such_choice", "task", () => fleks.Task("{\"task\": \"nothing\", \"language\": \"da\", \"given\": {}}", Form.Json));
            Say(fleks.HoursInWords(new Citizen { Year = 2025, HourlyWage = 200, Municipality = "københavn", Church = true, Rent = 6000 }, Form.Json, 0, 20, 2.5m));
            Say(fleks.LedighedsydelseInWords(new LedighedsydelseFacts { Month = "2024-05", BenefitClass = BenefitClass.LowProvider, AmIncome = 3000 }, Form.Json, Language.English));
            Say(fleks.HolidayInWords(new DateTime(2024, 9, 1), new DateTime(2025, 8, 31), HolidayKind.Allowance, 12000, Form.Json));
            Say(fleks.SelfEmployedInWords(2019, 48000, Form.Json));
            Say(fleks.CeilingFromPartsInWords(Ceiling.FromMonthly(28000), new DateTime(2024, 1, 1), Form.Json));
            Say(fleks.AuditInWords(new MonthFacts { Month = "2024-03", AmIncome = 14400, EmployerPension = 1200, Ceiling = Ceiling.Stated(32067) }, 15632, Form.Json));
            using (Fleks other = Fleks.WithRates("key,valid_from,valid_to,value,unit,status,source,note\nfleksloentilskud_max_month,2024-01-01,2024-12-31,20052,kr/month,read,s,\n"))
            {
                // January, while others compute: each has the rates it began with.
                Fleks current = fleks;
                decimal[] payouts = { fleks.Month(new MonthFacts { Month = "2024-03", AmIncome = 9000 }).Payout, other.Month(new MonthFacts { Month = "2024-03", AmIncome = 9000 }).Payout };
                Require(payouts[1] - payouts[0] == 100m, "the other rates");
                Parallel.For(0, 2000, i => {
                    if (i == 1000) System.Threading.Volatile.Write(ref current, other);
                    Fleks mine = System.Threading.Volatile.Read(ref current);
                    Require(mine.Month(new MonthFacts { Month = "2024-03", AmIncome = 9000 }).Payout == payouts[mine == fleks ? 0 : 1], "rates changed while others compute");
                });
                if (arguments.Length > 1)
                {
                    var changed = other.Impact(fleks, File.ReadAllText(arguments[1]));
                    foreach (ImpactMonth m in changed) Require(m.Difference == m.After - m.Before && m.Difference != 0, "the impact");
                }
            }
            for (int i = 1; i + 1 < arguments.Length; i += 2)
            {
                string json = File.ReadAllText(arguments[i]);
                Say(fleks.Case(json, Form.Json));
                Say(fleks.Correction(json, arguments[i + 1], Form.Json, null, Language.English));
                Say(fleks.Ledger(json, Form.Json));
                string record = fleks.Record(json), corrected = fleks.Record(json, arguments[i + 1]);
                Require(fleks.Impact(null, record).Count == 0 && fleks.Impact(fleks, json).Count == 0, "no impact");
                using (var facts = new CaseFile(json)) Say(Objects(fleks, facts, arguments[i + 1]));
                Require(fleks.Verify(record, Form.Text, Language.English).Text == "record: the same result\n" && fleks.Verify(corrected, Form.Json).Same, "the record");
            }
        }
        return 0;
    }
}
