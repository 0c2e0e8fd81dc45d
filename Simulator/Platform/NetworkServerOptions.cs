using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>A network server of an LPWAN: checks, decrypts and passes on.</summary>
public sealed record NetworkServerOptions : ServiceOptions, IPriced
{
    /// <summary>Work on a message: integrity check, removal of copies, decryption, hand-over.</summary>
    [Figure(Mark.Chosen, "geometric middle of 0.05 to 1 ms of processor time for one rule on one message (from memory)")]
    [Unit("s", Minimum = 0)]
    public Duration Service { get; init; } = 0.22.Milliseconds;

    /// <summary>Who runs it, which decides what is paid for: open software on a server of one's own, or a provider. Nothing else changes.</summary>
    [Figure(Mark.Chosen, "own servers with open software such as ChirpStack, as brokers and head-ends have them")]
    public Hosting Hosting { get; init; } = Hosting.Own;

    IReadOnlyList<Charge> IPriced.Charges =>
        Hosting == Hosting.Managed
            ? [new("network-server", ChargeBasis.Member)]
            : [new("server", ChargeBasis.Core), new("platform-software", ChargeBasis.Member)];

    IReadOnlyList<Unbilled> IPriced.Unbilled => Hosting == Hosting.Managed ? [new("server core", "the provider's")] : [];
}
