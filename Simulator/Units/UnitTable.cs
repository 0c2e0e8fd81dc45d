using System.Globalization;

namespace M2mVsIoTSim.Units;

/// <summary>The units that files may use, their conversion, and how a value is best written.</summary>
/// <remarks>
/// SI prefixes are powers of ten, also for data (1 kB = 1000 B). A year has 365.25 days and a month a twelfth of it (30.4375 days).
/// Symbols are case-sensitive: <c>mW</c> is not <c>MW</c>.
/// </remarks>
public static class UnitTable
{
    private const double Day = 86400;
    private const double Month = 30.4375 * Day;
    private const double Year = 365.25 * Day;

    /// <summary>Characters that choosing another unit must save before a value is written in it.</summary>
    private const int StayPenalty = 2;

    /// <summary>Characters that a power of ten counts more than it has: <c>0.2 uA</c> reads better than <c>2E-07 A</c>.</summary>
    private const int ExponentPenalty = 10;

    private static readonly Row[] Rows =
    [
        new("1", Dimension.One, 1, 1),
        new("%", Dimension.One, 1, 100),
        new("ppm", Dimension.One, 1, 1e6),
        new("ns", Dimension.Time, 1, 1e9),
        new("us", Dimension.Time, 1, 1e6),
        new("µs", Dimension.Time, 1, 1e6, IsAlias: true),
        new("μs", Dimension.Time, 1, 1e6, IsAlias: true),
        new("ms", Dimension.Time, 1, 1e3),
        new("s", Dimension.Time, 1, 1),
        new("second", Dimension.Time, 1, 1, IsAlias: true),
        new("seconds", Dimension.Time, 1, 1, IsAlias: true),
        new("min", Dimension.Time, 60, 1),
        new("minute", Dimension.Time, 60, 1, IsAlias: true),
        new("minutes", Dimension.Time, 60, 1, IsAlias: true),
        new("h", Dimension.Time, 3600, 1),
        new("hour", Dimension.Time, 3600, 1, IsAlias: true),
        new("hours", Dimension.Time, 3600, 1, IsAlias: true),
        new("d", Dimension.Time, Day, 1),
        new("day", Dimension.Time, Day, 1, IsAlias: true),
        new("days", Dimension.Time, Day, 1, IsAlias: true),
        new("week", Dimension.Time, 7 * Day, 1),
        new("weeks", Dimension.Time, 7 * Day, 1, IsAlias: true),
        new("month", Dimension.Time, Month, 1),
        new("months", Dimension.Time, Month, 1, IsAlias: true),
        new("year", Dimension.Time, Year, 1),
        new("years", Dimension.Time, Year, 1, IsAlias: true),
        new("a", Dimension.Time, Year, 1, IsAlias: true),
        new("Hz", Dimension.Frequency, 1, 1),
        new("kHz", Dimension.Frequency, 1e3, 1),
        new("MHz", Dimension.Frequency, 1e6, 1),
        new("GHz", Dimension.Frequency, 1e9, 1),
        new("bit", Dimension.Data, 1, 1),
        new("kbit", Dimension.Data, 1e3, 1),
        new("Mbit", Dimension.Data, 1e6, 1),
        new("Gbit", Dimension.Data, 1e9, 1),
        new("B", Dimension.Data, 8, 1),
        new("kB", Dimension.Data, 8e3, 1),
        new("MB", Dimension.Data, 8e6, 1),
        new("GB", Dimension.Data, 8e9, 1),
        new("cm", Dimension.Length, 1, 100),
        new("m", Dimension.Length, 1, 1),
        new("km", Dimension.Length, 1e3, 1),
        new("m2", Dimension.Area, 1, 1),
        new("m²", Dimension.Area, 1, 1, IsAlias: true),
        new("km2", Dimension.Area, 1e6, 1),
        new("km²", Dimension.Area, 1e6, 1, IsAlias: true),
        new("nA", Dimension.Current, 1, 1e9),
        new("uA", Dimension.Current, 1, 1e6),
        new("µA", Dimension.Current, 1, 1e6, IsAlias: true),
        new("μA", Dimension.Current, 1, 1e6, IsAlias: true),
        new("mA", Dimension.Current, 1, 1e3),
        new("A", Dimension.Current, 1, 1),
        new("mV", Dimension.Voltage, 1, 1e3),
        new("V", Dimension.Voltage, 1, 1),
        new("uW", Dimension.Power, 1, 1e6),
        new("µW", Dimension.Power, 1, 1e6, IsAlias: true),
        new("μW", Dimension.Power, 1, 1e6, IsAlias: true),
        new("mW", Dimension.Power, 1, 1e3),
        new("W", Dimension.Power, 1, 1),
        new("kW", Dimension.Power, 1e3, 1),
        new("uJ", Dimension.Energy, 1, 1e6),
        new("µJ", Dimension.Energy, 1, 1e6, IsAlias: true),
        new("μJ", Dimension.Energy, 1, 1e6, IsAlias: true),
        new("mJ", Dimension.Energy, 1, 1e3),
        new("J", Dimension.Energy, 1, 1),
        new("kJ", Dimension.Energy, 1e3, 1),
        new("Wh", Dimension.Energy, 3600, 1),
        new("kWh", Dimension.Energy, 3.6e6, 1),
        new("mAh", Dimension.Charge, 1, 1e3),
        new("Ah", Dimension.Charge, 1, 1),
        new("dB", Dimension.Gain, 1, 1),
        new("dBm", Dimension.PowerLevel, 1, 1),
        new("dBi", Dimension.AntennaGain, 1, 1),
        new("EUR", Dimension.Euro, 1, 1),
        new("USD", Dimension.Dollar, 1, 1),
        new("°C", Dimension.Temperature, 1, 1),
    ];

