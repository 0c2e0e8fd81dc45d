using System.Diagnostics.CodeAnalysis;
using M2mVsIoTSim.Scenarios.Files;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Model;

/// <summary>An amount of money, or one per time: <c>400 EUR</c>, <c>1.5 USD / month</c>.</summary>
/// <param name="Amount">The number, in <paramref name="Unit"/>.</param>
/// <param name="Unit">EUR or USD, or one of them per time.</param>
public readonly record struct Money(double Amount, MeasureUnit Unit) : IWritten<Money>
{
    /// <inheritdoc/>
    public static string Expected => "an amount of money such as '400 EUR' or '1.5 USD / month'";

    /// <summary>Whether it is paid as long as something is there.</summary>
    public bool IsPerTime => Unit.Below == Dimension.Time;

    /// <summary>Whether it has to be converted.</summary>
    public bool IsDollar => Unit.Above == Dimension.Dollar;

    /// <inheritdoc/>
    public static bool TryRead(string text, out Money value, [NotNullWhen(false)] out string? problem)
    {
        value = default;
        if (!Quantity.TryRead(text, UnitTable.Find("EUR"), out var quantity, out problem))
        {
            return false;
        }

        problem =
            quantity.Unit is not { Above: Dimension.Euro or Dimension.Dollar, Below: Dimension.One or Dimension.Time }
                ? $"that is {UnitTable.Noun(quantity.Unit)}"
            : quantity.Amount < 0 ? "nobody is paid for having it"
            : null;
        value = new Money(quantity.Amount, quantity.Unit);
        return problem is null;
    }

    /// <summary>In EUR, or EUR a year.</summary>
    /// <param name="rate">EUR for a USD.</param>
    public double InEuro(double rate)
    {
        var currency = IsDollar ? "USD" : "EUR";
        return Unit.Convert(Amount, UnitTable.Find(IsPerTime ? $"{currency} / year" : currency)) * (IsDollar ? rate : 1);
    }

    /// <inheritdoc/>
    public override string ToString() => UnitTable.Text(Amount, Unit);
}
