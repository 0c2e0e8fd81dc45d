using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Media.Cells;

/// <summary>What the devices of a network do, step after step, as the model charges it: for one device alone, the exchange as a time line.</summary>
public sealed class ExchangeTimeline
{
    private readonly List<ExchangeStep> _steps = [];
    private readonly List<SimTime> _arrivals = [];

    /// <summary>The steps, in order.</summary>
    public IReadOnlyList<ExchangeStep> Steps => _steps;

    /// <summary>From the beginning of the first step to a point in time.</summary>
    public Duration Until(SimTime time) => time - _steps[0].Begin;

    /// <summary>When packets arrived at either end, in order.</summary>
    public IReadOnlyList<SimTime> Arrivals => _arrivals;

    internal void Arrive(SimTime at) => _arrivals.Add(at);

    internal void Add(ExchangeStep step) => _steps.Add(step);

    /// <summary>Ends the last step early, because something came between.</summary>
    internal void Cut(SimTime at)
    {
        if (_steps is [.., var last] && last.End > at)
        {
            _steps.RemoveAt(_steps.Count - 1);
            if (last.Begin < at)
            {
                _steps.Add(last with { Length = at - last.Begin });
            }
        }
    }
}
