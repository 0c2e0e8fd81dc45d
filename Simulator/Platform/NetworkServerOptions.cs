using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>A network server of an LPWAN: checks, decrypts and passes on.</summary>
public sealed record NetworkServerOptions : ServiceOptions, IPriced
{
    /// <summary>Work on a message: integrity check, removal of copies, decryption, hand-over.</summary>
    [Figure(Mark.Chosen, "geometric middle of 0.05 to 1 ms of processor time for one rule on one message (from memory)")]
    [Unit("s", Minimum = 0)]
    public Duration Service { get; init; } = 0.22.Milliseconds;

    IReadOnlyList<Charge> IPriced.Charges => [new("network-server", ChargeBasis.Member)];

    IReadOnlyList<Unbilled> IPriced.Unbilled => [new("server core", "part of the network server")];
}
