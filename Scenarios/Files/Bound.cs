using System.Diagnostics.CodeAnalysis;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Files;

/// <summary>A requirement on a value: <c>&gt;= 98 %</c>, <c>&lt; 5 s</c>, <c>&lt;= 10</c>.</summary>
/// <param name="Side">On which side the value must lie.</param>
/// <param name="Limit">The limit, in <paramref name="Unit"/>.</param>
/// <param name="Unit">Its unit.</param>
public readonly record struct Bound(BoundSide Side, double Limit, MeasureUnit Unit) : IWritten<Bound>, IMeasured
{
    // Longer signs first, so that '>=' is not taken for '>'.
    private static readonly (string Sign, BoundSide Side)[] Signs =
    [
        (">=", BoundSide.AtLeast),
        ("<=", BoundSide.AtMost),
        (">", BoundSide.Greater),
        ("<", BoundSide.Less),
    ];

    /// <inheritdoc/>
    public static string Expected => "a bound such as '>= 98 %'";

    /// <inheritdoc/>
    public static string ExpectedFor(MeasureUnit? held, string text) =>
        held is null || held == UnitTable.One ? Expected
        // A unit that is not the usual one of its dimension says how large the values are.
        : UnitTable.Example(held) is var usual && usual.EndsWith($" {held.Symbol}", StringComparison.Ordinal)
            ? $"a bound such as '>= {usual}'"
        : $"a bound such as '>= {UnitTable.Text(5, held)}'";

    /// <inheritdoc/>
    public double Least => Limit;

    /// <inheritdoc/>
    public double Greatest => Limit;

    /// <summary>Whether a value lies on the right side.</summary>
    /// <param name="value">The value, in <paramref name="unit"/>.</param>
    /// <param name="unit">Its unit.</param>
    /// <exception cref="ArgumentException">The units measure different things.</exception>
    public bool IsMetBy(double value, MeasureUnit unit)
    {
        var limit = Unit.Convert(Limit, unit);
        return Side switch
        {
            BoundSide.Less => value < limit,
            BoundSide.AtMost => value <= limit,
            BoundSide.Greater => value > limit,
            _ => value >= limit,
        };
    }

    /// <inheritdoc/>
    public static bool TryRead(string text, out Bound value, [NotNullWhen(false)] out string? problem)
    {
        value = default;
        var trimmed = text.Trim();
        var (sign, side) = Signs.FirstOrDefault(pair => trimmed.StartsWith(pair.Sign, StringComparison.Ordinal));
        if (sign is null)
        {
            problem = "it starts with one of >=, <=, >, <";
            return false;
        }

        if (!Quantity.TryRead(trimmed[sign.Length..], out var limit, out problem))
        {
            return false;
        }

        value = new Bound(side, limit.Amount, limit.Unit);
        return true;
    }

    /// <summary>The bound as it may be written in a file.</summary>
    public override string ToString()
    {
        var side = Side;
        return $"{Signs.First(pair => pair.Side == side).Sign} {new Quantity(Limit, Unit)}";
    }
}
