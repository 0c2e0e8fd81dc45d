using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media;

/// <summary>What a translator of addresses (NAT) remembers of one conversation over UDP: the outer address of the inner end, while it is not silent.</summary>
/// <remarks>
/// Modelled: every outgoing packet keeps the binding, an incoming one does not (RFC 4787, REQ-6: what has to be); after its lifetime the next outgoing
/// packet gets another outer address, and what still comes to the old one finds nobody. Left out: limits of ports,
/// filters by sender. Connections of TCP: see <see cref="ConnectionBindings"/>. Validated by <c>AddressBindingTests</c>.
/// </remarks>
/// <param name="lifetime">Silence after which it is forgotten.</param>
internal sealed class AddressBinding(Duration lifetime)
{
    private int _number;
    private SimTime _lastUsed;

    /// <summary>A packet goes out.</summary>
    /// <returns>Number of the outer address that it gets, from 1.</returns>
    public int Outwards(SimTime now)
    {
        if (_number == 0 || now - _lastUsed > lifetime)
        {
            _number++;
        }

        _lastUsed = now;
        return _number;
    }

    /// <summary>Whether a packet to an outer address still finds the inner end.</summary>
    public bool LetsIn(int number, SimTime now) => number == _number && _number > 0 && now - _lastUsed <= lifetime;
}
