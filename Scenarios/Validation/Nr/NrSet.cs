using System.Globalization;
using M2mVsIoTSim.Technologies;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Scenarios.Validation.Nr;

/// <summary>How a packet is sent.</summary>
internal enum NrWay
{
    /// <summary>To the device.</summary>
    Down,

    /// <summary>From the device, on a configured grant.</summary>
    Configured,

    /// <summary>From the device, which asks for a grant.</summary>
    Asked,
}

/// <summary>A network for reliable low latency.</summary>
/// <param name="Kilohertz">Distance of subcarriers [kHz].</param>
/// <param name="Symbols">Of an allocation [1].</param>
/// <param name="Capability">Of the device [1].</param>
/// <param name="Repetitions">K [1].</param>
internal sealed record NrSet(int Kilohertz, int Symbols, int Capability, int Repetitions)
{
    /// <summary>FDD, or slots of TDD.</summary>
    public string Duplex { get; init; } = "FDD";

    /// <summary>Whether packets go over two legs.</summary>
    public bool Duplication { get; init; }

    /// <summary>The preset, changed so.</summary>
    public NrUrllcOptions Options(NrWay way) =>
        new()
        {
            Spacing = Kilohertz.Kilohertz,
            Symbols = Symbols,
            Capability = Capability,
            Repetitions = Repetitions,
            Duplex = Duplex,
            Duplication = Duplication,
            ConfiguredGrant = way == NrWay.Configured,
            ConfiguredGrants = 1,
            SchedulingRequestPeriod = Duplex == "FDD" ? 1.Milliseconds / (Kilohertz / 15) : Duration.Zero,
        };

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Kilohertz} kHz, {Symbols} symbols, capability {Capability}")
        + (Repetitions > 1 ? $", {Repetitions} repetitions" : "")
        + (Duplication ? ", duplicated" : "")
        + (Duplex == "FDD" ? "" : $", {Duplex}");
}
