using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Platform;

/// <summary>The scans of a programmable controller: a message is read at the start of the next scan and acted on at its end.</summary>
/// <remarks>
/// So it takes more than one and at most two scans, 1.5 on average. The phase of the scans is drawn once per controller. A message
/// that arrives exactly with the start of a scan is read by that scan.
/// </remarks>
public sealed class ScanCycle : IProcessor, IEventTarget
{
    private static readonly Purpose Phase = Purpose.Named("scan phase");

    private readonly Simulation _simulation;
    private readonly long _scan;
    private readonly long _phase;
    private readonly Queue<(Message Message, Node Node)> _read = new();

    /// <param name="simulation">The clock.</param>
    /// <param name="entity">The controller.</param>
    /// <param name="scan">Length of a scan, at least 1 ns.</param>
    /// <exception cref="ArgumentOutOfRangeException">A scan that takes no time.</exception>
    public ScanCycle(Simulation simulation, Entity entity, Duration scan)
    {
        ArgumentNullException.ThrowIfNull(simulation);
        ArgumentOutOfRangeException.ThrowIfLessThan(scan.Nanoseconds, 1, nameof(scan));
        var draw = simulation.Random.Draw(entity, Phase);
        (_simulation, _scan, _phase) = (simulation, scan.Nanoseconds, (long)(draw.Uniform() * scan.Nanoseconds));
    }

    /// <inheritdoc/>
    public void Process(in Message message, Node node)
    {
        var sinceStart = (_simulation.Now.Nanoseconds + _scan - _phase) % _scan;
        var untilStart = sinceStart == 0 ? 0 : _scan - sinceStart;
        _read.Enqueue((message, node));
        _simulation.After(new Duration(untilStart + _scan), this);
    }

    void IEventTarget.Fire(long token)
    {
        var (message, node) = _read.Dequeue();
        message.EndStage(message.Branch.Stages.Count - 1, _simulation.Now);
        if (node.IsUp)
        {
            node.Dispatch(message);
        }
        else
        {
            node.Observers.Dropped(message, DropReason.NodeDown, _simulation.Now);
        }
    }
}
