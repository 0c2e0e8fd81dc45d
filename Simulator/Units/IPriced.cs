namespace M2mVsIoTSim.Units;

/// <summary>Options of a model that say what somebody has to pay for it: under which names the prices stand in the price list, and for how many of what.</summary>
/// <remarks>Every technology and platform of the catalogue says so, if only that nothing is paid; a model that does not cannot be billed and is refused.</remarks>
public interface IPriced
{
    /// <summary>What is paid for; empty if nothing is.</summary>
    IReadOnlyList<Charge> Charges { get; }

    /// <summary>Infrastructure that is built or brought along but not paid for by itself, with the reason.</summary>
    IReadOnlyList<Unbilled> Unbilled => [];
}
