using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Probes;

/// <summary>How many messages each node produced in the measured time, of all relations together.</summary>
/// <param name="from">Messages produced earlier do not count.</param>
/// <param name="to">Nor those produced from then on.</param>
public sealed class ProducerProbe(SimTime from, SimTime to) : WindowProbe(from, to)
{
    private readonly Dictionary<Entity, long> _messages = [];

    /// <summary>Messages of a node up to now [1].</summary>
    public long Of(Entity producer) => _messages.GetValueOrDefault(producer);

    /// <inheritdoc/>
    public override void Sent(in Message message, SimTime now)
    {
        if (Counts(message))
        {
            _messages[message.Source] = Of(message.Source) + 1;
        }
    }
}
