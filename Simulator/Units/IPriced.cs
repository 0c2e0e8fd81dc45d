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

/// <summary>Something that is paid for.</summary>
/// <param name="Price">Its name in the price list.</param>
/// <param name="Basis">What it is counted by.</param>
/// <param name="Component">The kind of component that is counted; with <see cref="ChargeBasis.Component"/> only.</param>
public sealed record Charge(string Price, ChargeBasis Basis, string? Component = null);

/// <summary>Infrastructure that is not paid for by itself.</summary>
/// <param name="What">Kind of component, or name of a platform.</param>
/// <param name="Why">The reason, in words that follow "not billed:".</param>
public sealed record Unbilled(string What, string Why);

/// <summary>What something that is paid for is counted by.</summary>
public enum ChargeBasis
{
    /// <summary>Each device or collector that uses a technology: its modem, its subscription.</summary>
    Device,

    /// <summary>Each component of a kind: gateways, lines, switches.</summary>
    Component,

    /// <summary>Once wherever it is built, whoever shares it.</summary>
    Installation,

    /// <summary>Each member of a tier.</summary>
    Member,

    /// <summary>Each core of each member of a tier.</summary>
    Core,

    /// <summary>Each message that a platform takes in or hands out.</summary>
    Message,

    /// <summary>Each minute of each session that ends at a platform.</summary>
    ConnectionMinute,

    /// <summary>Each short message or the like that its sender hands to a service.</summary>
    Submission,

    /// <summary>Each octet that its devices send and receive.</summary>
    Octet,
}
