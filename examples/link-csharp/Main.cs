using System;
using System.IO;
using FleksLib;

// A month, its hours and a case: what a case system asks.
internal static class Program
{
    private static int Main(string[] arguments)
    {
        using (var fleks = new Fleks())
        {
            var facts = new MonthFacts { Month = "2024-03", AmIncome = 15600m, Ceiling = Ceiling.Stated(32067m) };
            MonthStatement month = fleks.Month(facts);
            Console.WriteLine("Fleksløntilskud " + month.Fleksloentilskud.ToString("F2", System.Globalization.CultureInfo.InvariantCulture));
            foreach (HoursRow row in fleks.Hours(new Citizen { Year = 2025, HourlyWage = 200m, Municipality = "Aarhus" }, 18, 20))
                Console.WriteLine(row.Hours + " timer: i hånden " + row.InHand.ToString("F2", System.Globalization.CultureInfo.InvariantCulture));
            try
            {
                fleks.Month(new MonthFacts { Month = "2024-03", AmIncome = -5m });
            }
            catch (FleksException wrong)
            {
                Console.WriteLine(wrong.Name + " " + wrong.Message);
            }
            if (arguments.Length == 1) Console.Write(fleks.Case(File.ReadAllText(arguments[0]), Form.Text));
        }
        return 0;
    }
}
