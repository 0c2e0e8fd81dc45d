using M2mVsIoTSim.Media;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Options of a mobile core whose exit may translate addresses (NAT).</summary>
public abstract record TranslatorOptions
{
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

    /// <summary>A path whose near ends' addresses are translated as said.</summary>
    /// <param name="name">Of the technology.</param>
    /// <param name="site">Where it is.</param>
    /// <param name="delay">One way.</param>
    /// <param name="loss">Per frame.</param>
    internal InternetPath Path(string name, Site site, DelayModel delay, LossModel loss) =>
        new(
            name,
            site.Simulation,
            site.Observers,
            delay,
            loss,
            bindingLifetime: UdpBinding,
            connectionLifetime: TcpBinding,
            forgotten: TcpForgotten
        );
}