    private static readonly Dictionary<string, MeasureUnit> Simple = Rows.ToDictionary(
        row => row.Symbol,
        row => new MeasureUnit(row.Symbol, row.Dimension, Dimension.One, row.Multiplier, row.Divisor),
        StringComparer.Ordinal
    );

    /// <summary>The unit without one: a plain number.</summary>
    public static MeasureUnit One { get; } = Simple["1"];

    /// <summary>Every symbol of a single unit, aliases too, in the order of the table.</summary>
    public static IEnumerable<string> Symbols => Rows.Select(row => row.Symbol);

    /// <summary>Finds a unit by its text: <c>ms</c>, <c>/ h</c>, <c>1/s</c>, <c>kbit/s</c>, <c>EUR / month</c>; no text is <see cref="One"/>.</summary>
    /// <returns>Whether the unit is known.</returns>
    public static bool TryFind(string text, out MeasureUnit unit)
    {
        unit = One;
        var parts = text.Split('/');
        var above = parts[0].Trim() is { Length: > 0 } symbol ? symbol : "1";
        if (parts.Length > 2 || !Simple.TryGetValue(above, out var top))
        {
            return false;
        }

        if (parts.Length == 1)
        {
            unit = top;
            return true;
        }

        if (!Simple.TryGetValue(parts[1].Trim(), out var bottom) || bottom.Above == Dimension.One)
        {
            return false;
        }

        unit = Per(top, bottom);
        return true;
    }

    /// <summary>The unit of that text.</summary>
    /// <exception cref="ArgumentException">No such unit.</exception>
    public static MeasureUnit Find(string text) =>
        TryFind(text, out var unit) ? unit : throw new ArgumentException($"There is no unit '{text}'.", nameof(text));

    /// <summary>The units in which such a value is usually written, in rising order.</summary>
    public static IReadOnlyList<MeasureUnit> Fitting(MeasureUnit unit)
    {
        if (unit.Below == Dimension.One)
        {
            return [.. Common(unit.Above)];
        }

        // Rates and prices vary by period, everything else by prefix: '3 / h' but '250 kbit/s'.
        return VariesBelow(unit)
            ? [.. Common(unit.Below).Select(bottom => Per(Base(unit.Above), bottom))]
            : [.. Common(unit.Above).Select(top => Per(top, Base(unit.Below)))];
    }

    /// <summary>What a unit measures, with an example: <c>a duration such as '15 min'</c>.</summary>
    public static string Describe(MeasureUnit unit) => $"{Noun(unit)} such as '{Example(unit)}'";

    /// <summary>What a unit measures, with its article: <c>a duration</c>.</summary>
    public static string Noun(MeasureUnit unit) =>
        (unit.Above, unit.Below) switch
        {
            (_, Dimension.One) => Noun(unit.Above),
            (Dimension.Data, Dimension.Time) => "a bit rate",
            (Dimension.One, Dimension.Time) => "a rate",
            (Dimension.Length, Dimension.Time) => "a speed",
            (Dimension.One, Dimension.Area) => "a density",
            (Dimension.Euro or Dimension.Dollar, _) => "a price",
            _ => $"{Noun(unit.Above)} per {unit.Symbol[(unit.Symbol.IndexOf('/') + 1)..].Trim()}",
        };

