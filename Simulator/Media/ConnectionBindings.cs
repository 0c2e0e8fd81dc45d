using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>What a translator of addresses (NAT) remembers of the TCP connections of one inner end: each of them while it is not silent.</summary>
/// <remarks>
/// Modelled: a connection that the inner end asks for is remembered; segments of either direction keep it; after a silence longer than the lifetime
/// what comes in finds nobody, and what goes out is dropped or gets another outer address, under which the outer end knows no connection. A connection that
/// the outer end asks for finds nobody. Left out: shorter lifetimes of connections that are being opened or closed (RFC 5382: 4 min), limits of ports, entries set by hand
/// (port forwarding). Sources: RFC 5382, REQ-5 (from memory). Validated by <c>ConnectionBindingsTests</c>.
/// </remarks>
/// <param name="lifetime">Silence after which a connection is forgotten.</param>
/// <param name="forgotten">What becomes of an outgoing segment of a forgotten connection.</param>
internal sealed class ConnectionBindings(Duration lifetime, ForgottenConnection forgotten)
{
    private readonly List<(object Connection, SimTime LastUsed)> _known = [];

    /// <summary>A segment goes out.</summary>
    /// <returns>Whether it goes on.</returns>
    public bool Outwards(ITranslatedSegment segment, SimTime now)
    {
        if (Uses(segment.Connection, now))
        {
            return true;
        }

        if (segment.Opens)
        {
            _known.RemoveAll(entry => now - entry.LastUsed > lifetime);
            _known.Add((segment.Connection, now));
            return true;
        }

        segment.IsForeign = forgotten == ForgottenConnection.Reset;
        return segment.IsForeign;
    }

    /// <summary>Whether a segment that comes in finds the inner end.</summary>
    public bool LetsIn(ITranslatedSegment segment, SimTime now) => segment.IsForeign || Uses(segment.Connection, now);

    private bool Uses(object connection, SimTime now)
    {
        var index = _known.FindLastIndex(entry => entry.Connection == connection);
        if (index < 0 || now - _known[index].LastUsed > lifetime)
        {
            return false;
        }

        _known[index] = (connection, now);
        return true;
    }
}
