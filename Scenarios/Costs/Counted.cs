namespace M2mVsIoTSim.Scenarios.Costs;

/// <summary>A position of a bill before prices are known: so many of something that has a price.</summary>
/// <param name="Price">Its name in the price list.</param>
/// <param name="Of">Whose it is: a party, a tier, a technology.</param>
/// <param name="Quantity">How many there are, or how many are used up in a year [1].</param>
public sealed record Counted(string Price, string Of, double Quantity)
{
    /// <summary>Whether it is used up: the quantity is that of a year.</summary>
    public bool IsUsedUp { get; init; }

    /// <summary>Devices that have a part of it free [1].</summary>
    public double Holders { get; init; }

    /// <summary>How many of each are bought anew in a year, as its device was replaced [1/a].</summary>
    public double Replaced { get; init; }

    /// <summary>Where it is bought again and again, such as a visit when a battery is empty: after how many years each, and for how many devices.</summary>
    public IReadOnlyList<(double Years, double Devices)> Cycles { get; init; } = [];
}