    /// <summary>A typical value with its unit, for messages and completion: <c>15 min</c>.</summary>
    public static string Example(MeasureUnit unit) =>
        (unit.Above, unit.Below) switch
        {
            (Dimension.Data, Dimension.Time) => "250 kbit/s",
            (Dimension.One, Dimension.Time) => "3 / h",
            (Dimension.Length, Dimension.Time) => "1.5 m/s",
            (Dimension.Euro or Dimension.Dollar, Dimension.Time) => $"1.5 {Base(unit.Above).Symbol} / month",
            (_, not Dimension.One) => Text(2, unit),
            (Dimension.One, _) => "60 %",
            (Dimension.Time, _) => "15 min",
            (Dimension.Frequency, _) => "868.1 MHz",
            (Dimension.Data, _) => "51 B",
            (Dimension.Length, _) => "5 km",
            (Dimension.Area, _) => "2 km2",
            (Dimension.Current, _) => "29 mA",
            (Dimension.Voltage, _) => "3.6 V",
            (Dimension.Power, _) => "25 mW",
            (Dimension.Energy, _) => "2 mJ",
            (Dimension.Charge, _) => "2400 mAh",
            (Dimension.Gain, _) => "6 dB",
            (Dimension.PowerLevel, _) => "14 dBm",
            (Dimension.AntennaGain, _) => "2 dBi",
            (Dimension.Euro, _) => "12 EUR",
            (Dimension.Dollar, _) => "12 USD",
            (Dimension.Temperature, _) => "21 °C",
            _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "A dimension without an example."),
        };

    /// <summary>The value as text that reads back to exactly the same number, in its own unit or in one that makes it shorter.</summary>
    /// <param name="value">The value, in <paramref name="held"/>.</param>
    /// <param name="held">The unit in which it is held.</param>
    public static string Format(double value, MeasureUnit held)
    {
        var best = Text(value, held);
        if (held.Below == Dimension.One ? held.Above == Dimension.One : held.Above is Dimension.Euro or Dimension.Dollar)
        {
            // A share stays a number where it is held as one, and a monthly price does not become a yearly one.
            return best;
        }

        var bestCost = Cost(value) - StayPenalty;
        foreach (var unit in Fitting(held))
        {
            var converted = held.Convert(value, unit);
            var cost = Cost(converted);
            if (cost < bestCost && unit.Convert(converted, held).Equals(value))
            {
                (best, bestCost) = (Text(converted, unit), cost);
            }
        }

        return best;
    }

    /// <summary>The length as text that reads back to exactly the same length, in the unit that makes it shortest.</summary>
    public static string Format(Duration value)
    {
        string? best = null;
        foreach (var unit in Fitting(Simple["s"]).Where(unit => unit.Symbol != "week"))
        {
            var amount = value.Nanoseconds / NanosecondsIn(unit);
            var text = amount.ToString("0.####", CultureInfo.InvariantCulture);
            var exact = decimal.Parse(text, CultureInfo.InvariantCulture) * NanosecondsIn(unit) == value.Nanoseconds;
            var whole = unit.Symbol is "month" or "year" ? amount == decimal.Truncate(amount) : Math.Abs(amount) >= 1;
            if (exact && whole && value != Duration.Zero && (best is null || text.Length <= best.IndexOf(' ')))
            {
                best = $"{text} {unit.Symbol}";
            }
        }

        return best ?? "0 s";
    }

    /// <summary>Nanoseconds in one of a unit of time [ns]; exact.</summary>
    public static decimal NanosecondsIn(MeasureUnit unit) => (decimal)unit.Multiplier * 1_000_000_000m / (decimal)unit.Divisor;

    /// <summary>The value in the unit as it is: <c>5000 ms</c> stays so.</summary>
    public static string Text(double value, MeasureUnit unit) => unit == One ? Number(value) : $"{Number(value)} {unit.Symbol}";

    private static int Cost(double value) =>
        Number(value) is var text && text.Contains('E', StringComparison.Ordinal) ? text.Length + ExponentPenalty : text.Length;

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static MeasureUnit Per(MeasureUnit top, MeasureUnit bottom)
    {
        var symbol = top.Above switch
        {
            Dimension.One when top == One => $"/ {bottom.Symbol}",
            Dimension.One or Dimension.Euro or Dimension.Dollar => $"{top.Symbol} / {bottom.Symbol}",
            _ => $"{top.Symbol}/{bottom.Symbol}",
        };
        return new MeasureUnit(symbol, top.Above, bottom.Above, top.Multiplier * bottom.Divisor, top.Divisor * bottom.Multiplier);
    }

    private static IEnumerable<MeasureUnit> Common(Dimension dimension) =>
        Rows.Where(row => row.Dimension == dimension && !row.IsAlias).Select(row => Simple[row.Symbol]);

    private static MeasureUnit Base(Dimension dimension) => Common(dimension).First(unit => unit.Multiplier == 1 && unit.Divisor == 1);

    private static bool VariesBelow(MeasureUnit unit) => unit.Above is Dimension.One or Dimension.Euro or Dimension.Dollar;

    private static string Noun(Dimension dimension) =>
        dimension switch
        {
            Dimension.One => "a number",
            Dimension.Time => "a duration",
            Dimension.Frequency => "a frequency",
            Dimension.Data => "an amount of data",
            Dimension.Length => "a length",
            Dimension.Area => "an area",
            Dimension.Current => "a current",
            Dimension.Voltage => "a voltage",
            Dimension.Power => "a power",
            Dimension.Energy => "an energy",
            Dimension.Charge => "a charge",
            Dimension.Gain => "a gain or loss",
            Dimension.PowerLevel => "a power level",
            Dimension.AntennaGain => "an antenna gain",
            Dimension.Euro or Dimension.Dollar => "an amount of money",
            Dimension.Temperature => "a temperature",
            _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "A dimension without a name."),
        };

    private readonly record struct Row(string Symbol, Dimension Dimension, double Multiplier, double Divisor, bool IsAlias = false);
}
