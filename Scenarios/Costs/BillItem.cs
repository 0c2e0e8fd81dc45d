using M2mVsIoTSim.Scenarios.Model;

namespace M2mVsIoTSim.Scenarios.Costs;

/// <summary>A position of a bill.</summary>
/// <param name="Kind">The part of the bill to which it belongs.</param>
/// <param name="Item">Name of the price.</param>
/// <param name="Of">Whose it is: a party, a tier, a technology.</param>
/// <param name="Quantity">Lots that are paid for at a time, or visits over the horizon, the last of a device by its fraction [1].</param>
/// <param name="Each">What a lot costs [EUR], or costs a year [EUR/a].</param>
/// <param name="When">When it is paid.</param>
/// <param name="Payments">How often it is paid over the horizon; less where later payments count less [1].</param>
public sealed record BillItem(CostKind Kind, string Item, string Of, double Quantity, PriceRange Each, PaymentTime When, double Payments)
{
    /// <summary>What it comes to over the horizon [EUR].</summary>
    public PriceRange Total => Quantity * Payments * Each;
}

/// <summary>When something is paid.</summary>
public enum PaymentTime
{
    /// <summary>At the beginning.</summary>
    Once,

    /// <summary>Each year.</summary>
    Yearly,

    /// <summary>Each year, for what was used up.</summary>
    PerUse,

    /// <summary>Each year, for what was bought anew as devices were replaced.</summary>
    PerReplacement,

    /// <summary>Whenever a battery is empty.</summary>
    PerBattery,
}
