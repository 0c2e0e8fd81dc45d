using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Network;

namespace M2mVsIoTSim.Protocols;

/// <summary>Keep-alive of one end of a connection: finds out whether a silent peer is still there.</summary>
internal sealed class TcpProbing : IEventTarget
{
    private readonly TcpEnd _end;
    private readonly Alarm _alarm;
    private int _unanswered;

    public TcpProbing(TcpEnd end)
    {
        _end = end;
        _alarm = new Alarm(end.Node.Simulation, this);
    }

    private TransportOptions Options => _end.Connection.Options;

    /// <summary>The other end is there.</summary>
    public void Heard()
    {
        _unanswered = 0;
        _alarm.Restart(Options.ProbeAfter);
    }

    /// <summary>The connection is gone.</summary>
    public void Stop() => _alarm.Stop();

    void IEventTarget.Fire(long token)
    {
        if (!_end.Node.IsUp || _unanswered == Options.Probes)
        {
            _end.Abort(_end.Node.IsUp ? DropReason.RetriesExhausted : DropReason.NodeDown);
            return;
        }

        _unanswered++;
        _alarm.Restart(Options.ProbeInterval);
        _end.Probe();
    }
}
