using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>Asks every meter of a line in turn, round after round.</summary>
internal sealed class PlcG3Concentrator(PlcG3Installation installation) : IEventTarget
{
    private readonly List<PlcG3Meter> _meters = [];
    private SimTime _begun;
    private int _next;

    /// <summary>Meters on the line [1].</summary>
    public int Meters => _meters.Count;

    /// <summary>Rounds that have begun [1].</summary>
    public long Rounds { get; private set; }

    /// <summary>Whether a meter among them has no link.</summary>
    public bool MissesSomebody => _meters.Exists(meter => !meter.IsReachable);

    /// <summary>Seats a meter; with the first one the rounds begin.</summary>
    public void Seat(PlcG3Meter meter)
    {
        _meters.Add(meter);
        if (_meters.Count == 1)
        {
            installation.Simulation.At(installation.Simulation.Now, this);
        }
    }

    /// <summary>The next meter's turn begins.</summary>
    void IEventTarget.Fire(long token)
    {
        var now = installation.Simulation.Now;
        if (_next == 0)
        {
            _begun = now;
            Rounds++;
        }

        var end = now + _meters[_next].Serve(now);
        _next = (_next + 1) % _meters.Count;
        installation.Simulation.At(_next == 0 ? SimTime.Max(end, _begun + installation.Options.PollInterval) : end, this);
    }
}
