using M2mVsIoTSim.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of <c>operator-core</c>.</summary>
public sealed record OperatorCoreOptions : IPriced
{
    /// <summary>Distance over ground from the cells to the operator's exit to the Internet [km].</summary>
    [Unit("km", Minimum = 0, Maximum = 20_000)]
    [Figure(Mark.Chosen, "a country with a few exits")]
    public double Distance { get; init; } = 200;

    /// <summary>Length of fibre per distance over ground [1].</summary>
    [Unit("1", Minimum = 1, Maximum = 5)]
    [Figure(Mark.Derived, "1.3 to 2.0 of the great circle")]
    public double RouteFactor { get; init; } = 1.5;

    /// <summary>One-way processing in gateways and address translation [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "a few software hops; no measurement at hand")]
    public Duration Processing { get; init; } = 1.Milliseconds;

    /// <summary>Mean of the random part of the one-way delay [s].</summary>
    [Unit("s", Minimum = 0)]
    [Figure(Mark.Chosen, "half the processing")]
    public Duration Variation { get; init; } = 0.5.Milliseconds;

    /// <summary>Share of frames lost per direction [1].</summary>
    [Unit("1", Minimum = 0, Maximum = 0.99)]
    [Figure(Mark.FromMemory, "backbones: 0.001 to 0.01 %")]
    public double Loss { get; init; } = 5e-5;

    /// <summary>How long the translator of addresses (NAT) at the exit remembers a device that sends no datagram [s]; nothing without a translator.</summary>
    /// <remarks>A device that was silent for longer cannot be reached until it sends itself, and appears under another address then.</remarks>
    [Unit("s", Minimum = 1)]
    [Figure(
        Mark.Chosen,
        "none, as with IPv6; operators' translators forget after 30 to 300 s, RFC 4787 asks for 2 min at least (from memory)"
    )]
    public Duration? UdpBinding { get; init; }

    /// <summary>How long the translator of addresses (NAT) at the exit remembers a TCP connection without segments [s]; nothing without a translator.</summary>
    /// <remarks>A connection that was silent for longer is dead, and neither end is told; and nobody outside can connect to a device.</remarks>
    [Unit("s", Minimum = 1)]
    [Figure(
        Mark.Chosen,
        "none, as with IPv6; RFC 5382 asks for 2 h 4 min at least, translators forget after 5 min to that, cellular ones after 1 to 5 min (from memory)"
    )]
    public Duration? TcpBinding { get; init; }

    /// <summary>What the translator does with a segment that a device sends over a TCP connection which it has forgotten.</summary>
    [Figure(Mark.Chosen, "the silent one, which devices find out about last; both are seen")]
    public ForgottenConnection TcpForgotten { get; init; }

    IReadOnlyList<Charge> IPriced.Charges => [];

    IReadOnlyList<Unbilled> IPriced.Unbilled => [new("operator core", "part of an operator's network, which subscriptions pay for")];
}
