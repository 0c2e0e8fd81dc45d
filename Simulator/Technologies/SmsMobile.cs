using M2mVsIoTSim.Kernel;
using M2mVsIoTSim.Units;

namespace M2mVsIoTSim.Technologies;

/// <summary>A phone or modem: when it can be reached, and what it has on the air.</summary>
/// <remarks>Reachable and unreachable times alternate and are exponential. It is looked at in the order of time only.</remarks>
internal sealed class SmsMobile
{
    private static readonly Purpose Presence = Purpose.Named("sms presence");
    private readonly Simulation _simulation;
    private readonly Entity _entity;
    private readonly SmsOptions _options;
    private bool _isReachable;
    private SimTime _changes = SimTime.Start;
    private long _stays;
    private SimTime _isFree = SimTime.Start;

    public SmsMobile(Simulation simulation, Entity entity, SmsOptions options)
    {
        (_simulation, _entity, _options) = (simulation, entity, options);
        var draw = Next();
        _isReachable = !draw.Bernoulli(options.Unreachable);
        Stay(ref draw);
    }

    /// <summary>Short messages that it sends or is going to send [1].</summary>
    public int Outgoing { get; set; }

    /// <summary>Whether it is on and in coverage.</summary>
    public bool IsReachable
    {
        get
        {
            if (_options.Unreachable == 0)
            {
                return true;
            }

            while (_changes <= _simulation.Now)
            {
                var draw = Next();
                _isReachable = !_isReachable;
                Stay(ref draw);
            }

            return _isReachable;
        }
    }

    /// <summary>When it can be reached again; to be asked while it cannot.</summary>
    public SimTime IsBack => _changes;

    /// <summary>Takes the air for a time, as soon as it is free.</summary>
    /// <returns>From when to when.</returns>
    public (SimTime Begin, SimTime End) Occupy(Duration time)
    {
        var begin = SimTime.Max(_simulation.Now, _isFree);
        _isFree = begin + time;
        return (begin, _isFree);
    }

    private Draw Next() => _simulation.Random.Draw(_entity, Presence, _stays++);

    private void Stay(ref Draw draw)
    {
        var absence = _options.Absence.TotalSeconds;
        var mean = _isReachable ? absence * (1 - _options.Unreachable) / _options.Unreachable : absence;
        _changes = _options.Unreachable == 0 ? SimTime.Start : _changes + draw.Exponential(mean).Seconds;
    }
}
